"""Writing a figure in the one-line form: the inverse of `line.read_line`."""

from decimal import Decimal

from briefkit.values import Date, Interval, Missing, Number, PriceYear, Quote, Range, Share, Words, iso
from briefkit.values.dates import write_date
from briefkit.values.numerals import SCALES
from briefkit.values.quotes import write_quote
from briefkit.values.stated import Stated
from briefkit.values.units import DURATIONS, UnitNames


def write_line(stated: Stated, units: UnitNames) -> str | None:
    """The figure on one line; None when only the long form can say it."""
    if not _fits(stated):
        return None
    parts = [*_opening(stated, units), _interval(stated.interval), _quote(stated.quote), _notes(stated)]
    return " ".join(part for part in parts if part)


def _fits(stated: Stated) -> bool:
    quote = stated.quote
    if quote is not None and (quote.prefix or quote.suffix):
        return False
    if isinstance(stated.value, Words) and (quote is None or quote.exact != stated.value.text):
        return False
    return stated.at is None or not set(stated.at) & set("();\n")


def _opening(stated: Stated, units: UnitNames) -> list[str]:
    value = stated.value
    if isinstance(value, Words):
        return []
    if isinstance(value, Missing):
        return [value.kind]
    per = per_words(stated.per) if stated.per else ""
    return [stated.qualifier or "", value_text(value, stated.unit, units), _unit(stated, units), per]


def per_words(per: str) -> str:
    """`a year` for a plain unit of time, else `per patient per year`."""
    if per in DURATIONS:
        return f"an {per}" if per == "hour" else f"a {per}"
    return f"per {per}"


def value_text(value: Number | Share | Range | Date, unit: str | None, units: UnitNames) -> str:
    """The value as records write it, with the currency or the per cent of `unit`."""
    if isinstance(value, Date):
        return write_date(value)
    if isinstance(value, Share):
        return f"{value.events} of {value.total}"
    numbers = (value.low, value.high) if isinstance(value, Range) else (value,)
    before = (iso.currency_symbol(unit) or f"{unit} ") if unit and units.is_money(unit) else ""
    return " to ".join(f"{before}{written_number(number)}" for number in numbers) + ("%" if unit == "percent" else "")


def written_number(number: Number) -> str:
    """`-1,300.50` or `1.4 million`, as records write numbers."""
    value = unscaled(number)
    return f"{value:,f} {number.scale}".rstrip()


def unscaled(number: Number) -> Decimal:
    """The number as it stands before its scale word: 1.4 for 1.4 million."""
    return number.value / 10 ** SCALES[number.scale] if number.scale else number.value


def _unit(stated: Stated, units: UnitNames) -> str:
    if stated.unit is None or stated.unit == "percent" or units.is_money(stated.unit):
        return ""
    return units.noun(stated.unit, plural=stated.value != Number(Decimal(1))) or stated.unit


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return ""
    return f"({interval.level}% CI {interval.low:f} to {interval.high:f})"


def _quote(quote: Quote | None) -> str:
    return "" if quote is None else write_quote(quote.exact)


def _notes(stated: Stated) -> str:
    notes = [
        f"price year {price_year_text(stated.price_year)}" if stated.price_year else "",
        f"as of {write_date(stated.as_of)}" if stated.as_of else "",
        f"period {write_date(stated.period.start)} to {write_date(stated.period.end)}" if stated.period else "",
        f"at {stated.at}" if stated.at else "",
        f"cite {stated.cite}" if stated.cite else "",
        f"via {stated.via}" if stated.via else "",
    ]
    told = "; ".join(note for note in notes if note)
    return f"({told})" if told else ""


def price_year_text(price_year: PriceYear) -> str:
    """`2019`, `2019 assumed` or `not_reported`."""
    if price_year.year is None:
        return "not_reported"
    return f"{price_year.year} assumed" if price_year.assumed else str(price_year.year)
