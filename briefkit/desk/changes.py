"""What is different between two states of a project, and which pages that can touch."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from briefkit.disk import Tree
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.pipeline.reads import DESK

ALL = frozenset({"*"})
"""Stands for every brief: what stands in the evidence, in a template or in a copy may show in any of them."""
OWN = (".verdicts.yaml", ".md")
"""Endings of the files that belong to one brief."""
SHEETS = ("templates/css/", "templates/fonts/")
"""Looks that it shares with the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a new state of a project has brought."""

    briefs: frozenset[str]
    """Slugs of the briefs whose page or problems may be others now, or `ALL`."""
    appeared: frozenset[str]
    gone: frozenset[str]
    desk: bool
    """Whether the pages of the desk look different."""


def changed(before: Tree, now: Tree) -> Changed:
    """What lies between two states."""
    files = {*_differing(before.texts, now.texts), *_differing(before.binaries, now.binaries)}
    old, new = _slugs(before), _slugs(now)
    unread = before.problems != now.problems
    # A new tree without another difference comes of a copy of a source that holds other bytes.
    everything = unread or not files
    touched = ALL if everything else frozenset[str]().union(*(_touched(file) for file in files))
    return Changed(
        briefs=ALL if "*" in touched else touched,
        appeared=new - old,
        gone=old - new,
        desk=any(file.startswith((DESK, *SHEETS)) for file in files),
    )


def _touched(file: str) -> frozenset[str]:
    """The briefs that a file may touch."""
    path = PurePosixPath(file)
    if file.startswith(DESK) and path.name != "keeper.js":
        return frozenset()
    ending = next((one for one in OWN if path.name.endswith(one)), "")
    own = len(path.parts) == 2 and path.parts[0] == "briefs" and ending
    return frozenset({path.name.removesuffix(ending)}) if own else ALL


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    """Names that stand for something else now, or for nothing."""
    return {name for name in {*before, *now} if before.get(name) != now.get(name)}


def _slugs(tree: Tree) -> frozenset[str]:
    return frozenset({*brief_files(tree), *unread_briefs(tree)})
