"""What a lock says of a quotation now, and in words what has changed when it no longer fits."""

from collections.abc import Mapping
from typing import Literal

from briefkit.hold import Held, Hold
from briefkit.problems import Problem
from briefkit.sources.lock import LockRead
from briefkit.sources.lock_entry import Entry, said_without_words
from briefkit.sources.sought import Sought

_HELD: Mapping[Literal["exact", "witnessed"], Held] = {"exact": "earlier", "witnessed": "witnessed"}
"""How a figure is held of which only a lock speaks."""
_DONE = {"exact": "found", "witnessed": "seen"}


def entry_of(one: Sought, read: LockRead | None) -> Entry | None:
    """The entry of a quotation: by its name, or, for a figure that was renamed, by what it says."""
    if read is None or read.lock is None:
        return None
    entries = read.lock.words if one.slug else read.lock.figures
    entry = entries.get(one.name)
    if entry is not None and (entry.seal == one.seal or one.slug):
        return entry
    return next((other for other in entries.values() if other.seal == one.seal), entry)


def fits(one: Sought, entry: Entry) -> bool:
    """Whether what was found or seen then is what is said today."""
    return entry.seal == one.seal


def from_lock(entry: Entry, key: str) -> Hold:
    """How a quotation is held of which a lock alone speaks."""
    return Hold(state=_HELD[entry.state], key=key, on=entry.on, place=entry.place, folds=entry.folds)


def orphans(one: Sought, read: LockRead | None, current: frozenset[str]) -> list[Entry]:
    """Words that the same brief once cited from the same source, and cites no more: one of them may have been changed."""
    if not one.slug or read is None or read.lock is None:
        return []
    return [entry for name, entry in read.lock.words.items() if one.slug in entry.briefs and name not in current]


def changes(one: Sought, entry: Entry) -> str:
    """What is said differently now: `value is now ..., was ...`."""
    if one.slug:
        return "the words that this brief cites are not those that were checked"
    now, then = said_without_words(one.said), entry.says
    parts = [_change(name, now.get(name, ""), then.get(name, "")) for name in {**now, **then}]
    return ", ".join(part for part in parts if part) or "its quotation is another"


def _change(name: str, now: str, then: str) -> str:
    if now == then:
        return ""
    name = name.removeprefix("of ")
    if not now:
        return f"{name} `{then}` is gone"
    return f"{name} is now `{now}`, was `{then}`" if then else f"{name} `{now}` is new"


def lapsed(one: Sought, entry: Entry, key: str, *, here: bool) -> Problem:
    """The problem of a quotation that somebody vouched for when it said something else."""
    since = f"since its words were {_DONE[entry.state]} in `{key}` on {entry.on}"
    message = f"`{one.shown}` has changed {since}: {changes(one, entry)}"
    return Problem(one.where, "witness-lapsed", message, _way(one, entry, key, here=here))


def _way(one: Sought, entry: Entry, key: str, *, here: bool) -> str:
    verify = f"`source verify {key}`"
    if here:
        return f"if the change is right, run {verify}: it lists what it renews"
    again = f"look it up in the source again, then run `source witness {key}{'' if one.slug else f' {one.shown}'}`"
    return f"{again}; or run {verify} where a copy is kept" if entry.state == "exact" else again
