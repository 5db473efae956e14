"""Figures that are worked out from studies: each with its method in words, what it rests on, and no more digits than it bears."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from briefkit.figure import Derivation, Figure
from briefkit.problems import Where
from briefkit.values import Interval, Number, Range, Value

RATIO_PLACES = 2
LEVEL = Decimal(95)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes the figures of one result of a synthesis."""

    record: str
    base: str
    """Full address of the result, to which names are added."""
    where: Where
    inputs: tuple[Figure, ...]
    """What everything rests on, unless something else is said."""

    def figure(
        self,
        name: str,
        label: str,
        value: Value,
        method: str,
        *,
        working: str,
        inputs: Sequence[Figure] | None = None,
        **said: Any,
    ) -> Figure:
        """One figure under the result; `said` are further fields of it, such as `unit` and `interval`."""
        rests = self.inputs if inputs is None else tuple(dict.fromkeys(inputs))
        return Figure(
            address=f"{self.base}.{name}",
            record=self.record,
            label=label[:1].upper() + label[1:],
            value=value,
            cite=cited(rests),
            derivation=Derivation(
                formula=method, inputs=tuple(one.address for one in rests), working=working, places=None
            ),
            where=self.where,
            **said,
        )


def cited(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The union of what figures cite, in the order in which it is met."""
    return tuple(dict.fromkeys(key for figure in figures for key in figure.cite))


def rounded(value: float, places: int) -> Decimal:
    """The number with so many decimals, halves up, and never `-0`."""
    made = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return abs(made) if made == 0 else made


def significant(value: float, digits: int) -> Decimal:
    """The number with so many digits that count: `0.0034`, `0.031`."""
    if value == 0:
        return Decimal(0)
    exact = Decimal(repr(value))
    return Decimal(f"{exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1), ROUND_HALF_UP):f}")


def number(value: float, places: int) -> Number:
    """A number for a figure."""
    return Number(rounded(value, places))


def interval(low: float, high: float, places: int) -> Interval:
    """A 95 % interval for a figure."""
    return Interval(LEVEL, rounded(low, places), rounded(high, places))


def span(low: float, high: float, places: int) -> Range:
    """A range for a figure."""
    return Range(number(low, places), number(high, places))
