"""A stored copy, opened: its text, once it is known to be the document of its reference, or why it cannot be used."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.sources.document import Document, words_of
from briefkit.sources.lock import Copy
from briefkit.sources.snapshots import Snapshot, digest
from briefkit.sources.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a copy cannot be used, in the words of a problem."""

    rule: str
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A copy that can be searched."""

    document: Document
    copy: Copy
    """What a lock says of it; the day on which it was taken in is still open."""
    identity: str
    """How it was settled that this is the document of the reference."""


def open_copy(key: str, snapshot: Snapshot, library: Library, quotes: Iterable[str] = ()) -> Opened | Refused:
    """The copy of a reference; it is refused when it cannot be read, holds no text, or is another document.

    `quotes` are the words quoted from it: a text that holds hardly more than those is no document.
    """
    data = snapshot.read()
    if isinstance(data, Problem):
        return Refused("snapshot-unreadable", f"the copy of `{key}` cannot be used: {data.message}", data.help)
    return open_bytes(key, snapshot.name, data, library, quotes)


def open_bytes(key: str, name: str, data: bytes, library: Library, quotes: Iterable[str] = ()) -> Opened | Refused:
    """The same from the bytes of a file of that name."""
    from briefkit.sources.extract import extract  # noqa: PLC0415  most commands open no copy
    from briefkit.sources.identity import identity  # noqa: PLC0415
    from briefkit.sources.zones import zoned  # noqa: PLC0415

    raw = extract(data, name)
    if isinstance(raw, Unreadable):
        return Refused("snapshot-unreadable", f"the copy of `{key}` cannot be used: {raw.message}", raw.help)
    reference = library.references.get(key)
    document = zoned(raw, reference.title if reference else "")
    if not words_of(document.blocks):
        return Refused("snapshot-unreadable", f"the copy of `{key}` holds no text", _SCANNED)
    if reference is None:
        return Refused("snapshot-not-this-source", f"no reference is called `{key}`", _UNKNOWN)
    found = identity(document, reference, library.sources.get(key), quotes)
    if not found.ok:
        return Refused(
            "snapshot-not-this-source", f"the copy of `{key}` is not this source: {found.message}", found.help
        )
    return Opened(document, _facts(name, data, raw), found.by)


_SCANNED = "is it scanned? Run it through a program that recognises its letters (OCR), and store what that gives"
_UNKNOWN = "name the file for a reference in evidence/references/"


def _facts(name: str, data: bytes, document: Document) -> Copy:
    """What a lock says of a copy. The text is hashed as it was extracted: mending a title in the bibliography, which
    only tells where the document's own title stands, changes no hash.
    """
    return Copy(
        file=name,
        sha256=digest(data),
        bytes=len(data),
        media_type=document.media_type,
        added="",
        text_sha256=document.text_sha256,
        extractor=document.extractor,
        pages=document.pages or 0,
    )
