"""The review sheet as a spreadsheet that explains itself: which sheets it has, and what stands where in them."""

import re
from collections.abc import Sequence

from briefkit.ledger.package import (
    BOLD,
    BOLD_YELLOW,
    CUT,
    PLAIN,
    TITLE,
    WRAPPED,
    WRAPPED_YELLOW,
    YELLOW,
    Cell,
    Sheet,
    packed,
)
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
    empty = [{"brief": ledger.slug, "mark": "missing"} for _ in range(20)]
    sheets = [
        _read_me(ledger),
        _sheet(CLAIMS, COLUMNS, claim_lines(ledger)),
        _sheet(FIGURES, COLUMNS, figure_lines(ledger)),
        _sheet(MISSING, MISSING_COLUMNS, empty),
    ]
    return packed(sheets, "briefkit")


def _read_me(ledger: Ledger) -> Sheet:
    """The first sheet: how to review, of what, and where to sign."""
    rows: list[tuple[Cell, Cell]] = [(None, (text, WRAPPED if at else TITLE)) for at, text in enumerate(EXPLAINED)]
    rows.append((None, None))
    told = ((BRIEF, fit(ledger.slug)), ("Claims", str(len(ledger.rows))), ("Figures", str(len(ledger.figures))))
    rows += [((name, BOLD), (text, PLAIN)) for name, text in told]
    rows += [((name, BOLD), ("", YELLOW)) for name in (NAME, DAY)]
    return Sheet(name=README, widths=(22, 100), rows=rows)


def _sheet(sheet: str, columns: Sequence[str], lines: Sequence[Line]) -> Sheet:
    """A sheet with a header row, filters, lists to choose from, and the first rows always in sight."""
    styles = [(name, WRAPPED_YELLOW if name in FILL else CUT if name == HASH else WRAPPED) for name in columns]
    header = [(name, BOLD_YELLOW if name in FILL else BOLD) for name in columns]
    rows = [[(fit(line.get(name, "")), style) for name, style in styles] for line in lines]
    return Sheet(
        name=sheet,
        widths=[WIDTHS.get(name) or NARROW.get(name, 16) for name in columns],
        rows=[header, *rows],
        headed=True,
        choices=[(at, name, CHOICES[name]) for at, name in enumerate(columns) if name in CHOICES and sheet != MISSING],
    )


def fit(text: str) -> str:
    """The text without characters that such a file cannot hold."""
    return text and _UNFIT.sub(" ", text)
