"""A stored copy of a source as it lies in a folder: its name, and its bytes once somebody asks for them.

Copies can be large and many, so that a command which needs none of them must not read any.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from briefkit.problems import Problem

SUFFIXES = (".pdf", ".html", ".htm", ".txt", ".docx")
"""Endings of files that can be copies of a source."""
MOST_BYTES = 200_000_000
"""Bytes of one copy: past any scanned book."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One file that is to be the copy of a source."""

    file: str
    """Its path as people know it, relative to the project's folder: `snapshots/strang2010.pdf`."""
    read: Callable[[], bytes | Problem] = field(compare=False)
    """Its bytes, or why they cannot be read."""

    @property
    def name(self) -> str:
        """The file's name alone."""
        return self.file.rpartition("/")[2]


def snapshot(file: str, data: bytes) -> Snapshot:
    """A copy whose bytes are at hand already."""
    return Snapshot(file, lambda: data)


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, by which a copy is known."""
    return sha256(data).hexdigest()
