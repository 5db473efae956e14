"""The briefs of a project themselves, for commands that look into each of them."""

from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline.options import Options, Progress
from briefkit.pipeline.reading import brief_files
from briefkit.problems import Problem
from briefkit.read_brief import read


def read_briefs(
    tree: Tree, options: Options, library: Library, progress: Progress
) -> tuple[list[Brief], list[Problem]]:
    """The briefs that are wanted and can be read, and everything wrong with the text of any."""
    briefs: list[Brief] = []
    problems: list[Problem] = []
    files = brief_files(tree)
    for slug in (slug for slug in options.briefs if slug in files):
        progress(f"reading {slug}")
        brief, faults = read(tree.texts[files[slug]], files[slug], library, options.parameters)
        problems += faults
        briefs += [brief] if brief is not None else []
    return briefs, problems
