"""Makes a comparison table out of what an officer asked for: the only door into this room besides `csv` and `width`."""

import re
from collections.abc import Collection, Mapping

from briefkit.library import Library
from briefkit.reader_words import humanised
from briefkit.tables.ask import ARGUMENTS, Ask, read
from briefkit.tables.fault import Fault
from briefkit.tables.layout import Layout
from briefkit.tables.rows import rows_of
from briefkit.tables.scopes import KINDS, kind_of
from briefkit.tables.table import Table
from briefkit.tables.width import split, turned

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
    rows, left_out, more = rows_of(library, chosen, ask, parameters or {})
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
