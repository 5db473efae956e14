"""Draws what is known of one link of an argument beside its arrow, and the key to the marks.

One mark is one piece of evidence and opens its panel; how many there are on each side stands in digits and words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefkit.charts.drawing import Kind, Pen
from briefkit.charts.lettering import LINE, wrap
from briefkit.charts.lettering import width as letters
from briefkit.figure import Figure

Side = Literal["for", "against", "none"]
GLYPH = 13.0
"""Width and height of a mark."""
PITCH = 17.0
"""From one mark to the next."""
ABOVE = 6.0
"""Between an arrow or a box and what stands beside it."""
INSET = 1.0
"""Before the first mark of the key, whose line would be cut otherwise."""
LETTER = 15.0
"""Room for the letter of a link."""
NO_EVIDENCE = "no evidence"
UNSEEN = "nothing seen"
WEIGHED = "Marks count pieces of evidence, they do not weigh them. "
BELOW = "Each letter has its text below."
KEY: dict[Side, str] = {"for": "evidence for the link", "against": "evidence against it", "none": NO_EVIDENCE}
BROKEN = "nothing here speaks for the link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One link, as it is drawn."""

    letter: str
    cause: str
    effect: str
    for_: tuple[Figure | None, ...]
    """What speaks for it; None for a record that is named whole."""
    against: tuple[Figure | None, ...]
    none: bool
    """Whether the argument says that there is no evidence either way."""
    row: str
    """Id of its text on the page."""

    @property
    def said(self) -> str:
        """How much there is, in words: `2 for, 1 against`."""
        return ", ".join(words for _, words in _counts(self)) or (NO_EVIDENCE if self.none else UNSEEN)


def _counts(step: Step) -> Iterator[tuple[Side, str]]:
    sides: tuple[tuple[Side, int], ...] = (("for", len(step.for_)), ("against", len(step.against)))
    yield from ((side, f"{count} {side}") for side, count in sides if count)


def upper_height(step: Step, room: float) -> float:
    """What stands above an arrow that runs to the right: the letter, and what speaks for the link."""
    return ABOVE + PITCH * _rows(len(step.for_), room) + LINE


def lower_height(step: Step, room: float) -> float:
    """What stands below it: what speaks against it, or that there is nothing."""
    if step.against:
        return ABOVE + PITCH * _rows(len(step.against), room) + LINE
    return 0.0 if step.for_ else ABOVE + PITCH + LINE * len(wrap(step.said, "quiet", room))


def above_arrow(pen: Pen, step: Step, start: tuple[float, float], room: float) -> None:
    """Draw the letter of a link, and what speaks for it."""
    x, y = start[0], start[1] - upper_height(step, room)
    pen.text("strong", (x, y + 12), step.letter)
    if step.for_:
        pen.text("quiet", (x + LETTER, y + 12), f"{len(step.for_)} for")
        _marks(pen, "for", step.for_, (x, y + LINE), room)
    _door(pen, step, (x, y), (room, LINE))


def below_arrow(pen: Pen, step: Step, start: tuple[float, float], room: float) -> None:
    """Draw what speaks against a link, or that there is nothing."""
    x, y = start[0], start[1] + ABOVE
    if step.against:
        _marks(pen, "against", step.against, (x, y), room)
        foot = y + PITCH * _rows(len(step.against), room)
        pen.text("quiet", (x, foot + 12), f"{len(step.against)} against")
    elif not step.for_:
        glyph(pen, "none", (x, y), None)
        for number, line in enumerate(wrap(step.said, "quiet", room)):
            pen.text("quiet", (x, y + PITCH + LINE * number + 12), line)


