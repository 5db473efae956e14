"""Pooling of counts by Mantel and Haenszel, which weighs small studies and rare events better than their variances do.

Risk ratio: Greenland and Robins, Biometrics 1985;41:55. Odds ratio: variance of Robins, Breslow and Greenland, Biometrics
1986;42:311. Risk difference: variance of Sato, Greenland and Robins, Biometrics 1989;45:1323. Cells stay as they were counted.
"""

import math
from collections.abc import Sequence

from briefkit.synthesis.effects import Counts, Measure


def mantel_haenszel(studies: Sequence[Counts], measure: Measure) -> tuple[float, float]:
    """The pooled estimate on the scale of analysis (a logarithm for ratios) and its standard error.

    Raises ArithmeticError where no study has events in the one group or in the other, so that no ratio exists.
    """
    try:
        return {"RR": _risk_ratio, "OR": _odds_ratio, "RD": _risk_difference}[measure](studies)
    except (ValueError, ZeroDivisionError):
        message = "the events of these studies give no ratio: in one of the groups nobody had one, or everybody"
        raise ArithmeticError(message) from None


def _risk_ratio(studies: Sequence[Counts]) -> tuple[float, float]:
    r = math.fsum(x.a * x.n2 / x.total for x in studies)
    s = math.fsum(x.c * x.n1 / x.total for x in studies)
    p = math.fsum((x.n1 * x.n2 * (x.a + x.c) - x.a * x.c * x.total) / x.total**2 for x in studies)
    return math.log(r / s), math.sqrt(p / (r * s))


def _odds_ratio(studies: Sequence[Counts]) -> tuple[float, float]:
    cells = [(x.a, x.n1 - x.a, x.c, x.n2 - x.c, x.total) for x in studies]
    r = math.fsum(a * d / n for a, _, _, d, n in cells)
    s = math.fsum(b * c / n for _, b, c, _, n in cells)
    pr = math.fsum((a + d) / n * a * d / n for a, _, _, d, n in cells)
    crossed = math.fsum((a + d) / n * b * c / n + (b + c) / n * a * d / n for a, b, c, d, n in cells)
    qs = math.fsum((b + c) / n * b * c / n for _, b, c, _, n in cells)
    return math.log(r / s), math.sqrt(pr / (2 * r * r) + crossed / (2 * r * s) + qs / (2 * s * s))


def _risk_difference(studies: Sequence[Counts]) -> tuple[float, float]:
    weight = math.fsum(x.n1 * x.n2 / x.total for x in studies)
    estimate = math.fsum((x.a * x.n2 - x.c * x.n1) / x.total for x in studies) / weight
    p = math.fsum(
        x.c * (x.n1 / x.total) ** 2
        - x.a * (x.n2 / x.total) ** 2
        + (x.n1 / x.total) * (x.n2 / x.total) * (x.n2 - x.n1) / 2
        for x in studies
    )
    q = math.fsum((x.a * (x.n2 - x.c) + x.c * (x.n1 - x.a)) / x.total for x in studies) / 2
    return estimate, math.sqrt((estimate * p + q) / weight**2)
