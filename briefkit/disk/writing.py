"""A build's output into its folder: the whole of the new, or the whole of the old, whenever the process may die.

The new output is written beside the folder (`.dist.new`), then the two change places in one step where the system
can do that (Linux, macOS), else in two renames; what a kill between those two leaves is put right by the next start.
A lock keeps two builds from mixing their files.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from errno import ENOTDIR
from pathlib import Path, PurePosixPath

from briefkit.disk.exchange import exchanged
from briefkit.disk.faults import worded
from briefkit.disk.lock import Busy, locked
from briefkit.disk.outputs import Folder, Outputs
from briefkit.disk.work import MARK, NAMES, beside, has_manifest, made_by_us, remove
from briefkit.problems import Problem, Where


def write_tree(out: Path, files: Mapping[str, bytes], *, patience: float = 60, whole: bool = True) -> list[Problem]:
    """Make `out` hold exactly `files`, or leave it as it is and say why.

    `patience` is how many seconds to wait for another build to finish writing; `whole` is False only in tests of
    systems that cannot exchange two folders in one step.
    """
    try:
        if fault := _not_ours(out):
            return [fault]  # before there is a lock, which would stay
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(beside(out, "lock"), patience):
            return _replace(out, files, whole=whole)
    except Busy:
        way = "wait until it has finished, then run this again"
        return [Problem(_place(out), "output-busy", "another build is writing to this folder", way)]
    except FileExistsError:
        return [_refused(out, NotADirectoryError(ENOTDIR, ""))]  # what `mkdir` calls a file in the folder's path
    except OSError as fault:
        return [_refused(out, fault)]


def _replace(out: Path, files: Mapping[str, bytes], *, whole: bool) -> list[Problem]:
    """The same under the lock, with the system's refusals still as they come."""
    if fault := _stranger(out):
        return [fault]
    _settle(out)
    if fault := _not_ours(out):
        return [fault]
    staying = files.staying if isinstance(files, Outputs) else frozenset[str]()
    if not _holds(out, files, staying):
        _write(beside(out, "new"), files, out, staying)
        _swap(out, whole=whole)
    return []


def recover(out: Path) -> None:
    """Put right what a killed build has left: the old output comes back to its place, half-written ones go."""
    # A build that is writing now does it itself, and one that cannot write says why when it comes to that.
    with suppress(Busy, OSError):
        if any(made_by_us(beside(out, name)) for name in NAMES):
            with locked(beside(out, "lock"), patience=0):
                _settle(out)


def previous(out: Path) -> Folder:
    """The files of the output that is there now, by path; empty when there is none of ours."""
    try:
        there = out.is_dir() and not _not_ours(out)
        return Folder(out, _files(out) if there else [])
    except OSError:
        return Folder(out, [])


def _settle(out: Path) -> None:
    """Bring the folder to a whole state after a kill; call it only under the lock."""
    old = beside(out, "old")
    if made_by_us(old):
        if os.path.lexists(out):
            _discard(out, old)
        else:
            old.rename(out)
    for name in ("new", "bin"):
        remove(beside(out, name))


def _discard(out: Path, folder: Path) -> None:
    """Delete a folder under another name, so that half of it is never taken for a whole output."""
    bin_ = beside(out, "bin")
    remove(bin_)
    folder.rename(bin_)
    remove(bin_)


def _write(folder: Path, files: Mapping[str, bytes], out: Path, staying: Collection[str]) -> None:
    """All files into a new folder, down to the disk; nothing of it stays when one cannot be written. Those that stay as
    they are get a second name there, where the disk can do that.
    """
    try:
        folder.mkdir()
        (folder / MARK).touch()
        for path in files:
            place = folder / _safe(path)
            place.parent.mkdir(parents=True, exist_ok=True)
            if path in staying and _linked(out / path, place):
                continue
            with place.open("xb") as file:
                file.write(files[path])
                file.flush()
                os.fsync(file.fileno())
        (folder / MARK).unlink()
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _linked(old: Path, new: Path) -> bool:
    """Give a file of before a second name; False where that cannot be done, and it has to be copied."""
    try:
        if old.is_symlink():
            return False
        os.link(old, new)
    except (OSError, NotImplementedError):
        return False
    return True


def _safe(path: str) -> PurePosixPath:
    """A path that stays in its folder; anything else is our own fault."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or ":" in path or not parts.parts:
        message = f"an output cannot be called {path!r}"
        raise ValueError(message)
    return parts


def _swap(out: Path, *, whole: bool) -> None:
    """Put the finished new folder in the place of the old."""
    new, old = beside(out, "new"), beside(out, "old")
    if not out.exists():
        new.rename(out)
        return
    if not (whole and exchanged(new, out)):
        out.rename(old)
        new.rename(out)
    with suppress(OSError):  # the new output stands; what is left of the old goes at the next start
        _discard(out, old if old.exists() else new)


def _stranger(out: Path) -> Problem | None:
    """What stands, though briefkit did not make it, where a build has to work; call it only under the lock."""
    for name in NAMES:
        folder = beside(out, name)
        if os.path.lexists(folder) and not made_by_us(folder):
            message = f"`{folder.name}` beside it is in the way of the build, and not briefkit's"
            way = f"move or rename `{folder.name}`, or choose another folder with --out"
            return Problem(_place(out), "output-not-ours", message, way)
    return None


def _holds(out: Path, files: Mapping[str, bytes], staying: Collection[str]) -> bool:
    """True when the folder holds just these files with just these bytes, and so need not be touched; those that stay
    were looked at before.
    """
    if not out.is_dir() or sorted(_files(out)) != sorted(files):
        return False
    return all((out / path).read_bytes() == files[path] for path in files if path not in staying)


def _files(folder: Path) -> list[str]:
    """Paths of all files below a folder, with forward slashes."""
    return [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_symlink() or not p.is_dir()]


def _not_ours(out: Path) -> Problem | None:
    """Why the folder may not be replaced, or None: only what briefkit made is ever taken away."""
    way = "choose another folder with --out, or empty this one yourself if nothing in it is needed"
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        return Problem(_place(out), "output-not-ours", "this is not a folder, and is left alone", way)
    if out.is_dir() and any(out.iterdir()) and not has_manifest(out):
        message = "this folder holds files that briefkit did not make, and is left alone"
        return Problem(_place(out), "output-not-ours", message, way)
    return None


def _place(out: Path) -> Where:
    return Where(out.name, 0)


def _refused(out: Path, fault: OSError) -> Problem:
    """The output could not be written; the old one is still there."""
    message = f"the output cannot be written: {worded(fault)}"
    way = "what was there before is unchanged; make room or choose another folder with --out, then run this again"
    return Problem(_place(out), "output-not-written", message, way)
