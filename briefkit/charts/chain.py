"""An argument as a picture: what is said to lead to what, and on each link how much evidence speaks for it and against it.

The words of its claimants and every piece of evidence stand in its table (`tables.chain`); the picture counts what stands
there, and weighs nothing.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefkit.charts.chain_drawing import draw
from briefkit.charts.chain_evidence import Step
from briefkit.charts.drawing import Picture
from briefkit.charts.naming import in_row
from briefkit.charts.paper import too_tall
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.tables import chain
from briefkit.tables.fault import Fault
from briefkit.tables.table import Cell, Row, Table

MOST = 26
"""Links in one picture: as many as there are letters."""
SMALLER = "take the argument apart: a record for each part of it"
STATES = {
    "for": "only supporting evidence",
    "both": "evidence on both sides",
    "against": "only opposing evidence",
    "none": "no evidence",
}


def build(
    library: Library, argument_id: str, *, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The picture of an argument, or the fault that stands in its way; neither when the argument is broken."""
    table, faults = chain.build(library, argument_id, taken=taken)
    if table is None:
        return None, faults
    if len(table.rows) > MOST:
        message = f"a picture holds {MOST} links at most, and this argument has {len(table.rows)}"
        return None, [Fault(rule="table-argument", message=message, help=SMALLER)]
    steps = [_step(row, table.name) for row in table.rows]
    said = f"{table.caption.rstrip('.')}: {finding(steps)}."
    picture = Picture(wide=draw(steps, narrow=False), narrow=draw(steps, narrow=True), alt=_alt(said, steps))
    if faults := too_tall(picture, SMALLER):
        return None, faults
    return replace(table, caption=caption or said, picture=picture), []


def _step(row: Row, name: str) -> Step:
    """A link as it is drawn, from the row that tells of it."""
    head, _, for_, against, none = row.cells
    cause, effect = (part.text for part in head.parts)
    return Step(
        letter=head.lead,
        cause=cause,
        effect=effect,
        for_=_seen(for_),
        against=_seen(against),
        none=bool(none.text),
        row=chain.row_id(name, head.lead),
    )


def _seen(cell: Cell) -> tuple[Figure | None, ...]:
    """What a cell shows, without what nobody has reported."""
    return tuple(part.figure for part in cell.parts if not part.missing)


def finding(steps: Sequence[Step]) -> str:
    """How many links have evidence on which side: `of 3 links, 1 has only supporting evidence and 2 have no evidence`."""
    counted = Counter(_state(one) for one in steps)
    if len(steps) == 1:
        return f"its only link has {STATES[_state(steps[0])]}"
    if set(counted) == {"none"}:
        return f"none of its {len(steps)} links has evidence"
    if len(counted) == 1:
        return f"{'both' if len(steps) == 2 else f'all {len(steps)}'} links have {STATES[_state(steps[0])]}"
    parts = [
        f"{counted[state]} {'has' if counted[state] == 1 else 'have'} {words}"
        for state, words in STATES.items()
        if counted[state]
    ]
    return f"of {len(steps)} links, {in_row(parts)}"


def _state(step: Step) -> str:
    if step.for_:
        return "both" if step.against else "for"
    return "against" if step.against else "none"


def _alt(said: str, steps: Sequence[Step]) -> str:
    """The finding, and what is drawn link by link."""
    links = "; ".join(f"{one.letter}, {one.cause} → {one.effect}: {one.said}" for one in steps)
    return f"{said} Chain of causes: {links}."
