"""Dates that are not in a quotation, against the date of the document in which it stands."""

import re
from collections.abc import Iterator

from briefkit.figure import Figure
from briefkit.rules.borne_case import Case, Told, wanted
from briefkit.values import Date
from briefkit.values.dates import first_day, last_day
from briefkit.values.number_words import scan_spelt
from briefkit.values.stands import Standing
from briefkit.values.stands_dates import bears, year_places
from briefkit.values.write import date_text

_OF_PAGE = re.compile(
    r"\b(?:page|article|newspaper|paper|address|report|publication|published|release|posted)\b", re.IGNORECASE
)
_AWAY = re.compile(r"\b(\w+) years? (before|after)\b[^\d]*\b((?:19|20)\d\d)\b", re.IGNORECASE)
_REMOVED = re.compile(r"\b(?:before|after|earlier|later|ago|since|until)\b", re.IGNORECASE)
WHICH_TIME = "look up of which time the source speaks, and write that under `as_of:` or `period:`"
_BY = re.compile(r"(?<!\w)(?:by|until|till|bis|zum|zu|inden|jusqu\S+)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_AIM = re.compile(
    r"(?<!\w)(?:target|goal|aim|plan|forecast|project|expect|mål|ziel|soll|skal|doel|objectif|prognos)\w*",
    re.IGNORECASE,
)
"""Words of what lies ahead, whose year is later than the source."""
_COULD = re.compile(r"(?<!\w)(?:will|would|could|may|might|wird|werden|könnte\w*|vil|kan)(?!\w)", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?<!\w)(?:than|compared with|compared to|against|from|since|gegenüber|als|seit|ab|end|enn|siden|fra|mod|än|sedan|från|dan|"
    r"sinds|vanaf|que|depuis|por|desde)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Words before a year with which something is compared, or since which it holds."""
_YEARS_AWAY = (
    (
        re.compile(
            r"\b(?:last|previous) year\b|\b(?:letzte|vergangene|vorige)[nms]? Jahr|\bVorjahr|\bl'an dernier|\bsidste år",
            re.IGNORECASE,
        ),
        -1,
    ),
    (re.compile(r"\bnext year\b|\b(?:nächste|kommende)[nms]? Jahr|\bnæste år", re.IGNORECASE), 1),
)
"""Words by which a page speaks of the year before or after its own."""


def issued(case: Case) -> list[tuple[Date, Date]]:
    """First and last date of the documents that the figure names: its source, and the one in which it was met."""
    keys = (key for key in (case.figure.via, *case.figure.cite) if key)
    found = (case.library.references[key].issued for key in keys if key in case.library.references)
    return [(one.start, one.end or one.start) for one in found if one is not None]


def paged(case: Case) -> Iterator[Told]:
    """A date that is said to be that of the page, and is another."""
    value, told = case.figure.value, case.figure.year_from or case.figure.value_from
    if not isinstance(value, Date) or not _OF_PAGE.search(told) or _REMOVED.search(told):
        return
    lost = bears(case.text, value, case.lang)
    known = [start for start, _ in issued(case)]
    removed = next((years for pattern, years in _YEARS_AWAY if pattern.search(case.text)), 0)
    meant = [Date(one.year + removed, None if removed else one.month) for one in known]
    if not lost or not known or any(_agree(value, one, whole=lost == "month") for one in meant):
        return
    page = date_text(known[0]).replace("\u00a0", " ")
    message = f"`{date_text(value)}` is said to follow from `{told}`, and the bibliography dates the source {page}"
    yield Told("date-not-of-page", message.replace("\u00a0", " "), "look the date up, and mend the one that is wrong")


def worked_out(case: Case) -> Iterator[Told]:
    """A year that is said to lie so many years before or after another one, and does not."""
    value, match = case.figure.value, _AWAY.search(case.figure.value_from)
    spelt = scan_spelt(match[1], 0) if match else None
    if not isinstance(value, Date) or match is None:
        return
    years = int(match[1]) if match[1].isdigit() else int(spelt.value) if spelt else 0
    meant = int(match[3]) + (years if match[2].casefold() == "after" else -years)
    if years and value.year != meant:
        message = f"`{case.said}` is said to follow from `{case.figure.value_from}`, which comes to {meant}"
        yield Told("date-not-of-page", message, "look the date up, and mend the one that is wrong")


def _agree(value: Date, page: Date, *, whole: bool) -> bool:
    """Whether a date can be that of a page; its month counts only when the quotation has none."""
    months = None in (value.month, page.month) or not whole or value.month == page.month
    return value.year == page.year and months


def counted_after(case: Case) -> Iterator[Told]:
    """Something that was counted after the document that tells of it."""
    figure = case.figure
    when = figure.as_of or (figure.period.end if figure.period else None)
    if ahead(figure):
        return
    ends = [last_day(end) for _, end in issued(case)]
    if when is not None and ends and first_day(when) > max(ends):
        year = max(ends)[0]
        text = date_text(when).replace("\u00a0", " ")
        message = f"the figure is of {text}, and its source is of {year}"
        yield Told("counted-after-source", message, f"{WHICH_TIME}; of a forecast say `expected` in `label:`")


def ahead(figure: Figure) -> bool:
    """Whether a figure or its quotation says that it lies ahead: `expected by 2026`."""
    told = f"{figure.label} {figure.quote.exact if figure.quote else ''}"
    return bool(_AIM.search(told) or _COULD.search(told))


def years_of_number(case: Case) -> set[int]:
    """Years that the quotation gives for the figure's own number: not for another one beside it, nor to compare with."""
    own = {value for one in wanted(case.figure)[:1] for value in (one, -one)}
    counts = [one for one in case.found if one.digits and (one.lent or not _is_dated(case.text, one))]
    at = [one for one in counts if own & set(one.values)]
    latest = max((end.year for _, end in issued(case)), default=9999)
    found: set[int] = set()
    for year, start in year_places(case.text):
        before = case.text[:start]
        later = year > latest and (_BY.search(before) or ahead(case.figure))
        if any(one.start == start and not one.lent and (one.unit or one.currencies or one in at) for one in counts):
            continue  # the number itself: `2007 patients`
        beside = [one for one in counts if one.start != start]
        nearest = min(beside, key=lambda one: _apart(case.text, one, start), default=None)
        if not later and not _COMPARED.search(before) and (not at or nearest is None or nearest in at):
            found.add(year)
    return found


def _is_dated(text: str, one: Standing) -> bool:
    """Whether a number is the day of a date, or a year."""
    day = len(one.digits) <= 2 and re.match(
        r"\.?(?:st|nd|rd|th)?\s+[^\W\d_]{3,9}\.?,?\s+(?:19|20)\d\d", text[one.end :]
    )
    later = len(one.digits) <= 2 and re.match(r"(?:st|nd|rd|th)?,\s+(?:19|20)\d\d", text[one.end :])
    year = any(start == one.start for _, start in year_places(text))
    return bool(day or later) or (year and not one.unit and not one.currencies)


def _apart(text: str, one: Standing, start: int) -> int:
    """How far a number is from a year; a comma between them counts as many words."""
    between = text[one.end : start] if one.end <= start else text[start + 4 : one.start]
    return len(between) + 40 * len(re.findall(r"[,;(]", between))
