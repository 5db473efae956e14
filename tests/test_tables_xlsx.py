"""The spreadsheet beside each table: what a spreadsheet program reads from it, cell by cell, is what the CSV says."""

import csv
import io
import zipfile
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tables_base import library
from test_tables import made

from briefkit.ledger.package import NUMBER, PLAIN, Sheet, packed
from briefkit.ledger.table_book import table_book
from briefkit.tables.csv import csv_text
from briefkit.tables.table import Cell, Column, Row, Table

LIBRARY = library()
TABLE = made("programmes", where="country == 'GB'", columns=["name", "running_cost", "paid_by", "patients", "started"])


def sheet_of(table: Table):
    return load_workbook(io.BytesIO(table_book(table, LIBRARY))).worksheets[0]


def plain(*texts: str) -> Table:
    """A table of these texts, one a row."""
    rows = tuple(Row(record="one", cells=(Cell(text=text),)) for text in texts)
    return Table(name="some-table", caption="Some", columns=(Column(key="a", header="A"),), rows=rows)


def test_it_says_what_the_csv_says():
    lines = list(csv.reader(io.StringIO(csv_text(TABLE, LIBRARY).removeprefix("\ufeff"), newline="")))
    read = [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet_of(TABLE).rows]
    assert read == lines


def test_numbers_are_numbers_and_words_are_words():
    sheet = sheet_of(TABLE)
    kinds = {cell.value: column[1].data_type for column in sheet.columns for cell in [column[0]]}
    assert kinds["Running cost: value"] == "n"
    assert kinds["Running cost (£ a year, 2019 prices)"] == "s"
    assert kinds["Running cost: source"] == "s"
    values = {column[0].value: column[1].value for column in sheet.columns}
    assert values["Running cost: value"] == 100000


def test_a_wide_table_has_columns_beyond_the_alphabet():
    sheet = sheet_of(TABLE)
    assert sheet.max_column > 26
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_any_text_stays_a_text(texts):
    """Whatever stands in a cell, nothing is run, nothing breaks the file."""
    data = table_book(plain(*texts), LIBRARY)
    root = ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml"))  # noqa: S314  our own
    assert not [one for one in root.iter() if one.tag.rpartition("}")[2] == "f"]
    for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=2):
        assert row[1].data_type in ("s", "inlineStr", "n")
        assert row[1].value is None or isinstance(row[1].value, str)


def test_what_looks_like_a_formula_is_its_text():
    read = [row[1].value for row in sheet_of(plain("=1+1", "@SUM(A1)", "+49 30", "-5", "'=2")).iter_rows(min_row=2)]
    assert read == ["=1+1", "@SUM(A1)", "+49 30", "-5", "'=2"]
    cells = [row[1] for row in sheet_of(plain("=1+1")).iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_same_table_has_the_same_bytes():
    assert table_book(TABLE, LIBRARY) == table_book(TABLE, LIBRARY)


def test_columns_are_named_as_spreadsheets_name_them():
    cells = [[(str(at), NUMBER if at % 2 else PLAIN) for at in range(1, 60)]]
    data = packed([Sheet(name="wide", widths=[9.0] * 59, rows=cells)], "briefkit")
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet["AA1"].value == 27
    assert sheet["BG1"].value == 59
    assert sheet["Z1"].value == "26"