def _rows(count: int, room: float) -> int:
    return -(-count // _in_a_row(room)) if count else 0


def _in_a_row(room: float) -> int:
    return max(1, int((room + PITCH - GLYPH) // PITCH))


def _marks(
    pen: Pen, side: Side, figures: Sequence[Figure | None], corner: tuple[float, float], room: float
) -> tuple[float, float]:
    """A mark for each piece of evidence, in as many rows as it takes; gives back where the next would stand."""
    (x, y), fits = corner, _in_a_row(room)
    for number, figure in enumerate(figures):
        glyph(pen, side, (x + PITCH * (number % fits), y + PITCH * (number // fits)), figure)
    last = len(figures) - 1
    return x + PITCH * (last % fits + 1), y + PITCH * (last // fits)


def strip_height(step: Step, room: float) -> float:
    """The room that the evidence takes beside an arrow that runs downwards."""
    return strip(Pen(), step, (0, 0), room)


def strip(pen: Pen, step: Step, corner: tuple[float, float], room: float) -> float:
    """Draw the evidence on a link in lines: letter, what speaks for it, what speaks against it; gives back the foot."""
    (left, y), inner = corner, room - LETTER
    x = left + LETTER
    pen.text("strong", (left, y + 12), step.letter)
    sides = {"for": step.for_, "against": step.against}
    found = [(side, words, sides[side]) for side, words in _counts(step)]
    for side, words, figures in found or [("none", step.said, (None,))]:
        lead = letters(words, "quiet") + 7
        if x > left + LETTER and x + lead + PITCH * len(figures) > left + room:
            x, y = left + LETTER, y + PITCH + 2
        pen.text("quiet", (x, y + 12), words)
        x += lead
        if x + PITCH * len(figures) > left + room + PITCH - GLYPH:
            x, y = left + LETTER, y + PITCH + 2
        x, y = _marks(pen, side, figures, (x, y + 1), inner if x == left + LETTER else room)
        x, y = x + 9, y - 1
    _door(pen, step, corner, (LETTER + letters(found[0][1] if found else step.said, "quiet"), LINE))
    return y + PITCH


def _door(pen: Pen, step: Step, corner: tuple[float, float], size: tuple[float, float]) -> None:
    """Lay a way to the text of a link over its letter."""
    pen.door(corner, size, step.row, f"{step.letter}, {step.cause} → {step.effect}: {step.said}; see below")


def glyph(pen: Pen, side: Side, corner: tuple[float, float], figure: Figure | None) -> None:
    """One mark from its upper left corner."""
    (x, y), half = corner, GLYPH / 2
    if side == "for":
        near, far = half - 2.2, half + 2.2
        turns = [(near, 0), (far, 0), (far, near), (GLYPH, near), (GLYPH, far), (far, far)]
        turns += [(far, GLYPH), (near, GLYPH), (near, far), (0, far), (0, near), (near, near)]
        pen.polygon("filled", [(x + across, y + down) for across, down in turns], figure)
        return
    kind: Kind = "open" if side == "against" else "unknown"
    pen.circle(kind, (x + half, y + half), half, figure)
    if side == "against":
        pen.rect("filled", (x + 3.5, y + half - 0.8), (GLYPH - 7, 1.6), figure)
    else:
        pen.text("quiet", (x + half, y + half + 4.2), "?", anchor="middle")


def key(pen: Pen, steps: Sequence[Step], top: float, width: float) -> float:
    """What the marks mean, as far as they occur; the foot of the last line of it."""
    sides: dict[Side, bool] = {
        "for": any(one.for_ for one in steps),
        "against": any(one.against for one in steps),
        "none": any(one.none for one in steps),
    }
    x, y = INSET, top
    pen.line("rule", (0, y), (width, y))
    y += 8
    entries: list[tuple[Side | None, str]] = [(side, KEY[side]) for side, there in sides.items() if there]
    for side, text in [*entries, *([] if all(one.for_ for one in steps) else [(None, BROKEN)])]:
        lead = GLYPH + 6 if side else 32.0
        needed = lead + letters(text, "quiet")
        if x > INSET and x + needed > width:
            x, y = INSET, y + LINE + 5
        if side:
            glyph(pen, side, (x, y), None)
        else:
            pen.polyline("axis", [(x, y + GLYPH / 2), (x + 26, y + GLYPH / 2)], dash="4 3")
        pen.text("quiet", (x + lead, y + 11), text)
        x += needed + 18
    for line in wrap(f"{WEIGHED if sides['for'] or sides['against'] else ''}{BELOW}", "quiet", width):
        y += LINE + 4
        pen.text("quiet", (0, y + 11), line)
    return y + 14
