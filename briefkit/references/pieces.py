"""The pieces that both house styles are made of: each says one thing of an item, or nothing."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from pybtex.richtext import HRef, Tag, Text

from briefkit.references.dates import day_words
from briefkit.references.item import Item
from briefkit.references.rich import piece

_TYPES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}


@piece
def said(item: Item, *names: str) -> str:
    """The first of these fields that says something."""
    return item.reference.get(*names)


@piece
def year(item: Item) -> str:
    """The year, unless an Act's title says it."""
    return "" if item.year_in_title else item.year


@piece
def container(item: Item, *names: str) -> Any:
    """The journal, newspaper or book that holds it, in italics, unless the entry began with it."""
    text = item.reference.get(*names)
    return "" if not text or (item.lead == "body" and text == item.body) else Tag("em", text)


@piece
def issue(item: Item) -> str:
    """`375(9729)`."""
    volume, number = item.reference.get("volume"), item.reference.get("number", "issue")
    return f"{volume}({number})" if number else volume


def page_words(item: Item) -> str:
    """`pp. 1885–1895`, `p. 310`, `CD003410`."""
    eid, text = item.reference.get("eid"), page_range(item.reference.get("pages"))
    if not text:
        return f"article {eid}" if eid else ""
    if re.search(r"[–,]", text):
        return f"pp.\u00a0{text}"
    return f"p.\u00a0{text}" if re.fullmatch(r"[A-Za-z]?\d{1,4}", text) else text


pages = piece(page_words)


@piece
def in_journal(item: Item) -> Any:
    """`Lancet 2010; 375(9729): 1885–1895`, as medical journals print it."""
    journal, found = item.reference.get("journaltitle"), page_range(item.reference.get("pages"))
    numbers = str(issue.format_data(item))
    begin = Text(Tag("em", journal), " " if item.year[0].isdigit() else ", ") if journal else ""
    if numbers and found:
        return Text(begin, f"{item.year}; {numbers}: {found}")
    after = [f"{joint}{text}" for joint, text in (("; ", numbers), (", ", page_words(item))) if text]
    return Text(begin, item.year, *after)


def page_range(text: str) -> str:
    """Ranges with an en dash, whichever dash was typed."""
    return re.sub(r"(?<=\w)\s*(?:--?|–|—)\s*(?=\w)", "–", text)


@piece
def published(item: Item, *more: Callable[[Item], str]) -> str:
    """`London: HMSO`, without a body that the entry began with; what follows is joined by commas."""
    reference = item.reference
    known = {item.body if item.lead == "body" else "", item.author_body, ""}
    named = [reference.get(name) for name in ("publisher", "institution", "organization")]
    own = item.author_body in named and bool(item.author_body)
    body = next((name for name in named if name not in known), reference.get("shortauthor") if own else "")
    place = "" if own and not body else reference.get("location")
    where = f"{place}: {body}" if place and body else place or body
    return ", ".join(part for part in (where, *(say(item) for say in more)) if part)


@piece
def edition(item: Item) -> str:
    """`2nd edn`, or the words that were written."""
    text = item.reference.get("edition")
    if not text.isdecimal():
        return text
    ends = {1: "st", 2: "nd", 3: "rd"} if int(text) % 100 not in (11, 12, 13) else {}
    return f"{text}{ends.get(int(text) % 10, 'th')} edn"


@piece
def series(item: Item) -> str:
    """Series or type with number: `EMCDDA Insights 11`, `Research report RR-2693`."""
    reference = item.reference
    kind = reference.get("type") if reference.type == "report" else ""
    parts = (reference.get("series") or _TYPES.get(kind, kind), reference.get("number"))
    return " ".join(part for part in parts if part)


@piece
def thesis(item: Item) -> str:
    """`PhD thesis`."""
    kind = item.reference.get("type")
    return _TYPES.get(kind, kind) or "Thesis"


@piece
def message(item: Item) -> str:
    """How it was said: `Email to the authors`."""
    said_so = item.reference.get("howpublished", "type")
    return said_so or ("personal communication" if item.reference.title else "Personal communication")


@piece
def day(item: Item) -> str:
    """`3 May`, where the year stands elsewhere."""
    return day_words(item.reference.issued.start, year=False) if item.reference.issued else ""


@piece
def full_day(item: Item) -> str:
    """`3 May 2019`, or as much as is known of it."""
    issued = item.reference.issued
    if issued is None or issued.doubt or issued.end:
        return item.year
    return f"{day_words(issued.start, year=False)} {item.year}".strip()


@piece
def links(item: Item) -> Any:
    """DOI or address, day of access, archived copy."""
    parts = []
    if doi := item.reference.get("doi"):
        parts.append(HRef("https://doi.org/" + quote(doi, safe="/:;().,_-+@"), f"https://doi.org/{doi}"))
    elif item.address:
        parts.append(HRef(item.address, item.address))
        parts += [f"Accessed {day_words(item.accessed)}."] if item.accessed else []
    if item.archived:
        on = f" ({day_words(item.archived_on)})." if item.archived_on else ""
        parts.append(Text("Archived at ", HRef(item.archived, item.archived), on))
    return Text(" ").join(parts)
