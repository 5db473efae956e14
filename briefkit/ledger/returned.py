"""A sheet that comes back from a reviewer, CSV or spreadsheet, to lines that know their place. Home of openpyxl, reading."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from briefkit.ledger.workbook import DAY, MISSING, NAME, README

MOST_BYTES = 100_000_000
"""Of a spreadsheet when unpacked."""
MOST_ROWS = 50_000
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Returned:
    """One line of a sheet that came back."""

    place: str
    """`row 12 of Claims`."""
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that came back, or why it cannot be read."""

    lines: tuple[Returned, ...] = ()
    reviewer: str = ""
    """The name on the first sheet, for lines that carry none."""
    date: str = ""
    fault: str = ""


Table = list[tuple[int, list[str]]]


def read_sheet(data: bytes) -> Sheet:
    """The lines of a spreadsheet or CSV file; which of them it is, its bytes say."""
    return _book(data) if data[:4] == b"PK\x03\x04" else _csv(data)


def _csv(data: bytes) -> Sheet:
    text = _decoded(data)
    if text is None:
        return Sheet(fault="this is neither a spreadsheet (.xlsx) nor a text file (.csv)")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=mark))
    except csv.Error as fault:
        return Sheet(fault=f"this CSV file cannot be read: {fault}")
    lines = tuple(_lines(enumerate(rows[:MOST_ROWS], 1), ""))
    return Sheet(lines=lines, fault="" if lines or _is_ours(rows[0] if rows else []) else _NOT_OURS)


_NOT_OURS = "this is no review sheet: it has no columns `hash` and `verdict`"


def _decoded(data: bytes) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _book(data: bytes) -> Sheet:
    from openpyxl import load_workbook  # noqa: PLC0415  heavy, loaded only when used

    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > MOST_BYTES:
                return Sheet(fault=f"unpacked, this spreadsheet has more than {MOST_BYTES / 1e6:.0f} MB")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        tables = {
            sheet.title: _table(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True))
            for sheet in book
        }
    except (BadZipFile, KeyError, ValueError, TypeError, OSError, AttributeError, SyntaxError) as fault:
        said = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        return Sheet(fault=f"this spreadsheet cannot be read: {said[:120]}")
    front = {cells[0]: cells[1] for _, cells in tables.get(README, []) if len(cells) > 1}
    lines = [line for name, rows in tables.items() for line in _lines(rows, name)]
    ours = any(_is_ours(rows[0][1]) for rows in tables.values() if rows)
    return Sheet(tuple(lines), front.get(NAME, ""), front.get(DAY, ""), "" if ours else _NOT_OURS)


def _table(rows: Iterable[Sequence[object]]) -> Table:
    return [(number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1)]


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _is_ours(header: Sequence[str]) -> bool:
    names = {_name(cell) for cell in header}
    return {"hash", "verdict"} <= names


def _lines(rows: Iterable[tuple[int, list[str]]], sheet: str) -> Iterator[Returned]:
    """The lines below a header row; of a sheet without one, none."""
    header: list[str] = []
    for number, cells in rows:
        if not header:
            header = [_name(cell) for cell in cells]
            if not _is_ours(cells) and sheet != MISSING:
                return
        elif any(cell.strip() for cell in cells):
            place = f"row {number} of {sheet}" if sheet else f"row {number}"
            yield Returned(place, {name: _bare(cell) for name, cell in zip(header, cells, strict=False) if name})


def _name(cell: str) -> str:
    return " ".join(cell.casefold().split())


def _bare(cell: str) -> str:
    """A cell as it was before it was made harmless for spreadsheets."""
    text = cell.strip()
    return text[1:] if re.match(r"'[=+\-@|%＝＋－＠]", text) else text
