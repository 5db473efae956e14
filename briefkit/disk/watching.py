"""Follows a project while people edit it, by what its files hold.

No time of a file is trusted: editors, network drives, git and a clock set back all make times that lie. Each look reads
the bytes of every file of the project, which takes hundredths of a second for a thousand of them. Stored copies of
sources can be far larger, so of these each look reads one, in turn, and of the others asks name and length.
"""

import os
from contextlib import suppress
from pathlib import Path

from briefkit.disk.contents import mark, read_contents
from briefkit.disk.reading import Tree, read_tree
from briefkit.settings import FILE, read_settings
from briefkit.sources.snapshots import Snapshot


class Watch:
    """A project's folder, with what was last seen in it."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._seen: dict[str, bytes] | None = None
        self._folders: tuple[str, ...] = ()
        self._copies: list[Snapshot] = []
        self._digests: dict[str, bytes] = {}
        self._turn = 0

    def look(self) -> Tree | None:
        """The project as it is now, read anew; None when it holds what it held at the last look.

        What is seen is noted before it is read: whatever is saved in between makes the next look find a change.
        """
        contents = read_contents(self._root)
        seen = {**contents.marks, **_lengths(self._root, self._folders)}
        if seen == self._seen and not self._copy_differs():
            return None
        tree = read_tree(self._root, contents)
        self._folders = read_settings(tree.texts.get(FILE))[0].snapshots
        self._seen = {**{path: mark for path, mark in seen.items() if not path.startswith(_COPY)}}
        self._seen |= _lengths(self._root, self._folders)
        self._copies = list(tree.snapshots.values())
        self._digests = {file: mark for file, mark in self._digests.items() if _COPY + file in self._seen}
        return tree

    def _copy_differs(self) -> bool:
        """Whether the copy whose turn it is holds other bytes than at its last turn."""
        if not self._copies:
            return False
        self._turn = (self._turn + 1) % len(self._copies)
        copy = self._copies[self._turn]
        now = mark(copy.read())
        before = self._digests.get(copy.file, now)
        self._digests[copy.file] = now
        return now != before


_COPY = "copy of a source: "


def _lengths(root: Path, folders: tuple[str, ...]) -> dict[str, bytes]:
    """Name and length of every file in the folders of copies."""
    found: dict[str, bytes] = {}
    for folder in folders:
        with suppress(OSError, ValueError), os.scandir(root / folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    found[f"{_COPY}{folder.rstrip('/')}/{entry.name}"] = str(entry.stat().st_size).encode()
    return found
