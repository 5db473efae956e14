"""What a figure looks like on a page: its value with the words and symbols that belong to it.

The qualifier is always printed; blanks within a value do not break at the end of a line.
"""

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from briefkit.figure import Figure
from briefkit.values import Date, Missing, MissingKind, Number, Range, Share, Words, iso
from briefkit.values.dates import MONTHS
from briefkit.values.line_writer import per_words, unscaled
from briefkit.values.units import BUILT_IN, DURATIONS, UnitNames

NO_BREAK = "\u00a0"
_MISSING_WORDS: Mapping[MissingKind, str] = {
    "not_reported": "not reported",
    "not_applicable": "not applicable",
    "not_seen": "not seen",
    "unclear": "unclear",
}


def missing_words(kind: MissingKind) -> str:
    """Why a value is missing, as readers see it."""
    return _MISSING_WORDS[kind]


def number_text(number: Decimal) -> str:
    """The number in digits: `1,300`, `1.40`, `−3`."""
    return f"{number:,f}".replace("-", "−")


def short(figure: Figure, units: UnitNames = BUILT_IN) -> str:
    """The value with its qualifier and its symbol: `up to 15`, `about £250,000`, `38 of 43`, `69%`, `6 December 2022`.

    Nouns are left to the sentence, but not the base of a ratio: `12 per 100,000 people`.
    """
    text = _qualified(figure, _value(figure, units))
    return f"{text} {per_words(figure.per or '')}" if is_ratio(figure.per) else text


def is_ratio(per: str | None) -> bool:
    """Whether a rate is so many in a number of others (`100,000 people`): its value means nothing without that."""
    return per is not None and per[:1].isdigit()


def full(figure: Figure, units: UnitNames = BUILT_IN) -> str:
    """The same with its noun and what it is counted by: `up to 15 places`, `about £250,000 a year`."""
    if isinstance(figure.value, Missing | Words | Date):
        return short(figure, units)
    parts = [
        _qualified(figure, _value(figure, units)),
        noun(figure, units),
        per_words(figure.per) if figure.per else "",
    ]
    return " ".join(part for part in parts if part)


def noun(figure: Figure, units: UnitNames = BUILT_IN) -> str:
    """Its noun unit in the number that its value asks for: `places`; empty for money, symbols and no unit."""
    if figure.unit is None or units.is_money(figure.unit) or units.unit(figure.unit).symbol:
        return ""
    value = figure.value
    one = isinstance(value, Number) and abs(value.value) == 1 and not value.scale
    return units.noun(figure.unit, plural=not one)


def _qualified(figure: Figure, text: str) -> str:
    if figure.qualifier is None or isinstance(figure.value, Missing | Words):
        return text
    return f"{_grammatical(figure)} {text}"


def _grammatical(figure: Figure) -> str:
    """`fewer than` for things that are counted one by one, `less than` for all others."""
    if figure.qualifier != "fewer than":
        return str(figure.qualifier)
    whole = isinstance(figure.value, Share) or (
        isinstance(figure.value, Number) and figure.value.value == figure.value.value.to_integral_value()
    )
    measured = figure.unit in DURATIONS or (figure.unit is not None and not noun(figure))
    return "fewer than" if whole and not measured else "less than"


def _value(figure: Figure, units: UnitNames) -> str:
    match figure.value:
        case Number() as number:
            return with_symbol(number, figure.unit, units)
        case Share(events, total):
            return NO_BREAK.join((number_text(events), "of", number_text(total)))
        case Range(low, high):
            return NO_BREAK.join(_ends(low, high, figure.unit, units))
        case Date() as date:
            return date_text(date)
        case Words(text):
            return text
        case Missing(kind):
            return missing_words(kind)


def _ends(low: Number, high: Number, unit: str | None, units: UnitNames) -> tuple[str, str, str]:
    """Both ends of a range, the lower with its symbol where that is short enough to be said twice."""
    symbol = units.unit(unit).symbol if unit else ""
    first = with_symbol(low, unit if symbol in {"", "%"} else None, units)
    return first, "to", with_symbol(high, unit, units, alone=False)


def with_symbol(number: Number, unit: str | None, units: UnitNames = BUILT_IN, *, alone: bool = True) -> str:
    """A number with its scale word and its symbol: `£1.4 million`, `CHF 51.17`, `69%`, `10 mg`.

    The upper end of a range does not stand alone: its symbol belongs to both ends.
    """
    text = number_text(unscaled(number))
    if number.scale:
        text += NO_BREAK + number.scale
    if unit is None:
        return text
    if units.is_money(unit):
        return _money(text, unit)
    symbol = units.unit(unit).symbol
    if unit == "percentage_point" and alone and abs(number.value) == 1:
        symbol = "percentage point"
    if symbol in {"", "%"}:
        return text + symbol
    return NO_BREAK.join((text, symbol.replace(" ", NO_BREAK)))


