"""What a summary of findings says of a result in a plain sentence: as sure as its certainty, as large as its size, no more.

The verbs are those of GRADE guidelines 26 (Santesso and others, J Clin Epidemiol 2020;119:126): high certainty `results in`,
moderate `likely results in`, low `may result in`, very low `the evidence is very uncertain`. Where nobody has judged, only
what was found and where is said. An interval that includes no effect never increases or reduces anything.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from briefkit.figure import Figure
from briefkit.records.certainty import CertaintyJudgement, word_of
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.tables.asked import Asked
from briefkit.tables.table import Cell
from briefkit.tables.words import interval_words
from briefkit.values import Interval, Number
from briefkit.values.units import UnitNames
from briefkit.values.write import full, number_text, short

MEASURES = {
    "RR": "risk ratio",
    "OR": "odds ratio",
    "RD": "risk difference",
    "HR": "hazard ratio",
    "IRR": "incidence rate ratio",
}
Way = Literal["more", "fewer", "open", "untold"]
"""Which way an interval points; `open` when it includes no effect, `untold` when there is none."""
_VERBS = {"high": "results in", "moderate": "likely results in", "low": "may result in"}
_SIZES = {"large": "a large ", "moderate": "", "small": "a small ", "": ""}
Said = str | Cell


def verdict(level: str, size: str, way: Way, outcome: str) -> str:
    """The beginning of the sentence where certainty was judged; empty where it was not."""
    if not level:
        return ""
    if level == "very low":
        return f"The evidence is very uncertain about the effect of the treatment on {outcome}"
    if size == "trivial":
        return f"The treatment {_VERBS[level]} little to no difference in {outcome}"
    if way in ("open", "untold"):
        return f"The studies leave open whether the treatment changes {outcome}"
    noun = "increase" if way == "more" else "reduction"
    article = _SIZES[size] or ("an " if way == "more" else "a ")
    return f"The treatment {_VERBS[level]} {article}{noun} in {outcome}"


def way_of(interval: Interval | None, none: int) -> Way:
    """Which way an interval points, beside the value of no effect."""
    if interval is None:
        return "untold"
    if interval.low <= none <= interval.high:
        return "open"
    return "more" if interval.low > none else "fewer"


def sentence(asked: Asked[Pooled]) -> Cell:
    """What is said of one result, with the figures that it rests on."""
    parts = tuple(one if isinstance(one, Cell) else Cell(text=one) for one in _said(asked))
    return Cell(text="".join(part.text for part in parts), parts=parts)


def _said(asked: Asked[Pooled]) -> Iterator[Said]:
    estimate = asked.figure("estimate")
    favouring = asked.figure("favouring")
    if estimate is None:
        yield from _not_pooled(asked, favouring) if favouring else [_nothing(asked)]
        return
    judged = asked.result.certainty
    size = judged.size or "" if isinstance(judged, CertaintyJudgement) else ""
    way = way_of(estimate.interval, no_effect(asked))
    opening = verdict(word_of(judged), size, way, asked.outcome)
    yield from _where(asked, opening)
    yield from _effect(asked, estimate)
    if way == "open" and not opening:
        yield ", an interval that leaves open whether there is a difference"
    yield "."
    needed = asked.figure("number_needed")
    if needed is not None and way in ("more", "fewer") and not opening.startswith(("The evidence", "The studies")):
        number = people_cell(needed, asked.library.vocabularies.units)
        yield from (f" That is one {'more' if way == 'more' else 'fewer'} for every ", number, " people treated.")


def _nothing(asked: Asked[Pooled]) -> str:
    """What is said where there is no estimate."""
    return "No estimate was seen." if is_published(asked) else "Nothing was pooled."


def is_published(asked: Asked[Pooled]) -> bool:
    """Whether others published it: what is missing then was not seen."""
    return isinstance(asked.record, Synthesis) and asked.record.published


def _where(asked: Asked[Pooled], opening: str) -> Iterator[Said]:
    """How sure it is, where somebody judged; and in how many studies and people it was found, and by whom."""
    units = asked.library.vocabularies.units
    found = [
        Cell(text=full(one, units), figure=one) for name in ("studies", "participants") if (one := asked.figure(name))
    ]
    whose = asked.record.name if is_published(asked) else "pooled here"
    yield opening
    for joint, cell in zip(("; in " if opening else "In ", " of "), found, strict=False):
        yield from (joint, cell)
    if not opening:
        label = asked.outcome if found else asked.outcome[:1].upper() + asked.outcome[1:]
        yield f" ({whose}), {label}" if found else f"{label} ({whose})"
    yield ": "


def _effect(asked: Asked[Pooled], estimate: Figure) -> Iterator[Said]:
    """How large it is: in people out of 1,000 where a baseline is named, else as the ratio or difference."""
    units = asked.library.vocabularies.units
    treated, compared, difference = (asked.figure(f"{name}_1000") for name in ("with", "baseline", "difference"))
    if treated is not None and compared is not None and difference is not None:
        yield from (
            people_cell(treated, units),
            " out of 1,000 people with the treatment, against ",
        )
        yield from (people_cell(compared, units), " with the comparison: ")
        yield Cell(text=difference_words(difference), figure=difference)
        return
    yield from (f"{measure_words(asked, estimate)} ", Cell(text=estimate_words(estimate, units), figure=estimate))


def _not_pooled(asked: Asked[Pooled], favouring: Figure) -> Iterator[Said]:
    """Which way the studies point, where nothing was pooled."""
    because = (asked.result.not_pooled_because or "").rstrip(".")
    shown = Cell(text=short(favouring, asked.library.vocabularies.units), figure=favouring)
    yield from (
        shown,
        f" studies favour the treatment in {asked.outcome}. Directions are counted, and say nothing of size.",
    )
    if favouring.derivation is not None:
        yield f" One by one: {favouring.derivation.working}."
    yield f" Nothing was pooled{f', because {because}' if because else ''}."


def no_effect(asked: Asked[Pooled]) -> int:
    """The value that means no effect: 1 for a ratio, 0 for a difference."""
    estimate = asked.figure("estimate")
    ratio = asked.result.measure in ("RR", "OR", "HR", "IRR") or (
        estimate is not None and "ratio" in estimate.label.casefold()
    )
    return 1 if ratio else 0


def measure_words(asked: Asked[Pooled], estimate: Figure) -> str:
    """What kind of number an estimate is: `risk ratio`, or the beginning of its label."""
    if asked.result.measure:
        return MEASURES[asked.result.measure]
    head = estimate.label.partition(" for ")[0]
    return head[:1].lower() + head[1:] if head[1:2].islower() else head


def estimate_words(estimate: Figure, units: UnitNames) -> str:
    """An estimate with its interval."""
    bounds = interval_words(estimate, units, bare=True)
    value = full(replace(estimate, interval=None), units)
    return f"{value} ({bounds})" if bounds else value


def people_cell(figure: Figure, units: UnitNames) -> Cell:
    """So many out of 1,000: the number alone, since the words around it say of how many."""
    return Cell(text=short(replace(figure, unit=None, per=None), units), figure=figure)


def difference_words(figure: Figure) -> str:
    """So many more or fewer, from and to."""
    assert isinstance(figure.value, Number), "a difference is a number"
    words = _more(figure.value.value)
    if figure.interval is None:
        return words
    level = number_text(figure.interval.level)
    return f"{words} ({level}% CI {_more(figure.interval.low)} to {_more(figure.interval.high)})"


def _more(number: Decimal) -> str:
    if number == 0:
        return "no difference"
    return f"{number_text(abs(number))} {'more' if number > 0 else 'fewer'}"
