"""Break-even by payer: who pays, where the saving arises, how far it would have to go and how far it went, from cost records."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.cost import BreakEven, Cost
from briefkit.tables.asked import free_name
from briefkit.tables.beside import alone, figure_notes
from briefkit.tables.fault import Fault
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values import Missing, Number
from briefkit.values.write import short

WHOLE = Decimal(100)
NOT_REPORTED = "not reported"
PAYERS = ("health payer", "provider", "public purse", "society", "not_reported")
"""Groups of rows, from the narrowest account to the widest."""
HOW = (
    "It must fall by: what is paid, divided by what the saving comes out of. It fell by: the saving found, divided by the "
    "same. Covers: the saving found, divided by what is paid."
)
UNDATED = "The source reports no price year."
HEADS = ("Study", "Pays", "The saving is on", "It must fall by", "It fell by", "The saving found covers")


def build(
    library: Library, *ids: str, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The accounts of these cost records, payer by payer; or the faults that stand in the way, neither where all is broken."""
    notes, rows, faults = Notes(), [], []
    first = notes.number(HOW)
    for record_id in dict.fromkeys(ids):
        record = library.record(record_id)
        if isinstance(record, Cost) and record.break_even:
            rows += [
                Row(
                    record=record.id,
                    cells=tuple(_cells(record, key, entry, library, notes)),
                    group=_payer(entry),
                )
                for key, entry in record.break_even.items()
            ]
        elif record is not None or not library.is_broken(record_id):
            faults.append(_no_account(library, record_id))
    if faults or not rows:
        return None, faults
    rows.sort(key=lambda row: [_words(payer) for payer in PAYERS].index(row.group))
    heads = [
        Column(key=head, header=head, notes=(first,) if at == 3 else (), align="right" if at > 2 else "left")
        for at, head in enumerate(HEADS)
    ]
    columns, kept, texts = in_reading_order(heads, rows, tuple(notes.texts))
    return Table(
        name=free_name("break-even", taken),
        caption=caption or "Break-even, payer by payer",
        columns=columns,
        rows=kept,
        notes=texts,
        grouped_by="Payer",
    ), []


def _no_account(library: Library, record_id: str) -> Fault:
    known = [one.id for one in library.of_kind("cost") if isinstance(one, Cost) and one.break_even]
    there = isinstance(library.record(record_id), Cost)
    message = f"`{record_id}` has no `break_even:`" if there else f"there is no cost `{record_id}`"
    way = f"these have: {', '.join(sorted(known))}" if known else "give a cost record the field `break_even:`"
    return Fault(rule="table-record", message=message, help=way, written=record_id)


def _payer(entry: BreakEven) -> str:
    return _words(entry.payer)


def _words(payer: str) -> str:
    return payer.replace("_", " ").capitalize()


def _cells(record: Cost, key: str, entry: BreakEven, library: Library, notes: Notes) -> Iterator[Cell]:
    """What is said of one account, in the order of HEADS."""
    caveat = (notes.number(f"{entry.caveat.rstrip('.')}."),) if entry.caveat else ()
    yield Cell(text=record.name, notes=caveat)
    pays, out_of, saved = (_amount(record, name, library) for name in (entry.pays, entry.out_of, entry.saved))
    yield _cell(pays, library, notes)
    named = Cell(text=entry.saves_on or NOT_REPORTED, missing=not entry.saves_on)
    counted = [
        _cell(replace(one, per=None), library, notes, lead, whole=one)
        for one, lead in ((out_of, "without"), (saved, "saved"))
        if one
    ]
    text = "; ".join([named.text, *(f"{one.lead}: {one.text}" for one in counted)])
    yield Cell(text=text, parts=(named, *counted)) if counted else named
    shares = {
        name: library.figures.get(f"{record.id}.break_even.{key}.{name}") for name in ("needed", "fell", "covered")
    }
    for name, share in shares.items():
        yield _share(name, share, library)


def _amount(record: Cost, name: str | None, library: Library) -> Figure | None:
    return (library.figure(f"{record.id}.{name}") or library.figure(name)) if name else None


def _cell(view: Figure | None, library: Library, notes: Notes, lead: str = "", whole: Figure | None = None) -> Cell:
    """An amount; of one that is counted as the first of its row is, `view` leaves that out and `whole` has it."""
    figure = whole or view
    if view is None or figure is None or isinstance(view.value, Missing):
        return Cell(text=NOT_REPORTED, missing=True, figure=figure, lead=lead)
    undated = view.price_year is not None and view.price_year.year is None
    text = alone(replace(view, price_year=None) if undated else view, library)
    first = undated and whole is None  # said once a row
    told = (*((notes.number(UNDATED),) if first else ()), *figure_notes(figure, notes))
    return Cell(text=text, figure=figure, notes=tuple(sorted(told)), lead=lead)


def _share(name: str, share: Figure | None, library: Library) -> Cell:
    """One share; of what would have to go, that it cannot where it is more than there is."""
    if share is None or isinstance(share.value, Missing):
        return Cell(text=NOT_REPORTED, missing=True)
    text = short(share, library.vocabularies.units)
    beyond = name == "needed" and isinstance(share.value, Number) and share.value.value > WHOLE
    return Cell(text=text, figure=share, lead="more than all of it" if beyond else "")
