"""What two things must be made of before a condition may compare them: extents of numbers, spans of days, names, or nothing.

A number that its source only bounds (`up to 15`, `12 to 15`) is an extent, so that a comparison which the source does
not settle stays unknown. A date as exact as its source (`1994`) is a span of days.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.tables.condition import Amount, Day, Operand, Text
from briefkit.values import Date, Missing, Number, Range, Share, Words
from briefkit.values.dates import first_day, last_day, read_date
from briefkit.values.write import missing_words

Found = Figure | str | tuple[str, ...] | None
"""What a record says under a field's name; None when it does not have the field."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What an amount is counted in; amounts may be compared only when these agree."""

    unit: str | None
    per: str | None = None
    year: int | None = None
    """Of prices; None for what is no money and for money whose price year is not reported."""
    literal: bool = False
    """True for a number written in the condition, which names its unit at most."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A number, or the bounds between which it lies."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    """True when it lies above `low`, never on it (`more than 100`)."""
    high_open: bool = False
    measure: Measure | None = None
    """None for a bare number."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, each as year, month, day."""

    start: tuple[int, int, int]
    end: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Names:
    """A text, or the several texts of a list."""

    texts: tuple[str, ...]
    loose: bool = False
    """True when it may stand for a number or a date as well (a parameter)."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing to compare with, and why: `not reported`, `not recorded`."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is never compared as it stands."""

    message: str
    help: str


Comparable = Extent | Span | Names | Absent | Refused

_NUMBER = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,12})?|-?[0-9]{1,15}(?:\.[0-9]{1,12})?")


def of_literal(operand: Operand) -> Comparable:
    """What a text, number or date in a condition compares as."""
    if isinstance(operand, Text):
        return Names((operand.value,), operand.loose)
    if isinstance(operand, Day):
        return span(operand.date)
    assert isinstance(operand, Amount)
    measure = Measure(operand.unit, literal=True) if operand.unit else None
    return Extent(operand.value, operand.value, measure=measure)


def of_found(found: Found, name: str) -> Comparable:
    """What a record's field compares as."""
    if found is None:
        return Absent("not recorded")
    if isinstance(found, Figure):
        return _of_figure(found, name)
    return Names((found,) if isinstance(found, str) else found)


def _of_figure(figure: Figure, name: str) -> Comparable:
    """What a figure compares as."""
    value = figure.value
    if isinstance(value, Missing):
        return Absent(missing_words(value.kind))
    if isinstance(value, Share):
        message = f"`{name}` is a share (`{value.events:f} of {value.total:f}`), which is no single number"
        return Refused(message, f"write `{name}.percent`, `{name}.events` or `{name}.total`")
    if isinstance(value, Words):
        return Names((value.text,))
    if isinstance(value, Date):
        return span(value)
    return _extent(figure, value)


def _extent(figure: Figure, value: Number | Range) -> Extent:
    """The bounds of a number, with its qualifier taken at its word (`about`, `almost` and `nearly` bound nothing)."""
    low, high = (value.value, value.value) if isinstance(value, Number) else (value.low.value, value.high.value)
    year = figure.price_year.year if figure.price_year else None
    measure = Measure(figure.unit, figure.per, year)
    if figure.qualifier in {"at least", "more than"}:
        return Extent(low, None, low_open=figure.qualifier == "more than", measure=measure)
    if figure.qualifier in {"up to", "fewer than"}:
        return Extent(None, high, high_open=figure.qualifier == "fewer than", measure=measure)
    return Extent(low, high, measure=measure)


def span(day: Date) -> Span:
    """All days that a date as exact as its source can be."""
    return Span(first_day(day), last_day(day))


def alike(left: Comparable, right: Comparable) -> tuple[Comparable, Comparable]:
    """Both sides, each turned into what the other is where its writing allows that: a year, a parameter's number."""
    left = _turned(left, right)
    right = _turned(right, left)
    return _turned(left, right), right


def _turned(side: Comparable, other: Comparable) -> Comparable:
    """One side as the other side's kind of thing, when it can be read so."""
    if isinstance(other, Span):
        if isinstance(side, Extent) and side.measure is None and side.low == side.high:
            return _year(side.low) or side
        if isinstance(side, Names) and len(side.texts) == 1:
            return read_span(side.texts[0]) or side
    if isinstance(side, Names) and side.loose and isinstance(other, Extent) and _NUMBER.fullmatch(side.texts[0]):
        number = Decimal(side.texts[0].replace(",", ""))
        return Extent(number, number)
    bare = isinstance(other, Extent) and other.measure is None and _year(other.low) is not None
    if bare and isinstance(side, Names) and not side.loose and len(side.texts) == 1:
        return read_span(side.texts[0]) or side
    return side


def _year(number: Decimal | None) -> Span | None:
    """The days of a year, for a bare number that can be one."""
    if number is None or number != number.to_integral_value() or not 1000 <= number <= 2199:
        return None
    return span(Date(int(number)))


def read_span(text: str) -> Span | None:
    """The days of a date that a text field or a parameter holds."""
    found = read_date(text)
    return span(found) if isinstance(found, Date) else None
