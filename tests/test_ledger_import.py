"""Sheets as they come back from real people: columns moved and renamed, cells merged, dates typed, files saved anew."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from review_desk import FILE, VERDICTS, changed, texts
from test_ledger_sheet import GOOD, exported, lines, project, run, save  # noqa: F401  a fixture among them

from briefkit.ledger.returned import read_sheet
from briefkit.ledger.sheet import COLUMNS
from briefkit.ledger.workbook import CLAIMS, MISSING, README
from briefkit.verdicts.reading import read_verdicts


def filled(project, tmp_path) -> Workbook:  # noqa: F811  the fixture that is imported
    """The spreadsheet of the project with a verdict in its second row."""
    assert run(project, "export", "breakfast", str(tmp_path / "out.xlsx"))[0] == 0
    book = load_workbook(tmp_path / "out.xlsx")
    for column, word in (("verdict", "accurate"), ("looked_at", "abstract"), ("reviewer", "Rhea Viewer")):
        book[CLAIMS].cell(2, COLUMNS.index(column) + 1).value = word
    return book


def data_of(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def imported(project, tmp_path, data: bytes) -> tuple[int, list[str]]:  # noqa: F811  the fixture that is imported
    path = tmp_path / "back.xlsx"
    path.write_bytes(data)
    return run(project, "import", str(path))


def given(project) -> list[tuple[str, str]]:  # noqa: F811  the fixture that is imported
    found, problems = read_verdicts((project / VERDICTS).read_text("utf-8"), VERDICTS)
    assert problems == []
    return [(one.verdict.verdict or one.verdict.mark or "", one.verdict.reviewer) for one in found]


def test_columns_that_were_moved_and_spelt_otherwise(project, tmp_path):  # noqa: F811  as above
    rows = exported(project, tmp_path)
    rows[0] |= {**GOOD, "verdict": " Accurate\u00a0", "looked_at": "Full-Text"}
    heads = {"looked_at": "Looked at", "verdict": "VERDICT ", "comment": "Notes", "reviewer": "Your name"}
    order = sorted(COLUMNS, reverse=True)
    text = "Our review;;\n\n" + ";".join(heads.get(name, name) for name in order) + "\n"
    text += "".join(";".join('"' + row[name].replace('"', '""') + '"' for name in order) + "\n" for row in rows)
    back = tmp_path / "back.csv"
    back.write_bytes(text.encode("utf-8-sig"))
    assert run(project, "import", str(back))[1] == [f"{VERDICTS}: 1 new verdict", "9 rows were left empty"]
    assert given(project) == [("accurate", "Rhea Viewer")]


def test_what_stands_in_columns_of_their_own_is_not_lost(project, tmp_path):  # noqa: F811  as above
    book = filled(project, tmp_path)
    book[CLAIMS].cell(1, len(COLUMNS) + 1).value = "Remarks of mine"
    book[CLAIMS].cell(3, len(COLUMNS) + 1).value = "the trial says 53"
    book[CLAIMS].cell(4, len(COLUMNS) + 3).value = "!"
    book[CLAIMS].cell(1, COLUMNS.index("section") + 1).value = "verdict"
    assert imported(project, tmp_path, data_of(book)) == (
        1,
        [
            "row 1 of Claims: the column `verdict` stands there twice; leave one of them",
            "row 3 of Claims: `Remarks of mine` is no column of ours; move what stands in it to `comment`, or empty it",
            "row 4 of Claims: here a column without a name is filled in; move what stands in it to `comment`, or empty it",
            f"Nothing was written: mend these rows in {tmp_path}/back.xlsx, then import it again.",
        ],
    )


def test_merged_cells_formulas_and_lost_headers_are_told(project, tmp_path):  # noqa: F811  as above
    book = filled(project, tmp_path)
    at = COLUMNS.index("verdict") + 1
    book[CLAIMS].merge_cells(start_row=2, end_row=4, start_column=at, end_column=at)
    book[CLAIMS].cell(6, at).value = "=N2"
    book[CLAIMS].cell(7, at + 4).value = "#NAME?"
    book[MISSING].delete_rows(1)
    book.create_sheet("Notes of mine").cell(1, 1).value = "ring Jo"
    status, said = imported(project, tmp_path, data_of(book))
    assert status == 1
    assert said[:-1] == [
        "cells N2:N4 of Claims are merged, so that nobody can tell which row is meant; unmerge them",
        "row 6 of Claims: a formula stands there that has come to nothing; write the word itself",
        "the sheet Missing has lost its first row, with the names of its columns",
        "row 7 of Claims: `comment` shows the error `#NAME?`; write a text, not a formula",
        "row 7 of Claims: nobody has signed it; write your name into `reviewer`, or once on the first sheet",
    ]


def test_sheets_of_the_reviewer_are_left_alone_and_named(project, tmp_path):  # noqa: F811  as above
    book = filled(project, tmp_path)
    book.create_sheet("Notes of mine").cell(1, 1).value = "ring Jo"
    book[MISSING].cell(30, 3).value = "Nothing on wages."
    for row in book[README].iter_rows():
        if row[0].value == "Your name":
            row[1].value = "Rhea Viewer"
    assert imported(project, tmp_path, data_of(book))[1] == [
        "the sheet `Notes of mine` was left alone: it has no columns `hash` and `verdict`",
        f"{VERDICTS}: 2 new verdicts",
        "9 rows were left empty",
    ]
    assert given(project) == [("accurate", "Rhea Viewer"), ("missing", "Rhea Viewer")]


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("2026-03-01 00:00:00", ""),
        ("2026-03-01T00:00", ""),
        ("01/03/2026", "`01/03/2026` is not a date; write it as 2026-03-01"),
        ("2099-01-01", "`2099-01-01` lies in the future; write the day on which it was judged"),
    ],
)
def test_dates_as_people_and_programs_write_them(project, tmp_path, cell, fault):  # noqa: F811  as above
    rows = exported(project, tmp_path)
    rows[0] |= {**GOOD, "date": cell}
    said = run(project, "import", str(save(tmp_path / "back.csv", rows)))[1]
    assert said[0] == (f"row 2: {fault}" if fault else f"{VERDICTS}: 1 new verdict")


def test_rows_that_cannot_be_told_apart_or_have_lost_their_hash(project, tmp_path):  # noqa: F811  as above
    rows = exported(project, tmp_path)
    rows[0] |= GOOD
    rows += [{**rows[0], "verdict": "major"}, {**rows[0]}, {**rows[0], "reviewer": "Saul Goode", "verdict": "minor"}]
    rows.append({**rows[1], **GOOD, "hash": ""})
    rows.append({**rows[2], **GOOD, "text": rows[3]["text"]})
    rows.append({**rows[2], **GOOD, "text": "…"})
    said = run(project, "import", str(save(tmp_path / "back.csv", rows)))[1]
    other = "the text in this row is not the one that was exported; change the yellow columns alone"
    assert said[:-1] == [
        "row 12: row 2 judges the same, of the same reviewer and day, in another way; leave one of them",
        (
            "row 15: this row has no `hash`, so that nobody can tell what it judges; copy back that of the sheet that was "
            "exported, or, for what is missing in the brief, write `missing` into `mark`"
        ),
        f"row 16: {other}",
        f"row 17: {other}",
    ]


def test_two_reviewers_in_one_sheet_and_a_sheet_imported_on_another_day(project, tmp_path):  # noqa: F811  as above
    rows = exported(project, tmp_path)
    undated = {**GOOD, "date": ""}
    rows[0] |= undated
    rows.append({**rows[0], "reviewer": "Saul Goode", "verdict": "minor", "brief": ""})
    back = save(tmp_path / "back.csv", rows)
    assert run(project, "import", str(back))[1][0] == f"{VERDICTS}: 2 new verdicts"
    assert given(project) == [("accurate", "Rhea Viewer"), ("minor", "Saul Goode")]
    text = (project / VERDICTS).read_text("utf-8")
    old = next(line for line in text.splitlines() if line.startswith("  date:"))
    (project / VERDICTS).write_text(text.replace(old, "  date: 2026-01-05"), encoding="utf-8")
    assert run(project, "import", str(back))[1] == [
        "no new verdict",
        "2 stood there already",
        "9 rows were left empty",
    ]


def test_a_sheet_saved_with_western_european_letters_alone(project, tmp_path):  # noqa: F811  as above
    files = changed(texts(), FILE, "Costs per child are higher", "Costs per child (≥ 3 → 4 “each”) are higher")
    (project / FILE).write_text(files[FILE], encoding="utf-8")
    rows = exported(project, tmp_path)
    rows[4] |= GOOD
    out = save(tmp_path / "back.csv", rows).read_text("utf-8")
    (tmp_path / "back.csv").write_bytes(out.encode("cp1252", errors="replace"))
    assert run(project, "import", str(tmp_path / "back.csv"))[1][0] == f"{VERDICTS}: 1 new verdict"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (
            b"\xd0\xcf\x11\xe0rest",
            "this spreadsheet is of the old form (.xls) or has a password; save it as .xlsx, without one",
        ),
        (b"sep=;\r\nx;y\r\n", "this is no review sheet: it has no columns `hash` and `verdict`"),
    ],
)
def test_files_of_other_programs(data, fault):
    assert read_sheet(data).fault == fault


def test_the_line_that_tells_excel_how_to_cut_is_passed_over(project, tmp_path):  # noqa: F811  as above
    rows = exported(project, tmp_path)
    rows[0] |= GOOD
    back = save(tmp_path / "back.csv", rows, ";")
    back.write_bytes(b"sep=;\r\n" + back.read_bytes())
    assert run(project, "import", str(back))[1][0] == f"{VERDICTS}: 1 new verdict"
    assert lines(tmp_path / "out.csv")
