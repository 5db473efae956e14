"""From a sheet that came back to verdicts for the project's files: all of it or nothing, and every row that is wrong told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from briefkit.ledger.columns import Returned
from briefkit.ledger.returned import Sheet
from briefkit.ledger.sheet import FILL, MOST_CHARACTERS
from briefkit.problems import did_you_mean, listed
from briefkit.records.verdict import ERRORS, LOOKED_AT, MARKS, WORDS, Verdict, verdict_of
from briefkit.values import Date
from briefkit.values.dates import read_date, write_date
from briefkit.verdicts.hashing import Judged, plain_words
from briefkit.verdicts.reading import file_of_brief, file_of_source
from briefkit.verdicts.standing import Given

CHOICES: Mapping[str, Sequence[str]] = {"verdict": WORDS, "looked_at": LOOKED_AT, "error": ERRORS, "mark": MARKS}
ALSO = {"minor_error": "minor", "major_error": "major", "ok": "accurate", "correct": "accurate", "quote": "quote_only"}
"""What people write for some words."""
_UNSIGNED = "nobody has signed it; write your name into `reviewer`, or once on the first sheet"


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
    """Rows of claims and figures that nobody has filled in."""
    there: int = 0
    """Verdicts that stand in the project already."""


class _RowError(Exception):
    """Leaves a row at its first fault; it is caught in `accept`."""


class _SignatureError(_RowError):
    """The same for what is most often wrong with every row, and is told once."""


def _refuse(why: str) -> NoReturn:
    """Leave the row."""
    raise _RowError(why)


def accept(sheet: Sheet, known: Known, today: str) -> Accepted:
    """The verdicts of a sheet; `today` is the date of those that carry none."""
    done, unsigned = Accepted(faults=list(sheet.faults)), dict[str, list[str]]()
    rows: dict[tuple[str, str, str], tuple[str, Verdict]] = {}
    for line in sheet.lines:
        if _is_blank(line.cells):
            done.blank += line.cells.get("mark") != "missing"
            continue
        try:
            file, verdict = _verdict(line, sheet, known, today)
            _refuse_second(line, file, verdict, rows)
        except _SignatureError as fault:
            done.faults += [] if str(fault) in unsigned else [str(fault)]
            unsigned.setdefault(str(fault), []).append(line.place)
            continue
        except _RowError as fault:
            done.faults.append(f"{line.place}: {fault}")
            continue
        dated = bool(line.cells.get("date") or sheet.date)
        before = [*(one.verdict for one in known.given.get(file, ())), *done.verdicts.get(file, [])]
        if any(_same(verdict, one, dated=dated) for one in before):
            done.there += 1
        else:
            done.verdicts.setdefault(file, []).append(verdict)
    done.faults = [_once(unsigned[why], why) if why in unsigned else why for why in done.faults]
    return done


def _once(places: Sequence[str], why: str) -> str:
    """One line for all rows that lack the same."""
    return f"{places[0]}: {why}" if len(places) == 1 else f"{len(places)} rows, the first of them {places[0]}: {why}"


def _is_blank(cells: Mapping[str, str]) -> bool:
    """Whether nobody has judged a row: a name and a date alone judge nothing, nor does what the sheet brought along."""
    said = [name for name in FILL if cells.get(name) and name not in ("reviewer", "date")]
    return not said or (said == ["mark"] and cells["mark"].casefold() == "missing" and not cells.get("hash"))


def _same(new: Verdict, old: Verdict, *, dated: bool) -> bool:
    """Whether a verdict stands there already; one that carries no date is not made new by the day of its import."""
    return new == (old if dated else old.model_copy(update={"date": new.date}))


def _refuse_second(
    line: Returned, file: str, verdict: Verdict, rows: dict[tuple[str, str, str], tuple[str, Verdict]]
) -> None:
    """Refuse a row that contradicts another one of the same reviewer on the same thing and day: only one can be meant."""
    if not verdict.hash:
        return
    key = (file, verdict.hash, plain_words(verdict.reviewer).casefold())
    place, other = rows.setdefault(key, (line.place, verdict))
    if other != verdict and other.date == verdict.date:
        _refuse(f"{place} judges the same, of the same reviewer and day, in another way; leave one of them")


def _verdict(line: Returned, sheet: Sheet, known: Known, today: str) -> tuple[str, Verdict]:
    """One row as a verdict, with the file that it belongs into."""
    cells = line.cells
    said: dict[str, Any] = {name: _word(name, cells.get(name, "")) for name in CHOICES}
    said["comment"] = cells.get("comment", "")
    said["reviewer"] = cells.get("reviewer") or sheet.reviewer
    said["date"] = _day(cells.get("date") or sheet.date or today, today)
    if not said["reviewer"]:
        raise _SignatureError(_UNSIGNED)
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


def _day(cell: str, today: str) -> Date:
    date = read_date(re.sub(r"[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$", "", cell))
    if not isinstance(date, Date):
        _refuse(f"`{cell}` is not a date; write it as 2026-03-01")
    if write_date(date) > today:
        _refuse(f"`{cell}` lies in the future; write the day on which it was judged")
    return date


def _judged(cells: Mapping[str, str], known: Known) -> tuple[str, Judged]:
    """What a row judges, as it stands today, with the file of its verdicts."""
    mark = cells.get("hash", "").casefold()
    if not mark:
        _refuse(
            "this row has no `hash`, so that nobody can tell what it judges; copy back that of the sheet that was "
            "exported, or, for what is missing in the brief, write `missing` into `mark`"
        )
    if mark in known.figures:
        key, thing = known.figures[mark]
        file = file_of_source(key)
    else:
        slug = _slug_of(cells.get("brief", ""), mark, known)
        file, thing = file_of_brief(slug), known.claims[slug][mark]
    _refuse_other_text(cells.get("text", ""), thing)
    return file, thing


def _slug_of(slug: str, mark: str, known: Known) -> str:
    """The brief of a claim: the one that the row names, else the only one that has it."""
    homes = [one for one, claims in known.claims.items() if mark in claims]
    if slug in homes:
        return slug
    if slug and slug not in known.claims:
        other = f"the briefs are {listed(known.claims, joint='and')}" if known.claims else "there is no brief"
        _refuse(f"there is no brief `{slug}`: {did_you_mean(slug, known.claims, other)}")
    if slug or len(homes) != 1:
        _refuse(
            "what this row shows has changed since the sheet was made, so that the verdict would be on something else; "
            "export a new sheet and judge it there"
        )
    return homes[0]


def _refuse_other_text(cell: str, thing: Judged) -> None:
    """Refuse a row in which hash and text do not belong together, as after sorting one column alone."""
    text, whole = plain_words(cell), thing.text
    cut = text.endswith("…") and len(cell) >= MOST_CHARACTERS - 1 and whole.startswith(text[:-1].rstrip())
    if text not in (whole, _in_cp1252(whole)) and not cut:
        _refuse("the text in this row is not the one that was exported; change the yellow columns alone")


def _in_cp1252(text: str) -> str:
    """A text as a spreadsheet program saves it that knows Western European letters alone."""
    return plain_words(text.encode("cp1252", errors="replace").decode("cp1252"))


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
            why = f"`{reviewer}` is an author of this brief, and authors cannot review it"
            raise _SignatureError(why)
