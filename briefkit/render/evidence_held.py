"""What the last page says of the evidence: how it was looked for, what sort of documents it is, how its figures are held."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.hold import STRENGTH
from briefkit.library import Library
from briefkit.reader_words import CHOICES
from briefkit.records.record import Record
from briefkit.records.search import Search
from briefkit.values import Missing
from briefkit.values.write import date_text, full

HELD = {
    "exact": "found in our copy of the source",
    "earlier": "found in a copy of the source that is not at hand now",
    "witnessed": "seen in the source, or in a copy of it, by somebody on a stated day; no copy is kept",
    "unseen": "not yet confirmed by anybody",
    "failed": "not borne out by our copy of the source, or changed since somebody vouched for it",
}
READ: Mapping[str, str] = {
    "full_text": "read in full",
    "abstract": "read in abstract only",
    "excerpt": "read in an excerpt only",
}
_OTHER_WORDS = {"news": "news article", "blog": "blog post"}
"""Classes whose name cannot be counted."""
_STEPS = ("identified", "duplicates", "screened", "excluded", "sought", "not_retrieved", "assessed")
_RESULTS = ("included_studies", "included_reports")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchShown:
    """One search."""

    question: str
    date: str
    databases: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceShown:
    """The evidence of one brief, counted."""

    searches: tuple[SearchShown, ...]
    figures: int
    held: tuple[tuple[str, int], ...]
    """Each way in which figures are held, in words, with how many are."""
    derived: int
    classes: tuple[tuple[str, int], ...]
    """Each sort of document, with how many are cited."""
    read: tuple[tuple[str, int], ...]
    """How much was read, with of how many."""
    sources: int


def evidence_shown(brief: Brief, library: Library, used: Iterable[Figure]) -> EvidenceShown:
    """What is to be said of the evidence of a brief; `used` are the figures that it shows."""
    figures = [figure for figure in used if not isinstance(figure.value, Missing) and not figure.local]
    states = Counter(library.held(figure) for figure in figures)
    sources = [library.sources[key] for key in brief.cited if key in library.sources]
    classes = Counter(source.source_class for source in sources)
    read: Counter[str] = Counter(source.read for source in sources)
    return EvidenceShown(
        searches=tuple(_search(one, library) for one in library.of_kind("search") if _is_ours(one)),
        figures=len(figures),
        held=tuple((HELD[state], states[state]) for state in reversed(STRENGTH) if states[state]),
        derived=sum(figure.derivation is not None for figure in figures),
        classes=tuple((_documents(one, count), count) for one, count in classes.most_common()),
        read=tuple((words, count) for one, words in READ.items() if (count := read[one])),
        sources=len(brief.cited),
    )


def _documents(source_class: str, count: int) -> str:
    """A class of sources in the number that its count asks for: `trial reports`, `news article`."""
    words = _OTHER_WORDS.get(source_class) or CHOICES.get(source_class, source_class.replace("_", " "))
    if count == 1:
        return words
    head, of, rest = words.partition(" of ")
    plural = f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    return plural + of + rest


def _is_ours(record: Record) -> TypeGuard[Search]:
    """Whether a record is a search of our own: one that others published found their evidence, not ours."""
    return isinstance(record, Search) and not record.published


def _search(search: Search, library: Library) -> SearchShown:
    counts = []
    for step in (*_STEPS, *_RESULTS):
        figure = library.figure(f"{search.id}.{step}")
        if figure is not None and not isinstance(figure.value, Missing):
            counts.append((step.replace("_", " "), full(figure, library.vocabularies.units)))
    databases = ", ".join(search.databases)
    return SearchShown(question=search.question, date=date_text(search.date), databases=databases, steps=tuple(counts))
