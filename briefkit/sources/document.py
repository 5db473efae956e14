"""The text of a snapshot, cut into blocks that know their page and what part of the document they are."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Zone = Literal["body", "title", "heading", "references", "running_head", "cover", "caption", "table"]
"""What part of the document a block is. A quotation may stand in `body`, `heading`, `caption` and `table`; words found in any
of the others alone bear nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text: a paragraph, a table cell, a heading, or all of a page that belongs together."""

    text: str
    """As extracted: nothing folded, lines kept as `\\n` where they may matter for hyphens.

    A hyphen at the end of a printed line is always `-\\n`, whatever the file had there. A blank line (`\\n\\n`) within a PDF's
    page marks room on the page, through which a sentence may still run. Raised and lowered digits are `⁶` and `₂`.
    """
    zone: Zone = "body"
    page: int | None = None
    """1-based number of the page within the file; None where there are no pages."""
    number: int = 0
    """1-based number of the block within the document, for `paragraph 12`."""
    flows: bool = False
    """True when the text runs on in the next block of the same zone: the pages of a PDF do, paragraphs do not."""
    label: str = ""
    """The page's own number, as it is printed on it or as the file labels it: `337`; empty where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one snapshot."""

    blocks: tuple[Block, ...]
    media_type: str
    """`application/pdf`, `text/html`, `text/plain` or the media type of DOCX."""
    extractor: str
    """Name and version of what extracted the text: `pypdfium2 5.15.2`."""
    pages: int | None = None
    textless: tuple[int, ...] = ()
    """Pages that hold no text: scans, which nobody can search."""

    @property
    def text_sha256(self) -> str:
        """Hash of the extracted text with its zones and pages: it changes when anything that could be found changes."""
        return hash_of([(block.text, block.zone, block.page) for block in self.blocks])


def hash_of(data: object) -> str:
    """SHA-256 of data made of texts, numbers, lists and mappings, whatever the order of its keys."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def words_of(blocks: Iterable[Block]) -> int:
    """How many words blocks hold."""
    return sum(len(block.text.split()) for block in blocks)
