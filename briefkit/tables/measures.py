"""Whether the figures of one column are counted alike, and the words for it: in the header if they are, else in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.figure import Figure
from briefkit.tables.settle import is_money
from briefkit.values import Date, Missing, Number, Range, Share, Words, iso
from briefkit.values.line_writer import per_words
from briefkit.values.units import UnitNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How a column's figures are counted."""

    alike: bool
    """True when one header can say it for all."""
    unit: str = ""
    """Words for the header."""
    differences: tuple[str, ...] = ()
    """In what they differ, in words: `currency`, `price year`."""
    when: str = ""
    """The year that all of them belong to; empty when they have none or several."""
    when_differs: bool = False
    shares: bool = False
    """True when some are shares (`38 of 43`): then percentages beside them carry their own mark."""


def measured(figures: Sequence[Figure], header: str, units: UnitNames, noun: str = "") -> Measured:
    """How the figures with a numeric value are counted; `noun` is the officer's word for a noun unit."""
    numeric = [figure for figure in figures if isinstance(figure.value, Number | Range | Share)]
    differences = _differences(numeric, units)
    alike = not differences and len({_kind(figure) for figure in numeric}) <= 1
    years = {when(figure) for figure in numeric}
    return Measured(
        alike=alike,
        unit=_header_words(numeric, header, units, noun) if alike and numeric else "",
        differences=differences,
        when=next(iter(years)) if len(years) == 1 else "",
        when_differs=len(years) > 1,
        shares=any(isinstance(figure.value, Share) for figure in numeric),
    )


def _kind(figure: Figure) -> str | None:
    """The unit in which a figure is compared: a share is printed with its percentage, and so goes with percentages."""
    return "percent" if isinstance(figure.value, Share) else figure.unit


def _differences(figures: Sequence[Figure], units: UnitNames) -> tuple[str, ...]:
    """In what figures differ; counts of people, of patients and of places say themselves what they count."""
    out = []
    kinds = {_kind(figure) for figure in figures}
    if len(kinds) > 1 and not all(is_noun(unit, units) for unit in kinds):
        out.append("currency" if all(is_money(unit) for unit in kinds) else "unit")
    if len({figure.per for figure in figures}) > 1:
        out.append("what they are counted by")
    if len({figure.price_year.year if figure.price_year else None for figure in figures}) > 1:
        out.append("price year")
    return tuple(out)


def is_noun(unit: str | None, units: UnitNames) -> bool:
    """Whether a unit is a word for things that are counted."""
    return unit is None or not (is_money(unit) or units.unit(unit).symbol)


def _header_words(figures: Sequence[Figure], header: str, units: UnitNames, noun: str) -> str:
    """Unit, per and price year for the header."""
    first = figures[0]
    unit = "" if any(isinstance(figure.value, Share) for figure in figures) else unit_words(first.unit, units)
    if not is_money(first.unit) and _says(header, unit, first.unit):
        unit = ""
    if is_noun(first.unit, units):
        unit = noun or unit
    counted = " ".join(part for part in (unit, per_words(first.per) if first.per else "") if part)
    return ", ".join(part for part in (counted, price_words(first)) if part)


def unit_words(unit: str | None, units: UnitNames) -> str:
    """A unit as a header says it: `£`, `%`, `clinics`."""
    if unit is None:
        return ""
    if is_money(unit):
        return iso.currency_symbol(unit) or unit
    return units.unit(unit).symbol or units.noun(unit, plural=True)


def _says(header: str, words: str, unit: str | None) -> bool:
    """Whether a header needs no unit: it names it, or counts people under a plural of its own (`Patients`)."""
    last = header.casefold().split()[-1:] or [""]
    return words.casefold() in header.casefold() or (unit == "people" and last[0].endswith("s"))


def price_words(figure: Figure) -> str:
    """In whose prices an amount is: `2019 prices`; whether that is assumed, a note says."""
    if figure.price_year is None:
        return ""
    return f"{figure.price_year.year} prices" if figure.price_year.year else "price year not reported"


def when(figure: Figure) -> str:
    """The year or years that a count belongs to; empty for none."""
    if figure.as_of:
        return str(figure.as_of.year)
    if figure.period is None:
        return ""
    start, end = figure.period.start.year, figure.period.end.year
    return str(start) if start == end else f"{start}–{end}"


def numeric(figure: Figure) -> bool:
    """Whether a figure shows digits that line up in a column."""
    if isinstance(figure.value, Date):
        return figure.value.month is None
    return not isinstance(figure.value, Words | Missing)
