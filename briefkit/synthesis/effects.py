"""What one study found, as an estimate and its variance on the scale on which studies are pooled.

Ratios are pooled as natural logarithms, differences as they are. Formulas: Borenstein, Hedges, Higgins and Rothstein,
Introduction to Meta-Analysis (2009), chapters 4 and 5; the half added to each cell of a study with an empty one is that of
Cochrane Handbook 10.4.4 (and of metafor's `add=1/2, to="only0"`).
"""

import math
from dataclasses import dataclass
from typing import Literal

Measure = Literal["RR", "OR", "RD", "HR", "IRR"]
"""Risk ratio, odds ratio, risk difference, hazard ratio, incidence rate ratio."""
RATIOS = frozenset({"RR", "OR", "HR", "IRR"})
_CORRECTION = 0.5
_NORMAL_95 = 1.959963984540054
"""97.5th percentile of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Events and people in two groups."""

    a: float
    """Events in the group that was treated."""
    n1: float
    """People in it."""
    c: float
    """Events in the group that it is compared with."""
    n2: float
    """People in it."""

    @property
    def total(self) -> float:
        """People in both."""
        return self.n1 + self.n2

    @property
    def one_sided(self) -> bool:
        """Whether both groups have no event at all, or nothing else: such a study says nothing about a ratio."""
        return self.a == self.c == 0 or (self.a == self.n1 and self.c == self.n2)

    @property
    def corrected(self) -> "Counts":
        """The same with a half added to each cell, where one of the cells is empty."""
        if 0 not in (self.a, self.c, self.n1 - self.a, self.n2 - self.c):
            return self
        half = _CORRECTION
        return Counts(self.a + half, self.n1 + 2 * half, self.c + half, self.n2 + 2 * half)


@dataclass(frozen=True, slots=True)
class Effect:
    """One study's estimate."""

    study: str
    y: float
    """On the scale of analysis: a logarithm for ratios."""
    v: float
    """Its variance; greater than 0."""

    def __post_init__(self) -> None:
        """Hold that it can be weighed."""
        if not (math.isfinite(self.y) and math.isfinite(self.v) and self.v > 0):
            message = f"{self.study}: an estimate of {self.y} with variance {self.v} cannot be weighed"
            raise ValueError(message)


def effect_of(study: str, counts: Counts, measure: Measure) -> Effect:
    """The estimate of a study from its counts; a study that has events in neither group has none for a ratio."""
    return Effect(study, *_MEASURES[measure](counts.corrected))


def _log_risk_ratio(x: Counts) -> tuple[float, float]:
    return math.log((x.a / x.n1) / (x.c / x.n2)), math.fsum((1 / x.a, -1 / x.n1, 1 / x.c, -1 / x.n2))


def _log_odds_ratio(x: Counts) -> tuple[float, float]:
    b, d = x.n1 - x.a, x.n2 - x.c
    return math.log(x.a * d / (b * x.c)), math.fsum((1 / x.a, 1 / b, 1 / x.c, 1 / d))


def _risk_difference(x: Counts) -> tuple[float, float]:
    b, d = x.n1 - x.a, x.n2 - x.c
    return x.a / x.n1 - x.c / x.n2, x.a * b / x.n1**3 + x.c * d / x.n2**3


_MEASURES = {"RR": _log_risk_ratio, "OR": _log_odds_ratio, "RD": _risk_difference}


@dataclass(frozen=True, slots=True)
class Means:
    """Means and standard deviations of two groups."""

    m1: float
    sd1: float
    n1: float
    m2: float
    sd2: float
    n2: float


def mean_difference(study: str, x: Means) -> Effect:
    """Difference of two means, in their unit, and its variance (Borenstein and others 2009, 4.2, unequal variances)."""
    return Effect(study, x.m1 - x.m2, x.sd1**2 / x.n1 + x.sd2**2 / x.n2)


def standardised_mean_difference(study: str, x: Means) -> Effect:
    """Hedges' g with its exact small-sample factor, and its variance (Borenstein and others 2009, 4.17 to 4.24)."""
    df = x.n1 + x.n2 - 2
    pooled = math.sqrt(((x.n1 - 1) * x.sd1**2 + (x.n2 - 1) * x.sd2**2) / df)
    factor = math.exp(math.lgamma(df / 2) - math.log(math.sqrt(df / 2)) - math.lgamma((df - 1) / 2))
    g = factor * (x.m1 - x.m2) / pooled
    return Effect(study, g, (x.n1 + x.n2) / (x.n1 * x.n2) + g**2 / (2 * (x.n1 + x.n2)))


def from_interval(study: str, estimate: float, low: float, high: float, *, ratio: bool) -> Effect:
    """A published estimate with its 95 % interval; of a ratio, both are taken to logarithms (Cochrane Handbook 6.3.2).

    The interval is divided by twice the 97.5th percentile of the normal distribution, whatever the authors used.
    """
    if ratio:
        estimate, low, high = math.log(estimate), math.log(low), math.log(high)
    return Effect(study, estimate, ((high - low) / (2 * _NORMAL_95)) ** 2)


def lopsided(estimate: float, low: float, high: float) -> float:
    """How far a ratio lies from the geometric middle of its interval, as a share: more than 0.02 is a slip, or no ratio."""
    return abs(math.sqrt(low * high) / estimate - 1)
