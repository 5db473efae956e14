"""Marks of a picture as its template wants them: geometry written the same on every machine, and the panel that each opens."""

from typing import Any

from briefkit.charts.drawing import Drawing, Mark, written
from briefkit.render.machine import panel_id


def shapes(drawing: Drawing) -> dict[str, Any]:
    """One picture at one width: `width`, `height` and `marks`, each with `shape`, `kind`, `at`, `text`, `panel` and `says`."""
    return {
        "width": written(drawing.width),
        "height": written(drawing.height),
        "marks": [_shape(mark) for mark in drawing.marks],
    }


def _shape(mark: Mark) -> dict[str, Any]:
    at = [(name, value if isinstance(value, str) else written(value)) for name, value in mark.at.items()]
    figure = mark.figure
    return {
        "shape": mark.shape,
        "kind": mark.kind,
        "at": at,
        "text": mark.text,
        "panel": panel_id(figure.address) if figure else "",
        "says": figure.label if figure else "",
    }
