"""Dates of references: what biblatex (`2010-05-29`, `2007/2013`, `2019?`), BibTeX (`year`, `month`) and people write."""

import re
from datetime import date as calendar

from briefkit.references.reference import Issued
from briefkit.values import Date
from briefkit.values.dates import MONTHS

NO_DATE = ("", "n.d.", "n.d", "nd", "no date", "undated")
TO_COME = ("forthcoming", "in press", "in preparation", "submitted")

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?", re.ASCII)
_MARKED = re.compile(r"(?:(circa|about|ca\.?|c\.?)(?=[\s\d])\s*)?(.*?)\s*([?~%]?)", re.DOTALL)
_BRACKETS = re.compile(r"\[(.*)\]", re.DOTALL)


def read_issued(text: str) -> Issued | None:
    """A date or a range of dates; None when the text is neither."""
    bracketed = _BRACKETS.fullmatch(text.strip())
    marked = _MARKED.fullmatch((bracketed.group(1) if bracketed else text).strip().lower())
    if marked is None:
        return None
    about, middle, mark = marked.groups()
    first, slash, second = re.sub(r"--?(?=\d{4}$)|–(?=\d{4}$)", "/", middle).partition("/")
    start, end = read_date(first), read_date(second)
    if start is None or (end is None and second.strip() not in ("", "..")):
        return None
    if about or mark == "~":
        return Issued(start, end, "about")
    return Issued(start, end if slash else None, "uncertain" if mark or bracketed else "")


def read_date(text: str) -> Date | None:
    """`2019`, `2019-05` or `2019-05-03` (a time after it is left out); None for anything else or an impossible day."""
    found = _DATE.fullmatch(text.strip().upper())
    if found is None:
        return None
    year, month, day = (int(part) if part and part.strip("0") else None for part in found.groups())
    if year is None or (month is None and day is not None):
        return None
    try:
        calendar(year, month or 1, day or 1)
    except ValueError:
        return None
    return Date(year, month, day)


def read_month(text: str) -> tuple[int, int | None] | None:
    """Month and, when it is there, day: `5`, `may`, `May`, `3 May`, `May 3`; None when there is no month in it."""
    number = re.fullmatch(r"\s*(\d{1,2})\s*", text)
    if number:
        return (int(number.group(1)), None) if 1 <= int(number.group(1)) <= len(MONTHS) else None
    words = re.findall(r"[A-Za-z]+", text)
    days = re.findall(r"\b\d{1,2}\b", text)
    for at, name in enumerate(MONTHS, start=1):
        if words and len(words[0]) >= 3 and name.lower().startswith(words[0].lower()):
            return at, int(days[0]) if len(days) == 1 else None
    return None


def day_words(date: Date | None, *, year: bool = True) -> str:
    """`3 May 2019`, `May 2019`, `2019`; without the year `3 May`, `May` and nothing."""
    if date is None:
        return ""
    parts = [str(date.day) if date.day else "", MONTHS[date.month - 1] if date.month else "", str(date.year) * year]
    return " ".join(part for part in parts if part)


def year_words(issued: Issued | None, status: str = "") -> str:
    """`2010`, `2007–2013`, `c. 1990`, `2019?`, `forthcoming`, `n.d.`."""
    if issued is None:
        return status or "n.d."
    year = str(issued.start.year)
    if issued.end and issued.end.year != issued.start.year:
        year = f"{year}–{issued.end.year}"
    return {"uncertain": f"{year}?", "about": f"c. {year}"}.get(issued.doubt, year)
