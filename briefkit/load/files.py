"""What was read of each file of the evidence, so that a file that has stayed the same is not read again."""

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Self

from briefkit import yamlfile
from briefkit.load.settle import SettledRecord
from briefkit.problems import Problem
from briefkit.records.record import Record
from briefkit.yamlfile import Node, pack, unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """One file of the evidence as it was read."""

    mark: bytes
    """A mark of its text."""
    tree: bytes
    """The file as a tree, packed; empty where nothing of it could be read."""
    problems: tuple[Problem, ...]
    """What is wrong with it as YAML."""
    aliases: tuple[str, ...]
    """Old ids that it names."""
    record: Record | None = None
    """The record that it holds, when nothing is wrong with it."""
    settled: SettledRecord | None = None
    """The figures of that record."""

    @property
    def node(self) -> Node | None:
        """The file as a tree; of one with mistakes, what could be read of it."""
        return unpack(self.tree) if self.tree else None

    def alone(self) -> Self:
        """The file without what was made of it by names that are no longer the same."""
        return self.told(None, None)

    def told(self, record: Record | None, settled: SettledRecord | None) -> Self:
        """The same with what has been made of it: the very same when that is."""
        if self.record is record and self.settled is settled:
            return self
        return replace(self, record=record, settled=settled)


def parse(file: str, text: str, before: FileRead | None) -> FileRead:
    """A file as a tree; as it was read `before` when its text is the same."""
    mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).digest()
    if before is not None and before.mark == mark:
        return before
    node, wrong = yamlfile.read(text, file)
    tree = pack(node) if node is not None else b""
    return FileRead(mark=mark, tree=tree, problems=tuple(wrong), aliases=_aliases(node))


def _aliases(node: Node | None) -> tuple[str, ...]:
    old = node.pairs.get("aliases") if node is not None and node.kind == "map" else None
    return tuple(item.text for item in old.value.items) if old is not None else ()
