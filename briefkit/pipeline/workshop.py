"""Where one brief is read, judged and painted: three steps, each a function of the project's files and of what was
found before, so that they may be done in any process, in any order of briefs, and left out where nothing they asked
for has changed.

    read   its text to tokens, claims and tables
    judge  every rule, and what reviewers have said
    paint  its pages, its ledger, the data of its tables, its PDF and its Word file
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, partial

from briefkit import manifest
from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.hold import Hold
from briefkit.ledger.table_book import table_book
from briefkit.library import Library
from briefkit.pipeline.auditing import Found, audit
from briefkit.pipeline.marking import mark_of
from briefkit.pipeline.options import Options
from briefkit.pipeline.parts import (
    Concerning,
    Done,
    JudgedPart,
    PaintedPart,
    ReadPart,
    Verdicts,
    Wanted,
    Words,
)
from briefkit.pipeline.prints import print_files, print_mark, prints, sheets_of
from briefkit.pipeline.reading import brief_files
from briefkit.pipeline.reads import rests_on
from briefkit.problems import Problem, Where
from briefkit.read_brief import read
from briefkit.reader import Answers, Marks, Reader
from briefkit.render.index import card
from briefkit.render.look import Look, read_look
from briefkit.render.page import page
from briefkit.render.shown_problems import Judged
from briefkit.rules.briefs import check_brief
from briefkit.rules.holding import words_unseen
from briefkit.rules.names import SLUG
from briefkit.rules.unbound.judge import unbound
from briefkit.rules.verdicts import check_review
from briefkit.sources.sought import sought_by_brief
from briefkit.verdicts.review import Review, review

MANY = 64
"""Briefs that may all stay in memory once they are painted; of more, whoever asks for one has it read again."""


class Workshop:
    """Does the three steps for the briefs of one project, in the state in which its files are now."""

    def __init__(self, tree: Tree, options: Options, library: Library, marks: Marks) -> None:
        """`library` is the base of which nothing is known yet about any quotation, `marks` those of its files."""
        self._tree, self._options, self._library = tree, options, library
        self._files = brief_files(tree)
        self._marks = marks
        self._plain = Answers(library, marks)
        self._held, self._answers = library, self._plain
        self._verdicts = Verdicts()
        self._briefs: dict[str, Brief | None] = {}
        self._reviews: dict[str, Review] = {}

    def bare(self) -> "Workshop":
        """The same before anything was done in it, to be sent to another process."""
        return Workshop(self._tree, self._options, self._library, self._marks)

    @cached_property
    def looks(self) -> tuple[Look, list[Problem]]:
        """The templates, made ready, and what is wrong with them."""
        return read_look(self._tree.texts, self._tree.binaries)

    def take(self, library: Library, verdicts: Verdicts) -> None:
        """From here on this is known of the quotations of the base, and of what reviewers have said."""
        self._held, self._verdicts = library, verdicts
        self._answers = Answers(library, self._marks)

    def take_holds(self, holds: Mapping[str, Hold], verdicts: Verdicts) -> None:
        """The same, for a workshop in another process."""
        self.take(replace(self._library, holds=holds), verdicts)

    def brief(self, slug: str) -> Brief | None:
        """The brief, read when it has not been yet."""
        if slug not in self._briefs:
            self.read(slug)
        return self._briefs[slug]

    def review(self, slug: str) -> Review:
        """What reviewers have said of a brief that can be read."""
        if slug not in self._reviews:
            self._reviews[slug] = self._review(slug, self._held)
        return self._reviews[slug]

    def read(self, slug: str) -> Done[ReadPart]:
        """Read a brief."""
        file, reader = self._files[slug], Reader(self._library)
        brief, problems = read(self._tree.texts[file], file, reader, self._options.parameters)
        self._briefs[slug] = brief
        part = ReadPart(problems=tuple(problems))
        if brief is not None:
            part = ReadPart(
                problems=tuple(problems),
                card=card(brief),
                sought=tuple(sought_by_brief(brief)),
                parameters=tuple(brief.parameters),
                gaps=brief.gaps,
            )
        return Done(part, self._plain.of(reader.asked))

    def judge(self, slug: str, words: Words) -> Done[JudgedPart]:
        """Judge a brief that can be read; one whose name cannot be an address is not reviewed."""
        brief, reader = self._readable(slug), Reader(self._held)
        problems = [*check_brief(brief, reader), *words_unseen(brief, words)]
        found = self._reviews[slug] = self._review(slug, reader)
        reviewed = check_review(brief, found) if SLUG.fullmatch(slug) else ()
        part = JudgedPart(
            problems=(*problems, *reviewed),
            unbound=len(unbound(brief, reader)),
            signed=found.signed,
            reviewed=mark_of(found),
            counts=manifest.counts(brief, reader),
            rests=rests_on(brief, reader),
        )
        return Done(part, self._answers.of(reader.asked))

    def paint(self, slug: str, words: Words, loose: int, concerning: Concerning, wanted: Wanted) -> Done[PaintedPart]:
        """Paint a brief that can be read. `loose` is how many of its numbers rest on nothing."""
        brief, reader, look = self._readable(slug), Reader(self._held), self.looks[0]
        options = wanted.options
        judged = Judged(grave=options.grave, waived=concerning.waived, review=self.review(slug))
        found = Found(problems=concerning.problems, judged=judged, words=words, unbound=loose)
        paint = partial(page, brief, reader, concerning.problems, look, gate=options.gate, judged=judged)
        files: dict[str, bytes] = {}
        faults: list[Problem] = []
        if "html" in options.formats:
            text, wrong = paint(medium="screen")
            files["index.html"] = text.encode()
            faults += wrong
        sheets = sheets_of(brief, reader)
        mark = b""
        if wanted.printers:
            text, wrong = paint(medium="print")
            mark = print_mark(text, look.assets, sheets)
            printers = {} if mark == wanted.printed else wanted.printers
            made, unprinted = prints(text, look.assets, Where(brief.file, 0), sheets, printers)
            files |= {f"{slug}.{ending}": data for ending, data in made.items()}
            mark = mark if not unprinted else b""
            faults += [*wrong, *unprinted]
        audited, wrong = audit(brief, reader, found, look, options)
        files |= audited
        files |= {sheet.name: sheet.data for sheet in sheets}
        files |= {f"tables/{table.name}.xlsx": table_book(table, reader) for table in brief.tables}
        same = bool(mark) and mark == wanted.printed
        stayed = print_files(slug, wanted) if same else ()
        part = PaintedPart(files=files, problems=(*faults, *wrong), printed=mark, stayed=stayed)
        if len(self._files) > MANY:
            self._briefs.pop(slug, None)
            self._reviews.pop(slug, None)
        return Done(part, self._answers.of(reader.asked))

    def _readable(self, slug: str) -> Brief:
        brief = self.brief(slug)
        if brief is None:
            message = f"{slug} cannot be read"
            raise ValueError(message)
        return brief

    def _review(self, slug: str, library: Library) -> Review:
        return review(self._readable(slug), library, self._verdicts.reviews, self._verdicts.source_text)
