"""What a finished picture is made of: plain shapes in units of its own, ready to be written as SVG.

A picture knows no colour and no font: each mark says what it stands for (`kind`), and the looks say how that is painted.
Everything in it comes from the table that carries it, so that no picture says what its table does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefkit.figure import Figure

Shape = Literal["line", "rect", "circle", "polygon", "polyline", "path", "text"]
Kind = Literal[
    "axis",
    "grid",
    "rule",
    "zero",
    "label",
    "quiet",
    "strong",
    "heading",
    "inverse",
    "mark",
    "interval",
    "pooled",
    "prediction",
    "box",
    "open",
    "filled",
    "series-1",
    "series-2",
    "series-3",
    "series-4",
    "series-1-open",
    "series-2-open",
    "series-3-open",
    "series-4-open",
    "unknown",
    "door",
]
"""What a mark stands for. `label`, `quiet`, `strong`, `heading` and `inverse` (on a dark mark) are texts; `axis`, `grid`, `rule` and `zero` are lines;
`mark` and `interval` are one study's or one record's; `pooled` and `prediction` what was made of several; `open`, `filled` and
the series tell things apart by shape and shade as well as by colour; `unknown` is what nobody has seen or judged, `door` an unseen
box that leads elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One shape, or one line of text."""

    shape: Shape
    kind: Kind
    at: Mapping[str, float | str]
    """Geometry as SVG names it (`x`, `y`, `width`, `cx`, `r`, `points`, `d`...), and `text-anchor` of a text."""
    text: str = ""
    """What a text says."""
    figure: Figure | None = None
    """The figure that it shows: on screens the mark opens its panel."""
    link: str = ""
    """Where it leads on the page instead: the id of an element, such as that of the table behind the picture."""
    says: str = ""
    """What a mark that leads somewhere says to those who do not see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One picture at one width."""

    width: float
    """In units of the picture: one is a CSS pixel at full size, and text is 13 units high."""
    height: float
    marks: tuple[Mark, ...]
    """In the order in which they are painted, which is also the order of reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture for pages and for phones, with what it shows in words."""

    wide: Drawing
    """For paper and wide screens: 640 units, which is a page wide."""
    narrow: Drawing
    """For phones: 340 units, drawn anew, so that no text shrinks."""
    alt: str
    """What it shows, finding first, made from the same figures: for those who do not see it."""


WIDE = 640.0
NARROW = 340.0
TEXT = 13.0
"""Height of text."""


def written(number: float) -> str:
    """A coordinate as it stands in the SVG: at most two decimals, the same on every machine."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@dataclass(slots=True)
class Pen:
    """Gathers marks in the order in which they are drawn."""

    marks: list[Mark] = field(default_factory=list)

    def line(
        self, kind: Kind, start: tuple[float, float], end: tuple[float, float], figure: Figure | None = None
    ) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = start, end
        self._add("line", kind, {"x1": x1, "y1": y1, "x2": x2, "y2": y2}, figure)

    def rect(
        self, kind: Kind, corner: tuple[float, float], size: tuple[float, float], figure: Figure | None = None
    ) -> None:
        """Draw a box from its upper left corner."""
        self._add("rect", kind, {"x": corner[0], "y": corner[1], "width": size[0], "height": size[1]}, figure)

    def circle(self, kind: Kind, centre: tuple[float, float], radius: float, figure: Figure | None = None) -> None:
        """Draw a dot."""
        self._add("circle", kind, {"cx": centre[0], "cy": centre[1], "r": radius}, figure)

    def door(self, corner: tuple[float, float], size: tuple[float, float], link: str, says: str) -> None:
        """Lay a box without looks over others, that leads to another part of the page."""
        at: dict[str, float | str] = {"x": corner[0], "y": corner[1], "width": size[0], "height": size[1]}
        self.marks.append(Mark(shape="rect", kind="door", at=at, link=link, says=says))

    def polygon(self, kind: Kind, corners: list[tuple[float, float]], figure: Figure | None = None) -> None:
        """Draw a closed shape."""
        points = " ".join(f"{written(x)},{written(y)}" for x, y in corners)
        self._add("polygon", kind, {"points": points}, figure)

    def polyline(
        self, kind: Kind, corners: list[tuple[float, float]], figure: Figure | None = None, *, dash: str = ""
    ) -> None:
        """Draw an open line through several points; `dash` as SVG writes it."""
        points = " ".join(f"{written(x)},{written(y)}" for x, y in corners)
        self._add("polyline", kind, {"points": points, **({"stroke-dasharray": dash} if dash else {})}, figure)

    def text(
        self,
        kind: Kind,
        at: tuple[float, float],
        text: str,
        *,
        anchor: Literal["start", "middle", "end"] = "start",
        figure: Figure | None = None,
    ) -> None:
        """Write one line; `at` is the left, middle or right end of its foot."""
        place = {"x": at[0], "y": at[1], "text-anchor": anchor}
        self.marks.append(Mark(shape="text", kind=kind, at=place, text=text, figure=figure))

    def _add(self, shape: Shape, kind: Kind, at: Mapping[str, float | str], figure: Figure | None) -> None:
        self.marks.append(Mark(shape=shape, kind=kind, at=at, figure=figure))
