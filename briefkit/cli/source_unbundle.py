"""`source unbundle`: the copies of a colleague's bundle into this project, each tested against the locks."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.source_add import folder_of_copies, put
from briefkit.cli.source_desk import Desk, opened_desk
from briefkit.cli.source_verify import verify
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.disk.plain_file import named_file
from briefkit.pipeline.reading import locks_of
from briefkit.problems import Problem
from briefkit.sources.bundle import COPIES, unpack
from briefkit.sources.lock import Lock, lock_file, read_lock
from briefkit.sources.opening import Refused, open_bytes
from briefkit.sources.snapshots import MOST_BYTES, digest, snapshot


def command(asked: Asked, words: Sequence[str], project: Project, screen: Screen) -> int:
    """Take in every copy that is the one its lock speaks of, and then look for its quotations."""
    if len(words) != 1:
        stop(f"write the file, as in: {PROGRAM} source unbundle hat_england.zip")
    data = named_file(words[0], MOST_BYTES)
    if isinstance(data, Problem):
        stop(f"`{words[0]}` cannot be read: {data.message}")
    files = unpack(data)
    if isinstance(files, str):
        stop(f"`{words[0]}` cannot be taken in: {files}")
    desk = opened_desk(project, screen)
    taken, refused = [], 0
    for path in sorted(path for path in files if path.startswith(COPIES)):
        key = PurePosixPath(path).stem
        why = _why_not(desk, key, path, files, replace=asked.replace)
        if why:
            refused += 1
            screen.tell(f"{path} was not taken in: {why}")
            continue
        desk = _taken(desk, key, path, files, screen)
        taken.append(key)
    if not taken:
        screen.say(
            "nothing was taken in: "
            + ("see above" if refused else "there is no copy in it, and locks alone prove nothing")
        )
    status = verify(desk, taken, screen, accepted=frozenset(taken)) if taken else 1
    return 1 if refused else status


def _why_not(desk: Desk, key: str, path: str, files: Mapping[str, bytes], *, replace: bool) -> str:
    """Why a copy of a bundle is not taken in; empty when it is the one that a lock speaks of."""
    if key not in desk.library.references:
        return f"no reference is called `{key}` here"
    lock, whose = _lock(desk, key, files)
    if lock is None or lock.copy is None:
        return "no lock says what it must be"
    if lock.copy.sha256 != digest(files[path]):
        return f"it is not the copy that {whose} speaks of"
    old = desk.tree.snapshots.get(key)
    if old is not None and old.read() != files[path] and not replace:
        return f"{old.file} is another copy; to put this one in its place, add --replace"
    name = PurePosixPath(path).name
    opened = open_bytes(key, name, files[path], desk.library)
    return opened.message if isinstance(opened, Refused) else ""


def _lock(desk: Desk, key: str, files: Mapping[str, bytes]) -> tuple[Lock | None, str]:
    """The lock that a copy is tested against: that of this project, or, where it knows of no copy, that of the bundle."""
    own = locks_of(desk.tree).get(key)
    read = read_lock(own, key) if own is not None else None
    if read is not None and (read.lock is None or read.problems):
        return None, ""
    if read is not None and read.lock is not None and read.lock.copy is not None:
        return read.lock, "the lock of this project"
    theirs = read_lock(files.get(lock_file(key), b"").decode("utf-8", "replace"), key)
    return (None, "") if theirs.problems else (theirs.lock, "the lock in the bundle")


def _taken(desk: Desk, key: str, path: str, files: Mapping[str, bytes], screen: Screen) -> Desk:
    """The copy written to its folder, and the bundle's lock remembered where this project has none."""
    copy = snapshot(f"{folder_of_copies(desk)}/{PurePosixPath(path).name}", files[path])
    old = desk.tree.snapshots.get(key)
    if old is not None and old.read() == files[path]:
        screen.say(f"{old.file} is here already")
        copy = old
    else:
        put(desk, key, copy, files[path], screen)
    if lock_file(key) in desk.tree.texts:
        return desk.with_copy(key, copy)
    theirs = read_lock(files[lock_file(key)].decode("utf-8", "replace"), key).lock
    assert theirs is not None
    desk.write(key, theirs)
    return desk.with_copy(key, copy).with_lock(key, files[lock_file(key)].decode("utf-8", "replace"))
