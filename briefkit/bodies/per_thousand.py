"""A ratio put to a named baseline: out of 1,000 people like those, how many with the treatment, how many more or fewer."""

from collections.abc import Iterator
from typing import Any

from briefkit.bodies.made import Maker, interval, number
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.synthesis.absolute import absolute
from briefkit.values import Number

PER = "1,000 people"
METHOD = "ratio put to the baseline, limits likewise (Cochrane Handbook 15.4.4)"


def per_thousand(
    record: Synthesis, key: str, result: Pooled, estimate: Figure, maker: Maker, library: Library
) -> Iterator[Figure | Problem]:
    """Numbers per 1,000 people at the baseline of a result, or why there are none."""
    where = record.place_of("results", key, "baseline")
    name = result.baseline or ""
    base = library.figure(name)
    if base is None:
        if not library.is_broken(name):
            yield Problem(where, "unknown-figure-address", f"there is no figure `{name}`", library.suggest(name))
        return
    if base.percent is None or not 0 < base.percent < 100:
        message = f"`{name}` is no share of people between none and all"
        yield Problem(where, "baseline-impossible", message, "name a share, or a percentage, of untreated people")
        return
    if estimate.interval is None or not isinstance(estimate.value, Number) or result.measure not in ("RR", "OR"):
        return
    limits = estimate.interval
    ratio, least_ratio, most_ratio = (float(one) for one in (estimate.value.value, limits.low, limits.high))
    try:
        found = absolute(ratio, least_ratio, most_ratio, float(base.percent) / 100, result.measure)
    except ValueError:
        message = f"`{name}` is {base.percent:.1f}%: with this ratio more people than there are would be counted"
        yield Problem(where, "baseline-impossible", message, "name a baseline for which the ratio can hold")
        return
    outcome = library.vocabularies.outcomes.get(result.outcome)
    label = result.label or (outcome.label if outcome else result.outcome)
    whose = library.record(base.record)
    at = f"{label}, of 1,000 people like those of {whose.name if whose else base.record}"
    working = f"{estimate.value.value} × {base.percent:.1f}%"
    inputs = (estimate, base)
    capped = "a limit went past everybody, and is held at 1,000" if found.capped else ""
    risk, low, high = found.per_1000
    people: dict[str, Any] = {"unit": "people", "per": PER, "inputs": inputs, "working": working}
    yield maker.figure(
        "baseline_1000",
        f"{at}, without treatment",
        number(10 * float(base.percent), 0),
        "share times 1,000",
        unit="people",
        per=PER,
        inputs=(base,),
        working=f"{base.percent:.1f}%",
    )
    yield maker.figure(
        "with_1000",
        f"{at}, with treatment",
        number(risk, 0),
        METHOD,
        interval=interval(low, high, 0),
        note=capped,
        **people,
    )
    more, least, most = found.difference_per_1000
    yield maker.figure(
        "difference_1000",
        f"{at}, more with treatment",
        number(more, 0),
        METHOD,
        interval=interval(least, most, 0),
        note=capped,
        **people,
    )
    if found.number_needed is not None:
        yield maker.figure(
            "number_needed",
            f"people to be treated for one {'more' if more > 0 else 'fewer'}, {at}",
            number(found.number_needed, 0),
            "1,000 over the difference, rounded up",
            unit="people",
            inputs=inputs,
            working=f"1,000 / {abs(more):.0f}",
        )
