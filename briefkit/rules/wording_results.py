"""What a figure is as a finding: its outcome, what would be no effect, how sure one may be of it, whose arm it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.certainty import word_of
from briefkit.records.study import Result, Study
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.values import Number

RATIOS = ("odds_ratio", "risk_ratio", "hazard_ratio", "incidence_rate_ratio")
DIFFERENCES = ("risk_difference", "mean_difference")
_RATIO = re.compile(r"\bratio\b|\b(?:RR|OR|HR|IRR)\b|\brelative risk\b", re.IGNORECASE)
_APPRECIABLE = (Decimal("0.75"), Decimal("1.25"))
"""Guyatt and others 2011 (GRADE guidelines 6, doi 10.1016/j.jclinepi.2011.01.012): an interval that reaches beyond a
relative risk of 0.75 or 1.25 includes appreciable benefit or harm."""
_APPRECIABLE_POINTS = 5
"""Percentage points: our own choice, since the same guideline gives no number for differences of risks."""
_SIGNIFICANT = Decimal("0.05")
_LEVELS = {"very low": 1, "low": 2, "moderate": 3, "high": 4}


def inputs_of(figure: Figure, library: Library) -> Iterator[Figure]:
    """The figure itself, or all that a derived one is made from."""
    waiting, seen = [figure], set()
    while waiting:
        one = waiting.pop()
        if one.address in seen:
            continue
        seen.add(one.address)
        if one.derivation is None:
            yield one
        else:
            waiting += [part for name in one.derivation.inputs if (part := library.figures.get(name)) is not None]


def result_of(figure: Figure, library: Library) -> Result | Pooled | None:
    """The result of a study or a synthesis that the figure belongs to."""
    record = library.record(figure.record)
    steps = figure.address.split(".")
    if not isinstance(record, Study | Synthesis) or len(steps) < 3 or steps[1] != "results":
        return None
    return record.results.get(steps[2])


def is_finding(figure: Figure, library: Library) -> bool:
    """Whether a study or a synthesis found it, itself or what it is made from."""
    return any(result_of(one, library) is not None for one in inputs_of(figure, library))


def outcome_of(figure: Figure, library: Library) -> str:
    """Id of its outcome; empty when it has none."""
    result = result_of(figure, library)
    return result.outcome if result is not None else ""


def is_ratio(figure: Figure, library: Library) -> bool:
    """Whether it compares two risks, odds or rates by dividing one by the other."""
    if figure.address.rsplit(".", 1)[-1] in RATIOS:
        return True
    if result_of(figure, library) is None or figure.unit not in (None, "ratio") or not isinstance(figure.value, Number):
        return False
    return _RATIO.search(f"{figure.label} {figure.quote.exact if figure.quote else ''}") is not None and (
        figure.address.endswith(".estimate") or _RATIO.search(figure.label) is not None
    )


def is_difference(figure: Figure, library: Library) -> bool:
    """Whether it says how far two groups lie apart."""
    last = figure.address.rsplit(".", 1)[-1]
    return last in DIFFERENCES or (last == "estimate" and not is_ratio(figure, library))


def comparisons(figure: Figure, library: Library) -> list[Figure]:
    """The figures that compare arms, of the result to which this one belongs; itself when it is one."""
    if is_ratio(figure, library) or is_difference(figure, library) or figure.address.endswith(".p_value"):
        return [figure]
    result = result_of(figure, library)
    if result is None:
        return []
    steps = figure.address.split(".")
    start, arm = ".".join([*steps[:3], "compared."]), steps[3] if len(steps) > 3 else ""
    found = [other for other in library.figures_of(figure.record) if other.address.startswith(start)]
    pairs = [other for other in found if "_vs_" in other.address]
    ours = [other for other in pairs if arm in other.address.split(".")[4].split("_vs_")]
    return ours or [other for other in found if other not in pairs]


def shows_no_effect(figure: Figure, library: Library) -> bool:
    """Whether a comparison leaves open that there is no effect at all."""
    if figure.address.endswith(".p_value"):
        return isinstance(figure.value, Number) and figure.value.value > _SIGNIFICANT
    if figure.interval is None:
        return False
    none = 1 if is_ratio(figure, library) else 0
    return figure.interval.low <= none <= figure.interval.high


def is_imprecise(figure: Figure, library: Library) -> bool:
    """Whether a comparison is too wide to say that there is no effect; one without an interval always is."""
    if figure.interval is None:
        return True
    low, high = figure.interval.low, figure.interval.high
    if is_ratio(figure, library):
        return low < _APPRECIABLE[0] or high > _APPRECIABLE[1]
    if figure.unit == "percentage_point":
        return low < -_APPRECIABLE_POINTS or high > _APPRECIABLE_POINTS
    return low <= 0 <= high


def certainty_of(figure: Figure, library: Library) -> int | None:
    """How sure one may be: 4 for high to 1 for very low; None while nobody has judged it.

    For a trial's own result it is what a synthesis that counts the trial says of the same outcome.
    """
    result = result_of(figure, library)
    if isinstance(result, Pooled):
        return _LEVELS.get(word_of(result.certainty))
    if result is None:
        return None
    judged = [
        _LEVELS.get(word_of(pooled.certainty))
        for synthesis in library.of_kind("synthesis")
        if isinstance(synthesis, Synthesis) and figure.record in synthesis.studies
        for pooled in synthesis.results.values()
        if pooled.outcome == result.outcome
    ]
    known = [level for level in judged if level is not None]
    return min(known) if known else None
