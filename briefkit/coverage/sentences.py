"""The sentences of a source, numbered in the order in which they are printed.

Web pages are often stored with nothing between a full stop and the next sentence, or with each line of a page as a paragraph
of its own; both are told apart here before the sentences are counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefkit.claims.sentences import sentences
from briefkit.sources.document import Document

_JOINED = re.compile(r"(?<=[a-z0-9)\]][.?!])(?=[A-Z“‘\"])|(?<=[.?!][”’])(?=[A-Z“])")
"""Where one sentence follows another with no blank between them."""
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": ""})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source."""

    number: int
    """1-based, over the whole source."""
    text: str
    start: int
    """Where it begins in the source as `squeezed` leaves it."""
    end: int

    def opening(self, words: int) -> str:
        """Its first words."""
        return " ".join(self.text.split()[:words])


def squeezed(text: str) -> str:
    """The letters of a text without its blanks, its kinds of quotation marks and dashes, for finding places again."""
    return "".join(text.split()).translate(_FOLDED).casefold()


def sentences_of(document: Document) -> list[Sentence]:
    """Every sentence of a document, with the titles and lines that stand for themselves; marks alone are none."""
    found: list[Sentence] = []
    place = 0
    for text in _texts(document):
        end = place + len(squeezed(text))
        if found and not any(letter.isalpha() for letter in text):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {text}", end=end)
            place = end
            continue
        found.append(Sentence(len(found) + 1, text, place, end))
        place = end
    return found


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        for line in block.text.splitlines():
            for piece in _JOINED.split(line):
                yield from (" ".join(piece[one.start : one.end].split()) for one in sentences(piece))
