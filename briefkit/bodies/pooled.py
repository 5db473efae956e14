"""One result of a synthesis record, pooled: the estimate and all that goes with it, as figures that a brief can bind.

Ratios are printed with two decimals, as Cochrane reviews print them; the arithmetic is done on what the studies say.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefkit.bodies.entering import Entrant
from briefkit.bodies.made import RATIO_PLACES, Maker, interval, number, significant, span
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.synthesis import Pooled as Result
from briefkit.synthesis.effects import RATIOS, Counts, Effect, Measure
from briefkit.synthesis.pooling import IntervalBy, Model, Pooled, pool, pool_counts
from briefkit.synthesis.robustness import subgroups
from briefkit.values import Number

MEASURES = {
    "RR": "risk ratio",
    "OR": "odds ratio",
    "RD": "risk difference",
    "HR": "hazard ratio",
    "IRR": "incidence rate ratio",
}
MODELS = {
    "fixed": "inverse variance, one true effect",
    "mh": "Mantel-Haenszel, one true effect",
    "DL": "random effects, DerSimonian-Laird",
    "REML": "random effects, REML",
    "PM": "random effects, Paule-Mandel",
}
INTERVALS = {"wald": "Wald interval", "hk": "Hartung-Knapp interval"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """What is pooled, and how."""

    result: Result
    measure: Measure
    model: Model
    by: IntervalBy
    entrants: tuple[Entrant, ...]
    """Those that say something about the measure."""
    silent: tuple[str, ...]
    """Studies without an event in either group, or with nothing else: they say nothing about a ratio."""
    outcome: str
    """Its label."""

    @property
    def effects(self) -> list[Effect]:
        """Estimates on the scale of analysis."""
        return [one.effect for one in self.entrants if one.effect is not None]

    @property
    def shown(self) -> Callable[[float], float]:
        """From the scale of analysis to that of readers: a ratio, or percentage points."""
        return math.exp if self.measure in RATIOS else _points

    @property
    def unit(self) -> str | None:
        """Unit of the estimate."""
        return None if self.measure in RATIOS else "percentage_point"

    @property
    def places(self) -> int:
        """Decimals of the estimate."""
        return RATIO_PLACES if self.measure in RATIOS else 1

    @property
    def method(self) -> str:
        """How studies are put together, in words."""
        return f"{MEASURES[self.measure]}, {MODELS[self.model]}, {INTERVALS[self.by]}"

    def run(self, entrants: Sequence[Entrant] | None = None, by: IntervalBy | None = None) -> Pooled:
        """The result of these studies, or of all; Mantel-Haenszel needs counts of each."""
        chosen = self.entrants if entrants is None else entrants
        if self.model == "mh":
            counts: list[tuple[str, Counts]] = [(one.study, one.counts) for one in chosen if one.counts is not None]
            return pool_counts(counts, self.measure, "mh", "wald")
        return pool([one.effect for one in chosen if one.effect is not None], self.model, by or self.by)


def _points(value: float) -> float:
    return 100 * value


def figures(pooling: Pooling, maker: Maker, library: Library) -> Iterator[Figure]:
    """Every figure of a pooled result, the estimate first."""
    found = pooling.run()
    yield from _estimate(pooling, found, maker)
    yield from _differences(pooling, found, maker)
    yield from _sizes(pooling, maker, library)
    yield from _by_study(pooling, found, maker, library)
    yield from _by_group(pooling, maker)


def _estimate(pooling: Pooling, found: Pooled, maker: Maker) -> Iterator[Figure]:
    show, places = pooling.shown, pooling.places
    label = f"pooled {MEASURES[pooling.measure]}, {pooling.outcome}"
    working = "; ".join(f"{one.said}" for one in pooling.entrants)
    alone = "one study: nothing was pooled" if found.k == 1 else ""
    limits = interval(show(found.interval.lower), show(found.interval.upper), places)
    value = number(show(found.estimate), places)
    common: dict[str, Any] = {"unit": pooling.unit, "working": working}
    yield maker.figure("estimate", label, value, pooling.method, interval=limits, note=alone, **common)
    if pooling.by == "hk" and found.k > 1:
        wald = pooling.run(by="wald").interval
        other = interval(show(wald.lower), show(wald.upper), places)
        method = f"{MEASURES[pooling.measure]}, {MODELS[pooling.model]}, {INTERVALS['wald']}"
        yield maker.figure("estimate_wald", f"{label}, by Wald", value, method, interval=other, **common)
    if found.unfloored is not None:
        narrow = interval(show(found.unfloored.lower), show(found.unfloored.upper), places)
        method = f"{pooling.method} without its floor: narrower than chance allows"
        yield maker.figure("estimate_unfloored", f"{label}, no floor", value, method, interval=narrow, **common)
    if found.prediction is not None:
        ends = span(show(found.prediction.lower), show(found.prediction.upper), places)
        method = f"{pooling.method}: where a further study would lie in 95 of 100"
        yield maker.figure("prediction", f"prediction interval, {pooling.outcome}", ends, method, **common)


def _differences(pooling: Pooling, found: Pooled, maker: Maker) -> Iterator[Figure]:
    """How far studies differ beyond chance; nothing for one study."""
    if found.p_q is None:
        return
    name = pooling.outcome
    spread = f"Q {significant(found.q, 4)} with {found.df} degrees of freedom"
    way = "from tau2" if pooling.model in ("DL", "REML", "PM") else "from Q"
    yield maker.figure(
        "i2",
        f"I2, {name}",
        number(found.i2, 0),
        f"I2 {way}: the share of variation that is more than chance",
        working=spread,
        unit="percent",
    )
    yield maker.figure("tau2", f"tau2, {name}", Number(significant(found.tau2, 3)), pooling.method, working=spread)
    yield maker.figure("q", f"Cochran's Q, {name}", Number(significant(found.q, 3)), "Cochran's Q", working=spread)
    p = Number(significant(found.p_q, 2))
    yield maker.figure("p_heterogeneity", f"P value of Q, {name}", p, "chi-squared", working=spread)


def _sizes(pooling: Pooling, maker: Maker, library: Library) -> Iterator[Figure]:
    records = [library.record(one.study) for one in pooling.entrants]
    names = ", ".join(record.name for record in records if record)
    count = Number(Decimal(len(pooling.entrants)))
    yield maker.figure("studies", "studies pooled", count, "studies counted", working=names, unit="study")
    people = [one.people for one in pooling.entrants]
    if all(one is not None for one in people):
        working = " + ".join(f"{one:f}" for one in people if one is not None)
        total = Number(sum((one for one in people if one is not None), start=Decimal(0)))
        yield maker.figure(
            "participants", "people in these studies", total, "people added", working=working, unit="people"
        )


def _by_study(pooling: Pooling, found: Pooled, maker: Maker, library: Library) -> Iterator[Figure]:
    """Each study's own estimate, its weight, and the result without it."""
    show, places, measure = pooling.shown, pooling.places, MEASURES[pooling.measure]
    for one, weight in zip(pooling.entrants, found.weights, strict=True):
        record = library.record(one.study)
        name = record.name if record else one.study
        single = pool([one.effect], "fixed") if one.effect else found
        limits = interval(show(single.interval.lower), show(single.interval.upper), places)
        common: dict[str, Any] = {"inputs": one.figures, "working": one.said}
        value = number(show(single.estimate), places)
        method = f"{measure}, Wald interval"
        yield maker.figure(
            f"effect.{one.study}", f"{measure}, {name}", value, method, interval=limits, unit=pooling.unit, **common
        )
        yield maker.figure(
            f"weight.{one.study}",
            f"weight of {name}",
            number(weight, 1),
            f"{pooling.method}: share of the weights",
            unit="percent",
            working=one.said,
        )
        others = [other for other in pooling.entrants if other is not one]
        if len(pooling.entrants) > 2:
            rest = pooling.run(others)
            limits = interval(show(rest.interval.lower), show(rest.interval.upper), places)
            yield maker.figure(
                f"without.{one.study}",
                f"pooled {measure} without {name}",
                number(show(rest.estimate), places),
                pooling.method,
                interval=limits,
                unit=pooling.unit,
                working="; ".join(other.said for other in others),
                inputs=[figure for other in others for figure in other.figures],
            )


