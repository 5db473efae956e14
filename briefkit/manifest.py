"""`dist/manifest.json`: what a build has made, out of what, and how well it is founded, for other programs to read.

Its shape is documented in `docs/commands.md` and changed only together with `VERSION`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem

FILE = "manifest.json"
VERSION = 1
"""Raised whenever a program that reads the manifest would have to change."""
HELD = ("exact", "earlier", "witnessed", "unseen", "failed")
UNCOUNTED = {"unbound": None}
"""What this version of briefkit cannot know yet; it says so instead of claiming none."""


def entry(
    brief: Brief,
    library: Library,
    outputs: Mapping[str, bytes],
    reads: Iterable[str],
    problems: Iterable[Problem],
    grave: Mapping[str, str],
) -> dict[str, Any]:
    """What the manifest says of one brief. `problems` are those of the whole run; only those in `reads` are counted."""
    files = sorted(set(reads))
    counts = Counter(grave.get(p.rule, "error") for p in set(problems) if p.where.file in files)
    held: Counter[str] = Counter(library.held(figure) for figure in used(brief).values())
    return {
        "outputs": {path: sha256(data).hexdigest() for path, data in sorted(outputs.items())},
        "reads": files,
        "figures": {state: held[state] for state in HELD},
        **UNCOUNTED,
        "claims": len(brief.claims),
        "uncited": sum(claim.state == "uncited" for claim in brief.claims),
        "signed": 0,
        "problems": {name: counts[name] for name in ("error", "warning")},
    }


def written(entries: Mapping[str, Any]) -> bytes:
    """The manifest as it stands in the file."""
    manifest = {"version": VERSION, "briefs": dict(sorted(entries.items()))}
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def entries_of(previous: Mapping[str, bytes]) -> dict[str, Any]:
    """The entries of an output that is there already; none when its manifest is of another version, or no manifest."""
    try:
        read = json.loads(previous.get(FILE, b"{}"))
    except (ValueError, RecursionError):
        return {}
    fits = isinstance(read, dict) and read.get("version") == VERSION and isinstance(read.get("briefs"), dict)
    return dict(read["briefs"]) if fits else {}


def untouched(entry: Any, previous: Mapping[str, bytes]) -> dict[str, bytes] | None:
    """The files of a brief of an earlier build, when they are all there as they were written; else None."""
    outputs = entry.get("outputs") if isinstance(entry, dict) else None
    if not isinstance(outputs, dict) or not outputs:
        return None
    files = {path: previous[path] for path in outputs if path in previous}
    same = all(sha256(data).hexdigest() == outputs[path] for path, data in files.items())
    return files if same and len(files) == len(outputs) else None


def used(brief: Brief) -> dict[str, Figure]:
    """Every figure that stands in a brief, in its sentences or its tables, once each, by address."""
    uses = [use.figure for claim in brief.claims for use in claim.figures]
    cells = [cell.figure for table in brief.tables for row in table.rows for cell in row.cells if cell.figure]
    return {figure.address: figure for figure in [*uses, *cells]}
