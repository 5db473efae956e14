"""The base, read and judged once for as long as its files stay the same.

A run that has seen the same files before, as a live preview has while somebody edits a brief, hands over what it then
found. Nothing is taken over on trust: it is compared with all that it was made from, the day included.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefkit.disk import Tree
from briefkit.hold import Hold
from briefkit.library import Library
from briefkit.pipeline.reading import read_library
from briefkit.problems import Problem
from briefkit.rules.evidence import check_library
from briefkit.settings import FILE


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
    held: Library | None = None
    """The same with what is known of its quotations; None until that was looked up."""
    today: date | None = None
    """The day on which the rules were applied."""
    found: tuple[Problem, ...] = ()
    """What the rules say of it."""


def read_evidence(tree: Tree, before: Evidence | None = None) -> Evidence:
    """The base of a project; that of `before` when it was read from the same."""
    settings = {FILE: tree.texts[FILE]} if FILE in tree.texts else {}
    files = {**tree.under("evidence"), **settings}
    if before is not None and (before.files, before.unread) == (files, tree.problems):
        return before
    library, problems = read_library(tree)
    return Evidence(files=files, unread=tree.problems, library=library, problems=tuple(problems))


def judged(evidence: Evidence, holds: Mapping[str, Hold], today: date) -> tuple[Evidence, Library]:
    """The base with what is known of its quotations, and with what the rules say of it on this day."""
    if evidence.held is not None and evidence.today == today and evidence.held.holds == holds:
        return evidence, evidence.held
    held = replace(evidence.library, holds=holds)
    return replace(evidence, held=held, today=today, found=tuple(check_library(held, today))), held
