"""Who has reviewed a brief, for its last page."""

from dataclasses import dataclass

from briefkit.verdicts.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What readers are told of the review."""

    reviewers: tuple[str, ...] = ()
    """Whoever found a claim accurate as it stands now."""
    signed: int = 0
    """How many claims have been found accurate by as many reviewers as the brief asks for."""
    claims: int = 0


def reviewed(review: Review | None) -> Reviewed:
    """What is to be said of the review of a brief."""
    if review is None:
        return Reviewed()
    given = [one for claim in review.claims for one in review.standing.of(claim)]
    names = {one.reviewer: one.verdict.reviewer for one in given if one.verdict.verdict == "accurate"}
    return Reviewed(
        reviewers=tuple(names[one] for one in sorted(names)), signed=review.signed, claims=len(review.claims)
    )
