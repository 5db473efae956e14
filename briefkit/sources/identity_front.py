"""The front of a document: its first pages, where it says what it is."""

import re
from dataclasses import dataclass

from briefkit.sources.document import Block, Document
from briefkit.sources.letters import Run, run_of

FIRST_PAGES = 3
FIRST_BLOCKS = 60
AFTER_TITLE = 20
"""Blocks after a page's main heading that still belong to its front, however long the menu before it."""
MOST_WORDS = 2_500
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>|]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """What the first pages print."""

    lines: tuple[str, ...]
    run: Run
    meta: tuple[str, ...]
    """What a web page's head says of the document."""

    def has_doi(self, doi: str) -> bool:
        """Whether the document calls itself by this DOI: in its head, or as the first DOI that its front prints."""
        known = bare_doi(doi)
        if not known:
            return False
        for line in self.meta:
            if re.match(r"(?:citation_doi|dc\.identifier|canonical|og:url)", line, re.IGNORECASE) and known in bare_doi(
                line
            ):
                return True
        text = "\n".join(self.lines)
        first = _DOI.search(text)
        if first is None:
            return False
        # A DOI that is too long for its column goes on in the next line.
        found = re.sub(r"-?\n\s*", "", text[first.start() : first.start() + len(known) + 12])
        dashed = re.sub(r"\n\s*", "", text[first.start() : first.start() + len(known) + 12])
        return any(_begins(part.casefold(), known) for part in (found, dashed))

    def has_address(self, address: str) -> bool:
        """Whether the page says that this is its own address."""
        known = bare_address(address)
        own = [line.partition(": ")[2] for line in self.meta if line.lower().startswith(("canonical:", "og:url:"))]
        return "/" in known and any(bare_address(found) == known for found in own)


def bare_doi(text: str) -> str:
    """The DOI in a text, in small letters, without what closes the sentence."""
    match = _DOI.search(text)
    return match[0].casefold().rstrip(".,;") if match else ""


def bare_address(text: str) -> str:
    """A web address without what two spellings of it differ in."""
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/+(?=[?#]|$)", "", text.strip().casefold()).rstrip("/")


def _begins(text: str, doi: str) -> bool:
    """Whether a text begins with the whole DOI, not with one that goes on with another digit."""
    return text.startswith(doi) and not re.match(r"[0-9]", text[len(doi) : len(doi) + 1])


def front_of(document: Document) -> Front:
    """The first pages, covers not counted, or the first blocks; never the reference list."""
    blocks = _first(document)
    meta = tuple(block.text for block in document.blocks if block.zone == "cover" and block.page is None)
    lines: list[str] = []
    left = MOST_WORDS
    for block in blocks:
        if left <= 0 or block.text in meta:
            continue
        lines += block.text.split("\n") if len(block.text) < 20_000 else [block.text[:20_000]]
        left -= len(block.text.split()) if block.page is None else 0
    authors = [
        line.partition(": ")[2] for line in meta if re.match(r"[\w.:]*(?:author|creator|byl)", line, re.IGNORECASE)
    ]
    titles = [line.partition(": ")[2] for line in meta if re.match(r"[\w.:]*title", line, re.IGNORECASE)]
    sites = [line.partition(": ")[2] for line in meta if re.match(r"og:site_name|citation_(?:journal|pub|date)", line)]
    every = (*titles, *authors, *sites, *lines)
    return Front(every, run_of(list(every)), meta)


def _first(document: Document) -> list[Block]:
    blocks = [block for block in document.blocks if block.zone != "references"]
    if document.pages is not None:
        covers = len({block.page for block in blocks if block.zone == "cover"})
        return [block for block in blocks if (block.page or 0) <= FIRST_PAGES + covers and block.zone != "cover"]
    plain = [block for block in blocks if block.zone != "running_head"]
    chosen = {block.number for block in plain[:FIRST_BLOCKS]}
    for at, block in enumerate(plain):
        if block.zone == "title":
            chosen |= {near.number for near in plain[at : at + AFTER_TITLE]}
    return [block for block in plain if block.number in chosen]
