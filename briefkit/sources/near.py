"""The passage of a document that is nearest to a quotation which does not stand in it, and the difference word by word.

Only ever a help for repair: however like the passage is, the quotation has not been found.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Literal

from briefkit.sources import loaded_words
from briefkit.sources.left_off import in_thousands
from briefkit.sources.match import Words, swapped
from briefkit.sources.scroll import Scroll
from briefkit.sources.tokens import EXACT, WEAK, Tokens

LIKE = 75.0
"""Per cent of likeness, by rapidfuzz, below which nothing is shown."""
_COMMON = 2000
"""Places past which a word says nothing of where a passage is."""
_MOST_WINDOWS = 8
_SLIGHT = 2
_MARGIN = 4
"""Tokens on each side of the place found in which the passage's true ends are looked for."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between a quotation and the passage."""

    quoted: str
    """Words of the quotation that the passage does not have; empty where words are left out."""
    source: str
    """Words of the passage in their place."""
    grave: bool
    """True when it changes a number, sign, unit, currency or a negation: never a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that is nearest."""

    start: int
    end: int
    text: str
    changes: tuple[Change, ...]

    @property
    def slight(self) -> bool:
        """True when only a word or two differ."""
        return sum(max(len(change.quoted.split()), len(change.source.split())) for change in self.changes) <= _SLIGHT

    @property
    def grave(self) -> tuple[Change, ...]:
        """The changes that alter what is said."""
        return tuple(change for change in self.changes if change.grave)


def nearest(what: Words, scroll: Scroll, lang: str) -> Nearest | None:
    """The passage most like the words; None when nothing is like them."""
    best, place = LIKE, None
    for start, end in _windows(what.keys, scroll):
        likeness, span = _aligned(what.keys, scroll.tokens.keys, start, end, best)
        if span and (likeness > best or place is None):
            best, place = likeness, span
    return _compared(what, scroll.tokens, *_widened(scroll.tokens, *place), lang) if place else None


def _aligned(
    ours: list[str], keys: list[str], start: int, end: int, least: float
) -> tuple[float, tuple[int, int] | None]:
    """How like the words the best passage of a window is, and which tokens it has."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415  heavy, loaded only when used

    text = " ".join(keys[start:end])
    found = partial_ratio_alignment(" ".join(ours), text, score_cutoff=least)
    if found is None:
        return 0, None
    places = [0, *accumulate(len(key) + 1 for key in keys[start:end])]
    first, last = bisect_right(places, found.dest_start) - 1, bisect_left(places, found.dest_end)
    return found.score, (start + first, start + last)


def _windows(ours: list[str], scroll: Scroll) -> list[tuple[int, int]]:
    """The parts of a scroll that share most with the words, rare words counting for more; comparing letters everywhere
    would take a tenth of a second for each quotation that is missing.
    """
    wide = len(ours) + _MARGIN
    votes: dict[int, float] = defaultdict(float)
    for offset, key in enumerate(ours):
        places = scroll.where.get(key, ())
        for place in places if len(places) <= _COMMON else ():
            votes[(place - offset) // wide] += 1 / len(places)
    best = sorted(votes, key=lambda part: (-votes[part] - votes.get(part + 1, 0), part))[:_MOST_WINDOWS]
    count = len(scroll.tokens.keys)
    return [(max((part - 1) * wide, 0), min((part + 3) * wide, count)) for part in best]


def _widened(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The tokens with some on either side, as far as the text runs on."""
    start, end = max(first, 1), min(last, len(tokens.keys) - 1)
    while start > max(first - _MARGIN, 1) and tokens.kinds[start - 1] != "end":
        start -= 1
    while end < last + _MARGIN and tokens.kinds[end] != "end":
        end += 1
    return start, end


def _compared(what: Words, tokens: Tokens, start: int, end: int, lang: str) -> Nearest | None:
    ours, theirs = what.keys, tokens.keys[start:end]
    if ours[0] not in theirs and swapped(ours[0]) in theirs:
        ours[0] = swapped(ours[0])
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    low, high = _ends(steps)
    if low >= high:
        return None
    while in_thousands(tokens, start + high) and high < end - start:
        high += 1
    changes = []
    for kind, i, j, k, m in _inner(steps, low, high):
        if kind != "equal":
            changes.append(_change(what, (i, j), tokens, (start + k, start + m), lang))
    return Nearest(start + low, start + high, tokens.shown(start + low, start + high), tuple(changes))


_Step = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def _ends(steps: Sequence[_Step]) -> tuple[int, int]:
    """Where the passage begins and ends.

    Words of the source before the first shared one and after the last count only as far as the quotation has others there.
    """
    shared = [step for step in steps if step[0] == "equal"]
    if not shared:
        return 0, 0
    first, last, whole = shared[0], shared[-1], steps[-1]
    low = max(first[3] - first[1], 0)
    return low, min(last[4] + whole[2] - last[2], whole[4])


def _inner(steps: Sequence[_Step], low: int, high: int) -> list[_Step]:
    """The steps within the passage."""
    found = [(kind, i, j, max(k, low), min(m, high)) for kind, i, j, k, m in steps if m >= low and k <= high]
    return [step for step in found if step[1] < step[2] or step[3] < step[4]]


def _change(what: Words, ours: tuple[int, int], tokens: Tokens, theirs: tuple[int, int], lang: str) -> Change:
    start, end = what.start + ours[0], what.start + ours[1]
    grave = _is_grave(what.tokens, start, end, lang) or _is_grave(tokens, *theirs, lang)
    grave = grave or _are_opposites(what.tokens.keys[start:end], tokens.keys[theirs[0] : theirs[1]])
    return Change(what.tokens.shown(start, end), tokens.shown(*theirs), grave)


def _is_grave(tokens: Tokens, start: int, end: int, lang: str) -> bool:
    return any(_weighs(tokens, number, lang) for number in range(start, end) if tokens.kinds[number] not in WEAK)


def _are_opposites(ours: list[str], theirs: list[str]) -> bool:
    """True for `significant` and `insignificant`, `able` and `unable`."""
    pairs = ((one.casefold(), two.casefold()) for one in ours for two in theirs)
    return any(
        one in {start + two for start in _TURNING} or two in {start + one for start in _TURNING} for one, two in pairs
    )


_TURNING = ("in", "un", "im", "non", "dis", "ir", "il", "ab")


def _weighs(tokens: Tokens, number: int, lang: str) -> bool:
    """True for a token that carries a number, a sign, a unit or a negation."""
    word = tokens.keys[number].casefold()
    if tokens.kinds[number] in EXACT or loaded_words.negates(word, lang):
        return True
    if (
        word
        in loaded_words.AMOUNT_WORDS | loaded_words.SCALES | loaded_words.PERCENT_WORDS | loaded_words.CURRENCY_WORDS
    ):
        return True
    beside = tokens.kinds[number - 1] in EXACT or (
        tokens.kinds[number] == "dash" and tokens.kinds[number + 1] == "number"
    )
    return beside or loaded_words.softens(word, lang)
