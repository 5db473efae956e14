"""Single files that a command writes by itself: each whole or not at all, and none through a link out of the project.

Every function returns why it could not be done, or an empty text.
"""

import contextlib
import os
from collections.abc import Mapping
from errno import ENOTDIR
from pathlib import Path

from briefkit.disk.faults import worded
from briefkit.disk.plain_file import file_bytes

_MOST_PAGE = 10_000_000
"""Bytes of the longest page that is read back."""
LEADS_OUT = "its folder is a link that leads out of the project"


def create(root: Path, path: str, text: str) -> str:
    """Write a new file of the project, never over another."""
    place = root / path
    try:
        if not lies_in(root, place.parent):
            return LEADS_OUT
        _make(place.parent)
        with place.open("xb") as file:
            file.write(text.encode())
    except (OSError, RuntimeError) as fault:
        return worded(fault)
    return ""


def below(root: Path, path: str, mark: str) -> str:
    """What stands in a file from a mark on, the mark included; empty where there is no such file or mark."""
    data = file_bytes(root, path, _MOST_PAGE, root)
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
    return text[text.index(mark) :] if mark in text else ""


def replace(root: Path, path: str, content: str | bytes) -> str:
    """Write a file of the project, over that of before."""
    return replace_all(root, {path: content})


def replace_all(root: Path, files: Mapping[str, str | bytes]) -> str:
    """Write several files of the project: none of them changes before all could be written beside their places."""
    parts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            place = root / path
            if not lies_in(root, place.parent):
                return LEADS_OUT if len(files) == 1 else f"{path}: {LEADS_OUT}"
            _make(place.parent)
            parts[place] = _part(place)
            _write(parts[place], content.encode() if isinstance(content, str) else content)
        for place, part in parts.items():
            part.replace(place)
    except (OSError, RuntimeError) as fault:
        return worded(fault)
    finally:
        for part in parts.values():
            _forget(part)
    return ""


def save(place: Path, data: bytes) -> str:
    """Write a file that somebody named on the command line, over that of before."""
    part = _part(place)
    try:
        _write(part, data)
        part.replace(place)
    except OSError as fault:
        return worded(fault)
    finally:
        _forget(part)
    return ""


def lies_in(root: Path, folder: Path) -> bool:
    """Whether a folder, when every link is followed, lies inside the project."""
    return folder.resolve().is_relative_to(root.resolve())


def _make(folder: Path) -> None:
    """The folder, with those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as fault:  # what `mkdir` calls a file in the folder's path
        raise NotADirectoryError(ENOTDIR, "") from fault


def _part(place: Path) -> Path:
    """Where a file is written until it is whole."""
    return place.with_name(f".{place.name}.new")


def _write(part: Path, data: bytes) -> None:
    """The bytes, down to the disk, into a file of our own: whatever was left under its name goes first."""
    part.unlink(missing_ok=True)
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _forget(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink()
