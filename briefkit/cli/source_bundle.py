"""`source bundle`: the copies and locks that a brief rests on, as one file for a colleague who has none of them."""

from collections.abc import Mapping, Sequence

from briefkit import manifest
from briefkit.brief import Brief
from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.source_desk import Desk, opened_desk
from briefkit.cli.source_verify import usable
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.disk.snapshots import write_new
from briefkit.pipeline.reading import locks_of
from briefkit.pipeline.reads import with_inputs
from briefkit.problems import did_you_mean, listed
from briefkit.sources.bundle import COPIES, pack
from briefkit.sources.holding import Holdings
from briefkit.sources.lock import lock_file
from briefkit.sources.sought import quoted

MOST_TOLD = 6
"""Sources without a copy that are told one by one."""


def command(asked: Asked, words: Sequence[str], project: Project, screen: Screen) -> int:
    """Pack what there is, and say what is missing."""
    if asked.replace or len(words) != 2 or not words[1].lower().endswith(".zip"):
        stop(f"write a brief and the file to make, as in: {PROGRAM} source bundle hat_england hat_england.zip")
    desk = opened_desk(project, screen)
    brief = _brief(words[0], desk)
    keys = sorted(documents_of(brief, desk))
    screen.progress("looking for the quotations")
    holdings = desk.holdings(keys)
    screen.progress("")
    files = _files(keys, desk, holdings)
    if fault := write_new(words[1], pack(files)):
        stop(f"`{words[1]}` cannot be written: {fault}")
    copies = [path for path in files if path.startswith(COPIES)]
    screen.say(f"{words[1]}: {len(copies)} of the {len(keys)} sources of `{brief.slug}`, each with its lock")
    missing = [key for key in keys if key not in desk.tree.snapshots]
    for line in _without_copy(missing, files):
        screen.say(line)
    screen.say(
        f"To take it in elsewhere: {PROGRAM} source unbundle {words[1].replace(chr(92), '/').rpartition('/')[2]}"
    )
    return 0


def _without_copy(missing: Sequence[str], files: Mapping[str, bytes]) -> list[str]:
    """What is said of the sources of which no copy is here: each by itself, or their number where they are many."""
    packed = [key for key in missing if lock_file(key) in files]
    if len(missing) <= MOST_TOLD:
        return [f"  no copy of {key} is here{'; its lock is packed' if key in packed else ''}" for key in missing]
    locks = f"{len(packed)} {'lock is' if len(packed) == 1 else 'locks are'} packed"
    if not any(path.startswith(COPIES) for path in files):
        return [f"  no copy is here; {locks}"]
    return [f"  of {len(missing)} sources no copy is here; of those {locks}"]


def _brief(word: str, desk: Desk) -> Brief:
    slug = word.removeprefix("briefs/").removesuffix(".md")
    found = {brief.slug: brief for brief in desk.briefs}
    if slug not in found:
        way = did_you_mean(slug, found, f"the briefs are {listed(found, joint='and')}" if found else "there is none")
        stop(f"there is no brief `{slug}` that can be read: {way}")
    return found[slug]


def documents_of(brief: Brief, desk: Desk) -> set[str]:
    """Keys of the documents in which the words stand that a brief rests on."""
    found: set[str] = set()
    for figure in with_inputs(manifest.used(brief).values(), desk.library):
        if quoted(figure):
            found |= {figure.cite[0], *([figure.via] if figure.via else [])}
    cited = {one.key for claim in brief.claims for one in claim.citations if one.words}
    return (found | cited) & set(desk.library.references)


def _files(keys: Sequence[str], desk: Desk, holdings: Holdings) -> dict[str, bytes]:
    """Copies with their locks; ends the command when a lock does not speak for its copy, for nobody could check it."""
    files: dict[str, bytes] = {}
    locks = locks_of(desk.tree)
    for key in keys:
        if key in locks:
            files[lock_file(key)] = locks[key].encode()
        looked = holdings.copies.get(key)
        if looked is None:
            continue
        read = holdings.locks.get(key)
        known = read is not None and read.lock is not None and read.lock.copy is not None
        if not known or not usable(looked, holdings, ()):
            stop(
                f"the lock of `{key}` does not speak for the copy that is here\nRun `{PROGRAM} source verify {key}` first."
            )
        data = desk.tree.snapshots[key].read()
        if isinstance(data, bytes):
            files[f"{COPIES}{desk.tree.snapshots[key].name}"] = data
    return files
