"""What words in a brief claim about a value: `fifteen`, `about £0.25 million a year`, `between 12 and 15 places`.

Words in running text are freer than the one-line form of a record; they are read here so that `words` can compare them.
"""

import re
from dataclasses import dataclass
from typing import Literal

from briefkit.values import Number, Range, Share, iso
from briefkit.values.fault import Fault
from briefkit.values.number_words import scan_spelt
from briefkit.values.numerals import Scanned, scan_number
from briefkit.values.reading import Reading
from briefkit.values.unit_and_per import per as read_per
from briefkit.values.units import UnitNames

Bound = Literal["about", "nearly", "up to", "at least", "more than", "fewer than"]
"""What a qualifying word does to its number; `almost` does what `nearly` does."""
SAYINGS: dict[str, Bound] = {
    **dict.fromkeys(("about", "approximately", "approx.", "around", "roughly", "circa", "some", "c."), "about"),
    **dict.fromkeys(("nearly", "almost", "just under", "close to"), "nearly"),
    **dict.fromkeys(("up to", "at most", "no more than", "not more than", "a maximum of"), "up to"),
    **dict.fromkeys(("at least", "no fewer than", "no less than", "not less than", "a minimum of"), "at least"),
    **dict.fromkeys(("more than", "over", "above", "greater than"), "more than"),
    **dict.fromkeys(("fewer than", "less than", "under", "below"), "fewer than"),
}
"""Words that qualify a number in running text."""


