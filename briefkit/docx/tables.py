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
        spanned = after is not None and len(after.findall(w("tc"))) == 1
        if spanned or (len(rows) <= SHORT and (after is not None or _noted(table))):
            _stay_with_next(row)
        at = 0
        for cell in row.findall(w("tc")):
            span = _span(cell)
            _width(cell, sum(widths[at : at + span]))
            at += span


def _cell(cell: Any) -> tuple[int, str]:
    """How many columns it spans, and its words."""
    lines = ["".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in cell.iter(w("p"))]
    return _span(cell), "\n".join(lines)


def _span(cell: Any) -> int:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return int(found.get(w("val"))) if found is not None else 1


def _widths(grid: list[list[tuple[int, str]]], columns: int, width: int) -> list[int]:
    """Widths that add up to that of the text: what the longest word of a column needs, and of the rest a share by how much
    stands in it.
    """
    least, wanted = [0.0] * columns, [1.0] * columns
    for row in grid:
        at = 0
        for span, text in row:
            if span == 1 and at < columns:
                words = re.split("[ \n]+", text)  # never at a space that does not break
                least[at] = max(least[at], max(map(len, words), default=1) * LETTER + PADDING)
                wanted[at] = max(wanted[at], _liked(max(map(len, text.split("\n")))))
            at += span
    scale = min(1.0, width / max(1.0, sum(least)))
    least = [one * scale for one in least]
    rest = width - sum(least)
    lacks = [max(0.0, want * LETTER + PADDING - one) for want, one in zip(wanted, least, strict=True)]
    whole = sum(lacks) or columns
    shares = lacks if sum(lacks) else [1.0] * columns
    widths = [round(one + rest * share / whole) for one, share in zip(least, shares, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


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
