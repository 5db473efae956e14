"""Which files a brief is made from, for the manifest and for whoever asks what a change touches."""

from collections.abc import Iterable

from briefkit import manifest
from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.sources.lock import lock_file
from briefkit.verdicts.reading import file_of_brief, file_of_source

EVERYWHERE = (
    "evidence/outcomes.yaml",
    "evidence/terms.yaml",
    "evidence/holders.yaml",
    "pyproject.toml",
    "evidence/waivers.yaml",
)
"""Names, units and settings may stand behind every word of a page; waivers behind what a draft says of itself."""

DESK = "templates/desk/"
"""Looks of the web desk, in which no page of a brief has a part."""


def reads(brief: Brief, library: Library, tree: Tree) -> list[str]:
    """Every file that the brief rests on, sorted."""
    looks = {path for path in tree.texts if path.startswith("templates/") and not path.startswith(DESK)}
    found = {brief.file, *EVERYWHERE, *looks}
    for figure in with_inputs(manifest.used(brief).values(), library):
        found.add(figure.where.file)
        for key in (*figure.cite, *([figure.via] if figure.via else [])):
            found |= _of_source(key, tree)
        found.add(file_of_source(figure.via or next(iter(figure.cite), "")))
    found.add(file_of_brief(brief.slug))
    for table in brief.tables:
        rows = [library.record(row.record) for row in table.rows]
        found |= {record.where.file for record in rows if record is not None}
    for key in brief.cited:
        found |= _of_source(key, tree)
        if key in library.references:
            found.add(library.references[key].where.file)
    copies = {copy.file for copy in tree.snapshots.values()}
    return sorted(found & {*tree.texts, *tree.binaries, *copies})


def _of_source(key: str, tree: Tree) -> set[str]:
    """What is said of a source, what was found in it, and the copy in which that was."""
    copy = tree.snapshots.get(key)
    return {f"evidence/sources/{key}.yaml", lock_file(key), *([copy.file] if copy else [])}


def with_inputs(figures: Iterable[Figure], library: Library) -> Iterable[Figure]:
    """The figures and all that they are derived from, however far."""
    waiting = list(figures)
    seen: set[str] = set()
    while waiting:
        figure = waiting.pop()
        if figure.address not in seen:
            seen.add(figure.address)
            inputs = figure.derivation.inputs if figure.derivation else ()
            waiting += [library.figures[address] for address in inputs if address in library.figures]
            yield figure
