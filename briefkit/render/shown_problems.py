"""The problems that a draft shows at its top: its own first, then those of the evidence, counted and cut when many."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from briefkit.problems import Problem, in_order
from briefkit.rulebook import RULES, severities
from briefkit.rules.waivers import Waived
from briefkit.values.write import date_text
from briefkit.verdicts.review import Review

MOST = 30
"""Problems that are listed in a page; the command line shows them all."""
RANK = {"error": 0, "warning": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a project has decided about problems."""

    grave: Mapping[str, str] = field(default_factory=lambda: severities("draft"))
    """How grave each rule is."""
    waived: tuple[Waived, ...] = ()
    """What somebody has let through."""
    review: Review | None = None
    """What reviewers have said."""


AS_THE_BOOK_SAYS = Judged()
"""For a project that has decided nothing of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWaived:
    """One problem that is let through, as the page lists it."""

    rule: str
    message: Markup
    place: str
    reason: str
    by: str
    until: str
    promise: bool
    """Whether its rule carries the promise that a brief says nothing that its evidence does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProblem:
    """One problem as the page lists it."""

    severity: str
    rule: str
    message: Markup
    help: Markup
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProblems:
    """What the box at the top of a draft holds."""

    errors: int
    warnings: int
    listed: tuple[ShownProblem, ...]
    more: int
    """How many are not listed."""
    waived: tuple[ShownWaived, ...] = ()
    """Every problem that is let through: there are never many, and none is hidden."""

    @property
    def promises(self) -> tuple[ShownWaived, ...]:
        """Those of them that touch the promise, which a publication tells too."""
        return tuple(one for one in self.waived if one.promise)


def shown_problems(problems: Sequence[Problem], file: str, judged: Judged = AS_THE_BOOK_SAYS) -> ShownProblems:
    """The errors and warnings that concern the brief in `file`: those in it and those in what briefs share."""
    grave = judged.grave
    mine = in_order(p for p in problems if grave.get(p.rule, "error") in RANK and _concerns(p, file))
    mine.sort(key=lambda p: (RANK[grave.get(p.rule, "error")], p.where.file != file))
    shown = tuple(_shown(problem, grave.get(problem.rule, "error")) for problem in mine[:MOST])
    errors = sum(grave.get(problem.rule, "error") == "error" for problem in mine)
    waived = tuple(_waived(one) for one in judged.waived if _concerns(one.problem, file))
    return ShownProblems(
        errors=errors, warnings=len(mine) - errors, listed=shown, more=len(mine) - len(shown), waived=waived
    )


def _concerns(problem: Problem, file: str) -> bool:
    return problem.where.file == file or not problem.where.file.startswith("briefs/")


def _shown(problem: Problem, severity: str) -> ShownProblem:
    return ShownProblem(
        severity=severity,
        rule=problem.rule,
        message=ticked(problem.message),
        help=ticked(problem.help),
        place=problem.where.told(),
    )


def _waived(one: Waived) -> ShownWaived:
    return ShownWaived(
        rule=one.problem.rule,
        message=ticked(one.problem.message),
        place=one.problem.where.told(),
        reason=one.waiver.reason[:1].upper() + one.waiver.reason[1:].rstrip("."),
        by=one.waiver.by,
        until=date_text(one.waiver.until),
        promise=one.problem.rule in RULES and RULES[one.problem.rule].fixed,
    )


def ticked(text: str) -> Markup:
    """The text with what stands between backticks as code."""
    parts = re.split(r"`([^`\n]+)`", text)
    parts[::2] = map(escape, parts[::2])
    parts[1::2] = [f"<code>{escape(part)}</code>" for part in parts[1::2]]
    return Markup("".join(parts))  # noqa: S704  each part is escaped
