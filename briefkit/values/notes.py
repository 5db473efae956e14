"""What stands in parentheses after a figure: its interval, and notes such as `(price year 2019 assumed; at p. 3)`."""

import re
from collections.abc import Callable
from decimal import Decimal

from briefkit.problems import did_you_mean, listed
from briefkit.values import Interval, Period, PriceYear
from briefkit.values.dates import read_date
from briefkit.values.fault import Fault
from briefkit.values.numerals import Scanned, scan_number
from briefkit.values.reading import Part, Reading

NOTE_NAMES: dict[str, Part] = {
    "price year": "price_year",
    "as of": "as_of",
    "period": "period",
    "at": "at",
    "cite": "cite",
    "via": "via",
}
_LEVEL = re.compile(r"\s*(\d{2}(?:\.\d+)?)\s?%\s*(?:CI|confidence interval)\s*:?\s*", re.IGNORECASE)
_INTERVAL_LIKE = re.compile(
    r"\s*(?:CI(?!\w)|confidence interval|\d{2}%|\[|(?!\d{4}(?!\d))[-−]?[\d.]+(?:,\s|\s?to\s|\s?–\s?)[-−]?[\d.]+\s*$)",
    re.IGNORECASE,
)
_KEY = re.compile(r"[^\s,;(){}\"']+")


def parenthesised(reading: Reading) -> Fault | None:
    """One pair of parentheses: an interval, or notes."""
    end = _closing(reading.text, reading.at)
    if end is None:
        way = "close the notes with `)`; if they are closed in the file, YAML has cut the line at ` #` or at a comma in `{…}`"
        return reading.blame("note-open", f"the parenthesis `{reading.rest[:40]}` is not closed", way)
    inner = reading.text[reading.at + 1 : end]
    if _LEVEL.match(inner) or _INTERVAL_LIKE.match(inner):
        return _interval(reading, inner, end)
    return _notes(reading, inner, end)


def _closing(text: str, at: int) -> int | None:
    depth = 0
    for place in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return None


def _interval(reading: Reading, inner: str, end: int) -> Fault | None:
    level = _LEVEL.match(inner)
    found = read_interval(inner[level.end() :], Decimal(level[1])) if level else None
    if not isinstance(found, Interval) or "interval" in reading.said:
        message = f"`({inner})` cannot be read as an interval"
        if "interval" in reading.said:
            message = "a second interval stands here"
        return reading.blame("interval-form", message, "write it as in `(95% CI 1.2 to 3.4)`, once", end + 1)
    reading.keep("interval", found, end + 1)
    return None


_BETWEEN = re.compile(r"\s*%?\s*(?:to|–|—|-)\s*", re.IGNORECASE)
_REST = re.compile(r"\s*%?\s*")


def read_interval(ends: str, level: Decimal) -> Interval | None:
    """`1.2 to 3.4`; None when it is no interval."""
    low = scan_number(ends, 0)
    between = _BETWEEN.match(ends, low.end) if isinstance(low, Scanned) else None
    high = scan_number(ends, between.end()) if between else None
    if not isinstance(low, Scanned) or not isinstance(high, Scanned) or not _REST.fullmatch(ends, high.end):
        return None
    return Interval(level, low.number.value, high.number.value)


def _notes(reading: Reading, inner: str, end: int) -> Fault | None:
    place = reading.at + 1
    for piece in _pieces(inner):
        lead = len(piece) - len(piece.lstrip())
        reading.at = place + lead
        fault = _note(reading, piece.strip())
        if fault:
            return fault
        place += len(piece) + 1
    reading.at = end + 1
    return None


def _pieces(inner: str) -> list[str]:
    return inner.split(";")


def _note(reading: Reading, note: str) -> Fault | None:
    end = reading.at + len(note)
    name = next((name for name in NOTE_NAMES if re.match(rf"{name}(?!\w)", note, re.IGNORECASE)), None)
    if name is None:
        return reading.blame("unknown-note", f"`{note}` is not a note" if note else "an empty note", _meant(note), end)
    part = NOTE_NAMES[name]
    if part in reading.said:
        return reading.blame("note-twice", f"`{name}` is said twice", "say it once", end)
    lead = len(note) - len(note[len(name) :].lstrip())
    found = READERS[part](note[lead:])
    if isinstance(found, Fault):
        return _placed(reading, note, lead, found)
    reading.keep(part, found, end)
    return None


