"""Joins to the base what records come to together (pools, break-even), so that sentence, table and picture name one figure."""

from collections.abc import Iterator
from dataclasses import replace

from briefkit.bodies.break_even import break_even
from briefkit.bodies.directions import directions
from briefkit.bodies.entering import Entrant, entering
from briefkit.bodies.made import Maker
from briefkit.bodies.per_thousand import per_thousand
from briefkit.bodies.pooled import Pooling, figures
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, in_order
from briefkit.records.cost import Cost
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.values import Number


def join(library: Library) -> tuple[Library, list[Problem]]:
    """The library with every figure that its synthesis records and break-even accounts come to, and what stands in the way of others."""
    made: dict[str, Figure] = {}
    problems: list[Problem] = []
    broken: set[str] = set()
    syntheses = [record for record in library.records.values() if isinstance(record, Synthesis)]
    for record, key in [(one, key) for one in syntheses for key in one.results]:
        for one in _result(record, key, record.results[key], library):
            if isinstance(one, Figure):
                made[one.address] = one
            else:
                problems.append(one)
                broken.add(f"{record.id}.{key}")
        if _waits(record.results[key], library):
            broken.add(f"{record.id}.{key}")
    costs = [one for one in library.of_kind("cost") if isinstance(one, Cost)]
    for cost, key in [(one, key) for one in costs for key in one.break_even]:
        for one in break_even(cost, key, cost.break_even[key], library):
            if isinstance(one, Figure):
                made[one.address] = one
            else:
                problems.append(one)
                broken.add(f"{cost.id}.break_even.{key}")
    if not made and not broken:
        return library, []
    whole = replace(library, figures={**library.figures, **made}, broken=library.broken | broken)
    return whole, in_order(problems)


def _waits(result: Pooled, library: Library) -> bool:
    """Whether a figure that goes into the pool could not be read, of which somebody has been told already."""
    names = [name for one in result.pools.values() for name in (one.treated, one.control, one.estimate) if name]
    return any(library.figure(name) is None and library.is_broken(name) for name in names)


def _result(record: Synthesis, key: str, result: Pooled, library: Library) -> Iterator[Figure | Problem]:
    """Everything that one result comes to."""
    base = f"{record.id}.results.{key}"
    maker = Maker(record=record.id, base=base, where=record.place_of("results", key, key=True), inputs=())
    if result.directions:
        yield from directions(record, key, result, maker, library)
    estimate = library.figures.get(f"{base}.estimate")
    if result.pools:
        if estimate is not None:
            message = f"`{key}` has a typed estimate and studies to pool"
            way = "leave `estimate:` out: it is worked out from the studies"
            yield Problem(record.place_of("results", key, "estimate", key=True), "pool-typed", message, way)
            return
        for one in _pooled(record, key, result, maker, library):
            yield one
            if isinstance(one, Figure) and one.address == f"{base}.estimate":
                estimate = one
    yield from _beside(record, key, result, library)
    if result.baseline and estimate is not None:
        yield from per_thousand(record, key, result, estimate, maker, library)


def _beside(record: Synthesis, key: str, result: Pooled, library: Library) -> Iterator[Problem]:
    """Published results that are said to stand beside ours, and are no estimates."""
    for name in result.beside:
        figure = library.figure(name)
        where = record.place_of("results", key, "beside", name, key=True)
        if figure is None and not library.is_broken(name):
            yield Problem(where, "unknown-figure-address", f"there is no figure `{name}`", library.suggest(name))
        elif figure is not None and (figure.interval is None or not isinstance(figure.value, Number)):
            way = "name an estimate with its interval"
            yield Problem(where, "pool-unlike", f"`{name}` has no interval to be set beside ours", way)


def _pooled(record: Synthesis, key: str, result: Pooled, maker: Maker, library: Library) -> Iterator[Figure | Problem]:
    """What the studies of a result come to together."""
    if result.measure is None or result.model is None:
        message = f"`{key}` does not say what is pooled, or how"
        yield Problem(maker.where, "pool-method-missing", message, "add `measure: RR` and `model: REML`, or others")
        return
    found = list(entering(record, key, result, result.measure, library))
    yield from (one for one in found if isinstance(one, Problem))
    entrants = tuple(one for one in found if isinstance(one, Entrant))
    if len(entrants) < len(result.pools):
        return
    told = tuple(one for one in entrants if one.effect is not None)
    wrong = _method_fault(result, told)
    if wrong:
        yield Problem(maker.where, "pool-method-missing", *wrong)
        return
    outcome = library.vocabularies.outcomes.get(result.outcome)
    pooling = Pooling(
        result=result,
        measure=result.measure,
        model=result.model,
        by=result.interval_by or "wald",
        entrants=told,
        silent=tuple(one.study for one in entrants if one.effect is None),
        outcome=result.label or (outcome.label if outcome else result.outcome),
    )
    rests = tuple(dict.fromkeys(figure for one in told for figure in one.figures))
    yield from figures(pooling, replace(maker, inputs=rests), library)


def _method_fault(result: Pooled, told: tuple[Entrant, ...]) -> tuple[str, str] | None:
    """Message and way out where these studies cannot be pooled so."""
    if not told:
        return "no study has an event in one group and none in the other", "name the studies in a narrative instead"
    if result.model == "mh" and any(one.counts is None for one in told):
        return (
            "Mantel-Haenszel pools counts, and a study brings an estimate",
            "choose `model: REML`, or name its groups",
        )
    if result.model == "mh" and result.interval_by == "hk":
        return "Hartung and Knapp's interval does not go with `mh`", "write `interval_by: wald`"
    return None
