"""The only room that opens files: a project's folder to texts and bytes, outputs back to a folder, whole or not at all.

Everything between reading and writing is a function of its arguments; what the rest of the package knows of the
disk is the `Tree` that it is handed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefkit.disk.amending import replace_as_read
    from briefkit.disk.files import below, create, replace
    from briefkit.disk.reading import Tree, read_tree
    from briefkit.disk.writing import previous, recover, write_tree

__all__ = ["Tree", "below", "create", "previous", "read_tree", "recover", "replace", "replace_as_read", "write_tree"]

_HOMES = {
    "Tree": "reading",
    "below": "files",
    "create": "files",
    "previous": "writing",
    "read_tree": "reading",
    "recover": "writing",
    "replace": "files",
    "replace_as_read": "amending",
    "write_tree": "writing",
}


def __getattr__(name: str) -> Any:
    """What somebody asks this room for, from the module that has it: a build with nothing to do reads no YAML."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"briefkit.disk.{_HOMES[name]}"), name)
