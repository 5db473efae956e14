"""Single files that a command writes by itself: a new record, a page of the documentation."""

import contextlib
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
