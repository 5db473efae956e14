"""Judges each number of a brief: bound, let through, or unbound; and says what could bear it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from briefkit.brief import Brief, FigureUse
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Where
from briefkit.rules.once import once
from briefkit.rules.unbound.candidates import Candidate, Index, candidates, likely, named
from briefkit.rules.unbound.carried import Carried, duration, said, shelf_of
from briefkit.rules.unbound.kinship import clash
from briefkit.rules.unbound.mentions import Mention, mentions
from briefkit.rules.unbound.names import legal
from briefkit.rules.unbound.passages import FIGURE, MARK, OTHER, Passage, Piece, passages
from briefkit.rules.unbound.quoted import answered, runs
from briefkit.rules.wording_names import arms_named, arms_of
from briefkit.rules.wording_results import result_of
from briefkit.rules.wording_years import years_of
from briefkit.values import Date, Share, Words

_EARLIER = re.compile(r"[\s-]years?\s+(?:earlier|later|before|after|on)\b")
_STOP = re.compile(r"[.;:!?]\s|\n")
_BLANK = str.maketrans({FIGURE: "\ue001", OTHER: "\ue001", MARK: "\ue001"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbound:
    """A number that rests on nothing."""

    text: str
    where: Where
    mention: Mention
    passage: Passage
    candidates: tuple[Candidate, ...] = ()
    """Figures that it may be, the likeliest first."""
    fix: Candidate | None = None
    """The one figure that it can hardly fail to be."""
    why: str = ""
    """`name` for the number of a law's article, `date` for a date; else empty."""

    @property
    def value(self) -> object:
        """What it says; None where that cannot be read."""
        return self.mention.claim.value if self.mention.claim else None


@dataclass(slots=True)
class _Section:
    """What stands bound under one heading."""

    figures: list[Figure] = field(default_factory=list)
    words: Carried = field(default_factory=Carried)
    """What facts in words say there."""
    index: Index | None = None


def unbound(brief: Brief, library: Library) -> tuple[Unbound, ...]:
    """Every number of a brief that is bound to nothing, in order."""
    return _unbound(brief, library)


@once
def _unbound(brief: Brief, library: Library) -> tuple[Unbound, ...]:
    return tuple(_Judge(brief, library).judged())


