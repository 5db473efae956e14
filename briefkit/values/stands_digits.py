"""Numbers in digits as sources print them: thousands marks, decimal comma, point or raised dot, fractions, scale words."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from briefkit.values.tongues import ENGLISH, Tongue

BLANKS = " \u00a0\u202f\u2009\u2007"
"""Blanks that may part thousands."""
_GROUPED = rf"\d{{1,3}}(?:(?P<mark>[{BLANKS},.'’])\d{{3}})(?:(?P=mark)\d{{3}})*(?!\d)"
_NUMBER = re.compile(rf"(?:{_GROUPED}|\d+)(?:(?P<point>[.,·])(?P<decimals>\d+))?", re.ASCII)
_MANY = re.compile(r"(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+(?:[./]\d+){2,}|\d{4}-\d{2}(?:-\d{2})?(?!\d)", re.ASCII)
"""Dates and numbers of sections: `06.12.2022`, `3.2.1`, `2009-348` is neither."""
_BARE_POINT = re.compile(r"(?<![\w.,·)\]%])[.·](\d{1,12})(?![\d.,]\d|\d)", re.ASCII)
"""A fraction without its nought: `p = .034`."""
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅕": Decimal("0.2"), "⅛": Decimal("0.125")}


@dataclass(frozen=True, slots=True)
class Digits:
    """A number and where it stands; signs and units are looked at afterwards."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    digits: str = ""
    places: int = 0
    fraction: bool = False
    power: int = 0
    """Power of ten of the word for a large number that follows it."""


def scan_digits(text: str, known: Tongue, *, loose: bool) -> list[Digits]:
    """Every number in digits; `loose` where nobody said in which language the text is."""
    found: list[Digits] = []
    at = 0
    while at < len(text):
        if text[at] in _PARTS:
            found.append(Digits(at, at + 1, (_PARTS[text[at]],), places=2, fraction=True))
        if point := _BARE_POINT.match(text, at):
            value = Decimal(f"0.{point[1]}")
            found.append(Digits(at, point.end(), (value,), point[1], len(point[1])))
            at = point.end()
            continue
        if not (text[at].isascii() and text[at].isdigit()):
            at += 1
            continue
        here = _dated(text, at) or _one(text, at, known, loose=loose)
        found += here
        at = here[-1].end
    return _ranges(text, found)


_TO = re.compile(r"\s*(?:[-–—‐]|to|and|bis|til|till|tot|à|a)\s*", re.IGNORECASE)
_CLEAR = 1000
"""A number from here on needs no word for a large number behind it."""


def _ranges(text: str, found: list[Digits]) -> list[Digits]:
    """The same, with the word for a large number that stands at the second end of a range read at both: `1,6-2,5 mio.`."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        between = text[one.end : other.start]
        if other.power and not one.power and max(one.values, default=_CLEAR) < _CLEAR and _TO.fullmatch(between):
            large = tuple(value * 10**other.power for value in one.values)
            values = large if one.places else large + one.values
            found[at] = replace(one, values=values, places=max(0, one.places - other.power), power=other.power)
    return found


def _dated(text: str, at: int) -> list[Digits]:
    """The parts of a date in digits, each on its own, since none of them is a decimal fraction."""
    match = _MANY.match(text, at)
    if match is None:
        return []
    parts = re.finditer(r"\d+", match[0])
    return [Digits(at + one.start(), at + one.end(), (Decimal(one[0]),), one[0]) for one in parts]


def _one(text: str, at: int, known: Tongue, *, loose: bool) -> list[Digits]:
    match = _NUMBER.match(text, at)
    assert match is not None
    whole, decimals, end = _split(match, known, loose=loose)
    if match.end() - at > 25:
        return [Digits(at, match.end(), (), whole)]
    value = Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)
    raised = _RAISED.match(text, end)
    if raised:
        # 10⁶ is not 106, nor 10; the small figures may also be the number of a note, but nobody can tell.
        return [Digits(at, raised.end(), (), whole)]
    if text[end : end + 1] in _PARTS:
        return [Digits(at, end + 1, (value + _PARTS[text[end]],), whole, 2)]
    return [_scaled(text, Digits(at, end, (value,), whole + decimals, len(decimals)), known)]


def _split(match: re.Match[str], known: Tongue, *, loose: bool) -> tuple[str, str, int]:
    """Digits before and after the decimal mark, and where the number ends."""
    written, mark, point = match[0], match["mark"] or "", match["point"] or ""
    body = written[: match.start("point") - match.start()] if point else written
    groups = body.split(mark) if mark else [body]
    own, other = (",", ".") if known.comma else (".", ",")
    decimal_group = mark == own or (mark == other and groups[0] == "0")
    if decimal_group and len(groups) == 2 and not point and (groups[0] == "0" or mark == own):
        return groups[0], groups[1], match.end()
    whole = "".join(groups)
    if point and _is_decimal(whole, point, mark, match["decimals"], known, loose=loose):
        return whole, match["decimals"], match.end()
    return whole, "", match.start() + len(body)


_YEAR = re.compile(r"(?:1[89]|20)\d\d")
"""A year, after which a comma begins another number: `In 2020,1339 deaths`."""


def _is_decimal(whole: str, point: str, mark: str, decimals: str, known: Tongue, *, loose: bool) -> bool:
    """Whether the mark after the digits begins decimals: `12.5`, `12·5`, `12,5` where a comma does that."""
    if point == mark or (_YEAR.fullmatch(whole) and len(decimals) > len(whole) - 1):
        return False
    if point in {"·", "," if known.comma else "."}:
        return True
    return len(decimals) != 3 and (known.comma or (loose and point == ","))


def _scaled(text: str, one: Digits, known: Tongue) -> Digits:
    """The number with the scale word after it, as in `1.4bn` or `8,5 Mio.` of other languages."""
    for scales in (known.scales, ENGLISH.scales):
        match = _scale_words(tuple(scales)).match(text, one.end)
        if match:
            word = next(word for word in scales if word.casefold() == match[1].casefold())
            return _times(text, one, match, word, scales[word])
    return one


@cache
def _scale_words(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"[{BLANKS}-]?({ways})(?![^\W_])", re.IGNORECASE)


_MONEY = re.compile(r"(?:[£€$]|\b[A-Z]{3}|(?<!\w)E)\s?$")
_MEASURED = re.compile(
    r"\s*(?:$|[.,;:)\]]|-|(?:of|from|to|away|radius|around|or|and|in|long|wide|deep|high|across|off)\b)"
)


def _times(text: str, one: Digits, match: re.Match[str], word: str, power: int) -> Digits:
    glued = text[one.end : one.end + 1].isalpha()
    large = tuple(value * 10**power for value in one.values)
    # A letter apart may be a measure: `10 m`; a glued one, where no thing that is counted follows it: `500m of the site`.
    measure = word == "m" and (not glued or _MEASURED.match(text, match.end())) and not _MONEY.search(text[: one.start])
    values = large + one.values if measure or (len(word) == 1 and not glued) else large
    return Digits(one.start, match.end(), values, one.digits, max(0, one.places - power), power=power)
