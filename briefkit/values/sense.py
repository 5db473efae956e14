"""What makes a figure impossible although it could be read: `38 of 30`, an amount without its price year.

Both forms of a figure are held to the same rules; a fault names the part that it blames, so that each form can point.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefkit.values import Date, Missing, Number, Range, Share
from briefkit.values.dates import first_day, last_day, write_date
from briefkit.values.line_writer import written_number
from briefkit.values.quotes import quote_fault
from briefkit.values.reading import Part
from briefkit.values.stated import Stated
from briefkit.values.units import BUILT_IN_UNITS, MEASURED, UnitNames


@dataclass(frozen=True, slots=True)
class Nonsense:
    """One way in which what was stated cannot be."""

    part: Part
    rule: str
    message: str
    help: str
    offset: int = 0
    """Where the wrong words begin in a quotation; 0 for every other part."""
    length: int = 0
    """How long they are; 0 for the whole part."""


def nonsense(stated: Stated, units: UnitNames) -> Nonsense | None:
    """The first thing that cannot be; None when all of it can."""
    return next((found for check in CHECKS if (found := next(check(stated, units), None))), None)


def _share(stated: Stated, _: UnitNames) -> Iterator[Nonsense]:
    value = stated.value
    if not isinstance(value, Share):
        return
    written = f"`{value.events} of {value.total}`"
    if value.events > value.total:
        way = f"write events first, then the total: `{value.total} of {value.events}`, if that is what the source says"
        yield Nonsense(
            "value", "share-impossible", f"{written} is impossible: the total is the greater of the two", way
        )
    if value.total == 0:
        way = "write `not_applicable` where nobody was counted"
        yield Nonsense("value", "share-impossible", f"{written} is a share of nothing", way)
    if stated.unit in {"percent", "percentage_point"}:
        message = "a share of two counts carries no per cent"
        yield Nonsense(
            "unit", "share-form", message, "leave the unit out; the percentage is worked out from the counts"
        )


def _thousands(stated: Stated, units: UnitNames) -> Iterator[Nonsense]:
    """`750.000` is three quarters of a million in most of Europe; of money and of things counted nobody can tell."""
    counted = stated.unit is not None and (units.is_money(stated.unit) or stated.unit in COUNTS)
    ends = (stated.value.low, stated.value.high) if isinstance(stated.value, Range) else (stated.value,)
    for number in ends:
        if not counted or not isinstance(number, Number) or number.scale:
            continue
        if 1 <= abs(number.value) < 1000 and number.value.as_tuple().exponent == -3:
            message = f"`{number.value}` can be read as thousands, and as a decimal fraction"
            way = f"write `{str(number.value).replace('.', ',')}` for thousands, `{number.value}0` for the fraction"
            yield Nonsense("value", "number-form", message, way)


def _range(stated: Stated, _: UnitNames) -> Iterator[Nonsense]:
    value = stated.value
    if not isinstance(value, Range):
        return
    low, high = written_number(value.low), written_number(value.high)
    if value.low.value > value.high.value:
        message = f"the range from {low} to {high} runs backwards"
        yield Nonsense("value", "range-reversed", message, f"write `{high} to {low}`, the lower number first")
    if stated.qualifier not in {None, "about"}:
        message = f"`{stated.qualifier}` cannot stand before a range"
        yield Nonsense(
            "qualifier",
            "qualifier-with-range",
            message,
            f"write the range alone, or `{stated.qualifier}` and one number",
        )


def _money(stated: Stated, units: UnitNames) -> Iterator[Nonsense]:
    money = units.is_money(stated.unit)
    if money and stated.price_year is None and not isinstance(stated.value, Missing):
        message = "this amount of money does not say in which year's prices it stands"
        way = "add `(price year 2019)`, `(price year 2019 assumed)` when the source does not print it, or `(price year not_reported)`"
        yield Nonsense("value", "price-year-missing", message, way)
    if stated.price_year is not None and not money:
        message = "a price year stands beside something that is not money"
        yield Nonsense(
            "price_year",
            "price-year-not-money",
            message,
            "write the currency (`£`, `€`, `CHF`), or leave the price year out; for a count write `as of`",
        )


def _interval(stated: Stated, _: UnitNames) -> Iterator[Nonsense]:
    interval = stated.interval
    if interval is None:
        return
    ends = f"{interval.low:f} to {interval.high:f}"
    if interval.low > interval.high:
        yield Nonsense(
            "interval", "interval-form", f"the interval from {ends} runs backwards", "write the lower end first"
        )
    if not isinstance(stated.value, Number):
        yield Nonsense(
            "interval",
            "interval-form",
            "an interval stands beside something that is not one number",
            "give the estimate as one number",
        )
    elif not interval.low <= stated.value.value <= interval.high:
        message = f"the interval from {ends} does not contain the estimate, {stated.value.value:f}"
        yield Nonsense(
            "interval",
            "interval-outside",
            message,
            "compare both with the source; one of the three numbers is mistyped",
        )


def _dates(stated: Stated, _: UnitNames) -> Iterator[Nonsense]:
    period = stated.period
    if period is not None and first_day(period.start) > last_day(period.end):
        message = f"the period from {write_date(period.start)} to {write_date(period.end)} runs backwards"
        yield Nonsense("period", "period-reversed", message, "write the first date first")
    if period is not None and stated.as_of is not None:
        way = "keep `as of` for a state on one day, `period` for what was counted over a time"
        yield Nonsense("as_of", "as-of-and-period", "this figure has both a day and a period", way)
    if isinstance(stated.value, Date) and stated.interval is not None:
        yield Nonsense("interval", "interval-form", "a date has no interval", "leave the interval out")


def _quote(stated: Stated, _: UnitNames) -> Iterator[Nonsense]:
    found = quote_fault(stated.quote.exact) if stated.quote else None
    if found:
        yield Nonsense("quote", found.rule, found.message, found.help, found.offset, found.length)


COUNTS = frozenset(unit.id for unit in BUILT_IN_UNITS if not unit.symbol) - MEASURED
"""Units of things that are counted one by one."""

CHECKS: tuple[Callable[[Stated, UnitNames], Iterator[Nonsense]], ...] = (
    _share,
    _thousands,
    _range,
    _interval,
    _dates,
    _quote,
    _money,
)
"""In the order in which they are best mended."""
