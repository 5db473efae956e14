"""Dates, years and decades in a text: those pass that something in their paragraph carries."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefkit.values import Date
from briefkit.values.dates import MONTHS
from briefkit.values.units import UnitNames

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|\\.)?" for name in MONTHS)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DECADES = {"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000}
_PATTERN = re.compile(
    rf"(?<![\w.,£€$/-])(?:"
    rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\w-])"
    rf"|(?P<slashed>{_DAY}[/.](?:0?[1-9]|1[0-2])[/.](?:{_YEAR}|\d\d))(?!\w)"
    rf"|(?P<day>{_DAY})\s(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))?(?!\w)"
    rf"|(?P<month_us>{_MONTH})\s(?P<day_us>{_DAY})(?:,?\s(?P<year_us>{_YEAR}))?(?![\w,.]*\d|\w)"
    rf"|(?P<month_only>{_MONTH})\s(?P<year_only>{_YEAR})(?!\w)"
    rf"|(?P<decade>(?:1[5-9]|20)\d0s|[’'][1-9]0s)(?!\w)"
    rf"|(?<=\bthe )(?:(?:early|late|mid)[- ])?(?P<spelt_decade>(?:{'|'.join(_DECADES)}))(?=\s*(?:[.,;:)?!\ue001]|$|(?:and|when|that|to|was|were|it|there|had|because|as|but|with|a|the)\b))"
    rf"|(?P<from>{_YEAR})(?:\s?(?P<joint>[-–/])\s?)(?P<to>{_YEAR}|\d\d)(?![\w%]|[.,]\d)"
    rf"|(?P<alone>{_YEAR})(?![\w%]|[.,·]\d|\s(?:\d{{3}}\b|per\s?cent))"
    rf")"
)

_WORDS = re.compile(r"[\s-]((?:[^\W\d_]+[\s-]?){1,3})")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a text dates something to."""

    dates: tuple[Date, ...] = ()
    """One date, or both years of a span."""
    decade: int | None = None
    """First year of a decade."""
    day_of_year: tuple[int, int] | None = None
    """Month and day of a date without its year."""

    def carried(self, by: Iterable[Date]) -> bool:
        """Whether one of these dates is this one, or holds it; a date that is known more exactly must agree."""
        known = tuple(by)
        if self.decade is not None:
            return any(self.decade <= one.year < self.decade + 10 for one in known)
        if self.day_of_year is not None:
            return any((one.month, one.day) == self.day_of_year for one in known)
        return bool(self.dates) and any(any(_agrees(one, other) for other in known) for one in self.dates)


def _agrees(said: Date, known: Date) -> bool:
    if said.year != known.year or (said.day is not None and known.day != said.day):
        return False
    return said.month is None or known.month in (None, said.month)


def dates(text: str, units: UnitNames) -> Iterator[tuple[int, int, Dated]]:
    """Every date in a text, with its place; a number of four digits before a counted noun is none."""
    for match in _PATTERN.finditer(text):
        if match["alone"] and _counts(text, match.end(), units):
            continue
        dated = _read(match)
        if dated is not None:
            yield match.start(), match.end(), dated


def _counts(text: str, at: int, units: UnitNames) -> bool:
    words = _WORDS.match(text, at)
    return words is not None and units.leading(words[1]) is not None


def _read(match: re.Match[str]) -> Dated | None:
    if match["iso"]:
        parts = [int(part) for part in match["iso"].split("-")]
        return Dated((Date(*parts),))
    if match["slashed"]:
        day, month, year = (int(re.sub(r"\D", "", part)) for part in re.split("[/.]", match["slashed"]))
        return Dated((Date(year if year > 99 else 2000 + year, month, day),))
    if match["decade"]:
        digits = match["decade"].strip("’'s")
        return Dated(decade=int(digits) if len(digits) == 4 else 1900 + int(digits))
    if match["spelt_decade"]:
        return Dated(decade=_DECADES[match["spelt_decade"]])
    if match["alone"]:
        return Dated((Date(int(match["alone"])),))
    return _span(match) if match["from"] else _spelt(match)


def _span(match: re.Match[str]) -> Dated | None:
    """`2019/20`, `2014–2024`: both its years, where they follow each other."""
    first = int(match["from"])
    last = int(match["to"]) if len(match["to"]) == 4 else first - first % 100 + int(match["to"])
    return Dated((Date(first), Date(last))) if first < last else None


def _spelt(match: re.Match[str]) -> Dated:
    day = match["day"] or match["day_us"]
    month = _number(match["month"] or match["month_us"] or match["month_only"])
    year = match["year"] or match["year_us"] or match["year_only"]
    if year is None:
        return Dated(day_of_year=(month, int(re.sub(r"\D", "", day))))
    return Dated((Date(int(year), month, int(re.sub(r"\D", "", day)) if day else None),))


def _number(month: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
