"""Studies in a CSV file, for pooling them by themselves: every mistake in it with its line, all in one run.

Columns `study,ai,n1i,ci,n2i` are counts: events and people of the treated group, then of the other. Columns `study,yi,vi` are
estimates on the scale of analysis (logarithms for ratios) and their variances. The names are those of R's metafor.
"""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from briefkit.problems import Problem, Where
from briefkit.synthesis.effects import Counts, Effect

COUNTS = ("ai", "n1i", "ci", "n2i")
ESTIMATES = ("yi", "vi")
_STUDY = "study"
_MOST = 5000
"""Rows that are read; a review has dozens."""


@dataclass(frozen=True, slots=True)
class StudyRows:
    """What a file holds: counts or estimates, never both."""

    counts: tuple[tuple[str, Counts], ...] = ()
    effects: tuple[Effect, ...] = ()


def study_rows(text: str, file: str) -> StudyRows | list[Problem]:
    """The studies of a file, or everything wrong with it."""
    lines = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    if not lines:
        return [_problem(file, 1, "this file is empty", _WANTED)]
    header = [name.strip() for name in lines[0]]
    columns = next((names for names in (COUNTS, ESTIMATES) if set(names) <= set(header)), None)
    if columns is None or _STUDY not in header:
        way = _COMMAS if ";" in lines[0][0] or "\t" in lines[0][0] else _WANTED
        return [_problem(file, 1, f"the columns are `{','.join(header)}`", way)]
    rows = [(number, line) for number, line in enumerate(lines[1:], 2) if any(cell.strip() for cell in line)]
    if len(rows) > _MOST:
        return [_problem(file, 1, f"this file has {len(rows)} studies", f"at most {_MOST} are read")]
    problems: list[Problem] = []
    read = [(number, _row(header, line, columns, (file, number), problems)) for number, line in rows]
    if not rows:
        problems.append(
            _problem(file, 1, "no study stands below the names of the columns", "add a line for each study")
        )
    problems += _twice(read, file)
    if problems:
        return problems
    return _made([found for _, found in read if found is not None], columns)


_WANTED = "write `study,ai,n1i,ci,n2i` (events and people of both groups) or `study,yi,vi` (estimates and variances)"
_COMMAS = "part the cells with commas, and write decimals with a point: 1.5"
_Row = tuple[str, list[float]]


def _problem(file: str, line: int, message: str, way: str) -> Problem:
    return Problem(Where(file, line), "study-row", message, way)


def _row(
    header: Sequence[str], line: Sequence[str], columns: Sequence[str], place: tuple[str, int], problems: list[Problem]
) -> _Row | None:
    """Name and numbers of one line; None where one of them cannot be read, and why among the problems."""
    if len(line) != len(header):
        message = f"this line has {len(line)} cells, the first has {len(header)}"
        problems.append(_problem(*place, message, "write a decimal point, not a comma, and one cell for each column"))
        return None
    cells = dict(zip(header, (cell.strip() for cell in line), strict=True))
    faults = [f"`{cells[name]}` in column `{name}` is not a number" for name in columns if _number(cells[name]) is None]
    numbers = [_number(cells[name]) or 0.0 for name in columns]
    if not cells[_STUDY]:
        faults.append("the study has no name")
    if not faults:
        faults = _impossible(numbers, columns)
    problems += [_problem(*place, fault, "correct it; missing numbers cannot be pooled") for fault in faults]
    return None if faults else (cells[_STUDY], numbers)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None


def _impossible(numbers: Sequence[float], columns: Sequence[str]) -> list[str]:
    if columns == ESTIMATES:
        return [] if numbers[1] > 0 else [f"the variance `vi` is {numbers[1]:g}, and has to be more than 0"]
    found = []
    for events, people, group in ((numbers[0], numbers[1], "ai of n1i"), (numbers[2], numbers[3], "ci of n2i")):
        if people <= 0 or not 0 <= events <= people or events % 1 or people % 1:
            found.append(f"{events:g} of {people:g} ({group}) is no count of events among people")
    return found


def _twice(read: Sequence[tuple[int, _Row | None]], file: str) -> list[Problem]:
    """Names that stand twice: one study would be counted double."""
    first: dict[str, int] = {}
    problems = []
    for number, row in read:
        if row and row[0] in first:
            message = f"the study `{row[0]}` stands in line {first[row[0]]} already"
            problems.append(_problem(file, number, message, "take one out, or give them names that differ"))
        elif row:
            first[row[0]] = number
    return problems


def _made(rows: Sequence[_Row], columns: Sequence[str]) -> StudyRows:
    if columns == COUNTS:
        return StudyRows(counts=tuple((name, Counts(*numbers)) for name, numbers in rows))
    return StudyRows(effects=tuple(Effect(name, *numbers) for name, numbers in rows))
