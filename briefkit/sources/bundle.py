"""Copies and locks of sources as one zip file, for a colleague who has none; and such a file back to its parts.

A zip file may come from anybody, so nothing in it is believed: neither names nor sizes, nor that there is one of each.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping

from briefkit.sources.lock import FOLDER
from briefkit.sources.snapshots import MOST_BYTES, SUFFIXES

COPIES = "snapshots/"
_NAME = re.compile(
    rf"(?:{COPIES}[^/\\:\x00-\x1f]{{1,200}}(?:{'|'.join(map(re.escape, SUFFIXES))})|{FOLDER}[^/\\:\x00-\x1f]{{1,200}}\.lock)"
)
_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that zip files know: the same content is the same file, whenever it is packed."""
_MOST_FILES = 5_000
_MOST_ALL = 1_000_000_000
"""Bytes of all files together, unpacked."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip file of these files, by path."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed.writestr(entry, files[path])
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes] | str:
    """The files of a bundle by path, or why it is none.

    What a file unpacks to is cut off at the size that was announced, and then fails its checksum.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            return _refusal(entries) or {entry.filename: packed.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return "it is no zip file, or is damaged"


def _refusal(entries: list[zipfile.ZipInfo]) -> str:
    """Why nothing of it is unpacked; empty when it may be."""
    names = [entry.filename for entry in entries]
    wrong = next((name for name in names if not _NAME.fullmatch(name) or not name.isprintable()), None)
    if not names or wrong is not None:
        return f"it holds `{wrong}`, which is neither a copy nor a lock" if wrong else "it is empty"
    if len({name.casefold() for name in names}) != len(names):
        return "it holds two files of one name"
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        return "it holds links"
    large = len(entries) > _MOST_FILES or any(entry.file_size > MOST_BYTES for entry in entries)
    return "it is too large" if large or sum(entry.file_size for entry in entries) > _MOST_ALL else ""
