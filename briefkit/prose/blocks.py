"""The `:::` blocks and the headings of a brief: which there are, and what can be wrong with them as blocks."""

import re
from collections.abc import Iterator, Sequence

from briefkit.expressions.atom import MARK
from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.prose.parser import BLOCK, DEEPEST
from briefkit.prose.placed import LONGEST
from briefkit.prose.places import BLANKS, Places
from briefkit.prose.token import Token

BLOCKS = {"key-messages": "", "unknown": "", "option": "TITLE", "judgement": "", "method": "", "depth": "brief"}
"""Each block, and what follows its name: nothing, words of the officer's own, or the one word that can."""
_NAME = re.compile(r"[ \t]*(\S*)[ \t]*(.*?)[ \t]*(?::{3,})?[ \t]*")


def block_name(token: Token) -> tuple[str, str]:
    """Name and argument of a block, from the token that opens it."""
    found = _NAME.fullmatch(token.info)
    return (found[1], found[2]) if found else ("", "")


def block_problems(tokens: Sequence[Token], places: Places) -> Iterator[Problem]:
    """What is wrong with the blocks of a text, and with blocks inside blocks."""
    for token in tokens:
        where: Where = token.meta["where"]
        if token.type == "inline" and len(token.content) > LONGEST:
            message = f"this paragraph has {len(token.content):,} characters; the marks of at most {LONGEST:,} are read"
            yield Problem(where, "paragraph-too-long", message, "put empty lines between its paragraphs")
        if token.level >= DEEPEST - 1:
            way = "take some of the marks `>`, `-` or `:::` away; what lies deeper is not read"
            yield Problem(where, "nested-too-deep", f"more than {DEEPEST} blocks lie inside each other", way)
            return
        if token.type == f"{BLOCK}_open":
            yield from _block(token, where, places)


def _block(token: Token, where: Where, places: Places) -> Iterator[Problem]:
    name, argument = block_name(token)
    known = f"a block is {listed(f'::: {one}' for one in BLOCKS)}"
    if not name:
        yield Problem(
            where, "unknown-block", "`:::` opens a block without a name, or closes one that is not open", known
        )
    elif name not in BLOCKS:
        yield Problem(where, "unknown-block", f"there is no block `{name}`", did_you_mean(name, BLOCKS, known))
    else:
        yield from _argument(name, argument, where)
    if name and token.map and not _closes(places.line_text(token.map[1]), token.markup):
        way = f"end it with `{token.markup}` on a line of its own; a block inside it needs fewer colons than it has"
        yield Problem(where, "unclosed-block", f"this block `{name}` is never closed", way)


def _argument(name: str, argument: str, where: Where) -> Iterator[Problem]:
    """What is wrong with the words after a block's name."""
    wanted = BLOCKS[name]
    if wanted == "TITLE" and not argument:
        yield Problem(where, "block-argument", "this option has no title", "write `::: option Pay for 60 places`")
    elif wanted == "TITLE" and ("{{" in argument or MARK.search(argument)):
        way = "say it in the text of the block"
        yield Problem(where, "block-argument", "an expression stands in the title of an option", way)
    elif wanted not in ("TITLE", argument):
        way = f"write `::: {name} {wanted}`".rstrip(" `") + "`"
        message = (
            f"`{argument}` means nothing after `{name}`" if argument else f"`{name}` needs the word `{wanted}` after it"
        )
        yield Problem(where, "block-argument", message, did_you_mean(argument, [wanted], way) if wanted else way)


def _closes(line: str, opening: str) -> bool:
    text = line.strip(BLANKS + ">")
    return len(text) >= len(opening) and not text.strip(":")
