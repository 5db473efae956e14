"""Works out which bare numbers of a brief can be bound without doubt, and the text that then stands there.

A number is bound only where exactly one figure fits as the words stand; the new text is read again, and an edit that
brings any problem of its own, or does not mend what it was for, is left out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.read_brief import read
from briefkit.rules import (
    framing,
    framing_direction,
    outside,
    wording_compared,
    wording_names,
    wording_places,
    wording_subjects,
    wording_times,
    wording_years,
)
from briefkit.rules.unbound.judge import Unbound, unbound

AGAINST = (
    outside.unit_outside_differs,
    outside.qualifier_outside,
    framing.points_as_percent,
    framing.time_misnamed,
    framing_direction.direction_contradicts,
    wording_names.arm_misnamed,
    wording_compared.comparison_misnamed,
    wording_subjects.drug_misnamed,
    wording_subjects.trial_misnamed,
    wording_places.country_misnamed,
    wording_places.place_misnamed,
    wording_years.year_misnamed,
    wording_times.follow_up_misnamed,
    wording_times.nation_misnamed,
)
"""The rules that tell when a sentence speaks of another arm, place, year or unit than a figure: then that figure is not
what was meant, and a number is not bound to it."""

MOST_TRIES = 50
"""Edits that are tried one by one when all of them together do not do."""

MOST_ROUNDS = 20
"""Times that a brief is gone through; no brief yet has needed more than three."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One change of a line."""

    line: int
    column: int
    """1-based, in the text as it was when this one was made."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A brief with its edits made; the text is that of before where there are none."""

    text: str
    edits: tuple[Edit, ...]


def fixed(text: str, file: str, library: Library) -> Fixed:
    """The text of a brief with every number bound that one figure alone can mean.

    What is bound makes its record known to the section, which may settle another number; so it is done again until
    nothing more is found, and a second run has nothing left to do.
    """
    edits: list[Edit] = []
    for _ in range(MOST_ROUNDS):
        more = _round(text, file, library)
        if not more.edits:
            break
        text, edits = more.text, [*edits, *more.edits]
    return Fixed(text, tuple(sorted(edits, key=lambda edit: edit.line)))


def _round(text: str, file: str, library: Library) -> Fixed:
    """The same once."""
    brief, problems = read(text, file, library)
    if brief is None:
        return Fixed(text, ())
    found = unbound(brief, library)
    edits = _edits(text, found)
    if not edits:
        return Fixed(text, ())
    before = _Before(
        file, library, Counter(map(_told, problems)), _against(brief, library), len(found), _left_alone(brief)
    )
    if before.kept(text, edits):
        return Fixed(edited(text, edits), tuple(edits))
    good: list[Edit] = []
    for edit in edits[:MOST_TRIES]:
        if before.kept(text, sorted([*good, edit])):
            good.append(edit)
    return Fixed(edited(text, good), tuple(good))


@dataclass(frozen=True, slots=True)
class _Before:
    """What was known of a brief before anything was changed."""

    file: str
    library: Library
    problems: Counter[tuple[str, str]]
    against: Counter[str]
    unbound: int
    head: tuple[object, ...]

    def kept(self, text: str, edits: Sequence[Edit]) -> bool:
        """Whether the edits bring no problem, mend what they are for, and leave everything else as it was."""
        brief, problems = read(edited(text, edits), self.file, self.library)
        if brief is None or Counter(map(_told, problems)) - self.problems:
            return False
        if _against(brief, self.library) - self.against:
            return False
        # A number that says one of them again is mended with it, so that fewer may be left than edits were made.
        return len(unbound(brief, self.library)) <= self.unbound - len(edits) and _left_alone(brief) == self.head


def _against(brief: Brief, library: Library) -> Counter[str]:
    """How often each rule finds that a sentence and its figure do not belong together."""
    return Counter(problem.rule for rule in AGAINST for problem in rule(brief, library))


def _told(problem: Problem) -> tuple[str, str]:
    """A problem without its place, which edits before it on its line may move."""
    return problem.rule, problem.message


def _left_alone(brief: Brief) -> tuple[object, ...]:
    """What no edit may change: words of the text, headings, tables."""
    words = " ".join(" ".join(claim.text.split()) for claim in brief.claims)
    return brief.title_text, brief.answer_text, words, len(brief.tables), tuple(one.text for one in brief.headings)


def _edits(text: str, found: Sequence[Unbound]) -> list[Edit]:
    lines = text.split("\n")
    edits = (_edit(lines, one) for one in found)
    return sorted({edit for edit in edits if edit is not None})


def _edit(lines: Sequence[str], found: Unbound) -> Edit | None:
    """The change for one number; None where its line does not hold the words as they read, as in a folded text."""
    fix = found.fix
    if fix is None or found.passage.kind in ("alt", "block", "caption", "own"):
        return None
    where = found.passage.where(fix.start, fix.end)
    if not 0 < where.line <= len(lines):
        return None
    old = lines[where.line - 1][where.column - 1 : where.column - 1 + len(fix.words)]
    return Edit(where.line, where.column, old, fix.written) if old == fix.words else None


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the changes made; line ends stay as they are."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line - 1]
        start = edit.column - 1
        assert line.startswith(edit.old, start), "an edit is made from the text that it changes"
        lines[edit.line - 1] = line[:start] + edit.new + line[start + len(edit.old) :]
    return "\n".join(lines)
