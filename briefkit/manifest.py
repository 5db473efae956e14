"""`dist/manifest.json`: what a build has made, out of what, and how well it is founded, for other programs to read.

Its shape is documented in `docs/commands.md` and changed only together with `VERSION`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.waivers import Waived
from briefkit.values import Missing

FILE = "manifest.json"
VERSION = 1
"""Raised whenever a program that reads the manifest would have to change."""
HELD = ("exact", "earlier", "witnessed", "unseen", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a run has found, and what reviewers have said."""

    problems: frozenset[Problem]
    """Those of the whole run that count."""
    grave: Mapping[str, str]
    """How grave each rule is."""
    waived: tuple[Waived, ...]
    """Those of the whole run that somebody has let through."""
    unbound: int
    """Numbers of this brief that rest on nothing."""
    signed: int
    """Claims of this brief that reviewers have found accurate."""


def entry(
    brief: Brief, library: Library, outputs: Mapping[str, bytes], reads: Iterable[str], judged: Judgement
) -> dict[str, Any]:
    """What the manifest says of one brief; only problems in `reads` are counted, waived ones likewise."""
    files = sorted(set(reads))
    counts = Counter(judged.grave.get(p.rule, "error") for p in judged.problems if p.where.file in files)
    held: Counter[str] = Counter(library.held(figure) for figure in used(brief).values() if _has_source(figure))
    return {
        "outputs": {path: sha256(data).hexdigest() for path, data in sorted(outputs.items())},
        "reads": files,
        "figures": {state: held[state] for state in HELD},
        "unbound": judged.unbound,
        "claims": len(brief.claims),
        "uncited": sum(claim.state == "uncited" for claim in brief.claims),
        "signed": judged.signed,
        "problems": {name: counts[name] for name in ("error", "warning")},
        "waived": sum(one.problem.where.file in files for one in judged.waived),
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


def _has_source(figure: Figure) -> bool:
    """Whether there is anything to be held: not for a value that is missing, nor for what we counted ourselves."""
    return not isinstance(figure.value, Missing) and bool(figure.cite)


def used(brief: Brief) -> dict[str, Figure]:
    """Every figure that stands in a brief, in its sentences or its tables, once each, by address."""
    uses = [use.figure for claim in brief.claims for use in claim.figures]
    cells = [figure for table in brief.tables for figure in table.figures]
    return {figure.address: figure for figure in [*uses, *cells]}
