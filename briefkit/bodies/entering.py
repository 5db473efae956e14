"""What each study brings to a pool: counts or an estimate, read from the figures that a synthesis record names.

A percentage of an arm of known size becomes a count of people only where exactly one count gives that percentage: GRIM
(Brown and Heathers, Soc Psychol Personal Sci 2017;8:363) turned round.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.pooling import Entered
from briefkit.records.study import Study
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.synthesis.effects import RATIOS, Counts, Effect, Measure, effect_of, from_interval, lopsided
from briefkit.values import Number, Share
from briefkit.values.fault import Fault

LOPSIDED = 0.05
"""How far a ratio may lie from the middle of its interval, as a share, before its rounding cannot explain it."""
OF_COUNTS = ("RR", "OR", "RD")
"""Measures that follow from how many people of each group something happened to."""
LEVEL = Decimal(95)
"""Per cent of the intervals that weights are told from."""
ASKED = {
    "RR": "risk_ratio",
    "OR": "odds_ratio",
    "RD": "risk_difference",
    "HR": "hazard_ratio",
    "IRR": "incidence_rate_ratio",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """One study in a pool."""

    study: str
    group: str
    counts: Counts | None
    """None for a study that brings a published estimate."""
    effect: Effect | None
    """None where neither group has an event, or nobody else: such a study says nothing about a ratio."""
    figures: tuple[Figure, ...]
    """What it rests on."""
    people: Decimal | None
    """How many people are in both groups; None where nobody says so."""
    said: str
    """What went in, in words: `38 of 43 against 29 of 42`."""


def entering(
    record: Synthesis, key: str, result: Pooled, measure: Measure, library: Library
) -> Iterator[Entrant | Problem]:
    """What every study of a pool brings, or why it brings nothing. A figure that is broken already is passed over."""
    for study, entered in result.pools.items():
        where = record.place_of("results", key, "pools", study, key=True)
        if study not in record.studies:
            message = f"`{study}` goes into `{key}` and is not one of the `studies:` of this record"
            yield Problem(where, "pool-study-unlisted", message, "add it there, or take it out here")
            continue
        found = _entrant(study, entered, measure, library)
        if isinstance(found, Fault):
            yield Problem(_place(record, key, study, entered, found) or where, found.rule, found.message, found.help)
        elif found is not None:
            mixed = _of_another_outcome(found, result, where, library)
            yield found if mixed is None else mixed


def _place(record: Synthesis, key: str, study: str, entered: Entered, fault: Fault) -> Where | None:
    """Where the address stands that a fault names."""
    for name in ("treated", "control", "estimate"):
        address = getattr(entered, name)
        if address and f"`{address}`" in fault.message:
            return record.place_of("results", key, "pools", study, name)
    return None


def _of_another_outcome(found: Entrant, result: Pooled, where: Where, library: Library) -> Problem | None:
    """What to say when a figure belongs to another outcome than the one that is pooled."""
    for figure in found.figures:
        record = library.record(figure.record)
        parts = figure.address.split(".")
        if isinstance(record, Study) and parts[1] == "results" and record.results[parts[2]].outcome != result.outcome:
            other = record.results[parts[2]].outcome
            message = f"`{library.short_address(figure.address)}` is about `{other}`, and `{result.outcome}` is pooled"
            return Problem(where, "pool-outcome-mixed", message, "pool results of one outcome only")
    return None


def _entrant(study: str, entered: Entered, measure: Measure, library: Library) -> Entrant | Fault | None:
    names = [entered.treated, entered.control] if entered.estimate is None else [entered.estimate]
    if None in names or (entered.estimate and (entered.treated or entered.control)):
        way = "write `treated:` and `control:`, or `estimate:` alone"
        return Fault("pool-unlike", f"`{study}` brings neither two groups nor one estimate", way)
    figures: list[Figure] = []
    for name in names:
        figure = library.figure(name or "")
        if figure is None:
            if library.is_broken(name or ""):
                return None
            return Fault("unknown-figure-address", f"there is no figure `{name}`", library.suggest(name or ""))
        if figure.record != study:
            return Fault("pool-unlike", f"`{name}` is no figure of `{study}`", "name a result of this study")
        figures.append(figure)
    if entered.estimate is not None:
        return _estimated(study, entered, figures[0], measure)
    return _counted(study, entered, figures, measure, library)


def _estimated(study: str, entered: Entered, figure: Figure, measure: Measure) -> Entrant | Fault:
    """A study with the estimate that it published."""
    name, interval = entered.estimate or "", figure.interval
    if not name.rpartition(".")[2].startswith(ASKED[measure]):
        message = f"`{name}` is not given as a {ASKED[measure].replace('_', ' ')}, and those are pooled here"
        return Fault("pool-unlike", message, f"name the study's `{ASKED[measure]}`, or its two groups")
    if not isinstance(figure.value, Number) or interval is None:
        return Fault("pool-unlike", f"`{name}` has no interval, so that it cannot be weighed", "name its two groups")
    value, low, high = float(figure.value.value), float(interval.low), float(interval.high)
    if interval.level != LEVEL or not low <= value <= high or low == high:
        message = f"`{name}` has no 95% interval round it, from which its weight could be told"
        return Fault("pool-unlike", message, "look its interval up in the source, or name its two groups")
    ratio = measure in RATIOS
    if ratio and (min(value, low) <= 0 or lopsided(value, low, high) > LOPSIDED):
        message = f"`{name}` does not lie in the middle of its interval, as a ratio with such an interval does"
        return Fault("pool-unlike", message, "look both up in the source")
    scale = 1.0 if ratio else 0.01
    effect = from_interval(study, value * scale, low * scale, high * scale, ratio=ratio)
    said = f"{figure.value.value} ({interval.low} to {interval.high})"
    return Entrant(
        study=study, group=entered.group or "", counts=None, effect=effect, figures=(figure,), people=None, said=said
    )


def _counted(
    study: str, entered: Entered, figures: list[Figure], measure: Measure, library: Library
) -> Entrant | Fault | None:
    """A study with its two groups."""
    if measure not in OF_COUNTS:
        message = f"two groups make no {ASKED[measure].replace('_', ' ')}: it takes the time at which things happened"
        return Fault("pool-unlike", message, f"name the study's published `{ASKED[measure]}` under `estimate:`")
    shares: list[Share] = []
    rests = list(figures)
    for figure in figures:
        found = _share(figure, library)
        if isinstance(found, Fault):
            return found
        share, size = found
        shares.append(share)
        rests += [size] if size is not None else []
    treated, control = shares
    counts = Counts(*(float(n) for n in (treated.events, treated.total, control.events, control.total)))
    silent = measure in RATIOS and counts.one_sided
    return Entrant(
        study=study,
        group=entered.group or "",
        counts=counts,
        effect=None if silent else effect_of(study, counts, measure),
        figures=tuple(dict.fromkeys(rests)),
        people=treated.total + control.total,
        said=f"{treated.events:f} of {treated.total:f} against {control.events:f} of {control.total:f}",
    )


def _share(figure: Figure, library: Library) -> tuple[Share, Figure | None] | Fault:
    """Events and people of a group, with the figure of its size where its result is a percentage."""
    name = library.short_address(figure.address)
    if isinstance(figure.value, Share) and not figure.qualifier:
        return figure.value, None
    if figure.unit != "percent" or not isinstance(figure.value, Number) or figure.qualifier:
        way = "name a result such as `38 of 43`, or a percentage of an arm whose size is known"
        return Fault("pool-unlike", f"`{name}` counts nobody, so that it cannot be pooled", way)
    size = library.figure(f"{figure.record}.arms.{name.rpartition('.')[2]}.randomised")
    if size is None or not isinstance(size.value, Number) or size.qualifier:
        way = "give the arm its `randomised:`, or name a result such as `38 of 43`"
        return Fault("pool-unlike", f"`{name}` is a percentage, and nobody says of how many people", way)
    events = _events(figure.value.value, size.value.value)
    if events is None:
        message = f"`{name}`: {figure.value.value}% of {size.value.value:f} people is not one count of people"
        return Fault("pool-unlike", message, "name the counts as the source gives them")
    return Share(events, size.value.value), size


def _events(percent: Decimal, total: Decimal) -> Decimal | None:
    """The one count of people that gives this percentage to its decimals; None where none or several do."""
    half = Decimal(1).scaleb(int(percent.as_tuple().exponent)) / 2
    low, high = (percent - half) * total / 100, (percent + half) * total / 100
    whole = [Decimal(n) for n in range(max(0, int(low)), int(high) + 2) if low <= n <= min(high, total)]
    return whole[0] if len(whole) == 1 else None
