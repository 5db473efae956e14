"""A sheet that comes back damaged, padded, renamed, or signed by the wrong person: told in a line, never a traceback."""

import csv
import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from review_desk import opened, reviewed, texts
from test_ledger import made

from briefkit.ledger.accepting import Accepted, Known, accept
from briefkit.ledger.returned import MOST_ROWS, Sheet, read_sheet
from briefkit.ledger.sheet import csv_of
from briefkit.ledger.workbook import CLAIMS, MISSING, workbook
from briefkit.verdicts.hashing import plain_words

WHOLE = workbook(made())
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
DAMAGED = "this spreadsheet is damaged; open it in a spreadsheet program, save it anew as .xlsx, then import that"
TOO_LONG = "this has more than 20000 rows; is it the sheet that you meant?"


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(name: str, part: bytes | None) -> bytes:
    """The spreadsheet with one of its parts replaced, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            if one != name or part is not None:
                new.writestr(one, part if one == name and part is not None else old.read(one))
    return out.getvalue()


def accepted(sheet: Sheet) -> Accepted:
    """What the sheet comes to in the small project."""
    review, brief = reviewed(texts(), {}), opened(texts())[0]
    authors = frozenset(plain_words(one).casefold() for one in brief.front.authors)
    claims = {brief.slug: {one.hash: one for one in review.claims}}
    figures = {one.hash: ("moss2018", one) for one in review.figures.values()}
    return accept(sheet, Known(claims=claims, figures=figures, authors={brief.slug: authors}, given={}), "2026-03-01")


def of_claims() -> Sheet:
    """The sheet of the small project, not filled in; hashes are those of its sources without a text."""
    return read_sheet(WHOLE)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("xl/worksheets/sheet2.xml", b"<worksheet"),
        ("xl/worksheets/sheet2.xml", SHEET % b'<row r="1"><c r="A1" t="s"><v>9999</v></c></row>'),
        ("xl/worksheets/sheet2.xml", SHEET % b'<row r="x"><c r="?"><v>1</v></c></row>'),
        ("xl/workbook.xml", b""),
        ("xl/workbook.xml", None),
        ("[Content_Types].xml", None),
        ("xl/styles.xml", b"<styleSheet><cellXfs><xf numFmtId='a'/></cellXfs></styleSheet>"),
    ],
)
def test_a_part_that_is_damaged_is_told(name, part):
    assert read_sheet(repacked(name, part)).fault == DAMAGED


@given(st.integers(4, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_never_ends_in_a_traceback(at, junk):
    for data in (WHOLE[:at], WHOLE[:at] + junk + WHOLE[at + len(junk) :]):
        sheet = read_sheet(data)
        assert sheet.lines or sheet.fault


def test_sheets_that_are_not_ours_and_empty_rows_are_passed_over():
    book = load_workbook(io.BytesIO(WHOLE))
    for number in range(5):
        book.create_sheet(f"Notes {number}").cell(900_000, 1).value = "far down"
    book[CLAIMS].cell(15_000, 1).value = "breakfast"
    sheet = read_sheet(saved(book))
    assert sheet.fault == ""
    assert [line.place for line in sheet.lines][:7] == [f"row {n} of Claims" for n in (*range(2, 8), 15_000)]
    assert {line.place.rpartition(" ")[2] for line in sheet.lines} == {"Claims", "Figures", "Missing"}


def test_a_sheet_with_too_many_rows_is_refused_whole():
    book = load_workbook(io.BytesIO(WHOLE))
    book[CLAIMS].cell(MOST_ROWS + 1, 1).value = "breakfast"
    assert read_sheet(saved(book)).fault == TOO_LONG
    assert read_sheet(b"hash,verdict\n" + b"a,b\n" * MOST_ROWS).fault == TOO_LONG


def test_a_csv_that_was_saved_anew_as_a_spreadsheet_is_read():
    book = Workbook()
    book.active.title = "audit"
    for row in csv.reader(io.StringIO(csv_of(made()).removeprefix("\ufeff"), newline="")):
        book.active.append(row)
    assert [line.cells["hash"] for line in read_sheet(saved(book)).lines][:6] == [one.hash for one in made().rows[:6]]


def test_what_the_library_does_not_know_is_no_business_of_the_reader():
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as packed:
        part = packed.read("xl/worksheets/sheet2.xml")
    extended = part.replace(b"</worksheet>", b'<extLst><ext uri="{x}"/></extLst></worksheet>')
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_sheet(repacked("xl/worksheets/sheet2.xml", extended)).fault == ""


def test_rows_left_empty_are_claims_and_figures_alone():
    sheet = of_claims()
    assert len([line for line in sheet.lines if line.place.endswith(MISSING)]) == 20
    assert accepted(sheet).blank == 10


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Ada Moss", "`Ada Moss` is an author of this brief, and authors cannot review it"),
        ("", "nobody has signed it; write your name into `reviewer`, or once on the first sheet"),
    ],
)
def test_what_is_wrong_with_every_signature_is_told_once(name, why):
    sheet = of_claims()
    known = {one.hash: one for one in reviewed(texts(), {}).claims}
    lines = tuple(line for line in sheet.lines if line.place.endswith(CLAIMS))
    for line, judged in zip(lines, known.values(), strict=True):
        line.cells.update(verdict="accurate", looked_at="abstract", hash=judged.hash)
    lines[3].cells["verdict"] = "acurate"
    assert accepted(Sheet(lines, name)).faults == [
        f"5 rows, the first of them row 2 of Claims: {why}",
        "row 5 of Claims: `acurate` is no word for `verdict`: did you mean `accurate`?",
    ]
    assert accepted(Sheet(lines[:1], name)).faults == [f"row 2 of Claims: {why}"]
