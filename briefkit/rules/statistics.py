"""Results that cannot be, or hardly: percentages of no whole number of people, effects that contradict their arms or intervals."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import log

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.study import Study
from briefkit.rules.randomised import randomised
from briefkit.values import Number, Share
from briefkit.values.write import number_text

RATIOS = frozenset({"odds_ratio", "risk_ratio", "hazard_ratio", "incidence_rate_ratio"})
"""Measures of which 1 is no effect."""
_ADJUSTED = re.compile(r"adjust|imput|model|weight|estimat|no whole number", re.IGNORECASE)
"""What is said of percentages that are no plain share of the people."""
_P = re.compile(r"(?<![\w])p\s?(?P<sign>[<>=≤≥])\s?(?P<value>0?[.·]\d+)", re.IGNORECASE)
_OTHER_P = re.compile(r"heterogen|interact|trend|subgroup", re.IGNORECASE)
LOPSIDED = 0.15
"""How far an estimate may lie from the middle of its interval, as a part of half its width, before somebody looks."""


def percentage_unlikely(library: Library, _today: date) -> Iterator[Problem]:
    """A percentage that no whole number of an arm's people comes to (the GRIM test)."""
    for figure, result in _by_arm(library):
        people = randomised(figure, library, arm_only=True)
        if not isinstance(figure.value, Number) or figure.unit != "percent" or len(people) != 1 or figure.qualifier:
            continue
        percent, total = figure.value.value, people[0]
        told = (result, figure.label, figure.note, figure.value_from, figure.quote.prefix if figure.quote else "")
        if _whole(percent, total) or _ADJUSTED.search(" ".join(told)):
            continue
        message = f"no whole number of {total:,f} people is {number_text(percent)}%"
        way = "look up whether fewer were counted, or the figure is adjusted or estimated, and say so in its `note:`"
        yield Problem(figure.where, "percentage-unlikely", message, way)


def _by_arm(library: Library) -> Iterator[tuple[Figure, str]]:
    """Each figure of one arm in a result, with the result's own words."""
    for study in library.records.values():
        if isinstance(study, Study):
            for key, result in study.results.items():
                for arm in result.by_arm:
                    figure = library.figures.get(f"{study.id}.results.{key}.{arm}")
                    if figure is not None:
                        yield figure, f"{result.label or ''} {result.analysis_set or ''}"


def _whole(percent: Decimal, total: Decimal) -> bool:
    """Whether some whole number of people, rounded as written, is that percentage."""
    half = Decimal(1).scaleb(int(percent.as_tuple().exponent)) / 2
    lowest, highest = (percent - half) * total / 100, (percent + half) * total / 100
    return int(highest) >= lowest or half * total >= 100


def interval_lopsided(library: Library, _today: date) -> Iterator[Problem]:
    """A ratio far from the middle of its interval, measured as ratios are, on the scale of logarithms."""
    for figure in library.figures.values():
        interval, value = figure.interval, figure.value
        if interval is None or not isinstance(value, Number) or not is_ratio(figure):
            continue
        if min(interval.low, value.value) <= 0:
            continue
        low, high, middle = (log(float(one)) for one in (interval.low, interval.high, value.value))
        slack = _slack(interval.low) + _slack(interval.high) + _slack(value.value)
        if high > low and abs(middle - (low + high) / 2) > LOPSIDED * (high - low) / 2 + slack:
            ends = f"{interval.low:f} to {interval.high:f}"
            message = f"`{value.value:f}` does not lie in the middle of its interval, {ends}, as a ratio should"
            yield Problem(figure.where, "interval-lopsided", message, "look all three numbers up in the source")


def _slack(number: Decimal) -> float:
    """How far rounding can have moved the logarithm of a number as it was written."""
    return float(Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2 / abs(number))


def is_ratio(figure: Figure) -> bool:
    """Whether a figure is an effect of which 1 means none."""
    return figure.address.rpartition(".")[2] in RATIOS or "ratio" in figure.label.casefold()


def p_against_interval(library: Library, _today: date) -> Iterator[Problem]:
    """A quoted p value that says otherwise than the 95% interval beside it."""
    for figure in library.figures.values():
        interval, quote = figure.interval, figure.quote
        if interval is None or quote is None or interval.level != 95 or _OTHER_P.search(quote.exact):
            continue
        found = list(_P.finditer(quote.exact))
        significant = _significant(found[0]) if len(found) == 1 else None
        none = Decimal(1) if is_ratio(figure) else Decimal(0)
        outside = not interval.low <= none <= interval.high
        if significant is not None and significant != outside and none not in (interval.low, interval.high):
            ends = f"{interval.low:f} to {interval.high:f}"
            message = f"`{found[0][0]}` and the interval from {ends} disagree on whether there is an effect"
            yield Problem(figure.where, "p-against-interval", message, "look both up in the source")


def _significant(match: re.Match[str]) -> bool | None:
    """What a p value says of an effect; None where it cannot be told."""
    value = Decimal(match["value"].replace("·", "."))
    if match["sign"] in "<≤":
        return True if value <= Decimal("0.05") else None
    if match["sign"] in ">≥":
        return False if value >= Decimal("0.05") else None
    return None if abs(value - Decimal("0.05")) < Decimal("0.006") else value < Decimal("0.05")


def effect_against_arms(library: Library, _today: date) -> Iterator[Problem]:
    """A difference or ratio of two risks that is not that of the two arms beside it."""
    for study in (record for record in library.records.values() if isinstance(record, Study)):
        for key, result in study.results.items():
            arms = list(result.by_arm)
            pairs = list(result.compared.pairs) if result.compared else []
            plain = [("", (arms[0], arms[1]))] if len(arms) == 2 else []
            for pair in pairs:
                one, _, other = pair.partition("_vs_")
                plain.append((f"{pair}.", (one, other)))
            for path, names in plain:
                yield from _compared(library, f"{study.id}.results.{key}", path, names)


def _compared(library: Library, start: str, path: str, names: tuple[str, str]) -> Iterator[Problem]:
    risks = [_risk(library.figures.get(f"{start}.{name}")) for name in names]
    if risks[0] is None or risks[1] is None:
        return
    (one, first), (other, second) = risks[0], risks[1]
    for measure in ("risk_difference", "risk_ratio"):
        figure = library.figures.get(f"{start}.compared.{path}{measure}")
        if (
            figure is None
            or not isinstance(figure.value, Number)
            or figure.derivation
            or _ADJUSTED.search(figure.label)
        ):
            continue
        own = Decimal(1).scaleb(int(figure.value.value.as_tuple().exponent)) / 2
        if measure == "risk_difference":
            low, high, found = one - other - first - second, one - other + first + second, one - other
        elif other - second > 0:
            low, high, found = (one - first) / (other + second), (one + first) / (other - second), one / other
        else:
            continue
        if not low - own <= figure.value.value <= high + own:
            message = f"the arms have {one:.1f}% and {other:.1f}%, which comes to {found:.2f}, and not to {figure.value.value:f}"
            way = "look up which of the three is wrong, or put under the wrong arm; of an adjusted one say so in its label"
            yield Problem(figure.where, "effect-against-arms", message, way)


def _risk(figure: Figure | None) -> tuple[Decimal, Decimal] | None:
    """Per cent of an arm, and how far rounding can have moved it."""
    if figure is None or figure.percent is None or figure.qualifier:
        return None
    if isinstance(figure.value, Share):
        return figure.percent, Decimal(0)
    return figure.percent, Decimal(1).scaleb(int(figure.percent.as_tuple().exponent)) / 2
