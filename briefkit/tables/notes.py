"""Numbers the notes of a table in the order in which a reader meets their marks."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from briefkit.tables.table import Cell, Column, Row


class Notes:
    """Notes gathered while cells are made; the same words are one note."""

    def __init__(self) -> None:
        """Begin with none."""
        self.texts: list[str] = []

    def number(self, text: str) -> int:
        """The number of a note with these words, added if it is new."""
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1


Numbered = tuple[tuple[Column, ...], tuple[Row, ...], tuple[str, ...]]


def in_reading_order(
    columns: Iterable[Column], rows: Iterable[Row], texts: tuple[str, ...], *, unmarked: bool = True
) -> Numbered:
    """Columns, rows and notes, renumbered along the header and then row by row.

    Notes without a mark come last; without `unmarked` they are dropped.
    """
    columns, rows = tuple(columns), tuple(rows)
    met = [number for column in columns for number in column.notes]
    met += [number for row in rows for cell in row.leaves for number in cell.notes]
    order = list(dict.fromkeys(met))
    order += [number for number in range(1, len(texts) + 1) if number not in order and unmarked]
    new = {old: place for place, old in enumerate(order, 1)}

    def again(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(new[number] for number in numbers))

    return (
        tuple(replace(column, notes=again(column.notes)) for column in columns),
        tuple(replace(row, cells=tuple(_renumbered(cell, again) for cell in row.cells)) for row in rows),
        tuple(texts[number - 1] for number in order),
    )


def _renumbered(cell: Cell, again: Callable[[tuple[int, ...]], tuple[int, ...]]) -> Cell:
    parts = tuple(_renumbered(part, again) for part in cell.parts)
    return replace(cell, notes=again(cell.notes), parts=parts) if cell.notes or parts else cell
