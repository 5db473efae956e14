"""Which dates stand in a quotation: `6 December`, `06.12.2022`, `December 6, 2022`, `im Juli 2009`, a year alone."""

import re
from dataclasses import dataclass

from briefkit.values import Date
from briefkit.values.tongues import ENGLISH, tongue

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)", re.ASCII)
_PARTS = re.compile(r"(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)", re.ASCII)
_YEAR = re.compile(
    r"(?<![\d.,£€$-])((?:1[0-9]|2[01])\d{2})(?:[/–-](\d{2}|\d{4})(?!\d))?(?![\d,]\d|\d|%|[.·]\d)", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Dated:
    """What a quotation says of one date."""

    year: int | None
    month: int | None = None
    day: int | None = None


def dates_in(text: str, lang: str = "") -> tuple[Dated, ...]:
    """Every date in the text, in every way in which it can be read; a year that stands alone is one."""
    found: list[Dated] = []
    for match in _ISO.finditer(text):
        found += _possible(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    for match in _PARTS.finditer(text):
        year = int(match[4]) if len(match[4]) == 4 else _century(int(match[4]))
        found += _possible(year, int(match[3]), int(match[1]))
        if lang in {"", "en"}:
            found += _possible(year, int(match[1]), int(match[3]))
    for known in dict.fromkeys((tongue(lang).months, ENGLISH.months)):
        found += _named(text, known)
    return (*found, *(Dated(year) for year in years_in(text)))


def years_in(text: str) -> tuple[int, ...]:
    """Every year that is written in four digits, and the second of `2016/17`."""
    return tuple(year for year, _ in year_places(text))


def year_places(text: str) -> tuple[tuple[int, int], ...]:
    """The same years, each with the place at which it begins."""
    found: list[tuple[int, int]] = []
    for match in _YEAR.finditer(text):
        first = int(match[1])
        found.append((first, match.start()))
        if match[2]:
            found.append((int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2]), match.start()))
    return tuple(found)


def bears(text: str, date: Date, lang: str = "", *, year_told: bool = False) -> str:
    """What of the date the text does not bear: `year`, `month`, `day`; empty when it bears all of it.

    `year_told` where the record says from where the year comes when the text has none.
    """
    months = [one for one in dates_in(text, lang) if date.month is None or one.month == date.month]
    if not months and date.month is not None:
        return "month"
    days = [one for one in months if date.day is None or one.day == date.day]
    if not days and date.day is not None:
        return "day"
    years = set(years_in(text))
    told = [one for one in days if one.year == date.year or (one.year is None and (date.year in years or year_told))]
    return "" if told else "year"


def _century(year: int) -> int:
    return 2000 + year if year < 50 else 1900 + year


def _possible(year: int | None, month: int, day: int | None) -> list[Dated]:
    return [Dated(year, month, day)] if 1 <= month <= 12 and (day is None or 1 <= day <= 31) else []


def _named(text: str, months: tuple[str, ...]) -> list[Dated]:
    """Dates whose month is a word, whole or cut to three letters."""
    found: list[Dated] = []
    for number, name in enumerate(months, 1):
        fourth = r"\.?" if name[:4] == "sept" else r"\."
        month = rf"(?:{re.escape(name)}|{re.escape(name[:3])}\.?|{re.escape(name[:4])}{fourth})"
        pattern = (
            rf"(?<!\w)(?:(?P<first>\d{{1,2}})\s?(?:st|nd|rd|th|\.|er)?\s+(?:of\s+|de\s+)?)?{month}(?!\w)"
            rf"(?:\s+(?P<second>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]))?(?:,?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})(?!\d))?"
        )
        for match in re.finditer(pattern, text, re.IGNORECASE):
            day = match["first"] or match["second"]
            if name[:3] == "may" and not day and not match["year"] and not match[0][0].isupper():
                continue  # `may` is a verb far more often than a month
            found += _possible(int(match["year"]) if match["year"] else None, number, int(day) if day else None)
    return found
