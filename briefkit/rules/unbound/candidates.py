"""Which figures a bare number could be: those whose value it equals, the likeliest first."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.record import Record
from briefkit.rules.unbound.carried import Said, forms, said
from briefkit.rules.unbound.kinship import clash
from briefkit.rules.unbound.mentions import Mention
from briefkit.values import Date
from briefkit.values.units import DURATIONS, UnitNames
from briefkit.values.words import disagreement, instead, plain

MOST = 3
"""Figures that are suggested for one number."""
_FEW = 3
"""Records that may share a word in their names which still tells them from the others."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDS = frozenset({"events", "total", "low", "high"})
"""Parts of a figure that are too often the same for a number to be one of them without doubt."""
_COMMON = frozenset(
    ["from", "with", "that", "this", "were", "they", "their", "them", "there", "have", "been", "which", "people", "treatment", "trial", "study", "programme", "scheme", "cost", "costs", "number", "year", "years", "month", "months", "week", "weeks", "about", "than", "more", "less", "given", "first", "report", "england"]
)  # fmt: skip
"""Words that tell no record from another."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One figure that a number may be."""

    figure: Figure
    form: str
    start: int
    """Where the words begin that would be bound; -1 when they do not say what the figure says as they stand."""
    end: int
    words: str
    """What to bind: the words as they stand, or what the figure says."""
    address: str

    @property
    def fits(self) -> bool:
        """Whether the words can be bound as they stand."""
        return self.start >= 0

    @property
    def written(self) -> str:
        """What to write into the brief."""
        return f"[{self.words}]{{={self.address}}}"


@dataclass(slots=True)
class Index:
    """Figures by what they say."""

    units: UnitNames
    numbers: dict[Said, list[tuple[Figure, str]]] = field(default_factory=lambda: defaultdict(list))
    years: dict[int, list[Figure]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, figures: Iterable[Figure], units: UnitNames) -> "Index":
        """The index of some figures, each once."""
        index = cls(units)
        for figure in {figure.address: figure for figure in figures}.values():
            for value, form in forms(figure):
                index.numbers[value].append((figure, form))
            if isinstance(figure.value, Date):
                index.years[figure.value.year].append(figure)
        return index

    def alike(self, mention: Mention) -> list[tuple[Figure, str]]:
        """Figures of the same value, whatever their unit."""
        if mention.dated is not None:
            return [(figure, "") for date in mention.dated.dates for figure in self.years.get(date.year, ())]
        value = said(mention.claim.value) if mention.claim else None
        return self.numbers.get(value, []) if value is not None else []

    def span(self, mention: Mention, text: str, figure: Figure, form: str) -> tuple[int, int] | None:
        """What can be bound to a figure as it stands: the number with its qualifier and, where possible, its unit."""
        unit = "percent" if form.startswith("percent") else figure.unit
        if mention.dated is None and clash(mention.unit, unit, self.units):
            return None
        tails = mention.tails or (mention.end,)
        for end in tails[:1] if mention.per else tails:  # `a year` behind it has to be said by the figure
            words = " ".join(text[mention.lead : end].split())
            if words.isprintable() and disagreement(words, figure, form, self.units) is None:
                return mention.lead, end
        return None


def candidates(
    mention: Mention, text: str, index: Index, library: Library, used: Mapping[str, int], own: str
) -> list[Candidate]:
    """The figures that a number may be, at most three; `used` are the records used near it, the nearest highest, and those
    that are named there.

    A year or a small number equals figures of every subject by chance, so that other records are passed over for it.
    """
    found: dict[str, Candidate] = {}
    for figure, form in index.alike(mention):
        if figure.record not in used and figure.record != own and not _telling(mention, index.units):
            continue
        unit = "percent" if form.startswith("percent") else figure.unit
        if mention.dated is None and clash(mention.unit, unit, index.units):
            continue
        span = index.span(mention, text, figure, form)
        if span is None and (mention.dated is not None or _harder(mention, unit, index.units)):
            continue
        if figure.unit != mention.unit and (
            mention.sort == "small" or (_everyday(mention) and figure.record not in used)
        ):
            continue  # a lone `one` equals too much
        start, end = span or (-1, -1)
        words = text[start:end] if span else plain(instead(figure, form, index.units))
        address = _address(figure, library, own) + (f".{form}" if form else "")
        found.setdefault(figure.address, Candidate(figure, form, start, end, words, address))
    return sorted(found.values(), key=lambda one: _rank(one, mention, used))[:MOST]


