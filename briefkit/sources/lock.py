"""The lock of a source: `evidence/sources/<key>.lock`, machine-written, committed beside the source's own file.

It says which copy the words were found in (by its hash, for the copy itself may be under copyright), which words, when;
so a checkout without the copies still knows what was verified. One entry stands on each line, sorted, so that the locks
of two branches merge. It is read strictly: what was edited by hand, or merged badly, counts for nothing and is said.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefkit.problems import Problem, Where
from briefkit.sources.document import hash_of
from briefkit.sources.lock_entry import Entry, check_of, read_entry, written

VERSION = 1
FOLDER = "evidence/sources/"
SUFFIX = ".lock"
_PARTS = ("version", "snapshot", "text", "identity", "check", "figures", "words")
_SNAPSHOT = {"file": str, "sha256": str, "bytes": int, "media_type": str, "added": str, "address": str}
_TEXT = {"sha256": str, "extractor": str, "pages": int}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The snapshot for which a lock speaks."""

    file: str
    """Its name, without a folder."""
    sha256: str
    bytes: int
    media_type: str
    added: str
    """The day on which it was taken in."""
    address: str = ""
    """Where it came from."""
    text_sha256: str = ""
    """Hash of the text that was extracted from it."""
    extractor: str = ""
    pages: int = 0
    """How many it has; 0 where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What was found in one source."""

    copy: Copy | None = None
    """None when no copy was ever kept: people saw the words elsewhere."""
    identity: str = ""
    """How it was settled that the copy is the document of the reference."""
    figures: Mapping[str, Entry] = field(default_factory=dict)
    """By address."""
    words: Mapping[str, Entry] = field(default_factory=dict)
    """Words that briefs cite, by the hash of words and locator."""


@dataclass(frozen=True, slots=True)
class LockRead:
    """A lock as it was found: what in it can be trusted, and what is wrong with the rest."""

    lock: Lock | None
    """None when nothing of it can be used."""
    problems: tuple[Problem, ...] = ()
    edited: frozenset[str] = frozenset()
    """Names of entries that were edited, and so are left out of the lock."""


def lock_file(key: str) -> str:
    """The path of a reference's lock."""
    return f"{FOLDER}{key}{SUFFIX}"


def write_lock(lock: Lock) -> str:
    """The lock as it stands in its file: the same for the same content, whoever writes it."""
    head = _head(lock)
    copy = _bound(lock.copy)
    lines = [f" {_json(name)}: {_json(value)}," for name, value in {**head, "check": hash_of(head)[:16]}.items()]
    figures = _section("figures", lock.figures, copy)
    words = _section("words", lock.words, copy)
    return "\n".join(["{", *lines, f"{figures},", words, "}"]) + "\n"


def _head(lock: Lock) -> dict[str, Any]:
    copy = lock.copy
    snapshot = {name: getattr(copy, name) for name in _SNAPSHOT} if copy else None
    text = {"sha256": copy.text_sha256, "extractor": copy.extractor, "pages": copy.pages} if copy else None
    return {"version": VERSION, "snapshot": snapshot, "text": text, "identity": lock.identity}


def _bound(copy: Copy | None) -> list[str] | None:
    """What an entry found in a copy holds for: these bytes, and this text of them."""
    return [copy.sha256, copy.text_sha256] if copy else None


