"""Makes a comparison table out of what an officer asked for: the only door into this room besides `csv` and `width`."""

import re
from collections.abc import Collection, Mapping

from briefkit.library import Library
from briefkit.reader_words import humanised
from briefkit.tables.ask import ARGUMENTS, Ask, read
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Scope
from briefkit.tables.layout import Layout
from briefkit.tables.scopes import KINDS, kind_of, records, scopes
from briefkit.tables.select import select
from briefkit.tables.table import Table
from briefkit.tables.width import split, turned

MOST_ROWS = 500
_LONGEST_NAME = 60


def build(
    kind: object,
    library: Library,
    *,
    parameters: Mapping[str, str] | None = None,
    taken: Collection[str] = (),
    **arguments: object,
) -> tuple[Table | None, list[Fault]]:
    """The table, or the faults that stand in its way.

    `arguments` are those of `ask.ARGUMENTS`, as the officer wrote them; `parameters` are the brief's, for conditions;
    `taken` are names of tables that the brief already has. Without table and faults, every record asked for is broken.
    """
    ask, faults = read(arguments)
    chosen = kind_of(kind)
    if isinstance(chosen, Fault):
        return None, [chosen, *faults]
    rows, left_out, more = _rows(library, chosen, ask, parameters or {})
    layout = Layout(library, chosen, ask, rows)
    faults += [*more, *_name_faults(ask, taken), *(layout.fill() if rows else [])]
    if not rows or not layout.lines:
        return None, faults
    order = layout.order()
    if isinstance(order, Fault):
        return None, [*faults, order]
    if faults:
        return None, faults
    written = layout.write(*order, left_out)
    if isinstance(written, Fault):
        return None, [written]
    columns, lines, notes = written
    table = Table(
        name=_name(ask, chosen, taken),
        caption=ask.caption or humanised(KINDS[chosen]),
        columns=columns,
        rows=lines,
        notes=notes,
        grouped_by=layout.header(ask.group, []) if ask.group else "",
    )
    return turned(table), []


def _rows(
    library: Library, kind: str, ask: Ask, parameters: Mapping[str, str]
) -> tuple[list[Scope], list[str], list[Fault]]:
    """What the rows are about, notes on what was left out, and faults."""
    ids, faults = records(library, kind, ask.ids)
    found, more = scopes(library, kind, ask, ids)
    faults += more
    if len(found) > MOST_ROWS:
        message = f"this table would have more than {MOST_ROWS} rows"
        faults.append(Fault(rule="table-argument", message=message, help="choose fewer records with `where` or `ids`"))
    if not library.ids_of_kind(kind) and ask.ids is None and not _any_broken(library):
        message = f"there is no {kind.replace('_', ' ')} yet"
        faults.append(Fault(rule="table-empty", message=message, help=f"add one to `evidence/{KINDS[kind]}/`"))
    if not ask.where or not found or faults:
        return ([] if faults else found), [], faults
    return select(library, kind, found, ask.where, parameters)


def _any_broken(library: Library) -> bool:
    """Whether a record could not be read: it may be of the kind that seems to have none, and has its own problem."""
    return any("." not in address for address in library.broken)


def _slug(text: str) -> str:
    """Words as a file name: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold())[:_LONGEST_NAME].strip("-")


def _name(ask: Ask, kind: str, taken: Collection[str]) -> str:
    """The table's name: as given, else from its caption or kind, with a number if the brief has that name already."""
    name = ask.name or _slug(ask.caption) or KINDS[kind]
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique


def _name_faults(ask: Ask, taken: Collection[str]) -> list[Fault]:
    """What is wrong with a name that was given."""
    if ask.name and ask.name != _slug(ask.name):
        way = f"write `{_slug(ask.name)}`" if _slug(ask.name) else "use small letters, digits and hyphens"
        return [Fault(rule="table-name", message=f"`{ask.name}` cannot be a file name", help=way, written=ask.name)]
    if ask.name and ask.name in taken:
        message = f"two tables of this brief are named `{ask.name}`"
        return [Fault(rule="table-name", message=message, help="give one of them another name", written=ask.name)]
    return []


__all__ = ["ARGUMENTS", "build", "split"]
