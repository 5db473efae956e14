"""A project's folder to texts and bytes, with every file that cannot be read reported and none followed outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefkit.disk.contents import Contents, kind_of, read_contents
from briefkit.disk.snapshots import copies_of
from briefkit.problems import Problem, Where
from briefkit.settings import FILE
from briefkit.sources.snapshots import Snapshot
from briefkit.yamlfile import decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A project as read: everything that a build may know of the disk."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """By path relative to the project's folder, with forward slashes, sorted."""
    binaries: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures and fonts, likewise."""
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    """Stored copies of sources by reference key: the name of the file without its ending."""
    problems: tuple[Problem, ...] = ()
    """Files that could not be read, or are not where they may be."""

    def under(self, folder: str) -> dict[str, str]:
        """The texts of one folder."""
        return {path: text for path, text in self.texts.items() if path.startswith(f"{folder}/")}


def read_tree(root: Path, contents: Contents | None = None) -> Tree:
    """The project in `root`; `contents` are those of its files when they were read already."""
    root = root.resolve()
    contents = contents or read_contents(root)
    texts: dict[str, str] = {}
    binaries: dict[str, bytes] = {}
    problems: list[Problem] = list(contents.problems)
    for path, data in contents.files.items():
        _sort_in(path, data, texts, binaries, problems)
    snapshots, unread = copies_of(root, texts.get(FILE))
    return Tree(texts=texts, binaries=binaries, snapshots=snapshots, problems=(*problems, *unread))


def _sort_in(
    path: str, data: bytes | Problem, texts: dict[str, str], binaries: dict[str, bytes], problems: list[Problem]
) -> None:
    """One file into the map it belongs to, or into the problems."""
    kind = kind_of(path)
    if kind == "stray":
        problems += _stray(path)
    elif isinstance(data, Problem):
        problems.append(data)
    elif kind == "asset":
        binaries[path] = data
    else:
        text, faults = decode(data, path)
        problems += faults
        if text is not None:
            texts[path] = text


def _stray(path: str) -> list[Problem]:
    """A file that nothing reads, said where somebody may believe that it is: in the folder of the evidence."""
    if not path.startswith("evidence/"):
        return []
    way = "evidence files end in .yaml, bibliographies in .bib; rename it, or keep it elsewhere"
    return [Problem(Where(path, 0), "stray-file", "this file is not read", way)]
