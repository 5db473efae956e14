"""What an argument's picture rests on: its links one under the other, each with the claimant's words and the evidence.

It is a table of a special look: whoever reads tables (claims, ledger, manifest, CSV) reads chains. `charts.chain` draws it.
"""

from collections.abc import Collection, Iterator
from string import ascii_uppercase

from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.argument import Argument, Link
from briefkit.tables.beside import alone, cell_of
from briefkit.tables.fault import Fault
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table

COLUMNS = ("Link", "In the claimant's words", "Evidence for", "Evidence against", "No evidence")
"""What is said of each link, as the ledger and the CSV name it."""


def build(
    library: Library, argument_id: str, *, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The links of an argument, or the fault that stands in its way; neither when the argument is broken."""
    argument = library.record(argument_id)
    if not isinstance(argument, Argument):
        broken = argument is None and library.is_broken(argument_id)
        return None, [] if broken else [_no_argument(library, argument_id)]
    notes = Notes()
    first = notes.number(_claim(argument, library))
    rows = [
        Row(record=argument.id, cells=(_head(number, link), *_cells(argument, key, library, notes)))
        for number, (key, link) in enumerate(argument.links.items())
    ]
    # The claim is a note to the whole picture: hung on the first column, it stays the first of all notes.
    headers = [Column(key=one, header=one, notes=() if at else (first,)) for at, one in enumerate(COLUMNS)]
    columns, lines, texts = in_reading_order(headers, rows, tuple(notes.texts))
    name = _name(f"chain-{argument.id.replace('_', '-')}", taken)
    caption = caption or argument.title
    return Table(name=name, caption=caption, columns=columns, rows=lines, notes=texts, look="chain"), []


def _no_argument(library: Library, argument_id: str) -> Fault:
    """What to say of an id that no argument has."""
    record, known = library.record(argument_id), library.ids_of_kind("argument")
    there = "there is" if len(known) == 1 else "there are"
    other = f"{there} {listed(known, joint='and')}" if known else "add one to `evidence/arguments/`"
    message = f"there is no argument `{argument_id}`"
    if record is not None:
        message = f"`{argument_id}` is not an argument but a {record.kind.replace('_', ' ')}"
    return Fault(
        rule="table-record", message=message, help=did_you_mean(argument_id, known, other), written=argument_id
    )


def _claim(argument: Argument, library: Library) -> str:
    """The claim as a whole, and who makes it."""
    holders = library.vocabularies.holders
    names = [holders[one].name for one in argument.claimed_by if one in holders]
    made = f" Made by {' and '.join([', '.join(names[:-1]), names[-1]] if names[1:] else names)}." if names else ""
    return f"The claim: {argument.claim.rstrip('.')}.{made}"


def row_id(name: str, letter: str) -> str:
    """Where the text of a link stands on a page: the id of its element."""
    return f"link-{name}-{letter.lower()}"


def _head(number: int, link: Link) -> Cell:
    """The letter of a link, its cause and its effect."""
    letter = ascii_uppercase[number % 26] * (number // 26 + 1)
    parts = (Cell(text=link.cause), Cell(text=link.effect))
    return Cell(text=f"{link.cause} → {link.effect}", lead=letter, parts=parts)


def _cells(argument: Argument, key: str, library: Library, notes: Notes) -> Iterator[Cell]:
    """What is said of one link, in the order of COLUMNS after the first."""
    link: Link = argument.links[key]
    said = library.figure(f"{argument.id}.links.{key}.statement")
    yield Cell(text=alone(said, library), figure=said) if said else Cell(text="")
    for addresses in (link.for_, link.against):
        yield cell_of((("", address) for address in addresses), library, notes, absent="")
    yield Cell(text=link.none or "")


def _name(wanted: str, taken: Collection[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
