"""A project's folder to texts and bytes, with every file that cannot be read reported and none followed outside."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from briefkit.disk.faults import worded
from briefkit.disk.plain_file import file_bytes, outside
from briefkit.disk.snapshots import find_snapshots
from briefkit.problems import Problem, Where
from briefkit.settings import FILE, read_settings
from briefkit.sources.snapshots import Snapshot
from briefkit.yamlfile import decode

TEXTS = {
    "evidence": frozenset({".yaml", ".yml", ".YAML", ".YML", ".bib", ".lock"}),
    "briefs": frozenset({".md", ".yaml"}),
    "templates": frozenset({".j2", ".css", ".js", ".svg", ".json", ".html"}),
}
"""Which files of which folder are read as text."""
ASSETS = {
    "briefs": frozenset({".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"}),
    "templates": frozenset({".woff2", ".woff", ".ttf", ".otf", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico"}),
}
"""Which are read as bytes."""
SINGLE = ("pyproject.toml",)
"""Files of the project's own folder that are read."""
MOST_TEXT = 2_000_000
"""Bytes of a text file: about a thousand pages, past which something else has been put there."""
MOST_BYTES = 20_000_000
"""Bytes of a picture or a font."""
MOST_FILES = 50_000
"""Files in one project: past this a folder of other things was copied in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A project as read: everything that a build may know of the disk."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """By path relative to the project's folder, with forward slashes, sorted."""
    binaries: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures and fonts, likewise."""
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    """Stored copies of sources by reference key: the name of the file without its ending."""
    problems: tuple[Problem, ...] = ()
    """Files that could not be read, or are not where they may be."""

    def under(self, folder: str) -> dict[str, str]:
        """The texts of one folder."""
        return {path: text for path, text in self.texts.items() if path.startswith(f"{folder}/")}


def read_tree(root: Path) -> Tree:
    """Read `evidence/`, `briefs/`, `templates/` and `pyproject.toml` of the project in `root`."""
    root = root.resolve()
    texts: dict[str, str] = {}
    binaries: dict[str, bytes] = {}
    problems: list[Problem] = []
    for count, path in enumerate(paths(root, problems.append)):
        if count >= MOST_FILES:
            problems.append(_too_many())
            break
        _read(root, path, texts, binaries, problems)
    folders = read_settings(texts.get(FILE))[0].snapshots
    snapshots = find_snapshots(root, folders, problems.append)
    return Tree(texts=texts, binaries=binaries, snapshots=snapshots, problems=tuple(problems))


def _read(root: Path, path: str, texts: dict[str, str], binaries: dict[str, bytes], problems: list[Problem]) -> None:
    """One file into the map it belongs to, or into the problems."""
    kind = _kind(path)
    if kind == "stray":
        problems += _stray(path)
        return
    data = file_bytes(root, path, MOST_BYTES if kind == "asset" else MOST_TEXT, root)
    if isinstance(data, Problem):
        problems.append(data)
    elif kind == "asset":
        binaries[path] = data
    else:
        text, faults = decode(data, path)
        problems += faults
        if text is not None:
            texts[path] = text


def paths(root: Path, report: Callable[[Problem], None]) -> Iterator[str]:
    """Paths of all visible files that concern us, in order."""
    yield from (name for name in SINGLE if (root / name).is_file())
    for top in sorted(TEXTS):
        if (root / top).is_symlink():
            report(outside(top))
        elif (root / top).is_dir():
            yield from _walk(root, top, report)


def _walk(root: Path, folder: str, report: Callable[[Problem], None]) -> Iterator[str]:
    """Visible files below a folder; linked folders are not entered, for they can lead anywhere or round in a ring."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError as fault:
        report(Problem(Where(folder, 0), "file-unreadable", f"this folder cannot be read: {worded(fault)}"))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if not entry.name.isprintable():
            report(Problem(Where(ascii(path), 0), "file-name", "the name of this file cannot be read as text", _RENAME))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, report)
        elif entry.is_symlink() and _is_folder(entry):
            report(outside(path))
        else:
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a link leads to a folder; False for one that leads nowhere, which reading it will report."""
    try:
        return entry.is_dir()
    except OSError:
        return False


_RENAME = "rename it with plain letters, digits and underscores"


def _kind(path: str) -> str:
    """What a path is read as: `text`, `asset` or, being of no use here, `stray`."""
    if path in SINGLE:
        return "text"
    top, suffix = path.split("/", 1)[0], PurePosixPath(path).suffix
    if suffix in TEXTS[top]:
        return "text"
    return "asset" if suffix in ASSETS.get(top, ()) else "stray"


def _stray(path: str) -> list[Problem]:
    """A file that nothing reads, said where somebody may believe that it is: in the folder of the evidence."""
    if not path.startswith("evidence/"):
        return []
    way = "evidence files end in .yaml, bibliographies in .bib; rename it, or keep it elsewhere"
    return [Problem(Where(path, 0), "stray-file", "this file is not read", way)]


def _too_many() -> Problem:
    message = f"this project has more than {MOST_FILES:,} files; the rest is not read"
    way = "was a folder of other things copied into evidence/, briefs/ or templates/?"
    return Problem(Where("evidence", 0), "file-too-large", message, way)
