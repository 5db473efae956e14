"""The texts among the arguments of `table(...)` that a reader sees: caption, headers, units, what a formula assumes."""

import re
from collections.abc import Callable, Iterator

from briefkit.expressions.origin import Origin
from briefkit.problems import Where
from briefkit.tables.table import Table

_LITERAL = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'")
Place = Callable[[int, int], Where]


def shown_texts(source: str, where: Where, table: Table) -> Iterator[tuple[str, Place]]:
    """Each such text as it is written in the expression, and how its parts are found in the file."""
    origin = Origin(source, where.file, where.line, where.column)
    heads = {table.caption, *(text for column in table.columns for text in (column.header, column.unit))}
    for match in _LITERAL.finditer(source):
        text = match[1] or match[2] or ""
        if text in heads or (" " in text and any(text in note for note in table.notes)):
            yield text, _placed(origin, match.start() + 1)


def _placed(origin: Origin, start: int) -> Place:
    return lambda inside, length: origin.where(start + inside, length)
