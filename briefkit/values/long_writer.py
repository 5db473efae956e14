"""Writing a figure in the long form: the inverse of `long.settle`, for what one line cannot say."""

from briefkit.values import Interval, Missing, Quote, Words
from briefkit.values.dates import write_date
from briefkit.values.line_writer import price_year_text, value_text
from briefkit.values.stated import Stated
from briefkit.values.units import UnitNames

Keys = dict[str, str | list[str] | dict[str, str]]
"""What stands in the file, key by key."""


def write_keys(stated: Stated, units: UnitNames) -> Keys:
    """The figure key by key, in the order in which people write them.

    An interval can stand there at the levels of 90, 95 and 99 per cent.
    """
    found: dict[str, str | list[str] | dict[str, str] | None] = {
        "value": _value(stated, units),
        "qualifier": stated.qualifier,
        "unit": stated.unit,
        "per": stated.per,
        "price_year": price_year_text(stated.price_year) if stated.price_year else None,
        "as_of": write_date(stated.as_of) if stated.as_of else None,
        **_period(stated),
        **_interval(stated.interval),
        **_quote(stated.quote),
        "at": stated.at,
        "cite": stated.cite,
        "via": stated.via,
    }
    return {key: text for key, text in found.items() if text}


def _value(stated: Stated, units: UnitNames) -> str | None:
    value = stated.value
    if isinstance(value, Words):
        return None if stated.quote and stated.quote.exact == value.text else value.text
    if isinstance(value, Missing):
        return value.kind
    return value_text(value, None, units)


def _period(stated: Stated) -> Keys:
    if stated.period is None:
        return {}
    return {"period": {"from": write_date(stated.period.start), "to": write_date(stated.period.end)}}


def _interval(interval: Interval | None) -> Keys:
    if interval is None:
        return {}
    return {f"ci_{interval.level}": [f"{interval.low:f}", f"{interval.high:f}"]}


def _quote(quote: Quote | None) -> Keys:
    if quote is None:
        return {}
    return {"quote": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
