"""Who and what, besides its title, tells a document: the author, the year, where it appeared."""

import re
from dataclasses import dataclass

from briefkit.references.reference import Body, Name, Reference
from briefkit.sources.identity_front import Front
from briefkit.sources.letters import letters, places

_HOST = re.compile(r"^https?://(?:www\.|news\.|feeds\.)?([a-z0-9-]+)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Author:
    """The first author, by each name that a document may print."""

    shown: str = ""
    names: tuple[str, ...] = ()


def first_author(reference: Reference) -> Author:
    """The first author, or the first editor; a body also by its short name and as the institution."""
    name: Name | None = next(iter((*reference.authors, *reference.editors)), None)
    if name is None:
        return Author()
    if isinstance(name, Body):
        others = (reference.get("shortauthor"), _without_article(name.name))
        return Author(name.name, tuple(found for found in (name.name, *others) if len(letters(found)) > 1))
    return Author(name.last, (name.last,) if letters(name.last) else ())


def marks(front: Front, reference: Reference) -> dict[str, bool]:
    """What else tells a document, and whether its front prints it: `year`, `site`."""
    year = reference.year
    printed = bool(year) and any(re.search(rf"(?<!\d){year}(?!\d)", line) for line in front.lines)
    host = _HOST.match(reference.get("url"))
    sites = [container(reference), host[1] if host else ""]
    return {"year": printed, "site": any(places(letters(site), front.run) for site in sites if len(letters(site)) > 2)}


def container(reference: Reference) -> str:
    """Where it appeared: the journal, newspaper, publisher or site; empty when the reference does not say."""
    return reference.get(
        "journaltitle", "shortjournal", "institution", "publisher", "organization", "booktitle", "howpublished"
    )


def _without_article(name: str) -> str:
    return re.sub(r"^(?:the|die|der|das|le|la|les|het|de)\s+", "", name, flags=re.IGNORECASE)
