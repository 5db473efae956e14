"""What one figure says, in whichever of the two forms it was written: the one-line form or the long one.

`figure.Figure` is this after loading, with its address, and with the citation and locator that it inherits.
"""

from dataclasses import dataclass

from briefkit.values import Date, Interval, Period, PriceYear, Qualifier, Quote, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One figure as its author stated it."""

    value: Value
    qualifier: Qualifier | None = None
    """`about`, `up to`...: printed wherever the value is printed."""
    unit: str | None = None
    """Id of a unit, or an ISO 4217 code for money."""
    per: str | None = None
    """What a rate or cost is counted by: `year`, `patient per year`, `100,000 people`."""
    price_year: PriceYear | None = None
    """Money only."""
    as_of: Date | None = None
    """When a changing state was as stated."""
    period: Period | None = None
    """Over which time a flow was counted."""
    interval: Interval | None = None
    """Its interval of uncertainty, as the source gives it."""
    quote: Quote | None = None
    """The words of the source that bear it."""
    cite: str | None = None
    """Key of its reference; None when it inherits that of its record."""
    at: str | None = None
    """Locator in the source; None when it inherits that of its record."""
    via: str | None = None
    """Key of the reference in which it was met."""
