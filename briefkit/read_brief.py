"""From the text of a brief to the brief itself: the one door through which the rest of the engine gets one.

Whatever is wrong with it, the rest is still read, so that a draft can be shown with its gaps marked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefkit import yamlfile
from briefkit.brief import Brief
from briefkit.claims.flat import flatten
from briefkit.claims.gather import Setting, gather
from briefkit.claims.headlines import headline_claims
from briefkit.claims.sentences import MARK
from briefkit.claims.walk import Walk, cited_in_order, table_citations
from briefkit.expressions.lift import lift, lift_from, one_line_end, tidied
from briefkit.expressions.origin import Origin
from briefkit.expressions.own_figures import bring
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.prose.fill import Filling
from briefkit.prose.links import anchor_problems
from briefkit.prose.reading import read_line, read_prose
from briefkit.prose.token import Token
from briefkit.records.front_matter import read_front_matter
from briefkit.records.known import Known
from briefkit.yamlfile import Node
from briefkit.yamlfile.page import Page
from briefkit.yamlfile.screen import invisible

_FENCE = re.compile(r"---[ \t]*")
_HEAD = "a brief begins with its front matter: a line `---`, `title:`, `date:`, `authors:`, a line `---`"


@dataclass(frozen=True, slots=True)
class _Halves:
    """A file cut at its second `---`."""

    front: str
    body: str
    body_line: int


def read(
    text: str, file: str, library: Library, parameters: Mapping[str, str] | None = None
) -> tuple[Brief | None, list[Problem]]:
    """The brief in a file, and everything that is wrong with it; None only when its front matter cannot be read.

    `parameters` are the values of this edition; names that the brief does not have are left to others.
    """
    slug = file.rpartition("/")[2].removesuffix(".md")
    halves = _halves(one_line_end(text.removeprefix("\ufeff")), file)
    if isinstance(halves, Problem):
        return None, [halves]
    node, problems = yamlfile.read(halves.front, file, first_line=2)
    if node is None or node.kind != "map":
        return None, problems
    problems += invisible(halves.body, Page(file, halves.body.split("\n"), halves.body_line))
    brief, faults = _read(halves, node, file, slug, library, parameters or {})
    return brief, [*problems, *faults]


def _read(
    halves: _Halves, node: Node, file: str, slug: str, library: Library, given: Mapping[str, str]
) -> tuple[Brief, list[Problem]]:
    front, problems = read_front_matter(node, _known(library), library.vocabularies.units)
    brought = bring(front, node, slug, library, given)
    names, known = brought.names, library.references
    filling = Filling(names)
    title, question, answer = (
        _line(halves, node, key, file, filling, problems) for key in ("title", "question", "answer")
    )
    answer_text = _text(answer)
    claims = headline_claims(title, names, Setting(block="title"))
    claims += headline_claims(question, names, Setting(block="question"))
    answer, answered = gather(answer, names, Setting(block="answer"))
    prose = read_prose(lift(halves.body, file, halves.body_line), known)
    walk = Walk(names).through(filling.blocks(prose.tokens))
    citations = table_citations(filling.tables, names)
    anchors = [heading.anchor for heading in walk.headings]
    problems += [*brought.problems, *prose.problems, *filling.problems, *anchor_problems(walk.tokens, anchors)]
    brief = Brief(
        slug=slug,
        file=file,
        front=front,
        tokens=tuple(walk.tokens),
        headings=tuple(walk.headings),
        claims=(*claims, *answered, *walk.claims),
        tables=tuple(filling.tables),
        figures={address: figure for address, figure in names.own.items() if figure.address == address},
        cited=cited_in_order([title, question, answer, walk.tokens], citations),
        title=tuple(title),
        question=tuple(question),
        answer=tuple(answer),
        title_text=_text(title) or front.title,
        question_text=_text(question),
        answer_text=answer_text,
        parameters=names.parameters,
        figure_citations=citations,
        places={key: pair.value.where for key, pair in node.pairs.items()},
    )
    return brief, problems


def _halves(text: str, file: str) -> _Halves | Problem:
    """Front matter and body."""
    first, *lines = text.split("\n")
    if not _FENCE.fullmatch(first):
        return Problem(
            Where(file, 1, 1, max(1, len(first))), "front-matter-missing", "the first line is not `---`", _HEAD
        )
    for number, line in enumerate(lines):
        if _FENCE.fullmatch(line):
            return _Halves("\n".join(lines[:number]), "\n".join(lines[number + 1 :]), number + 3)
    message = "the front matter is never closed"
    return Problem(
        Where(file, 1, 1, 3), "front-matter-missing", message, f"put a line `---` after its last field: {_HEAD}"
    )


def _known(library: Library) -> Known:
    """What the front matter may refer to."""
    words = library.vocabularies
    return Known(
        references=library.references.keys(),
        outcomes=words.outcomes.keys(),
        interventions=words.interventions.keys(),
        holders=words.holders.keys(),
        records=_Kinds(library),
    )


class _Kinds(Mapping[str, str]):
    """Each record's kind, looked up one by one; of one that cannot be read, that it is a record."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getitem__(self, name: str) -> str:
        """The kind of a record."""
        record = self._library.records.get(name)
        if record is None and ("." in name or name not in self._library.broken):
            raise KeyError(name)
        return record.kind if record is not None else "record"

    def __iter__(self) -> Iterator[str]:
        """The ids of all."""
        yield from dict.fromkeys([*(name for name in self._library.broken if "." not in name), *self._library.records])

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)


def _line(halves: _Halves, node: Node, key: str, file: str, filling: Filling, problems: list[Problem]) -> list[Token]:
    """The tokens of a text in the front matter; none when there is none."""
    pair = node.pairs.get(key)
    if pair is None or pair.value.kind != "text":
        return []
    prose = read_line(lift_from(_origin(halves, pair.value, file)), filling.names.library.references)
    problems += prose.problems
    return list(filling.line(prose.tokens))


def _origin(halves: _Halves, value: Node, file: str) -> Origin:
    """Where a text of the front matter stands: one place for all of it when the file spells it otherwise."""
    where = value.where
    line = halves.front.split("\n")[where.line - 2]
    start = where.column - 1 + (1 if value.quoted else 0)
    as_written = line.startswith(value.text, start)
    return Origin(tidied(value.text), file, where.line, start + 1, None if as_written else where)


def _text(tokens: list[Token]) -> str:
    """A line of text as it reads."""
    return " ".join(flatten(tokens).text.replace(MARK, "").split())
