"""Dates as records write them: `1994`, `2022-12` or `2022-12-06`, as exact as the source is."""

import calendar
import re

from briefkit.values import Date
from briefkit.values.fault import Fault

MONTHS = tuple(calendar.month_name)[1:]
"""English names of the months, January first."""
DATE_FORMS = "`2022-12-06`, `2022-12` or `2022`"
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_LOOSE_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_SPELT = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})", re.ASCII)
_SPELT_US = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)


def read_date(text: str) -> Date | Fault:
    """The date that `text` is, whole; the fault's place counts from the start of `text`."""
    match = _ISO.fullmatch(text)
    if match is None:
        return _bad_form(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    message = _impossible(year, month, day)
    if message:
        help_text = f"dates are written year, month, day: {DATE_FORMS}"
        return Fault("date-impossible", f"`{text}` does not exist: {message}", help_text, 0, len(text))
    return Date(year, month, day)


def write_date(date: Date) -> str:
    """The date as a record writes it: `2022-12-06`."""
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts)


def first_day(date: Date) -> tuple[int, int, int]:
    """Its first day, for putting dates in order."""
    return date.year, date.month or 1, date.day or 1


def last_day(date: Date) -> tuple[int, int, int]:
    """Its last day."""
    month = date.month or 12
    return date.year, month, date.day or calendar.monthrange(date.year, month)[1]


def _impossible(year: int, month: int | None, day: int | None) -> str:
    if not 1000 <= year <= 2199:
        return "its year lies outside 1000 to 2199"
    if month is not None and not 1 <= month <= 12:
        return "a year has 12 months"
    if month is not None and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            return f"{MONTHS[month - 1]} {year} has {days} days"
    return ""


def _bad_form(text: str) -> Fault:
    meant = _meant(text)
    way = f"write `{meant}`" if meant else f"write {DATE_FORMS}: year, month, day"
    return Fault("date-form", f"`{text}` is not a date as records write it", way, 0, max(1, len(text)))


def _meant(text: str) -> str:
    """The date that somebody meant, or the two that can be meant; empty when there is none."""
    loose, spelt, american = _LOOSE_ISO.fullmatch(text), _SPELT.fullmatch(text), _SPELT_US.fullmatch(text)
    day_first = _DAY_FIRST.fullmatch(text)
    if loose:
        return _checked(int(loose[1]), int(loose[2]), loose[3])
    if spelt and _month(spelt[2]):
        return _checked(int(spelt[3]), _month(spelt[2]), spelt[1])
    if american and _month(american[1]):
        return _checked(int(american[3]), _month(american[1]), american[2])
    if day_first:
        year, first, second = int(day_first[3]), day_first[1], day_first[2]
        both = {_checked(year, int(second), first), _checked(year, int(first), second)} - {""}
        return "` or `".join(sorted(both, reverse=True))
    return ""


def _month(name: str) -> int:
    """Number of the month with this name or its first three letters or more; 0 when there is none."""
    starts = [number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name.casefold())]
    return starts[0] if starts and len(name) >= 3 else 0


def _checked(year: int, month: int, day: str | None) -> str:
    days = int(day) if day else None
    return "" if _impossible(year, month, days) else write_date(Date(year, month, days))
