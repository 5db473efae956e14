"""The atom: one value taken from one source, with everything needed to find it there again.

This is the figure after loading: its citation and locator are settled (also when inherited from its record), its
address is known, its place in the file is kept. How an officer writes one is `records.figure_form`.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from briefkit.problems import Where
from briefkit.values import Date, Interval, Number, Period, PriceYear, Qualifier, Quote, Share, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a derived figure came about."""

    formula: str
    """As written: `running_cost / places_planned`."""
    inputs: tuple[str, ...]
    """Full addresses of the figures that it names, in order of first mention."""
    working: str
    """The same with the values put in, as readers see it: `250,000 / 15`."""
    assumes: str = ""
    """What must hold for the formula to mean anything, in the officer's words."""
    places: int | None = None
    """Decimal places it was rounded to; None when it was not rounded."""
    method: str = ""
    """How it was done where the formula alone does not say: of converted money the series, their editions and the factors."""
    otherwise: tuple["Otherwise", ...] = ()
    """What it would come to were an assumed price year one earlier or later; empty where none was assumed."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What a converted amount would come to from another price year than the one assumed."""

    year: int
    value: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure, ready for tables and sentences."""

    address: str
    """Full address: record id, then the keys down to it, joined by dots."""
    record: str
    """Id of its record."""
    label: str
    """What it is, in a few words, for headers and panels: `Running cost`."""
    value: Value
    qualifier: Qualifier | None = None
    unit: str | None = None
    """Id in the units vocabulary (`people`, `percent`, `percentage_point`) or an ISO 4217 code (`GBP`)."""
    per: str | None = None
    """What a rate or a cost is counted by, as written: `year`, `patient per year`, `100,000 people`."""
    price_year: PriceYear | None = None
    """Money only."""
    as_of: Date | None = None
    """When a changing state was as stated."""
    period: Period | None = None
    """Over which time a flow was counted."""
    interval: Interval | None = None
    quote: Quote | None = None
    cite: tuple[str, ...] = ()
    """Keys of the references it rests on: one for a figure with a source, the union of its inputs' for a derived one."""
    at: str | None = None
    """Locator within the source: `p. 3`, `abstract`, `table 2`."""
    via: str | None = None
    """Key of the reference in which it was met, when that is not its own source."""
    subject_not_in_quote: str = ""
    """Why the quote does not name what the value is about (`table heading`); empty when it does."""
    year_from: str = ""
    """Where a date's year comes from when the quote lacks it (`page date`)."""
    value_from: str = ""
    """How the value follows from its quotation, in the officer's words, when it does not stand in it; else empty."""
    note: str = ""
    conflicts_with: tuple[str, ...] = ()
    """Addresses of figures that say otherwise about the same thing."""
    preferred_because: str = ""
    """Why this one is used although others disagree."""
    derivation: Derivation | None = None
    local: Literal["", "given", "resting"] = ""
    """`given` by the office for one edition, without a source: an assumption, never evidence; `resting` when it was worked
    out from such a one."""
    where: Where = field(default=Where(""), compare=False)
    """Where its value stands in the file."""

    @property
    def percent(self) -> Decimal | None:
        """Per cent (0-100) that a share or a percentage states, unrounded; None for anything else."""
        if isinstance(self.value, Share):
            return None if self.value.total == 0 else 100 * self.value.events / self.value.total
        return self.value.value if isinstance(self.value, Number) and self.unit == "percent" else None
