"""Single files that a command writes by itself: a new record, a page of the documentation."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

from briefkit.disk.faults import worded


def create(root: Path, path: str, text: str) -> str:
    """Write a new file, never over another; returns why it could not be done, or an empty text."""
    place = root / path
    try:
        if not place.parent.resolve().is_relative_to(root.resolve()):
            return "its folder is a link that leads out of the project"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as fault:
        return worded(fault)
    return ""


def replace(root: Path, path: str, text: str) -> str:
    """Write a file whole or leave the old one; returns why it could not be done, or an empty text."""
    place = root / path
    part = place.with_name(f".{place.name}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(place)
    except OSError as fault:
        with contextlib.suppress(OSError):
            part.unlink()
        return worded(fault)
    return ""


def replace_all(root: Path, files: Mapping[str, str]) -> str:
    """Write several files, all or none; returns why it could not be done, or an empty text."""
    parts: list[tuple[Path, Path]] = []
    try:
        for path, text in files.items():
            place = root / path
            if not place.parent.resolve().is_relative_to(root.resolve()):
                return f"the folder of {path} is a link that leads out of the project"
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(f".{place.name}.new")
            parts.append((part, place))
            part.write_text(text, encoding="utf-8", newline="\n")
        for part, place in parts:
            part.replace(place)
    except OSError as fault:
        return worded(fault)
    finally:
        for part, _ in parts:
            with contextlib.suppress(OSError):
                part.unlink()
    return ""


def save(path: Path, data: bytes) -> str:
    """Write a file that was asked for by name; returns why it could not be done, or an empty text."""
    part = path.with_name(f".{path.name}.new")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):
            part.unlink()
        return worded(fault)
    return ""
