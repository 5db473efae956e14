"""A file that a person wrote, changed in a few places by a command: whole or not at all, and only as it was read."""

import contextlib
import shutil
from codecs import BOM_UTF8
from pathlib import Path

from briefkit.disk.faults import worded


def replace_as_read(root: Path, path: str, before: str, after: str) -> str:
    """Write `after` into a file that still holds `before`; returns why it could not be done, or an empty text.

    Line ends, a byte order mark and the rights of the file stay as they are.
    """
    place = root / path
    part = place.with_name(f".{place.name}.new")
    try:
        if place.is_symlink():
            return "it is a link to another file"
        data = place.read_bytes()
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        if data != mark + before.encode():
            return "somebody has changed it in the meantime"
        with part.open("xb") as file:
            file.write(mark + after.encode())
        shutil.copymode(place, part)
        part.replace(place)
    except OSError as fault:
        if not isinstance(fault, FileExistsError):
            with contextlib.suppress(OSError):
                part.unlink()
        return worded(fault)
    return ""
