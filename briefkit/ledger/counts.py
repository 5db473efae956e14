"""The counts at the top of a ledger; each is a table whose rows and columns add up to everything that there is."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefkit.hold import STRENGTH
from briefkit.ledger.rows import CitedShown, Count, FigureShown, Row, every
from briefkit.ledger.wording import HELD, STANDINGS, STATES, UNRECORDED, VERDICTS, WORKED_OUT

ALL = "All"


def counts(rows: Sequence[Row]) -> tuple[Count, ...]:
    """Claims by what they rest on and what reviewers said; figures, and citations that somebody wrote, by class of source
    and how they are held.
    """
    cited = list(dict.fromkeys(one for row in rows for one in row.citations))
    return (_claims(rows), _figures(rows), *([_cited(cited)] if cited else []))


def _claims(rows: Sequence[Row]) -> Count:
    pairs = Counter((row.state, row.standing) for row in rows)
    table = [(words, [pairs[state, one] for one in STANDINGS]) for state, words in STATES.items()]
    columns = (*(VERDICTS[one] for one in STANDINGS), ALL)
    return Count(
        caption="Claims, by what they rest on and what reviewers found",
        columns=columns,
        rows=_summed(table),
    )


def _figures(rows: Sequence[Row]) -> Count:
    """Each figure once, by the class of the document in which its words were seen."""
    states = tuple(reversed(STRENGTH))
    figures = {one.address: one for row in rows for one in every(row.figures) if one.state}
    table = _by_class([(_class(one), one.state) for one in figures.values()], states)
    columns = (*(HELD[state] for state in states), ALL)
    return Count(
        caption="Figures, by class of source and by how their words are held", columns=columns, rows=_summed(table)
    )


def _cited(cited: Sequence[CitedShown]) -> Count:
    """Each citation that somebody wrote once, by the class of what it cites; one without words is never passed as found."""
    states = (*reversed(STRENGTH), "")
    table = _by_class([(_class(one), one.state) for one in cited], states)
    columns = (*(HELD[state] if state else "No words quoted" for state in states), ALL)
    return Count(
        caption="Citations in sentences, by class of source and by how their words are held",
        columns=columns,
        rows=_summed(table),
    )


def _by_class(things: Sequence[tuple[str, str]], states: Sequence[str]) -> list[tuple[str, list[int]]]:
    """A row for each class, that with most things first; what has no class of source comes last."""
    pairs = Counter(things)
    classes = Counter(name for name, _ in things)
    order = sorted(classes, key=lambda name: (name in (WORKED_OUT, UNRECORDED), -classes[name], name))
    return [(name, [pairs[name, state] for state in states]) for name in order]


def _class(one: FigureShown | CitedShown) -> str:
    if isinstance(one, FigureShown) and one.formula:
        return WORKED_OUT
    return one.source.source_class if one.source else UNRECORDED


def _summed(table: Iterable[tuple[str, list[int]]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The table with the sum of each row at its end and that of each column below."""
    rows = [(name, (*numbers, sum(numbers))) for name, numbers in table]
    width = len(rows[0][1]) if rows else 0
    return (*rows, (ALL, tuple(sum(numbers[at] for _, numbers in rows) for at in range(width))))
