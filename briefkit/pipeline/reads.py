"""Which files a brief is made from, for the manifest and for whoever asks what a change touches."""

from collections.abc import Iterable
from dataclasses import dataclass

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
    return files_of(rests_on(brief, library), tree, looks_of(tree))


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """What a brief rests on, as far as brief and base alone can tell."""

    files: tuple[str, ...]
    """Files that it may be made from, sorted; not all need be there."""
    sources: tuple[str, ...]
    """Keys of the sources of which something may be held, sorted."""

    def everything(self) -> set[str]:
        """The files, with those that say what is held of the sources."""
        return {*self.files, *(file for key in self.sources for file in _of_source(key))}


def rests_on(brief: Brief, library: Library) -> RestsOn:
    """What this brief rests on."""
    files, sources = {brief.file, *EVERYWHERE, file_of_brief(brief.slug)}, set(brief.cited)
    for figure in with_inputs(manifest.used(brief).values(), library):
        files.add(figure.where.file)
        sources |= {*figure.cite, *([figure.via] if figure.via else [])}
        files.add(file_of_source(figure.via or next(iter(figure.cite), "")))
    for table in brief.tables:
        rows = [library.record(row.record) for row in table.rows]
        files |= {record.where.file for record in rows if record is not None}
    files |= {library.references[key].where.file for key in brief.cited if key in library.references}
    return RestsOn(files=tuple(sorted(files)), sources=tuple(sorted(sources)))


def looks_of(tree: Tree) -> list[str]:
    """The files that give every page its looks."""
    return [path for path in tree.texts if path.startswith("templates/") and not path.startswith(DESK)]


def files_of(rests: RestsOn, tree: Tree, looks: Iterable[str]) -> list[str]:
    """Those of the files that are there, with the looks that every page shares, sorted."""
    copies = (tree.snapshots[key].file for key in rests.sources if key in tree.snapshots)
    there = (path for path in rests.everything() if path in tree.texts or path in tree.binaries)
    return sorted({*looks, *there, *copies})


def _of_source(key: str) -> set[str]:
    """What is said of a source, and what was found in it."""
    return {f"evidence/sources/{key}.yaml", lock_file(key)}


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
