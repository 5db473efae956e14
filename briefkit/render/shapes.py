"""Marks of a picture as its template wants them: geometry written the same on every machine, and the panel that each opens."""

from collections.abc import Sequence
from typing import Any

from briefkit.charts.drawing import Drawing, Mark, written
from briefkit.render.machine import panel_id


def shapes(drawing: Drawing) -> dict[str, Any]:
    """One picture at one width: `width`, `height` and `marks`, each with `shape`, `kind`, `at`, `text`, `panel`, `link` and `says`."""
    stops = _stops(drawing.marks)
    return {
        "width": written(drawing.width),
        "height": written(drawing.height),
        "marks": [_shape(mark, again=number not in stops) for number, mark in enumerate(drawing.marks)],
    }


def _stops(marks: Sequence[Mark]) -> set[int]:
    """The marks at which the Tab key stops: of all that open one panel the first text, or the first where none is a text."""
    first: dict[str, int] = {}
    for number, mark in sorted(enumerate(marks), key=lambda pair: (pair[1].shape != "text", pair[0])):
        if mark.figure is not None:
            first.setdefault(mark.figure.address, number)
    return set(first.values())


def _shape(mark: Mark, *, again: bool) -> dict[str, Any]:
    at = [(name, value if isinstance(value, str) else written(value)) for name, value in mark.at.items()]
    figure = mark.figure
    return {
        "shape": mark.shape,
        "kind": mark.kind,
        "at": at,
        "text": mark.text,
        "panel": panel_id(figure.address) if figure else "",
        "link": mark.link,
        "again": again,
        "says": _says(mark),
    }


def _says(mark: Mark) -> str:
    """What a mark that leads somewhere is called by programs that read pages aloud."""
    if mark.figure is None:
        return mark.says
    return f"{mark.text} ({mark.figure.label})" if mark.text else mark.figure.label
