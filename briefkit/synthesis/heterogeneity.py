"""How far studies differ beyond chance: Cochran's Q, the variance between studies (tau2), and I2.

DerSimonian and Laird, Controlled Clinical Trials 1986;7:177; Paule and Mandel, J Res NBS 1982;87:377; REML after
Viechtbauer, J Educ Behav Stat 2005;30:261; I2 from tau2 after Higgins and Thompson, Stat Med 2002;21:1539, as the Cochrane
reviews use it since May 2024 and metafor always has; Q-profile intervals after Viechtbauer, Stat Med 2007;26:37.

Sums are exact (`math.fsum`), so that the order of the studies changes no digit of a result.
"""

import math
from collections.abc import Callable, Sequence
from typing import Literal

from briefkit.synthesis.effects import Effect

Estimator = Literal["DL", "REML", "PM"]
"""How tau2 is estimated."""
_TOLERANCE = 1e-14
_DOUBLINGS = 200


def weighted_mean(effects: Sequence[Effect], tau2: float = 0.0) -> tuple[float, float]:
    """The mean with weights 1 / (v + tau2), and the sum of the weights."""
    weights = [1 / (one.v + tau2) for one in effects]
    total = math.fsum(weights)
    if len(effects) == 1:
        return effects[0].y, total
    return math.fsum(w * one.y for w, one in zip(weights, effects, strict=True)) / total, total


def cochran_q(effects: Sequence[Effect], mean: float | None = None, tau2: float = 0.0) -> float:
    """The weighted sum of squares about a mean; about the weighted one where none is given."""
    centre = weighted_mean(effects, tau2)[0] if mean is None else mean
    return math.fsum((one.y - centre) ** 2 / (one.v + tau2) for one in effects)


def between_studies(effects: Sequence[Effect], by: Estimator) -> float:
    """tau2 by one of the estimators, in squared units of the scale of analysis; 0 for a single study."""
    return _ESTIMATORS[by](effects) if len(effects) > 1 else 0.0


def _dersimonian_laird(effects: Sequence[Effect]) -> float:
    weights = [1 / one.v for one in effects]
    total = math.fsum(weights)
    scale = total - math.fsum(w * w for w in weights) / total
    return max(0.0, (cochran_q(effects) - (len(effects) - 1)) / scale)


def _paule_mandel(effects: Sequence[Effect]) -> float:
    return _root(lambda tau2: cochran_q(effects, tau2=tau2) - (len(effects) - 1))


def _reml(effects: Sequence[Effect]) -> float:
    def slope(tau2: float) -> float:
        mean, total = weighted_mean(effects, tau2)
        weights = [1 / (one.v + tau2) for one in effects]
        squares = math.fsum(w * w * (one.y - mean) ** 2 for w, one in zip(weights, effects, strict=True))
        return math.fsum((squares, -total, math.fsum(w * w for w in weights) / total))

    return _root(slope)


_ESTIMATORS: dict[Estimator, Callable[[Sequence[Effect]], float]] = {
    "DL": _dersimonian_laird,
    "REML": _reml,
    "PM": _paule_mandel,
}


def _root(falling: Callable[[float], float], start: float = 1e-4) -> float:
    """Where a function that ends below nought crosses it; 0 where it is there already at 0."""
    from scipy.optimize import brentq  # noqa: PLC0415  heavy, loaded only when used

    if falling(0.0) <= 0:
        return 0.0
    high = start
    for _ in range(_DOUBLINGS):
        if falling(high) < 0:
            return float(brentq(falling, 0.0, high, xtol=_TOLERANCE * max(1.0, high), rtol=1e-13))
        high *= 2
    message = "no variance between the studies fits them"
    raise ArithmeticError(message)


def typical_variance(effects: Sequence[Effect]) -> float:
    """The variance within a typical study (Higgins and Thompson 2002, equation 9)."""
    weights = [1 / one.v for one in effects]
    total = math.fsum(weights)
    return (len(effects) - 1) * total / (total**2 - math.fsum(w * w for w in weights))


def i_squared(effects: Sequence[Effect], tau2: float) -> float:
    """Share of the spread that chance does not explain, in percent, from tau2."""
    return 100 * tau2 / (tau2 + typical_variance(effects)) if len(effects) > 1 else 0.0


def i_squared_from_q(q: float, df: int) -> float:
    """The same from Q, as a model without tau2 has it."""
    return max(0.0, 100 * (q - df) / q) if q > 0 else 0.0


def q_profile(effects: Sequence[Effect], level: float = 0.95) -> tuple[float, float]:
    """The interval of tau2 within which Q keeps to its distribution."""
    from scipy.stats import chi2  # noqa: PLC0415  heavy, loaded only when used

    df, tail = len(effects) - 1, (1 - level) / 2
    low, high = (float(chi2.ppf(p, df)) for p in (1 - tail, tail))
    return tuple(_root(lambda t, bound=bound: cochran_q(effects, tau2=t) - bound) for bound in (low, high))  # type: ignore[return-value, misc]
