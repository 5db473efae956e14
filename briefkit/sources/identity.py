"""Whether a stored copy is the document that its reference names, and not another paper under the same key.

A wrong document bears every word that is found in it just as convincingly. So its front must print the title and the
first author, or the DOI, or be saved from the address that the reference gives; or somebody has settled it and says how.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefkit.records.source import Source
from briefkit.references.reference import Reference
from briefkit.sources.document import Document
from briefkit.sources.identity_front import Front, front_of
from briefkit.sources.identity_names import container, first_author, marks
from briefkit.sources.identity_title import TitleFound, find_title
from briefkit.sources.letters import letters, places, words

LEAST_WORDS = 60
"""Fewer words than this, besides the quoted ones, are no document but a copy of the quotation."""
_SETTLE = "if it is the right document, say who settled that and how: `identity:` in the source's file"


@dataclass(frozen=True, slots=True)
class IdentityFinding:
    """Whether a snapshot is the document that its reference names."""

    ok: bool
    by: str = ""
    """What showed it: `title and first author`, `DOI`, `address`, `statement`."""
    message: str = ""
    """What is missing, in lower case; empty when it is the document."""
    help: str = ""
    """The way out."""


def identity(
    document: Document, reference: Reference, source: Source | None = None, quotes: Iterable[str] = ()
) -> IdentityFinding:
    """Whether a document is the one that a reference names.

    `quotes` are the words quoted from it: a text that holds hardly more than those is no document.
    """
    if source is not None and source.identity:
        return IdentityFinding(ok=True, by="statement")
    if _is_thin(document, quotes):
        return IdentityFinding(
            ok=False,
            message="the copy holds hardly more than the quoted words: it is no document",
            help=f"add the document itself\n{_SETTLE}",
        )
    front = front_of(document)
    addresses = {reference.get("url"), (source.address or "") if source is not None else ""} - {""}
    if front.has_doi(reference.get("doi")):
        return IdentityFinding(ok=True, by="DOI")
    if any(front.has_address(address) for address in addresses):
        return IdentityFinding(ok=True, by="address")
    return _by_title(front, reference)


def _is_thin(document: Document, quotes: Iterable[str]) -> bool:
    """Whether fewer words than a document has are left when the quoted ones are taken out."""
    body = [block.text for block in document.blocks if block.zone not in {"cover", "running_head", "references"}]
    held = words(" ".join(body))
    text = f" {' '.join(held)} "
    for quote in quotes:
        flat = f" {' '.join(words(quote))} "
        text = text.replace(flat, " ") if flat.strip() else text
    return len(text.split()) < LEAST_WORDS


def _by_title(front: Front, reference: Reference) -> IdentityFinding:
    """By the title, and by who wrote it or, where nobody is named, by its year or where it appeared."""
    title = find_title(front, reference)
    author = first_author(reference)
    has_author = any(places(letters(name), front.run) for name in author.names)
    others = [name for name, found in marks(front, reference).items() if found]
    if title is TitleFound.NO:
        return _no_title(reference, author.shown if has_author else "")
    if author.names:
        needed = has_author and (title is TitleFound.LONG or bool(others))
    else:
        needed = len(others) > (0 if title is TitleFound.LONG else 1)
    if needed:
        return IdentityFinding(ok=True, by="title and first author" if author.names else f"title and {others[0]}")
    if author.names and not has_author:
        message = f"the title stands in the copy, but its first pages do not name `{author.shown}`"
    elif title is TitleFound.LONG:
        place = f"neither the year nor `{container(reference)}` does" if container(reference) else "its year does not"
        message = f"the title stands in the copy, but {place}"
    else:
        message = f"the title as it stands in the copy does not tell the document alone: `{_cut(reference.title)}`"
    return IdentityFinding(ok=False, message=message, help=f"look whether the copy is another document\n{_SETTLE}")


def _no_title(reference: Reference, author: str) -> IdentityFinding:
    if reference.title.startswith("["):
        message = "the copy cannot be told by its title: the bibliography has our own words for one, in square brackets"
        return IdentityFinding(
            ok=False, message=message, help=f"write the printed title into the bibliography\n{_SETTLE}"
        )
    also = f", although `{author}` does" if author else ""
    message = f"the first pages of the copy do not print its title{also}: `{_cut(reference.title)}`"
    return IdentityFinding(ok=False, message=message, help=f"add the right document\n{_SETTLE}")


def _cut(text: str) -> str:
    return text if len(text) <= 70 else text[:69].rstrip() + "…"
