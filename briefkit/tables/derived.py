"""Columns that a formula makes of other fields, row by row: worked out as any derived figure of the base is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefkit.derive import Pending, derive
from briefkit.derive.formula import names, read_formula
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.figure_form import FigureForm
from briefkit.tables import fields
from briefkit.tables.ask import ColumnAsk
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Content, Scope
from briefkit.values import fault as values_fault

_LONGEST = 2000


def derived(library: Library, kind: str, column: ColumnAsk, scopes: Sequence[Scope]) -> list[Content | None] | Fault:
    """The formula's result for each row; nothing where the row's record does not have one of its inputs."""
    term = read_formula(column.formula)
    if isinstance(term, values_fault.Fault):
        return Fault(
            rule=term.rule,
            message=term.message,
            help=term.help,
            written=column.formula,
            offset=term.offset,
            length=term.length,
        )
    inputs = names(term)
    for name in inputs:
        fault = None if library.figure(name.text) else fields.fault(library, kind, scopes, name.text)
        if fault:
            return replace(fault, written=column.formula, offset=name.offset, length=len(name.text))
    return _rows(library, column, scopes, [name.text for name in inputs])


def _rows(
    library: Library, column: ColumnAsk, scopes: Sequence[Scope], inputs: Sequence[str]
) -> list[Content | None] | Fault:
    """One result a row, or the first row's fault."""
    out: list[Content | None] = []
    for scope in scopes:
        if any(fields.content(library, scope, name) is None and not library.figure(name) for name in inputs):
            out.append(None)
            continue
        figure = _figure(library, column, scope)
        if isinstance(figure, Fault):
            return figure
        out.append(Content(figure=figure, view=figure) if figure else None)
    return out


def _figure(library: Library, column: ColumnAsk, scope: Scope) -> Figure | Fault | None:
    """One row's result; None where an input is broken and has its own problem."""
    key = re.sub(r"[^a-z0-9]+", "_", column.header.casefold()).strip("_") or "derived"
    # A key of its own, so that a figure of the record that has the same name stays what it is.
    address = ".".join([scope.record, *scope.prefixes[:1], f"table_{key}"])
    form = FigureForm(
        formula=column.formula,
        round=None if column.places is None else str(column.places),
        assumes=column.assumes[:_LONGEST] or None,
    )
    where = Where("", 1, 1, len(column.formula))
    made = derive([Pending(address=address, record=scope.record, label=column.header, form=form, where=where)], library)
    if made.problems:
        return _fault(made.problems[0], column, scope)
    return made.figures.get(address)


def _fault(problem: Problem, column: ColumnAsk, scope: Scope) -> Fault:
    """What is wrong with the formula, in one row."""
    return Fault(
        rule=problem.rule,
        message=f"{problem.message} (in `{scope.record}`)",
        help=problem.help,
        written=column.formula,
        offset=problem.where.column - 1,
        length=problem.where.length,
    )
