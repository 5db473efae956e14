"""Draws an effect-direction plot: an arrow up for better, down for worse, a bar for no clear difference, two for both ways.

Arrows tell directions by shape, so that the plot reads in grey and without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefkit.charts.drawing import NARROW, WIDE, Drawing, Pen
from briefkit.charts.lettering import wrap
from briefkit.figure import Figure

ROW = 34.0
LINE = 15.0
_LEGEND = (
    ("better", "better with the treatment"),
    ("worse", "worse"),
    ("no_clear_difference", "no clear difference"),
    ("mixed", "points both ways"),
)


@dataclass(frozen=True, slots=True)
class Arrow:
    """Which way one study points for one outcome."""

    says: str
    """`better`, `worse`, `no_clear_difference`, `mixed`; empty where nothing was seen."""
    figure: Figure | None


def draw(
    studies: Sequence[str], outcomes: Sequence[str], arrows: Sequence[Sequence[Arrow]], *, narrow: bool
) -> Drawing:
    """The plot at one width: studies downwards, outcomes side by side."""
    width = NARROW if narrow else WIDE
    first = 0.0 if narrow else 180.0
    wide = (width - first) / len(outcomes)
    pen = Pen()
    heads = [wrap(one, "heading", wide - 10) for one in outcomes]
    y = 16 + LINE * max(len(one) for one in heads)
    for place, lines in enumerate(heads):
        for number, text in enumerate(lines):
            pen.text("heading", (first + wide * (place + 0.5), 14 + LINE * number), text, anchor="middle")
    for study, found in zip(studies, arrows, strict=True):
        pen.line("rule", (0, y), (width, y))
        lift = 20.0 if narrow else 0.0
        pen.text("label", (0, y + (16 if narrow else ROW / 2 + 4.5)), study)
        for place, arrow in enumerate(found):
            _arrow(pen, arrow, (first + wide * (place + 0.5), y + lift + ROW / 2))
        y += ROW + lift
    pen.line("rule", (0, y), (width, y))
    return Drawing(width=width, height=_legend(pen, y + 22, width) + 12, marks=tuple(pen.marks))


def _arrow(pen: Pen, arrow: Arrow, middle: tuple[float, float]) -> None:
    x, y = middle
    if arrow.says in ("better", "worse"):
        tip = -9 if arrow.says == "better" else 9
        kind: Literal["filled", "pooled"] = "filled" if arrow.says == "better" else "pooled"
        pen.polygon(kind, [(x, y + tip), (x + 9, y - tip * 0.8), (x - 9, y - tip * 0.8)], figure=arrow.figure)
    elif arrow.says == "no_clear_difference":
        pen.rect("open", (x - 10, y - 3), (20, 6), figure=arrow.figure)
    elif arrow.says == "mixed":
        pen.polygon("open", [(x - 6, y - 9), (x + 1, y + 5), (x - 13, y + 5)], figure=arrow.figure)
        pen.polygon("open", [(x + 6, y + 9), (x - 1, y - 5), (x + 13, y - 5)], figure=arrow.figure)
    else:
        pen.text("quiet", (x, y + 4), "–", anchor="middle")


def _legend(pen: Pen, top: float, width: float) -> float:
    """What the shapes mean; the foot of it."""
    x, y = 14.0, top
    for says, text in (*_LEGEND, ("", "not seen here")):
        needed = 44 + 7 * len(text)
        if x > 14 and x + needed > width:
            x, y = 14.0, y + 26
        _arrow(pen, Arrow(says, None), (x, y))
        pen.text("quiet", (x + 18, y + 4), text)
        x += needed
    return y
