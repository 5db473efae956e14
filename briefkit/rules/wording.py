"""Every sentence of a brief with the place of each figure in it: what the rules about words read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefkit.brief import Brief, Citation, CitationGroup, FigureUse, Plain
from briefkit.claims.flat import Flat, flatten
from briefkit.claims.sentences import MARK, sentences
from briefkit.problems import Where
from briefkit.prose.blocks import block_name
from briefkit.prose.parser import BLOCK
from briefkit.prose.token import Token
from briefkit.rules.once import once
from briefkit.values import Words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_BLANKS = str.maketrans(dict.fromkeys(f"\n\t\u00a0\u202f{MARK}", " "))
Kind = Literal["sentence", "cell", "heading"]
UNCLAIMED = frozenset({"unknown", "judgement"})
"""Blocks whose sentences claim nothing of the evidence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure at its place in a sentence."""

    start: int
    end: int
    use: FigureUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence as it reads, or what stands in a heading or a cell."""

    text: str
    """As it reads; blanks stand for citations and line ends, so that the places of figures fit."""
    own: str
    """The same with everything blanked that the brief says in the words of others: quotations, facts, plain words."""
    marks: tuple[Mark, ...]
    by_hand: tuple[Citation, ...]
    """What the officer cited in it."""
    section: str
    block: str
    kind: Kind
    paragraph: int
    """Number of its paragraph: two sentences with one number stand together."""
    beside: str = ""
    """For a cell: the text of its row and of the header above it; for a definition: what is defined."""
    above: str = ""
    """For a cell: the header above it."""
    row: str = ""
    """For a cell: the first of its row, which names the row, and the header above that."""
    tokens: tuple[Token, ...] = ()
    flat: Flat | None = None
    begins: int = 0
    """Where it begins in the text of its paragraph."""

    def place(self, start: int, end: int) -> Where:
        """Where a part of the text stands in the file."""
        assert self.flat is not None
        at = self.begins + start
        number = self.flat.at(at)
        token = self.tokens[number]
        where: Where = token.meta["where"]
        inside = at - self.flat.starts[number]
        if token.type != "text" or "lifted" not in token.meta:
            return where
        offset: int = token.meta["strip"].offset(token.meta["at"] + inside)
        found: Where = token.meta["lifted"].where(offset, end - start)
        return found

    def other_words(self, start: int, end: int) -> str:
        """A part of the text with the figures in it blanked."""
        text = self.own
        for mark in self.marks:
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
        return text[start:end]


def said(brief: Brief) -> tuple[Said, ...]:
    """All of a brief: answer, title and question, then the body in its order. Comparison tables are not in it."""
    return _said(brief)


def marked(brief: Brief) -> Iterator[tuple[Said, Mark]]:
    """Every figure of a brief with the sentence that it stands in."""
    return ((sentence, mark) for sentence in said(brief) for mark in sentence.marks)


@once
def _said(brief: Brief) -> tuple[Said, ...]:
    found: list[Said] = []
    for number, (name, line) in enumerate(
        (("title", brief.title), ("question", brief.question), ("answer", brief.answer)), 1
    ):
        kind: Kind = "heading" if name == "title" else "sentence"
        found += _paragraph(line, _setting(kind, block=name, paragraph=-number))
    return (*found, *_body(brief.tokens))


def _setting(kind: Kind, *, section: str = "", block: str = "", paragraph: int = 0) -> Said:
    """A sentence before its words are known."""
    return Said(text="", own="", marks=(), by_hand=(), section=section, block=block, kind=kind, paragraph=paragraph)


def _body(tokens: Sequence[Token]) -> Iterator[Said]:
    section, blocks, quoted, opened = "", [""], 0, ""
    header: list[str] = []
    term = ""
    row: list[tuple[Token, Said]] = []
    for number, token in enumerate(tokens):
        kind = token.type
        _enter(token, blocks)
        if kind in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        elif kind == "thead_open":
            header = []
        elif kind == "tr_close":
            yield from _row(row, header)
            row = []
        elif kind == "dl_close":
            term = ""
        elif kind == "inline" and not quoted:
            children = token.children or []
            text = _plain(children)
            term = text if opened == "dt_open" else term
            setting = _setting("sentence", section=section, block=blocks[-1], paragraph=number)
            if opened == "heading_open":
                section = text
                yield from _paragraph(children, replace(setting, section=text, kind="heading"))
            elif opened == "th_open":
                header.append(text)
            elif opened == "td_open":
                row.append((token, replace(setting, kind="cell")))
            else:
                yield from _paragraph(children, replace(setting, beside=term))
        opened = kind


def _enter(token: Token, blocks: list[str]) -> None:
    """Keep the names of the blocks that are open."""
    if token.type == f"{BLOCK}_open":
        blocks.append(block_name(token)[0])
    elif token.type == f"{BLOCK}_close":
        blocks.pop()


def _row(row: Sequence[tuple[Token, Said]], header: Sequence[str]) -> Iterator[Said]:
    """The cells of a row of a Markdown table, each with the words that belong to it."""
    whole = " ".join(_plain(token.children or []) for token, _ in row)
    first = " ".join([*header[:1], _plain(row[0][0].children or [])]) if row else ""
    for number, (token, setting) in enumerate(row):
        above = header[number] if number < len(header) else ""
        words = replace(setting, beside=f"{above} {whole}", above=above, row=first if number else "")
        yield from _paragraph(token.children or [], words)


def _paragraph(tokens: Sequence[Token], setting: Said) -> Iterator[Said]:
    flat = flatten(tokens)
    text = flat.text.translate(_BLANKS)
    own = _own(tokens, flat, text)
    for one in sentences(flat.mask):
        here = [
            (start, token)
            for start, token in zip(flat.starts, tokens, strict=True)
            if one.start <= start < one.end and "noun" in token.meta
        ]
        yield replace(
            setting,
            text=text[one.start : one.end],
            own=own[one.start : one.end],
            marks=tuple(_marks(here, one.start)),
            by_hand=tuple(_by_hand(here)),
            tokens=tuple(tokens),
            flat=flat,
            begins=one.start,
        )


def _own(tokens: Sequence[Token], flat: Flat, text: str) -> str:
    """The text without quotations, facts and explicitly plain words."""
    for found in _QUOTED.finditer(text):
        text = _blanked(text, *found.span())
    for start, token in zip(flat.starts, tokens, strict=True):
        noun = token.meta.get("noun")
        if isinstance(noun, FigureUse) and isinstance(noun.figure.value, Words):
            text = _blanked(text, start, start + len(noun.shown))
        elif isinstance(noun, Plain):
            text = _blanked(text, start, start + len(noun.text))
    return text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _marks(here: Sequence[tuple[int, Token]], begins: int) -> Iterator[Mark]:
    for start, token in here:
        noun = token.meta["noun"]
        if isinstance(noun, FigureUse):
            yield Mark(start - begins, start - begins + len(noun.shown), noun)


def _by_hand(here: Sequence[tuple[int, Token]]) -> Iterator[Citation]:
    """Citations that stand in the file; those gathered from figures have no place there."""
    for _, token in here:
        noun = token.meta["noun"]
        if isinstance(noun, CitationGroup):
            yield from (citation for citation in noun.citations if citation.where.file)


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(flatten(tokens).text.replace(MARK, " ").split())
