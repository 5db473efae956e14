"""Which numbers stand in a quotation, as its language writes them, with what stands beside each: sign, unit, qualifier.

Records write numbers in one way; sources write them in all ways. What is found here is compared with the value in
`rules.borne`. A number that can be read in two ways (`- 43` after a word) has both readings.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefkit.values.claim import Bound
from briefkit.values.stands_beside import currencies_of, qualifier_of, sign_of, unit_of
from briefkit.values.stands_digits import Digits, scan_digits
from briefkit.values.stands_spelt import scan_words
from briefkit.values.tongues import Tongue, tongue
from briefkit.values.units import BUILT_IN, UnitNames

MOST = 60
"""Numbers in one quotation of 25 words; more is no quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One number in a quotation."""

    written: str
    """As it stands there, without sign and unit: `12 793`, `1.4bn`, `Ten`."""
    values: tuple[Decimal, ...]
    """What it says, in every way in which it can be read; none for what is no number (`10⁶`, `3.2.1`)."""
    start: int
    end: int
    digits: str = ""
    """Its digits alone, for telling which number a value was cut from."""
    places: int = 0
    """Decimals that were written."""
    unit: str | None = None
    """Unit right after it, when it is one of the vocabulary."""
    unit_end: int = 0
    """Where that unit ends."""
    currencies: frozenset[str] = field(default_factory=frozenset)
    """Currencies that its sign can mean; none when it has no sign."""
    bound: Bound | None = None
    """What the word that qualifies it does."""
    qualifier: str = ""
    """That word."""
    lent: bool = False
    """Whether its unit is said only at another number of the list: it may belong to that alone."""
    fraction: bool = False
    """Whether it is a part written in words, `half`."""


def standing(
    text: str, lang: str = "", units: UnitNames = BUILT_IN, wanted: Iterable[Decimal] = ()
) -> tuple[Standing, ...]:
    """The numbers that stand in the text, from left to right.

    Number words of languages other than English are looked for by the numbers that are `wanted`.
    """
    known = tongue(lang)
    found = scan_digits(text, known, loose=not lang)
    words = scan_words(text, known, wanted)
    taken = {place for one in found for place in range(one.start, one.end)}
    whole = sorted([*found, *(one for one in words if one.start not in taken)], key=lambda one: one.start)[:MOST]
    return _shared(text, [_described(text, one, known, units) for one in whole])


def _described(text: str, one: Digits, known: Tongue, units: UnitNames) -> Standing:
    before, after = text[: one.start], text[one.end :]
    unit, length = unit_of(after, known, units)
    sign, ground = sign_of(before)
    codes = currencies_of(ground, after)
    bound, word = qualifier_of(ground, after[length:] if unit else after, known, timed=unit in TIMES, number=one.values)
    return Standing(
        written=text[one.start : one.end],
        values=tuple(factor * value for value in one.values for factor in sign),
        start=one.start,
        end=one.end,
        digits=one.digits,
        places=one.places,
        unit=unit,
        unit_end=one.end + length,
        currencies=codes,
        bound=bound,
        qualifier=word,
        fraction=one.fraction,
    )


TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units before which `over` says how long, not how many."""
_JOINTS = frozenset({",", "and", "to", "or", "v", "v.", "vs", "vs.", "versus", "-", "–", "‐", "−", "—"}) | frozenset(
    {", and", "und", "bis", "et", "à", "en", "tot", "og", "til", "och", "till", "y", "a", "gegen", "/"}
)
"""What stands between the numbers of a list that share their unit, which is said at the last, or their currency."""


def _shared(text: str, found: list[Standing]) -> tuple[Standing, ...]:
    """The same, with units said once for several numbers given to each: `27, 81 and 93%`, `£9,000 to 15,000`."""
    for at in range(len(found) - 2, -1, -1):
        one, follower = found[at], found[at + 1]
        if text[one.end : follower.start].strip(" \u00a0£€$").casefold() in _JOINTS:
            unit, end = (one.unit, one.unit_end) if one.unit else (follower.unit, one.end)
            codes = one.currencies or follower.currencies
            found[at] = replace(one, unit=unit, unit_end=end, currencies=codes, lent=not one.unit and unit is not None)
    for at in range(1, len(found)):
        one, earlier = found[at], found[at - 1]
        between = text[earlier.unit_end : one.start].strip(" \u00a0").casefold()
        if between in _JOINTS and not one.currencies and not _of_its_own(text, one):
            found[at] = replace(one, currencies=earlier.currencies)
    return tuple(found)


_NOUN = re.compile(r"-[^\W\d_]|[\s\u00a0](?!(?:a|an|per|each|every|in|for|on|of|to|and|or|respectively)\b)[a-zäöü]{2,}")


def _of_its_own(text: str, one: Standing) -> bool:
    """Whether a noun follows that says what the number counts: in `$14 million and 920 life-years` 920 is no money."""
    return _NOUN.match(text, one.unit_end if one.unit is None else one.end) is not None
