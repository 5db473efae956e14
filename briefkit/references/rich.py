"""Rich text between a reference and its page: the few nodes that our templates are built with, and our own backend.

Templates and rich text are pybtex's; how they become HTML is ours, since pybtex writes addresses unescaped.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from pybtex.backends import BaseBackend
from pybtex.richtext import Text
from pybtex.style.template import Node, join

from briefkit.references.item import Item

_ENDINGS = (".", "?", "!", "…", ".’", "?’", "!’", ".”", "?”", "!”", ".]", "?]")


def piece(say: Callable[..., Any]) -> Any:
    """A template node of a function that says something of an item: plain text, rich text or nothing."""

    def formatted(_: list[Any], item: Item, *args: Any, **named: Any) -> Any:
        return Text(say(item, *args, **named))

    return Node(say.__name__, formatted)


def _parts(children: list[Any], item: Item) -> Iterator[Any]:
    return (child.format_data(item) if isinstance(child, Node) else Text(child) for child in children)


def _paragraph(children: list[Any], item: Item) -> Any:
    ended = [text if str(text).endswith(_ENDINGS) else Text(text, ".") for text in _parts(children, item) if text]
    return Text(" ").join(ended)


def _whole(children: list[Any], item: Item) -> Any:
    parts = list(_parts(children, item))
    return Text(*parts) if all(parts) else Text()


paragraph: Any = Node("paragraph", _paragraph)
"""Sentences, each with its full stop unless it has an end already; empty ones are left out."""
whole: Any = Node("whole", _whole)
"""All its children or, when one is empty, nothing: `whole["in ", book]` leaves no lone `in`."""
commas: Any = join(sep=", ")
spaces: Any = join(sep=" ")
together: Any = join


class _Html(BaseBackend):  # type: ignore[misc]  # pybtex carries no types
    """HTML in which nothing that a person wrote can be markup. A tag may name a language: `em-de`."""

    def __init__(self) -> None:
        super().__init__("utf-8")

    def format_str(self, str_: str) -> str:
        """Escaped text."""
        return escape(str_, quote=False)

    def format_tag(self, tag_name: str, text: str) -> str:
        """An element, with its language when it has one of its own."""
        name, _, lang = tag_name.partition("-")
        return f'<{name} lang="{lang}">{text}</{name}>' if lang else f"<{name}>{text}</{name}>"

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        """A link; only web addresses come here, and they are escaped all the same."""
        assert re.match(r"https?://", url, re.IGNORECASE), "unsafe addresses are left out when a reference is read"
        rel = ' rel="external"' if external else ""
        return f'<a href="{escape(url)}"{rel}>{text}</a>'


def as_html(text: Any) -> str:
    """Rich text as HTML."""
    return str(text.render(_Html()))


def as_text(text: Any) -> str:
    """Rich text as plain text, with ordinary blanks."""
    return str(text).replace("\u00a0", " ")
