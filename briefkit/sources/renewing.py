"""The locks that follow from what was found, or from what somebody says to have seen; with what they change, in words.

An entry that still fits stays as it is, day and all, so that verifying twice changes nothing.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from briefkit.hold import Hold
from briefkit.sources.holding import Holdings
from briefkit.sources.lapses import changes, entry_of, fits
from briefkit.sources.lock import Copy, Lock, LockRead
from briefkit.sources.lock_entry import Entry, said_without_words
from briefkit.sources.looking import Looked, name_of
from briefkit.sources.sought import Sought

Keep = Callable[[str, Entry], bool]
"""Whether an entry of which nothing speaks today has to stay: its figure or its brief cannot be read just now."""
Vouched = list[tuple[Sought, Entry]]
"""Quotations with the entries that are to stand for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """A lock as it is to be, and how it differs from that of before."""

    lock: Lock
    new: int
    """Entries that were not there."""
    renewed: tuple[str, ...]
    """What was said of each entry that no longer fitted, and is said now."""
    dropped: tuple[str, ...]
    """Names of entries that nobody relies on any more, or whose words are not found now."""


def after_looking(key: str, holdings: Holdings, today: str, keep: Keep, address: str = "") -> Renewal:
    """The lock of a source whose copy is here."""
    read = holdings.locks.get(key)
    before = _before(read)
    copy, identity = _copy(holdings.copies[key], before, today, address)
    same = before.copy is not None and before.copy.sha256 == copy.sha256
    vouched: Vouched = []
    for one in holdings.sought:
        hold, old = holdings.found[name_of(one)], entry_of(one, read)
        if hold.key == key and hold.state == "exact":
            vouched.append((one, _found(one, hold, old, today)))
        elif key in one.documents and old is not None and not fits(one, old) and (same or old.state == "witnessed"):
            # Words that are not found now: where no copy is, they have to be known as changed, not as never seen.
            vouched.append((one, old))

    def stays(name: str, entry: Entry) -> bool:
        return keep(name, entry) and (same or entry.state == "witnessed")

    return _renewal(Lock(copy=copy, identity=identity), vouched, read, stays)


def without_copy(key: str, holdings: Holdings, keep: Keep) -> Renewal:
    """The lock of a source whose copy is not here: it stays, without what nobody relies on any more."""
    return after_witness(key, holdings, (), "", keep)


def after_witness(
    key: str, holdings: Holdings, seen: Iterable[Sought], day: str, keep: Keep, again: str = ""
) -> Renewal:
    """The lock of a source in which somebody has seen the words of these quotations on a day.

    What has changed since somebody vouched for it was seen `again`: on the day before it changed nobody can have seen it so.
    """
    read = holdings.locks.get(key)
    before = _before(read)
    named = {name_of(one) for one in seen}
    vouched: Vouched = []
    for one in holdings.sought:
        entry = entry_of(one, read) if key in one.documents else None
        if name_of(one) in named and (entry is None or not fits(one, entry)):
            changed = entry is not None or holdings.found[name_of(one)].state == "failed"
            on = (again or day) if changed else day
            entry = Entry(seal=one.seal, state="witnessed", on=on, says=said_without_words(one.said), briefs=_in(one))
        if entry is not None:
            vouched.append((one, entry))
    return _renewal(Lock(copy=before.copy, identity=before.identity), vouched, read, keep)


def _before(read: LockRead | None) -> Lock:
    return read.lock if read is not None and read.lock is not None else Lock()


def _copy(looked: Looked, before: Lock, today: str, address: str) -> tuple[Copy, str]:
    """What the lock says of the copy: the day on which these very bytes came is kept."""
    assert looked.opened is not None
    copy, old = looked.opened.copy, before.copy
    known = old if old is not None and old.sha256 == copy.sha256 else None
    came = address or (known.address if known else "")
    return replace(copy, added=known.added if known else today, address=came), looked.opened.identity


def _found(one: Sought, hold: Hold, old: Entry | None, today: str) -> Entry:
    """The entry of words that were found now; its day is that on which the same was found first."""
    entry = Entry(
        seal=one.seal,
        state="exact",
        on=today,
        place=hold.place,
        folds=hold.folds,
        says=said_without_words(one.said),
        briefs=_in(one),
    )
    return (
        replace(entry, on=old.on) if old is not None and replace(old, on=today, briefs=entry.briefs) == entry else entry
    )


def _in(one: Sought) -> tuple[str, ...]:
    return (one.slug,) if one.slug else ()


def _renewal(head: Lock, vouched: Vouched, read: LockRead | None, keep: Keep) -> Renewal:
    """The lock with these entries and those that have to stay, set against that of before."""
    before = _before(read)
    figures = {one.name: entry for one, entry in vouched if not one.slug}
    words: dict[str, Entry] = {}
    for one, entry in vouched:
        if one.slug:
            others = words[one.name].briefs if one.name in words else ()
            words[one.name] = replace(entry, briefs=tuple(sorted({*others, *_in(one)})))
    for now, then in ((figures, before.figures), (words, before.words)):
        for name, entry in then.items():
            if name not in now and keep(name, entry):
                now[name] = entry
    lock = replace(head, figures=dict(sorted(figures.items())), words=dict(sorted(words.items())))
    lines, new = _compared(vouched, read)
    gone = [name for name in before.figures if name not in figures] + [
        name for name in before.words if name not in words
    ]
    return Renewal(lock=lock, new=new, renewed=tuple(lines), dropped=tuple(gone))


def _compared(vouched: Vouched, read: LockRead | None) -> tuple[list[str], int]:
    """What was said of each entry that is another now, and how many entries are new."""
    lines, new = [], 0
    for one, entry in vouched:
        old = entry_of(one, read)
        if old is None:
            new += 1
        elif old.seal != entry.seal:
            lines.append(f"`{one.shown}`: {changes(one, old)}")
    return lines, new


def keeping(broken: Callable[[str], bool], unread: Collection[str]) -> Keep:
    """Entries stay whose figure could not be read (`broken`), or whose words stand in a brief that was not (`unread`)."""

    def keep(name: str, entry: Entry) -> bool:
        return not set(unread).isdisjoint(entry.briefs) if entry.briefs else broken(name)

    return keep
