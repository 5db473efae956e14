"""Tables of a Word file: columns as wide as their words need, rows that stay whole, heads that repeat and say so.

Neither Word nor LibreOffice settles widths as a browser does: the one keeps to what the file says until somebody clicks,
the other always.
"""

import math
import re
from typing import Any

from briefkit.docx.names import w

LETTER = 96
"""A letter of a table's text on average, in twentieths of a point."""
PADDING = 170
SHORT_LINE = 14
"""Letters of a cell that stays in one line where there is room."""
LONGEST_LINE = 80
"""Letters of a cell that would like to stand in one line; longer ones are broken anyhow."""
SHORT = 11
"""Rows up to which a table is kept on one page."""
ROW_HEADS = frozenset({"TableRowHeading"})


def lay_out(table: Any, width: int) -> None:
    """Settle the widths of a table's columns, its first row or column as heads, and where it may break. `width` is that of
    the text, in twentieths of a point.
    """
    grid = [[_cell(cell) for cell in row.findall(w("tc"))] for row in table.findall(w("tr"))]
    columns = len(table.find(w("tblGrid")))
    widths = _widths(grid, columns, width)
    for column, own in zip(table.find(w("tblGrid")), widths, strict=True):
        column.set(w("w"), str(own))
    _look(table)
    rows = table.findall(w("tr"))
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        _whole(row)
        if _goes_on(after) or (len(rows) <= SHORT and (after is not None or _noted(table))):
            _stay_with_next(row)
        at = 0
        for cell in row.findall(w("tc")):
            span = _span(cell)
            _width(cell, sum(widths[at : at + span]))
            at += span


def _cell(cell: Any) -> tuple[int, str]:
    """How many columns it spans, and its words."""
    lines = ["".join(part.text or "\n" for part in paragraph.iter(w("t"), w("br"))) for paragraph in cell.iter(w("p"))]
    return _span(cell), "\n".join(lines)


def _span(cell: Any) -> int:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return int(found.get(w("val"))) if found is not None else 1


def _widths(grid: list[list[tuple[int, str]]], columns: int, width: int) -> list[int]:
    """Widths that add up to that of the text: what the longest word of a column needs, or a short line as a whole where
    there is room for that, and of the rest a share by how much more the column could use.
    """
    words, lines, wanted = [0.0] * columns, [0.0] * columns, [0.0] * columns
    for row in grid:
        at = 0
        for span, text in row:
            if span == 1 and at < columns:
                whole = [len(line) for line in text.split("\n")]
                words[at] = max(words[at], *map(len, re.split("[ \n]+", text)))  # never at a space that does not break
                lines[at] = max(lines[at], words[at], *(letters for letters in whole if letters <= SHORT_LINE), 1)
                wanted[at] = max(wanted[at], _liked(max(whole)))
            at += span
    least = [letters * LETTER + PADDING for letters in (lines if _needed(lines) <= width else words)]
    least = [one * min(1.0, width / sum(least)) for one in least]
    lacks = [max(1.0, want * LETTER + PADDING - one) for want, one in zip(wanted, least, strict=True)]
    rest = width - sum(least)
    widths = [round(one + rest * lack / sum(lacks)) for one, lack in zip(least, lacks, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


def _needed(letters: list[float]) -> float:
    return sum(letters) * LETTER + PADDING * len(letters)


def _liked(letters: int) -> float:
    """Letters that a text of so many would like to have in a line: past the longest line, more only slowly."""
    return min(letters, LONGEST_LINE) + 3 * math.sqrt(max(0, letters - LONGEST_LINE))


def _look(table: Any) -> None:
    """Say which cells are heads: the first row, and the first column where it holds the names of rows."""
    styles = [mark.get(w("val")) for mark in table.iter(w("pStyle"))]
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if look is not None:
        heads = bool(ROW_HEADS & set(styles))
        look.set(w("firstColumn"), "1" if heads else "0")
        look.set(w("noHBand"), "1")
        look.set(w("noVBand"), "1")
        first = look.get(w("firstRow")) == "1"
        look.set(w("val"), f"{0x600 | (0x20 if first else 0) | (0x80 if heads else 0):04X}")


def _whole(row: Any) -> None:
    """A row is not broken between two pages."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = row.makeelement(w("trPr"))
        row.insert(0, properties)
    properties.insert(0, properties.makeelement(w("cantSplit")))


def _goes_on(row: Any) -> bool:
    """True for a row that says more of the one before it, over all columns; the head of a group begins something new."""
    if row is None or len(row.findall(w("tc"))) > 1:
        return False
    return not any(mark.get(w("val")) == "TableGroup" for mark in row.iter(w("pStyle")))


def _noted(table: Any) -> bool:
    """True when notes or sources follow it."""
    after = table.getnext()
    return after is not None and any(mark.get(w("val")) == "TableNote" for mark in after.iter(w("pStyle")))


def _stay_with_next(row: Any) -> None:
    for paragraph in row.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        if properties.find(w("keepNext")) is None:
            properties.insert(1, properties.makeelement(w("keepNext")))


def _width(cell: Any, width: int) -> None:
    properties = cell.find(w("tcPr"))
    for old in properties.findall(w("tcW")):
        properties.remove(old)
    properties.insert(0, properties.makeelement(w("tcW"), {w("w"): str(width), w("type"): "dxa"}))
