"""The second stage: briefs read and every rule applied, to the base first and then to each brief."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline.options import Options, Progress, silent
from briefkit.pipeline.reading import brief_files, read_library, references_unread
from briefkit.problems import Problem, in_order
from briefkit.read_brief import read
from briefkit.rules.briefs import check_brief
from briefkit.rules.evidence import check_library
from briefkit.rules.names import SLUG


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A project, read and checked."""

    library: Library
    briefs: Mapping[str, Brief]
    """Every brief that was wanted and could be read, by slug."""
    problems: tuple[Problem, ...]
    unused: tuple[str, ...] = ()
    """Parameters that were given and that no brief has; empty as well when a brief could not be read."""


def check(tree: Tree, options: Options, progress: Progress = silent) -> Checked:
    """Read the base and the briefs that are wanted, and gather everything wrong with them."""
    progress("reading the evidence")
    library, problems = read_library(tree)
    problems += check_library(library, options.today)
    briefs: dict[str, Brief] = {}
    files = brief_files(tree)
    for slug in (slug for slug in options.briefs if slug in files):
        progress(f"reading {slug}")
        brief, faults = read_one(tree.texts[files[slug]], files[slug], library, options.parameters)
        problems += faults
        if brief is not None:
            briefs[slug] = brief
    if references_unread(tree):
        problems = [problem for problem in problems if problem.rule != "unknown-reference"]
    known = {name for brief in briefs.values() for name in brief.parameters}
    unused = tuple(name for name in options.parameters if name not in known and len(briefs) == len(options.briefs))
    return Checked(library=library, briefs=briefs, problems=tuple(in_order(problems)), unused=unused)


def read_one(
    text: str, file: str, library: Library, parameters: Mapping[str, str]
) -> tuple[Brief | None, list[Problem]]:
    """One brief and everything wrong with it; one whose name cannot be that of a folder is checked, not built."""
    brief, problems = read(text, file, library, parameters)
    if brief is None:
        return None, problems
    return brief if SLUG.fullmatch(brief.slug) else None, [*problems, *check_brief(brief, library)]
