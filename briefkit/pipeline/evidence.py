"""The base, read and judged; what has stayed the same since an earlier run is taken over from it, record by record.

A run that has seen the same files before, as the live preview has and every second build, hands over what it then found.
Nothing is taken over on trust: all of it is compared with what it was made from, the day included.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from briefkit.disk import Tree
from briefkit.hold import Hold
from briefkit.library import Library
from briefkit.load import NOTHING, Loaded
from briefkit.pipeline.marking import evidence_marks, mark_of
from briefkit.pipeline.reading import read_library_again
from briefkit.problems import Problem, in_order
from briefkit.reader import Answers, Asked, Marks, Reader
from briefkit.rules.evidence import check_record, check_rest


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules have found in one record, and marks of what they asked the base for."""

    problems: tuple[Problem, ...]
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What one run has learnt of the base, for a later one to take over as far as it still holds."""

    loaded: Loaded = NOTHING
    """Each file as it was read."""
    records: Mapping[str, Judged] = field(default_factory=dict)
    """What the rules say that look at one record after the other, by its id."""
    judged_from: bytes = b""
    """A mark of what the rules were applied to, the day included; empty before they were."""
    found: tuple[Problem, ...] = ()
    """What they said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The base, with everything that it was made from."""

    marks: Marks
    """Marks of the files that it was made from, settings and copies of sources included."""
    library: Library
    """The base as its files have it, of which nothing is known yet about any quotation."""
    problems: tuple[Problem, ...]
    """What is wrong with these files."""
    learnt: Learnt
    held: Library | None = None
    """The same with what is known of its quotations; None until that was looked up."""
    today: date | None = None
    """The day on which the rules were applied."""

    @property
    def found(self) -> tuple[Problem, ...]:
        """What the rules say of it, once they were applied."""
        return self.learnt.found


def read_evidence(tree: Tree, before: Evidence | Learnt | None = None) -> Evidence:
    """The base of a project; that of `before` as far as it was read from the same."""
    marks = evidence_marks(tree)
    if isinstance(before, Evidence):
        if before.marks == marks:
            return before
        before = before.learnt
    learnt = before or Learnt()
    library, problems, loaded = read_library_again(tree, learnt.loaded)
    return Evidence(marks=marks, library=library, problems=tuple(problems), learnt=replace(learnt, loaded=loaded))


def judged(evidence: Evidence, holds: Mapping[str, Hold], today: date) -> tuple[Evidence, Library]:
    """The base with what is known of its quotations, and with what the rules say of it on this day."""
    if evidence.held is not None and evidence.today == today and evidence.held.holds == holds:
        return evidence, evidence.held
    held = replace(evidence.library, holds=holds)
    learnt = _learnt(evidence, held, today)
    return replace(evidence, held=held, today=today, learnt=learnt), held


def _learnt(evidence: Evidence, held: Library, today: date) -> Learnt:
    """What the rules say, looked up where they were applied to the same before."""
    learnt = evidence.learnt
    judged_from = mark_of(sorted(evidence.marks.items()), today)
    if learnt.judged_from == judged_from:
        return learnt
    answers = Answers(held, evidence.marks)
    records = {name: _judged(name, held, answers, learnt.records.get(name)) for name in held.records}
    found = [problem for one in records.values() for problem in one.problems]
    found += check_rest(held, today)
    return replace(learnt, records=records, judged_from=judged_from, found=tuple(in_order(found)))


def _judged(name: str, library: Library, answers: Answers, kept: Judged | None) -> Judged:
    """One record, judged; as it was when everything that was asked then has the same answer now."""
    if kept is not None and not any(True for _ in answers.differing(kept.asked)):
        return kept
    reader = Reader(library)
    problems = check_record(reader.records[name], reader)
    return Judged(tuple(problems), answers.of(reader.asked))
