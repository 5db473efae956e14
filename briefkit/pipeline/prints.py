"""What is made of a brief's page for print: a PDF and a Word file, with the data of its tables inside and beside them."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.pdf import Attached
from briefkit.pipeline.marking import mark_of
from briefkit.pipeline.parts import Printer, Wanted
from briefkit.problems import Problem, Where
from briefkit.tables.csv import csv_text
from briefkit.tables.table import Table
from briefkit.values.dates import write_date


def sheets_of(brief: Brief, library: Library) -> list[Attached]:
    """The data of a brief's tables, as files that lie beside its pages and inside its PDF."""
    dated = write_date(brief.front.date)
    return [
        Attached(f"tables/{table.name}.csv", csv_text(table, library).encode(), _caption(table), dated)
        for table in brief.tables
    ]


def _caption(table: Table) -> str:
    return f"{table.caption} (part {table.part} of {table.parts})" if table.parts > 1 else table.caption


def print_files(slug: str, wanted: Wanted) -> tuple[str, ...]:
    """Names of the prints that are wanted of a brief."""
    return tuple(f"{slug}.{ending}" for ending in wanted.printers)


def prints(
    text: str,
    assets: Mapping[str, bytes],
    where: Where,
    sheets: Sequence[Attached],
    printers: Mapping[str, Printer],
) -> tuple[dict[str, bytes], list[Problem]]:
    """What each printer makes of a print page, by ending, and what they say, each thing once."""
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    for ending, printer in printers.items():
        data, said = printer(text, assets, where, sheets)
        made |= {ending: data} if data is not None else {}
        problems += said
    return made, list(dict.fromkeys(problems))


def print_mark(text: str, assets: Mapping[str, bytes], sheets: Sequence[Attached]) -> bytes:
    """A mark of everything that prints are made from."""
    found = blake2b(text.encode(), digest_size=20)
    for name in sorted(assets):
        found.update(name.encode() + blake2b(assets[name], digest_size=20).digest())
    for sheet in sheets:
        found.update(mark_of(sheet))
    return found.digest()
