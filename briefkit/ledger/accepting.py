"""From a sheet that came back to verdicts for the project's files: all of it or nothing, and every row that is wrong told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from briefkit.ledger.returned import Returned, Sheet
from briefkit.ledger.sheet import FIGURE
from briefkit.problems import did_you_mean, listed
from briefkit.records.verdict import ERRORS, LOOKED_AT, MARKS, WORDS, Verdict, verdict_of
from briefkit.values import Date
from briefkit.values.dates import read_date
from briefkit.verdicts.hashing import Judged, plain_words
from briefkit.verdicts.reading import file_of_brief, file_of_source
from briefkit.verdicts.standing import Given

CHOICES: Mapping[str, Sequence[str]] = {"verdict": WORDS, "looked_at": LOOKED_AT, "error": ERRORS, "mark": MARKS}
ALSO = {"minor_error": "minor", "major_error": "major", "ok": "accurate", "correct": "accurate", "quote": "quote_only"}
"""What people write for some words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What can be judged today."""

    claims: Mapping[str, Mapping[str, Judged]]
    """Slug of each brief to its claims by hash."""
    figures: Mapping[str, tuple[str, Judged]]
    """Hash of each figure to the key of its source and itself."""
    authors: Mapping[str, frozenset[str]]
    """Slug of each brief to the names of its authors, as `Given.reviewer` has them."""
    given: Mapping[str, tuple[Given, ...]]
    """What stands in each file of verdicts already."""


@dataclass(slots=True)
class Accepted:
    """What an import comes to."""

    verdicts: dict[str, list[Verdict]] = field(default_factory=dict)
    """New verdicts by the file that they belong into."""
    faults: list[str] = field(default_factory=list)
    """What is wrong with which row."""
    blank: int = 0
    """Rows that nobody has filled in."""
    there: int = 0
    """Verdicts that stand in the project already."""


class _RowError(Exception):
    """Leaves a row at its first fault; it is caught in `accept`."""


def _refuse(why: str) -> NoReturn:
    """Leave the row."""
    raise _RowError(why)


def accept(sheet: Sheet, known: Known, today: str) -> Accepted:
    """The verdicts of a sheet; `today` is the date of those that carry none."""
    done = Accepted()
    for line in sheet.lines:
        cells = line.cells
        if not any(cells.get(name) for name in ("verdict", "comment", "error", "looked_at")) and cells.get("mark") in (
            "",
            None,
            "missing",
        ):
            done.blank += 1
            continue
        try:
            file, verdict = _verdict(line, sheet, known, today)
        except _RowError as fault:
            done.faults.append(f"{line.place}: {fault}")
            continue
        before = [*(one.verdict for one in known.given.get(file, ())), *done.verdicts.get(file, [])]
        if verdict in before:
            done.there += 1
        else:
            done.verdicts.setdefault(file, []).append(verdict)
    return done


def _verdict(line: Returned, sheet: Sheet, known: Known, today: str) -> tuple[str, Verdict]:
    """One row as a verdict, with the file that it belongs into."""
    cells = line.cells
    said: dict[str, Any] = {name: _word(name, cells.get(name, "")) for name in CHOICES}
    said["comment"] = cells.get("comment", "")
    said["reviewer"] = cells.get("reviewer") or sheet.reviewer
    said["date"] = _day(cells.get("date") or sheet.date or today)
    if not said["reviewer"]:
        _refuse("nobody has signed it; write your name into `reviewer`, or once on the first sheet")
    if said["mark"] == "missing":
        file = _missing(cells, known)
    else:
        file, judged = _judged(cells, known)
        if not said["verdict"] and not said["mark"]:
            _refuse("something is filled in, and no verdict; choose one in the column `verdict`")
        said |= {
            "hash": judged.hash,
            "sentence": judged.text,
            "figures": dict(judged.figures),
            "words": list(judged.words),
        }
    _refuse_author(said["reviewer"], file, known)
    made = verdict_of({name: value for name, value in said.items() if value})
    if isinstance(made, str):
        _refuse(made)
    return file, made


def _word(name: str, cell: str) -> str:
    """One of the words of a column, however it is spelt."""
    word = "_".join(cell.casefold().replace("-", " ").split())
    word = ALSO.get(word, word)
    if word and word not in CHOICES[name]:
        _refuse(
            f"`{cell}` is no word for `{name}`: {did_you_mean(word, CHOICES[name], f'write {listed(CHOICES[name])}')}"
        )
    return word


def _day(cell: str) -> Date:
    date = read_date(cell)
    if not isinstance(date, Date):
        _refuse(f"`{cell}` is not a date; write it as 2026-03-01")
    return date


def _judged(cells: Mapping[str, str], known: Known) -> tuple[str, Judged]:
    """What a row judges, as it stands today, with the file of its verdicts."""
    mark, slug = cells.get("hash", "").casefold(), cells.get("brief", "")
    key, thing = known.figures.get(mark, ("", None))
    if cells.get("what") != FIGURE:
        if slug not in known.claims:
            other = f"the briefs are {listed(known.claims, joint='and')}" if known.claims else "there is no brief"
            _refuse(f"there is no brief `{slug}`: {did_you_mean(slug, known.claims, other)}")
        key, thing = "", known.claims[slug].get(mark)
    if thing is None:
        _refuse(
            "what this row shows has changed since the sheet was made, so that the verdict would be on something else; "
            "export a new sheet and judge it there"
        )
    text = cells.get("text", "")
    if text and not text.endswith("…") and plain_words(text) != thing.text:
        _refuse("the text in this row is not the one that was exported; change the yellow columns alone")
    return (file_of_source(key) if key else file_of_brief(slug)), thing


def _missing(cells: Mapping[str, str], known: Known) -> str:
    slug = cells.get("brief", "")
    if slug not in known.claims:
        _refuse(f"there is no brief `{slug}`")
    if not cells.get("comment"):
        _refuse("write into `comment` what is missing")
    return file_of_brief(slug)


def _refuse_author(reviewer: str, file: str, known: Known) -> None:
    for slug, authors in known.authors.items():
        if file == file_of_brief(slug) and plain_words(reviewer).casefold() in authors:
            _refuse(f"`{reviewer}` is an author of this brief, and authors cannot review it")
