"""Home of openpyxl, writing: the review sheet as a spreadsheet that explains itself. Same ledger, same bytes."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefkit.ledger.rows import Ledger
from briefkit.ledger.sheet import COLUMNS, FILL, HASH, Line, claim_lines, figure_lines
from briefkit.records.verdict import ERRORS, LOOKED_AT, MARKS, WORDS

README, CLAIMS, FIGURES, MISSING = "Read me", "Claims", "Figures", "Missing"
BRIEF, NAME, DAY = "Brief", "Your name", "Date"
"""Cells of the first sheet that stand for every row in which they are left empty."""
CHOICES = {"verdict": WORDS, "looked_at": LOOKED_AT, "error": ERRORS, "mark": MARKS[1:]}
MISSING_COLUMNS = ("brief", "mark", "comment", "reviewer", "date")
WIDTHS = {
    "text": 60,
    "figures": 32,
    "quoted words": 60,
    "source": 28,
    "class of source": 26,
    "comment": 44,
    "remarks": 30,
}
NARROW = {"number": 8, "brief": 14, "hash": 12, "mark": 9}
_STAMP = (1980, 1, 1, 0, 0, 0)
_DAY = datetime(1980, 1, 1)  # noqa: DTZ001  a fixed stamp, the same in every zone
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
EXPLAINED = (
    "How to review",
    "One row on the sheet `Claims` is one sentence or table row of the brief; one row on `Figures` is one figure of the base.",
    "“Found in the source” is not “the claim follows”: the machine looks for words, you judge what they bear out.",
    "Read the sentence, then the quoted words (between » and «, with what stands round them), then the source itself.",
    "Fill in the yellow columns and no others; leave a row empty when you have not judged it.",
    "verdict: accurate | minor (too simple, too general, slightly off) | major (not borne out, contradicted, unrelated) | cannot_verify.",
    "looked_at: full_text | abstract | quote_only. It goes with every verdict.",
    "error, with minor and major, if you can say: " + " | ".join(ERRORS) + ".",
    "mark: good, for what is worth keeping as it is. What is missing altogether goes on the sheet `Missing`.",
    "Your name and the date, once below, stand for all rows in which you leave them empty; without a date, the day of the import is taken.",
    "Then send the file back. Authors of the brief cannot sign it. What has changed since this file was made is not accepted.",
)


def workbook(ledger: Ledger) -> bytes:
    """The spreadsheet of a ledger."""
    from openpyxl import Workbook  # noqa: PLC0415  heavy, loaded only when used

    book = Workbook()
    book.properties.creator = "briefkit"
    book.properties.created = book.properties.modified = _DAY
    front = book.active
    assert front is not None, "a new workbook has a sheet"
    front.title = README
    _read_me(front, ledger)
    _fill(book.create_sheet(CLAIMS), COLUMNS, claim_lines(ledger))
    _fill(book.create_sheet(FIGURES), COLUMNS, figure_lines(ledger))
    empty = [{"brief": ledger.slug, "mark": "missing"} for _ in range(20)]
    _fill(book.create_sheet(MISSING), MISSING_COLUMNS, empty)
    out = BytesIO()
    book.save(out)
    return _stamped(out.getvalue())


def _read_me(sheet: Any, ledger: Ledger) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  heavy, loaded only when used

    sheet.column_dimensions["A"].width = 22
    sheet.column_dimensions["B"].width = 100
    for number, text in enumerate(EXPLAINED, 1):
        _text(sheet.cell(number, 2), text)
        sheet.cell(number, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 2).font = Font(bold=True, size=14)
    start = len(EXPLAINED) + 2
    told = ((BRIEF, ledger.slug), ("Claims", str(len(ledger.rows))), ("Figures", str(len(ledger.figures))))
    for number, (name, text) in enumerate((*told, (NAME, ""), (DAY, "")), start):
        _text(sheet.cell(number, 1), name)
        sheet.cell(number, 1).font = Font(bold=True)
        _text(sheet.cell(number, 2), text)
        if name in (NAME, DAY):
            sheet.cell(number, 2).fill = _yellow()


def _fill(sheet: Any, columns: Sequence[str], lines: Sequence[Line]) -> None:
    """A sheet with a header row, filters, lists to choose from, and the first rows always in sight."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  heavy, loaded only when used
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  heavy, loaded only when used

    bold, yellow = Font(bold=True), _yellow()
    wrapped, cut = (Alignment(wrap_text=wrap, vertical="top") for wrap in (True, False))
    for at, name in enumerate(columns, 1):
        cell = sheet.cell(1, at)
        _text(cell, name)
        cell.font = bold
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = WIDTHS.get(name) or NARROW.get(name, 16)
        if name in FILL:
            cell.fill = yellow
        _choices(sheet, letter, name, len(lines))
        for number, line in enumerate(lines, 2):
            here = sheet.cell(number, at)
            here.alignment = cut if name == HASH else wrapped
            if name in FILL:
                here.fill = yellow
            _text(here, line.get(name, ""))
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(lines) + 1}"


def _choices(sheet: Any, letter: str, name: str, rows: int) -> None:
    """The words that a column takes, to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  heavy, loaded only when used

    if name not in CHOICES or not rows or sheet.title == MISSING:
        return
    rule = DataValidation(type="list", formula1=f'"{",".join(CHOICES[name])}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = name, "Choose one of the words of the list, or leave the cell empty."
    rule.add(f"{letter}2:{letter}{rows + 1}")
    sheet.add_data_validation(rule)


def _yellow() -> Any:
    from openpyxl.styles import PatternFill  # noqa: PLC0415  heavy, loaded only when used

    return PatternFill("solid", fgColor="FFF7D6")


def _text(cell: Any, text: str) -> None:
    """Put a text into a cell, as a text: nothing in it is ever run."""
    if text:
        cell.value = _UNFIT.sub(" ", text)
        cell.data_type = "s"


def _stamped(data: bytes) -> bytes:
    """The file without the moment at which it was written."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = ZipInfo(name, _STAMP)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", part)
            new.writestr(info, part)
    return out.getvalue()
