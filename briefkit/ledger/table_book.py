"""A table of a brief as a spreadsheet: the same columns as its CSV, numbers as numbers, and nothing that is ever run."""

import re

from briefkit.ledger.package import BOLD, NUMBER, WRAPPED, Cell, Sheet, packed
from briefkit.ledger.workbook import fit
from briefkit.library import Library
from briefkit.tables.csv import NUMBERS, data_columns
from briefkit.tables.table import Table

_EXACT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_DIGITS = 15
"""Digits of a number that a spreadsheet keeps; a longer one stays a text."""
_WIDTHS = {"quote": 60, "assumes": 40, "formula": 40, "notes": 40}
_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31
"""Characters of the name of a sheet."""


def table_book(table: Table, library: Library) -> bytes:
    """The spreadsheet of a table. The same table gives the same bytes."""
    columns = data_columns(table, library)
    header: list[Cell] = [(fit(name), BOLD) for name in columns]
    lines = zip(*columns.values(), strict=True) if columns else ()
    rows = [[_cell(name, text) for name, text in zip(columns, line, strict=True)] for line in lines]
    name = _NAME.sub(" ", table.name)[:_LONGEST].strip() or "table"
    return packed(
        [Sheet(name=name, widths=[_width(one) for one in columns], rows=[header, *rows], headed=True)], "briefkit"
    )


def _cell(header: str, text: str) -> Cell:
    number = _detail(header) in NUMBERS and _EXACT.fullmatch(text) and sum(map(str.isdigit, text)) <= _DIGITS
    return fit(text), NUMBER if number else WRAPPED


def _detail(header: str) -> str:
    """What a column says of the figures of another: `value` in `Patients: value`."""
    return re.sub(r" \(\d+\)$", "", header.rpartition(": ")[2])


def _width(header: str) -> float:
    return _WIDTHS.get(_detail(header), 18)
