"""What the output is made by: this package to the last letter, the libraries that are installed, the Python.

Versions alone would not do: whoever works on the engine changes it between two releases.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b


def engine() -> str:
    """A mark that changes with anything that could change an output without any file of a project changing."""
    found = blake2b(digest_size=20)
    for part in (sys.version, sys.platform, sys.byteorder):
        found.update(part.encode() + b"\0")
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  five hundred files a run
    for path in sorted(_modules(package)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  likewise
            data = file.read()
        found.update(f"{path[len(package) :]} {len(data)}\0".encode() + data)
    for name in sorted(_installed()):
        found.update(name.encode() + b"\0")
    return found.hexdigest()


def _modules(folder: str) -> Iterator[str]:
    """Every module of the package."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _modules(entry.path)


def _installed() -> set[str]:
    """Names of the installed libraries with their versions, as their folders are called."""
    found: set[str] = set()
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            found.update(entry.name for entry in entries if entry.name.endswith(".dist-info"))
    return found
