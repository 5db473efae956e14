"""Whether bound words say what a date or a fact in words says."""

import re

from briefkit.values import Date
from briefkit.values.dates import MONTHS

_DATE = re.compile(
    r"(?:(?:in|on|of)\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?:(?P<month>[A-Za-z]{3,9})\.?)?(?:\s*(?P<year>\d{4}))?",
    re.ASCII | re.IGNORECASE,
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?", re.ASCII)
_HARDENING = frozenset(
    [
        "about",
        "almost",
        "approximately",
        "around",
        "barely",
        "cannot",
        "except",
        "expected",
        "fewer",
        "hardly",
        "if",
        "least",
        "less",
        "may",
        "maximum",
        "might",
        "minimum",
        "more",
        "nearly",
        "neither",
        "never",
        "no",
        "none",
        "nor",
        "not",
        "only",
        "planned",
        "proposed",
        "roughly",
        "should",
        "than",
        "unless",
        "unlikely",
        "without",
        "would",
        "could",
        "possibly",
        "perhaps",
        "probably",
        "likely",
        "partly",
        "mostly",
        "mainly",
        "largely",
        "usually",
        "often",
        "sometimes",
        "some",
        "most",
        "few",
        "several",
        "half",
        "alleged",
        "allegedly",
        "claimed",
        "estimated",
        "intended",
        "hoped",
        "aims",
        "aimed",
        "appeared",
        "seemed",
        "suggests",
        "suggested",
        "rarely",
        "seldom",
        "little",
        "maybe",
        "potentially",
        "reportedly",
        "failed",
    ]
)
"""Words that a fact may not lose when only some of its words are bound: they turn or soften what it says."""


_ONLY_BEFORE = {"at": "least|most|best|worst|times", "up": "to"}
"""Words that do so with the word behind them alone: `at least`, and not `at the clinic`."""


def folded(text: str) -> str:
    """Text with its blanks, dashes, marks and capitals evened out, for comparing."""
    text = re.sub(r"[–—−]", "-", text.translate(str.maketrans("’‘“”", "''\"\"")))
    return " ".join(text.casefold().split())


def says_date(words: str, date: Date) -> bool | None:
    """Whether the words name this date, no more exactly than it is known; None when they are no date."""
    text = folded(words)
    match = _ISO.fullmatch(text) or _DATE.fullmatch(text)
    if match is None or not any(match.group("day", "month", "year")):
        return None
    month = _month(match["month"]) if match["month"] else None
    if month == 0 or (match["day"] and month is None):
        return None
    said = (int(match["year"]) if match["year"] else None, month, int(match["day"]) if match["day"] else None)
    known = (date.year, date.month, date.day)
    return all(part is None or part == truth for part, truth in zip(said, known, strict=True))


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    found = [number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name.casefold())]
    return found[0] if len(found) == 1 else 0


def lost_words(words: str, *wholes: str) -> str | None:
    """What of a fact is lost in the words although it matters: nothing, a word; None when they are no run of it."""
    runs = [_lost(folded(words), folded(whole)) for whole in wholes if whole]
    known = [run for run in runs if run is not None]
    return min(known, key=len) if known else None


def _lost(said: str, whole: str) -> str | None:
    match = re.search(rf"(?<!\w){re.escape(said)}(?!\w)", whole) if said else None
    if match is None:
        return None
    start, end = match.span()
    outside = (one for one in re.finditer(r"[a-z]+(?:'t)?", whole) if one.end() <= start or one.start() >= end)
    return next((one[0] for one in outside if _hardens(one[0], whole[one.end() :])), "")


def _hardens(word: str, after: str) -> bool:
    """Whether a fact may not lose this word; `at` and `up` say little but before those that they belong to."""
    if word in _ONLY_BEFORE:
        return re.match(rf"\s+(?:{_ONLY_BEFORE[word]})\b", after) is not None
    return word in _HARDENING or word.endswith("n't")
