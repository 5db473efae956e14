"""`source verify`: every quotation looked for again, and what was found written into the locks."""

from collections.abc import Collection, Iterable, Sequence

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.source_desk import Desk, changed_lines, opened_desk
from briefkit.cli.today import today
from briefkit.hold import Held
from briefkit.pipeline.reading import locks_of
from briefkit.problems import Problem
from briefkit.sources.holding import Holdings
from briefkit.sources.looking import Looked
from briefkit.sources.renewing import after_looking, without_copy
from briefkit.sources.totals import totals_line

_RENEWED = frozenset({"witness-lapsed", "lock-behind", "lock-edited", "lock-unreadable"})
"""Problems that a lock written anew puts right where its copy is here."""


def command(asked: Asked, words: Sequence[str], project: Project, screen: Screen) -> int:
    """Verify the sources that were named, or all of which there is a copy or a lock."""
    desk = opened_desk(project, screen)
    keys = [desk.known(word) for word in words] or sorted(
        {*desk.tree.snapshots, *locks_of(desk.tree)} & set(desk.library.references)
    )
    return verify(desk, keys, screen, accepted=frozenset(keys) if asked.replace else frozenset(), brief=not words)


def verify(
    desk: Desk,
    keys: Sequence[str],
    screen: Screen,
    *,
    accepted: frozenset[str],
    address: str = "",
    brief: bool = False,
) -> int:
    """Look, write the locks, tell; the status is 1 when a quotation failed.

    With `brief`, sources of which no copy is here and nothing is new are counted instead of listed.
    """
    screen.progress("looking for the quotations")
    holdings = desk.holdings(keys, accepted)
    screen.progress("")
    unchanged = 0
    for key in keys:
        lines = list(_one(desk, key, holdings, accepted, address))
        if brief and lines == [_stays(key)]:
            unchanged += 1
            continue
        for line in lines:
            screen.say(line)
    if unchanged:
        screen.say(f"{unchanged} more {'source' if unchanged == 1 else 'sources'}: no copy is here; locks unchanged")
    left = remaining(keys, holdings, accepted)
    if left:
        screen.say("")
        desk.show(left, screen)
    if not keys:
        screen.say("nothing was looked for: no copy of a source is here, and no lock")
    if line := totals_line(counted(keys, holdings)):
        screen.say(line)
    return 1 if left else 0


def _one(desk: Desk, key: str, holdings: Holdings, accepted: Collection[str], address: str) -> Iterable[str]:
    """Write the lock of one source, and what to say of it."""
    copy = holdings.copies.get(key)
    read = holdings.locks.get(key)
    if copy is None:
        if read is None:
            yield f"{key}: no copy is here, and nobody has vouched for its words"
            return
        if read.problems:
            yield f"{key}: no copy is here, and its lock cannot be used as it is"
            return
        renewal = without_copy(key, holdings, desk.keep)
        desk.write(key, renewal.lock)
        yield _stays(key)
        yield from changed_lines(renewal)
        return
    if not usable(copy, holdings, accepted):
        yield f"{key}: nothing was written into its lock"
        return
    renewal = after_looking(key, holdings, today().isoformat(), desk.keep, address)
    written = desk.write(key, renewal.lock)
    yield _found(copy)
    yield from changed_lines(renewal) if written else ()


def _stays(key: str) -> str:
    return f"{key}: no copy is here; its lock stays"


def _found(copy: Looked) -> str:
    """How many of the quotations stand in a copy, and which of its pages nobody can search."""
    found = sum(finding.passed for finding in copy.findings.values())
    counts = f"{found} of {len(copy.findings)} quotations found" if copy.findings else "nothing is quoted yet"
    scanned = copy.opened.document.textless if copy.opened is not None else ()
    pages = ", ".join(map(str, scanned[:12])) + (" …" if len(scanned) > 12 else "")
    note = f"; no text can be read on {'page' if len(scanned) == 1 else 'pages'} {pages} (scanned?)" if scanned else ""
    return f"{copy.key}: {counts} in {copy.file}{note}"


def usable(copy: Looked, holdings: Holdings, accepted: Collection[str]) -> bool:
    """Whether a lock may speak for a copy: it is the right document, and the one of before unless a new one is meant."""
    if copy.opened is None:
        return False
    read = holdings.locks.get(copy.key)
    old = read.lock.copy if read is not None and read.lock is not None else None
    return old is None or old.sha256 == copy.opened.copy.sha256 or copy.key in accepted


def remaining(keys: Collection[str], holdings: Holdings, accepted: Collection[str]) -> list[Problem]:
    """What is wrong with these sources and was not put right by writing their locks."""
    good = {key for key, copy in holdings.copies.items() if usable(copy, holdings, accepted)}
    places = {one.where for one in holdings.sought if not set(keys).isdisjoint(one.documents)}
    places |= {where for where, key in holdings.lines.items() if key in keys}
    files = {f"evidence/sources/{key}{end}" for key in keys for end in (".yaml", ".lock")}
    files |= {copy.file for key, copy in holdings.copies.items() if key in keys}
    about = [p for p in holdings.problems if p.where in places or p.where.file in files]
    return [p for p in about if not (p.rule in _RENEWED and _mended(p, good, holdings))]


def _mended(problem: Problem, good: Collection[str], holdings: Holdings) -> bool:
    """Whether the lock that a problem is about was written anew."""
    if problem.where.file.startswith("evidence/sources/"):
        return problem.where.file.rpartition("/")[2].rpartition(".")[0] in good
    at = [one for one in holdings.sought if one.where == problem.where]
    return any(key in good for one in at for key in one.documents)


def counted(keys: Collection[str], holdings: Holdings) -> dict[Held, int]:
    """How many of the quotations of these sources are held how."""
    states = [
        holdings.found[one.slug, one.name].state for one in holdings.sought if not set(keys).isdisjoint(one.documents)
    ]
    return {state: states.count(state) for state in dict.fromkeys(states)}
