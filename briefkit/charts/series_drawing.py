"""Draws statistics over the years: one shape for each series, filled where its main source speaks and open where another does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefkit.charts.drawing import NARROW, WIDE, Drawing, Kind, Pen
from briefkit.charts.lettering import LINE, Box, box, width, wrap
from briefkit.charts.scales import Linear, Years, room_for
from briefkit.charts.strands import Point, Strand
from briefkit.values.units import UnitNames
from briefkit.values.write import number_text, short

HEIGHT = 220.0
"""Of the scale."""
FOOT = 13.0
RADIUS = 4.6
DASHES = ("", "8 4", "2 4", "10 4 2 4")
"""So that lines differ in grey too."""
BROKEN = "No line is drawn where the source changes, where what is counted changes, or where a year was not seen."
OPEN = "Filled: the source of most numbers. Open: another source."
NOT_FROM_NOUGHT = "The scale does not begin at nought."
CHANGED = "what is counted changes"
_SERIES: tuple[tuple[Kind, Kind], ...] = (
    ("series-1", "series-1-open"),
    ("series-2", "series-2-open"),
    ("series-3", "series-3-open"),
    ("series-4", "series-4-open"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is drawn."""

    strands: tuple[Strand, ...]
    unit: str
    from_zero: bool
    units: UnitNames
    letters: Mapping[str, str]
    """Each source with its letter; empty where there is one source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """The two scales of one drawing."""

    years: Linear
    values: Linear
    left: float
    """Where the scale of values stands."""
    right: float

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point stands."""
        return self.years.at(point.year), self.values.at(point.value)


def draw(shown: Shown, *, narrow: bool) -> Drawing:
    """The picture at one width."""
    pen, wide = Pen(), NARROW if narrow else WIDE
    y = _names(pen, shown, wide)
    if shown.unit:
        y = _lines(pen, shown.unit, wide, y + 2)
    plane = _plane(shown, wide, y + 24)
    _values(pen, plane)
    _changes(pen, shown, plane)
    for number, strand in enumerate(shown.strands):
        _strand(pen, strand, number, plane)
    _ends(pen, shown, plane, wide)
    y = _years(pen, plane)
    y = _sources(pen, shown, plane, y)
    y = _words(pen, shown, wide, y)
    return Drawing(width=wide, height=y + 4, marks=tuple(pen.marks))


def _lines(pen: Pen, text: str, room: float, y: float, x: float = 0.0) -> float:
    for line in wrap(text, "quiet", room - x):
        pen.text("quiet", (x, y + FOOT), line)
        y += LINE
    return y


def _names(pen: Pen, shown: Shown, wide: float) -> float:
    """Each series with its sign."""
    y = 0.0
    for number, strand in enumerate(shown.strands):
        pen.polyline(_SERIES[number][0], [(0, y + LINE / 2), (28, y + LINE / 2)], dash=DASHES[number])
        _sign(pen, number, _SERIES[number][0], (14, y + LINE / 2))
        for line in wrap(strand.record.name, "label", wide - 36):
            pen.text("label", (36, y + FOOT - 0.5), line)
            y += LINE
        y += 3
    return y


def _plane(shown: Shown, wide: float, top: float) -> Plane:
    points = [point for strand in shown.strands for point in strand.points]
    values, years = [point.value for point in points], [point.year for point in points]
    low = min(*values, Decimal(0)) if shown.from_zero else min(values)
    scale = Linear(low, max(*values, Decimal(0)) if shown.from_zero else max(values), top + HEIGHT, top)
    signs = [width(number_text(tick), "quiet") for tick in scale.ticks(6)]
    left = max([*signs, width("source", "quiet") if shown.letters else 0]) + 10
    return Plane(years=Linear(min(years), max(years), left + 16, wide - 22), values=scale, left=left, right=wide - 4)


def _values(pen: Pen, plane: Plane) -> None:
    """The scale of values."""
    for tick in plane.values.ticks(6):
        y = plane.values.at(tick)
        pen.line("axis" if tick == 0 else "grid", (plane.left, y), (plane.right, y))
        pen.text("quiet", (plane.left - 6, y + 4), number_text(tick), anchor="end")


def _changes(pen: Pen, shown: Shown, plane: Plane) -> None:
    """A line where a definition changes, between the years on both sides, with words."""
    half, top = width(CHANGED, "quiet") / 2 + 14, plane.values.end - 20
    edge = plane.left
    for number, year in [(number, year) for number, one in enumerate(shown.strands) for year in one.changes]:
        place = year - Decimal("0.5")
        if not plane.years.low < place < plane.years.high:
            continue
        x = plane.years.at(place)
        pen.line("zero", (x, top + 4), (x, plane.values.start))
        middle = min(max(x, edge + half), plane.right - half)
        if middle - half >= edge:
            _sign(pen, number, _SERIES[number][0], (middle - half + 6, top - 4))
            pen.text("quiet", (middle + 8, top), CHANGED, anchor="middle")
            edge = middle + half + 4


