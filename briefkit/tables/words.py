"""Words that cells of every kind use: quotations, shares with their percentage, intervals, notes to amounts."""

from dataclasses import replace

from briefkit.figure import Figure
from briefkit.values import Number, Share, Words, write
from briefkit.values.units import UnitNames


def calculation(formula: str, assumes: str, method: str = "") -> str:
    """The note to a derived figure: how it was worked out, what that takes for granted, and by which method."""
    told = f"Our calculation: {formula.replace('_', ' ')}."
    taken = f"Assumes {assumes.rstrip('.')}." if assumes else ""
    return " ".join(part for part in (told, taken, method) if part)


def assumed_words(view: Figure) -> str:
    """The note to an assumed price year; empty for any other."""
    if view.price_year is None or not view.price_year.assumed:
        return ""
    return f"The price year {view.price_year.year} is assumed; the source does not state it."


def quoted(view: Figure) -> str:
    """A fact in the source's own words, in quotation marks; "" for anything in ours."""
    if not isinstance(view.value, Words) or view.quote is None or view.value.text != view.quote.exact:
        return ""
    return f"“{view.value.text.strip('“”')}”"


def plain(view: Figure) -> str:
    """Value and qualifier without the unit; a share with its percentage."""
    text = write.short(replace(view, unit=None, per=None, price_year=None))
    percent = write.rounded_percent(view, 0) if isinstance(view.value, Share) else None
    return f"{text} ({write.number_text(percent)}%)" if percent is not None else text


def interval_words(view: Figure, units: UnitNames, *, bare: bool) -> str:
    """The interval of uncertainty that belongs to an estimate; bare where the header has the unit."""
    if view.interval is None:
        return ""
    unit = None if bare else view.unit
    low, high = (write.with_symbol(Number(end), unit, units) for end in (view.interval.low, view.interval.high))
    return f"{write.number_text(view.interval.level)}% CI {low} to {high}"
