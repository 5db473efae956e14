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
from briefkit.pipeline.reading import read_library_again
from briefkit.problems import Problem, in_order
from briefkit.reader import Answers, Asked, Marks, Reader
from briefkit.rules.evidence import check_record, check_rest
from briefkit.settings import FILE


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules have found in one record, and marks of what they asked the base for."""

    problems: tuple[Problem, ...]
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The base, with everything that it was made from."""

    files: Mapping[str, str]
    """The texts that it was read from, settings included."""
    unread: tuple[Problem, ...]
    """What could not be read."""
    library: Library
    """The base as its files have it, of which nothing is known yet about any quotation."""
    problems: tuple[Problem, ...]
    """What is wrong with these files."""
    loaded: Loaded = NOTHING
    """Each of them as it was read."""
    held: Library | None = None
    """The same with what is known of its quotations; None until that was looked up."""
    today: date | None = None
    """The day on which the rules were applied."""
    found: tuple[Problem, ...] = ()
    """What the rules say of it."""
    records: Mapping[str, Judged] = field(default_factory=dict)
    """What those say that look at one record after the other, by its id."""


def read_evidence(tree: Tree, before: Evidence | None = None) -> Evidence:
    """The base of a project; that of `before` as far as it was read from the same."""
    settings = {FILE: tree.texts[FILE]} if FILE in tree.texts else {}
    files = {**tree.under("evidence"), **settings}
    if before is not None and (before.files, before.unread) == (files, tree.problems):
        return before
    library, problems, loaded = read_library_again(tree, before.loaded if before is not None else NOTHING)
    return Evidence(
        files=files,
        unread=tree.problems,
        library=library,
        problems=tuple(problems),
        loaded=loaded,
        records=before.records if before is not None else {},
    )


def judged(evidence: Evidence, holds: Mapping[str, Hold], today: date, marks: Marks) -> tuple[Evidence, Library]:
    """The base with what is known of its quotations, and with what the rules say of it on this day."""
    if evidence.held is not None and evidence.today == today and evidence.held.holds == holds:
        return evidence, evidence.held
    held = replace(evidence.library, holds=holds)
    answers = Answers(held, marks)
    records = {name: _judged(name, held, answers, evidence.records.get(name)) for name in held.records}
    found = [problem for one in records.values() for problem in one.problems]
    found += check_rest(held, today)
    return replace(evidence, held=held, today=today, found=tuple(in_order(found)), records=records), held


def _judged(name: str, library: Library, answers: Answers, kept: Judged | None) -> Judged:
    """One record, judged; as it was when everything that was asked then has the same answer now."""
    if kept is not None and not any(True for _ in answers.differing(kept.asked)):
        return kept
    reader = Reader(library)
    problems = check_record(reader.records[name], reader)
    return Judged(tuple(problems), answers.of(reader.asked))
