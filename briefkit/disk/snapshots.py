"""Stored copies of sources: which there are in the folders that the settings name, and where a new one goes."""

import contextlib
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePosixPath

from briefkit.disk.faults import worded
from briefkit.disk.files import LEADS_OUT, lies_in
from briefkit.disk.plain_file import file_bytes
from briefkit.problems import Problem, Where, listed
from briefkit.settings import read_settings
from briefkit.sources.snapshots import MOST_BYTES, SUFFIXES, Snapshot

MOST_FILES = 50_000
"""Files in one folder of copies: past this a folder of other things is meant."""


def copies_of(root: Path, settings: str | None) -> tuple[dict[str, Snapshot], list[Problem]]:
    """The copies of a project with these settings, by key, and what is wrong with their folders."""
    problems: list[Problem] = []
    return find_snapshots(root, read_settings(settings)[0].snapshots, problems.append), problems


def find_snapshots(root: Path, folders: Iterable[str], report: Callable[[Problem], None]) -> dict[str, Snapshot]:
    """Every copy by the key that its file is named for; none is opened. A folder that is not there holds none."""
    found: dict[str, list[Snapshot]] = {}
    for folder in dict.fromkeys(folders):
        for name in _names(root, folder, report):
            file = f"{folder.rstrip('/')}/{name}"
            read = partial(_read, root, folder, file)
            found.setdefault(PurePosixPath(name).stem, []).append(Snapshot(file, read))
    for key, copies in found.items():
        if len(copies) > 1:
            _compare(key, copies, report)
    return {key: found[key][0] for key in sorted(found)}


def _names(root: Path, folder: str, report: Callable[[Problem], None]) -> list[str]:
    """Names of the files of a folder that can be copies."""
    try:
        with os.scandir(root / folder) as entries:
            visible = (entry.name for entry in entries if not entry.name.startswith((".", "~")))
            names = sorted(name for name in visible if name.isprintable() and name.lower().endswith(SUFFIXES))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError) as fault:
        message = f"this folder of copies cannot be read: {worded(fault)}"
        report(Problem(Where(folder, 0), "file-unreadable", message, "`snapshots` in pyproject.toml names it"))
        return []
    if len(names) > MOST_FILES:
        message = f"this folder has more than {MOST_FILES:,} files; the rest is not read"
        report(Problem(Where(folder, 0), "file-too-large", message, "is it a folder of copies of sources?"))
    return names[:MOST_FILES]


def _read(root: Path, folder: str, file: str) -> bytes | Problem:
    """The bytes of one copy; a link may not lead out of the folder of copies."""
    try:
        within = (root / folder).resolve(strict=True)
    except (OSError, RuntimeError) as fault:
        return Problem(Where(file, 0), "file-unreadable", f"this file cannot be read: {worded(fault)}")
    return file_bytes(root, file, MOST_BYTES, within)


def _compare(key: str, copies: list[Snapshot], report: Callable[[Problem], None]) -> None:
    """Say when several files claim to be the copy of one source; the same bytes twice are no matter."""
    if len({data for copy in copies if isinstance(data := copy.read(), bytes)}) > 1:
        files = listed((copy.file for copy in copies), joint="and")
        message = f"`{key}` has {len(copies)} copies that differ: {files}"
        way = "only the first is read: keep the one whose words are quoted, and remove the others"
        report(Problem(Where(copies[0].file, 0), "snapshot-twice", message, way))


def remove_copy(root: Path, path: str) -> str:
    """Remove a copy that another has taken the place of; returns why it could not be done, or an empty text."""
    place = root / path
    try:
        if not lies_in(root, place.parent):
            return LEADS_OUT
        place.unlink(missing_ok=True)
    except (OSError, RuntimeError) as fault:
        return worded(fault)
    return ""


def inside(root: Path, folders: Iterable[str]) -> str:
    """The first of the folders that lies in the project, whether or not it is there yet; empty when none does."""
    for folder in folders:
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            lies = lies_in(root, root / folder) and (root / folder).resolve() != root.resolve()
            if lies and ".." not in PurePosixPath(folder).parts and not PurePosixPath(folder).is_absolute():
                return folder.rstrip("/")
    return ""


def write_new(path: str, data: bytes) -> str:
    """Write a file that somebody named on the command line, never over another; returns why not, or an empty text."""
    place = Path(path)
    try:
        if not place.parent.is_dir():
            return f"there is no folder `{place.parent}`"
        with place.open("xb") as file:
            file.write(data)
    except (OSError, ValueError) as fault:
        return worded(fault)
    return ""
