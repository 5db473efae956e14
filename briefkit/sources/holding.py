"""How each quotation is held: found in the copy that is here, found or seen before as a lock says, unseen, or failed.

Every quotation gets one state, and each that failed a problem: its own, or that of its source, which says how many it
takes with it. Nothing that was not looked for is ever called found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefkit.brief import Brief, Citation
from briefkit.hold import UNSEEN, Hold
from briefkit.library import Library
from briefkit.problems import Problem, Where, in_order
from briefkit.sources.blame import changed_copy, not_found, refused_copy, unlocked
from briefkit.sources.displaced import displaced
from briefkit.sources.finding import Finding
from briefkit.sources.inherited import Failed, at_their_line
from briefkit.sources.lapses import entry_of, fits, from_lock, lapsed, orphans
from briefkit.sources.lock import LockRead, read_lock
from briefkit.sources.looking import Looked, Name, look, name_of
from briefkit.sources.snapshots import Snapshot
from briefkit.sources.sought import Sought, all_sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What is known of every quotation."""

    figures: Mapping[str, Hold] = field(default_factory=dict)
    """By address of the figure."""
    words: Mapping[str, Mapping[Citation, Hold]] = field(default_factory=dict)
    """Words that briefs cite: by brief, then by citation."""
    problems: tuple[Problem, ...] = ()
    sought: tuple[Sought, ...] = ()
    found: Mapping[Name, Hold] = field(default_factory=dict)
    """The same of all, by brief and name."""
    copies: Mapping[str, Looked] = field(default_factory=dict)
    """What came of each copy that is here and was searched, by key."""
    locks: Mapping[str, LockRead] = field(default_factory=dict)
    """The locks as they were read, by key."""
    lines: Mapping[Where, str] = field(default_factory=dict)
    """Lines of records from which many figures take a wrong source or page, with the document that each is about."""

    @property
    def texts(self) -> dict[str, str]:
        """Hash of the text of each source of which a copy is or was here, by key."""
        locked = {key: read.lock.copy.text_sha256 for key, read in self.locks.items() if read.lock and read.lock.copy}
        opened = {key: one.opened.copy.text_sha256 for key, one in self.copies.items() if one.opened}
        return {**locked, **opened}


def hold_all(
    library: Library,
    snapshots: Mapping[str, Snapshot],
    locks: Mapping[str, str],
    briefs: Iterable[Brief] = (),
    accepted: frozenset[str] = frozenset(),
    always: Iterable[str] = (),
    cited: Iterable[Sought] = (),
) -> Holdings:
    """Look for every quotation. `locks` are the texts of the locks by key; `accepted` are keys whose copy may differ
    from its lock, because somebody says that the new one is meant; `always` names copies to open though nothing is quoted from them;
    `cited` are the words of briefs that were gathered before.
    """
    sought = [*all_sought(library, briefs), *cited]
    read = {key: read_lock(text, key) for key, text in sorted(locks.items())}
    copies = look(library, snapshots, sought, always)
    changed = {key for key, copy in copies.items() if _differs(copy, read.get(key))} - accepted
    holder = _Holder(copies, read, frozenset(changed), _current(sought))
    found = {name_of(one): holder.hold(one) for one in sought}
    whole = [problem for one in read.values() for problem in one.problems]
    whole += _of_sources(library, sought, found, holder)
    failed, lines = at_their_line(holder.failed, sought, library)
    return Holdings(
        figures={one.name: found[name_of(one)] for one in sought if not one.slug},
        words=_words(sought, found),
        problems=tuple(in_order([*whole, *failed, *holder.problems])),
        sought=tuple(sought),
        found=found,
        copies=copies,
        locks=read,
        lines=lines,
    )


def _differs(copy: Looked, read: LockRead | None) -> bool:
    """Whether a copy is not the one that its lock speaks of."""
    locked = read.lock.copy if read is not None and read.lock is not None else None
    return locked is not None and copy.opened is not None and copy.opened.copy.sha256 != locked.sha256


def _current(sought: Iterable[Sought]) -> Mapping[str, frozenset[str]]:
    """Names of the words that each brief cites today."""
    found: dict[str, set[str]] = {}
    for one in sought:
        if one.slug:
            found.setdefault(one.slug, set()).add(one.name)
    return {slug: frozenset(names) for slug, names in found.items()}


def _words(sought: Iterable[Sought], found: Mapping[Name, Hold]) -> dict[str, dict[Citation, Hold]]:
    words: dict[str, dict[Citation, Hold]] = {}
    for one in sought:
        if one.citation is not None:
            words.setdefault(one.slug, {})[one.citation] = found[name_of(one)]
    return words


