"""Whether a condition holds for a record: yes, no, or unknown (Kleene's three-valued logic), and why it is unknown.

A comparison with a missing value is unknown, never true; `not` of unknown stays unknown. `and` and `or` stop as soon as
they are settled, so that `country == 'GB' and running_cost > 1000` never compares the money of other countries.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefkit.tables import comparable
from briefkit.tables.comparable import Absent, Comparable, Extent, Found, Measure, Refused
from briefkit.tables.condition import (
    All,
    Among,
    Amount,
    Compare,
    Condition,
    Not,
    Operand,
    Operator,
    Path,
    write_operand,
)
from briefkit.tables.fault import Fault
from briefkit.tables.settle import Clash, settle

Look = Callable[[str], Found]
"""Finds what a record says under a field's name."""

_MIRRORED: dict[Operator, Operator] = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a condition comes to for one record."""

    truth: bool | None
    """None for unknown."""
    because: tuple[tuple[str, str], ...] = ()
    """Why it is unknown: field and the words for what is missing (`not reported`)."""
    measures: tuple[tuple[str, Measure], ...] = ()
    """Units of the fields that were compared with a bare number: over all records they must agree."""


def judge(condition: Condition, look: Look, written: str) -> Verdict | Fault:
    """Whether the condition (written so) holds for the record that `look` looks into."""
    if isinstance(condition, Not):
        inside = judge(condition.inside, look, written)
        if isinstance(inside, Fault) or inside.truth is None:
            return inside
        return Verdict(not inside.truth, (), inside.measures)
    if isinstance(condition, Compare):
        return _placed(_compare(condition.left, condition.operator, condition.right, look), condition, written)
    if isinstance(condition, Among):
        verdicts = (_compare(condition.left, "==", option, look) for option in condition.options)
        return _joined((_placed(verdict, condition, written) for verdict in verdicts), settles=True)
    parts = (judge(part, look, written) for part in condition.parts)
    return _joined(parts, settles=not isinstance(condition, All))


def _joined(parts: Iterator[Verdict | Fault], *, settles: bool) -> Verdict | Fault:
    """`and` (settled by a false part) or `or` (settled by a true one) of parts, judged only as far as needed."""
    because: tuple[tuple[str, str], ...] = ()
    measures: tuple[tuple[str, Measure], ...] = ()
    for part in parts:
        if isinstance(part, Fault):
            return part
        measures += part.measures
        if part.truth is settles:
            return Verdict(settles, (), measures)
        because += part.because
    return Verdict(None if because else not settles, because, measures)


def _placed(verdict: Verdict | Clash, test: Compare | Among, written: str) -> Verdict | Fault:
    """The verdict, or the fault at the comparison that clashes."""
    if isinstance(verdict, Verdict):
        return verdict
    return Fault(
        rule="table-comparison",
        message=verdict.message,
        help=verdict.help,
        written=written,
        offset=test.offset,
        length=test.length,
    )


def _compare(left: Operand, operator: Operator, right: Operand, look: Look) -> Verdict | Clash:
    """One comparison, turned so that the record's field stands first."""
    if isinstance(right, Path) and not isinstance(left, Path):
        return _compare(right, _MIRRORED.get(operator, operator), left, look)
    first, second = _comparable(left, look), _comparable(right, look)
    for side in (first, second):
        if isinstance(side, Refused):
            return Clash(side.message, side.help)
    if isinstance(first, Absent) or isinstance(second, Absent):
        return Verdict(None, tuple(_absences((left, first), (right, second))))
    first, second = comparable.alike(first, second)
    truth = settle(first, operator, second, (write_operand(left), write_operand(right)))
    if isinstance(truth, Clash):
        return truth
    because = () if truth is not None else ((_name(left, right), "not known exactly enough"),)
    return Verdict(truth, because, _measures((left, first), (right, second)))


def _comparable(operand: Operand, look: Look) -> Comparable:
    """What an operand compares as."""
    return (
        comparable.of_found(look(operand.name), operand.name)
        if isinstance(operand, Path)
        else comparable.of_literal(operand)
    )


def _absences(*sides: tuple[Operand, Comparable]) -> list[tuple[str, str]]:
    """Which of the two sides is missing, and in what words."""
    return [
        (operand.name, side.why) for operand, side in sides if isinstance(operand, Path) and isinstance(side, Absent)
    ]


def _name(*operands: Operand) -> str:
    """The field that a comparison is about."""
    return next((operand.name for operand in operands if isinstance(operand, Path)), "")


def _measures(*sides: tuple[Operand, Comparable]) -> tuple[tuple[str, Measure], ...]:
    """The unit of a field that is compared with a bare number."""
    (left, first), (right, second) = sides
    out = []
    for operand, side, other in ((left, first, right), (right, second, left)):
        if isinstance(operand, Path) and isinstance(side, Extent) and side.measure and isinstance(other, Amount):
            out.append((operand.name, side.measure))
    return tuple(out)
