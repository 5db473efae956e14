"""What the `where` of a waiver means: parts of files that stay what they are when lines move."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefkit.library import OPTIONAL_PARTS, Library
from briefkit.problems import Where, did_you_mean
from briefkit.records.kinds import BY_FOLDER
from briefkit.yamlfile import Node, Pair

Point = tuple[int, int]
"""Line and column."""
END = (10**9, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or what lies between two points of it."""

    file: str
    first: Point = (0, 0)
    last: Point = END

    def holds(self, where: Where) -> bool:
        """Whether a place lies in this part; a file as a whole lies in no part of it."""
        return where.file == self.file and self.first <= (where.line, where.column if where.line else 0) <= self.last


def parts_of(text: str, library: Library, files: Collection[str]) -> tuple[Part, ...]:
    """The parts of files that a name stands for; none when it stands for nothing, or for a record and a brief alike."""
    if text in files:
        return (Part(text),)
    name = library.today(text)
    record, brief = _record_files(name, files), f"briefs/{text}.md"
    if record and brief in files:
        return ()
    if brief in files:
        return (Part(brief),)
    return record or tuple(_reference(text, library, files)) or tuple(_below(name, library))


def suggestion(text: str, library: Library, files: Iterable[str]) -> tuple[str, str]:
    """What to say about a name that stands for nothing: message and way out."""
    names = set(files)
    if _record_files(library.today(text), names) and f"briefs/{text}.md" in names:
        return (
            f"`{text}` is the name of a record and of a brief",
            f"write the file: `briefs/{text}.md`, or the record's",
        )
    near = library.suggest(text) if "." in text and library.record(text.partition(".")[0]) else ""
    briefs = [PurePosixPath(name).stem for name in names if name.startswith("briefs/") and name.endswith(".md")]
    known = [*library.records, *briefs, *library.references, *names]
    other = "write a file, a record's id, the address of a figure, the key of a reference, or the name of a brief"
    return f"there is no place `{text}`", near or did_you_mean(text, known, other)


def _record_files(name: str, files: Collection[str]) -> tuple[Part, ...]:
    """The file of a record, also of one that cannot be read."""
    paths = (f"evidence/{folder}/{name}.yaml" for folder in BY_FOLDER)
    return tuple(Part(path) for path in paths if path in files)


def _reference(key: str, library: Library, files: Collection[str]) -> Iterator[Part]:
    """What there is of a reference: its entry in the bibliography, its source, its lock, its verdicts."""
    reference = library.references.get(key)
    if reference is None:
        return
    where = reference.where
    others = (one.where for one in library.references.values() if one.where.file == where.file and one.where > where)
    after = min((other.line for other in others), default=END[0])
    yield Part(where.file, (where.line, 0), (after, 0))
    for path in (f"evidence/sources/{key}.yaml", f"evidence/sources/{key}.lock", f"evidence/verdicts/{key}.yaml"):
        if path in files:
            yield Part(path)


def _below(address: str, library: Library) -> Iterator[Part]:
    """A figure of a record, or a group of them."""
    first, _, rest = address.partition(".")
    record = library.record(first)
    if record is None or not rest:
        return
    pair = _descend(record.node, rest.split("."))
    if pair is not None:
        start = pair.key_where
        end = max((where.line, where.column) for where in _places(pair.value, pair.key_where))
        after = [point for where in _places(record.node) if (point := (where.line, where.column)) > end]
        line, column = min(after, default=END)
        yield Part(start.file, (start.line, start.column), (line, column - 1))


def _descend(node: Node, steps: list[str]) -> Pair | None:
    """The field at the end of an address, which may leave out what can be left out."""
    for name in (steps[0], *OPTIONAL_PARTS):
        pair = node.pairs.get(name)
        rest = steps[1:] if name == steps[0] else steps
        found = pair if pair is None or not rest else _descend(pair.value, rest)
        if found is not None:
            return found
    return None


def _places(node: Node, *more: Where) -> Iterator[Where]:
    """Where each piece of a tree begins."""
    yield from more
    yield node.where
    for item in node.items:
        yield from _places(item)
    for pair in node.pairs.values():
        yield from _places(pair.value, pair.key_where)
