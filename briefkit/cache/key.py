"""The key that marks what this person's own builds have kept.

What is kept is loaded as Python objects, which must never come from a stranger. A project can be copied with all its
hidden folders; the key lies in the person's own folder, and nobody else's pieces carry its mark.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_BYTES = 32


def own_key(environment: dict[str, str] | None = None) -> bytes | None:
    """The key of whoever runs this; made when there is none yet. None where it cannot be kept."""
    place = _folder(dict(os.environ) if environment is None else environment)
    if place is None:
        return None
    path = place / "key"
    with suppress(OSError):
        found = _read(path)
        if found is None:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path)
            found = _read(path)
        return found
    return None


def _folder(environment: dict[str, str]) -> Path | None:
    """Where programs of this system keep what they can make again."""
    named = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    if named and Path(named).is_absolute():
        return Path(named) / "briefkit"
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if not home or not Path(home).is_absolute():
        return None
    middle = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path(home) / middle / "briefkit"


def _read(path: Path) -> bytes | None:
    """The key in a file of our own that nobody else may write; None for any other."""
    with suppress(FileNotFoundError):
        found = path.lstat()
        mine = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
        data = path.read_bytes() if mine and path.is_file() and not path.is_symlink() else b""
        if len(data) == _BYTES:
            return data
        path.unlink()
    return None


def _write(path: Path) -> None:
    """A new key, whole or not at all; two runs that begin at once end with the same."""
    part = path.with_name(f"key.{os.getpid()}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, os.urandom(_BYTES))
    finally:
        os.close(handle)
    with suppress(FileExistsError):
        os.link(part, path)
    part.unlink()
