"""Gathers the ledger of one brief: its claims in order, its sources one by one, and the counts of both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefkit.brief import Brief, Citation, Claim, Plain
from briefkit.hold import Hold
from briefkit.ledger.counts import counts
from briefkit.ledger.figures import Shower
from briefkit.ledger.rows import CitedShown, FigureShown, Ledger, OneSource, ProblemShown, Row, SourceShown
from briefkit.ledger.spoken import lapsed_shown, verdict_shown
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.render.shown_problems import ticked
from briefkit.verdicts.hashing import Judged
from briefkit.verdicts.review import Review
from briefkit.verdicts.standing import Given

WORST = ("major", "minor", "cannot_verify", "accurate")
GRAVEST = {"error": 0, "warning": 1, "advice": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What rules have found of a brief, for its ledger."""

    problems: Sequence[Problem] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    """How grave each rule is."""
    waived: Sequence[tuple[Problem, str]] = ()
    """Problems that may stand, each with who says so, why, until when."""
    words: Mapping[Citation, Hold] = field(default_factory=dict)
    """What is known of the words that citations quote."""
    unbound: int | None = None
    """How many numbers are bound to nothing; None when nobody has counted."""


def ledger(brief: Brief, library: Library, review: Review, findings: Findings) -> Ledger:
    """The ledger of a brief."""
    shower = Shower(brief, library, review, findings.words)
    at = _at_claims(brief, findings)
    pairs = zip(brief.claims, review.claims, strict=True)
    rows = tuple(
        _row(number, claim, judged, shower, at.get(number, ())) for number, (claim, judged) in enumerate(pairs, 1)
    )
    figures = tuple(shower.figure(library.figures.get(one) or brief.figures[one]) for one in review.figures)
    in_claims = {plain for claim in brief.claims for plain in claim.plains}
    plains = list(dict.fromkeys(plain for plain in _plains(brief)))
    return Ledger(
        slug=brief.slug,
        rows=rows,
        sources=_by_source(rows),
        figures=figures,
        counts=counts(rows),
        others=_others(findings, len(plains)),
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
        what="Table row" if claim.row else "Sentence",
        state=claim.state,
        text=claim.text,
        section=claim.section,
        block=claim.block,
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


def _at_claims(brief: Brief, findings: Findings) -> dict[int, list[ProblemShown]]:
    """The problems of each claim, by its number: those in its lines, and those of the lines that its figures stand in."""
    found: dict[int, list[ProblemShown]] = {}
    by_figure: dict[tuple[str, int], list[int]] = {}
    for number, claim in enumerate(brief.claims, 1):
        for use in claim.figures:
            by_figure.setdefault((use.figure.where.file, use.figure.where.line), []).append(number)
    told = [(problem, "") for problem in findings.problems]
    for problem, waiver in [*told, *findings.waived]:
        shown = _problem(problem, findings.severity.get(problem.rule, "error"), waiver)
        if problem.rule in OWN:
            continue
        where = (problem.where.file, problem.where.line)
        numbers = [_claim_at(brief, problem)] if problem.where.file == brief.file else by_figure.get(where, [])
        for number in dict.fromkeys(numbers):
            if number:
                found.setdefault(number, []).append(shown)
    for shown_here in found.values():
        shown_here.sort(key=lambda one: (bool(one.waiver), GRAVEST.get(one.severity, 0)))
    return found


OWN = frozenset(
    {"verdict-lapsed", "verdict-major", "verdict-minor", "signature-missing", "figure-unseen", "words-unseen"}
)
"""Rules whose findings the ledger shows in its own way: as verdicts, and as how a figure is held."""


def _claim_at(brief: Brief, problem: Problem) -> int:
    """Number of the claim in whose lines a problem lies: the last that begins before it, below the same heading."""
    here = (problem.where.line, problem.where.column)
    best, begins = 0, (0, 0)
    for number, claim in enumerate(brief.claims, 1):
        start = (claim.where.line, min(claim.where.column, 1) if claim.where.line == here[0] else claim.where.column)
        if begins < start <= here:
            best, begins = number, start
        elif start == begins and claim.where.line == here[0] and claim.where.column <= here[1]:
            best = number
    heads = [heading.where.line for heading in brief.headings]
    return 0 if any(begins[0] < line <= here[0] for line in heads) else best


def _problem(problem: Problem, severity: str, waiver: str) -> ProblemShown:
    return ProblemShown(
        severity=severity, rule=problem.rule, message=ticked(problem.message), help=ticked(problem.help), waiver=waiver
    )


def _plains(brief: Brief) -> Iterator[Plain]:
    """Every `plain` of the brief, wherever it stands."""
    waiting: list[Any] = [*brief.title, *brief.question, *brief.answer, *brief.tokens]
    while waiting:
        token = waiting.pop(0)
        noun = token.meta.get("noun")
        if isinstance(noun, Plain):
            yield noun
        waiting = [*(token.children or []), *waiting]


def _by_source(rows: Sequence[Row]) -> tuple[OneSource, ...]:
    """Each source with all claims that rest on it, the source with most of them first."""
    sources: dict[str, SourceShown] = {}
    uses: dict[str, list[tuple[Row, tuple[FigureShown, ...], tuple[CitedShown, ...]]]] = {}
    for row in rows:
        flat = [one for figure in row.figures for one in _flat(figure) if one.source is not None]
        for key in dict.fromkeys(
            [*(one.source.key for one in flat if one.source), *(one.key for one in row.citations)]
        ):
            figures = tuple(one for one in flat if one.source is not None and one.source.key == key)
            cited = tuple(one for one in row.citations if one.key == key and one.source is not None)
            here: list[FigureShown | CitedShown] = [*figures, *cited]
            shown = next((one.source for one in here if one.source is not None), None)
            if shown is not None:
                sources[key] = shown
                uses.setdefault(key, []).append((row, figures, cited))
    return tuple(
        OneSource(
            source=sources[key],
            uses=tuple(found),
            figures=len({figure.address for _, figures, _ in found for figure in figures}),
        )
        for key, found in sorted(uses.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )


def _flat(figure: FigureShown) -> Iterator[FigureShown]:
    yield figure
    for one in figure.inputs:
        yield from _flat(one)


def _others(findings: Findings, plains: int) -> tuple[tuple[str, int], ...]:
    counted = [
        ("words bound to nothing on purpose, each with its reason", plains),
        ("problems waived", len(findings.waived)),
    ]
    if findings.unbound is not None:
        counted.append(("numbers bound to nothing", findings.unbound))
    return tuple(counted)
