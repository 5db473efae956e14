"""What every file of a project holds, read once: its bytes, and a mark by which the same bytes are known again.

No time of a file is trusted: editors, network drives, git and a clock set back all make times that lie.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from posixpath import splitext

from briefkit.disk.faults import worded
from briefkit.disk.plain_file import file_bytes, outside
from briefkit.problems import Problem, Where

TEXTS = {
    "evidence": frozenset({".yaml", ".yml", ".YAML", ".YML", ".bib", ".lock"}),
    "briefs": frozenset({".md", ".yaml"}),
    "templates": frozenset({".j2", ".css", ".js", ".svg", ".json", ".html", ".csl"}),
}
"""Which files of which folder are read as text."""
ASSETS = {
    "briefs": frozenset({".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"}),
    "templates": frozenset(
        {".woff2", ".woff", ".ttf", ".otf", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".docx"}
    ),
}
"""Which are read as bytes."""
SINGLE = ("pyproject.toml",)
"""Files of the project's own folder that are read."""
MOST_TEXT = 2_000_000
"""Bytes of a text file: about a thousand pages, past which something else has been put there."""
MOST_BYTES = 20_000_000
"""Bytes of a picture or a font."""
MOST_FILES = 250_000
"""Files in one project: past this a folder of other things was copied in."""
_WHOLE = b"whole"
"""Stands before the hash of a file, so that no file can pass for the problem with another."""


@dataclass(frozen=True)
class Contents:
    """Every file that concerns us, as it was when it was read."""

    files: Mapping[str, bytes | Problem]
    """By path relative to the project's folder, in order; for one that cannot be read, why. A file that nothing reads
    has no bytes.
    """
    problems: tuple[Problem, ...]
    """Folders that could not be read, links that are not followed."""

    def text(self, path: str) -> str | None:
        """A file that is written in UTF-8, as text; None when it is not there or cannot be read."""
        data = self.files.get(path)
        try:
            return data.decode("utf-8-sig") if isinstance(data, bytes) else None
        except UnicodeDecodeError:
            return None

    @cached_property
    def marks(self) -> dict[str, bytes]:
        """A mark for what each file holds; for one that cannot be read, why."""
        return {path: mark(read) for path, read in self.files.items()} | {repr(one): b"" for one in self.problems}


def mark(read: bytes | Problem) -> bytes:
    """What stands for the bytes of a file."""
    return repr(read).encode() if isinstance(read, Problem) else _WHOLE + blake2b(read, digest_size=20).digest()


def read_contents(root: Path) -> Contents:
    """Read `evidence/`, `briefs/`, `templates/` and `pyproject.toml` of the project in `root`."""
    root = root.resolve()
    problems: list[Problem] = []
    files: dict[str, bytes | Problem] = {}
    for path in _paths(root, problems.append):
        if len(files) >= MOST_FILES:
            problems.append(_too_many())
            break
        kind = kind_of(path)
        files[path] = b"" if kind == "stray" else _read(root, path, MOST_BYTES if kind == "asset" else MOST_TEXT)
    return Contents(files, tuple(problems))


def _read(root: Path, path: str, most: int) -> bytes | Problem:
    """The bytes of a file; what is a link, a device or too large goes the careful way."""
    place = f"{root}{os.sep}{path}"
    with suppress(OSError, ValueError):
        found = os.lstat(place)
        if stat.S_ISREG(found.st_mode) and found.st_size <= most:
            with open(place, "rb", buffering=0) as file:  # noqa: PTH123  ten thousand times a run
                # Room for just what is there: with room for more, each file would keep a piece of memory of its own, and
                # of those a process may have sixty-five thousand.
                data = file.read(found.st_size + 1)
            if len(data) == found.st_size:
                return data
    return file_bytes(root, path, most, root)


def _paths(root: Path, report: Callable[[Problem], None]) -> Iterator[str]:
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


def kind_of(path: str) -> str:
    """What a path is read as: `text`, `asset` or, being of no use here, `stray`."""
    if path in SINGLE:
        return "text"
    top, suffix = path.split("/", 1)[0], splitext(path)[1]
    if suffix in TEXTS[top]:
        return "text"
    return "asset" if suffix in ASSETS.get(top, ()) else "stray"


def _too_many() -> Problem:
    message = f"this project has more than {MOST_FILES:,} files; the rest is not read"
    way = "was a folder of other things copied into evidence/, briefs/ or templates/?"
    return Problem(Where("evidence", 0), "file-too-large", message, way)
