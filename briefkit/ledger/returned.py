"""A sheet that comes back from a reviewer, CSV or spreadsheet, to lines that know their place. Home of openpyxl, reading."""

import csv
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from briefkit.ledger.columns import MOST_ABOVE, Lines, Returned, lines_of
from briefkit.ledger.workbook import BRIEF, CLAIMS, DAY, FIGURES, MISSING, NAME, README

MOST_BYTES = 100_000_000
"""Of a spreadsheet when unpacked."""
MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_MERGED = 5
"""Merged cells that are told."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that came back, or why it cannot be read."""

    lines: tuple[Returned, ...] = ()
    reviewer: str = ""
    """The name on the first sheet, for lines that carry none."""
    date: str = ""
    fault: str = ""
    faults: tuple[str, ...] = ()
    """What would be lost if it were read as it stands."""
    unread: tuple[str, ...] = ()
    """Names of sheets of the reviewer's own, which are left alone."""


def read_sheet(data: bytes) -> Sheet:
    """The lines of a spreadsheet or CSV file; which of them it is, its bytes say."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        return Sheet(
            fault="this spreadsheet is of the old form (.xls) or has a password; save it as .xlsx, without one"
        )
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
    if len(rows) > MOST_ROWS:
        return Sheet(fault=_TOO_LONG)
    found = lines_of(enumerate(rows, 1))
    return Sheet(lines=found.lines, faults=found.faults, fault="" if found.ours else _NOT_OURS)


_NOT_OURS = "this is no review sheet: it has no columns `hash` and `verdict`"
_DAMAGED = "this spreadsheet is damaged; open it in a spreadsheet program, save it anew as .xlsx, then import that"
_BROKEN = (
    BadZipFile, LookupError, ValueError, TypeError, OSError, AttributeError, SyntaxError, EOFError, zlib.error,
    NotImplementedError, RuntimeError, AssertionError, OverflowError, MemoryError,
)  # fmt: skip
"""What a spreadsheet that is damaged or hostile makes zip, XML and openpyxl raise."""
_TOO_LONG = f"this has more than {MOST_ROWS} rows; is it the sheet that you meant?"


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
    try:
        return _read_book(data)
    except _BROKEN:
        return Sheet(fault=_DAMAGED)


def _read_book(data: bytes) -> Sheet:
    """The same; whatever is wrong with the file shows as one of `_BROKEN`."""
    with ZipFile(BytesIO(data)) as packed:
        names = packed.namelist()
        if "mimetype" in names:
            return Sheet(fault="this is an OpenDocument file; save it as .xlsx or .csv")
        if sum(info.file_size for info in packed.infolist()) > MOST_BYTES:
            return Sheet(fault=f"unpacked, this spreadsheet has more than {MOST_BYTES / 1e6:.0f} MB")
        parts = b"".join(packed.read(name) for name in names if name.startswith("xl/worksheets/"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tables = _tables(data)
        if any(rows and rows[-1][0] > MOST_ROWS and _ours(rows) for rows in tables.values()):
            return Sheet(fault=_TOO_LONG)
        faults = (
            *(_merged(data) if b"<mergeCell " in parts else ()),
            *(_unknown_formulas(data, tables) if b"<f" in parts else ()),
        )
    return _sheet(tables, faults)


def _ours(rows: list[tuple[int, list[str]]]) -> bool:
    return lines_of(rows[:MOST_ABOVE]).ours


Tables = Mapping[str, list[tuple[int, list[str]]]]


def _sheet(tables: Tables, faults: tuple[str, ...]) -> Sheet:
    """The lines of all tables, with what stands once for all of them on the first."""
    front = {cells[0].strip().rstrip(":"): cells[1] for _, cells in tables.get(README, []) if len(cells) > 1}
    found = {name: lines_of(rows, name) for name, rows in tables.items() if name != README}
    if not any(one.ours for name, one in found.items() if name != MISSING):
        return Sheet(fault=_NOT_OURS)
    headless = [name for name in (CLAIMS, FIGURES, MISSING) if name in found and _headless(found[name])]
    return Sheet(
        lines=tuple(
            _missing(line, front.get(BRIEF, "")) if name == MISSING else line
            for name, one in found.items()
            for line in one.lines
        ),
        reviewer=front.get(NAME, ""),
        date=front.get(DAY, ""),
        faults=(
            *faults,
            *(f"the sheet {name} has lost its first row, with the names of its columns" for name in headless),
            *(fault for one in found.values() for fault in one.faults),
        ),
        unread=tuple(name for name, one in found.items() if name not in headless and _headless(one)),
    )


def _headless(lines: Lines) -> bool:
    return lines.written and not lines.ours


def _missing(line: Returned, slug: str) -> Returned:
    """A line of the sheet for what is missing, which says so by standing there."""
    cells = {**line.cells, "brief": line.cells.get("brief") or slug, "mark": line.cells.get("mark") or "missing"}
    return Returned(line.place, cells)


def _tables(data: bytes, *, formulas: bool = False) -> Tables:
    """Each sheet as rows of texts; of a formula what it came to, or with `formulas` `=` and nothing else stands."""
    from openpyxl import load_workbook  # noqa: PLC0415  heavy, loaded only when used

    book = load_workbook(BytesIO(data), read_only=True, data_only=not formulas)
    tables: dict[str, list[tuple[int, list[str]]]] = {}
    for sheet in book:
        rows: list[tuple[int, list[str]]] = []
        for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS), 1):
            cells = [_formula(cell) if formulas else _cell(cell.value) for cell in row]
            if any(cells):
                rows.append((number, cells))
        tables[sheet.title] = rows
    return tables


def _formula(cell: Any) -> str:
    return "=" if cell.data_type == "f" else ""


def _unknown_formulas(data: bytes, tables: Tables) -> Iterator[str]:
    """Formulas that no program has worked out, so that their cells look empty."""
    for name, rows in _tables(data, formulas=True).items():
        values = dict(tables.get(name, []))
        for number, cells in rows:
            shown = values.get(number, [])
            if any(cell and not (shown[at : at + 1] or [""])[0] for at, cell in enumerate(cells)):
                yield f"row {number} of {name}: a formula stands there that has come to nothing; write the word itself"


def _merged(data: bytes) -> Iterator[str]:
    """Merged cells: nobody can tell which of their rows was meant."""
    from openpyxl import load_workbook  # noqa: PLC0415  heavy, loaded only when used

    for sheet in load_workbook(BytesIO(data)):
        if sheet.title != README:
            for one in sorted(map(str, sheet.merged_cells.ranges))[:MOST_MERGED]:
                yield f"cells {one} of {sheet.title} are merged, so that nobody can tell which row is meant; unmerge them"


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
