"""The conditions of `table(..., where="...")`: a small language of our own, read here, never handed to Python or pandas.

condition  = all { "or" all }
all        = no { "and" no }
no         = "not" no | "(" condition ")" | comparison
comparison = operand ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) operand
           | operand [ "not" ] "in" "[" operand { "," operand } [ "," ] "]"
operand    = field | parameter | text | number | date | "true" | "false"
field      = key { "." key }                              results.retention_26w.heroin.percent
number     = ( "£" | "€" ) digits [ scale ] | code digits [ scale ] | digits [ scale ] [ "%" | "percentage points" | code ]
scale      = "thousand" | "million" | "billion"
date       = year "-" month [ "-" day ]                   a year alone is a number
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from briefkit.values import Date
from briefkit.values.dates import write_date

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
KEYWORDS = frozenset({"and", "or", "not", "in", "true", "false"})


@dataclass(frozen=True, slots=True)
class Path:
    """A field (or a parameter) by name."""

    name: str
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotation marks."""

    value: str
    loose: bool = False
    """True for a parameter's value, which may stand for a number or a date as well."""
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, perhaps with its unit."""

    value: Decimal
    unit: str = ""
    """`percent`, `percentage_point`, an ISO 4217 code, or empty."""
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Day:
    """A month of a year, or a day."""

    date: Date
    offset: int = field(default=0, compare=False)


Operand = Path | Text | Amount | Day


@dataclass(frozen=True, slots=True)
class Compare:
    """`left operator right`."""

    left: Operand
    operator: Operator
    right: Operand
    offset: int = field(default=0, compare=False)
    """Where the whole comparison begins."""
    length: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Among:
    """`left in [options]`."""

    left: Operand
    options: tuple[Operand, ...]
    offset: int = field(default=0, compare=False)
    length: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """`not inside`."""

    inside: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    """`a and b and c`."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """`a or b or c`."""

    parts: "tuple[Condition, ...]"


Condition = Compare | Among | Not | All | Some


def write(condition: Condition) -> str:
    """The condition as text again, in one fixed style; `parse` reads it back to the same tree."""
    if isinstance(condition, Compare):
        return f"{write_operand(condition.left)} {condition.operator} {write_operand(condition.right)}"
    if isinstance(condition, Among):
        options = ", ".join(write_operand(option) for option in condition.options)
        return f"{write_operand(condition.left)} in [{options}]"
    if isinstance(condition, Not):
        return f"not {_inside(condition.inside)}"
    joint = " and " if isinstance(condition, All) else " or "
    return joint.join(_inside(part) for part in condition.parts)


def _inside(condition: Condition) -> str:
    """A part of a condition, in brackets where it needs them."""
    text = write(condition)
    return f"({text})" if isinstance(condition, All | Some) else text


def write_operand(operand: Operand) -> str:
    """One side of a comparison as text."""
    if isinstance(operand, Path):
        return operand.name
    if isinstance(operand, Text):
        return "'" + operand.value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    if isinstance(operand, Day):
        return write_date(operand.date)
    unit = {"": "", "percent": "%", "percentage_point": " percentage points"}.get(operand.unit, f" {operand.unit}")
    return f"{operand.value:f}{unit}"


def paths(condition: Condition) -> tuple[Path, ...]:
    """Every field or parameter that it names, in the order written."""
    if isinstance(condition, Compare):
        operands: tuple[Operand, ...] = (condition.left, condition.right)
        return tuple(operand for operand in operands if isinstance(operand, Path))
    if isinstance(condition, Among):
        return tuple(operand for operand in (condition.left, *condition.options) if isinstance(operand, Path))
    parts = (condition.inside,) if isinstance(condition, Not) else condition.parts
    return tuple(path for part in parts for path in paths(part))
