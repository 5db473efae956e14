"""Marks that stand alone: half an expression, HTML, a footnote without its text. As plain text they would go unnoticed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefkit.problems import Problem, Where, did_you_mean
from briefkit.prose.places import Places
from briefkit.prose.token import Token

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_BINDING = re.compile(r"\{[ \t]*=[^}\n]*\}?")
_BRACES = re.compile(r"\{\{|\}\}")
_HEADING = re.compile(r"(#{1,6})\w+")


def stray_problems(tokens: Sequence[Token], env: Mapping[str, Any], places: Places) -> Iterator[Problem]:
    """What stands in the text of tokens that would have been a mark if it were whole."""
    defined = [label.removeprefix(":") for label in env.get("footnotes", {}).get("refs", {})]
    for token in tokens:
        escaped = _escaped(token)
        yield from _heading(token, places)
        for child in token.children or []:
            yield from _child(child, defined, places, escaped)
    yield from _unused_notes(env, places)


def _heading(token: Token, places: Places) -> Iterator[Problem]:
    """A heading without the blank that makes it one: it would be printed as it stands, marks and all."""
    first = token.children[0] if token.children else None
    match = _HEADING.match(first.content) if first is not None and first.type == "text" else None
    if first is not None and match:
        words = match.group().removeprefix(match[1])
        message = f"`{_short(match.group())}` is no heading without a blank behind the `{match[1]}`"
        yield Problem(_where(first, match, places), "heading-blank", message, f"write `{match[1]} {_short(words)}`")


def _escaped(token: Token) -> bool:
    """Whether somebody wrote a brace with a backslash, and so meant it as a character."""
    return "\\{" in token.content or "\\}" in token.content


def _child(child: Token, notes: list[str], places: Places, escaped: bool) -> Iterator[Problem]:
    if child.type == "raw_html":
        child.type = "text"
        if not child.content.startswith("</"):
            way = "a brief has no HTML: write `**strong**`, `*emphasis*`, a `:::` block, or `\\<` for the sign itself"
            yield Problem(child.meta["where"], "raw-html", f"`{_short(child.content)}` stays text", way)
    elif child.type == "text":
        for match in _NOTE.finditer(child.content):
            message = f"the footnote `[^{match[1]}]` has no text"
            way = did_you_mean(match[1], notes, f"write `[^{match[1]}]: ...` on a line of its own")
            yield Problem(_where(child, match, places), "unknown-footnote", message, way)
        for match in _BINDING.finditer(child.content):
            message, way = (
                "this address binds no words",
                "write `[38 of 43]{=riott.retention_26w.heroin}`, without a gap",
            )
            yield Problem(_where(child, match, places), "bound-words", message, way)
        for match in () if escaped else _BRACES.finditer(child.content):
            message = f"`{match.group()}` stands alone"
            way = "an expression begins with `{{` and ends with `}}`; write `\\{` for the sign itself"
            yield Problem(_where(child, match, places), "unclosed-expression", message, way)


def _unused_notes(env: Mapping[str, Any], places: Places) -> Iterator[Problem]:
    """Footnotes that nothing points to: their text would be lost."""
    for key, number in env.get("footnotes", {}).get("refs", {}).items():
        label = key.removeprefix(":")
        at = re.search(rf"^[ \t>]*\[\^{re.escape(label)}\]:", places.lifted.text, re.MULTILINE)
        if number < 0 and at:
            start = at.start() + at.group().index("[")
            where = places.lifted.where(start, at.end() - start)
            way = f"put `[^{label}]` where a reader should find it"
            yield Problem(where, "unused-footnote", f"nothing points to the footnote `{label}`", way)


def _where(child: Token, match: re.Match[str], places: Places) -> Where:
    """The place of a part of a text."""
    at = child.meta.get("at", 0) + match.start()
    return places.lifted.where(child.meta["strip"].offset(at), len(match.group()))


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
