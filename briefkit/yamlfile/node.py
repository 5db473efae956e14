"""The tree that a YAML file is read into, and how a place in it is found again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from briefkit.problems import Where

Mark = tuple[str, int, int, int]
"""File, line, column and length: what a `Where` is made of, made only when somebody asks."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file: text, a list, or fields with their names."""

    kind: Literal["map", "list", "text"]
    """What the value is."""
    mark: Mark
    """Where it begins, as a tuple."""
    text: str = ""
    """The text as written, without its quotation marks; empty for lists and fields."""
    quoted: bool = False
    """Whether the text stood in quotation marks or below a `>` or `|`."""
    items: tuple["Node", ...] = ()
    """The entries of a list."""
    pairs: Mapping[str, "Pair"] = field(default_factory=dict)
    """The fields, by name."""

    @property
    def where(self) -> Where:
        """The place of the value; of fields or a list over several lines, the place of the first entry."""
        return Where(*self.mark)


@dataclass(frozen=True, slots=True)
class Pair:
    """A field: its name's place and its value."""

    key_mark: Mark
    """Where the name stands, as a tuple."""
    value: Node
    """What the field holds."""

    @property
    def key_where(self) -> Where:
        """The place of the field's name."""
        return Where(*self.key_mark)


def plain(node: Node) -> Any:
    """The tree as dictionaries, lists and text, for a reader that needs no places."""
    if node.kind == "text":
        return node.text
    if node.kind == "map":
        return {key: plain(pair.value) for key, pair in node.pairs.items()}
    return [plain(item) for item in node.items]


def place(node: Node, loc: tuple[str | int, ...], *, key: bool = False) -> Where:
    """The place of the value at `loc`, or of its field's name with `key`.

    Parts of `loc` that are not in the tree are passed over, so the deepest place that exists is found. When what
    is not there would be a field of a group, the group's own name is the place: there the field is missing.
    """
    pair: Pair | None = None
    missing = False
    for part in loc:
        if part == "[key]" and part not in node.pairs:
            key = True  # pydantic's word for a fault in a field's name
            continue
        step = _step(node, part)
        missing = step is None
        if isinstance(step, Pair):
            pair, node = step, step.value
        elif step is not None:
            pair, node = None, step
    by_name = key or (missing and node.kind != "text")
    return pair.key_where if pair and by_name else node.where


def _step(node: Node, part: str | int) -> Pair | Node | None:
    """One step down the tree, if there is one."""
    if node.kind == "map":
        return node.pairs.get(str(part))
    if node.kind == "list" and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None
