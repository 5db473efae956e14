"""Draws a forest plot: names, numbers, and each estimate with its interval on one scale, logarithmic for ratios.

Squares grow with the weight of a study, as readers of such plots know them; the diamond is what they come to together.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefkit.charts.drawing import NARROW, WIDE, Drawing, Kind, Pen
from briefkit.charts.lettering import wrap
from briefkit.figure import Figure
from briefkit.values import Number, Range

ROW = 30.0
TOP = 34.0
AXIS = 62.0
_RATIO_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
_TENS = (0.01, 0.1, 1.0, 10.0, 100.0)
_MOST_TICKS = 5
_HALF = 5.5
_LINE = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row to be drawn."""

    kind: Literal["study", "pooled", "prediction", "published"]
    name: str
    cells: tuple[str, ...]
    """What the two groups had, in words."""
    figure: Figure
    bias: str = ""
    """Risk of bias as judged, in words; empty where nobody has, and for what is no study."""


BIASES: Mapping[str, tuple[str, Kind]] = {
    "low": ("+", "filled"),
    "some concerns": ("!", "open"),
    "moderate": ("!", "open"),
    "high": ("×", "pooled"),
    "serious": ("×", "pooled"),
    "critical": ("××", "pooled"),
}
"""Each judgement as a sign within a dot, told by sign and shade: those of RoB 2, and those of ROBINS-I."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where things stand at one width."""

    width: float
    plot: tuple[float, float]
    """Left and right end of the scale."""
    numbers: float
    """Right end of the estimates in digits."""
    cells: tuple[float, ...]
    """Right ends of the two groups; none on phones."""
    names: float
    """Room for names."""
    dots: float
    """Middle of the dots for risk of bias; nought where nobody has judged any."""
    lift: float
    """How far above its estimate a name stands: on phones it has a line of its own."""


_WIDE = Frame(width=WIDE, plot=(352.0, 496.0), numbers=WIDE, cells=(236.0, 318.0), names=156.0, dots=334.0, lift=0)
_NARROW = Frame(
    width=NARROW, plot=(14.0, 200.0), numbers=NARROW, cells=(), names=NARROW - 20, dots=NARROW - 9, lift=17.0
)


def draw(
    lines: Sequence[Line], headings: Sequence[str], favours: tuple[str, str], *, ratio: bool, narrow: bool
) -> Drawing:
    """The plot at one width."""
    frame, pen = (_NARROW if narrow else _WIDE), Pen()
    if not any(line.bias in BIASES for line in lines):
        frame = replace(frame, dots=0)
    names = [wrap(line.name, "strong", frame.names) for line in lines]
    tops = [TOP]
    for name in names:
        tops.append(tops[-1] + ROW + frame.lift + _LINE * (len(name) - 1))
    low, high, ticks = _scale([line.figure for line in lines], ratio=ratio)
    x = _to_scale(low, high, frame.plot, ratio=ratio)
    _head(pen, frame, headings)
    for tick in ticks:
        _grid(pen, "zero" if tick == (1 if ratio else 0) else "grid", x(tick), tops, lift=frame.lift)
    heaviest = max((_weight(line.figure) for line in lines if line.kind == "study"), default=1.0)
    for number, (line, name) in enumerate(zip(lines, names, strict=True)):
        if line.kind == "pooled" or (number and line.kind == "published" and lines[number - 1].kind != "published"):
            pen.line("rule", (0, tops[number]), (frame.width, tops[number]))
        _row(
            pen,
            frame,
            line,
            name,
            (tops[number], tops[number + 1]),
            x,
            heaviest,
        )
    _axis(pen, frame, tops[-1], x, ticks, favours)
    foot = _bias_key(pen, lines, tops[-1] + AXIS, frame.width)
    return Drawing(width=frame.width, height=foot, marks=tuple(pen.marks))


def _bias_key(pen: Pen, lines: Sequence[Line], top: float, width: float) -> float:
    """What the signs in the dots mean, where there are any; the foot of it."""
    met = dict.fromkeys(line.bias for line in lines if line.bias in BIASES)
    if not met:
        return top
    said = "Risk of bias: " + ", ".join(f"{BIASES[name][0]} {name}" for name in met) + "."
    for text in wrap(said, "quiet", width):
        pen.text("quiet", (0, top + 10), text)
        top += _LINE + 1
    return top


def _dot(pen: Pen, bias: str, middle: tuple[float, float]) -> None:
    """A dot with the sign of a judgement; a dash where nobody has judged."""
    sign, kind = BIASES.get(bias, ("–", "unknown"))
    pen.circle(kind, middle, 7.5)
    pen.text("quiet" if kind in ("open", "unknown") else "inverse", (middle[0], middle[1] + 4.3), sign, anchor="middle")


def _grid(pen: Pen, kind: Literal["zero", "grid"], x: float, tops: Sequence[float], *, lift: float) -> None:
    """A line down the plot; on phones in pieces, so that it runs through no name."""
    if not lift:
        pen.line(kind, (x, tops[0] - 6), (x, tops[-1]))
        return
    for foot in tops[1:]:
        pen.line(kind, (x, foot - ROW + 4), (x, foot))


def _head(pen: Pen, frame: Frame, headings: Sequence[str]) -> None:
    pen.text("heading", (0, 14), headings[0])
    for right, text in zip(frame.cells, headings[1:3], strict=False):
        pen.text("heading", (right, 14), text, anchor="end")
    pen.text("heading", (frame.numbers, 14), headings[3], anchor="end")


