"""The rules that a brief has to keep besides being readable. A new rule is one function and one line here."""

from collections.abc import Callable, Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem, in_order
from briefkit.rules import claims, glued, headings, names, signatures

BRIEF_RULES: tuple[Callable[[Brief, Library], Iterator[Problem]], ...] = (
    names.brief_name,
    headings.heading_is_title,
    headings.heading_skips,
    headings.heading_empty,
    glued.figure_glued,
    claims.uncited_sentence,
    claims.source_unrecorded,
    signatures.signature_missing,
)


def check_brief(brief: Brief, library: Library) -> list[Problem]:
    """Everything that these rules find."""
    return in_order(problem for rule in BRIEF_RULES for problem in rule(brief, library))
