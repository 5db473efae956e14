"""What figures, records and references carry: dates, durations, and values that may be said again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.references.reference import Reference
from briefkit.rules.once import once
from briefkit.rules.unbound.mentions import Mention, mentions
from briefkit.values import Date, Number, Range, Share
from briefkit.values.write import rounded_percent
from briefkit.yamlfile import Node

Said = Decimal | tuple[str, Decimal, Decimal]
"""A number, or both numbers of a share or range."""
_UNCARRIED = frozenset({"notes", "cite", "via", "references", "formula", "quote_hash"})
_LASTING = frozenset({"follow_up", "per", "duration", "covers", "measure"})
_LENGTH = {"day": (Decimal(1), "days"), "week": (Decimal(7), "days"), "month": (Decimal(1), "months"), "year": (Decimal(12), "months")}  # fmt: skip


def said(value: object) -> Said | None:
    """A value as it is looked up."""
    match value:
        case Number(number):
            return number
        case Share(events, total):
            return ("share", events, total)
        case Range(low, high):
            return ("range", low.value, high.value)
    return None


def forms(figure: Figure) -> Iterator[tuple[Said, str]]:
    """Everything that a figure says in numbers, each with what its address is followed by to say it."""
    whole = said(figure.value)
    if whole is not None:
        yield whole, ""
    if isinstance(figure.value, Share):
        for places, form in enumerate(("percent", "percent1")):
            shown = rounded_percent(figure, places)
            if shown is not None:
                yield shown, form
        yield figure.value.events, "events"
        yield figure.value.total, "total"
    if isinstance(figure.value, Range):
        yield figure.value.low.value, "low"
        yield figure.value.high.value, "high"
    if figure.interval is not None:
        yield figure.interval.low, "low"
        yield figure.interval.high, "high"
        yield ("range", figure.interval.low, figure.interval.high), "interval"


def duration(mention: Mention) -> tuple[object, str] | None:
    """A length of time, in days or in months; both ends of a span."""
    return _scaled(said(mention.claim.value), mention.unit) if mention.claim else None


def _scaled(value: Said | None, unit: str | None) -> tuple[object, str] | None:
    if unit not in _LENGTH:
        return None
    factor, kind = _LENGTH[unit]
    scaled = (
        value * factor if isinstance(value, Decimal) else tuple(part * factor for part in value[1:]) if value else None
    )
    return (scaled, kind) if scaled is not None else None


@dataclass(slots=True)
class Carried:
    """What texts of a record or reference mention."""

    dates: set[Date] = field(default_factory=set)
    durations: set[tuple[object, str]] = field(default_factory=set)
    values: set[Said] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    """What cannot be read as a number, as it is written: `half`, `twice`, `million`."""

    def take(self, found: Iterable[Mention]) -> None:
        """Add what a text mentions."""
        for mention in found:
            if mention.dated is not None:
                self.dates |= set(mention.dated.dates)
            if mention.sort == "part" or mention.claim is None:
                self.words.add(mention.text.casefold())
            if (length := duration(mention)) is not None:
                self.durations.add(length)
            if mention.claim is not None and (value := said(mention.claim.value)) is not None:
                self.values.add(value)
                self.values |= set(value[1:]) if isinstance(value, tuple) else set()


def _of_record(library: Library, record_id: str) -> Carried:
    return _mentioned(library, record_id, texts_of)


def _of_periods(library: Library, record_id: str) -> Carried:
    return _mentioned(library, record_id, _periods)


def _mentioned(library: Library, record_id: str, texts: Callable[[Node], Iterable[str]]) -> Carried:
    """What some of the texts of a record mention."""
    found = Carried()
    record = library.record(record_id)
    for text in texts(record.node) if record else ():
        found.take(mentions(text, library.vocabularies.units))
    return found


def _of_reference(library: Library, key: str) -> Carried:
    found = Carried()
    reference = library.references.get(key)
    if reference is not None:
        found.dates |= set(_issued(reference))
        found.take(mentions(reference.title, library.vocabularies.units))
    return found


@dataclass(slots=True)
class Shelf:
    """What each record and reference of a library carries, read when it is first asked for."""

    library: Library
    _times: dict[str, set[tuple[object, str]]] = field(default_factory=dict)

    def record(self, record_id: str) -> Carried:
        """What a record carries."""
        return self.library.worked_out(_of_record, "records", record_id)

    def times(self, record_id: str) -> set[tuple[object, str]]:
        """The lengths of time that a record carries: how long people were followed, what a cost is for; not what was found."""
        if record_id not in self._times:
            found = self.library.worked_out(_of_periods, "records", record_id)
            values = {_lasts(figure) for figure in self.library.figures_of(record_id) if figure.record == record_id}
            self._times[record_id] = (self.record(record_id).durations - values) | found.durations
        return self._times[record_id]

    def reference(self, key: str) -> Carried:
        """What a reference carries."""
        return self.library.worked_out(_of_reference, "references", key)

    def of_figures(self, figures: Iterable[Figure]) -> Iterator[Carried]:
        """What the records and references behind figures carry."""
        seen: set[str] = set()
        todo = list(figures)
        while todo:
            figure = todo.pop()
            if figure.address in seen:
                continue
            seen.add(figure.address)
            yield self.record(figure.record)
            for key in (*figure.cite, *([figure.via] if figure.via else [])):
                yield self.reference(key)
            inputs = figure.derivation.inputs if figure.derivation else ()
            todo += [self.library.figures[address] for address in inputs if address in self.library.figures]


def shelf_of(library: Library) -> Shelf:
    """The shelf of a library, filled once for all its records and briefs."""
    return _shelf(library)


@once
def _shelf(library: Library) -> Shelf:
    return Shelf(library)


def _lasts(figure: Figure) -> tuple[object, str] | None:
    """The length of time that is a figure's own value."""
    return _scaled(said(figure.value), figure.unit)


def _periods(node: Node) -> Iterator[str]:
    """The texts of a record that say for how long something was done or looked at."""
    for key, pair in node.pairs.items():
        yield from [pair.value.text] if pair.value.kind == "text" and key in _LASTING else _periods(pair.value)
    for item in node.items:
        yield from _periods(item)


def _issued(reference: Reference) -> Iterator[Date]:
    if reference.issued:
        yield reference.issued.start
        if reference.issued.end:
            yield reference.issued.end


def texts_of(node: Node, without: frozenset[str] = _UNCARRIED) -> Iterator[str]:
    """All texts below some fields of a record; `y2014` as a key tells a year."""
    if node.kind == "text":
        yield node.text
    for item in node.items:
        yield from texts_of(item, without)
    for key, pair in node.pairs.items():
        if key not in without:
            yield key.replace("_", " ").removeprefix("y")
            yield from texts_of(pair.value, without)
