"""Dates that are not in a quotation, against the date of the document in which it stands."""

import re
from collections.abc import Iterator

from briefkit.rules.borne_case import Case, Told
from briefkit.values import Date
from briefkit.values.dates import first_day, last_day
from briefkit.values.stands_dates import bears
from briefkit.values.write import date_text

_OF_PAGE = re.compile(
    r"\b(?:page|article|newspaper|paper|address|report|publication|published|release|posted)\b", re.IGNORECASE
)
_REMOVED = re.compile(r"\b(?:before|after|earlier|later|ago|since|until)\b", re.IGNORECASE)


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
    if not lost or not known or any(_agree(value, one, whole=lost == "month") for one in known):
        return
    page = date_text(known[0]).replace("\u00a0", " ")
    message = f"`{date_text(value)}` is said to follow from `{told}`, and the bibliography dates the source {page}"
    yield Told("date-not-of-page", message.replace("\u00a0", " "), "look the date up, and mend the one that is wrong")


def _agree(value: Date, page: Date, *, whole: bool) -> bool:
    """Whether a date can be that of a page; its month counts only when the quotation has none."""
    months = None in (value.month, page.month) or not whole or value.month == page.month
    return value.year == page.year and months


def counted_after(case: Case) -> Iterator[Told]:
    """Something that was counted after the document that tells of it."""
    figure = case.figure
    when = figure.as_of or (figure.period.end if figure.period else None)
    ends = [last_day(end) for _, end in issued(case)]
    if when is not None and ends and first_day(when) > max(ends):
        year = max(ends)[0]
        text = date_text(when).replace("\u00a0", " ")
        message = f"the figure is of {text}, and its source is of {year}"
        yield Told("counted-after-source", message, "look up of which time the source speaks")
