"""Who has to have signed a brief before it may be published."""

from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.problems import Problem, Where
from briefkit.verdicts.review import Review

MOST = 5
"""Lines of unsigned claims that are named."""


def signature_missing(brief: Brief, review: Review) -> Iterator[Problem]:
    """A brief that asks for reviewers' signatures, with claims that fewer have found accurate as they stand now."""
    asked, unsigned = review.signatures, review.unsigned
    if not asked or not unsigned:
        return
    count = "a reviewer's signature" if asked == 1 else f"{asked} reviewers' signatures"
    lines = sorted({claim.where.line for claim in unsigned})
    named = ", ".join(str(line) for line in lines[:MOST]) + (" …" if len(lines) > MOST else "")
    message = f"the brief asks for {count} on each of its {len(review.claims)} claims, and {len(unsigned)} lack{'s' if len(unsigned) == 1 else ''} {'it' if asked == 1 else 'them'}"
    way = f"in line{'s' if len(lines) > 1 else ''} {named}; `verdicts {brief.slug}` lists them, and only reviewers themselves may sign"
    yield Problem(Where(brief.file, 0), "signature-missing", message, way)
