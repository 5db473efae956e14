"""Draws a comparison of costs: under each name what is in the sum, beside it the dot or the range, then the sum in digits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefkit.charts.amounts import Amount, Group
from briefkit.charts.drawing import NARROW, WIDE, Drawing, Kind, Pen
from briefkit.charts.lettering import LINE, width, wrap
from briefkit.charts.naming import sentence
from briefkit.charts.scales import Logarithmic, Scale, money_scale, room_for
from briefkit.library import Library
from briefkit.tables.words import interval_words
from briefkit.values import Number, Range
from briefkit.values.units import UnitNames
from briefkit.values.write import short, with_symbol

GAP = 14.0
"""Between two rows."""
FOOT = 13.0
"""From the top of a line of text to its foot."""
DOT = 5.5
CAP = 4.5
STRIP = 22.0
"""Height of the scale's strip under the words of a row, on phones."""
NOT_EXACT = ("up to", "at least", "more than", "fewer than")
LOGARITHMIC = "Logarithmic scale: equal distances are equal ratios, not equal sums"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where things stand at one width."""

    width: float
    words: float
    """Room for names and scopes, from the left."""
    plot: tuple[float, float]
    """Left and right end of the scale."""
    most: int
    """Marks on the scale."""
    stacked: bool
    """On phones the scale stands under the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The scale of one drawing."""

    scale: Scale
    ticks: tuple[tuple[float, str], ...]
    """Places with their words."""
    units: UnitNames


_WIDE = Frame(width=WIDE, words=262, plot=(284, 520), most=6, stacked=False)
_NARROW = Frame(width=NARROW, words=NARROW, plot=(16, NARROW - 16), most=5, stacked=True)


def draw(groups: Sequence[Group], library: Library, money: str, *, narrow: bool) -> Drawing:
    """The comparison at one width."""
    frame, pen, units = (_NARROW if narrow else _WIDE), Pen(), library.vocabularies.units
    ends = [end for group in groups for amount in group.amounts for end in amount.ends]
    scale = money_scale(ends, *frame.plot)
    unit = groups[0].amounts[0].figure.unit
    ticks = _ticks(scale, frame, unit, units)
    marked = Marked(scale=scale, ticks=tuple(ticks), units=units)
    y = 0.0
    for group in groups:
        y = _heading(pen, frame, group, y)
        for amount in group.amounts:
            y = _row(pen, frame, amount, group, marked, y) + GAP
    y = _axis(pen, frame, scale, ticks, money, y)
    return Drawing(width=frame.width, height=y, marks=tuple(pen.marks))


def _ticks(scale: Scale, frame: Frame, unit: str | None, units: UnitNames) -> list[tuple[float, str]]:
    """Places on the scale with their words: as many as stand clear of each other."""
    for most in range(frame.most, 0, -1):
        ticks = [(scale.at(value), with_symbol(Number(value), unit, units)) for value in scale.ticks(most)]
        places = [_held(place, text, frame) for place, text in ticks]
        if room_for(places, [width(text, "quiet") for _, text in ticks], 8):
            return ticks
    return []


def _held(place: float, text: str, frame: Frame) -> float:
    """The middle of a text that would else reach over the edge of the drawing."""
    half = width(text, "quiet") / 2
    return min(max(place, half), frame.width - half)


def _heading(pen: Pen, frame: Frame, group: Group, y: float) -> float:
    """What a group is counted by, and what all of it covers."""
    if y:
        y += 4
    pen.line("rule", (0, y + 0.5), (frame.width, y + 0.5))
    y += 6
    texts: list[tuple[Kind, str]] = [("heading", group.heading)]
    if group.like and group.amounts[0].covers and len(group.amounts) > 1:
        texts.append(("quiet", f"In all of these: {group.amounts[0].covers}"))
    for kind, text in texts:
        y = _lines(pen, kind, wrap(text, kind, frame.width), y)
    return y + 8


def _lines(pen: Pen, kind: Kind, lines: Sequence[str], y: float) -> float:
    for line in lines:
        pen.text(kind, (0, y + FOOT), line)
        y += LINE
    return y


def _row(pen: Pen, frame: Frame, amount: Amount, group: Group, marked: Marked, y: float) -> float:
    """One amount with its words; gives back where it ends."""
    words, top = Pen(), y
    for kind, text in _words(amount, group):
        y = _lines(words, kind, wrap(text, kind, frame.words), y)
    if frame.stacked:
        y = _digits(words, frame, amount, marked.units, y)
        strip = (y + 4, y + STRIP)
    else:
        y = max(y, _digits(words, frame, amount, marked.units, top))
        strip = (top - GAP / 2, y + GAP / 2)
    middle = y + STRIP / 2 + 2 if frame.stacked else top + LINE / 2
    _ground(pen, frame, marked, strip, middle)
    pen.marks += words.marks
    _mark(pen, amount, marked.scale, middle)
    return y + STRIP if frame.stacked else y


def _ground(pen: Pen, frame: Frame, marked: Marked, strip: tuple[float, float], middle: float) -> None:
    """The lines behind a row: the marks of the scale, and one that leads from the name to the dot."""
    for place, _ in marked.ticks:
        pen.line("grid", (place, strip[0]), (place, strip[1]))
    pen.line("grid", (frame.plot[0], middle), (frame.plot[1], middle))
    if marked.scale.low < 0:
        nought = marked.scale.at(Decimal(0))
        pen.line("zero", (nought, strip[0]), (nought, strip[1]))


def _words(amount: Amount, group: Group) -> list[tuple[Kind, str]]:
    """What is said of an amount under its name."""
    figure = amount.figure
    texts: list[tuple[Kind, str]] = [("strong", sentence(amount.label))]
    if amount.whose:
        texts.append(("quiet", amount.whose))
    if amount.covers and not (group.like and len(group.amounts) > 1):
        texts.append(("quiet", f"In it: {amount.covers}"))
    if len({one.counted for one in group.amounts}) > 1:
        texts.append(("quiet", amount.counted))
    if amount.origin:
        texts.append(("quiet", f"converted from {amount.origin}"))
    elif figure.price_year and figure.price_year.assumed:
        texts.append(("quiet", f"price year {figure.price_year.year} assumed"))
    return texts


def _digits(pen: Pen, frame: Frame, amount: Amount, units: UnitNames, y: float) -> float:
    """The amount in digits, then its interval: right of the scale, on phones above it."""
    figure = amount.figure
    room = frame.words if frame.stacked else frame.width - frame.plot[1] - 16
    said = interval_words(figure, units, bare=False)
    texts: list[tuple[Kind, str]] = [("label", short(figure, units)), *([("quiet", said)] if said else [])]  # type: ignore[list-item]  # a literal
    for kind, text in texts:
        for line in wrap(text, kind, room):
            place = (0.0 if frame.stacked else frame.width, y + FOOT)
            pen.text(kind, place, line, anchor="start" if frame.stacked else "end", figure=figure)
            y += LINE
    return y


def _mark(pen: Pen, amount: Amount, scale: Scale, y: float) -> None:
    """A dot, with its interval; of a range the line between its ends; open where the source gives a bound only."""
    figure = amount.figure
    low, high = (scale.at(end) for end in amount.ends)
    if low != high:
        pen.line("interval", (low, y), (high, y), figure)
        for end in (low, high):
            pen.line("interval", (end, y - CAP), (end, y + CAP), figure)
    if not isinstance(figure.value, Range):
        kind: Kind = "open" if figure.qualifier in NOT_EXACT else "filled"
        pen.circle(kind, (scale.at(amount.middle), y), DOT, figure)


def _axis(pen: Pen, frame: Frame, scale: Scale, ticks: Sequence[tuple[float, str]], money: str, y: float) -> float:
    """The scale with its marks and its words; gives back the foot of the drawing."""
    pen.line("axis", (frame.plot[0], y), (frame.plot[1], y))
    for place, text in ticks:
        pen.line("axis", (place, y), (place, y + 5))
        pen.text("quiet", (_held(place, text, frame), y + 6 + FOOT), text, anchor="middle")
    y += 6 + LINE + 2
    words = [money, *([LOGARITHMIC] if isinstance(scale, Logarithmic) else [])]
    middle = sum(frame.plot) / 2
    for text in words:
        for line in wrap(text, "quiet", frame.plot[1] - frame.plot[0] if not frame.stacked else frame.width):
            pen.text("quiet", (middle, y + FOOT), line, anchor="middle")
            y += LINE
    return y + 4
