"""What a brief can call to show more than one figure: each function with its maker, what it takes and how it is written.

A new table or picture is one line here. All makers take the library, the addresses that were given and what was named, and
answer with a table or with the faults that stand in its way.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefkit.library import Library
from briefkit.problems import listed
from briefkit.tables import chain
from briefkit.tables.fault import Fault as TableFault
from briefkit.tables.table import Table
from briefkit.values.fault import Fault

Made = tuple[Table | None, list[TableFault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """One function."""

    make: Callable[..., Made]
    """Called as `make(library, *addresses, taken=names of tables, **options)`."""
    takes: str
    """What it takes, for a message: `the id of one argument, in quotation marks`."""
    example: str
    fewest: int = 1
    most: int = 1
    """How many addresses."""
    options: Mapping[str, type] = field(default_factory=lambda: {"caption": str})
    """Arguments with names, and what each must be."""


MAKERS: Mapping[str, Maker] = {
    "chain": Maker(
        make=chain.build, takes="the id of one argument, in quotation marks", example='{{ chain("why_crime_falls") }}'
    ),
}


def made(
    function: str, given: tuple[Any, ...], named: Mapping[str, Any], library: Library, taken: Collection[str]
) -> Made | Fault:
    """What a call comes to; a Fault when it was not called as it should be."""
    maker = MAKERS[function]
    strange = any(name not in maker.options for name in named) or not all(isinstance(one, str) for one in given)
    if strange or not maker.fewest <= len(given) <= maker.most:
        return _fault(function, f"takes {maker.takes}{_beside(maker)}")
    for name, value in named.items():
        if not isinstance(value, maker.options[name]) or (isinstance(value, list) and not _texts_only(value)):
            return _fault(function, f"needs {_WORDS[maker.options[name]]} as `{name}=`")
    return maker.make(library, *given, taken=taken, **named)


_WORDS = {str: "words in quotation marks", list: "a list of words", int: "a whole number", bool: "`true` or `false`"}


def _texts_only(value: list[Any]) -> bool:
    return all(isinstance(one, str) for one in value)


def _beside(maker: Maker) -> str:
    names = listed((f"{name}=" for name in maker.options), joint="or") if maker.options else ""
    return f", and perhaps {names}" if names else ""


def _fault(function: str, message: str) -> Fault:
    return Fault("expression-call", f"`{function}` {message}", f"write `{MAKERS[function].example}`")
