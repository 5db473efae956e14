"""`reads`: what a brief rests on, down to the files."""

import json
from collections.abc import Iterable, Sequence

from briefkit.cli.arguments import Asked
from briefkit.cli.options import options_of
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.unjudged import base_of, briefs_of, refuse_github
from briefkit.cli.usage import PROGRAM
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.pipeline.brief_reads import BriefReads, brief_reads
from briefkit.pipeline.why import worded
from briefkit.reader import Query
from briefkit.values.write import full

SOURCES = "evidence/sources/"


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Print what the brief reads."""
    if len(asked.words) != 1:
        stop(f"write one brief, as in: {PROGRAM} reads hat_england")
    refuse_github(asked.format, "reads")
    tree = project.tree()
    [slug] = options_of(asked, tree).briefs
    library = base_of(tree)
    pair = briefs_of(tree, library, [slug]).get(slug)
    if pair is None:
        stop(f"`{slug}` cannot be read: `{PROGRAM} check {slug}` shows what is wrong", 1)
    brief, queries = pair
    found = brief_reads(brief, library, tree)
    asks = [worded(query) for query in queries if _besides(query, found)]
    screen.say(_as_json(slug, found, library, asks) if asked.format == "json" else _as_text(found, library, asks))
    return 0


def _besides(query: Query, found: BriefReads) -> bool:
    """Whether it was asked for something that is not told with the records and references anyway."""
    if query[0] == "field":
        return query[1] not in found.records
    return query[0] in ("kind", "keys", "gathered", "chosen", "all")


def _as_text(found: BriefReads, library: Library, asks: Sequence[str]) -> str:
    """Records with their figures below them, then references, then the other files, then what it only asks for."""
    lines = [f"{_counted(len(found.records), 'record')}, {_counted(len(found.figures), 'figure')}"]
    for name, file in found.records.items():
        lines.append(f"  {name}  {file}")
        lines += _figures((one for one in found.figures if one.record == name), found, library)
    own = [one for one in found.figures if one.record not in found.records]
    lines += ["  its own figures", *_figures(own, found, library)] if own else []
    lines.append(_counted(len(found.references), "reference"))
    for key, file in found.references.items():
        held = [path for path in found.files if path in (f"{SOURCES}{key}.yaml", f"{SOURCES}{key}.lock")]
        lines.append(f"  {key}  {', '.join([file, *held])}")
    named = {*found.records.values(), *found.references.values()}
    rest = [file for file in found.files if file not in named and not file.startswith(SOURCES)]
    lines += [_counted(len(rest), "other file"), *(f"  {file}" for file in rest)]
    lines += ["it also asks for", *(f"  {one}" for one in dict.fromkeys(asks))] if asks else []
    return "\n".join(lines)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _figures(figures: Iterable[Figure], found: BriefReads, library: Library) -> list[str]:
    """A line a figure: what it says, where it comes from, and that it is only worked with when it is not shown."""
    lines = []
    for figure in figures:
        cited = f"  [{'; '.join(figure.cite)}]" if figure.cite else ""
        behind = "" if figure.address in found.shown else "  (behind a derived figure)"
        value = full(figure, library.vocabularies.units)
        lines.append(f"    {library.short_address(figure.address)}: {value}{cited}{behind}")
    return lines


def _as_json(slug: str, found: BriefReads, library: Library, asks: Sequence[str]) -> str:
    """For programs; its shape is documented and kept."""
    figures = [
        {
            "address": library.short_address(figure.address),
            "record": figure.record,
            "cite": list(figure.cite),
            "shown": figure.address in found.shown,
            "file": figure.where.file,
            "line": figure.where.line,
        }
        for figure in found.figures
    ]
    report = {
        "brief": slug,
        "records": [{"id": name, "file": file} for name, file in found.records.items()],
        "figures": figures,
        "references": [{"key": key, "file": file} for key, file in found.references.items()],
        "sources": [file for file in found.files if file.startswith(SOURCES)],
        "templates": [file for file in found.files if file.startswith("templates/")],
        "files": list(found.files),
        "asks": list(dict.fromkeys(asks)),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)
