"""Reads the text of a brief: tokens that know their places, and what is wrong with the text as a text.

What expressions, bound words and citations mean is not known here; `fill` finds out.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefkit.expressions.atom import MARK, Atom, Lifted
from briefkit.problems import Problem, Where
from briefkit.prose.blocks import block_problems
from briefkit.prose.links import link_problems
from briefkit.prose.marks import KNOWN
from briefkit.prose.parser import parser
from briefkit.prose.places import Places, Strip
from briefkit.prose.stray import stray_problems
from briefkit.prose.token import Token
from briefkit.values.fault import Fault


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as tokens. Besides those of Markdown there are `atom`, `bound`, `cited` and `fault`."""

    tokens: tuple[Token, ...]
    problems: tuple[Problem, ...]


def read_prose(lifted: Lifted, known: Container[str]) -> Prose:
    """The tokens of a brief's body; `known` are the keys of all references."""
    env: dict[str, Any] = {KNOWN: known}
    tokens = parser().parse(lifted.text, env)
    places = Places(lifted)
    _place_all(tokens, places)
    problems = [*block_problems(tokens, places), *stray_problems(tokens, env, places), *link_problems(tokens, lifted)]
    return Prose(tuple(tokens), tuple(problems))


def read_line(lifted: Lifted, known: Container[str]) -> Prose:
    """The tokens of a title or another text without blocks."""
    env: dict[str, Any] = {KNOWN: known}
    tokens = parser().parseInline(lifted.text.replace("\n", " "), env)
    places = Places(lifted)
    for token in tokens:
        token.map = [0, 1]
        _place_children(token, Strip(((0, 0),)), lifted)
    problems = [*stray_problems(tokens, env, places), *link_problems(tokens, lifted)]
    return Prose(tuple(child for token in tokens for child in token.children or []), tuple(problems))


def _place_all(tokens: list[Token], places: Places) -> None:
    """Give every token its place."""
    before: Token | None = None
    here = Where(places.lifted.origin.file, places.lifted.origin.line)
    for token in tokens:
        here = places.block(token) or here
        token.meta["where"] = here
        if token.type == "inline":
            _place_children(token, places.strip(token, before), places.lifted)
        if token.content and token.type == "fence":
            token.content = places.lifted.restored(token.content)
        token.info = places.lifted.restored(token.info)
        before = token


def _place_children(inline: Token, strip: Strip, lifted: Lifted) -> None:
    inline.children = list(_placed(inline.children or [], strip, lifted))
    if inline.children:
        inline.meta["where"] = inline.children[0].meta["where"]


def _placed(children: list[Token], strip: Strip, lifted: Lifted) -> Iterator[Token]:
    """The tokens of a paragraph with their places, each expression a token of its own."""
    for child in children:
        offset = strip.offset(child.meta.get("at", 0))
        child.meta["where"] = lifted.where(offset, child.meta.get("long", 1))
        child.meta |= {"strip": strip, "lifted": lifted}
        if child.type in ("text", "text_special"):
            child.type = "text"
            yield from _split(child, lifted)
        elif child.type in ("bound", "cited", "fault") and MARK.search(child.content):
            yield _refused(child, lifted)
        else:
            if child.type == "code_inline":
                child.content = lifted.restored(child.content)
            if child.children:
                child.children = list(_placed(child.children, strip, lifted))
            yield child


def _split(text: Token, lifted: Lifted) -> Iterator[Token]:
    """A text cut at the characters that stand for expressions; nothing of an empty one."""
    done = 0
    for mark in MARK.finditer(text.content):
        if done < mark.start():
            yield _part(text, done, mark.start(), lifted)
        atom = lifted.atom(mark.group())
        if atom:
            yield _atom(text, atom)
        done = mark.end()
    if done < len(text.content):
        yield _part(text, done, len(text.content), lifted)


def _part(text: Token, start: int, end: int, lifted: Lifted) -> Token:
    at = text.meta.get("at", 0) + start
    whole = start == 0 and end == len(text.content)
    where = text.meta["where"] if whole else lifted.where(text.meta["strip"].offset(at), end - start)
    return replace(text, content=text.content[start:end], meta={**text.meta, "at": at, "where": where})


def _atom(text: Token, atom: Atom) -> Token:
    return Token("atom", "", 0, content=atom.source, level=text.level, meta={"atom": atom, "where": atom.where})


def _refused(token: Token, lifted: Lifted) -> Token:
    """Bound words or a citation with an expression inside."""
    source = lifted.restored(token.content)
    if token.type == "bound" or source.endswith("}"):
        way = "bind plain words, or write the expression alone: it prints the figure with its citation"
        fault = Fault("bound-words", "an expression stands inside bound words", way)
    else:
        fault = Fault("citation-malformed", "an expression stands inside a citation", "write the citation out")
    return replace(token, type="fault", content=source, meta={**token.meta, "fault": fault})
