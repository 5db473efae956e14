"""Draws a timeline: a bar for each programme from its start to its end, or with an arrow where nobody has seen an end."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefkit.charts.drawing import NARROW, WIDE, Drawing, Kind, Pen
from briefkit.charts.lettering import LINE, width, wrap
from briefkit.charts.runs import Country, Form, Run
from briefkit.charts.scales import Years, room_for

BAR = 11.0
"""Height of a bar."""
GAP = 9.0
FOOT = 13.0
STRIP = 22.0
DIAMOND = 6.5
KEY: dict[Form, str] = {
    "runs": "ran when last seen: the arrow",
    "ran": "ended where the bar ends",
    "unsure": "end, or how it stands, not seen",
    "seen": "seen running then; start not seen",
    "gone": "closed by then; start not seen",
    "planned": "proposed or planned",
}
"""What each form means, in the order of the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where things stand at one width."""

    width: float
    words: float
    plot: tuple[float, float]
    when: float
    """Where the dates in words begin; nought on phones, where they stand above the bar."""


_WIDE = Frame(width=WIDE, words=222, plot=(236, 482), when=504)
_NARROW = Frame(width=NARROW, words=NARROW, plot=(8, NARROW - 20), when=0)


def draw(countries: Sequence[Country], *, narrow: bool) -> Drawing:
    """The timeline at one width."""
    frame, pen = (_NARROW if narrow else _WIDE), Pen()
    runs = [one for country in countries for one in country.runs]
    years = _scale(runs, frame)
    ticks = _ticks(years)
    y = _axis(pen, years, ticks, 0, above=True)
    for country in countries:
        y = _heading(pen, frame, country, y)
        for one in country.runs:
            y = _row(pen, frame, one, years, ticks, y)
    y = _axis(pen, years, ticks, y, above=False)
    y = _key(pen, frame, [form for form in KEY if any(one.form == form for one in runs)], y + 6)
    return Drawing(width=frame.width, height=y, marks=tuple(pen.marks))


def _scale(runs: Sequence[Run], frame: Frame) -> Years:
    moments = [one.start for one in runs if one.start is not None] + [one.end for one in runs]
    low, high = Decimal(math.floor(min(moments))), Decimal(math.ceil(max(moments)))
    return Years(low, max(high, low + 1), *frame.plot)


def _ticks(years: Years) -> list[tuple[float, str]]:
    for most in range(9, 0, -1):
        found = [(years.at(Decimal(year)), str(year)) for year in years.ticks(most)]
        if room_for([place for place, _ in found], [width(text, "quiet") for _, text in found], 10):
            return found
    return []


def _axis(pen: Pen, years: Years, ticks: Sequence[tuple[float, str]], y: float, *, above: bool) -> float:
    """The years along the top or the foot."""
    line = y + LINE + 6 if above else y
    pen.line("axis", (years.start, line), (years.end, line))
    for place, text in ticks:
        pen.line("axis", (place, line), (place, line - 5 if above else line + 5))
        half = width(text, "quiet") / 2
        pen.text("quiet", (max(place, half), y + FOOT if above else y + 6 + FOOT), text, anchor="middle")
    return y + LINE + 8


def _heading(pen: Pen, frame: Frame, country: Country, y: float) -> float:
    pen.line("rule", (0, y + 0.5), (frame.width, y + 0.5))
    if country.named_by_its_run:
        return y + 10
    for line in wrap(country.name, "heading", frame.width):
        pen.text("heading", (0, y + 4 + FOOT), line)
        y += LINE
    return y + 10


def _row(pen: Pen, frame: Frame, one: Run, years: Years, ticks: Sequence[tuple[float, str]], y: float) -> float:
    """One programme with its words; gives back where the next begins."""
    words, top = Pen(), y
    when_room = frame.width - frame.when
    y = _lines(words, "strong", one.name, (0, frame.words), y)
    if not frame.when:
        y = _lines(words, "quiet", one.when, (0, when_room), y, one)
    y = _lines(words, "quiet", one.basis_words, (0, frame.words), y, one, basis=True)
    if frame.when:
        y = max(y, _lines(words, "quiet", one.when, (frame.when, when_room), top, one))
    middle = top + LINE / 2 if frame.when else y + STRIP / 2
    strip = (top - 4, y + GAP - 4) if frame.when else (y + 3, y + STRIP - 3)
    for place, _ in ticks:
        pen.line("grid", (place, strip[0]), (place, strip[1]))
    pen.marks += words.marks
    _mark(pen, one, years, middle)
    return y + GAP if frame.when else y + STRIP + GAP


def _lines(
    pen: Pen,
    kind: Kind,
    text: str,
    across: tuple[float, float],
    y: float,
    one: Run | None = None,
    *,
    basis: bool = False,
) -> float:
    """A text in lines from a left end within a room; it opens the panel of the figure that it says."""
    figure = None if one is None else one.basis if basis else one.started or one.closed
    for line in wrap(text, kind, across[1]):
        pen.text(kind, (across[0], y + FOOT), line, figure=figure)
        y += LINE
    return y


def _mark(pen: Pen, one: Run, years: Years, y: float) -> None:
    """The bar, or where there is none the diamond."""
    if one.form in ("seen", "gone", "planned"):
        place = one.start if one.form == "planned" and one.start is not None else one.known
        kinds: dict[Form, Kind] = {"seen": "filled", "gone": "unknown", "planned": "open"}
        _diamond(pen, kinds[one.form], years.at(place), y, one)
        return
    assert one.start is not None, "what has no start is a diamond"
    left, right = years.at(one.start), years.at(one.end)
    _bar(pen, one.form, (left, max(right, left + 2)), y, one)


def _bar(pen: Pen, form: Form, across: tuple[float, float], y: float, one: Run | None = None) -> None:
    left, right = across
    started, closed = (one.started, one.closed) if one else (None, None)
    pen.rect("unknown" if form == "unsure" else "filled", (left, y - BAR / 2), (right - left, BAR), started)
    if form == "runs":
        corners = [(right, y - BAR), (right + BAR, y), (right, y + BAR)]
        pen.polygon("filled", corners, started)
    elif form == "ran":
        pen.line("axis", (right, y - BAR), (right, y + BAR), closed)


def _diamond(pen: Pen, kind: Kind, x: float, y: float, one: Run | None = None) -> None:
    corners = [(x - DIAMOND, y), (x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND)]
    pen.polygon(kind, corners, one.started or one.closed if one else None)


def _key(pen: Pen, frame: Frame, forms: Sequence[Form], y: float) -> float:
    """What each form means, in as many columns as there is room for."""
    x, room = 0.0, max((width(KEY[form], "quiet") for form in forms), default=0) + 64
    for form in forms:
        if x and x + room > frame.width:
            x, y = 0.0, y + LINE + 6
        kinds: dict[Form, Kind] = {"seen": "filled", "gone": "unknown", "planned": "open"}
        if form in kinds:
            _diamond(pen, kinds[form], x + 14, y + LINE / 2)
        else:
            _bar(pen, form, (x, x + 20), y + LINE / 2)
        pen.text("quiet", (x + 38, y + FOOT - 1), KEY[form])
        x += room
    return y + LINE + 8
