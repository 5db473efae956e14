"""Saves a table as CSV beside its page: every value as text and as a bare number, with its source, locator and quote.

The file opens in a spreadsheet by a double click (UTF-8 with its mark, one header row) and reads into statistics
programs (one column one thing, numbers without thousands marks, nothing in a number's column but numbers).
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.tables.measures import when
from briefkit.tables.table import Cell, Row, Table
from briefkit.values import Date, Number, Range, Share
from briefkit.values.dates import write_date

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that the file is UTF-8."""
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""A spreadsheet would run a cell that begins so as a formula."""
_BLANK = re.compile(rf"\A[\s{_MARK}]+")
"""What a spreadsheet may pass over before a formula: every blank, as Python's `strip` has them, and the mark."""
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def csv_text(table: Table, library: Library) -> str:
    """The whole file as text."""
    import pandas as pd  # noqa: PLC0415  heavy, loaded only when used

    columns = data_columns(table, library)
    frame = pd.DataFrame({header: [harmless(value) for value in values] for header, values in columns.items()})
    frame.columns = pd.Index([harmless(header) for header in columns])
    return _MARK + str(frame.to_csv(index=False, lineterminator="\r\n"))


def harmless(text: str) -> str:
    """A cell that no spreadsheet runs: texts that look like formulas get an apostrophe, numbers stay numbers."""
    bare = _BLANK.sub("", text)
    risky = bare.startswith(_RISKY) or text.startswith(_RISKY)
    return f"'{text}" if risky and not _PLAIN_NUMBER.fullmatch(text) else text


def data_columns(table: Table, library: Library) -> dict[str, list[str]]:
    """Every column of the data of a table under a header of its own; what holds bare numbers is named in `NUMBERS`."""
    out: dict[str, list[str]] = {}
    _add(out, "record", [row.record for row in table.rows])
    if table.grouped_by:
        _add(out, table.grouped_by, [row.group for row in table.rows])
    for place, column in enumerate(table.columns):
        cells = [row.cells[place] for row in table.rows]
        _add(out, column.heading, [_line(cell.text) for cell in cells])
        _add_details(out, column.header, cells, library)
        for number in range(max((len(cell.parts) for cell in cells), default=0)):
            parts = [cell.parts[number] if number < len(cell.parts) else Cell(text="") for cell in cells]
            if any(part.figure for part in parts):
                _add(out, f"{column.header} {number + 1}", [_line(part.lead) for part in parts])
                _add_details(out, f"{column.header} {number + 1}", parts, library)
    if table.notes:
        _add(out, "notes", [_notes(table, row) for row in table.rows])
    return out


def _add_details(out: dict[str, list[str]], header: str, cells: list[Cell], library: Library) -> None:
    """What is said of the figures of a column, when it has any."""
    if any(cell.figure for cell in cells):
        for name, values in _details(cells, library).items():
            _add(out, f"{header}: {name}", values)


def _add(out: dict[str, list[str]], header: str, values: list[str]) -> None:
    """One more column, under a header that no other has."""
    unique, number = _line(header), 1
    while unique in out:
        number += 1
        unique = f"{_line(header)} ({number})"
    out[unique] = values


Reader = Callable[[Figure], str]


def _details(cells: list[Cell], library: Library) -> Mapping[str, list[str]]:
    """What is said of a column's figures, by name; what is said of none of them is left out, but for the sources."""
    shown = [cell.shown or cell.figure for cell in cells]
    out = {name: [reader(figure) if figure else "" for figure in shown] for name, reader in DETAILS.items()}
    out["how held"] = [library.held(cell.figure) if cell.figure and not cell.missing else "" for cell in cells]
    return {name: values for name, values in out.items() if name in _ALWAYS or any(values)}


def _value(figure: Figure) -> str:
    """The number by itself; for a share its percentage, for words nothing."""
    value = figure.value
    if isinstance(value, Number):
        return _percent(value.value) if figure.unit == "percent" else _number(value)
    if isinstance(value, Share):
        return "" if figure.percent is None else _percent(figure.percent)
    return write_date(value) if isinstance(value, Date) else ""


def _number(number: Number) -> str:
    """All its digits; of a number with a scale word, without a decimal that only stood before it (`1.4 billion`)."""
    whole = number.scale and number.value == number.value.to_integral_value()
    return f"{number.value:.0f}" if whole else f"{number.value:f}"


def _percent(number: Decimal) -> str:
    """Per cent to four decimal places, without noughts at its end that nobody wrote."""
    exact = -int(number.as_tuple().exponent) <= 4
    return f"{number if exact else round(number, 4):f}"


def _low(figure: Figure) -> str:
    return _number(figure.value.low) if isinstance(figure.value, Range) else ""


def _high(figure: Figure) -> str:
    return _number(figure.value.high) if isinstance(figure.value, Range) else ""


def _unit(figure: Figure) -> str:
    """The unit of the value beside it; a share's value is its percentage."""
    return "percent" if isinstance(figure.value, Share) else (figure.unit or "").replace("_", " ")


def _price_year(figure: Figure) -> str:
    if figure.price_year is None:
        return ""
    if figure.price_year.year is None:
        return "not reported"
    return f"{figure.price_year.year} (assumed)" if figure.price_year.assumed else str(figure.price_year.year)


DETAILS: dict[str, Reader] = {
    "value": _value,
    "low": _low,
    "high": _high,
    "events": lambda f: f"{f.value.events:f}" if isinstance(f.value, Share) else "",
    "total": lambda f: f"{f.value.total:f}" if isinstance(f.value, Share) else "",
    "qualifier": lambda f: f.qualifier or "",
    "unit": _unit,
    "per": lambda f: f.per or "",
    "interval level": lambda f: f"{f.interval.level:f}" if f.interval else "",
    "interval low": lambda f: f"{f.interval.low:f}" if f.interval else "",
    "interval high": lambda f: f"{f.interval.high:f}" if f.interval else "",
    "as of": when,
    "price year": _price_year,
    "formula": lambda f: f.derivation.formula if f.derivation else "",
    "assumes": lambda f: f.derivation.assumes if f.derivation else "",
    "source": lambda f: "; ".join(f.cite),
    "seen in": lambda f: f.via or "",
    "locator": lambda f: _line(f.at or ""),
    "quote": lambda f: _line(f.quote.exact) if f.quote else "",
}
"""What the data say of a figure, by name: the value by itself, then what it is, then where it stands."""
NUMBERS = frozenset({"value", "low", "high", "events", "total", "interval level", "interval low", "interval high"})
"""Details (`Patients: value`) that are numbers by themselves; a value may be a date as well."""
_ALWAYS = frozenset({"value", "unit", "source", "locator", "quote", "how held"})


def _line(text: str) -> str:
    """A text on one line, with plain blanks."""
    return " ".join(text.split())


def _notes(table: Table, row: Row) -> str:
    """The notes that belong to a row's cells, or to a whole column."""
    numbers = {number for column in table.columns for number in column.notes}
    numbers |= {number for cell in row.leaves for number in cell.notes}
    return " ".join(table.notes[number - 1] for number in sorted(numbers))
