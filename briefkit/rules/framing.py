"""How numbers are put: percent and points, ratios and absolute numbers, times, and what has to stand beside them."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.wording import UNCLAIMED, Said, said
from briefkit.rules.wording_results import is_ratio, outcome_of
from briefkit.values import Missing, Number

_PERCENT = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)?)(?:\s?%|\s?per\s?cent\b)", re.IGNORECASE)
_PERCENT_AFTER = re.compile(r"\s?%|[\s-]?per\s?cent(?!age)\b", re.IGNORECASE)
_POINTS_AFTER = re.compile(r"[\s-]?percentage[\s-]points?\b", re.IGNORECASE)
_TIME = r"second|minute|hour|day|week|month|quarter|year"
_SAID_TIME = re.compile(
    rf"\b(?:an?|per|each|every|one)\s+(?P<time>{_TIME})\b|\b(?P<ly>dai|week|month|year|annual)ly\b|\bper annum\b",
    re.IGNORECASE,
)
_NOT_A_RATE = re.compile(
    r"\bone\s+\w+$|\b(?:once|twice|thrice|times?|doses?|visits?|mg|sessions?)\s+(?:an?|per|each|every)\s+\w+$",
    re.IGNORECASE,
)
"""`after one year`, `twice a day`: how long and how often, and not by what an amount is counted."""
_PER_TIME = re.compile(rf"\b(?P<time>{_TIME})s?\b", re.IGNORECASE)
_LY = {"dai": "day", "week": "week", "month": "month", "year": "year", "annual": "year"}
_NOT_ABSOLUTE = frozenset({"participants", "studies", "heterogeneity", "p_value"})
_POINT_WAY = "say percentage points for the difference of two percentages"


def points_as_percent(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A difference of two percentages that is told as a percentage, or the other way round."""
    for sentence in said(brief):
        for mark in sentence.marks:
            unit, after = mark.use.figure.unit, sentence.text[mark.end :]
            wrong = {"percentage_point": _PERCENT_AFTER, "percent": _POINTS_AFTER}.get(unit or "")
            found = wrong.match(after) if wrong else None
            if found:
                where = sentence.place(mark.end, mark.end + found.end())
                told = "a difference in percentage points" if unit == "percentage_point" else "a percentage"
                message = f"`{found.group().strip()}` stands after `{mark.use.shown}`, which is {told}"
                yield Problem(where, "points-as-percent", message, _POINT_WAY)
        yield from _differences(sentence)


def _differences(sentence: Said) -> Iterator[Problem]:
    """Typed percentages that are the points by which two percentages of the sentence differ."""
    points = [
        abs(mark.use.figure.value.value)
        for mark in sentence.marks
        if mark.use.figure.unit == "percentage_point" and isinstance(mark.use.figure.value, Number)
    ]
    levels = [mark.use.figure.percent for mark in sentence.marks]
    known = [level for level in levels if level is not None]
    gaps = {abs(one - other) for one in known for other in known if one != other}
    relative = {abs(100 * (one - other) / other) for one in known for other in known if other}
    text = sentence.other_words(0, len(sentence.text))
    for found in _PERCENT.finditer(text):
        number = Decimal(found[1].replace(",", "."))
        if any(_equal(number, gap) for gap in (*points, *gaps)) and not any(_equal(number, one) for one in relative):
            message = f"`{found.group()}` is a difference in percentage points, not a percentage"
            yield Problem(sentence.place(*found.span()), "points-as-percent", message, _POINT_WAY)


def _equal(said_number: Decimal, exact: Decimal) -> bool:
    return exact.quantize(said_number, ROUND_HALF_UP) == said_number


def ratio_without_absolute(brief: Brief, library: Library) -> Iterator[Problem]:
    """A ratio of risks in a section that never says how many people it happens to."""
    sentences = said(brief)
    shown = {
        (where, outcome_of(figure, library))
        for where, figure in _shown_figures(brief, sentences)
        if not is_ratio(figure, library) and _counts(figure.address)
    }
    told: set[tuple[str, str]] = set()
    for sentence in sentences:
        for mark in sentence.marks:
            figure = mark.use.figure
            key = (sentence.section, outcome_of(figure, library))
            if is_ratio(figure, library) and mark.use.form != "interval" and key not in shown | told:
                told.add(key)
                where = mark.use.where
                message = f"`{mark.use.shown}` is a ratio, and this section shows no number of people for its outcome"
                way = "give the risk in each group beside it, or, where the source has none, a figure that says `not_reported`"
                yield Problem(where, "ratio-without-absolute", message, way)


