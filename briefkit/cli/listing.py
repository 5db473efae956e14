"""`list`: records and their figures, with the text to paste into a brief."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefkit.cli.arguments import Asked
from briefkit.cli.new import kind_of
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.pipeline.reading import read_library
from briefkit.values.words import disagreement, plain
from briefkit.values.write import full, short

if TYPE_CHECKING:
    from briefkit.records.record import Record

Entry = list[str]
"""The lines of one record, the first of which names it."""


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """List what there is of a kind, or say that nothing fits."""
    if not asked.words:
        stop(f"write what to list, as in: {PROGRAM} list programmes")
    name, *words = asked.words
    tree = project.tree()
    library, problems = read_library(tree)
    entries = [entry for entry in _entries(name, library) if _fits(entry, words)]
    for entry in entries:
        screen.say("\n".join(entry) + "\n")
    if not entries:
        screen.tell(f"nothing is listed: no {name} with {' and '.join(words)}" if words else f"there are no {name} yet")
    if library.broken:
        screen.tell(f"left out because of mistakes in them: {', '.join(sorted(library.broken))}")
        screen.tell(f"`{PROGRAM} check` shows {'the mistake' if len(problems) == 1 else 'them'}")
    return 0


def _entries(name: str, library: Library) -> Iterable[Entry]:
    if name in ("reference", "references"):
        return [_reference(key, library) for key in sorted(library.references)]
    return [_record(record, library) for record in library.of_kind(kind_of(name).kind)]


def _fits(entry: Entry, words: list[str]) -> bool:
    """True when every word occurs somewhere in it."""
    text = "\n".join(entry).casefold()
    return all(word.casefold() in text for word in words)


def _record(record: "Record", library: Library) -> Entry:
    """A record and its figures: what each says, where from, what to paste."""
    figures = [figure for figure in library.figures.values() if figure.record == record.id]
    lines = [f"{record.id}  {record.title}", f"  evidence/{record.folder}/{record.id}.yaml"]
    for figure in figures:
        lines += [
            f"  {figure.label}: {full(figure, library.vocabularies.units)}{_source(figure)}",
            f"    {paste(figure, library)}",
        ]
    return lines


def _source(figure: Figure) -> str:
    """Where it comes from, in short."""
    if figure.derivation:
        return f"  = {figure.derivation.formula}"
    at = f", {figure.at}" if figure.at else ""
    return f"  [{'; '.join(figure.cite)}{at}]" if figure.cite else ""


def paste(figure: Figure, library: Library) -> str:
    """The text that puts a figure into a brief: in short, unless the unit is needed."""
    units = library.vocabularies.units
    forms = (short(figure, units), full(figure, units))
    words = next((form for form in forms if disagreement(plain(form), figure, "", units) is None), forms[0])
    return f"[{words}]{{={library.short_address(figure.address)}}}"


def _reference(key: str, library: Library) -> Entry:
    """A reference and the text that cites it."""
    reference = library.references[key]
    year = f" ({reference.year})" if reference.year else ""
    return [f"{key}  {reference.title}{year}", f"  [@{key}]"]
