"""Words in quotation marks: whose they are, and whether a citation or a figure answers for them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_RUN = re.compile(
    r"“([^“”]{1,600})”|\"([^\"]{1,600})\"|«([^«»]{1,600})»|„([^„“”]{1,600})[“”]|(?<![\w’])‘([^‘’]{1,600}(?:’\w[^‘’]*)*)’(?!\w)"
)
_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)
FEWEST = 3
"""Words between quotation marks from which on they are taken for somebody's words."""
_NEAR = 0.75
"""The share of the words that a source's must have, in order, to be what was meant."""
_STRANGE = 3
"""Words that may have been left out."""
_EDGE = " .,;:!?…-\"'()[]"


@dataclass(frozen=True, slots=True)
class Run:
    """Words between quotation marks, marks left out."""

    start: int
    end: int


def runs(text: str) -> list[Run]:
    """Every run of words between quotation marks."""
    return [Run(*match.span(match.lastindex or 0)) for match in _RUN.finditer(text)]


def folded(words: str) -> str:
    """Words without what typography makes of them."""
    return " ".join(words.translate(_FOLD).casefold().split()).strip(_EDGE)


def answered(words: str, by: Iterable[str]) -> bool:
    """Whether words stand, whole and in order, in one of the texts that were quoted from a source."""
    wanted = folded(words)
    if not wanted:
        return False
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    return any(pattern.search(folded(text)) for text in by)


def nearest(words: str, by: Iterable[str]) -> str:
    """The passage of a source's words that has nearly these words, cut to where it differs; empty where none is near."""
    wanted = folded(words).split()
    for text in by:
        there = text.split()
        blocks = SequenceMatcher(None, [folded(word) for word in there], wanted, autojunk=False).get_matching_blocks()
        met = [block for block in blocks if block.size]
        if not met or sum(block.size for block in met) < max(FEWEST, _NEAR * len(wanted)):
            continue
        start, end = met[0].a, met[-1].a + met[-1].size
        if end - start <= len(wanted) + _STRANGE:
            return _clipped(there, start, end, min(block.a + block.size for block in met))
    return ""


def _clipped(words: list[str], start: int, end: int, differs: int) -> str:
    """Some words of a text round the place where they differ."""
    low, high = max(start, differs - 4), min(end, differs + 5)
    shown = " ".join(words[low:high]).strip(_EDGE)
    return f"{'…' if low else ''}{shown}{'…' if high < len(words) else ''}"
