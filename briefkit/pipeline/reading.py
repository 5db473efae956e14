"""The first stage: the texts of a project to its library, and the names of its briefs."""

from collections.abc import Iterable
from dataclasses import replace

from briefkit.bodies.join import join
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.load import NOTHING, Loaded, load_again
from briefkit.problems import Problem
from briefkit.settings import FILE, Settings, read_settings
from briefkit.sources.lock import SUFFIX


def read_settings_of(tree: Tree) -> tuple[Settings, list[Problem]]:
    """The project's own settings."""
    return read_settings(tree.texts.get(FILE))


def read_library(tree: Tree) -> tuple[Library, list[Problem]]:
    """The evidence base, and everything wrong with its files and the project's settings."""
    return read_library_again(tree, NOTHING)[:2]


def read_library_again(tree: Tree, before: Loaded) -> tuple[Library, list[Problem], Loaded]:
    """The same, and what was read file by file; what is the same as `before` is not read again."""
    settings, problems = read_settings_of(tree)
    unread = {p.where.file for p in tree.problems if p.where.file.endswith(".yaml")} - set(tree.texts)
    # An empty text keeps the id of a record that cannot be read, so that nobody who refers to it is blamed.
    texts = {file: text for file, text in tree.under("evidence").items() if not file.endswith(SUFFIX)}
    library, faults, loaded = load_again({**texts, **dict.fromkeys(unread, "")}, before)
    library, unpooled = join(replace(library, fresh_months=settings.fresh_months))
    faults += unpooled
    problems += [fault for fault in faults if fault.where.file not in unread]
    return library, [*tree.problems, *problems], loaded


def locks_of(tree: Tree) -> dict[str, str]:
    """The texts of the locks, by reference key."""
    locks = {file: text for file, text in tree.under("evidence/sources").items() if file.endswith(SUFFIX)}
    return {file.rpartition("/")[2].removesuffix(SUFFIX): text for file, text in locks.items()}


def unread_briefs(tree: Tree) -> tuple[str, ...]:
    """Slugs of the briefs that are there and whose files could not be read: what is wrong is in the tree's problems."""
    return tuple(_slugs(_unread(tree)))


def references_unread(tree: Tree) -> bool:
    """True when a part of the bibliography could not be read: who cites what may stand in it is not to blame."""
    return any(file.startswith("evidence/references") for file in _unread(tree))


def _unread(tree: Tree) -> set[str]:
    """Files and folders of which nothing could be read."""
    return {problem.where.file for problem in tree.problems if problem.rule != "stray-file"} - set(tree.texts)


def brief_files(tree: Tree) -> dict[str, str]:
    """The file of every brief by its slug, in order: what lies directly in `briefs/` and ends in `.md`."""
    return _slugs(tree.texts)


def _slugs(files: Iterable[str]) -> dict[str, str]:
    """Those of the files that are briefs, by slug."""
    found = (path for path in files if path.startswith("briefs/") and path.endswith(".md") and path.count("/") == 1)
    return {path.removeprefix("briefs/").removesuffix(".md"): path for path in sorted(found)}