def _money(text: str, code: str) -> str:
    symbol = iso.currency_symbol(code)
    minus = "−" if text.startswith("−") else ""
    return f"{minus}{symbol or code + NO_BREAK}{text.removeprefix('−')}"


def date_text(date: Date) -> str:
    """`6 December 2022`, `December 2022` or `2022`."""
    day = [str(date.day)] if date.day else []
    month = [MONTHS[date.month - 1]] if date.month else []
    return NO_BREAK.join([*day, *month, str(date.year)])


def price_note(figure: Figure) -> str:
    """In which year's prices an amount stands: `2019 prices, assumed`; empty when it is not money."""
    if figure.price_year is None:
        return ""
    if figure.price_year.year is None:
        return "price year not reported"
    return f"{figure.price_year.year} prices" + (", assumed" if figure.price_year.assumed else "")


def attribute(figure: Figure, name: str, units: UnitNames = BUILT_IN) -> str | None:
    """What a figure prints when it is asked for one part of it; None when it has no such part."""
    places = re.fullmatch(r"percent([1-3]?)", name)
    if places:
        return _percent(figure, int(places[1] or 0))
    reader = ATTRIBUTES.get(name)
    return reader(figure, units) if reader else None


_TOWARDS = {"at least": ROUND_FLOOR, "more than": ROUND_FLOOR, "up to": ROUND_CEILING, "fewer than": ROUND_CEILING}
"""A bound that is rounded must stay true."""


def rounded_percent(figure: Figure, places: int) -> Decimal | None:
    """Its percentage rounded; with more decimals than asked for where it would be a flat 0 or 100 that it is not."""
    percent = figure.percent
    if percent is None:
        return None
    rounding = _TOWARDS.get(figure.qualifier or "", ROUND_HALF_UP)
    tries = (percent.quantize(Decimal(1).scaleb(-more), rounding=rounding) for more in range(places, 4))
    return next((found for found in tries if found == percent or found not in {0, 100}), percent)


def _percent(figure: Figure, places: int) -> str | None:
    percent = rounded_percent(figure, places)
    if percent is None:
        return None
    qualifier = "less than" if figure.qualifier == "fewer than" else figure.qualifier
    return f"{qualifier or ''} {number_text(percent)}%".lstrip()


def _events(figure: Figure, _: UnitNames) -> str | None:
    return _qualified(figure, number_text(figure.value.events)) if isinstance(figure.value, Share) else None


def _total(figure: Figure, _: UnitNames) -> str | None:
    return number_text(figure.value.total) if isinstance(figure.value, Share) else None


def _end(which: str) -> Callable[[Figure, UnitNames], str | None]:
    def read(figure: Figure, units: UnitNames) -> str | None:
        if isinstance(figure.value, Range):
            return _qualified(figure, with_symbol(getattr(figure.value, which), figure.unit, units))
        if figure.interval is not None:
            return with_symbol(Number(getattr(figure.interval, which)), figure.unit, units)
        return None

    return read


def _bare(figure: Figure, units: UnitNames) -> str | None:
    match figure.value:
        case Number() as number:
            return _qualified(figure, with_symbol(number, None, units))
        case Range(low, high):
            ends = (with_symbol(low, None, units), "to", with_symbol(high, None, units))
            return _qualified(figure, NO_BREAK.join(ends))
        case _:
            return short(figure, units)


def _unit(figure: Figure, units: UnitNames) -> str | None:
    if figure.unit is None:
        return None
    return (
        iso.currency_name(figure.unit) if units.is_money(figure.unit) else units.noun(figure.unit, plural=True) or None
    )


def _interval(figure: Figure, units: UnitNames) -> str | None:
    if figure.interval is None:
        return None
    ends = _ends(Number(figure.interval.low), Number(figure.interval.high), figure.unit, units)
    return NO_BREAK.join((f"{figure.interval.level}%", "CI", *ends))


def _year(figure: Figure, _: UnitNames) -> str | None:
    if isinstance(figure.value, Date):
        return _qualified(figure, str(figure.value.year))
    return str(figure.as_of.year) if figure.as_of else None


def _price_year(figure: Figure, _: UnitNames) -> str | None:
    if figure.price_year is None:
        return None
    return price_note(figure).replace(" prices", "").replace("price year ", "")


ATTRIBUTES: Mapping[str, Callable[[Figure, UnitNames], str | None]] = {
    "full": full,
    "events": _events,
    "total": _total,
    "low": _end("low"),
    "high": _end("high"),
    "value": _bare,
    "unit": _unit,
    "interval": _interval,
    "year": _year,
    "quote": lambda figure, _: figure.quote.exact if figure.quote else None,
    "price_year": _price_year,
}
"""What may be asked of a figure, besides `percent` and `percent1` to `percent3`."""
