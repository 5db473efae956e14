"""What stands beside a number in a quotation: its sign, its currency, its unit, the word that qualifies it."""

import re
from decimal import Decimal
from functools import cache

from briefkit.values import iso
from briefkit.values.claim import Bound
from briefkit.values.tongues import ENGLISH, Qualifying, Tongue
from briefkit.values.units import UnitNames

_SIGN = re.compile(
    r"(?P<lead>^|[\s(\[{,;:=<>≤≥~]|[£€$]|\b[A-Z]{3}\s?)(?P<sign>[-−–‐‑])(?P<gap>\s?)(?P<money>(?:[£€$]|E|[A-Z]{3})\s?)?$"
)
_MINUS_WORD = re.compile(r"\bminus\s+(?P<money>(?:[£€$]|[A-Z]{3}\s?)?)$", re.IGNORECASE)
_NEGATIVE, _POSITIVE = Decimal(-1), Decimal(1)


def sign_of(before: str) -> tuple[tuple[Decimal, ...], str]:
    """The signs that a number after these words can have, and the words without the sign."""
    word = _MINUS_WORD.search(before)
    if word:
        return (_NEGATIVE,), before[: word.start()] + word["money"]
    match = _SIGN.search(before)
    if match is None:
        return (_POSITIVE,), before
    ground = before[: match.start("sign")] + (match["money"] or "")
    earlier = before[: match.start("sign")].rstrip()
    if earlier[-1:].isdigit() or earlier[-1:] == "%":
        return (_POSITIVE,), before  # the dash of a range
    spaced = bool(match["gap"]) and earlier[-1:].isalnum()
    return ((_POSITIVE, _NEGATIVE) if spaced else (_NEGATIVE,)), ground


_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD"})
_CROWNS = frozenset({"DKK", "NOK", "SEK"})
_FRANCS = frozenset({"CHF", "FRF", "BEF"})
_BEFORE: tuple[tuple[str, frozenset[str]], ...] = (
    ("£", frozenset({"GBP"})),
    ("€", frozenset({"EUR"})),
    (r"US\$", frozenset({"USD"})),
    (r"(?:CA|C|Can)\$", frozenset({"CAD"})),
    (r"(?:AU|A)\$", frozenset({"AUD"})),
    (r"\$", _DOLLARS),
    (r"(?<![a-z])kr\.?", _CROWNS),
    (r"(?<![A-Za-z])[Ss]Fr\.?", frozenset({"CHF"})),
    (r"(?<![A-Za-z])Fr\.", _FRANCS),
    (r"(?<!\w)E", frozenset({"EUR"})),  # how journals without the sign of the euro print it
)
_AFTER: tuple[tuple[str, frozenset[str]], ...] = (
    ("£", frozenset({"GBP"})),
    ("€", frozenset({"EUR"})),
    (r"euros?(?!\w)", frozenset({"EUR"})),
    (r"(?:pounds?(?: sterling)?|Pfund)(?!\w)", frozenset({"GBP"})),
    (r"(?:Swiss francs?|Schweizer Franken|Franken|francs? suisses?|SFr)(?!\w)\.?", frozenset({"CHF"})),
    (r"francs?(?!\w)|Fr\.", _FRANCS),
    (r"(?:dollars?)(?!\w)|\$", _DOLLARS),
    (r"(?:danske kroner|dänische Kronen|Danish (?:kroner?|crowns?))(?!\w)", frozenset({"DKK"})),
    (r"(?:norske kroner|norwegische Kronen|Norwegian (?:kroner?|crowns?))(?!\w)", frozenset({"NOK"})),
    (r"(?:svenska kronor|schwedische Kronen|Swedish (?:kronor|crowns?))(?!\w)", frozenset({"SEK"})),
    (r"(?:kroner|kronor|Kronen|kr)(?!\w)\.?", _CROWNS),
)


