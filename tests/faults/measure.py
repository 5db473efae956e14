"""What the rules say of a project before and after a fault was put into it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Literal

from faults.project import options
from faults.reasons import LAPSED
from faults.sites import Fault

from briefkit.disk import Tree
from briefkit.pipeline.checking import check
from briefkit.rulebook import severities

Alarm = tuple[str, str, str]
"""Rule, file and message: what stays the same when lines move."""


@dataclass(frozen=True)
class Outcome:
    """What became of one fault."""

    fault: Fault
    how: str
    """`own` when a rule named for it found it, `other` when another did, `lapsed`, `missed`."""
    rules: tuple[str, ...]


def alarms(tree: Tree, gate: Literal["draft", "publish"] = "publish") -> Counter[Alarm]:
    """Every error and warning of a gate."""
    asked = replace(options(tree), gate=gate)
    grave = severities(gate)
    found = check(tree, asked).problems
    return Counter((one.rule, one.where.file, one.message) for one in found if grave.get(one.rule) != "advice")


_AT: dict[str, object] = {}


def begin(tree: Tree) -> None:
    """Take the project into which faults are put, and what is said of it before."""
    _AT["tree"], _AT["before"] = tree, alarms(tree)


def outcome(fault: Fault) -> Outcome:
    """Put one fault in and see what is said that was not said before."""
    tree, before = _AT["tree"], _AT["before"]
    assert isinstance(tree, Tree)
    assert isinstance(before, Counter)
    after = alarms(replace(tree, texts={**tree.texts, **fault.texts}))
    rules = tuple(sorted({rule for rule, _, _ in after - before}))
    return Outcome(fault, _how(fault, rules), rules)


def _how(fault: Fault, rules: tuple[str, ...]) -> str:
    if not rules:
        return "missed"
    if fault.own & set(rules):
        return "own"
    return "lapsed" if set(rules) <= LAPSED else "other"


def outcomes(tree: Tree, faults: Iterable[Fault], workers: int) -> list[Outcome]:
    """The same for many, in their order."""
    with get_context("fork").Pool(workers, begin, (tree,)) as pool:
        return pool.map(outcome, list(faults), chunksize=4)