def _by_group(pooling: Pooling, maker: Maker) -> Iterator[Figure]:
    """The result of each group of studies, and whether the groups differ; nothing where there are none."""
    names = list(dict.fromkeys(one.group for one in pooling.entrants if one.group))
    if len(names) < 2 or pooling.model == "mh":
        return
    pairs = [(one.group, one.effect) for one in pooling.entrants if one.effect is not None and one.group]
    found, show = subgroups(pairs, pooling.model, pooling.by), pooling.shown
    for number_of, name in enumerate(names, 1):
        group = found.groups[name]
        limits = interval(show(group.interval.lower), show(group.interval.upper), pooling.places)
        inside = [one for one in pooling.entrants if one.group == name]
        yield maker.figure(
            f"group.{number_of}",
            f"pooled {MEASURES[pooling.measure]}, {name}",
            number(show(group.estimate), pooling.places),
            pooling.method,
            interval=limits,
            unit=pooling.unit,
            working="; ".join(one.said for one in inside),
            inputs=[f for one in inside for f in one.figures],
        )
    if found.p is not None:
        working = f"Q between groups {significant(found.q_between, 3)}, {found.df} degrees of freedom"
        p = Number(significant(found.p, 2))
        yield maker.figure("p_groups", "P value of the difference between groups", p, "chi-squared", working=working)
