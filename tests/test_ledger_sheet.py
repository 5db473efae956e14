"""The review sheet: out as a spreadsheet or CSV, filled in by somebody without a terminal, and back again."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from review_desk import FILE, LEEDS, VERDICTS, changed, reviewed, texts
from test_ledger import made

from briefkit.cli import main
from briefkit.ledger.returned import read_sheet
from briefkit.ledger.sheet import COLUMNS, FILL, csv_of
from briefkit.ledger.workbook import CLAIMS, FIGURES, MISSING, README, workbook
from briefkit.verdicts.reading import read_verdicts


@pytest.fixture
def project(tmp_path) -> Path:
    """The small project on a disk."""
    for path, text in texts().items():
        place = tmp_path / "project" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "project"


def run(project: Path, *words: str) -> tuple[int, list[str]]:
    out, err = io.StringIO(), io.StringIO()
    status = main(["verdicts", *words], project, out, err)
    return status, (out.getvalue() + err.getvalue()).splitlines()


def lines(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def save(path: Path, rows: list[dict[str, str]], mark: str = ",", encoding: str = "utf-8") -> Path:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def exported(project: Path, tmp_path: Path) -> list[dict[str, str]]:
    path = tmp_path / "out.csv"
    status, said = run(project, "export", "breakfast", str(path))
    assert status == 0
    assert said == [
        f"{path}: 6 claims and 4 figures to judge",
        "Once it is filled in: python build.py verdicts import out.csv",
    ]
    return lines(path)


GOOD = {"verdict": "accurate", "looked_at": "full_text", "reviewer": "Rhea Viewer", "date": "2026-03-01"}


def test_a_sheet_has_a_row_for_each_claim_and_figure_and_nothing_filled_in(project, tmp_path):
    rows = exported(project, tmp_path)
    assert [row["what"] for row in rows] == [*["Sentence"] * 5, "Table row", *["Figure"] * 4]
    assert not any(row[name] for row in rows for name in FILL)
    assert [row["hash"] for row in rows[:6]] == [one.hash for one in reviewed(texts(), {}).claims]
    assert rows[1]["quoted words"] == "»54 of the 60 offered breakfast attended«"


def test_what_comes_back_is_written_once(project, tmp_path):
    rows = exported(project, tmp_path)
    rows[0] |= GOOD
    rows[1] |= {**GOOD, "verdict": "Major error", "error": "number", "comment": '=1+1; he said: "#no"'}
    rows[7] |= {**GOOD, "mark": "good"}
    rows.append(
        {
            "brief": "breakfast",
            "mark": "missing",
            "comment": "Nothing on wages.",
            "reviewer": "Rhea Viewer",
            "date": "2026-03-01",
        }
    )
    back = save(tmp_path / "back.csv", rows, ";")
    assert run(project, "import", str(back)) == (
        0,
        [f"{VERDICTS}: 3 new verdicts", "evidence/verdicts/moss2018.yaml: 1 new verdict", "7 rows were left empty"],
    )
    given, problems = read_verdicts((project / VERDICTS).read_text("utf-8"), VERDICTS)
    assert problems == []
    assert [(one.verdict.verdict, one.verdict.error, one.verdict.comment, one.verdict.mark) for one in given] == [
        ("accurate", None, None, None),
        ("major", "number", '=1+1; he said: "#no"', None),
        (None, None, "Nothing on wages.", "missing"),
    ]
    before = (project / VERDICTS).read_bytes()
    assert run(project, "import", str(back)) == (
        0,
        ["no new verdict", "4 stood there already", "7 rows were left empty"],
    )
    assert (project / VERDICTS).read_bytes() == before
    assert (
        run(project)[1][0] == "breakfast: 6 claims; 1 found accurate; 4 wait; errors: 50.0 % (1 of 2): 0 minor, 1 major"
    )


def test_a_sheet_with_one_wrong_row_writes_nothing_and_tells_every_wrong_row(project, tmp_path):
    rows = exported(project, tmp_path)
    for row in rows:
        row.update(GOOD)
    rows[0]["verdict"] = "acurate"
    rows[1]["text"] = "Of those offered, 55 of 60 attended."
    rows[2]["hash"] = "0" * 64
    rows[3]["looked_at"] = ""
    rows[4]["reviewer"] = "ada moss"
    rows[5]["error"] = "number"
    rows[6]["date"] = "yesterday"
    rows[7] |= {"verdict": "", "comment": "hm"}
    rows[8]["reviewer"] = ""
    back = save(tmp_path / "back.csv", rows)
    status, said = run(project, "import", str(back))
    assert status == 1
    assert said == [
        "row 2: `acurate` is no word for `verdict`: did you mean `accurate`?",
        "row 3: the text in this row is not the one that was exported; change the yellow columns alone",
        "row 4: what this row shows has changed since the sheet was made, so that the verdict would be on something else; export a new sheet and judge it there",
        "row 5: nothing says what the reviewer looked at; write `looked_at: full_text`, `abstract` or `quote_only`",
        "row 6: `ada moss` is an author of this brief, and authors cannot review it",
        "row 7: `number` is an error, and the verdict names none; write `verdict: minor` or `major`, or leave `error` out",
        "row 8: `yesterday` is not a date; write it as 2026-03-01",
        "row 9: something is filled in, and no verdict; choose one in the column `verdict`",
        "row 10: nobody has signed it; write your name into `reviewer`, or once on the first sheet",
        f"Nothing was written: mend these rows in {back}, then import it again.",
    ]
    assert not (project / VERDICTS).exists()
    assert not (project / "evidence/verdicts").exists()


def test_a_sheet_of_before_an_edit_is_taken_for_what_has_not_changed(project, tmp_path):
    rows = exported(project, tmp_path)
    for row in rows[:6]:
        row.update(GOOD)
    files = changed(texts(), LEEDS, "room for up to 80 children", "room for 80 children")
    (project / LEEDS).write_text(files[LEEDS], encoding="utf-8")
    said = run(project, "import", str(save(tmp_path / "back.csv", rows)))[1]
    assert [line.partition(":")[0] for line in said[:-1]] == ["row 5", "row 7"]
    for row in (rows[3], rows[5]):
        row.update(dict.fromkeys(FILL, ""))
    assert run(project, "import", str(save(tmp_path / "back.csv", rows)))[1] == [
        f"{VERDICTS}: 4 new verdicts",
        "6 rows were left empty",
    ]


def test_a_spreadsheet_comes_back_with_the_name_written_once(project, tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "review.xlsx"
    assert run(project, "export", "briefs/breakfast.md", str(path))[0] == 0
    book = load_workbook(path)
    assert book.sheetnames == [README, CLAIMS, FIGURES, MISSING]
    head = [cell.value for cell in book[CLAIMS][1]]
    assert head == list(COLUMNS)
    (rule,) = [one for one in book[CLAIMS].data_validations.dataValidation if "accurate" in one.formula1]
    assert (rule.formula1, str(rule.sqref)) == ('"accurate,minor,major,cannot_verify"', "N2:N7")
    book[CLAIMS].cell(2, head.index("verdict") + 1).value = "accurate"
    book[CLAIMS].cell(2, head.index("looked_at") + 1).value = "Full text"
    book[MISSING].cell(2, 3).value = "Nothing on wages."
    for row in book[README].iter_rows():
        if row[0].value == "Your name":
            row[1].value = "Rhea Viewer"
    book.save(path)
    assert run(project, "import", str(path))[1][0] == f"{VERDICTS}: 2 new verdicts"
    given, _ = read_verdicts((project / VERDICTS).read_text("utf-8"), VERDICTS)
    assert [(one.verdict.reviewer, one.verdict.looked_at, one.verdict.comment) for one in given] == [
        ("Rhea Viewer", "full_text", None),
        ("Rhea Viewer", None, "Nothing on wages."),
    ]


def test_a_spreadsheet_is_the_same_whenever_it_is_written():
    data = workbook(made())
    assert data == workbook(made())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_a_spreadsheet_says_what_a_csv_says_and_asks_for_the_rest():
    from openpyxl import load_workbook

    files = changed(texts(), FILE, "Costs per child are higher", "Costs <per> child & hour “are” \U0001f9ee higher")
    ledger = made(files)
    book = load_workbook(io.BytesIO(workbook(ledger)))
    rows = list(csv.reader(io.StringIO(csv_of(ledger).removeprefix("\ufeff"), newline="")))
    shown = [[cell.value or "" for cell in row] for name in (CLAIMS, FIGURES) for row in list(book[name])[1:]]
    assert shown == rows[1:]
    assert any("Costs <per> child & hour “are” \U0001f9ee higher" in row[COLUMNS.index("text")] for row in shown)
    claims = book[CLAIMS]
    assert (claims.freeze_panes, claims.auto_filter.ref) == ("C2", f"A1:U{len(ledger.rows) + 1}")
    assert [cell.value for cell in claims[1] if cell.fill.fgColor.rgb == "00FFF7D6"] == list(FILL)
    assert [cell.column_letter for cell in claims[2] if not cell.alignment.wrap_text] == ["U"]
    assert (claims.column_dimensions["F"].width, book[README].column_dimensions["B"].width) == (60, 100)
    assert (book[README]["B1"].font.sz, book[README]["B1"].font.b, claims["A1"].font.b) == (14, True, True)
    assert [str(one.sqref) for one in book[FIGURES].data_validations.dataValidation] == [
        f"{letter}2:{letter}{len(ledger.figures) + 1}" for letter in "NOPQ"
    ]


def test_nothing_in_a_sheet_is_ever_run():
    files = changed(texts(), FILE, "Costs per child are higher", "=cmd() costs per child are higher")
    files[FILE] += "\n@SUM(A1) is no formula but a sentence here.\n"
    rows = list(csv.DictReader(io.StringIO(csv_of(made(files)).removeprefix("\ufeff"), newline="")))
    assert not [cell for row in rows for cell in row.values() if cell and cell.startswith(("=", "+", "-", "@"))]
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook(made(files))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("=cmd()") for cell in cells)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (
            b"PK\x03\x04nonsense",
            "this spreadsheet is damaged; open it in a spreadsheet program, save it anew as .xlsx, then import that",
        ),
        (b"\x00\x01\x02", "this is neither a spreadsheet (.xlsx) nor a text file (.csv)"),
        (b"", "this is no review sheet: it has no columns `hash` and `verdict`"),
        (b"a,b\r\n1,2\r\n", "this is no review sheet: it has no columns `hash` and `verdict`"),
    ],
)
def test_what_is_no_review_sheet(data, fault):
    assert read_sheet(data).fault == fault


def test_a_csv_as_spreadsheet_programs_save_it(project, tmp_path):
    rows = exported(project, tmp_path)
    rows[0] |= {**GOOD, "reviewer": "Zoë Müller"}
    for number, encoding in enumerate(("utf-8-sig", "cp1252", "utf-16")):
        back = save(
            tmp_path / f"{number}.csv",
            [{k: v.replace("»", "").replace("«", "") for k, v in row.items()} for row in rows],
            "\t",
            encoding,
        )
        assert read_sheet(back.read_bytes()).lines[0].cells["reviewer"] == "Zoë Müller"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("export", "breakfast"),
            "write a brief and a file to make, as in: python build.py verdicts export hat_england review.xlsx",
        ),
        (("export", "brekfast", "x.csv"), "there is no brief `brekfast`: did you mean `breakfast`?"),
        (("import",), "write the file that came back, as in: python build.py verdicts import review.xlsx"),
        (("brekfast",), "there is no brief `brekfast`: did you mean `breakfast`?"),
    ],
)
def test_what_cannot_be_understood(project, words, said):
    assert run(project, *words) == (2, [said])


def test_what_waits_with_one_source_open(project):
    status, said = run(project, "breakfast", "--by", "source")
    assert status == 0
    assert [line for line in said if line.startswith("  ") and not line.startswith("    ")] == [
        "  leeds2020 (Agency report; read in full): 3 claims wait",
        "  moss2018 (Trial report; only its abstract was read): 3 claims wait",
    ]
    assert said[2].endswith(
        "line 18   In Leeds, the clubs have room for up to 80 places and cost about £40,000 a year."
    )
