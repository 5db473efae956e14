"""The tokens of a paragraph as one text, so that sentences can be found in it, and cut again at any place of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefkit.brief import CitationGroup
from briefkit.claims.sentences import MARK, SOLID
from briefkit.prose.fill import shown_text
from briefkit.prose.token import Token


@dataclass(frozen=True, slots=True)
class Flat:
    """A paragraph as text."""

    text: str
    """As it reads on the page; citations and footnote marks are one character each."""
    mask: str
    """The same with what may not be cut made solid."""
    starts: tuple[int, ...]
    """Where each token begins in it."""

    def at(self, offset: int) -> int:
        """Number of the last token that begins at or before a place."""
        return max(0, bisect_right(self.starts, offset) - 1)


def flatten(tokens: Sequence[Token]) -> Flat:
    """The text of the tokens of a paragraph."""
    texts, masks, starts, at = [], [], [], 0
    for token in tokens:
        text = MARK if _is_mark(token) else shown_text(token)
        noun = token.meta.get("noun")
        if isinstance(noun, CitationGroup) and text != MARK:
            text = f"@{noun.citations[0].key}"
        starts.append(at)
        texts.append(text)
        masks.append(text if token.type in ("text", "softbreak", "hardbreak") or text == MARK else SOLID * len(text))
        at += len(text)
    return Flat("".join(texts), "".join(masks), tuple(starts))


def _is_mark(token: Token) -> bool:
    noun = token.meta.get("noun")
    return token.type == "footnote_ref" or (isinstance(noun, CitationGroup) and noun.form != "narrative")


def cut(tokens: Sequence[Token], flat: Flat, offset: int) -> tuple[list[Token], list[Token]]:
    """The tokens before and after a place of the text; a text across it is cut in two."""
    if offset <= 0 or not tokens:
        return [], list(tokens)
    number = flat.at(offset)
    while flat.starts[number] == offset:
        number -= 1
    token, inside = tokens[number], offset - flat.starts[number]
    if token.type != "text" or inside >= len(token.content):
        return list(tokens[: number + 1]), list(tokens[number + 1 :])
    return [*tokens[:number], _part(token, 0, inside)], [
        _part(token, inside, len(token.content)),
        *tokens[number + 1 :],
    ]


def _part(token: Token, start: int, end: int) -> Token:
    """A part of a text with its own place, where the file spells it as it reads."""
    meta = token.meta
    if "lifted" in meta:
        at = meta["at"] + start
        meta = {**meta, "at": at, "where": meta["lifted"].where(meta["strip"].offset(at), end - start)}
    return replace(token, content=token.content[start:end], meta=meta)
