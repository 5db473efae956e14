"""Which files a brief is made from, for the manifest and for whoever asks what a change touches."""

from collections.abc import Iterable

from briefkit import manifest
from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.figure import Figure
from briefkit.library import Library

EVERYWHERE = ("evidence/outcomes.yaml", "evidence/terms.yaml", "evidence/holders.yaml", "pyproject.toml")
"""Names, units and settings may stand behind every word of a page."""


def reads(brief: Brief, library: Library, tree: Tree) -> list[str]:
    """Every file that the brief rests on, sorted."""
    found = {brief.file, *EVERYWHERE, *(path for path in tree.texts if path.startswith("templates/"))}
    for figure in _with_inputs(manifest.used(brief).values(), library):
        found.add(figure.where.file)
        found |= {f"evidence/sources/{key}.yaml" for key in figure.cite}
    for table in brief.tables:
        rows = [library.record(row.record) for row in table.rows]
        found |= {record.where.file for record in rows if record is not None}
    for key in brief.cited:
        found.add(f"evidence/sources/{key}.yaml")
        if key in library.references:
            found.add(library.references[key].where.file)
    return sorted(found & {*tree.texts, *tree.binaries})


def _with_inputs(figures: Iterable[Figure], library: Library) -> Iterable[Figure]:
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
