"""What reviewers have said of a project, read and set against what its base says today."""

from collections.abc import Mapping

from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.problems import Problem
from briefkit.rules.verdicts import check_figure_reviews
from briefkit.verdicts.reading import Reviews, read_reviews


def read_verdicts_of(tree: Tree, library: Library, source_text: Mapping[str, str]) -> tuple[Reviews, list[Problem]]:
    """All verdicts, and what those on the figures of the base give cause to say.

    `source_text` has the hash of the text of each source that is or was held, by key.
    """
    slugs = {*brief_files(tree), *unread_briefs(tree)}
    reviews, problems = read_reviews(tree.texts, slugs, library.references)
    problems += check_figure_reviews(library, reviews, source_text)
    return reviews, problems
