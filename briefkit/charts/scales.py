"""From values to places in a drawing, and the marks of a scale at round numbers: exact, the same on every machine."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefkit.values import Date

WIDE_SPREAD = 20
"""From this many times the smallest amount on, amounts stand on a logarithmic scale: else the small ones fall together."""
_ROUND = (Decimal(1), Decimal(2), Decimal(5))
_ALL_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Linear:
    """Equal distances are equal differences."""

    low: Decimal
    high: Decimal
    start: float
    """Where `low` stands."""
    end: float

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        span = self.high - self.low
        share = (value - self.low) / span if span else Decimal("0.5")
        return self.start + float(share) * (self.end - self.start)

    def ticks(self, most: int) -> tuple[Decimal, ...]:
        """Round values along the scale, at most so many."""
        span = self.high - self.low
        if not span:
            return (self.low,)
        power = Decimal(10) ** (span.adjusted() - 2)
        while True:
            for size in _ROUND:
                step = size * power
                first, last = math.ceil(self.low / step), math.floor(self.high / step)
                if last - first + 1 <= most:
                    return tuple(_plain(step * number) for number in range(first, last + 1))
            power *= 10


@dataclass(frozen=True, slots=True)
class Logarithmic:
    """Equal distances are equal ratios; for values above nought."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        whole = math.log10(self.high / self.low)
        share = math.log10(value / self.low) / whole if whole else 0.5
        return self.start + share * (self.end - self.start)

    def ticks(self, most: int) -> tuple[Decimal, ...]:
        """Round values along the scale, at most so many; the powers of ten alone where more do not fit."""
        powers = range(self.low.adjusted(), self.high.adjusted() + 1)
        found: tuple[Decimal, ...] = ()
        for sizes, every in ((_ROUND, 1), (_ROUND[:1], 1), (_ROUND[:1], 2), (_ROUND[:1], 3), (_ROUND[:1], 6)):
            values = (_plain(size * Decimal(10) ** power) for power in powers if power % every == 0 for size in sizes)
            found = tuple(value for value in values if self.low <= value <= self.high)
            if len(found) <= most:
                break
        return found


Scale = Linear | Logarithmic


def money_scale(amounts: Iterable[Decimal], start: float, end: float) -> Scale:
    """The scale for amounts: from nought, or logarithmic where they lie far apart; its ends are those of the amounts."""
    values = list(amounts)
    low, high = min(values), max(values)
    if low > 0 and high >= low * WIDE_SPREAD:
        return Logarithmic(low, high, start, end)
    return Linear(min(low, Decimal(0)), max(high, Decimal(0)), start, end)


@dataclass(frozen=True, slots=True)
class Years:
    """Calendar time, in years and parts of them."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, year: Decimal) -> float:
        """Where a moment stands."""
        return Linear(self.low, self.high, self.start, self.end).at(year)

    def ticks(self, most: int) -> tuple[int, ...]:
        """Years that begin within the scale, at most so many, evenly spaced."""
        found: tuple[int, ...] = ()
        for step in _ALL_YEARS:
            first, last = math.ceil(self.low / step), math.floor(self.high / step)
            found = tuple(step * number for number in range(first, last + 1))
            if len(found) <= most:
                break
        return found


def moment(date: Date) -> Decimal:
    """The middle of what is known of a date, in years: of a year alone the middle of the year."""
    if date.month is None:
        return date.year + Decimal("0.5")
    month = Decimal(date.month - 1) + (Decimal("0.5") if date.day is None else Decimal(date.day - 1) / 31)
    return (date.year + month / 12).quantize(Decimal("0.0001"))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent: `20000`, not `2E+4`."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def room_for(places: Sequence[float], widths: Sequence[float], gap: float) -> bool:
    """Whether texts of these widths, each in the middle of its place, stand clear of each other."""
    pairs = list(zip(places, widths, strict=True))
    return all(a + wide / 2 + gap <= b - other / 2 for (a, wide), (b, other) in pairwise(pairs))
