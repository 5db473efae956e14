"""`dist/manifest.json`: what a build has made, out of what, and how well it is founded, for other programs to read.

Its shape is documented in `docs/commands.md` and changed only together with `VERSION`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.values import Missing

FILE = "manifest.json"
VERSION = 1
"""Raised whenever a program that reads the manifest would have to change."""
HELD = ("exact", "earlier", "witnessed", "unseen", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a run has found, and what reviewers have said."""

    problems: Mapping[str, Counter[str]]
    """How many of each severity lie in each file, of those of the whole run that count."""
    waived: Mapping[str, int]
    """How many lie there that somebody has let through."""
    unbound: int
    """Numbers of this brief that rest on nothing."""
    signed: int
    """Claims of this brief that reviewers have found accurate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How well a brief is founded."""

    figures: Mapping[str, int]
    """How many of its figures are held how."""
    claims: int
    uncited: int


def counts(brief: Brief, library: Library) -> Counts:
    """The counts of one brief."""
    held: Counter[str] = Counter(library.held(figure) for figure in used(brief).values() if _has_source(figure))
    return Counts(
        figures={state: held[state] for state in HELD},
        claims=len(brief.claims),
        uncited=sum(claim.state == "uncited" for claim in brief.claims),
    )


def entry(counted: Counts, outputs: Mapping[str, str], reads: Iterable[str], judged: Judgement) -> dict[str, Any]:
    """What the manifest says of one brief; only problems in `reads` are counted, waived ones likewise. `outputs` are the
    SHA-256 of its files, by path.
    """
    files = sorted(set(reads))
    found: Counter[str] = sum((judged.problems[file] for file in files if file in judged.problems), Counter())
    return {
        "outputs": dict(sorted(outputs.items())),
        "reads": files,
        "figures": dict(counted.figures),
        "unbound": judged.unbound,
        "claims": counted.claims,
        "uncited": counted.uncited,
        "signed": judged.signed,
        "problems": {name: found[name] for name in ("error", "warning")},
        "waived": sum(judged.waived[file] for file in files if file in judged.waived),
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


def outputs_of(entry: Any) -> dict[str, str]:
    """SHA-256 of the files of a brief of an earlier build, by path; none when the entry does not say."""
    outputs = entry.get("outputs") if isinstance(entry, dict) else None
    return outputs if isinstance(outputs, dict) and all(isinstance(mark, str) for mark in outputs.values()) else {}


def _has_source(figure: Figure) -> bool:
    """Whether there is anything to be held: not for a value that is missing, nor for what we counted ourselves."""
    return not isinstance(figure.value, Missing) and bool(figure.cite)


def used(brief: Brief) -> dict[str, Figure]:
    """Every figure that stands in a brief, in its sentences or its tables, once each, by address."""
    uses = [use.figure for claim in brief.claims for use in claim.figures]
    cells = [figure for table in brief.tables for figure in table.figures]
    return {figure.address: figure for figure in [*uses, *cells]}
