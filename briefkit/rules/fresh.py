"""Whether an old count says how old it is, where it is read."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.rules.wording import said
from briefkit.rules.wording_results import inputs_of
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values import Date, Missing, Words
from briefkit.values.dates import last_day

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def undated_count(brief: Brief, library: Library) -> Iterator[Problem]:
    """A count of something that changes, older than `fresh_months`, whose year stands nowhere near it."""
    for sentence in said(brief):
        years = _years(f"{sentence.text} {sentence.beside}")
        for mark in sentence.marks:
            counted = _old(mark.use.figure, brief, library)
            if counted and not years & _own_years(counted) and mark.use.form != "year":
                yield _problem(mark.use.shown, counted, mark.use.where)
    for table in brief.tables:
        yield from _in_table(table, brief, library)


def _in_table(table: Table, brief: Brief, library: Library) -> Iterator[Problem]:
    above = table.caption if isinstance(table.caption, str) else ""
    for row in table.rows:
        whole = " ".join(cell.text for cell in row.cells)
        for column, cell in _leaves(table, row):
            counted = _old(cell.figure, brief, library) if cell.figure and not cell.missing else None
            if counted and not _years(f"{above} {column.heading} {whole}") & _own_years(counted):
                yield _problem(cell.text, counted, table.where)


def _leaves(table: Table, row: Row) -> Iterator[tuple[Column, Cell]]:
    for column, cell in zip(table.columns, row.cells, strict=False):
        yield from ((column, leaf) for leaf in cell.leaves)


def _old(figure: Figure, brief: Brief, library: Library) -> Figure | None:
    """The figure, or one that it is made from, that has to say when it was so."""
    for one in inputs_of(figure, library):
        end = one.as_of or (one.period.end if one.period else None)
        if end is None or isinstance(one.value, Missing | Words | Date):
            continue
        year, month, _ = last_day(end)
        today: Date = brief.front.date
        now = last_day(today)
        if (now[0] - year) * 12 + now[1] - month > library.fresh_months:
            return one
    return None


def _problem(shown: str, figure: Figure, where: Where) -> Problem:
    own = max(_own_years(figure))
    message = f"`{shown}` is of {own}, which the words beside it do not say"
    return Problem(where, "undated-count", message, f"add the year: `in {own}`")


def _years(text: str) -> set[int]:
    return {int(found) for found in _YEAR.findall(text)}


def _own_years(figure: Figure) -> set[int]:
    if figure.period:
        return {figure.period.start.year, figure.period.end.year}
    return {figure.as_of.year} if figure.as_of else set()
