"""Reads what stands in a citation: `[see @strang2010, p. 3, "words"; @metrebian2015]`.

Keys are as BibTeX allows them. Everything here knows the text between the brackets only; offsets count from its start.
"""

import re
from collections.abc import Container
from dataclasses import dataclass

from briefkit.values.fault import Fault

MOST_WORDS = 25
"""Longer quotations are copying."""
STARTS = re.compile(r"\[(?:-?@|[^\[\]@\"“]*[\s;(]-?@[^\s\]@])")
"""What a citation in brackets begins with."""
_ITEM = re.compile(r"(?P<prefix>[^@]*?)(?P<minus>-?)@(?P<key>[^\s,;\[\]{}\"“”'%~\\#@()=]*)(?P<rest>.*)", re.DOTALL)
_NARRATIVE = re.compile(r"@([^\W_](?:[\w:.+?/*&<>-]*\w)?)")
_LOOKS_LIKE_KEY = re.compile(r"[^\W\d_][^\W\d]*[-_:]?(?:1[89]|20)\d\d(?:[a-z]|[-_:]\w+)?")
_QUOTED = re.compile(r"[\"“]((?:\\.|[^\"”\\])*)[\"”]", re.DOTALL)
_HOW = 'write `[@key]`, `[@key, p. 3]` or `[@key, p. 3, "words"]`'


@dataclass(frozen=True, slots=True)
class Cited:
    """One reference in a citation, and where in its brackets it stands."""

    key: str
    locator: str = ""
    words: str = ""
    prefix: str = ""
    bare: bool = False
    """`-@key`: the year alone, as the names stand in the sentence."""
    at: int = 0
    """Offset of `@`."""


def closing(text: str, start: int, stop: int) -> int:
    """Where the bracket that opens at `start` closes, marks between quotation marks not counted; -1 when it does not."""
    at, quoted = start + 1, False
    while at < stop:
        character = text[at]
        if character == "\\":
            at += 1
        elif character in '"“”':
            quoted = character == "“" or (character == '"' and not quoted)
        elif character == "]" and not quoted:
            return at
        at += 1
    return -1


def read_group(inside: str) -> tuple[Cited, ...] | Fault:
    """The references of one pair of brackets, or the first thing in it that cannot be read."""
    found: list[Cited] = []
    at = 0
    for part in _parts(inside):
        item = _item(part)
        if isinstance(item, Fault):
            return item.shifted(at)
        found.append(Cited(item.key, item.locator, item.words, item.prefix, item.bare, item.at + at))
        at += len(part) + 1
    if len(found) > 1 and any(item.bare for item in found):
        return Fault(
            "citation-malformed",
            "`-@` stands among other citations",
            "give `[-@key]` brackets of its own",
            0,
            len(inside),
        )
    return tuple(found)


def _parts(inside: str) -> list[str]:
    """The text between semicolons; those between quotation marks cut nothing."""
    parts, start, quoted = [], 0, False
    for at, character in enumerate(inside):
        if character in '"“”' and inside[at - 1 : at] != "\\":
            quoted = character == "“" or (character == '"' and not quoted)
        elif character == ";" and not quoted:
            parts.append(inside[start:at])
            start = at + 1
    return [*parts, inside[start:]]


def _item(part: str) -> Cited | Fault:
    """One reference with its locator and words."""
    match = _ITEM.fullmatch(part)
    shown = " ".join(part.split())
    if match is None:
        message = f"`{shown}` cites nothing" if shown else "nothing stands between two semicolons"
        return Fault(
            "citation-malformed", message, "each part between semicolons names its own `@key`", 0, max(1, len(part))
        )
    key, rest, at = match["key"], match["rest"], match.start("minus")
    if not key:
        return Fault("citation-malformed", "no key stands after `@`", _HOW, at, 1)
    if rest.strip() and not rest.lstrip().startswith(","):
        way = f"put a comma after the key: `[@{key}, {rest.strip()}]`"
        return Fault(
            "citation-malformed",
            f"`{rest.strip()}` follows the key `{key}` without a comma",
            way,
            match.start("rest"),
            len(rest),
        )
    tail = _tail(rest.lstrip()[1:])
    if isinstance(tail, Fault):
        return tail.shifted(len(part) - len(rest.lstrip()) + 1 if rest.strip() else 0)
    locator, words = tail
    return Cited(key, locator, words, " ".join(match["prefix"].split()), bool(match["minus"]), match.start("key") - 1)


def _tail(text: str) -> tuple[str, str] | Fault:
    """Locator and words, from what follows the comma after the key."""
    quoted = _QUOTED.search(text)
    before, after = (text[: quoted.start()], text[quoted.end() :]) if quoted else (text, "")
    length = max(1, len(text))
    if after.strip():
        return Fault(
            "citation-malformed",
            f"`{after.strip()}` follows the quoted words",
            f"the words come last: {_HOW}",
            0,
            length,
        )
    if re.search('["“”]', before):
        return Fault("citation-malformed", "a quotation mark has no partner", _HOW, 0, length)
    if quoted and before.strip() and not before.rstrip().endswith(","):
        return Fault("citation-malformed", "no comma stands before the quoted words", _HOW, 0, length)
    words = re.sub(r"\\(.)", r"\1", " ".join(quoted[1].split())) if quoted else ""
    if quoted and not words:
        return Fault("citation-malformed", "nothing stands between the quotation marks", _HOW, quoted.start(), 2)
    if len(words.split()) > MOST_WORDS:
        message = f"{len(words.split())} words are quoted; {MOST_WORDS} are the most"
        way = "quote the shortest run of words that bears the point: this is quotation, not copying"
        return Fault(
            "quote-too-long", message, way, quoted.start() if quoted else 0, len(quoted.group()) if quoted else 1
        )
    return " ".join(before.strip().rstrip(",").split()), words


def narrative(text: str, at: int, known: Container[str]) -> str:
    """The key in `@key says` at this place; empty where `@` means something else."""
    match = _NARRATIVE.match(text, at)
    if match is None or (at and (text[at - 1].isalnum() or text[at - 1] in "._-+/@")):
        return ""
    key = match[1]
    for end in range(len(key), 0, -1):
        whole = end == len(key) or not key[end].isalnum()
        if whole and key[:end] in known:
            return key[:end]
    stem = re.match(r"[\w:-]*\w", key)
    return stem.group() if stem and _LOOKS_LIKE_KEY.fullmatch(stem.group()) else ""
