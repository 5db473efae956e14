"""A reference about to be printed: with what its source adds, the year it goes by, and what its entry begins with."""

import re
from dataclasses import dataclass
from typing import Literal, Protocol

from briefkit.references.dates import read_date, year_words
from briefkit.references.names import in_text
from briefkit.references.reference import Body, Reference
from briefkit.values import Date

Lead = Literal["authors", "editors", "body", "title"]

_BODIES = {
    "news": ("journaltitle", "organization", "publisher"),
    "report": ("institution", "organization", "publisher"),
    "web": ("organization", "institution", "publisher"),
    "dataset": ("publisher", "institution", "organization"),
    "other": ("organization", "institution"),
}
"""Fields whose body stands for missing authors, by kind."""
WHOLE = frozenset({"book", "report", "thesis", "web", "statute", "case", "dataset", "speech", "other"})
"""Kinds whose title is the title of a whole work: italics instead of quotation marks."""
_WORDS = 6


class Held(Protocol):
    """What we need of a source (`evidence/sources/<key>.yaml`)."""

    @property
    def address(self) -> str | None:
        """Address at which it was read."""

    @property
    def archived(self) -> str | None:
        """Address of an archived copy."""

    @property
    def accessed(self) -> Date | None:
        """When the address was opened."""


@dataclass(frozen=True, slots=True)
class Item:
    """One reference as the list prints it."""

    reference: Reference
    year: str
    """As printed, with its letter where two works share name and year: `2020a`."""
    address: str = ""
    accessed: Date | None = None
    archived: str = ""
    archived_on: Date | None = None

    @property
    def lead(self) -> Lead:
        """What the entry begins with, and so what it is cited and sorted by."""
        reference = self.reference
        if reference.type in ("statute", "case"):
            return "title"
        if reference.authors:
            return "authors"
        if reference.editors and reference.type not in ("chapter", "paper"):
            return "editors"
        return "body" if self.body else "title"

    @property
    def body(self) -> str:
        """The body that stands for missing authors."""
        return self.reference.get(*_BODIES.get(self.reference.type, ()))

    @property
    def author_body(self) -> str:
        """The body that is the only author; the publisher is not said again when it is the same."""
        authors = self.reference.authors
        return authors[0].name if len(authors) == 1 and isinstance(authors[0], Body) else ""

    @property
    def name(self) -> str:
        """What sentences call it, without the year: `Strang et al.`, `ONS`, a short title."""
        reference = self.reference
        if self.lead != "title" and (short := reference.get("shortauthor")):
            return short
        if self.lead == "authors":
            return in_text(reference.authors, reference.more_authors)
        if self.lead == "editors":
            return in_text(reference.editors, reference.more_editors)
        return self.body if self.lead == "body" else self.short_title

    @property
    def short_title(self) -> str:
        """The title, of a long one its first words."""
        reference = self.reference
        title = reference.get("shorttitle") or reference.title or reference.key
        words = title.split()
        if reference.type in ("statute", "case") or len(words) <= _WORDS:
            return title
        return " ".join(words[: _WORDS - 1]).rstrip(",:;.") + " …" + ("]" if title.startswith("[") else "")

    @property
    def year_in_title(self) -> bool:
        """Whether the title says the year, as that of an Act does."""
        lead = self.lead == "title" and self.reference.type in ("statute", "case")
        return (
            lead and bool(self.reference.year) and bool(re.search(rf"\b{self.reference.year}\b", self.reference.title))
        )


def make_item(reference: Reference, held: Held | None) -> Item:
    """The reference with its year as printed and its addresses: those of the .bib entry, else those of its source."""
    archived = reference.get("archiveurl") or (held.archived if held else "") or ""
    return Item(
        reference,
        year_words(reference.issued, reference.status),
        reference.get("url") or (held.address if held else "") or "",
        read_date(reference.get("urldate")) or (held.accessed if held else None),
        archived,
        read_date(reference.get("archivedate")) if archived else None,
    )
