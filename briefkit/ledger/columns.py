"""Finds the columns of a sheet that came back, however they were moved or spelt, and tells what would be lost."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefkit.ledger.sheet import COLUMNS, FILL
from briefkit.ledger.workbook import MISSING

Table = Iterable[tuple[int, Sequence[str]]]
"""Rows with their numbers."""
MOST_ABOVE = 20
"""Rows in which a header is looked for: people put titles above it."""
_KNOWN: Mapping[str, str] = {
    **{name.replace("_", " "): name for name in COLUMNS},
    "comments": "comment",
    "note": "comment",
    "notes": "comment",
    "error type": "error",
    "kind of error": "error",
    "name": "reviewer",
    "your name": "reviewer",
    "signed": "reviewer",
}
"""What people call a column, and which it is."""
_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!)|Err:\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Returned:
    """One line of a sheet that came back."""

    place: str
    """`row 12 of Claims`."""
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one table."""

    lines: tuple[Returned, ...] = ()
    faults: tuple[str, ...] = ()
    """What would be lost if it were read as it stands."""
    ours: bool = False
    """Whether it has a header as our sheets have."""
    written: bool = False
    """Whether anything stands in it."""


def lines_of(table: Table, sheet: str = "") -> Lines:
    """The lines below the header row of a table; `sheet` is its name, empty for a CSV file."""
    rows = [
        (number, [cell.strip() for cell in cells]) for number, cells in table if any(cell.strip() for cell in cells)
    ]
    at = next((at for at, (_, cells) in enumerate(rows[:MOST_ABOVE]) if _is_header(cells, sheet)), None)
    if at is None:
        return Lines(written=bool(rows))
    header = [_name(cell) for cell in rows[at][1]]
    faults = [
        f"{_place(rows[at][0], sheet)}: the column `{name}` stands there twice; leave one of them"
        for name in dict.fromkeys(header)
        if name in COLUMNS and header.count(name) > 1
    ]
    faults += _strangers(rows[at + 1 :], rows[at][1], header, sheet)
    lines = tuple(
        Returned(_place(number, sheet), {name: bare(cell) for name, cell in zip(header, cells, strict=False) if name})
        for number, cells in rows[at + 1 :]
    )
    faults += [fault for line in lines for fault in _errors(line)]
    return Lines(lines=lines, faults=tuple(faults), ours=True, written=True)


def _is_header(cells: Sequence[str], sheet: str) -> bool:
    names = {_name(cell) for cell in cells}
    return {"hash", "verdict"} <= names or (sheet == MISSING and "comment" in names)


def _strangers(
    rows: Sequence[tuple[int, Sequence[str]]], heads: Sequence[str], header: Sequence[str], sheet: str
) -> Iterable[str]:
    """What somebody wrote into columns of their own, once a column: it would be lost."""
    told: set[int] = set()
    for number, cells in rows:
        for at, cell in enumerate(cells):
            if cell and at not in told and (at >= len(header) or header[at] not in COLUMNS):
                told.add(at)
                name = heads[at] if at < len(heads) and heads[at] else ""
                column = f"`{name}` is no column of ours" if name else "here a column without a name is filled in"
                yield f"{_place(number, sheet)}: {column}; move what stands in it to `comment`, or empty it"


def _errors(line: Returned) -> Iterable[str]:
    for name in FILL:
        if _ERROR.fullmatch(line.cells.get(name, "")):
            yield f"{line.place}: `{name}` shows the error `{line.cells[name]}`; write a text, not a formula"


def _place(number: int, sheet: str) -> str:
    return f"row {number} of {sheet}" if sheet else f"row {number}"


def _name(cell: str) -> str:
    """The column that a header means; what it says where that is none of ours."""
    folded = " ".join(cell.casefold().replace("_", " ").split()).strip(":*")
    return _KNOWN.get(folded, folded)


def bare(cell: str) -> str:
    """A cell as it was before it was made harmless for spreadsheets."""
    return cell[1:] if re.match(r"'[=+\-@|%＝＋－＠]", cell) else cell
