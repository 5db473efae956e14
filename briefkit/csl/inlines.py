"""What citeproc says, from pandoc's tree of inline elements to our pages: escaped HTML, and plain text.

Only what citeproc makes is known here; of anything else its text stays. Links lead to entries of the same page, or to
addresses that a page may link to.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

Inline = dict[str, Any]
Linked = Callable[[str, str, str], str]
"""HTML of a link to an entry: its key as citeproc was given it, the HTML and the text of what is linked."""

_TAGS = {
    "Emph": "em",
    "Strong": "strong",
    "Superscript": "sup",
    "Subscript": "sub",
    "Underline": "u",
    "Strikeout": "s",
    "SmallCaps": 'span class="smallcaps"',
}
_BLANKS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_CLASSES = ("nodecor", "smallcaps", "csl-block", "csl-indent")
"""Classes of citeproc's that have looks of their own."""
_ENTRY = "#ref-"


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of citation or entry."""

    html: str
    text: str


def _unlinked(_key: str, html: str, _text: str) -> str:
    return html


def said(inlines: Sequence[Inline], linked: Linked = _unlinked) -> Said:
    """The inline elements as HTML and text; `linked` makes the links to entries."""
    parts = [_one(inline, linked) for inline in inlines]
    return Said("".join(part.html for part in parts), "".join(part.text for part in parts))


def _one(inline: Inline, linked: Linked) -> Said:
    kind: str = inline["t"]
    content: Any = inline.get("c")
    if kind in _TAGS:
        inside = said(content, linked)
        name, _, more = _TAGS[kind].partition(" ")
        return Said(f"<{name}{' ' * bool(more)}{more}>{inside.html}</{name}>" if inside.html else "", inside.text)
    if kind in _NESTED:
        return _NESTED[kind](kind, content, linked)
    text = _BLANKS.get(kind, "") or _plain(kind, content)
    return Said(escape(text, quote=False), text)


def _plain(kind: str, content: Any) -> str:
    """The text of an element that holds nothing but text; nothing for what citeproc never makes."""
    if kind == "Str":
        return str(content)
    return str(content[-1]) if kind in ("Code", "Math", "RawInline") else ""


def _classed(kind: str, content: Any, linked: Linked) -> Said:
    """What stands within a span, in quotation marks, or in a citation."""
    if kind == "Quoted":
        begin, end = ("“", "”") if content[0]["t"] == "DoubleQuote" else ("‘", "’")
        inside = said(content[1], linked)
        return Said(f"{begin}{inside.html}{end}", f"{begin}{inside.text}{end}")
    inside = said(content[1], linked)
    classes = [name for name in content[0][1] if name in _CLASSES] if kind == "Span" else []
    return Said(f'<span class="{" ".join(classes)}">{inside.html}</span>', inside.text) if classes else inside


def _link(_kind: str, content: Any, linked: Linked) -> Said:
    inside, target = said(content[1], linked), str(content[2][0])
    if target.startswith(_ENTRY):
        return Said(linked(target.removeprefix(_ENTRY), inside.html, inside.text), inside.text)
    if not re.match(r"https?://[^\s\"'<>]+$", target, re.IGNORECASE) or not inside.html:
        return inside
    return Said(f'<a href="{escape(target)}">{inside.html}</a>', inside.text)


_NESTED: Mapping[str, Callable[[str, Any, Linked], Said]] = {
    "Link": _link,
    "Span": _classed,
    "Quoted": _classed,
    "Cite": _classed,
}
