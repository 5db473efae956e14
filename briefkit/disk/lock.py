"""One build writes at a time: a lock that the system takes back by itself when its holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):  # noqa: N818  a state of the world, not an error of ours
    """Another process holds the lock."""


@contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock file at `path`; raises `Busy` when another process still holds it after `patience` seconds."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    end = time.monotonic() + patience
    try:
        while not _taken(handle):
            if time.monotonic() >= end:
                raise Busy
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)  # the system frees the lock with it; the file stays, for others may be waiting on it


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        """True when the lock is ours now."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        """True when the lock is ours now."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
