"""A tree in few bytes: a base of ten thousand files keeps its trees in memory and on the disk, and looks into few of them
again, when somebody has to be told where a mistake is.
"""

import marshal
from typing import Any

from briefkit.yamlfile.node import Node, Pair

_OPEN = 2048
"""Trees that are kept unpacked, since whoever looks into one often does so again."""
_open: dict[bytes, Node] = {}


def pack(node: Node) -> bytes:
    """The tree of one file, packed."""
    data = marshal.dumps((node.mark[0], _packed(node)))
    return _opened(data, node)


def unpack(data: bytes) -> Node:
    """The tree that was packed."""
    node = _open.get(data)
    if node is None:
        file, packed = marshal.loads(data)  # noqa: S302  made by `pack`; what is kept on the disk carries a mark
        node = _unpacked(file, packed)
        _opened(data, node)
    return node


def _opened(data: bytes, node: Node) -> bytes:
    if len(_open) >= _OPEN:
        _open.clear()
    _open[data] = node
    return data


def _packed(node: Node) -> tuple[Any, ...]:
    """A value without the name of its file, which all of a tree share."""
    below: Any = None
    if node.kind == "map":
        below = tuple((name, pair.key_mark[1:], _packed(pair.value)) for name, pair in node.pairs.items())
    elif node.kind == "list":
        below = tuple(_packed(item) for item in node.items)
    return node.kind, node.mark[1:], node.text, node.quoted, below


def _unpacked(file: str, packed: tuple[Any, ...]) -> Node:
    kind, mark, text, quoted, below = packed
    items = tuple(_unpacked(file, item) for item in below) if kind == "list" else ()
    pairs = {}
    if kind == "map":
        pairs = {name: Pair((file, *key), _unpacked(file, value)) for name, key, value in below}
    return Node(kind, (file, *mark), text, quoted, items, pairs)
