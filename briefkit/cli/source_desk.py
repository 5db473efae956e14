"""What every part of `source` works with: the base, its briefs, its copies and locks, and how one of them is written."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from briefkit.brief import Brief
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.today import today
from briefkit.disk import Tree
from briefkit.disk import replace as write_file
from briefkit.library import Library
from briefkit.pipeline.all_briefs import read_briefs
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, locks_of, read_library, unread_briefs
from briefkit.problems import Problem, did_you_mean, show
from briefkit.sources.holding import Holdings, hold_all
from briefkit.sources.lock import Lock, lock_file, write_lock
from briefkit.sources.renewing import Keep, Renewal, keeping
from briefkit.sources.snapshots import Snapshot
from briefkit.sources.sought import all_sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A project, opened for work on its sources."""

    project: Project
    tree: Tree
    library: Library
    briefs: tuple[Brief, ...]
    """Every brief that can be read: their citations quote sources too."""

    @property
    def keep(self) -> Keep:
        """Which entries of a lock stay although nothing that can be read relies on them."""
        there = {*brief_files(self.tree), *unread_briefs(self.tree)}
        return keeping(self.library.is_broken, there - {brief.slug for brief in self.briefs})

    def with_copy(self, key: str, copy: Snapshot) -> "Desk":
        """The same desk, as if that copy lay in its folder."""
        return replace(self, tree=replace(self.tree, snapshots={**self.tree.snapshots, key: copy}))

    def with_lock(self, key: str, text: str) -> "Desk":
        """The same desk with another lock."""
        return replace(self, tree=replace(self.tree, texts={**self.tree.texts, lock_file(key): text}))

    def holdings(self, keys: Collection[str], accepted: Iterable[str] = ()) -> Holdings:
        """The quotations of these sources, looked for in every copy in which their words may stand."""
        needed = set(keys)
        for one in all_sought(self.library, self.briefs):
            needed |= set() if set(keys).isdisjoint(one.documents) else set(one.documents)
        copies = {key: copy for key, copy in self.tree.snapshots.items() if key in needed}
        locks = {key: text for key, text in locks_of(self.tree).items() if key in needed}
        return hold_all(self.library, copies, locks, self.briefs, frozenset(accepted), keys)

    def known(self, key: str) -> str:
        """The key, if it is that of a reference; ends the command otherwise."""
        if key not in self.library.references:
            way = did_you_mean(key, self.library.references, "`list references` shows all keys")
            stop(f"no reference is called `{key}`: {way}")
        return key

    def write(self, key: str, lock: Lock) -> bool:
        """Write the lock of a source, when it differs from what is there."""
        path, text = lock_file(key), write_lock(lock)
        empty = lock.copy is None and not lock.figures and not lock.words
        if self.tree.texts.get(path) == text or (empty and path not in self.tree.texts):
            return False
        if fault := write_file(self.project.root, path, text.encode()):
            stop(f"`{path}` cannot be written: {fault}")
        return True

    def show(self, problems: Iterable[Problem], screen: Screen) -> None:
        """Problems as `check` shows them."""
        for problem in problems:
            screen.problem(show(problem, "error", self.tree.texts.get(problem.where.file)), to_out=True)


def opened_desk(project: Project, screen: Screen) -> Desk:
    """The project's desk."""
    screen.progress("reading the evidence")
    tree = project.tree()
    library, _ = read_library(tree)
    options = Options(briefs=tuple(brief_files(tree)))
    briefs, _ = read_briefs(tree, options, library, screen.progress)
    screen.progress("")
    return Desk(project=project, tree=tree, library=library, briefs=tuple(briefs))


def changed_lines(renewal: Renewal) -> list[str]:
    """What a lock says that it did not say before."""
    lines = [f"  {renewal.new} new in its lock"] if renewal.new else []
    lines += [f"  renewed: {line}" for line in renewal.renewed]
    return lines + [f"  dropped from its lock: `{name}`" for name in renewal.dropped]


def day(given: str, otherwise: str = "") -> str:
    """The day that was given with `--on`, or another; ends the command when it is none, or still to come."""
    if not given:
        return otherwise or today().isoformat()
    try:
        found = date.fromisoformat(given)
    except ValueError:
        found = None
    if found is None or found.isoformat() != given:
        stop(f"--on: `{given}` is not a day: write it as 2026-11-22")
    if found > today():
        stop(f"--on: {given} is still to come: write the day on which the words were seen")
    return given


def web_address(given: str) -> str:
    """The address that was given with `--address`; ends the command when it is none of the web."""
    try:
        parts = urlsplit(given)
    except ValueError:
        parts = urlsplit("")
    if given and (parts.scheme not in {"http", "https"} or not parts.netloc or not given.isprintable() or " " in given):
        stop(f"--address: `{given}` is not an address of the web: it begins with https://")
    return given