def _harder(mention: Mention, unit: str | None, units: UnitNames) -> bool:
    """Whether a figure's percentage, sum or time is meant by nobody who writes a bare number."""
    firm = unit in {"percent", "percentage_point"} or units.is_money(unit)
    return firm and mention.unit != unit


def _telling(mention: Mention, units: UnitNames) -> bool:
    """Whether a number is such that hardly any other figure equals it: a share, a range, a sum, one of many digits."""
    value = said(mention.claim.value) if mention.claim else None
    if mention.dated is not None or value is None:
        return False
    return isinstance(value, tuple) or units.is_money(mention.unit) or len(value.normalize().as_tuple().digits) > 2


def named(text: str, library: Library) -> set[str]:
    """The records of which a text has a word that stands in the names of few others."""
    spoken = {word.casefold() for word in _WORD.findall(text)} - _COMMON
    rare = library.gathered(_rare)
    return {key for word in spoken for key in rare.get(word, ())}


def _rare(library: Library) -> dict[str, tuple[str, ...]]:
    """The words that stand in the names of few records, with the ids of these."""
    found: dict[str, list[str]] = {}
    for record in library.records.values():
        for word in _words_of(record):
            found.setdefault(word, []).append(record.id)
    return {word: tuple(ids) for word, ids in sorted(found.items()) if len(ids) <= _FEW}


def _words_of(record: Record) -> set[str]:
    place = record.field("place")
    telling = " ".join([record.title, record.name, place if isinstance(place, str) else ""])
    return {word.casefold() for word in _WORD.findall(telling)} - _COMMON


def _everyday(mention: Mention) -> bool:
    """Whether a number is so small that it equals many figures by chance."""
    value = said(mention.claim.value) if mention.claim else None
    return isinstance(value, Decimal) and abs(value) <= 12


def _address(figure: Figure, library: Library, own: str) -> str:
    inside = figure.address.startswith(f"{own}.") and figure.record == own
    return figure.address.partition(".")[2] if inside else library.short_address(figure.address)


def _rank(one: Candidate, mention: Mention, used: Mapping[str, int]) -> tuple[bool, int, bool, bool, str]:
    same_unit = mention.unit is not None and mention.unit == one.figure.unit
    return not same_unit, -used.get(one.figure.record, 0), not one.fits, bool(one.form), one.figure.address


def likely(
    found: Collection[Candidate], mention: Mention, text: str, used: Mapping[str, int], library: Library
) -> Candidate | None:
    """The one figure that a number can hardly fail to be; None when there is none, or more than one.

    A year is never more than a year: it equals the date of many things.
    """
    if mention.dated is not None and not any(date.day for date in mention.dated.dates):
        return None
    fitting = [one for one in found if one.fits and one.form not in _ENDS]
    sure = [one for one in fitting if _sure(one, mention, text, used, library)]
    return sure[0] if len(sure) == 1 and len(fitting) == len(sure) else None


def _sure(one: Candidate, mention: Mention, text: str, used: Mapping[str, int], library: Library) -> bool:
    """Whether the same record is used here, or its name stands here, and nothing speaks against it."""
    named = used.get(one.figure.record, 0) > 1 or _named(one.figure, text, library)
    agrees = mention.unit == one.figure.unit or one.form.startswith("percent") or mention.unit is None
    return named and (agrees or mention.unit not in DURATIONS)


def _named(figure: Figure, text: str, library: Library) -> bool:
    """Whether a telling word of its record's name or place stands in the text."""
    record = library.record(figure.record)
    if record is None:
        return False
    return bool(_words_of(record) & {word.casefold() for word in _WORD.findall(text)})
