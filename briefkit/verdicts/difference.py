"""Old and new wording side by side: which words went, which came."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 400
"""Words of a text that are compared; the rest of a longer one is taken whole."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that belong together."""

    kind: Literal["same", "gone", "new"]
    text: str


def difference(old: str, new: str) -> tuple[Run, ...]:
    """The words of both texts in order, each `same`, `gone` or `new`."""
    before, after = _words(old), _words(new)
    runs: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", " ".join(before[a:b])))
            continue
        if b > a:
            runs.append(Run("gone", " ".join(before[a:b])))
        if d > c:
            runs.append(Run("new", " ".join(after[c:d])))
    return tuple(runs)


def _words(text: str) -> Sequence[str]:
    words = text.split()
    return words if len(words) <= MOST_WORDS else [*words[:MOST_WORDS], " ".join(words[MOST_WORDS:])]
