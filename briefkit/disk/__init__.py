"""The only room that opens files: a project's folder to texts and bytes, outputs back to a folder, whole or not at all.

Everything between reading and writing is a function of its arguments; what the rest of the package knows of the
disk is the `Tree` that it is handed.
"""

from briefkit.disk.amending import replace_as_read
from briefkit.disk.files import below, create, replace
from briefkit.disk.reading import Tree, read_tree
from briefkit.disk.writing import previous, recover, write_tree

__all__ = ["Tree", "below", "create", "previous", "read_tree", "recover", "replace", "replace_as_read", "write_tree"]
