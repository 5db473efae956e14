"""Whether a pooled result hangs on one study, and whether groups of studies differ.

Leave-one-out and the test between groups: Cochrane Handbook 10.11.3 and 10.14. With a random-effects model each group has its
own variance between studies, and the groups are compared as fixed effects are (Borenstein and others 2009, chapter 19).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefkit.synthesis.effects import Effect
from briefkit.synthesis.heterogeneity import cochran_q
from briefkit.synthesis.pooling import IntervalBy, Model, Pooled, pool


def leave_one_out(effects: Sequence[Effect], model: Model, by: IntervalBy = "wald") -> dict[str, Pooled]:
    """The result without each study in turn, by the study left out; nothing where only one study is there."""
    if len(effects) <= 1:
        return {}
    return {
        left.study: pool([one for place, one in enumerate(effects) if place != number], model, by)
        for number, left in enumerate(effects)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgroups:
    """Results of groups of studies, and how far they differ."""

    groups: Mapping[str, Pooled]
    q_between: float
    df: int
    p: float | None
    """That the groups differ by chance alone; None where there is one group."""


def subgroups(effects: Sequence[tuple[str, Effect]], model: Model, by: IntervalBy = "wald") -> Subgroups:
    """Pool each group by itself; each effect comes with the name of its group."""
    from scipy.stats import chi2  # noqa: PLC0415  heavy, loaded only when used

    names = dict.fromkeys(name for name, _ in effects)
    groups = {name: pool([one for group, one in effects if group == name], model, by) for name in names}
    q = cochran_q([Effect(name, one.estimate, one.interval.se**2) for name, one in groups.items()])
    df = len(groups) - 1
    return Subgroups(groups=groups, q_between=q, df=df, p=float(chi2.sf(q, df)) if df else None)