def _section(name: str, entries: Mapping[str, Entry], copy: list[str] | None) -> str:
    lines = [f"  {_json(key)}: {_json(written(key, entries[key], copy))}" for key in sorted(entries)]
    inner = "\n" + ",\n".join(lines) + "\n " if lines else ""
    return f" {_json(name)}: {{{inner}}}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_lock(text: str, key: str) -> LockRead:
    """The lock in a text, without whatever in it was not written by briefkit."""
    file = lock_file(key)
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_refused)
        json.dumps(data, ensure_ascii=False).encode()  # half a character, which JSON can write, fails here
    except (ValueError, RecursionError):
        return _unreadable(file, key, _why(text))
    if not isinstance(data, dict) or data.get("version") != VERSION:
        version = data.get("version") if isinstance(data, dict) else None
        newer = isinstance(version, int) and version > VERSION
        return _unreadable(file, key, "it was written by a newer briefkit" if newer else "it is not a lock of briefkit")
    head = {name: data.get(name) for name in _PARTS[:4]}
    if not _sound(data, head):
        return _unreadable(file, key, "it does not hold what a lock holds")
    if data["check"] != hash_of(head)[:16]:
        message = "what this lock says of its copy was changed by hand, so none of its entries counts"
        problem = Problem(_line(text, file, "check"), "lock-edited", message, _again(key))
        return LockRead(None, (problem,), frozenset([*data["figures"], *data["words"]]))
    return _trusted(data, text, file, key)


def _trusted(data: dict[str, Any], text: str, file: str, key: str) -> LockRead:
    """The entries whose check fits, and a problem for each other."""
    copy = _copy(data)
    sections: dict[str, dict[str, Entry]] = {"figures": {}, "words": {}}
    problems, edited = [], set()
    for section, good in sections.items():
        for name, written_so in data[section].items():
            entry = read_entry(written_so)
            rest = {field: value for field, value in written_so.items() if field != "check"} if entry else {}
            if entry is not None and written_so["check"] == check_of(name, rest, _bound(copy)):
                good[name] = entry
                continue
            edited.add(name)
            message = f"the entry of `{name}` was changed by hand, or belongs to another copy, and does not count"
            problems.append(Problem(_line(text, file, name), "lock-edited", message, _again(key)))
    lock = Lock(copy=copy, identity=data["identity"], figures=sections["figures"], words=sections["words"])
    return LockRead(lock, tuple(problems), frozenset(edited))


def _copy(data: dict[str, Any]) -> Copy | None:
    text = data["text"]
    if data["snapshot"] is None:
        return None
    return Copy(**data["snapshot"], text_sha256=text["sha256"], extractor=text["extractor"], pages=text["pages"])


def _sound(data: dict[str, Any], head: dict[str, Any]) -> bool:
    """Whether every part is there and of its kind."""
    both = (head["snapshot"] is None) == (head["text"] is None)
    parts = (head["snapshot"] is None or _shaped(head["snapshot"], _SNAPSHOT)) and (
        head["text"] is None or _shaped(head["text"], _TEXT)
    )
    entries = isinstance(data.get("figures"), dict) and isinstance(data.get("words"), dict)
    texts = isinstance(head["identity"], str) and isinstance(data.get("check"), str)
    return set(data) == set(_PARTS) and both and parts and entries and texts


def _shaped(value: object, shape: Mapping[str, type]) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == set(shape)
        and all(type(value[name]) is kind for name, kind in shape.items())
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping in which no name stands twice: a bad merge leaves such, and the first would be lost."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refused(_: str) -> None:
    raise ValueError


def _why(text: str) -> str:
    if re.search(r"^(<<<<<<<|>>>>>>>|=======)", text, re.MULTILINE):
        return "it holds the marks of two versions that were not merged"
    return "it is damaged"


def _unreadable(file: str, key: str, why: str) -> LockRead:
    return LockRead(
        None, (Problem(Where(file, 0), "lock-unreadable", f"this lock cannot be used: {why}", _again(key)),)
    )


def _again(key: str) -> str:
    return (
        f"put back its last good version, or have it written anew: `source verify {key}` where a copy is kept, "
        f"`source witness {key}` where none is"
    )


def _line(text: str, file: str, name: str) -> Where:
    """The line on which something stands, for entries have one each."""
    mark = f"{_json(name)}: "
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip().startswith(mark):
            return Where(file, number, line.index(mark) + 1, len(mark) - 2)
    return Where(file, 0)
