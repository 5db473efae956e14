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
ANOTHER_QUOTATION = "its quotation is another"
"""What has changed where the figure itself says what it said."""
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
    return ", ".join(_change(*each) for each in differences(one, entry)) or ANOTHER_QUOTATION


def differences(one: Sought, entry: Entry) -> list[tuple[str, str, str]]:
    """What a figure says differently now: of what, now and then; an empty text where it says nothing of it."""
    now, then = said_without_words(one.said), entry.says
    pairs = [(name.removeprefix("of "), now.get(name, ""), then.get(name, "")) for name in {**now, **then}]
    told = [(name, _interval(a), _interval(b)) if name == "interval" else (name, a, b) for name, a, b in pairs]
    return [(name, a, b) for name, a, b in told if a != b]


def _change(name: str, now: str, then: str) -> str:
    if not now:
        return f"{name} `{then}` is gone"
    return f"{name} is now `{now}`, was `{then}`" if then else f"{name} `{now}` is new"


def _interval(said: str) -> str:
    """`95 8 73`, as a seal has it, in a reader's words: `95% CI 8 to 73`."""
    parts = said.split(" ")
    return f"{parts[0]}% CI {parts[1]} to {parts[2]}".replace("-", "−") if len(parts) == 3 else said


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
