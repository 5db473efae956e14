"""A build's output on its way to its folder: what was made now, and what stays of before without being copied.

Five hundred briefs are more than should lie in memory at once, so what was made waits in a folder of the system's for
what is passing, once it has become much.
"""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

MUCH = 32_000_000
"""Bytes that may wait in memory."""


class Folder(Mapping[str, bytes]):
    """The files that lie in a folder, by path, each read when it is asked for; one that cannot be read is not there."""

    def __init__(self, folder: Path, paths: list[str]) -> None:
        self._folder, self._paths = folder, dict.fromkeys(paths)

    def __getitem__(self, path: str) -> bytes:
        """What a file holds."""
        if path not in self._paths:
            raise KeyError(path)
        try:
            with open(f"{self._folder}{os.sep}{path}", "rb", buffering=0) as file:  # noqa: PTH123  thousands of times a run
                return file.read()
        except OSError:
            raise KeyError(path) from None

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file; it is not opened."""
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._paths)


class Outputs(Mapping[str, bytes]):
    """The whole output by path."""

    def __init__(self, previous: Mapping[str, bytes]) -> None:
        """`previous` is the output of before."""
        self._previous = previous
        self._made: dict[str, bytes | Path] = {}
        self._marks: dict[str, str] = {}
        self._bytes = 0
        self._number = 0
        self._aside: Path | None = None

    def put(self, path: str, data: bytes) -> None:
        """Take what was made."""
        self._marks[path] = sha256(data).hexdigest()
        self._bytes += len(data)
        self._made[path] = self._set_aside(data) if self._bytes > MUCH else data

    def stays(self, path: str, mark: str) -> bool:
        """Whether a file of before holds what `mark` says; if so, it stays."""
        if self._previous_mark(path) != mark:
            return False
        self._made.pop(path, None)
        self._marks[path] = mark
        return True

    def drop(self, start: str) -> None:
        """No file whose path begins so is to be there, unless it is put there again."""
        for path in [path for path in self._marks if path.startswith(start)]:
            del self._marks[path]
            self._made.pop(path, None)

    @property
    def marks(self) -> Mapping[str, str]:
        """SHA-256 of each file."""
        return self._marks

    @property
    def staying(self) -> frozenset[str]:
        """Paths of the files that are those of before."""
        return frozenset(self._marks.keys() - self._made.keys())

    def _previous_mark(self, path: str) -> str:
        data = self._previous.get(path)
        return sha256(data).hexdigest() if data is not None else ""

    def __getitem__(self, path: str) -> bytes:
        """What a file is to hold."""
        if path not in self._marks:
            raise KeyError(path)
        found = self._made.get(path)
        if found is None:
            return self._previous[path]
        return found if isinstance(found, bytes) else found.read_bytes()

    def __contains__(self, path: object) -> bool:
        """Whether there is to be such a file."""
        return path in self._marks

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._marks)

    def __len__(self) -> int:
        """How many files there are to be."""
        return len(self._marks)

    def _set_aside(self, data: bytes) -> Path:
        self._aside = self._aside or self._made_aside()
        self._number += 1
        place = self._aside / str(self._number)
        place.write_bytes(data)
        return place

    def _made_aside(self) -> Path:
        """A folder for what is passing, which goes with this object."""
        folder = Path(mkdtemp(prefix="briefkit-"))
        finalize(self, rmtree, folder, ignore_errors=True)
        return folder
