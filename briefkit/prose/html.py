"""Tokens to HTML. Everything that comes from a file is escaped; the nouns of a brief are painted by whoever is asked."""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from briefkit.brief import CitationGroup, FigureUse, Gap, Painter, Plain
from briefkit.prose.blocks import BLOCKS, block_name
from briefkit.prose.parser import BLOCK
from briefkit.prose.token import Token
from briefkit.tables.table import Table

_PLAIN_TAGS = frozenset(
    [
        "p",
        "em",
        "strong",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)


def paint(tokens: Sequence[Token], painter: Painter) -> str:
    """The HTML of a brief's body."""
    stack: list[tuple[str, str]] = []
    out: list[list[str]] = [[]]
    for token in tokens:
        if token.type == f"{BLOCK}_open":
            stack.append(block_name(token))
            out.append([])
        elif token.type == f"{BLOCK}_close":
            name, argument = stack.pop()
            html = "".join(out.pop())
            # What a problem calls unknown has no looks; its text still stands.
            out[-1].append(painter.block(name, argument, html) if name in BLOCKS else html)
        else:
            out[-1].append(_block(token, painter))
    return _NO_HEADER.sub(r"<td\1></td>", "".join(out[0]))


_NO_HEADER = re.compile(r'<th scope="col"( class="[a-z]+")?></th>')
"""The corner of a table: a header that says nothing is read out as nothing, so it is a cell."""


def paint_inline(tokens: Sequence[Token], painter: Painter) -> str:
    """The HTML of a line of text, such as a title."""
    return "".join(_inline(token, painter) for token in tokens)


def _block(token: Token, painter: Painter) -> str:
    noun = token.meta.get("noun")
    if token.type == "inline":
        return paint_inline(token.children or [], painter)
    if isinstance(noun, Table):
        return painter.table(noun)
    if token.hidden:
        return ""
    return _BLOCKS.get(token.type, _tag)(token)


def _code(token: Token) -> str:
    return f"<pre><code>{escape(token.content)}</code></pre>\n"


def _tag(token: Token) -> str:
    """An opening or closing tag with the attributes that Markdown gives it."""
    if token.type.startswith("footnote_"):
        return _note(token)
    if token.tag not in _PLAIN_TAGS:
        return ""
    if token.nesting < 0:
        return f"</{token.tag}>\n"
    shown = "".join(f' {name}="{escape(str(token.attrs[name]))}"' for name in ("id", "start") if name in token.attrs)
    gap = "\n" if token.tag in ("ul", "ol", "dl", "table", "thead", "tbody", "tr", "blockquote") else ""
    return f"<{token.tag}{shown}>{gap}"


def _cell(token: Token) -> str:
    """A cell of a Markdown table; its alignment is a class, as pages allow no style of their own."""
    if token.nesting < 0:
        return f"</{token.tag}>\n"
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    align = f' class="{side}"' if side in ("left", "right", "center") else ""
    scope = ' scope="col"' if token.tag == "th" else ""
    return f"<{token.tag}{scope}{align}>"


def _note(token: Token) -> str:
    """The parts of the footnotes at the end."""
    number = int(token.meta.get("id", 0)) + 1
    match token.type:
        case "footnote_block_open":
            return '<section class="footnotes" role="doc-endnotes">\n<ol>\n'
        case "footnote_block_close":
            return "</ol>\n</section>\n"
        case "footnote_open":
            return f'<li id="fn-{number}">'
        case "footnote_close":
            return "</li>\n"
    again = int(token.meta.get("subId", 0))
    suffix = f"-{again + 1}" if again else ""
    return f' <a class="footnote-back" href="#fnref-{number}{suffix}" aria-label="Back to the text">↩</a>'


def _inline(token: Token, painter: Painter) -> str:
    noun = token.meta.get("noun")
    if noun is not None:
        return _noun(noun, painter)
    if token.type == "image":
        return _image(token, painter)
    if token.tag in ("em", "strong"):
        return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"
    return _INLINE.get(token.type, _words)(token)


def _noun(noun: Any, painter: Painter) -> str:
    match noun:
        case FigureUse():
            return painter.figure(noun)
        case CitationGroup():
            return painter.citation(noun)
        case Plain():
            return painter.plain(noun)
        case Gap():
            return painter.gap(noun)
    raise AssertionError(noun)


def _words(token: Token) -> str:
    return escape(token.content)


def _mark(token: Token) -> str:
    number, again = int(token.meta["id"]) + 1, int(token.meta.get("subId", 0))
    suffix = f"-{again + 1}" if again else ""
    return f'<sup class="footnote"><a id="fnref-{number}{suffix}" href="#fn-{number}" role="doc-noteref">{number}</a></sup>'


def _link(token: Token) -> str:
    """A link; one that was refused leads nowhere, so that its words stay."""
    if token.nesting < 0:
        return "</a>"
    if not token.attrs.get("href"):
        return '<a class="refused">'
    title = f' title="{escape(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""
    return f'<a href="{escape(str(token.attrs["href"]))}"{title}>'


def _image(token: Token, painter: Painter) -> str:
    alt = str(token.attrs.get("alt", ""))
    if not token.attrs.get("src"):
        return painter.gap(Gap(alt or "picture", token.meta["where"]))
    return painter.image(str(token.attrs["src"]), alt, str(token.attrs.get("title", "")))


_BLOCKS: Mapping[str, Callable[[Token], str]] = {
    "fence": _code,
    "hr": lambda _: "<hr>\n",
    **dict.fromkeys(("th_open", "th_close", "td_open", "td_close"), _cell),
}
_INLINE: Mapping[str, Callable[[Token], str]] = {
    "softbreak": lambda _: "\n",
    "hardbreak": lambda _: "<br>\n",
    "code_inline": lambda token: f"<code>{escape(token.content)}</code>",
    "footnote_ref": _mark,
    "link_open": _link,
    "link_close": _link,
}
