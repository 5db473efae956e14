"""The hidden folders beside an output in which a build works, and how they are known to be briefkit's own.

Only what briefkit made is ever deleted: a folder that is empty, that holds the mark of work in progress, or that holds
a manifest as builds write it.
"""

import json
import shutil
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
"""The file by which a folder is known to have been made by briefkit."""
MARK = ".briefkit"
"""The file that stands in a folder of ours for as long as it is not whole."""
NAMES = ("old", "new", "bin")
"""The output of before, that to come, and what is being deleted."""


def beside(out: Path, name: str) -> Path:
    """A hidden neighbour of the output folder, on the same disk, so that a rename is one step."""
    return out.parent / f".{out.name}.{name}"


def made_by_us(folder: Path) -> bool:
    """True for a folder that a build may delete."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / MARK).exists() or has_manifest(folder) or not any(folder.iterdir())


def has_manifest(folder: Path) -> bool:
    """True for a folder with a manifest as builds write it."""
    return read_manifest(folder) is not None


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a folder that briefkit made; None for any other folder."""
    try:
        read = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    ours = isinstance(read, dict) and "version" in read and isinstance(read.get("briefs"), dict)
    return read if ours else None


def remove(folder: Path) -> None:
    """Delete a folder of ours, if it is there; its mark goes last, so that half of it is still known as ours."""
    if not made_by_us(folder):
        return
    (folder / MARK).touch()
    for entry in list(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != MARK:
            entry.unlink()
    shutil.rmtree(folder)
