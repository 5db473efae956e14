"""What one file holds, when it is an ordinary file, of a sensible size, and lies where it may lie."""

import stat
from errno import ELOOP
from pathlib import Path

from briefkit.disk.faults import worded
from briefkit.problems import Problem, Where


def file_bytes(root: Path, path: str, most: int, within: Path) -> bytes | Problem:
    """The bytes of the file at `root / path`; a link may lead anywhere inside `within`, and nowhere else."""
    place = root / path
    try:
        if not place.resolve(strict=True).is_relative_to(within):
            return outside(path)
        return _opened(place, path, most)
    except (OSError, RuntimeError, ValueError) as fault:  # RuntimeError: what `resolve` calls a ring of links
        way = "check that you may open it, and that it lies where its link points"
        return Problem(Where(path, 0), "file-unreadable", f"this file cannot be read: {worded(_ring(fault))}", way)


def named_file(name: str, most: int) -> bytes | Problem:
    """The bytes of a file that somebody named on the command line, wherever it lies."""
    return file_bytes(Path(), name, most, Path(Path(name).absolute().anchor))


def _opened(place: Path, path: str, most: int) -> bytes | Problem:
    """The bytes of an ordinary file; a device or a pipe could keep us waiting for ever."""
    found = place.stat()
    if not stat.S_ISREG(found.st_mode):
        kind = "folder" if stat.S_ISDIR(found.st_mode) else "device or a pipe"
        return Problem(Where(path, 0), "file-unreadable", f"this is not a file but a {kind}", "remove it")
    if found.st_size > most:
        return _too_large(path, found.st_size, most)
    with place.open("rb") as file:
        data = file.read(found.st_size + 1)
        if len(data) > found.st_size:  # it has grown meanwhile
            data += file.read(most)
    return data if len(data) <= most else _too_large(path, place.stat().st_size, most)


def _ring(fault: Exception) -> Exception:
    """The fault as the system itself would put it."""
    return OSError(ELOOP, "") if isinstance(fault, RuntimeError) else fault


def outside(path: str) -> Problem:
    """A link that would carry a build out of its project."""
    message = "this is a link to a place that the build does not follow"
    way = "copy what it points to into the project: a brief is made from the files of its own project alone"
    return Problem(Where(path, 0), "file-outside", message, way)


def _too_large(path: str, size: int, most: int) -> Problem:
    message = f"this file has {size / 1e6:.1f} MB; at most {most / 1e6:.0f} MB are read"
    return Problem(Where(path, 0), "file-too-large", message, "is it the file that you meant to put here?")