@dataclass(slots=True)
class _Holder:
    """Settles one quotation after the other, and gathers what is wrong with each."""

    copies: Mapping[str, Looked]
    locks: Mapping[str, LockRead]
    changed: frozenset[str]
    current: Mapping[str, frozenset[str]]
    problems: list[Problem] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    """Quotations that failed by themselves, with what is to be told of each."""
    behind: dict[str, int] = field(default_factory=dict)
    """Keys of copies in which words were found that their lock does not know, with how many."""

    def hold(self, one: Sought) -> Hold:
        """The state of one quotation: the best that any of its documents gives."""
        here = [key for key in one.documents if key in self.copies]
        for key in here:
            finding = self.copies[key].findings.get(name_of(one))
            if finding is not None and finding.passed and key not in self.changed:
                return self._exact(one, key, finding)
        away = [key for key in one.documents if key not in self.copies]
        told = self._told(one, away)
        if told is not None:
            return told
        return self._failed(one, here[0]) if here else self._without_copy(one, away)

    def _exact(self, one: Sought, key: str, finding: Finding) -> Hold:
        """Found now. That its figure said something else when the lock was written is a problem all the same."""
        read = self.locks.get(key)
        entry = entry_of(one, read)
        if entry is not None and not fits(one, entry):
            self.problems.append(lapsed(one, entry, key, here=True))
        elif entry is None and (read is None or read.lock is not None):
            self.behind[key] = self.behind.get(key, 0) + 1
        return Hold(
            state="exact",
            key=key,
            place=finding.place,
            before=finding.before,
            after=finding.after,
            folds=finding.folds,
        )

    def _told(self, one: Sought, keys: Iterable[str]) -> Hold | None:
        """What a lock says whose copy is not here, when it fits."""
        for key in keys:
            entry = entry_of(one, self.locks.get(key))
            if entry is not None and fits(one, entry):
                return from_lock(entry, key)
        return None

    def _failed(self, one: Sought, key: str) -> Hold:
        """Looked for, and not found as it should be; or the copy cannot be used at all."""
        copy = self.copies[key]
        finding = copy.findings.get(name_of(one))
        if finding is None:
            return Hold(state="failed", key=key, why="its copy cannot be used")
        if finding.passed:
            return Hold(state="failed", key=key, place=finding.place, why="its copy was changed since it was verified")
        self.failed.append(Failed(one, key, not_found(one, key, finding), finding))
        return Hold(state="failed", key=key, place=finding.place, folds=finding.folds, why=finding.message)

    def _without_copy(self, one: Sought, keys: Iterable[str]) -> Hold:
        """No copy is here, and no lock fits: somebody vouched for something else, or nobody did."""
        for key in keys:
            read = self.locks.get(key)
            if read is not None and one.name in read.edited:
                return Hold(state="failed", key=key, why="its entry in the lock was changed by hand")
            entry = entry_of(one, read)
            gone = orphans(one, read, self.current.get(one.slug, frozenset())) if entry is None else [entry]
            if gone:
                self.problems.append(lapsed(one, gone[0], key, here=False))
                return Hold(state="failed", key=key, why="it has changed since somebody vouched for it")
        if problem := displaced(one, self.locks):
            self.failed.append(Failed(one, one.document, problem))
            return Hold(state="failed", key=one.document, why="its words were seen in another source")
        return Hold(state=UNSEEN.state, key=one.document)


def _of_sources(
    library: Library, sought: Iterable[Sought], found: Mapping[Name, Hold], holder: _Holder
) -> Iterable[Problem]:
    """What is wrong with whole copies, once each, with what that means for the quotations in them."""
    failed: dict[str, list[Sought]] = {}
    for one in sought:
        hold = found[name_of(one)]
        if hold.state == "failed":
            failed.setdefault(hold.key, []).append(one)
    for key, copy in holder.copies.items():
        lost = failed.get(key, [])
        if copy.refused is not None:
            yield refused_copy(key, copy, len(lost), described=key in library.sources)
        elif key in holder.changed:
            lock = holder.locks[key].lock
            stands = {name for name, finding in copy.findings.items() if finding.passed}
            absent = [one.shown for one in lost if name_of(one) not in stands]
            yield changed_copy(key, lock.copy.added if lock and lock.copy else "", len(lost), absent)
        if key in holder.behind:
            yield unlocked(key, holder.behind[key])
