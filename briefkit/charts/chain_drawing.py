"""Draws an argument: its steps as boxes in the order of cause and effect, and on each arrow the evidence, mark by mark.

A plus in front of the arrow speaks for a link, a struck ring behind it speaks against it, a question mark says that there is
nothing: shapes first, so that the picture reads in grey. A branch that has no room sideways runs downwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefkit.charts.chain_evidence import (
    ABOVE,
    GLYPH,
    Step,
    above_arrow,
    below_arrow,
    key,
    lower_height,
    strip,
    strip_height,
    upper_height,
)
from briefkit.charts.drawing import NARROW, WIDE, Drawing, Kind, Pen
from briefkit.charts.lettering import LINE, wrap
from briefkit.charts.lettering import width as letters

EDGE = 1.0
"""Between the edge of the picture and a box, whose line would be cut otherwise."""
PAD = 7.0
"""Between the edge of a box and its words."""
HEAD = 8.0
"""Length of the head of an arrow."""
TURN = 7.0
"""From a box to where its arrow turns off to another branch."""
INDENT = 14.0
"""From the left edge of a box to the arrow that leaves its foot."""
WIDEST = 420.0
"""How wide a box may be that stands above the next."""
GAPS = {2: 150.0, 3: 112.0, 4: 86.0}
"""From one box to the next, by the number of boxes side by side: with more, boxes would have no room for words."""
ELSEWHERE = "(goes on at its other box)"


@dataclass(frozen=True, slots=True)
class Node:
    """One box, with the link that leads to it and the boxes that it leads to."""

    text: str
    by: Step | None
    children: tuple["Node", ...] = ()
    elsewhere: bool = False
    """Whether its own links stand at another box with the same words."""


def draw(steps: Sequence[Step], *, narrow: bool) -> Drawing:
    """The argument at one width."""
    roots, width = grown(steps), NARROW if narrow else WIDE
    depth = max(_depth(one) for one in roots)
    room = (WIDE - 2 * EDGE - GAPS[depth] * (depth - 1)) / depth if depth in GAPS else 0.0
    words = [word for one in steps for text in (one.cause, one.effect) for word in text.split()]
    sideways = not narrow and all(letters(word, "label") <= room - 2 * PAD for word in words)
    pen = Pen()
    foot = _Sideways(pen, room, GAPS[depth]).draw(roots) if sideways else _Downwards(pen, width - EDGE).draw(roots)
    return Drawing(width=width, height=key(pen, steps, foot + 10, width) + 4, marks=tuple(pen.marks))


def grown(steps: Sequence[Step]) -> tuple[Node, ...]:
    """The steps as trees: each link stands once, at the first box with the words of its cause."""
    effects, opened = {one.effect for one in steps}, set[str]()

    def grow(text: str, by: Step | None) -> Node:
        onward = [one for one in steps if one.cause == text]
        if text in opened:
            return Node(text, by, elsewhere=bool(onward))
        opened.add(text)
        return Node(text, by, tuple(grow(one.effect, one) for one in onward))

    first = [one.cause for one in steps if one.cause not in effects]
    # What is left goes round in a ring: it begins where the argument does.
    return tuple(grow(one, None) for one in [*first, *(one.cause for one in steps)] if one not in opened)


def _depth(node: Node) -> int:
    return 1 + max((_depth(one) for one in node.children), default=0)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a box says, in lines."""

    lines: tuple[tuple[Kind, str], ...]

    @property
    def height(self) -> float:
        return LINE * len(self.lines) + 2 * PAD

    @property
    def width(self) -> float:
        return max(letters(text, kind) for kind, text in self.lines) + 2 * PAD


def _words(node: Node, room: float) -> _Words:
    said: list[tuple[Kind, str]] = [("label", node.text)]
    if node.elsewhere:
        said.append(("quiet", ELSEWHERE))
    return _Words(tuple((kind, line) for kind, text in said for line in wrap(text, kind, room - 2 * PAD)))


def _box(pen: Pen, words: _Words, corner: tuple[float, float], width: float) -> None:
    x, y = corner
    pen.rect("box", corner, (width, words.height))
    for number, (kind, text) in enumerate(words.lines):
        pen.text(kind, (x + PAD, y + PAD + LINE * number + 12), text)


