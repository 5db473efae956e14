"""Puts problems where a reviewer looks for them: at the claim that they are about, else in a list; none is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.brief import Brief, Citation
from briefkit.hold import Hold
from briefkit.ledger.rows import ProblemShown
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.render.shown_problems import ticked
from briefkit.verdicts.hashing import by_hand, with_inputs

GRAVEST = {"error": 0, "warning": 1, "advice": 2}
OWN = frozenset(
    {"verdict-lapsed", "verdict-major", "verdict-minor", "signature-missing", "figure-unseen", "words-unseen"}
)
"""Rules whose findings the ledger shows in its own way: as verdicts, and as how a figure is held."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The problems that concern one brief."""

    claims: Mapping[int, Sequence[ProblemShown]]
    """By the number of the claim that they are about."""
    loose: tuple[ProblemShown, ...]
    """Those that are about none."""
    waived: int
    """How many of them all are waived."""


def placed(brief: Brief, library: Library, findings: Findings) -> Placed:
    """Each problem of the brief and of what it rests on, and each waived one that is not another brief's."""
    by_figure = _by_figure(brief, library)
    files = _files(brief, library)
    claims: dict[int, list[ProblemShown]] = {}
    loose: list[ProblemShown] = []
    waived = 0
    for problem, waiver in _concerning(brief, findings, files):
        shown = _shown(problem, findings.severity.get(problem.rule, "error"), waiver)
        waived += bool(waiver)
        where = (problem.where.file, problem.where.line)
        numbers = [_claim_at(brief, problem)] if problem.where.file == brief.file else by_figure.get(where, [])
        at = [number for number in dict.fromkeys(numbers) if number]
        for number in at:
            claims.setdefault(number, []).append(shown)
        if not at:
            loose.append(shown)
    for shown_here in (*claims.values(), loose):
        shown_here.sort(key=lambda one: (bool(one.waiver), GRAVEST.get(one.severity, 0)))
    return Placed(claims=claims, loose=tuple(loose), waived=waived)


def _concerning(brief: Brief, findings: Findings, files: frozenset[str]) -> Iterator[tuple[Problem, str]]:
    for problem in findings.problems:
        if problem.rule not in OWN and (problem.where.file == brief.file or problem.where.file in files):
            yield problem, ""
    for problem, waiver in findings.waived:
        if problem.where.file == brief.file or not problem.where.file.startswith("briefs/"):
            yield problem, waiver


def _by_figure(brief: Brief, library: Library) -> dict[tuple[str, int], list[int]]:
    """The claims that rest on the figure of a line of a file."""
    found: dict[tuple[str, int], list[int]] = {}
    for number, claim in enumerate(brief.claims, 1):
        for use in claim.figures:
            for one in with_inputs(use.figure, brief.figures, library):
                found.setdefault((one.where.file, one.where.line), []).append(number)
    return found


def _files(brief: Brief, library: Library) -> frozenset[str]:
    """The records that the figures of a brief come from, and what is held of the sources of these and of its citations."""
    figures = [
        one
        for claim in brief.claims
        for use in claim.figures
        for one in with_inputs(use.figure, brief.figures, library)
    ]
    keys = {key for one in figures for key in (*one.cite, one.via)}
    keys |= {one.key for claim in brief.claims for one in by_hand(claim)}
    return frozenset({*(one.where.file for one in figures), *(f"evidence/sources/{key}.yaml" for key in keys if key)})


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


def _shown(problem: Problem, severity: str, waiver: str) -> ProblemShown:
    return ProblemShown(
        severity=severity,
        rule=problem.rule,
        message=ticked(problem.message),
        help=ticked(problem.help),
        place=problem.where.told(),
        waiver=waiver,
    )
