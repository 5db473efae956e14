"""How an entry begins: names and titles, which the two house styles print differently."""

import re
from typing import Any

from pybtex.richtext import Tag, Text
from pybtex.style.template import Node

from briefkit.references.item import WHOLE, Item
from briefkit.references.languages import language_name
from briefkit.references.names import inverted, listed_names
from briefkit.references.rich import commas, piece

AUTHOR_DATE, NUMERIC = "author-date", "numeric"

_MARKS = {"dataset": " [dataset]", "speech": " [speech]"}


def lead_names(item: Item, style: str) -> str:
    """The names with which an entry begins; a body's abbreviation first, since the text cites it by that."""
    reference = item.reference
    names, others = reference.authors, reference.more_authors
    if item.lead == "editors":
        names, others = reference.editors, reference.more_editors
    listed = item.body if item.lead == "body" else listed_names(names, others, style)
    short = reference.get("shortauthor")
    listed = f"{short} ({listed})" if short and short != listed else listed
    if item.lead != "editors":
        return listed
    many = len(names) > 1 or others
    if style == AUTHOR_DATE:
        return f"{listed} ({'eds' if many else 'ed.'})"
    return f"{listed}, {'eds' if many else 'ed'}"


def first_name(item: Item) -> str:
    """The name with which an author-date entry begins, for sorting; empty when it begins with its title."""
    reference = item.reference
    people = {"authors": reference.authors, "editors": reference.editors}.get(item.lead, ())
    return reference.get("shortauthor") or (inverted(people[0], AUTHOR_DATE) if people else item.body)


def _begun(children: list[Any], item: Item) -> Any:
    after = commas[(title(AUTHOR_DATE), *children)].format_data(item)
    begin = _head(item)
    return Text(", " if item.year_in_title else " ").join([part for part in (begin, after) if part])


begun: Any = Node("begun", _begun)
"""Names, year and title of an author-date entry, and what follows the title after commas."""


def _head(item: Item) -> Any:
    """`Strang, J. et al. (2010)`; a work without authors begins with its title."""
    begin = _title(item, AUTHOR_DATE) if item.lead == "title" else Text(lead_names(item, AUTHOR_DATE))
    return begin if item.year_in_title else Text(begin, f" ({item.year})")


@piece
def names(item: Item) -> Any:
    """`Strang J, Metrebian N, Lintzeris N, et al.`; nothing for a work that begins with its title."""
    return "" if item.lead == "title" else lead_names(item, NUMERIC)


@piece
def title(item: Item, style: str) -> Any:
    """The title, unless the author-date entry began with it."""
    return "" if style == AUTHOR_DATE and item.lead == "title" else _title(item, style)


@piece
def editors(item: Item, style: str) -> str:
    """`Brown, A. and Green, C. (eds)` of the book that holds the work."""
    reference = item.reference
    if not reference.editors:
        return ""
    many = len(reference.editors) > 1 or reference.more_editors
    listed = listed_names(reference.editors, reference.more_editors, style)
    if style == AUTHOR_DATE:
        return f"{listed} ({'eds' if many else 'ed.'}) "
    return f"{listed}, {'eds' if many else 'ed'}. "


def _title(item: Item, style: str) -> Any:
    """The title with what it needs beside it: the sort of work, the language when it is not English."""
    reference = item.reference
    mark = " [software]" if reference.get("type") == "software" else _MARKS.get(reference.type, "")
    foreign = language_name(reference.lang) if reference.lang != "en" else ""
    note = f" [in {foreign}]" if foreign else ""
    return Text(_marked(item, style), mark, note) if reference.title else ""


def _marked(item: Item, style: str) -> Any:
    """Italics for a whole work; quotation marks for a part of one, where the style has them; none for a description."""
    reference = item.reference
    lang = f"-{reference.lang}" if reference.lang not in ("", "en") else ""
    if reference.title.startswith("["):
        return Text(reference.title)
    if reference.type in WHOLE:
        return Tag("em" + lang, reference.title)
    text = nested(reference.title) if style == AUTHOR_DATE else reference.title
    shown = Tag("span" + lang, text) if lang else Text(text)
    return Text("‘", shown, "’") if style == AUTHOR_DATE else shown


def nested(text: str) -> str:
    """Quotation marks within quotation marks are double."""
    return re.sub(r"‘(.+?)’(?!\w)", r"“\1”", text)
