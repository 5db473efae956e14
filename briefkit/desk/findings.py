"""Problems as the desk lists them: those of a brief first, then those of what it rests on, then all others."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefkit.desk.excerpt import Line, excerpt
from briefkit.problems import Problem, in_order
from briefkit.render.shown_problems import ticked
from briefkit.rulebook import RULES
from briefkit.rules.waivers import Waived
from briefkit.values.write import date_text

SEVERITIES = ("error", "warning", "advice")
MOST = 100
"""Problems listed in one group: whoever has more begins with these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One problem."""

    severity: str
    rule: str
    message: str
    """As markup, like the help."""
    help: str
    place: str
    """`evidence/studies/riott.yaml:3`."""
    lines: tuple[Line, ...]
    """What stands at that place, and around it."""
    because: str
    """Why the rule is there, as markup; empty for a rule that is in no book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Problems that lie in the same part of a project."""

    title: str
    listed: tuple[Entry, ...]
    more: int
    """How many are not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetThrough:
    """One problem that somebody has waived."""

    message: str
    """As markup."""
    place: str
    rule: str
    reason: str
    by: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that is to be said of a brief at one gate."""

    totals: Mapping[str, int]
    """How many of each severity."""
    groups: tuple[Group, ...] = ()
    waived: tuple[LetThrough, ...] = ()

    @property
    def words(self) -> str:
        """The totals as people say them: `2 errors, 1 warning`."""
        said = [f"{self.totals[name]} {_noun(name, self.totals[name])}" for name in SEVERITIES if self.totals[name]]
        return ", ".join(said) or "no problems"


NOTHING = Findings(totals=dict.fromkeys(SEVERITIES, 0))


def _noun(name: str, number: int) -> str:
    if name == "advice":
        return "piece of advice" if number == 1 else "pieces of advice"
    return name if number == 1 else f"{name}s"


def findings(
    problems: Sequence[Problem],
    waived: Sequence[Waived],
    grave: Mapping[str, str],
    texts: Mapping[str, str],
    file: str,
    reads: Collection[str],
    awaited: Collection[str] = (),
) -> Findings:
    """The problems of a run, for the brief in `file`, which rests on the files `reads`; first of all those in the files
    that its page waits for.
    """
    graded = [(grave.get(problem.rule, "error"), problem) for problem in in_order(problems)]
    groups: dict[str, list[tuple[str, Problem]]] = {
        "What the page waits for": [],
        "In the brief": [],
        "In what it rests on": [],
        "Elsewhere in the project": [],
    }
    first, own, below, other = groups.values()
    for severity, problem in sorted(graded, key=lambda pair: SEVERITIES.index(pair[0])):
        place = problem.where.file
        home = first if place in awaited else own if place == file else below if place in reads else other
        home.append((severity, problem))
    counted = Counter(severity for severity, _ in graded)
    return Findings(
        totals={name: counted[name] for name in SEVERITIES},
        groups=tuple(_group(title, found, texts) for title, found in groups.items() if found),
        waived=tuple(_let_through(one) for one in waived),
    )


def _group(title: str, found: Sequence[tuple[str, Problem]], texts: Mapping[str, str]) -> Group:
    listed = tuple(_entry(problem, severity, texts) for severity, problem in found[:MOST])
    return Group(title=title, listed=listed, more=len(found) - len(listed))


def _entry(problem: Problem, severity: str, texts: Mapping[str, str]) -> Entry:
    rule = RULES.get(problem.rule)
    return Entry(
        severity=severity,
        rule=problem.rule,
        message=ticked(problem.message),
        help=ticked(problem.help),
        place=problem.where.told(),
        lines=excerpt(texts.get(problem.where.file), problem.where),
        because=ticked(rule.because) if rule else "",
    )


def _let_through(one: Waived) -> LetThrough:
    return LetThrough(
        message=ticked(one.problem.message),
        place=one.problem.where.told(),
        rule=one.problem.rule,
        reason=one.waiver.reason[:1].upper() + one.waiver.reason[1:].rstrip("."),
        by=one.waiver.by,
        until=date_text(one.waiver.until),
    )
