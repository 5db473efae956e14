"""The counts at the top of a ledger; each is a table whose rows and columns add up to everything that there is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefkit.hold import STRENGTH
from briefkit.ledger.rows import Count, FigureShown, Row
from briefkit.ledger.wording import HELD, STANDINGS, STATES, UNRECORDED, VERDICTS, WORKED_OUT

ALL = "All"


def counts(rows: Sequence[Row]) -> tuple[Count, ...]:
    """Claims by what they rest on and what reviewers said; figures by class of source and how they are held."""
    return (_claims(rows), _figures(rows))


def _claims(rows: Sequence[Row]) -> Count:
    pairs = Counter((row.state, row.standing) for row in rows)
    table = [(words, [pairs[state, one] for one in STANDINGS]) for state, words in STATES.items()]
    columns = (*(VERDICTS[one] for one in STANDINGS), ALL)
    return Count(
        caption="Sentences and table rows, by what they rest on and what reviewers found",
        columns=columns,
        rows=_summed(table),
    )


def _figures(rows: Sequence[Row]) -> Count:
    """Each figure once, by the class of the document in which its words were seen."""
    states = tuple(reversed(STRENGTH))
    figures = {one.address: one for row in rows for figure in row.figures for one in _flat(figure) if one.state}
    pairs = Counter((_class(one), one.state) for one in figures.values())
    classes = Counter(_class(one) for one in figures.values())
    order = sorted(classes, key=lambda name: (name in (WORKED_OUT, UNRECORDED), -classes[name], name))
    table = [(name, [pairs[name, state] for state in states]) for name in order]
    columns = (*(HELD[state] for state in states), ALL)
    return Count(
        caption="Figures, by class of source and by how their words are held", columns=columns, rows=_summed(table)
    )


def _class(figure: FigureShown) -> str:
    if figure.formula:
        return WORKED_OUT
    return figure.source.source_class if figure.source else UNRECORDED


def _flat(figure: FigureShown) -> Iterator[FigureShown]:
    yield figure
    for one in figure.inputs:
        yield from _flat(one)


def _summed(table: Iterable[tuple[str, list[int]]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The table with the sum of each row at its end and that of each column below."""
    rows = [(name, (*numbers, sum(numbers))) for name, numbers in table]
    width = len(rows[0][1]) if rows else 0
    return (*rows, (ALL, tuple(sum(numbers[at] for _, numbers in rows) for at in range(width))))
