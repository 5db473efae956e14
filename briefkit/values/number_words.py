"""Numbers in words: `fifteen`, `two hundred and fifty thousand`; the home of num2words, which writes them.

Reading them back is done here without it, so that a page can be checked without loading a library.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {
    **{word: value for value, word in enumerate(SMALL)},
    **{word: 10 * value for value, word in enumerate(TENS, 2)},
}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
NUMBER_WORDS = frozenset({*_VALUES, *_LARGE, "hundred", "dozen"})
"""Every word that is part of a number in words, in lower case."""
_TOKEN = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"[ \u00a0-]")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words and where it ends."""

    value: Decimal
    end: int


def spell(number: Decimal) -> str:
    """The number in words: `one hundred and twenty-seven`."""
    from num2words import num2words  # noqa: PLC0415  heavy, loaded only when used

    whole = number == number.to_integral_value()
    return str(num2words(int(number) if whole else number, lang="en")).replace(",", "")


def spell_in(number: Decimal, lang: str) -> str:
    """The whole number in the words of another language, by its code in num2words; empty when it has none."""
    from num2words import num2words  # noqa: PLC0415  heavy, loaded only when used

    try:
        return str(num2words(int(number), lang=lang))
    except (NotImplementedError, OverflowError):
        return ""


def scan_spelt(text: str, at: int = 0) -> Spelt | None:
    """The number in words that begins at `at`: the longest run that is one; None when no number word stands there."""
    best: Spelt | None = None
    words: list[str] = []
    for word, end in _tokens(text, at):
        words.append(word)
        value = _value(words)
        if value is not None:
            best = Spelt(Decimal(value), end)
    return best


def _tokens(text: str, at: int) -> list[tuple[str, int]]:
    """Number words from `at` on, parted by single blanks or hyphens, and `a` and `and` between them."""
    found: list[tuple[str, int]] = []
    while (match := _TOKEN.match(text, at)) and (match[0].casefold() in NUMBER_WORDS | {"a", "and"}):
        found.append((match[0].casefold(), match.end()))
        gap = _GAP.match(text, match.end())
        if gap is None:
            break
        at = gap.end()
    return found


def _value(words: list[str]) -> int | None:
    """What the words come to when all of them together are one number; None when they are not."""
    if words in (["dozen"], ["a", "dozen"]):
        return 12
    total, last = 0, 10**12
    part: list[str] = []
    for word in words:
        if word not in _LARGE:
            part.append(word)
            continue
        below = 1 if part == ["a"] else _below_thousand(part)
        if not below or _LARGE[word] >= last:
            return None
        total, last, part = total + below * _LARGE[word], _LARGE[word], []
    if not part:
        return total or None
    if part[0] == "and" and total:
        part = part[1:]
    below = _below_thousand(part)
    return None if below is None or (total and not below) else total + below


def _below_thousand(words: list[str]) -> int | None:
    """`two hundred and fifty`, `a hundred`, `forty-three`, `seven`."""
    if words == ["a"]:
        return None
    if "hundred" not in words:
        return _below_hundred(words)
    at = words.index("hundred")
    hundreds = 1 if words[:at] == ["a"] else _below_hundred(words[:at])
    rest = words[at + 1 :]
    if rest[:1] == ["and"]:
        rest = rest[1:]
        if not rest:
            return None
    below = _below_hundred(rest) if rest else 0
    return None if not hundreds or hundreds > 99 or below is None else hundreds * 100 + below


def _below_hundred(words: list[str]) -> int | None:
    values = [_VALUES.get(word) for word in words]
    if len(values) == 1:
        return values[0]
    if len(values) == 2 and None not in values:
        tens, ones = values
        assert tens is not None
        assert ones is not None
        return tens + ones if tens >= 20 and 1 <= ones <= 9 else None
    return None
