"""What a table has rows about. Which records a condition chooses is one question to the base, answered once for every
brief that asks it, so that such a brief depends on the answer and not on each field of each record that was looked at.
"""

import json
from collections.abc import Mapping

from briefkit.library import Library
from briefkit.tables.ask import Ask
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Scope
from briefkit.tables.scopes import KINDS, records, scopes
from briefkit.tables.select import select

MOST_ROWS = 500
Rows = tuple[list[Scope], list[str], list[Fault]]
"""What the rows are about, notes on what was left out, and faults."""


def rows_of(library: Library, kind: str, ask: Ask, parameters: Mapping[str, str]) -> Rows:
    """The rows of a table; `parameters` are those of the brief, for conditions."""
    if ask.ids is not None and not ask.where:
        return _rows(library, kind, ask, parameters)
    given = {
        "kind": kind,
        "ids": ask.ids,
        "where": ask.where,
        "outcome": ask.outcome,
        "each": ask.each,
        "arms": {header: list(terms) for header, terms in ask.arms.items()},
        "parameters": {name: value if name in ask.where else "" for name, value in parameters.items()},
    }
    found, notes, faults = library.chosen(chosen, kind, ask.where, json.dumps(given))
    return list(found), list(notes), list(faults)


def chosen(library: Library, given: str) -> Rows:
    """The same from words alone, so that it can be asked again of the base of another day."""
    asked = json.loads(given)
    ask = Ask(
        ids=None if asked["ids"] is None else tuple(asked["ids"]),
        where=asked["where"],
        outcome=asked["outcome"],
        each=asked["each"],
        arms={header: tuple(terms) for header, terms in asked["arms"].items()},
    )
    return _rows(library, asked["kind"], ask, asked["parameters"])


def _rows(library: Library, kind: str, ask: Ask, parameters: Mapping[str, str]) -> Rows:
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
