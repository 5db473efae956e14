"""What reviewers have found, and what has changed since they looked."""

from collections.abc import Iterator, Mapping

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem, in_order
from briefkit.rules.signatures import signature_missing
from briefkit.values.write import date_text
from briefkit.verdicts.hashing import Judged, document_key, judged_figure
from briefkit.verdicts.reading import Reviews
from briefkit.verdicts.review import Review
from briefkit.verdicts.standing import Given, Standing, stand


def check_review(brief: Brief, review: Review) -> list[Problem]:
    """Everything that the verdicts on a brief's claims give cause to say."""
    found = [*_by_author(review), *_open(review.claims, review.standing), *_lapsed(review.standing)]
    return in_order([*found, *signature_missing(brief, review)])


def check_figure_reviews(library: Library, reviews: Reviews, source_text: Mapping[str, str]) -> list[Problem]:
    """Everything that the verdicts on the figures of the base give cause to say."""
    problems: list[Problem] = []
    for key, given in reviews.figures.items():
        figures = [one for one in library.figures.values() if document_key(one) == key]
        judged = [judged_figure(one, library, source_text) for one in figures]
        standing = stand(judged, given, library.aliases)
        problems += [*_open(judged, standing), *_lapsed(standing)]
    return in_order(problems)


def _by_author(review: Review) -> Iterator[Problem]:
    for one in review.by_author:
        message = f"`{one.verdict.reviewer}` is an author of this brief"
        way = "have somebody else judge it; this verdict counts for nothing, so remove it"
        yield Problem(one.where, "verdict-by-author", message, way)


def _open(things: tuple[Judged, ...] | list[Judged], standing: Standing) -> Iterator[Problem]:
    """Errors that a reviewer has found in what stands there still."""
    for thing in things:
        for one in standing.of(thing):
            word = one.verdict.verdict
            if word == "major":
                yield Problem(thing.where, "verdict-major", f"{_who(one)} found a major error here{_what(one)}", _MEND)
            elif word == "minor":
                yield Problem(thing.where, "verdict-minor", f"{_who(one)} found a minor error here{_what(one)}", _MEND)


_MEND = "mend it, and the verdict lapses; or ask the reviewer to look again and judge anew"


def _lapsed(standing: Standing) -> Iterator[Problem]:
    for lapsed in standing.lapsed:
        if lapsed.now is not None:
            message = f"this has changed since {_who(lapsed.given)} judged it `{_word(lapsed.given)}`"
            way = "`audit.html` shows old and new side by side; ask the reviewer to look again"
            yield Problem(lapsed.now.where, "verdict-lapsed", message, way)


def _word(given: Given) -> str:
    return given.verdict.verdict or given.verdict.mark or ""


def _who(given: Given) -> str:
    return f"{given.verdict.reviewer} ({date_text(given.verdict.date)})".replace("\u00a0", " ")


def _what(given: Given) -> str:
    """The kind of error, and what the reviewer says of it."""
    kind = f", {given.verdict.error}" if given.verdict.error else ""
    comment = " ".join((given.verdict.comment or "").replace("`", "'").split())
    shown = comment if len(comment) <= 120 else comment[:119].rstrip() + "…"
    return f"{kind}: `{shown}`" if shown else kind
