"""Words in quotation marks: whose they are, and whether a citation or a figure answers for them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_RUN = re.compile(
    r"“([^“”]{1,600})”|\"([^\"]{1,600})\"|«([^«»]{1,600})»|„([^„“”]{1,600})[“”]|(?<![\w’])‘([^‘’]{1,600}(?:’\w[^‘’]*)*)’(?!\w)"
)
_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)
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
