"""References as CSL JSON: what citeproc, Zotero and every other program of that family read.

A title keeps the capitals that were typed. What CSL has no variable for goes into the note as `name: value`, a line each,
where Zotero looks for it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.references.reference import Body, Issued, Kind, Name, Reference
from briefkit.values import Date

CslItem = dict[str, Any]
"""One entry of CSL JSON."""
OTHERS = "others"
"""The name that stands for `and others`, in BibTeX and in CSL JSON as pandoc writes and reads it."""
TYPES: Mapping[Kind, str] = {
    "article": "article-journal",
    "news": "article-newspaper",
    "report": "report",
    "book": "book",
    "chapter": "chapter",
    "paper": "paper-conference",
    "thesis": "thesis",
    "web": "webpage",
    "statute": "legislation",
    "case": "legal_case",
    "dataset": "dataset",
    "speech": "speech",
    "communication": "personal_communication",
    "other": "document",
}
"""What CSL calls each of our kinds."""
_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
_VARIABLES = {
    "volume": "volume",
    "volumes": "number-of-volumes",
    "edition": "edition",
    "version": "version",
    "series": "collection-title",
    "location": "publisher-place",
    "eventtitle": "event-title",
    "venue": "event-place",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "shorttitle": "title-short",
    "shortjournal": "container-title-short",
    "abstract": "abstract",
    "annotation": "annote",
    "keywords": "keyword",
    "howpublished": "medium",
    "archiveurl": "archive_location",
    "chapter": "chapter-number",
    "pagetotal": "number-of-pages",
}
"""Fields of biblatex that are one variable of CSL, whatever the kind of work."""
_BODIES = ("publisher", "institution", "organization")
_TAKEN = ("subtitle", "crossref")
"""What the title and the other fields hold already."""
_ISSUES = frozenset({"article", "news"})
"""Kinds whose number is that of an issue."""
_SERIES = frozenset({"book", "chapter", "paper"})
"""Kinds whose number is that in a series."""
_LONG = 5
"""Signs from which a lone word with letters is the number of an article (`CD003410`), and no page."""


def csl_item(reference: Reference) -> CslItem:
    """The reference as an entry of CSL JSON: nothing is added that it does not say, and nothing of it is left out."""
    rest = {name: text for name, text in reference.fields.items() if name not in _TAKEN}
    item: CslItem = {"id": reference.key, "type": _type(reference, rest), "title": reference.title}
    item |= {"author": names(reference.authors, others=reference.more_authors)}
    item |= {"editor": names(reference.editors, others=reference.more_editors)}
    item |= {"issued": _issued(reference), "accessed": _day(rest.pop("urldate", ""))}
    item |= {"status": reference.status, "language": reference.lang}
    item |= _numbered(reference.type, rest)
    item |= {"container-title": rest.pop("journaltitle", "") or rest.pop("booktitle", "")}
    item |= {"publisher": next((rest.pop(name) for name in _BODIES if rest.get(name)), "")}
    item |= {variable: rest.pop(name) for name, variable in _VARIABLES.items() if rest.get(name)}
    genre = rest.pop("type", "")
    item |= {"genre": _GENRES.get(genre, genre)} if genre and genre != "software" else {}
    item["note"] = "\n".join([*_notes(rest), *(f"{name}: {text}" for name, text in sorted(rest.items()))])
    return {variable: value for variable, value in item.items() if value or variable in ("id", "type")}


def names(people: Sequence[Name], *, others: bool = False) -> list[dict[str, str]]:
    """Names as CSL takes them apart; a body is a literal, and `and others` is a name of its own."""
    return [*(_name(one) for one in people), *([{"literal": OTHERS}] if others else [])]


def date_of(date: Date) -> list[int]:
    """Year, month and day, as far as they are known."""
    return [part for part in (date.year, date.month, date.day) if part]


def _type(reference: Reference, rest: dict[str, str]) -> str:
    """The type, of which a magazine and a program have their own."""
    subtype = rest.pop("entrysubtype", "").strip().lower() if reference.type == "news" else ""
    if subtype == "magazine":
        return "article-magazine"
    return "software" if rest.get("type") == "software" else TYPES[reference.type]


def _name(name: Name) -> dict[str, str]:
    if isinstance(name, Body):
        return {"literal": name.name}
    parts = {
        "family": name.last,
        "given": f"{name.first} {name.middle}".strip(),
        "non-dropping-particle": name.von,
        "suffix": name.lineage,
    }
    return {part: text for part, text in parts.items() if text}


def _issued(reference: Reference) -> dict[str, Any]:
    issued: Issued | None = reference.issued
    if issued is None:
        return {}
    parts = [date_of(issued.start), *([date_of(issued.end)] if issued.end else [])]
    return {"date-parts": parts} | ({"circa": True} if issued.doubt else {})


def _day(text: str) -> dict[str, Any]:
    """The day of access, from a date as biblatex writes it."""
    parts = [int(part) for part in re.findall(r"\d+", text)][:3]
    return {"date-parts": [parts]} if parts else {}


def _numbered(kind: Kind, rest: dict[str, str]) -> CslItem:
    """Issue, number and pages, which CSL keeps apart by what they number."""
    number, pages, eid = rest.pop("number", ""), rest.pop("pages", ""), rest.pop("eid", "")
    issue = rest.pop("issue", "")
    if kind in _ISSUES:
        number, issue = "", issue or number
    if kind in _ISSUES and not eid and _is_article_number(pages):
        pages, eid = "", pages
    series = number if kind in _SERIES or (kind == "report" and rest.get("series")) else ""
    page = re.sub(r"(?<=\w)\s*(?:--?|–|—)\s*(?=\w)", "-", pages)
    return {"number": eid or ("" if series else number), "issue": issue, "collection-number": series, "page": page}


def article_number(reference: Reference) -> str:
    """The number of an article that has no pages: `44`, `CD003410`; empty for anything else."""
    pages = reference.get("pages")
    found = reference.get("eid") or (pages if _is_article_number(pages) else "")
    return found if reference.type in _ISSUES else ""


def _is_article_number(pages: str) -> bool:
    """Whether what stands for pages is the number of an article: `CD003410`, `e1001234`."""
    return re.fullmatch(r"[A-Za-z]+\d+", pages, re.ASCII) is not None and len(pages) >= _LONG


def _notes(rest: dict[str, str]) -> list[str]:
    """What the entry says for its readers, as it stands."""
    return [rest.pop(name) for name in ("addendum", "note") if rest.get(name)]
