"""Gathers the ledger of one brief: its claims in order, its sources one by one, and the counts of both."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefkit.brief import Brief, Claim, Plain
from briefkit.ledger.by_source import by_source
from briefkit.ledger.counts import counts
from briefkit.ledger.figures import Shower
from briefkit.ledger.first import first
from briefkit.ledger.placing import Findings, placed
from briefkit.ledger.rows import Ledger, ProblemShown, Row
from briefkit.ledger.spoken import lapsed_shown, verdict_shown
from briefkit.library import Library
from briefkit.verdicts.hashing import Judged
from briefkit.verdicts.review import Review
from briefkit.verdicts.standing import Given

WORST = ("major", "minor", "cannot_verify", "accurate")
HEADLINES = {"title": "Title", "question": "Question", "heading": "Heading"}
"""What a claim is called that stands in such a place."""


def ledger(brief: Brief, library: Library, review: Review, findings: Findings) -> Ledger:
    """The ledger of a brief."""
    shower = Shower(brief, library, review, findings.words)
    at = placed(brief, library, findings)
    pairs = zip(brief.claims, review.claims, strict=True)
    rows = tuple(
        _row(number, claim, judged, shower, at.claims.get(number, ()))
        for number, (claim, judged) in enumerate(pairs, 1)
    )
    sources = by_source(rows)
    figures = tuple(shower.figure(library.figures.get(one) or brief.figures[one]) for one in review.figures)
    in_claims = {plain for claim in brief.claims for plain in claim.plains}
    plains = list(dict.fromkeys(plain for plain in _plains(brief)))
    return Ledger(
        slug=brief.slug,
        rows=rows,
        sources=sources,
        works=tuple(one for key, one in shower.shown.items() if key not in {opened.source.key for opened in sources}),
        figures=figures,
        counts=counts(rows),
        others=_others(findings, len(plains), at.waived),
        first=first(rows),
        loose=at.loose,
        rate=review.rate,
        missing=tuple(verdict_shown(one) for one in review.standing.missing),
        gone=tuple(
            (verdict_shown(one.given), one.given.verdict.sentence or "")
            for one in review.standing.lapsed
            if one.now is None
        ),
        elsewhere=tuple((plain.text, plain.why) for plain in plains if plain not in in_claims),
        signatures=review.signatures,
    )


def _row(number: int, claim: Claim, judged: Judged, shower: Shower, problems: Iterable[ProblemShown]) -> Row:
    standing = shower.review.standing
    given, lapsed = standing.of(judged), standing.lapsed_of(judged)
    return Row(
        number=number,
        what="Table row" if claim.row else HEADLINES.get(claim.block, "Sentence"),
        state=claim.state,
        text=claim.text,
        section=claim.section,
        block="" if claim.block in HEADLINES else claim.block,
        line=claim.where.line,
        hash=judged.hash,
        figures=tuple(shower.use(use) for use in claim.figures),
        citations=tuple(shower.cited(one) for one in claim.citations if one.where.file),
        plains=tuple((plain.text, plain.why) for plain in claim.plains),
        problems=tuple(problems),
        verdicts=tuple(verdict_shown(one) for one in given),
        lapsed=tuple(lapsed_shown(one, judged) for one in lapsed),
        standing=_standing(given, lapsed),
        signed=standing.accurate(judged) >= max(1, shower.review.signatures),
    )


def _standing(given: Sequence[Given], lapsed: Sequence[Given]) -> str:
    """The worst verdict that holds."""
    words = [one.verdict.verdict for one in given if one.verdict.verdict]
    return min(words, key=WORST.index, default="lapsed" if lapsed else "waiting")


def _plains(brief: Brief) -> Iterator[Plain]:
    """Every `plain` of the brief, wherever it stands."""
    waiting: list[Any] = [*brief.title, *brief.question, *brief.answer, *brief.tokens]
    while waiting:
        token = waiting.pop(0)
        noun = token.meta.get("noun")
        if isinstance(noun, Plain):
            yield noun
        waiting = [*(token.children or []), *waiting]


def _others(findings: Findings, plains: int, waived: int) -> tuple[tuple[str, int], ...]:
    counted = [
        ("words bound to nothing on purpose, each with its reason", plains),
        ("problems waived", waived),
    ]
    if findings.unbound is not None:
        counted.append(("numbers bound to nothing", findings.unbound))
    return tuple(counted)
