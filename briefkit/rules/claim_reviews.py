"""Whether the rating of a claim fits the evidence that stands beside it."""

from collections.abc import Iterator
from datetime import date

from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.claim_review import ClaimReview

_RULE = "rating-without-evidence"


def unknown_evidence(library: Library, _today: date) -> Iterator[Problem]:
    """An address beside a claim that leads to no figure."""
    for review in _reviews(library):
        for name, number, address in review.evidence:
            if library.figure(address) is None and not library.is_broken(address):
                where, message = review.place_of(name, number), f"there is no figure `{address}`"
                yield Problem(where, "unknown-figure-address", message, library.suggest(address))


def rating_without_evidence(library: Library, _today: date) -> Iterator[Problem]:
    """A rating that the addresses beside the claim do not carry."""
    for review in _reviews(library):
        told = _misfit(review, library)
        if told:
            yield Problem(review.place_of("rating"), _RULE, *told)


def _misfit(review: ClaimReview, library: Library) -> tuple[str, str] | None:
    """What is wrong with a rating, and the way out."""
    named = {name for name, _, _ in review.evidence}
    if review.rating in ("not_checked", "unsupported"):
        return _too_much(review.rating, named)
    if not named:
        way = (
            "name figures under `supports:`, `qualifies:` or `contradicts:`; else write `unsupported` or `not_checked`"
        )
        return f"nothing stands beside the claim that makes it `{review.rating}`", way
    if review.rating == "right" and "contradicts" in named:
        way = "write another rating, or move the address to `qualifies:`"
        return "the claim is `right`, and something contradicts it", way
    if review.rating == "wrong" and not named & {"contradicts", "qualifies"}:
        return "the claim is `wrong`, and nothing contradicts it", "name under `contradicts:` what it is wrong beside"
    return _of_itself(review, library)


def _too_much(rating: str, named: set[str]) -> tuple[str, str] | None:
    """Evidence beside a claim that is said to have none."""
    if rating == "not_checked" and named:
        return "the claim is `not_checked`, and evidence stands beside it", "rate it, or take the addresses out"
    if "supports" in named:
        return "the claim is `unsupported`, and something supports it", "take the addresses out, or rate it by them"
    return None


def _of_itself(review: ClaimReview, library: Library) -> tuple[str, str] | None:
    """A claim whose whole evidence is the words of the source that makes it."""
    claim = library.figure(f"{review.id}.claim")
    found = [figure for _, _, address in review.evidence if (figure := library.figure(address))]
    own = {*claim.cite, claim.via} - {None} if claim else set()
    if not found or not own or not all(set(figure.cite) <= own for figure in found):
        return None
    return (
        f"only the source of the claim itself speaks to it: `{claim.cite[0] if claim else ''}`",
        "name figures of other sources; if there are none, write `unsupported` or `not_checked`",
    )


def _reviews(library: Library) -> Iterator[ClaimReview]:
    return (record for record in library.records.values() if isinstance(record, ClaimReview))
