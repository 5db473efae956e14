"""The problems that a draft shows at its top: its own first, then those of the evidence, counted and cut when many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from briefkit.problems import Problem, in_order
from briefkit.rulebook import severities

MOST = 30
"""Problems that are listed in a page; the command line shows them all."""
RANK = {"error": 0, "warning": 1}


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


def shown_problems(problems: Sequence[Problem], file: str) -> ShownProblems:
    """The errors and warnings that concern the brief in `file`: those in it and those in what briefs share."""
    grave = severities("draft")
    mine = [p for p in in_order(problems) if grave.get(p.rule, "error") in RANK and _concerns(p, file)]
    mine.sort(key=lambda p: (RANK[grave.get(p.rule, "error")], p.where.file != file))
    shown = tuple(_shown(problem, grave.get(problem.rule, "error")) for problem in mine[:MOST])
    errors = sum(grave.get(problem.rule, "error") == "error" for problem in mine)
    return ShownProblems(errors=errors, warnings=len(mine) - errors, listed=shown, more=len(mine) - len(shown))


def _concerns(problem: Problem, file: str) -> bool:
    return problem.where.file == file or not problem.where.file.startswith("briefs/")


def _shown(problem: Problem, severity: str) -> ShownProblem:
    where = problem.where
    place = f"{where.file}:{where.line}" if where.line else where.file
    return ShownProblem(
        severity=severity,
        rule=problem.rule,
        message=_ticked(problem.message),
        help=_ticked(problem.help),
        place=place,
    )


def _ticked(text: str) -> Markup:
    """The text with what stands between backticks as code."""
    parts = re.split(r"`([^`\n]+)`", text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )
