"""Several studies to one estimate, with its interval, and how far a further study might lie from it.

Wald intervals use the normal distribution, those of Hartung and Knapp (Stat Med 2001;20:3875) Student's t with k - 1 degrees of
freedom. Their factor q may fall below 1, and the interval then gets narrower than chance allows (Jackson and others, Stat Med
2017;36:3923): it is held at 1 or more, and the interval without that floor is kept beside. Prediction intervals use the
distribution of the interval, as metafor's do.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefkit.synthesis.effects import RATIOS, Counts, Effect, Measure, effect_of
from briefkit.synthesis.heterogeneity import (
    Estimator,
    between_studies,
    cochran_q,
    i_squared,
    i_squared_from_q,
    weighted_mean,
)
from briefkit.synthesis.mantel_haenszel import mantel_haenszel

Model = Literal["fixed", "mh", "DL", "REML", "PM"]
"""Inverse variance without and with variance between studies by three estimators, and Mantel-Haenszel."""
IntervalBy = Literal["wald", "hk"]
_FEWEST_TO_PREDICT = 3
_UPPER = 0.975


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A 95 % interval, with the standard error that it was made from."""

    se: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """What pooling came to, on the scale of analysis."""

    model: Model
    by: IntervalBy
    k: int
    """How many studies went in."""
    estimate: float
    interval: Interval
    unfloored: Interval | None
    """By Hartung and Knapp without the floor, where that is narrower."""
    p_effect: float
    """Two-sided, of no effect."""
    tau2: float
    q: float
    df: int
    p_q: float | None
    """Of Q, that the studies differ by chance alone; None for a single study."""
    i2: float
    """In percent: from tau2, or from Q where the model has none."""
    prediction: Interval | None
    """Where a further study would lie in 95 of 100; None without variance between studies in the model, or with fewer than three."""
    weights: tuple[float, ...]
    """Share of each study, in percent, in the order in which they came; they add up to 100."""
    left_out: tuple[str, ...] = ()
    """Studies without an event in either group, or with nothing else: they say nothing about a ratio."""


def pool(effects: Sequence[Effect], model: Model, by: IntervalBy = "wald") -> Pooled:
    """Pool estimates by inverse variance; `mh` needs counts. Raises ValueError when there is no study."""
    if not effects:
        message = "there is no study to pool"
        raise ValueError(message)
    estimator: Estimator | None = model if model in ("DL", "REML", "PM") else None
    tau2 = between_studies(effects, estimator) if estimator else 0.0
    mean, total = weighted_mean(effects, tau2)
    q, df = cochran_q(effects), len(effects) - 1
    interval, unfloored = _interval(effects, mean, total, tau2, by)
    t = _degrees(df, by)
    return Pooled(
        model=model,
        by=by,
        k=len(effects),
        estimate=mean,
        interval=interval,
        unfloored=unfloored,
        p_effect=_two_sided(mean / interval.se, t),
        tau2=tau2,
        q=q,
        df=df,
        p_q=_p_of_q(q, df),
        i2=i_squared(effects, tau2) if estimator else i_squared_from_q(q, df),
        prediction=_prediction(mean, interval.se, tau2, t) if estimator and df + 1 >= _FEWEST_TO_PREDICT else None,
        weights=tuple(100 / (one.v + tau2) / total for one in effects),
    )


def pool_counts(
    studies: Sequence[tuple[str, Counts]], measure: Measure, model: Model, by: IntervalBy = "wald"
) -> Pooled:
    """Pool counts; studies that say nothing about a ratio are left out and named. Hartung and Knapp's interval belongs to
    inverse variance: with `mh` it raises ValueError.
    """
    kept = [(name, x) for name, x in studies if measure not in RATIOS or not x.one_sided]
    left_out = tuple(name for name, x in studies if measure in RATIOS and x.one_sided)
    if not kept:
        message = "no study has an event in one group and none in the other"
        raise ValueError(message)
    effects = [effect_of(name, x, measure) for name, x in kept]
    if model != "mh":
        return replace(pool(effects, model, by), left_out=left_out)
    if by == "hk":
        message = "Hartung and Knapp's interval does not go with Mantel-Haenszel weights"
        raise ValueError(message)
    return replace(_by_mantel_haenszel([x for _, x in kept], effects, measure), left_out=left_out)


def _by_mantel_haenszel(counts: Sequence[Counts], effects: Sequence[Effect], measure: Measure) -> Pooled:
    estimate, se = mantel_haenszel(counts, measure)
    q, df = cochran_q(effects, estimate), len(effects) - 1
    weights = [_mantel_haenszel_weight(x, measure) for x in counts]
    whole = math.fsum(weights)
    return Pooled(
        model="mh",
        by="wald",
        k=len(counts),
        estimate=estimate,
        interval=_around(estimate, se, None),
        unfloored=None,
        p_effect=_two_sided(estimate / se, None),
        tau2=0.0,
        q=q,
        df=df,
        p_q=_p_of_q(q, df),
        i2=i_squared_from_q(q, df),
        prediction=None,
        weights=tuple(100 * w / whole for w in weights),
    )


def _mantel_haenszel_weight(x: Counts, measure: Measure) -> float:
    return {"RR": x.c * x.n1, "OR": (x.n1 - x.a) * x.c, "RD": x.n1 * x.n2}[measure] / x.total


def _interval(
    effects: Sequence[Effect], mean: float, total: float, tau2: float, by: IntervalBy
) -> tuple[Interval, Interval | None]:
    """The interval, and by Hartung and Knapp the one without the floor where it is narrower."""
    se, df = 1 / math.sqrt(total), len(effects) - 1
    if by == "wald" or df == 0:
        return _around(mean, se, None), None
    factor = cochran_q(effects, mean, tau2) / df
    unfloored = _around(mean, se * math.sqrt(factor), df) if factor < 1 else None
    return _around(mean, se * math.sqrt(max(1.0, factor)), df), unfloored


def _degrees(df: int, by: IntervalBy) -> int | None:
    return df if by == "hk" and df > 0 else None


def _prediction(mean: float, se: float, tau2: float, t: int | None) -> Interval:
    return _around(mean, math.sqrt(tau2 + se**2), t)


def _around(mean: float, se: float, t: int | None) -> Interval:
    """95 of 100 by the normal distribution, or by Student's t with so many degrees of freedom."""
    from scipy.stats import norm  # noqa: PLC0415  heavy, loaded only when used
    from scipy.stats import t as student  # noqa: PLC0415  likewise

    factor = float(norm.ppf(_UPPER) if t is None else student.ppf(_UPPER, t))
    return Interval(se=se, lower=mean - factor * se, upper=mean + factor * se)


def _two_sided(z: float, t: int | None) -> float:
    from scipy.stats import norm  # noqa: PLC0415  heavy, loaded only when used
    from scipy.stats import t as student  # noqa: PLC0415  likewise

    return float(2 * (norm.sf(abs(z)) if t is None else student.sf(abs(z), t)))


def _p_of_q(q: float, df: int) -> float | None:
    from scipy.stats import chi2  # noqa: PLC0415  heavy, loaded only when used

    return float(chi2.sf(q, df)) if df else None
