"""How wide a table will be in print: when it needs a sideways page, and where it is split when even that is too narrow."""

from dataclasses import replace

from briefkit.tables.notes import in_reading_order
from briefkit.tables.table import Table

PORTRAIT = 96
"""Characters of table text that fit across an A4 page."""
LANDSCAPE = 145
"""The same for a page turned sideways."""
_WRAPS_AT = 14
"""Short texts are broken into lines of about this many characters before the page is turned."""
_LONG = 60
"""Characters from which a text is long; then its column wants to be wider."""
_WRAPS_LONG_AT = 24
_GUTTER = 2
"""Room between two columns, in characters."""
_MARK = 3
"""Room for a citation mark behind a figure."""


def widths(table: Table) -> list[int]:
    """Characters that each column takes at least, citation marks and gutter included."""
    return [_width(table, place) for place in range(len(table.columns))]


def _width(table: Table, place: int) -> int:
    cells = [row.cells[place] for row in table.rows]
    texts = [leaf.text + "x" * _MARK if leaf.figure else leaf.text for cell in cells for leaf in cell.leaves]
    heading = table.columns[place].heading
    longest_word = max((len(word) for text in (*texts, heading) for word in text.split(" ")), default=0)
    longest_text = max((len(text) for text in texts), default=0)
    wanted = _WRAPS_LONG_AT if longest_text > _LONG else _WRAPS_AT
    return _GUTTER + max(longest_word, min(max(longest_text, len(heading) // 2), wanted))


def turned(table: Table) -> Table:
    """The table, with its word on whether print must turn it sideways."""
    return replace(table, landscape=sum(widths(table)) > PORTRAIT)


def split(table: Table) -> list[Table]:
    """The table in parts that fit a page each; every part repeats the first column. One part when it fits whole."""
    first, *others = widths(table)
    parts: list[list[int]] = [[]]
    room = LANDSCAPE - first
    for place, width in enumerate(others, 1):
        if parts[-1] and width > room:
            parts.append([])
            room = LANDSCAPE - first
        parts[-1].append(place)
        room -= width
    if len(parts) == 1:
        return [table]
    return [_part(table, places, number, len(parts)) for number, places in enumerate(parts, 1)]


def _part(table: Table, places: list[int], number: int, parts: int) -> Table:
    """One part: the first column and some others, with the notes that they need (the last has those of the whole)."""
    kept = [0, *places]
    columns, rows, notes = in_reading_order(
        (table.columns[place] for place in kept),
        (replace(row, cells=tuple(row.cells[place] for place in kept)) for row in table.rows),
        table.notes,
        unmarked=False,
    )
    if number == parts:
        notes += _unmarked(table)
    part = replace(table, columns=columns, rows=rows, notes=notes, part=number, parts=parts)
    return turned(part)


def _unmarked(table: Table) -> tuple[str, ...]:
    """Notes that no header and no cell points at."""
    marked = {number for column in table.columns for number in column.notes}
    marked |= {number for row in table.rows for cell in row.leaves for number in cell.notes}
    return tuple(text for number, text in enumerate(table.notes, 1) if number not in marked)
