"""Draws an evidence gap map: a square for each intervention and outcome, and in it a bubble for trials, studies and reviews.

Kinds of record are told apart by shape (square, circle, diamond) and shade, and by the digit beside them; the frame of a
square says whether anybody has judged how sure its evidence is.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.charts.drawing import NARROW, WIDE, Drawing, Pen
from briefkit.charts.lettering import width as letters
from briefkit.charts.lettering import wrap

ROW = 46.0
HEAD = 34.0
LINE = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """One intervention and one outcome."""

    trials: int
    studies: int
    reviews: int
    certainty: str
    """As judged; empty where nobody has."""


def draw(
    labels: Sequence[str], names: Sequence[str], squares: Sequence[Sequence[Square]], table: str, *, narrow: bool
) -> Drawing:
    """The map at one width: outcomes downwards, interventions side by side; every square leads to `table`."""
    width = NARROW if narrow else WIDE
    first = 0.0 if narrow else 230.0
    wide = (width - first) / len(names)
    heads = [wrap(name, "heading", wide - 8) for name in names]
    pen, y = Pen(), HEAD + LINE * (max(len(one) for one in heads) - 1)
    for place, lines in enumerate(heads):
        for number, text in enumerate(lines):
            pen.text("heading", (first + wide * (place + 0.5), 14 + LINE * number), text, anchor="middle")
    for label, found in zip(labels, squares, strict=True):
        pen.line("rule", (0, y - 6), (width, y - 6))
        parts = wrap(label, "label", width if narrow else first - 10)
        lift = LINE * len(parts) + 5 if narrow else 0.0
        for number, text in enumerate(parts):
            foot = 12 + LINE * number if narrow else ROW / 2 + LINE * (number - (len(parts) - 1) / 2)
            pen.text("label", (0, y + foot), text)
        height = ROW - 12 + (LINE if any(square.certainty for square in found) else 0)
        for place, square in enumerate(found):
            corner = (first + wide * place + 3, y + lift)
            _square(pen, square, corner, (wide - 6, height))
            pen.door(corner, (wide - 6, height), table, f"{label}, {names[place]}: {_said(square)}; see the table")
        y += height + 12 + lift
    bottom = _legend(pen, y + 14, width)
    return Drawing(width=width, height=bottom + 12, marks=tuple(pen.marks))


def _said(square: Square) -> str:
    """What a square holds, in words."""
    counts = (("trial", "trials", square.trials), ("other study", "other studies", square.studies))
    named = (*counts, ("review", "reviews", square.reviews))
    said = (f"{count} {one if count == 1 else many}" for one, many, count in named if count)
    return ", ".join(said) or "nothing in this base"


def _square(pen: Pen, square: Square, corner: tuple[float, float], size: tuple[float, float]) -> None:
    (x, y), (width, height) = corner, size
    number = square.trials + square.studies + square.reviews
    if not number:
        pen.rect("unknown", corner, size)
        pen.text("quiet", (x + width / 2, y + height / 2 + 4.5), "nothing here", anchor="middle")
        return
    pen.rect("box", corner, size)
    kinds = [("trials", square.trials), ("studies", square.studies), ("reviews", square.reviews)]
    shown = [(kind, count) for kind, count in kinds if count]
    step = width / len(shown)
    if square.certainty:
        pen.text("quiet", (x + width / 2, y + height - 6), f"certainty: {square.certainty}", anchor="middle")
        height -= LINE
    for place, (kind, count) in enumerate(shown):
        middle = (x + step * (place + 0.5) - 8, y + height / 2)
        _bubble(pen, kind, middle, count)
        pen.text("strong", (middle[0] + 17, middle[1] + 4.5), str(count))


def _bubble(pen: Pen, kind: str, middle: tuple[float, float], count: int) -> None:
    """A shape whose area grows with the count, up to what a square holds."""
    x, y = middle
    half = min(3.6 * math.sqrt(count) + 1.5, 12.5)
    if kind == "trials":
        pen.rect("filled", (x - half, y - half), (2 * half, 2 * half))
    elif kind == "studies":
        pen.circle("open", middle, half)
    else:
        pen.polygon("pooled", [(x - half, y), (x, y - half), (x + half, y), (x, y + half)])


def _legend(pen: Pen, top: float, width: float) -> float:
    """What the shapes mean; the foot of the last line of it."""
    entries = (("trials", "randomised trials"), ("studies", "other studies"), ("reviews", "reviews"))
    x, y = 0.0, top + 10
    for kind, text in entries:
        needed = 42 + letters(text, "quiet")
        if x + needed > width:
            x, y = 0.0, y + 20
        _bubble(pen, kind, (x + 8, y), 2)
        pen.text("quiet", (x + 22, y + 4), text)
        x += needed
    for text in wrap(
        "Area grows with the number. How sure the evidence is: not yet judged, unless the square says so.",
        "quiet",
        width,
    ):
        y += 19
        pen.text("quiet", (0, y + 4), text)
    return y + 4