class _Judge:
    """What is known of one brief while its numbers are judged."""

    def __init__(self, brief: Brief, library: Library) -> None:
        self._brief, self._library = brief, library
        self._units = library.vocabularies.units
        self._names = tuple(name.text for name in library.vocabularies.names.values())
        self._passages = [*passages(brief), *_own_words(brief, library)]
        self._shelf = shelf_of(library)
        self._sections: dict[int, _Section] = defaultdict(_Section)
        self._groups: dict[int, list[Passage]] = defaultdict(list)
        self._everywhere: Counter[str] = Counter()
        self._index: Index | None = None
        self._carriers: dict[tuple[int, str], list[Carried]] = {}
        self._spoken: dict[int, set[str]] = {}
        self._gather()

    def _gather(self) -> None:
        for passage in self._passages:
            self._groups[passage.group].append(passage)
            section = self._sections[passage.section]
            section.figures += passage.figures
            for _, use in passage.uses:
                if isinstance(use.figure.value, Words):
                    section.words.take(mentions(use.shown, self._units))
            self._everywhere.update({figure.record for figure in passage.figures})
        for token in self._brief.tokens:
            if token.type == "comparison":  # a table whose caption nobody wrote is no passage
                self._everywhere.update(row.record for row in token.meta["noun"].rows)

    def judged(self) -> Iterator[Unbound]:
        """Every number that no rule lets through."""
        for passage in self._passages:
            found = mentions(passage.text.translate(_BLANK), self._units, self._names)
            quoted = self._answered(passage) if found else []
            for mention in found:
                if not any(start <= mention.start < end for start, end in quoted) and not self._passes(
                    mention, passage
                ):
                    yield self._reported(mention, passage)

    def _answered(self, passage: Passage) -> list[tuple[int, int]]:
        """The quotations in a passage that a citation or a figure answers for."""
        sources = quoted_from(self._groups[passage.group])
        spans = [(run.start, run.end) for run in runs(passage.text)] if sources else []
        spans += [(0, len(passage.text))] if passage.quotation else []
        return [(start, end) for start, end in spans if answered(passage.read(start, end), sources)]

    def _passes(self, mention: Mention, passage: Passage) -> bool:
        if mention.dated is not None:
            return any(mention.dated.carried(one.dates) for one in self._near(passage))
        if mention.sort == "small" and mention.unit is None:
            return True
        if passage.kind == "front" and mention.unit is None and mention.sort == "number":
            return True  # the number of a series is a name
        section = self._sections[passage.section]
        if mention.sort == "part":
            return mention.text.casefold() in section.words.words
        beside = passage.text[mention.start - 1 : mention.start] if mention.start else ""
        if beside == FIGURE or (
            passage.text[max(0, mention.start - 2) : mention.start] == f"{FIGURE} " and _scale(mention)
        ):
            return True  # `[15]{=address} million` is told by another rule
        return (
            self._repeated(mention, passage, section)
            or self._lasting(mention, section)
            or self._between_years(mention, passage)
        )

    def _repeated(self, mention: Mention, passage: Passage, section: _Section) -> bool:
        """Whether a figure of the same section says just this."""
        if section.index is None:
            section.index = Index.of(section.figures, self._units)
        alike = [
            (figure, form)
            for figure, form in section.index.alike(mention)
            if not _of_another(mention, passage.text, figure, form, self._library)
        ]
        if any(section.index.span(mention, passage.text, figure, form) for figure, form in alike):
            return True
        value = said(mention.claim.value) if mention.claim else None
        if value is not None and mention.unit is None and value in section.words.values:
            return True
        return any(self._of_figure(mention, figure) for figure in section.figures)

    def _of_figure(self, mention: Mention, figure: Figure) -> bool:
        """Whether a number is the level of a figure's interval, or what its rate is counted in."""
        value = said(mention.claim.value) if mention.claim else None
        if figure.interval is not None and mention.unit == "percent" and value == figure.interval.level:
            return True
        return figure.per is not None and mention.text.casefold() in figure.per.casefold().split()

    def _lasting(self, mention: Mention, section: _Section) -> bool:
        """Whether a length of time is one that a record bound in the section carries."""
        length = duration(mention)
        if length is None:
            return False
        records = {figure.record for figure in section.figures}
        return any(length in self._shelf.times(record) for record in sorted(records))

    def _between_years(self, mention: Mention, passage: Passage) -> bool:
        """Whether `ten years earlier` is how far two figures of the paragraph lie apart."""
        value = said(mention.claim.value) if mention.claim else None
        if mention.unit != "year" or not _EARLIER.match(passage.text, mention.end):
            return False
        figures = [figure for one in self._groups[passage.group] for figure in one.figures]
        years = {year for figure in figures for year in years_of(figure, self._library)}
        years |= {figure.value.year for figure in figures if isinstance(figure.value, Date)}
        return any(abs(one - other) == value for one in years for other in years if one != other)

    def _near(self, passage: Passage) -> list[Carried]:
        """What may carry a year: figures, records and references of the paragraph; of a heading, of its section; of the
        title, of the whole brief.
        """
        scope = "brief" if passage.section < 0 else "section" if passage.kind == "heading" else "group"
        key = (passage.section if scope == "section" else passage.group, scope)
        if key not in self._carriers:
            near = {
                "brief": self._passages,
                "section": [one for one in self._passages if one.section == passage.section],
                "group": self._groups[passage.group],
            }[scope]
            cited = [self._shelf.reference(one.key) for passage_ in near for one in passage_.citations]
            figures = [figure for passage_ in near for figure in passage_.figures]
            self._carriers[key] = [*cited, *self._shelf.of_figures(figures)]
        return self._carriers[key]

    def _reported(self, mention: Mention, passage: Passage) -> Unbound:
        if self._index is None:
            self._index = Index.of([*self._library.figures.values(), *self._brief.figures.values()], self._units)
        here = {figure.record for one in self._groups[passage.group] for figure in one.figures}
        near = {figure.record for figure in self._sections[passage.section].figures}
        used = {record: 3 if record in here else 2 if record in near else 1 for record in self._everywhere}
        text = passage.text
        around = " ".join(one.text for one in self._groups[passage.group])
        used = {**dict.fromkeys(self._named(passage), 0), **used}
        every = candidates(mention, text, self._index, self._library, used, self._brief.slug)
        fix = likely(every, mention, around, used, self._library)
        why = "date" if mention.dated else "name" if legal(text, mention.start) else ""
        return Unbound(
            text=mention.text,
            where=passage.where(mention.start, mention.end),
            mention=mention,
            passage=passage,
            candidates=tuple(every[:3]),
            fix=fix,
            why=why,
        )

    def _named(self, passage: Passage) -> set[str]:
        """The records that the section of a passage names."""
        if passage.section not in self._spoken:
            texts = (one.text for one in self._passages if one.section == passage.section)
            self._spoken[passage.section] = named(" ".join(texts), self._library)
        return self._spoken[passage.section]


