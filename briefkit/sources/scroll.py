"""The text of a document laid out for searching: paragraphs that run on are one stream, and each token is known by its key.

What bears quotations (body, headings, captions, tables) is one scroll; what does not (references, running heads, titles,
covers) is another.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass

from briefkit.sources.document import Block, Document
from briefkit.sources.tokens import Tokens, tokenise

BEARING = frozenset({"body", "heading", "caption", "table"})
"""Zones in which a quotation may stand."""
_STEPPED_OVER = frozenset({"running_head", "caption", "table"})
"""What may stand between two halves of a paragraph without parting them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block's place in a scroll."""

    start: int
    block: Block
    after_other: bool
    """True when something was stepped over to come here from the block before."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Text of one sort, ready to be searched."""

    tokens: Tokens
    pieces: tuple[Piece, ...]
    where: dict[str, list[int]]
    """Numbers of the tokens that have a key; a parted word is under both readings."""

    def piece(self, token: int) -> Piece:
        """The block in which a token stands."""
        return self.pieces[self._at(token)]

    def between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The blocks over which tokens run, from the first to the one before `end`."""
        return self.pieces[self._at(start) : self._at(end - 1) + 1]

    def parts_cells(self, token: int) -> bool:
        """Whether a token is the boundary between two cells of a table."""
        if self.tokens.kinds[token] != "end" or not 0 < token < len(self.tokens.keys) - 1:
            return False
        return self.piece(token - 1).block.zone == self.piece(token + 1).block.zone == "table"

    def _at(self, token: int) -> int:
        place = self.tokens.starts[token]
        return max(bisect_right(self.pieces, place, key=lambda piece: piece.start) - 1, 0)


@dataclass(frozen=True, slots=True)
class Index:
    """A document, read once so that many quotations can be looked for in it."""

    bearing: Scroll
    """What can bear a quotation."""
    elsewhere: Scroll
    """References, running heads, titles and covers."""
    textless: tuple[int, ...] = ()
    """Pages that are pictures, in which nobody can search."""


def index(document: Document) -> Index:
    """The document made ready for `find`."""
    streams = _streams(document.blocks)
    bearing = [stream for stream in streams if stream[0][0].zone in BEARING]
    elsewhere = [stream for stream in streams if stream[0][0].zone not in BEARING]
    return Index(_scroll(bearing), _scroll(elsewhere), document.textless)


_Stream = list[tuple[Block, bool]]
"""Blocks that run on, each with whether something was stepped over before it."""


def _streams(blocks: Iterable[Block]) -> list[_Stream]:
    streams: list[_Stream] = []
    running: dict[str, tuple[_Stream, bool]] = {}
    """By zone: the stream that runs on, and whether something has come between since."""
    for block in blocks:
        stream, stepped = running.pop(block.zone, ([], False))
        if not stream:
            streams.append(stream)
        stream.append((block, stepped))
        kept = running if block.zone in _STEPPED_OVER else {}
        running = {zone: (open_, True) for zone, (open_, _) in kept.items()}
        if block.flows:
            running[block.zone] = (stream, False)
    return streams


def _scroll(streams: Iterable[_Stream]) -> Scroll:
    texts: list[str] = []
    pieces: list[Piece] = []
    breaks: list[int] = []
    at = 0
    for stream in streams:
        breaks.append(at)
        for block, stepped in stream:
            pieces.append(Piece(at, block, stepped))
            texts.append(block.text)
            at += len(block.text) + 1
    tokens = tokenise("\n".join(texts), frozenset(breaks))
    return Scroll(tokens, tuple(pieces), _where(tokens))


def _where(tokens: Tokens) -> dict[str, list[int]]:
    where: dict[str, list[int]] = {}
    for number, token in enumerate(tokens.keys):
        where.setdefault(token, []).append(number)
    for number, token in tokens.joined.items():
        insort(where.setdefault(token, []), number)
    return where
