"""`export`: references for Zotero and its like, or the whole base as a data package, in a folder of its own."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from briefkit.cli.arguments import Asked
from briefkit.cli.options import options_of
from briefkit.cli.project import Project
from briefkit.cli.report import Report
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.unjudged import base_of, briefs_of
from briefkit.cli.usage import PROGRAM
from briefkit.disk import Tree
from briefkit.disk.work import MANIFEST, read_manifest
from briefkit.disk.writing import write_tree
from briefkit.library import Library
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import locks_of
from briefkit.references.reference import Reference
from briefkit.sources.holding import hold_all

_NAMES = {"bibtex": "references.bib", "csljson": "references.json"}


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Write what was asked for, and say how much it is."""
    tree = project.tree()
    library = base_of(tree)
    out = project.out(asked.out)
    before = read_manifest(out)
    if before is not None and "export" not in before:
        stop(f"--out: `{asked.out}` holds the pages of a build\nChoose a folder for what is exported alone.")
    files, told = _package(asked, tree, library) if asked.format == "package" else _list(asked, tree, library)
    if refused := write_tree(out, {**files, MANIFEST: _manifest(files, asked.format)}):
        for text in Report(refused, Options(), {}).shown():
            screen.problem(text, to_out=False)
        return 2
    first = next(iter(files))
    screen.say(f"{asked.out.rstrip('/')}/{first}  {told}")
    return 0


def _list(asked: Asked, tree: Tree, library: Library) -> tuple[dict[str, bytes], str]:
    """All references, or those of the briefs that were named."""
    references = _cited(asked, tree, library) if asked.words else list(library.references.values())
    if asked.format == "csljson":
        from briefkit.export.csljson import csljson as written  # noqa: PLC0415  only one of the two is wanted
    else:
        from briefkit.export.bibtex import bibtex as written  # noqa: PLC0415
    many = f"{len(references)} reference{'s' if len(references) != 1 else ''}"
    return {_NAMES[asked.format]: written(references).encode()}, many


def _cited(asked: Asked, tree: Tree, library: Library) -> list[Reference]:
    """The references that briefs cite, in the order of the bibliography."""
    slugs = options_of(asked, tree).briefs
    briefs = briefs_of(tree, library, slugs)
    if unread := [slug for slug in slugs if slug not in briefs]:
        stop(f"`{unread[0]}` cannot be read: `{PROGRAM} check {unread[0]}` shows what is wrong", 1)
    cited = {key for brief, _ in briefs.values() for key in brief.cited}
    return [reference for key, reference in library.references.items() if key in cited]


def _package(asked: Asked, tree: Tree, library: Library) -> tuple[dict[str, bytes], str]:
    """The base with how each of its figures is held."""
    if asked.words:
        stop(f"--format: `package` is the whole base, whatever a brief uses of it: `{PROGRAM} export --format package`")
    from briefkit.export.package import data_package  # noqa: PLC0415  brings the kinds of record

    held = replace(library, holds=hold_all(library, tree.snapshots, locks_of(tree)).figures)
    files = data_package(held)
    tables = [path for path in files if path.endswith(".csv")]
    left = f"; left out because of mistakes in them: {', '.join(sorted(library.broken))}" if library.broken else ""
    return files, f"{len(tables)} tables, {len(held.figures)} figures{left}"


def _manifest(files: Mapping[str, bytes], form: str) -> bytes:
    """What tells the folder as ours, so that the next export may replace it."""
    outputs = {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    return (json.dumps({"version": 1, "export": form, "briefs": {}, "outputs": outputs}, indent=1) + "\n").encode()
