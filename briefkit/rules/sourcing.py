"""Every figure says where it comes from, in words that can be found there again."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.search import Search
from briefkit.records.synthesis import Synthesis
from briefkit.values import Missing


def figure_without_citation(library: Library, _today: date) -> Iterator[Problem]:
    """Figures that name no reference, themselves or through their record: one problem a record, since one line mends all."""
    way = "add `cite:` with a reference key: at the top of the record for all its figures, or to one figure"
    without = [figure for figure in _sourced(library) if not figure.cite]
    for _, group in groupby(without, key=lambda figure: figure.record):
        first, *more = sorted(group, key=lambda figure: figure.where)
        rest = f" and {len(more)} more figure{'s' if len(more) > 1 else ''} of this record" if more else ""
        message = f"`{_path(first)}`{rest} {'have' if more else 'has'} no source"
        yield Problem(first.where, "figure-without-citation", message, way)


def quote_missing(library: Library, _today: date) -> Iterator[Problem]:
    """A figure whose source is named, but not the words in it."""
    for figure in _sourced(library):
        if figure.cite and figure.quote is None:
            way = f'add the words of `{figure.cite[0]}` that bear it, between straight marks: `"…"`'
            yield Problem(figure.where, "quote-missing", f"`{_path(figure)}` has no quotation", way)


def _sourced(library: Library) -> Iterator[Figure]:
    """The figures that come from a source: not those derived, not there, or counted by ourselves."""
    ours = {
        record.id
        for record in library.records.values()
        if isinstance(record, Search | Synthesis) and not record.published
    }
    for figure in library.figures.values():
        if figure.derivation is None and not isinstance(figure.value, Missing) and figure.record not in ours:
            yield figure


def _path(figure: Figure) -> str:
    return figure.address.partition(".")[2]
