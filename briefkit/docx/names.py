"""The names of the format (ECMA-376) that the modules of this room share."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT_TABLE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
HEADER, FOOTER, FONT = "header", "footer", "font"
"""Kinds of parts, as relations name them."""


def w(name: str) -> str:
    """The full name of an element or attribute of a text document."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The full name of an attribute that points to another part."""
    return f"{{{R}}}{name}"
