"""Break-even by payer: how far a cost elsewhere has to fall before a treatment pays for itself, from what cost records say.

A record names who pays, what is paid, and what the saving comes out of. The shares are worked out here, by the arithmetic of
every other formula, so that units, times and price years that do not go together are refused as they are there.
"""

from collections.abc import Iterator

from briefkit.derive import Pending, derive
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import BreakEven, Cost
from briefkit.records.figure_form import FigureForm

SHARES = (
    ("needed", "pays", "out_of", "Share of it that would have to go to break even"),
    ("fell", "saved", "out_of", "Share of it that went"),
    ("covered", "saved", "pays", "Share of what is paid that the saving found covers"),
)
"""Name of each share, what is divided by what, and what readers call it."""


def break_even(record: Cost, key: str, entry: BreakEven, library: Library) -> Iterator[Figure | Problem]:
    """Every share that one payer's account comes to, and what stands in its way."""
    found: dict[str, Figure | None] = {}
    for part, name in (("pays", entry.pays), ("out_of", entry.out_of), ("saved", entry.saved)):
        found[part] = amount_of(record, name, library) if name else None
        if name and found[part] is None and not library.is_broken(name):
            where = record.place_of("break_even", key, part)
            way = library.suggest(name) or "name a figure of this record, or give the whole address"
            yield Problem(where, "unknown-figure-address", f"there is no figure `{name}`", way)
    for name, above, below, label in SHARES:
        one, other = found[above], found[below]
        if one is None or other is None:
            continue
        form = FigureForm(
            formula=f"{_term(record, one, library)} / {_term(record, other, library)} * 100",
            unit="percent",
            round=entry.round,
            assumes=entry.assumes,
            label=label,
        )
        where = record.place_of("break_even", key, above)
        fault = _unlike(one, other)
        if fault:
            yield Problem(where, "break-even-unlike", *fault)
            return
        address = f"{record.id}.break_even.{key}.{name}"
        made = derive([Pending(address, record.id, label, form, where)], library)
        yield from made.problems
        yield from made.figures.values()


def _term(record: Cost, figure: Figure, library: Library) -> str:
    """The figure in a formula: of one that was worked out in this record its own formula, so that nothing is rounded twice."""
    if figure.record == record.id and figure.derivation is not None and ".break_even." not in figure.address:
        return f"({figure.derivation.formula})"
    return library.short_address(figure.address)


def amount_of(record: Cost, name: str, library: Library) -> Figure | None:
    """The figure that a name stands for: of the record itself, or else at that whole address."""
    return library.figure(f"{record.id}.{name}") or library.figure(name)


def _unlike(one: Figure, other: Figure) -> tuple[str, str] | None:
    """Message and way out for two amounts that no share can be made of."""
    for what, mine, theirs in (("in", one.unit, other.unit), ("per", one.per, other.per)):
        if mine != theirs:
            told = " and ".join(f"{what} {said}" if said else "a bare sum" for said in (mine, theirs))
            return (
                f"`{one.label}` and `{other.label}` are {told}",
                "set amounts of one money against each other, counted by the same",
            )
    return None
