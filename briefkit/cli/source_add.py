"""`source add`: a copy of a source into the folder of copies, once it is known to be that source."""

from collections.abc import Sequence
from pathlib import PurePath

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.source_desk import Desk, opened_desk, web_address
from briefkit.cli.source_verify import verify
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.disk import replace
from briefkit.disk.plain_file import named_file
from briefkit.disk.snapshots import inside, remove_copy
from briefkit.pipeline.reading import read_settings_of
from briefkit.problems import Problem, listed
from briefkit.sources.opening import Refused, open_bytes
from briefkit.sources.snapshots import MOST_BYTES, SUFFIXES, Snapshot, snapshot


def command(asked: Asked, words: Sequence[str], project: Project, screen: Screen) -> int:
    """Take the copy in, look for the quotations in it, and write the lock."""
    if len(words) != 2:
        stop(f"write the key of the reference and a file, as in: {PROGRAM} source add strang2010 Downloads/paper.pdf")
    desk = opened_desk(project, screen)
    key, address = desk.known(words[0]), web_address(asked.address)
    data = named_file(words[1], MOST_BYTES)
    if isinstance(data, Problem):
        stop(f"`{words[1]}` cannot be taken in: {data.message}")
    copy = snapshot(f"{folder_of_copies(desk)}/{key}{_suffix(words[1])}", data)
    accept(desk, key, copy, data)
    old = desk.tree.snapshots.get(key)
    if old is not None and old.read() == data:
        screen.say(f"{old.file} is this very file: nothing was copied")
        return verify(desk, [key], screen, accepted=frozenset({key}), address=address)
    if old is not None and not asked.replace:
        stop(_in_place(desk, key, old, copy), 1)
    put(desk, key, copy, data, screen)
    return verify(desk.with_copy(key, copy), [key], screen, accepted=frozenset({key}), address=address)


def folder_of_copies(desk: Desk) -> str:
    """The folder that copies go to: the first of the settings that lies in the project; ends the command without one."""
    folders = read_settings_of(desk.tree)[0].snapshots
    folder = inside(desk.project.root, folders)
    if not folder:
        names = listed(folders, joint="and")
        stop(
            f"no folder of this project is named for copies: `snapshots` in pyproject.toml is {names}\nAdd `snapshots` to it."
        )
    return folder


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        stop(
            f"`{name}` does not end as a copy can\nSave it as PDF, web page, text or Word document: {listed(SUFFIXES)}."
        )
    return suffix


def accept(desk: Desk, key: str, copy: Snapshot, data: bytes) -> None:
    """End the command when the file cannot be read, or is not the document of the reference."""
    opened = open_bytes(key, copy.name, data, desk.library)
    if isinstance(opened, Refused):
        stop(f"{opened.message}\n{opened.help}")


def _in_place(desk: Desk, key: str, old: Snapshot, new: Snapshot) -> str:
    """What to say when there is another copy already: what taking the new one would do to the quotations."""
    before, after = (_exact(desk.with_copy(key, copy), key) for copy in (old, new))
    lost = listed(sorted(before - after), joint="and")
    effect = f"{len(before)} of its quotations are found in it, {len(after)} would be in the new one"
    gone = f"\nno longer found would be {lost}" if lost else ""
    return f"there is a copy of `{key}` already: {old.file}\n{effect}{gone}\nTo put the new one in its place, add --replace."


def _exact(desk: Desk, key: str) -> set[str]:
    """The quotations that are found in a copy, as messages call them."""
    holdings = desk.holdings([key], accepted=[key])
    exact = ((one, holdings.found[one.slug, one.name]) for one in holdings.sought)
    return {one.shown for one, hold in exact if hold.state == "exact" and hold.key == key}


def put(desk: Desk, key: str, copy: Snapshot, data: bytes, screen: Screen) -> None:
    """Write the file of a copy, and take that of before away when it had another ending."""
    old = desk.tree.snapshots.get(key)
    own = old is not None and old.file.rpartition("/")[0] == copy.file.rpartition("/")[0]
    if old is not None and not own:
        stop(f"the copy of `{key}` lies in a folder that this command does not write to: {old.file}\nReplace it there.")
    if fault := replace(desk.project.root, copy.file, data):
        stop(f"`{copy.file}` cannot be written: {fault}")
    if old is not None and old.file != copy.file and (fault := remove_copy(desk.project.root, old.file)):
        screen.tell(f"{old.file} is still there, and cannot be removed: {fault}")
    screen.say(f"{copy.file} written ({len(data):,} bytes)")