def _counts(address: str) -> bool:
    return address.rsplit(".", 1)[-1] not in _NOT_ABSOLUTE


def _shown_figures(brief: Brief, sentences: Sequence[Said]) -> Iterator[tuple[str, Figure]]:
    """Each figure of the brief with the section that it stands in, those in tables as well."""
    for sentence in sentences:
        for mark in sentence.marks:
            yield sentence.section, mark.use.figure
    for claim in brief.claims:
        for use in claim.figures:
            yield claim.section, use.figure


def time_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """An amount for 26 weeks told as one for a year."""
    for sentence in said(brief):
        for mark in sentence.marks:
            counted = counted_by(mark.use.figure, library)
            if not counted or _tells(sentence.text, counted):
                continue
            found = _SAID_TIME.search(sentence.other_words(0, len(sentence.text)), mark.end)
            if found and found.start() - mark.end <= 40:
                message = f"`{found.group()}` stands after `{mark.use.shown}`, which is counted by `{counted}`"
                way = f"write `{counted}`, or declare a figure that converts it and says what that assumes"
                yield Problem(sentence.place(*found.span()), "time-misnamed", message, way)


def time_misheaded(brief: Brief, library: Library) -> Iterator[Problem]:
    """An amount for 26 weeks in a table, under a head or in a row that says `a year`."""
    for sentence in (one for one in said(brief) if one.kind == "cell"):
        heads = f"{sentence.above} {sentence.row}"
        for mark in sentence.marks:
            counted = counted_by(mark.use.figure, library)
            found = _SAID_TIME.search(heads)
            if not counted or not found or _tells(f"{heads} {sentence.text}", counted):
                continue
            if not _NOT_A_RATE.search(heads[: found.end()]):
                message = f"`{found.group()}` heads the cell of `{mark.use.shown}`, which is counted by `{counted}`"
                way = f"write `{counted}` there, or declare a figure that converts it and says what that assumes"
                yield Problem(mark.use.where, "time-misnamed", message, way)


def counted_by(figure: Figure, library: Library) -> str:
    """By which length of time an amount is counted, in words: what its rate says, else how long its record runs."""
    per = figure.per or ""
    if _PER_TIME.search(per) or figure.derivation or not library.vocabularies.units.is_money(figure.unit):
        return per if _PER_TIME.search(per) else ""
    record = library.record(figure.record)
    horizon = record.field("time_horizon") if record else None
    if not isinstance(horizon, str) or not _PER_TIME.search(horizon):
        return ""
    return f"{per} for {horizon}" if per else horizon


def _tells(text: str, counted: str) -> bool:
    """Whether a text names one of the lengths of time of a figure."""
    own = {found["time"].casefold() for found in _PER_TIME.finditer(counted)}
    return any(re.search(rf"\b{time}s?\b", text.casefold()) for time in own) or _says_ly(text, own)


def _says_ly(text: str, own: set[str]) -> bool:
    return any(found["ly"] and _LY[found["ly"].casefold()] in own for found in _SAID_TIME.finditer(text))


def surrogate_unsaid(brief: Brief, library: Library) -> Iterator[Problem]:
    """A figure of an outcome that only stands in for another, told as if it were that other one."""
    outcomes = library.vocabularies.outcomes
    for sentence in said(brief):
        if sentence.block in UNCLAIMED:
            continue
        for mark in sentence.marks:
            outcome = outcomes.get(outcome_of(mark.use.figure, library))
            if outcome is None or isinstance(mark.use.figure.value, Missing):
                continue
            for name in outcome.surrogate_for:
                target = outcomes.get(name)
                if target is None or _names(sentence.text, outcome.label):
                    continue
                named = _names(sentence.own, target.label)
                if named:
                    message = f"`{mark.use.shown}` is {outcome.label}, which only stands in for {target.label}"
                    way = f"say what was measured: {outcome.label}"
                    yield Problem(sentence.place(*named.span()), "surrogate-unsaid", message, way)


def _names(text: str, label: str) -> re.Match[str] | None:
    """Where a text uses a content word of a label."""
    words = [word for word in re.findall(r"[a-z]+", label.casefold()) if len(word) > 4 and word != "reported"]
    return re.search(r"\b(?:" + "|".join(words) + r")", text, re.IGNORECASE) if words else None
