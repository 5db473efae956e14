"""References as citeproc is handed them: with what their sources add, and with the body that stands for missing authors.

A bibliography that leaves this room as data says only what its entries say; that of a page also has to be found by. What a
style has no room for, and a reader needs to find the work, follows its entry (`added`).
"""

import re
from typing import Any

from briefkit.csl.items import CslItem, article_number, csl_item, date_of
from briefkit.csl.vetting import Style
from briefkit.references.dates import year_words
from briefkit.references.item import Item
from briefkit.references.reference import Kind

_BY_TITLE = frozenset({"news"})
"""Kinds that every style files under title or journal itself when nobody signed them."""
_HIDDEN = ("archive_location", "abstract", "annote", "keyword", "note", "status")
"""Variables that are not left to styles: most would not print them, and what matters of them follows the entry."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NEEDED: dict[Kind, tuple[str, ...]] = {
    "report": ("series", "number"),
    "web": ("howpublished",),
    "statute": ("journaltitle", "number", "volume", "pages"),
    "case": ("number",),
    "dataset": ("version",),
    "speech": ("eventtitle",),
    "communication": ("howpublished",),
    "other": ("howpublished",),
}
"""Fields by which works of a kind are found, some of which styles leave out."""
_WORDS = {"version": "version ", "volume": "volume ", "pages": "page "}


def printed(item: Item, style: Style) -> CslItem:
    """The entry of CSL JSON to be formatted."""
    reference = item.reference
    made = {name: value for name, value in csl_item(reference).items() if name not in _HIDDEN}
    if item.address and not reference.get("doi"):
        made["URL"] = item.address
    if item.accessed and "URL" in made:
        made["accessed"] = {"date-parts": [date_of(item.accessed)]}
    if item.lead == "body" and reference.type not in _BY_TITLE:
        made["author"] = [{"literal": item.body}]
    for role in ("author", "editor"):
        made |= {role: [_whole(name) for name in made[role]]} if role in made else {}
    if reference.type == "speech":
        made |= {"genre": "speech", "event": made.get("event-title", "")}
    return _published(_entitled(_dated(made, item, style), item), item, style)


def added(item: Item, text: str) -> str:
    """What follows an entry that has been printed: what the style left out of it, and what the reference says of itself."""
    reference = item.reference
    left = [name for name in _NEEDED.get(reference.type, ()) if (said := reference.get(name)) and not _says(text, said)]
    parts = [f"{_WORDS.get(name, '')}{reference.get(name)}" for name in left]
    number = article_number(reference)
    parts += [f"article {number}"] if number and not _says(text, number) else []
    joined = " ".join(parts) if reference.type == "report" else ", ".join(parts)
    sentences = [f"{one[:1].upper()}{one[1:]}" for one in (joined, reference.get("addendum", "note")) if one]
    return "".join(f" {one}" if one.endswith((".", "?", "!")) else f" {one}." for one in sentences)


def _says(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _whole(name: dict[str, str]) -> dict[str, str]:
    """A name written in Chinese, Japanese or Korean signs, which has no initials."""
    family, given = name.get("family", ""), name.get("given", "")
    return {"literal": family + given} if _CJK.search(family) and _CJK.search(given) else name


def _dated(made: CslItem, item: Item, style: Style) -> CslItem:
    """The date: no style may print a doubtful one as if it were sure, and a work to come says that it is."""
    issued: Any = item.reference.issued
    if item.reference.status:
        made["issued"] = {"literal": item.reference.status}
    elif issued is not None and issued.doubt and not style.doubts:
        made["issued"] = {"literal": year_words(issued)}
    return made


def _entitled(made: CslItem, item: Item) -> CslItem:
    """An Act without the year in its title, which every style prints beside it; its number where styles look for it."""
    reference = item.reference
    if item.year_in_title and reference.title.endswith(f" {reference.year}"):
        made["title"] = reference.title.removesuffix(f" {reference.year}").rstrip(", ")
    if reference.type == "statute" and "container-title" not in made and "number" in made:
        made["container-title"] = made.pop("number")
    return made


def _published(made: CslItem, item: Item, style: Style) -> CslItem:
    """The publisher. Styles that name authors do not name one twice, and none knows that they are the same."""
    web = item.reference.type == "web"
    signed = item.author_body or (item.body if item.lead == "body" else "")
    if signed and made.get("publisher") == signed and (style.names or web):
        for variable in ("publisher", "publisher-place"):
            made.pop(variable, None)
    if web and "publisher" in made:
        made.setdefault("container-title", made.pop("publisher"))
    return made
