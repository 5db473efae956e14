"""The truth of one comparison of two things that are there: true, false, or not settled by what the sources say."""

from dataclasses import dataclass

from briefkit.tables.comparable import Absent, Comparable, Extent, Measure, Names, Refused, Span
from briefkit.tables.condition import Operator


@dataclass(frozen=True, slots=True)
class Clash:
    """Why two things cannot be compared, before its place is known."""

    message: str
    help: str


def settle(left: Comparable, operator: Operator, right: Comparable, names: tuple[str, str]) -> bool | Clash | None:
    """The truth of `left operator right`; None when the sources do not settle it."""
    if isinstance(left, Extent) and isinstance(right, Extent):
        clash = clash_of_measures(left.measure, right.measure, names)
        return clash or _truth(operator, _below(left, right), _below(right, left), _same(left, right))
    if isinstance(left, Span) and isinstance(right, Span):
        return _truth(operator, _before(left, right), _after(left, right), _during(left, right))
    if isinstance(left, Names) and isinstance(right, Names):
        if operator in {"==", "!="}:
            return bool(set(left.texts) & set(right.texts)) is (operator == "==")
        message = f"`{names[0]}` and `{names[1]}` are texts, which have no order"
        return Clash(message, "compare texts with `==`, `!=` or `in [...]`")
    return _clash_of_kinds(left, right, names)


def _truth(operator: Operator, less: bool | None, more: bool | None, same: bool | None) -> bool | None:
    """What an operator says, from whether the left side is less, more, the same."""
    said = {"<": less, ">=": less, ">": more, "<=": more, "==": same, "!=": same}[operator]
    if said is None or operator in {"<", ">", "=="}:
        return said
    return not said


def _below(left: Extent, right: Extent) -> bool | None:
    """Whether all of the left lies below all of the right."""
    if left.high is not None and right.low is not None:
        touching = left.high == right.low and (left.high_open or right.low_open)
        if left.high < right.low or touching:
            return True
    return False if left.low is not None and right.high is not None and left.low >= right.high else None


def _same(left: Extent, right: Extent) -> bool | None:
    """Whether both are one and the same number."""
    if left.low is not None and left.low == left.high == right.low == right.high:
        return True
    return False if _below(left, right) or _below(right, left) else None


def _before(day: Span, period: Span) -> bool | None:
    """Whether a day, as exactly as it is known, lies before a period."""
    return True if day.end < period.start else False if day.start >= period.start else None


def _after(day: Span, period: Span) -> bool | None:
    """Whether it lies after the period."""
    return True if day.start > period.end else False if day.end <= period.end else None


def _during(day: Span, period: Span) -> bool | None:
    """Whether it lies within the period."""
    if period.start <= day.start and day.end <= period.end:
        return True
    return False if day.end < period.start or day.start > period.end else None


def clash_of_measures(left: Measure | None, right: Measure | None, names: tuple[str, str]) -> Clash | None:
    """Why two amounts cannot be compared; None when they can (a bare number goes with anything)."""
    if left is None or right is None:
        return None
    if left.unit != right.unit:
        message = f"`{names[0]}` is in {unit_words(left.unit)} and `{names[1]}` in {unit_words(right.unit)}"
        return Clash(message, _way_out_of_units({left.unit, right.unit}))
    if left.literal or right.literal:
        return None
    if left.per != right.per:
        message = f"`{names[0]}` is counted {_per_words(left.per)} and `{names[1]}` {_per_words(right.per)}"
        return Clash(message, "compare amounts that are counted in the same way")
    if left.year != right.year:
        message = f"`{names[0]}` is in {_year_words(left.year)} and `{names[1]}` in {_year_words(right.year)}"
        return Clash(message, "compare amounts in prices of one year")
    return None


def _way_out_of_units(units: set[str | None]) -> str:
    """What to do about two units."""
    if units == {"percent", "percentage_point"}:
        return "a level (per cent) and a difference of levels (percentage points) cannot be compared"
    if any(is_money(unit) for unit in units):
        return "only money of one currency can be compared: choose the records first, as in `country == 'GB' and ...`"
    return "compare amounts in the same unit"


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency's code."""
    return unit is not None and len(unit) == 3 and unit.isupper()


def unit_words(unit: str | None) -> str:
    """A unit as messages say it."""
    known = {None: "no unit", "percent": "per cent", "percentage_point": "percentage points"}
    return known.get(unit) or str(unit).replace("_", " ")


def _per_words(per: str | None) -> str:
    """What an amount is counted by, as messages say it."""
    return f"per {per}" if per else "per nothing"


def _year_words(year: int | None) -> str:
    """In whose prices an amount is, as messages say it."""
    return "prices of a year that is not reported" if year is None else f"prices of {year}"


def _clash_of_kinds(left: Comparable, right: Comparable, names: tuple[str, str]) -> Clash:
    """A text beside a number, or a date beside either."""
    first, second = _kind(left), _kind(right)
    ways = {
        frozenset({"a text", "a number"}): "numbers stand without quotation marks, texts in them",
        frozenset({"a text", "a date"}): "write a date as `1994`, `1994-03` or `1994-03-21`",
        frozenset({"a number", "a date"}): "compare a date with a year (`1994`) or a day (`1994-03-21`)",
    }
    message = f"`{names[0]}` is {first} and `{names[1]}` is {second}: they cannot be compared"
    return Clash(message, ways[frozenset({first, second})])


def _kind(side: Comparable) -> str:
    """What a side is, as messages say it."""
    assert not isinstance(side, Absent | Refused)
    return "a number" if isinstance(side, Extent) else "a date" if isinstance(side, Span) else "a text"
