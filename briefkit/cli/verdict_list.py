"""The lines of `verdicts`: how far each brief has been reviewed, and what waits, by brief or with one source open."""

from collections.abc import Iterator

from briefkit.brief import Brief, Claim
from briefkit.pipeline.checking import Checked
from briefkit.render.held import source_words
from briefkit.verdicts.hashing import Judged, by_hand, document_key, with_inputs
from briefkit.verdicts.review import Review

LONGEST = 90
"""Characters of a sentence that are shown."""


def waiting(checked: Checked, *, by_source: bool) -> Iterator[str]:
    """What waits for a reviewer, as paragraphs of lines."""
    if not checked.briefs:
        yield "there is no brief that can be read"
    for slug, brief in checked.briefs.items():
        review = checked.reviews[slug]
        yield f"{slug}: {_counted(review)}"
        pairs = [
            (claim, judged)
            for claim, judged in zip(brief.claims, review.claims, strict=True)
            if not review.standing.of(judged)
        ]
        if by_source:
            yield from _by_source(pairs, brief, checked)
        else:
            yield from (_line(claim, judged, review) for claim, judged in pairs)
        yield ""


def _counted(review: Review) -> str:
    """How far it has been reviewed, in numbers."""
    lapsed = sum(bool(review.standing.lapsed_of(one)) for one in review.waiting)
    asked = f" of {review.signatures} reviewers each" if review.signatures > 1 else ""
    parts = [
        f"{len(review.claims)} claims",
        f"{review.signed} found accurate{asked}",
        f"{len(review.waiting)} wait" + (f" ({lapsed} of them changed since they were judged)" if lapsed else ""),
        f"errors: {review.rate.words}",
    ]
    return "; ".join(parts)


def _line(claim: Claim, judged: Judged, review: Review) -> str:
    text = claim.text if len(claim.text) <= LONGEST else claim.text[: LONGEST - 1].rstrip() + "…"
    changed = "changed  " if review.standing.lapsed_of(judged) else ""
    return f"  {judged.hash[:8]}  line {claim.where.line:<4} {changed}{text}"


def _by_source(pairs: list[tuple[Claim, Judged]], brief: Brief, checked: Checked) -> Iterator[str]:
    """The same, source by source; a claim on two sources stands under both."""
    found: dict[str, list[str]] = {}
    for claim, judged in pairs:
        figures = [one for use in claim.figures for one in with_inputs(use.figure, brief.figures, checked.library)]
        keys = [*(document_key(one) for one in figures), *(one.key for one in by_hand(claim))]
        for key in dict.fromkeys(key for key in keys if key) or ("",):
            found.setdefault(key, []).append(_line(claim, judged, checked.reviews[brief.slug]))
    for key, lines in sorted(found.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0])):
        kind = source_words(checked.library.sources.get(key))
        name = f"{key}{f' ({kind})' if kind else ''}" if key else "no source"
        yield f"  {name}: {len(lines)} {'claim waits' if len(lines) == 1 else 'claims wait'}"
        yield from (f"  {line}" for line in lines)