def _arrow(pen: Pen, step: Step, corners: list[tuple[float, float]], way: Literal["right", "down"]) -> None:
    """A line through the corners with a head at its end; broken where nothing speaks for the link."""
    (x, y), half = corners[-1], HEAD / 2
    back = (x - HEAD, y) if way == "right" else (x, y - HEAD)
    sides = [(back[0], y - half), (back[0], y + half)] if way == "right" else [(x - half, back[1]), (x + half, back[1])]
    pen.polyline("axis", [*corners[:-1], back], dash="" if step.for_ else "4 3")
    pen.polygon("pooled", [(x, y), *sides])


@dataclass(slots=True)
class _Place:
    """Where one box stands: its column and its row, and the box before it."""

    node: Node
    words: _Words
    column: int
    row: int
    before: "_Place | None"
    turns_at: int | None
    """The row from which its arrow turns off to its own; None where it runs straight on."""


@dataclass(slots=True)
class _Sideways:
    """From left to right, and each further branch in a row of its own."""

    pen: Pen
    box: float
    gap: float
    rows: int = 0
    middles: list[float] = field(default_factory=list)

    @property
    def room(self) -> float:
        """For the evidence on an arrow."""
        return self.gap - TURN - 6 - HEAD - 3

    def draw(self, roots: Sequence[Node]) -> float:
        places: list[_Place] = []
        for root in roots:
            places += self._placed(root, 0, self.rows, None)
            self.rows += 1
        foot = self._measured(places)
        for one in places:
            if one.before and one.node.by:
                self._link(one, one.before, one.node.by)
            corner = (self._left(one), self.middles[one.row] - one.words.height / 2)
            _box(self.pen, one.words, corner, self.box)
        return foot

    def _left(self, place: _Place) -> float:
        return EDGE + (self.box + self.gap) * place.column

    def _placed(
        self, node: Node, column: int, row: int, before: _Place | None, turns_at: int | None = None
    ) -> Iterator[_Place]:
        here = _Place(node, _words(node, self.box), column, row, before, turns_at)
        yield here
        for number, child in enumerate(node.children):
            last, self.rows = row, self.rows + (1 if number else 0)
            row = self.rows if number else row
            yield from self._placed(child, column + 1, row, here, last if number else None)

    def _measured(self, places: Sequence[_Place]) -> float:
        """Find the middle of each row; gives back where the last ends."""
        y = EDGE
        for row in range(self.rows):
            here = [one for one in places if one.row == row]
            links = [one.node.by for one in here if one.node.by]
            half = max(one.words.height / 2 for one in here)
            upper = max([half, *(upper_height(one, self.room) for one in links)])
            self.middles.append(y + upper)
            y += upper + max([half, *(lower_height(one, self.room) for one in links)]) + 12
        return y - 12

    def _link(self, place: _Place, before: _Place, step: Step) -> None:
        x, y = self._left(before) + self.box, self.middles[place.row]
        start = x
        if place.turns_at is not None:
            start = x + TURN
            self.pen.line("axis", (start, self.middles[place.turns_at]), (start, y))
        _arrow(self.pen, step, [(start, y), (x + self.gap, y)], "right")
        above_arrow(self.pen, step, (x + TURN + 6, y), self.room)
        below_arrow(self.pen, step, (x + TURN + 6, y), self.room)


@dataclass(slots=True)
class _Downwards:
    """From top to bottom, each branch set in."""

    pen: Pen
    width: float

    def draw(self, roots: Sequence[Node]) -> float:
        y = EDGE
        for number, root in enumerate(roots):
            y = self._node(root, EDGE, y + (16 if number else 0))
        return y

    def _node(self, node: Node, left: float, y: float) -> float:
        """Draw a box and all that follows from it; gives back where that ends."""
        words = _words(node, min(self.width - left, WIDEST))
        _box(self.pen, words, (left, y), words.width)
        spine, inward = left + INDENT, 2 * INDENT if len(node.children) > 1 else 0.0
        y += words.height
        start = y
        for child in node.children:
            if child.by is None:
                continue
            x = spine + GLYPH if inward else spine + 10
            top = y + ABOVE
            y = top + strip_height(child.by, self.width - x) + ABOVE
            tip = y + (_words(child, min(self.width - left - inward, WIDEST)).height / 2 if inward else 0.0)
            corners = [(spine, start), (spine, tip), *([(left + inward, tip)] if inward else [])]
            _arrow(self.pen, child.by, corners, "right" if inward else "down")
            strip(self.pen, child.by, (x, top), self.width - x)
            y, start = self._node(child, left + inward, y), tip
        return y
