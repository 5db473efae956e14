"""Which problems are let through: a waiver hits a problem of its rule at its place, and nothing else.

A waived problem stops nobody at the gate, but is shown wherever problems are, with who answers for it and until when.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from briefkit import yamlfile
from briefkit.library import Library
from briefkit.problems import Problem, Where, in_order
from briefkit.records.known import Known
from briefkit.records.read import read
from briefkit.records.waiver import Waiver
from briefkit.rules.waiver_places import Part, parts_of, suggestion
from briefkit.values.units import BUILT_IN

FILE = "evidence/waivers.yaml"
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A problem that somebody has let through."""

    problem: Problem
    waiver: Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Waivers:
    """The waivers of a project that hold today, and what is wrong with the others."""

    held: tuple[tuple[Waiver, tuple[Part, ...]], ...] = ()
    """Each with the parts of files that it is about."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the waivers themselves."""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Every file of the project, for the words of a line."""

    def split(self, problems: Iterable[Problem]) -> tuple[list[Problem], list[Waived]]:
        """The problems that count, and those that are waived, both in order."""
        kept: list[Problem] = []
        waived: list[Waived] = []
        for problem in in_order(problems):
            waiver = next((waiver for waiver, parts in self.held if self._hits(waiver, parts, problem)), None)
            if waiver is None:
                kept.append(problem)
            else:
                waived.append(Waived(problem=problem, waiver=waiver))
        return kept, waived

    def unused(self, waived: Iterable[Waived]) -> Iterator[Problem]:
        """The waivers that have let none of these through."""
        problems = [one.problem for one in waived]
        for waiver, parts in self.held:
            if not any(self._hits(waiver, parts, problem) for problem in problems):
                words = f" with the words `{waiver.contains}`" if waiver.contains else ""
                message = f"there is no `{waiver.rule}` in `{waiver.where}`{words} that this waiver could let through"
                yield Problem(waiver.place_of(), "waiver-unused", message, "take it out")

    def _hits(self, waiver: Waiver, parts: Sequence[Part], problem: Problem) -> bool:
        """Whether this is a problem that the waiver is about."""
        if problem.rule != waiver.rule or not any(part.holds(problem.where) for part in parts):
            return False
        if waiver.contains is None:
            return True
        wanted = _plain(waiver.contains)
        return bool(wanted) and (wanted in _plain(problem.message) or wanted in _plain(self._line(problem.where)))

    def _line(self, where: Where) -> str:
        """The line of a file in which a problem lies."""
        lines = self.texts.get(where.file, "").split("\n") if where.line else []
        return lines[where.line - 1] if 0 < where.line <= len(lines) else ""


def read_waivers(text: str | None, file: str = FILE) -> tuple[list[Waiver], list[Problem]]:
    """The entries of a file of waivers; one bad entry loses no other."""
    root, problems = (None, []) if text is None else yamlfile.read(text, file, top="list")
    problems = [replace(p, rule="waivers-not-listed") if p.rule == "verdicts-not-listed" else p for p in problems]
    waivers = []
    for node in root.items if root is not None else ():
        if node.kind != "map":
            way = "write `- rule: ...`, and below it `where`, `reason`, `by` and `until`"
            problems.append(Problem(node.where, "value-kind", "a waiver takes fields of its own", way))
            continue
        made, wrong = read(Waiver, node, Known(), BUILT_IN)
        problems += wrong
        if made is not None:
            waivers.append(made.settled(node))
    return waivers, problems


def waivers_of(
    texts: Mapping[str, str], library: Library, files: Iterable[str], today: date, file: str = FILE
) -> Waivers:
    """The waivers of a project on a day. `files` are further names of files that may be meant: pictures, unread ones."""
    waivers, problems = read_waivers(texts.get(file), file)
    known = {*texts, *files}
    held = []
    for waiver in waivers:
        parts = parts_of(waiver.where, library, known)
        wrong = _unfit(waiver, today) if parts else _nowhere(waiver, library, known)
        problems += [wrong] if wrong else []
        if parts and waiver.last >= today:
            held.append((waiver, parts))
    return Waivers(held=tuple(held), problems=tuple(in_order(problems)), texts=texts)


def _unfit(waiver: Waiver, today: date) -> Problem | None:
    """What the calendar says of a waiver."""
    until = waiver.last
    if until < today:
        way = "mend the problem and take the waiver out, or look again and give it a new date"
        message = f"the waiver of `{waiver.rule}` in `{waiver.where}` ended on {until}: the problem counts again"
        return Problem(waiver.place_of("until"), "waiver-expired", message, way)
    if until - today > LONGEST:
        latest = (today + LONGEST).isoformat()
        message = f"the waiver of `{waiver.rule}` in `{waiver.where}` is to last until {until}, more than a year ahead"
        return Problem(waiver.place_of("until"), "waiver-too-long", message, f"write {latest} or an earlier day")
    return None


def _nowhere(waiver: Waiver, library: Library, files: Iterable[str]) -> Problem:
    """A waiver of a place that is not there."""
    message, way = suggestion(waiver.where, library, files)
    return Problem(waiver.place_of("where"), "waiver-unknown-place", message, way)


def _plain(text: str) -> str:
    """Words alone: blanks, backticks and capitals make no difference."""
    return " ".join(re.sub("`", "", text).casefold().split())
