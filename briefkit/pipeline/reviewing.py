"""What reviewers have said of a project, set against what it says today."""

from collections.abc import Mapping

from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.problems import Problem
from briefkit.rules.verdicts import check_figure_reviews, check_review
from briefkit.verdicts.reading import read_reviews
from briefkit.verdicts.review import Review, review


def reviewed(
    tree: Tree, library: Library, briefs: Mapping[str, Brief], source_text: Mapping[str, str]
) -> tuple[dict[str, Review], list[Problem]]:
    """The review of each brief, and everything that verdicts give cause to say.

    `source_text` has the hash of the text of each source that is or was held, by key.
    """
    slugs = {*brief_files(tree), *unread_briefs(tree)}
    reviews, problems = read_reviews(tree.texts, slugs, library.references)
    problems += check_figure_reviews(library, reviews, source_text)
    found: dict[str, Review] = {}
    for slug, brief in briefs.items():
        found[slug] = review(brief, library, reviews, source_text)
        problems += check_review(brief, found[slug])
    return found, problems
