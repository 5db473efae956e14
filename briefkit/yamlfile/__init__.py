"""YAML text to a tree that knows the place of everything in it; all traps of YAML are shut in this room.

Every scalar stays the text that was written: what it means is settled by the field that asks for it, so `NO` stays
Norway, `012` keeps its nought and `1.40` its digits. Mistakes are problems in the words of the person who made them;
after a mistake in the syntax the rest of a file cannot be read, all others are found in one go.
"""

from briefkit.yamlfile.encoding import decode
from briefkit.yamlfile.node import Node, Pair, place, plain
from briefkit.yamlfile.packing import pack, unpack
from briefkit.yamlfile.reading import read

__all__ = ["Node", "Pair", "decode", "pack", "place", "plain", "read", "unpack"]