def _own_words(brief: Brief, library: Library) -> Iterator[Passage]:
    """What a brief calls its own figures, and what they assume: each may say what its figure and their inputs say."""
    for number, figure in enumerate(brief.figures.values()):
        inputs = figure.derivation.inputs if figure.derivation else ()
        known = [library.figures.get(address) or brief.figures.get(address) for address in inputs]
        assumes = figure.derivation.assumes if figure.derivation else ""
        for text in filter(None, (figure.label, assumes)):
            uses = tuple((len(text), FigureUse(one, "")) for one in (figure, *known) if one is not None)
            place = partial(_whole, figure.where)
            yield Passage(
                kind="own", text=text, pieces=(Piece(0, len(text), place),), uses=uses, section=-2 - number, group=-2 - number
            )  # fmt: skip


def _of_another(mention: Mention, text: str, figure: Figure, form: str, library: Library) -> bool:
    """Whether a number that equals a figure is said of something else: of another arm, or of deaths instead of people."""
    people = isinstance(figure.value, Share) and figure.unit is None and not form.startswith("percent")
    if people and clash(mention.unit, "people", library.vocabularies.units):
        result = result_of(figure, library)
        outcome = library.vocabularies.outcomes.get(result.outcome) if result else None
        if outcome is not None and mention.unit is not None and mention.unit not in outcome.label:
            return True
    arm, names = arms_of(figure, library)
    if not arm:
        return False
    start = max((found.end() for found in _STOP.finditer(text, 0, mention.start)), default=0)
    stop = _STOP.search(text, mention.end)
    near = text[start : stop.start() if stop else len(text)]
    named = arms_named(near, names)
    return bool(named) and arm not in named


def _whole(where: Where, _inside: int, _length: int) -> Where:
    return where


def _scale(mention: Mention) -> bool:
    return mention.text.casefold().strip() in {"hundred", "thousand", "million", "billion", "trillion"}


def quoted_from(group: Iterable[Passage]) -> list[str]:
    """Words of sources that a paragraph carries: those of its citations and of the quotations of its figures."""
    found: list[str] = []
    for passage in group:
        found += [citation.words for citation in passage.citations if citation.words]
        found += [figure.quote.exact for figure in passage.figures if figure.quote is not None]
        found += [figure.value.text for figure in passage.figures if isinstance(figure.value, Words)]
    return found