def currencies_of(before: str, after: str) -> frozenset[str]:
    """Currencies that the signs on either side of a number can mean."""
    code = re.search(r"(?<![A-Za-z])([A-Z]{3})\s?$", before) or re.match(r"\s?([A-Z]{3})(?![A-Za-z])", after)
    if code and iso.is_currency(code[1]):
        return frozenset({code[1]})
    for pattern, codes in _BEFORE:
        if re.search(rf"{pattern}\s?$" if pattern != _BEFORE[-1][0] else rf"{pattern}$", before):
            return codes
    ways = (codes for pattern, codes in _AFTER if re.match(rf"[\s\u00a0]?(?:{pattern})", after, re.IGNORECASE))
    return next(ways, frozenset())


_PHRASE_END = re.compile(r"[,;:!?)\]\[=/]|\.(?!\w)")


def unit_of(after: str, known: Tongue, units: UnitNames) -> tuple[str | None, int]:
    """The unit right after a number, and up to where it reaches."""
    for tongue in (known, ENGLISH):
        for words, unit in ((tongue.points, "percentage_point"), (tongue.percent, "percent")):
            match = _unit_words(words).match(after)
            if match:
                return unit, match.end()
    sign = re.match(r"\s?%", after)
    if sign:
        return "percent", sign.end()
    lead = re.match(r"[\s\u00a0-]?", after)
    assert lead is not None
    rest = after[lead.end() :]
    for start, unit in known.times.items():
        match = re.match(rf"{start}(?:[a-zäöüß]{{0,3}})(?!\w)", rest, re.IGNORECASE)
        if match:
            return unit, lead.end() + match.end()
    found = units.leading(_PHRASE_END.split(rest, maxsplit=1)[0].rstrip())
    return (found[0], lead.end() + found[1]) if found and not units.is_money(found[0]) else (None, 0)


@cache
def _unit_words(words: str) -> re.Pattern[str]:
    ways = "|".join(re.escape(word) for word in sorted(words.split("|"), key=len, reverse=True))
    return re.compile(rf"[\s\u00a0-]?(?:{ways})(?![^\W_])", re.IGNORECASE)


_LENGTHS = frozenset({"over", "under", "above", "below", "around", "über", "unter", "gut", "om"})
"""Words that before a length of time say how long, not how many: `over two years`."""
_FILLED = r"(?:(?:a |the )?total of |the |only |just |an? (?=\W*$))?"


def qualifier_of(
    before: str, after: str, known: Tongue, *, timed: bool, number: tuple[Decimal, ...]
) -> tuple[Bound | None, str]:
    """What qualifies a number, before it or after its unit; `timed` before a length of time."""
    bare = _bare(before)
    for words in (known, ENGLISH):
        match = _before(tuple(words.before)).search(bare)
        if match and not (timed and match[1].casefold() in _LENGTHS) and not _rhetorical(match[1], number):
            return words.before[_key(words.before, match[1])], match[1]
        later = _after(tuple(words.after)).match(after)
        if later:
            return words.after[_key(words.after, later[1])], later[1]
    return None, ""


def _bare(before: str) -> str:
    """The words before a number without its currency."""
    return re.sub(r"(?:[A-Z]{3}\s?|(?:US|CA|C|AU|A)?[£€$]\s?|(?<!\w)E)$", "", before)


def _key(words: Qualifying, written: str) -> str:
    folded = " ".join(written.casefold().split())
    return next(word for word in words if word.casefold() == folded)


def _rhetorical(word: str, number: tuple[Decimal, ...]) -> bool:
    """`Some 3,127 deaths` is how news begins a sentence: nobody rounds to 3,127."""
    if word.casefold() not in {"some", "quelque", "gut"}:
        return False
    return any(value >= 100 and len(str(int(value)).rstrip("0")) > 2 for value in number)


@cache
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(_spaced(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"({ways})[\s\u00a0]*{_FILLED}\(?$", re.IGNORECASE)


@cache
def _after(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(_spaced(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"[\s\u00a0]*({ways})(?![\w])", re.IGNORECASE)


def _spaced(word: str) -> str:
    edge = r"(?<![\w-])" if word[0].isalpha() else ""
    return edge + re.escape(word).replace(r"\ ", r"\s+")