def _one_of(words: "dict[str, Bound] | tuple[str, ...]") -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LEAD = re.compile(r"(?:(?:the|a total of|in total)\s+)", re.IGNORECASE)
_SAYING = re.compile(rf"(?P<word>{_one_of(SAYINGS)})\s*(?=[\w£€$−-])", re.IGNORECASE)
_BETWEEN = re.compile(r"(between|from)\s+", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to(?!\w)|[-–—])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and(?!\w)|[-–—])\s*", re.IGNORECASE)
_OF = re.compile(r"(?:\s+(?:out\s+)?of\s+(?:the\s+)?|\s*/\s*)", re.IGNORECASE)
_MINUS = re.compile(r"minus\s+|[-−–]\s?(?=[£€]|[A-Z]{3}\s?\d)", re.IGNORECASE)
_PER_CENT = re.compile(r"\s*%|\s*[-\s]per\s?cent(?!\w)", re.IGNORECASE)
_POINTS = re.compile(r"[\s-]*percentage[\s-]points?(?!\w)", re.IGNORECASE)
_SYMBOL = re.compile(r"(?P<symbol>[£€])\s?|(?P<code>[A-Z]{3})\s?(?=\d)")
_DOLLARS = re.compile(
    r"\$|(?<!\w)kr\.?\s?\d|(?<!danish|wedish|wegian)[\d\s](?:dollars?|kroner|kronor|crowns?)\b", re.IGNORECASE
)
_PRICES = re.compile(
    r",?\s*(?:\((\d{4}) prices(?P<bracketed>, assumed)?\)|(?:in|at) (\d{4}) prices(?P<assumed>, assumed)?)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"(annually|yearly)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What the words say."""

    value: Number | Share | Range
    bound: Bound | None = None
    """What the qualifying word does; None when there is none."""
    unit: str | None = None
    per: str | None = None
    price_year: int | None = None
    assumed: bool = False
    """Whether the words say that the price year is assumed."""


@dataclass(slots=True)
class _Words:
    """The words being read, from left to right."""

    text: str
    units: UnitNames
    at: int = 0
    unit: str | None = None
    fault: Fault | None = None
    """Why a number that stands there cannot be read."""

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What matches here; goes on after it."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match


def read_claim(words: str, units: UnitNames) -> Claim | Fault:
    """What the words claim, or why they cannot be compared with a figure."""
    text = " ".join(words.translate(_EVEN).split())
    if _DOLLARS.search(text):
        message = f"`{text}` does not say which currency"
        return Fault(UNREAD, message, "name the currency so that it can be no other", 0, max(1, len(words)))
    reading = _Words(text, units)
    reading.take(_LEAD)
    saying = reading.take(_SAYING)
    reading.take(_LEAD)
    value = _value(reading)
    if value is None:
        return _unreadable(words, reading.fault) or _unread(words, "holds no number that can be compared")
    unit = _unit(reading)
    per = _per(reading)
    prices = reading.take(_PRICES)
    rest = text[reading.at :].strip()
    if rest:
        return _unread(words, f"holds words that cannot be compared: `{rest}`", rest)
    bound = SAYINGS[" ".join(saying["word"].casefold().split())] if saying else None
    year = int(prices[1] or prices[3]) if prices else None
    assumed = bool(prices and (prices["bracketed"] or prices["assumed"]))
    return Claim(value=value, bound=bound, unit=unit, per=per, price_year=year, assumed=assumed)


_EVEN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
UNREAD = "bound-words-unread"


def _unread(words: str, what: str, rest: str = "") -> Fault:
    way = "bind only the value with its qualifier and unit, and leave other words outside the square brackets"
    offset = max(0, words.rfind(rest)) if rest else 0
    return Fault(UNREAD, f"`{words}` {what}", way, offset, max(1, len(rest or words)))


def _unreadable(words: str, fault: Fault | None) -> Fault | None:
    """A number that can be read in two ways."""
    return Fault(UNREAD, fault.message, "", 0, max(1, len(words))) if fault else None


def _value(reading: _Words) -> Number | Share | Range | None:
    between = reading.take(_BETWEEN)
    first = _number(reading)
    if first is None:
        return None
    per_cent = reading.take(_PER_CENT)
    second = _second(reading, _OF) if not between and not per_cent and not reading.unit else None
    if second is not None:
        return Share(first.value, second.value)
    second = _second(reading, _AND if between and between[1].casefold() == "between" else _TO)
    if per_cent:
        # Said at the first number, it holds for both, and may be said again at the second.
        if second is None:
            reading.at = per_cent.end()
        else:
            reading.take(_PER_CENT)
        reading.unit = "percent"
    if between and second is None:
        return None
    return first if second is None else Range(first, second)


def _second(reading: _Words, pattern: re.Pattern[str]) -> Number | None:
    start = reading.at
    number = _number(reading) if reading.take(pattern) else None
    if number is None:
        reading.at = start
    return number


def _number(reading: _Words) -> Number | None:
    """One number in digits or words, with the currency before it."""
    start = reading.at
    negative = reading.take(_MINUS)
    before = _SYMBOL.match(reading.text, reading.at)
    if before and (before["symbol"] or iso.is_currency(before["code"])):
        code = {"£": "GBP", "€": "EUR"}.get(before["symbol"] or "", before["code"])
        if reading.unit not in {None, code}:
            return None
        reading.unit, reading.at = code, before.end()
    scanned = scan_number(reading.text, reading.at, money=reading.units.is_money(reading.unit))
    spelt = scan_spelt(reading.text, reading.at) if scanned is None else None
    if isinstance(scanned, Scanned):
        reading.at = scanned.end
        number = scanned.number
    elif spelt:
        reading.at = spelt.end
        number = Number(spelt.value)
    else:
        reading.at, reading.fault = start, scanned if isinstance(scanned, Fault) else None
        return None
    return Number(-number.value, number.scale) if negative else number


def _unit(reading: _Words) -> str | None:
    if reading.unit == "percent" or reading.take(_PER_CENT):
        return "percent"
    if reading.take(_POINTS):
        return "percentage_point"
    rest = reading.text[reading.at :]
    lead = len(rest) - len(rest.lstrip(" -"))
    currency = _currency_words(rest[lead:])
    if currency:
        reading.at += lead + currency[1]
        return currency[0] if reading.unit in {None, currency[0]} else None
    if reading.unit:
        return reading.unit
    found = reading.units.leading(rest[lead:])
    if found:
        reading.at += lead + found[1]
    return found[0] if found else None


_CURRENCY_WORDS = {
    "pounds sterling": "GBP",
    "pounds": "GBP",
    "pound": "GBP",
    "euros": "EUR",
    "euro": "EUR",
    "swiss francs": "CHF",
    "danish kroner": "DKK",
    "norwegian kroner": "NOK",
    "swedish kronor": "SEK",
}


def _currency_words(text: str) -> tuple[str, int] | None:
    for words, code in _CURRENCY_WORDS.items():
        if re.match(rf"{words}(?!\w)", text, re.IGNORECASE):
            return code, len(words)
    code = text[:3]
    return (code, 3) if iso.is_currency(code) and not text[3:4].isalnum() else None


def _per(reading: _Words) -> str | None:
    rest = reading.text[reading.at :].lstrip()
    prices = _PRICES.search(rest)
    said = rest[: prices.start()] if prices else rest
    if _YEARLY.fullmatch(said):
        reading.at = len(reading.text) - len(rest) + len(said)
        return "year"
    inner = Reading(said, reading.units)
    if read_per(inner) is not None or "per" not in inner.said:
        return None
    reading.at = len(reading.text) - len(rest) + inner.at
    return str(inner.said["per"])
