"""Who has to have signed a brief before it may be published."""

from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem, Where


def signature_missing(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A brief that asks for reviewers' signatures; there are no verdicts yet that could be one."""
    asked = brief.front.signatures
    if asked:
        count = "a reviewer's signature" if asked == 1 else f"{asked} reviewers' signatures"
        way = "have its claims reviewed before it is published; only the reviewers themselves may sign"
        yield Problem(Where(brief.file, 0), "signature-missing", f"the brief asks for {count} and has none", way)