def _placed(reading: Reading, note: str, lead: int, fault: Fault) -> Fault:
    """The fault of a note, at its place in the line; or that it runs into the next one."""
    comma = re.search(rf",\s*(?:{'|'.join(NOTE_NAMES)})(?!\w)", note, re.IGNORECASE)
    if comma:
        start = reading.at + comma.start()
        return Fault("unknown-note", "a comma stands between two notes", "part notes with `;`", start, 1)
    if not note[lead:]:
        return reading.blame(fault.rule, fault.message, fault.help, reading.at + len(note))
    return fault.shifted(reading.at + lead)


def _meant(note: str) -> str:
    """What somebody meant by a note of another form, or which notes there are."""
    ways = (way for pattern, way in _MEANT if (match := pattern.fullmatch(note)) for way in [match.expand(way)])
    known = f"notes are {listed(NOTE_NAMES)}, parted by `;`; any other remark belongs in `note:`"
    words = note.split()
    near = (did_you_mean(" ".join(words[:count]), NOTE_NAMES) for count in (2, 1) if words)
    return next(ways, "") or next((way for way in near if way), known)


_MEANT = tuple(
    (re.compile(pattern, re.IGNORECASE), way)
    for pattern, way in (
        (r"(?:in )?(\d{4}) prices", r"write `price year \1`"),
        (r"prices? (?:of |in )?(\d{4})", r"write `price year \1`"),
        (r"(?:in )?(\d{4})", r"write `price year \1` for the prices of an amount, or `as of \1` for a count"),
        (r"(\d{4}(?:-\d\d)?) (?:to|–) (\d{4}(?:-\d\d)?)", r"write `period \1 to \2`"),
        (r"((?:pp?\.|page|table|figure|abstract|section|para).*)", r"write `at \1`"),
        (r"(?:source|ref|from|@).*", "write `cite` and the key of the reference"),
    )
)
"""Notes of another form, and what to write instead."""


def read_price_year(text: str) -> PriceYear | Fault:
    """`2019`, `2019 assumed` or `not_reported`."""
    match = re.fullmatch(r"(\d{4})(\s+assumed)?", text, re.ASCII)
    if match and 1000 <= int(match[1]) <= 2199:
        return PriceYear(int(match[1]), assumed=bool(match[2]))
    if text == "not_reported":
        return PriceYear(None)
    financial = re.match(r"(\d{4})\s?[-/–]\s?(\d{2}|\d{4})(?!\d)", text, re.ASCII)
    way = "write one year, `2019`, or `2019 assumed` when the source does not print it, or `not_reported`"
    if financial:
        way = f"write one year: for a financial year the one in which it begins, `{financial[1]} assumed`"
    return Fault(
        "price-year-form",
        f"`{text}` is not a price year" if text else "no price year stands here",
        way,
        0,
        max(1, len(text)),
    )


def read_period(text: str) -> Period | Fault:
    """`2020-10 to 2021-09`."""
    match = re.fullmatch(r"(\S+)\s+(?:to|–|until)\s+(\S+)", text)
    if match is None:
        way = "write its first and its last date: `period 2020-10 to 2021-09`"
        return Fault(
            "date-form", f"`{text}` is not a period" if text else "no dates stand here", way, 0, max(1, len(text))
        )
    start, end = read_date(match[1]), read_date(match[2])
    if isinstance(start, Fault):
        return start
    if isinstance(end, Fault):
        return end.shifted(match.start(2))
    return Period(start, end)


def read_locator(text: str) -> str | Fault:
    """A place in a source: `p. 3`, `table 2`."""
    if text:
        return " ".join(text.split())
    return Fault("note-empty", "`at` names no place in the source", "write it as in `at p. 3` or `at table 2`")


def read_key(text: str) -> str | Fault:
    """The key of a reference."""
    key = text.removeprefix("@")
    if _KEY.fullmatch(key):
        return key
    way = "write the key of one reference, as in `cite smith2020`"
    return Fault(
        "note-empty",
        f"`{text}` is not the key of a reference" if text else "no key stands here",
        way,
        0,
        max(1, len(text)),
    )


READERS: dict[Part, Callable[[str], object]] = {
    "price_year": read_price_year,
    "as_of": read_date,
    "period": read_period,
    "at": read_locator,
    "cite": read_key,
    "via": read_key,
}