def _row(
    pen: Pen,
    frame: Frame,
    line: Line,
    name: Sequence[str],
    ends: tuple[float, float],
    x: Callable[[float], float],
    heaviest: float,
) -> None:
    strong = line.kind == "pooled"
    top, bottom = ends
    middle = bottom - ROW / 2 if frame.lift else (top + bottom) / 2
    first = top + 18 if frame.lift else middle + 4.5 - _LINE * (len(name) - 1) / 2
    for number, text in enumerate(name):
        pen.text("strong" if strong else "label", (0, first + _LINE * number), text)
    for right, text in zip(frame.cells, line.cells, strict=False):
        if text:
            pen.text("label", (right, middle + 4.5), text, anchor="end")
    if line.kind == "study" and frame.dots:
        _dot(pen, line.bias, (frame.dots, top + 13 if frame.lift else middle))
    low, value, high = _ends(line.figure)
    digits = _digits(line.figure)
    pen.text("strong" if strong else "label", (frame.numbers, middle + 4.5), digits, anchor="end", figure=line.figure)
    if line.kind in ("pooled", "published"):
        corners = [(x(low), middle), (x(value), middle - 8), (x(high), middle), (x(value), middle + 8)]
        pen.polygon("pooled" if strong else "open", corners, figure=line.figure)
    elif line.kind == "prediction":
        pen.line("prediction", (x(low), middle), (x(high), middle), figure=line.figure)
        for end in (low, high):
            pen.line("axis", (x(end), middle - 4), (x(end), middle + 4))
    else:
        half = 2.5 + _HALF * math.sqrt(_weight(line.figure) / heaviest)
        pen.line("interval", (x(low), middle), (x(high), middle), figure=line.figure)
        pen.rect("mark", (x(value) - half, middle - half), (2 * half, 2 * half), figure=line.figure)


def _axis(
    pen: Pen, frame: Frame, bottom: float, x: Callable[[float], float], ticks: Sequence[float], favours: tuple[str, str]
) -> None:
    left, right = frame.plot
    pen.line("axis", (left, bottom), (right, bottom))
    for tick in ticks:
        pen.line("axis", (x(tick), bottom), (x(tick), bottom + 5))
        pen.text("quiet", (x(tick), bottom + 18), f"{tick:g}".replace("-", "−"), anchor="middle")
    middle = (left + right) / 2
    pen.text("quiet", (middle, bottom + 36), f"← {favours[0]}", anchor="middle")
    pen.text("quiet", (middle, bottom + 53), f"{favours[1]} →", anchor="middle")


def _ends(figure: Figure) -> tuple[float, float, float]:
    """Lower end, value and upper end; of a range, the middle of it as value."""
    if isinstance(figure.value, Range):
        low, high = float(figure.value.low.value), float(figure.value.high.value)
        return low, (low + high) / 2, high
    assert isinstance(figure.value, Number), figure.address
    assert figure.interval is not None, figure.address
    return float(figure.interval.low), float(figure.value.value), float(figure.interval.high)


def _digits(figure: Figure) -> str:
    """An estimate in digits, as its cell says it."""
    if isinstance(figure.value, Range):
        return f"{figure.value.low.value:f} to {figure.value.high.value:f}".replace("-", "−")
    assert isinstance(figure.value, Number), figure.address
    assert figure.interval is not None, figure.address
    return f"{figure.value.value:f} ({figure.interval.low:f} to {figure.interval.high:f})".replace("-", "−")


def _weight(figure: Figure) -> float:
    """How exact a study is: one over the width of its interval, squared."""
    low, _, high = _ends(figure)
    wide = math.log(high / low) if low > 0 else high - low
    return 1 / max(wide, 1e-6) ** 2


def _scale(figures: Sequence[Figure], *, ratio: bool) -> tuple[float, float, tuple[float, ...]]:
    """Ends of the scale and its ticks: those that hold every interval, and the line of no difference."""
    ends = [_ends(figure) for figure in figures]
    low, high = min(end[0] for end in ends), max(end[2] for end in ends)
    if ratio:
        low, high = max(low, _RATIO_TICKS[0]), min(high, _RATIO_TICKS[-1])
        first = max(tick for tick in _RATIO_TICKS if tick <= min(low, 0.5))
        last = min(tick for tick in _RATIO_TICKS if tick >= max(high, 2.0))
        inside = [tick for tick in _RATIO_TICKS if first <= tick <= last]
        return first, last, tuple(inside if len(inside) <= _MOST_TICKS else [tick for tick in inside if tick in _TENS])
    step = next(size for size in (1, 2, 5, 10, 20, 50) if max(high, 0) - min(low, 0) <= 5 * size or size == 50)
    first, last = math.floor(min(low, 0) / step), math.ceil(max(high, 0) / step)
    return first * step, last * step, tuple(float(n * step) for n in range(first, last + 1))


def _to_scale(low: float, high: float, plot: tuple[float, float], *, ratio: bool) -> Callable[[float], float]:
    """From a value to its place; what lies outside stands at the end."""
    left, right = plot

    def place(value: float) -> float:
        held = min(max(value, low), high)
        share = math.log(held / low) / math.log(high / low) if ratio else (held - low) / (high - low)
        return left + share * (right - left)

    return place
