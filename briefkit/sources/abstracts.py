"""Where a paper repeats itself: of words that stand in its abstract and again in its body, the locator says which is meant."""

import re
from collections.abc import Sequence

from briefkit.sources.loaded_words import words
from briefkit.sources.match import Hit
from briefkit.sources.scroll import Scroll
from briefkit.sources.tokens import Tokens

_HEADINGS = words(
    "abstract abstracts summary synopsis zusammenfassung samenvatting resumé résumé sammendrag sammanfattning"
)
_STATED = re.compile(rf"\b(?:{'|'.join(sorted(_HEADINGS))})\b", re.IGNORECASE)
_LONGEST = 900
"""Tokens of the longest abstract."""


def the_one_in_abstract(scroll: Scroll, found: Sequence[Hit], at: str | None) -> list[Hit]:
    """The one of several places that stands in the abstract, when the locator names it; empty when that settles nothing."""
    if len(found) < 2 or not _STATED.search(at or ""):
        return []
    inside = [hit for hit in found if _heading_before(scroll.tokens, hit.start)]
    return inside if len(inside) == 1 else []


def _heading_before(tokens: Tokens, at: int) -> bool:
    return any(_is_heading(tokens, number) for number in range(max(at - _LONGEST, 1), at))


def _is_heading(tokens: Tokens, number: int) -> bool:
    """Whether a token is the word `Abstract` at the beginning of a line or paragraph."""
    if tokens.keys[number].casefold() not in _HEADINGS or not tokens.raw(number)[0].isupper():
        return False
    return tokens.kinds[number - 1] == "end" or "\n" in tokens.text[tokens.ends[number - 1] : tokens.starts[number]]
