"""Whether a sentence gives a figure another year than its own."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.wording import Mark, Said, marked
from briefkit.rules.wording_names import after, before
from briefkit.values import Date

_YEAR = re.compile(r"(?<![\w.,£€$-])(?:1[89]|20)\d\d(?!\w|[.,]\d)")
_KEYED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_REPORTED = re.compile(
    r"\b(?:bulletin|report(?:ed|s)?|reviews?|articles?|published|wrote|says|said|announced|estimate[ds]?|paper|prices?|census|"
    r"survey|forecast|by then|since|until|expected)\b",
    re.IGNORECASE,
)
"""Words beside a year that is not the one a figure counts."""


def year_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`3,346 registered in 2024`, when the figure is of 2014."""
    for sentence, mark in marked(brief):
        own = years_of(mark.use.figure, library)
        record = library.record(mark.use.figure.record)
        stated = record is not None and record.kind == "position"
        found = _misnamed(sentence, mark, own, stated=stated) if own and mark.use.form != "year" else None
        if found:
            message = f"`{found.group()}` stands beside `{mark.use.shown}`, which is of {_range(own)}"
            way = "correct the year, or bind the figure of that year"
            yield Problem(sentence.place(*found.span()), "year-misnamed", message, way)


def years_of(figure: Figure, library: Library) -> frozenset[int]:
    """The years that the figure is of: what it says itself, else the year in its own name, or the date of a statement."""
    if figure.period:
        return frozenset(range(figure.period.start.year, figure.period.end.year + 1))
    if figure.as_of:
        return frozenset({figure.as_of.year})
    if isinstance(figure.value, Date) or figure.derivation:
        return frozenset()
    named = _KEYED.findall(figure.address.partition(".")[2].replace("_", " "))
    if named:
        return frozenset(map(int, named))
    record = library.record(figure.record)
    held = getattr(record, "date", None) if record is not None and record.kind == "position" else None
    return frozenset({held.year}) if isinstance(held, Date) else frozenset()


def _misnamed(sentence: Said, mark: Mark, own: frozenset[int], *, stated: bool) -> re.Match[str] | None:
    """The year that is given to the figure and is not its own. `stated` is somebody's statement, whose year is when it was said."""
    text = sentence.other_words(0, len(sentence.text))
    near = _within(text, *after(sentence, mark))
    if not near:
        everywhere = _within(sentence.text, 0, len(text))
        if own & {int(found.group()) for found in everywhere} and len(own) == 1:
            return None
        alone = _free(sentence, mark, text, 0, len(text)) if len(everywhere) == 1 else []
        near = _free(sentence, mark, text, *before(sentence, mark)) or _nearest(sentence, mark, alone)
    strange = [found for found in near if int(found.group()) not in own]
    if not strange or (len(own) == 1 and len(strange) < len(near)):
        return None
    found = strange[0]
    beside = text[max(0, found.start() - 30) : found.end() + 25]
    return None if not stated and _REPORTED.search(beside) else found


def _free(sentence: Said, mark: Mark, text: str, start: int, end: int) -> list[re.Match[str]]:
    """The years in a part of the text that stand behind no other figure, to which they would belong."""
    taken = [after(sentence, other) for other in sentence.marks if other is not mark]
    return [found for found in _within(text, start, end) if not any(low <= found.start() < high for low, high in taken)]


def _nearest(sentence: Said, mark: Mark, years: list[re.Match[str]]) -> list[re.Match[str]]:
    """The years to which no other figure of the sentence stands nearer: `in 2022 it was [18 days], against [26 days] before`."""
    return [year for year in years if all(_apart(mark, year) <= _apart(other, year) for other in sentence.marks)]


def _apart(mark: Mark, year: re.Match[str]) -> int:
    return max(year.start() - mark.end, mark.start - year.end())


def _within(text: str, start: int, end: int) -> list[re.Match[str]]:
    return [found for found in _YEAR.finditer(text, start) if found.end() <= end]


def _range(years: frozenset[int]) -> str:
    low, high = min(years), max(years)
    return f"{low}" if low == high else f"{low} to {high}"
