"""How wide text is, before any browser or printer has seen it, so that pictures can be laid out without one.

Widths come from our own fonts (`letter_widths`, made by `templates/fonts/make_widths.py`). What the table lacks counts as
one of the widest letters: an estimate errs on the wide side, so that nothing overlaps.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefkit.charts.drawing import Kind, Mark
from briefkit.charts.letter_widths import REGULAR, SEMIBOLD

SIZES: Mapping[str, float] = {"label": 13.0, "strong": 13.0, "quiet": 12.0, "heading": 12.0, "inverse": 12.0}
"""Height of each kind of text, as `templates/parts/picture.html.j2` writes it."""
HEAVY = frozenset({"strong", "heading", "inverse"})
"""Kinds of text in the heavier cut."""
LINE = 16.0
"""From one line of text to the next."""
_UNKNOWN = 1000
_SLACK = 1.02
"""For what the browser rounds."""
_ABOVE, _BELOW = 0.78, 0.24
"""How far letters reach above and below their foot, in heights of text."""


def _table(pieces: Iterable[tuple[int, str]]) -> dict[str, int]:
    return {letter: width for width, letters in pieces for letter in letters}


_LIGHT, _HEAVY = _table(REGULAR), _table(SEMIBOLD)


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a text takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def width(text: str, kind: Kind) -> float:
    """How wide a text of this kind is."""
    table = _HEAVY if kind in HEAVY else _LIGHT
    return sum(_letter(letter, table) for letter in text) * SIZES[kind] * _SLACK / 1000


def _letter(letter: str, table: Mapping[str, int]) -> int:
    if letter in table:
        return table[letter]
    if unicodedata.combining(letter):
        return 0
    return table.get(unicodedata.normalize("NFD", letter)[0], _UNKNOWN)


def wrap(text: str, kind: Kind, room: float) -> list[str]:
    """The text in lines no wider than `room`; a word that is wider by itself is broken."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, kind) <= room:
            lines[-1] = longer
        elif word:
            lines += _broken(word, kind, room)
    return lines


def _broken(word: str, kind: Kind, room: float) -> list[str]:
    """A word in as many pieces as it needs."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, kind) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def box(mark: Mark) -> Box:
    """The room that a text of a drawing takes."""
    wide, size = width(mark.text, mark.kind), SIZES[mark.kind]
    x, foot = float(mark.at["x"]), float(mark.at["y"])
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[str(mark.at["text-anchor"])]
    return Box(left, foot - _ABOVE * size, left + wide, foot + _BELOW * size)
