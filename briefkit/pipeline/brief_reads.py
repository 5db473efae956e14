"""What a brief reads, by what it is: records, figures, references, sources, templates, each with its file."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefkit import manifest
from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.pipeline.reads import reads, with_inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefReads:
    """Everything that a brief rests on."""

    figures: tuple[Figure, ...]
    """Those that it shows and those that they are derived from, by address."""
    shown: frozenset[str]
    """Addresses of those that it shows itself."""
    records: Mapping[str, str]
    """Id of each record to its file."""
    references: Mapping[str, str]
    """Key of each reference that it or one of its figures cites to the bibliography that holds it."""
    files: tuple[str, ...]
    """Every file, sorted: what would have to change for the brief to change."""


def brief_reads(brief: Brief, library: Library, tree: Tree) -> BriefReads:
    """What this brief reads."""
    used = manifest.used(brief)
    figures = {figure.address: figure for figure in with_inputs(used.values(), library)}
    ids = {figure.record for figure in figures.values()} | {row.record for table in brief.tables for row in table.rows}
    found = {name: record.where.file for name in ids if (record := library.record(name)) is not None}
    cited = [*brief.cited, *(key for figure in figures.values() for key in (*figure.cite, figure.via or ""))]
    references = {key: library.references[key].where.file for key in cited if key in library.references}
    return BriefReads(
        figures=tuple(figures[address] for address in sorted(figures)),
        shown=frozenset(used),
        records=dict(sorted(found.items())),
        references=dict(sorted(references.items())),
        files=tuple(reads(brief, library, tree)),
    )
