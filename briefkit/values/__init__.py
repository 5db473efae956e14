"""What a figure can say: numbers with the digits that were written, shares, ranges, dates, words, or typed absence.

All of them are plain frozen values. Reading them from text, writing them for a page and comparing them with words
are the neighbours' work; nothing here knows files or pages.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal["about", "almost", "nearly", "up to", "at least", "more than", "fewer than"]
"""Words that belong to a value and are always printed with it (`fewer than` also stands for `less than`)."""

MissingKind = Literal["not_reported", "not_applicable", "not_seen", "unclear"]
"""Why a value is not there: the source does not say; it cannot exist; we have not looked; the source is unclear."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number, with exactly the digits that were written (`1.40` keeps two decimals)."""

    value: Decimal
    """The number itself; for `1.4 billion` this is 1400000000."""
    scale: str = ""
    """The scale word it was written with (`thousand`, `million`, `billion`), so that it prints as it was written."""


@dataclass(frozen=True, slots=True)
class Share:
    """`38 of 43`: events out of a total. Its percentage is derived, never stored."""

    events: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """`12 to 15`: both ends as written."""

    low: Number
    high: Number


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as its source: a year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A fact: the value is the quoted words themselves, or our short rendering of them."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that is not there, and why."""

    kind: MissingKind


Value = Number | Share | Range | Date | Words | Missing


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of uncertainty as the source gives it."""

    level: Decimal
    """Per cent: 95 for a 95 % confidence interval."""
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class PriceYear:
    """The year in whose prices an amount is stated; no year means `not_reported`: shown, never converted."""

    year: int | None
    assumed: bool = False
    """True when the source does not print it and the record assumes it."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, both included."""

    start: Date
    end: Date


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, after the W3C TextQuoteSelector."""

    exact: str
    prefix: str = ""
    suffix: str = ""
