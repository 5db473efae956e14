"""All citations of a brief in the order of its page: styles number and tell apart by what comes first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from briefkit.brief import Brief, CitationGroup
from briefkit.tables.table import Table


def groups_of(brief: Brief) -> list[CitationGroup]:
    """The citations of title, question, answer and body, its tables and footnotes included, as they will be painted."""
    tokens = [*brief.title, *brief.question, *brief.answer, *brief.tokens]
    return list(_groups(tokens, brief))


def _groups(tokens: Iterable[Any], brief: Brief) -> Iterator[CitationGroup]:
    for token in tokens:
        noun = token.meta.get("noun")
        if isinstance(noun, CitationGroup):
            yield noun
        elif isinstance(noun, Table):
            for figure in noun.figures:
                if figure.address in brief.figure_citations:
                    yield in_cell(brief.figure_citations[figure.address])
        else:
            yield from _groups(token.children or [], brief)


def in_cell(group: CitationGroup) -> CitationGroup:
    """The works alone: in a cell there is no room for more, and the note under the table has the places."""
    works = {one.key: replace(one, locator="") for one in group.citations}
    return replace(group, citations=tuple(works.values()), gathered=True)