def _strand(pen: Pen, strand: Strand, number: int, plane: Plane) -> None:
    """The lines of a series and then its points."""
    filled, open_ = _SERIES[number]
    for piece in strand.pieces:
        if len(piece) > 1:
            pen.polyline(filled, [plane.at(point) for point in piece], dash=DASHES[number])
    for point in strand.points:
        _sign(pen, number, filled if point.source == strand.main else open_, plane.at(point), point)


def _sign(pen: Pen, number: int, kind: Kind, at: tuple[float, float], point: Point | None = None) -> None:
    """The shape of a series."""
    (x, y), figure, r = at, point.figure if point else None, RADIUS
    if number == 0:
        pen.circle(kind, at, r, figure)
    elif number == 1:
        pen.rect(kind, (x - r, y - r), (2 * r, 2 * r), figure)
    else:
        tip = 1.35 * r
        corners = [(x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y)]
        pen.polygon(kind, corners if number == 2 else [(x, y - tip), (x + tip, y + r), (x - tip, y + r)], figure)


def _ends(pen: Pen, shown: Shown, plane: Plane, wide: float) -> None:
    """The first and the last number of each series in digits, where they stand clear of everything else."""
    signs = [_around(plane.at(point)) for strand in shown.strands for point in strand.points]
    texts = [box(mark) for mark in pen.marks if mark.shape == "text"]
    for strand in shown.strands:
        for point in (strand.points[0], strand.points[-1]):
            mark = _free(plane.at(point), short(point.figure, shown.units), (signs, texts), (wide, plane.values.start))
            if mark is not None:
                pen.text("label", mark[0], mark[1], anchor="middle", figure=point.figure)
                texts.append(box(pen.marks[-1]))


def _around(at: tuple[float, float]) -> Box:
    return Box(at[0] - 6, at[1] - 6, at[0] + 6, at[1] + 6)


def _free(
    at: tuple[float, float], text: str, taken: tuple[Sequence[Box], Sequence[Box]], edges: tuple[float, float]
) -> tuple[tuple[float, float], str] | None:
    """A place above or below a point that no other text and, if possible, no other point takes; None where all are taken."""
    half, (wide, foot) = width(text, "label") / 2, edges
    x = min(max(at[0], half), wide - half)
    for obstacles in ([*taken[0], *taken[1]], taken[1]):
        for shift in (-11, 21, -25, 35):
            place = (x, at[1] + shift)
            room = Box(x - half, place[1] - 10.2, x + half, place[1] + 3.2)
            if room.bottom < foot and not any(room.meets(other) for other in obstacles):
                return place, text
    return None


def _years(pen: Pen, plane: Plane) -> float:
    """The years along the foot."""
    y, scale = plane.values.start, plane.years
    years = Years(scale.low, scale.high, scale.start, scale.end)
    if plane.values.low != 0:
        pen.line("axis", (plane.left, y), (plane.right, y))
    for most in range(14, 0, -1):
        ticks = [(years.at(Decimal(year)), str(year)) for year in years.ticks(most)]
        if room_for([place for place, _ in ticks], [width(text, "quiet") for _, text in ticks], 8):
            break
    for place, text in ticks:
        pen.line("axis", (place, y), (place, y + 5))
        pen.text("quiet", (place, y + 6 + FOOT), text, anchor="middle")
    return y + 6 + LINE + 4


def _sources(pen: Pen, shown: Shown, plane: Plane, y: float) -> float:
    """Under the years a letter wherever another source begins, a row for each series."""
    if not shown.letters:
        return y
    pen.text("quiet", (0, y + FOOT), "source")
    for number, strand in enumerate(shown.strands):
        if len(shown.strands) > 1:
            _sign(pen, number, _SERIES[number][0], (plane.left, y + LINE / 2))
        last, edge = "", plane.left + 8
        for point in strand.points:
            letter, x = shown.letters[point.source], plane.years.at(point.year)
            half = width(letter, "label") / 2
            if letter != last and x - half >= edge:
                pen.text("label", (x, y + FOOT), letter, anchor="middle", figure=point.figure)
                edge, last = x + half + 1, letter
        y += LINE
    return y + 4


def _words(pen: Pen, shown: Shown, wide: float, y: float) -> float:
    """What the letters stand for, why lines break, and where what is counted changed."""
    for text in _told(shown):
        y = _lines(pen, text, wide, y)
    return y


def _told(shown: Shown) -> Iterable[str]:
    if shown.letters:
        yield "; ".join(f"{letter}\N{NO-BREAK SPACE}{source}" for source, letter in shown.letters.items())
    if any(len({point.source for point in strand.points}) > 1 for strand in shown.strands):
        yield OPEN
    if any(len(strand.pieces) > 1 for strand in shown.strands):
        yield BROKEN
    if not shown.from_zero:
        yield NOT_FROM_NOUGHT
    for strand in shown.strands:
        if strand.record.series_break:
            yield f"{strand.record.name}: {strand.record.series_break.rstrip('.')}."
