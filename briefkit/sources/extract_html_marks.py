"""What the elements and attributes of a web page say of the text in them."""

import re
from collections.abc import Sequence
from typing import Any

from briefkit.sources.document import Zone

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMES = """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset header hgroup hr html iframe legend li main menu nav noscript object ol optgroup option p pre
    search section select summary table tbody td textarea tfoot th thead title tr ul video"""
BLOCKS = HEADINGS | frozenset(_NAMES.split())
"""Elements that begin a new line."""
DROPPED = frozenset({"script", "style", "template", "del", "s", "strike"})
"""What nobody reads, and what was struck out: a newspaper's correction leaves the old number on its page."""
_OWN_ZONES: dict[str, Zone] = {
    **dict.fromkeys(("table", "td", "th", "tr"), "table"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
}
_RUNNING = frozenset({"navigation", "banner", "contentinfo", "search"})
_LISTS = frozenset({"ol", "ul", "div", "section", "dl"})
_ENDINGS = r"(?:[-_]+(?:list|sec|section|container|content|wrapper|body|items?))*\d*"
_REFERENCES = re.compile(
    rf"(?:.{{1,60}}[-_])?(?:references|ref-?list|reference-?list|citation-?list|cit-list|bibliography|literature-cited){_ENDINGS}"
    r"|citedreferences|reference-section"
)
_BESIDE = re.compile(
    r"comments(?:-(?:area|section|list|container|wrapper|thread))?|comment-?list|disqus_thread|related|related-(?:articles|content|stories|posts|links)"
    r"|recommended(?:-(?:articles|content|stories))?|most-(?:read|viewed|popular)|trending|read-more-links|more-stories"
)
"""Names of parts that hold other people's words, or teasers of other articles."""
_PARTS = frozenset({"div", "section", "aside", "ul", "ol"})
_ROLES = frozenset({"doc-bibliography", "doc-endnotes"})
_META = re.compile(
    r"citation_(?!ref)|dc\.|dcterms\.|og:(?:title|url|site_name)$|article:author|author$|byl$|parsely-|sailthru\.",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"})
_TEXTUAL = re.compile(r"utf|iso|windows|cp\d|koi8|latin|ascii|big5|gb|euc|shift|mac|ansi", re.IGNORECASE)


def charset(data: bytes) -> str:
    """The encoding that a page names; browsers read `iso-8859-1` as Windows-1252, and so do we."""
    match = _XML.search(data[:300]) or _CHARSET.search(data[:4000])
    name = match[1].decode("ascii").lower() if match else ""
    if name in _LATIN:
        return "cp1252"
    # A page that could be read this far is not UTF-16, whatever it says of itself; odd codecs of Python are no encodings.
    return "" if name.startswith(("utf-16", "utf-32", "utf-7")) or not _TEXTUAL.match(name) else name


def zone_of(tag: str, element: Any, open_zones: Sequence[tuple[Zone, int]], mains: int) -> tuple[Zone, int]:
    """The zone of a block element, and its level as a heading; `mains` counts the main headings so far."""
    around: Zone = open_zones[-1][0]
    level = int(tag[1]) if tag in HEADINGS else 0
    if _is_title(tag, element, around, mains):
        return "title", level
    if around in {"running_head", "references"}:
        return around, level
    if _is_references(tag, element):
        return "references", level
    if _is_running(tag, element):
        return "running_head", level
    return ("heading" if level else _OWN_ZONES.get(tag, around)), level


def _is_title(tag: str, element: Any, around: Zone, mains: int) -> bool:
    """A page's main heading, or the title in its head; a drawing has titles too.

    A site's name and the page's own may both be main headings; from the third on they are those of sections.
    """
    parent = element.getparent()
    in_head = tag == "title" and parent is not None and parent.tag == "head"
    return in_head or (tag == "h1" and around != "references" and mains < 3)


def _is_running(tag: str, element: Any) -> bool:
    """Whether an element is the site's own; a header, footer or aside within an article belongs to the article."""
    if tag == "nav" or element.get("role", "").lower() in _RUNNING:
        return True
    if tag in _PARTS and any(map(_BESIDE.fullmatch, _names_of(element))):
        return True
    if tag not in {"header", "footer", "aside"}:
        return False
    return next(element.iterancestors("article", "main", "section"), None) is None


def _is_references(tag: str, element: Any) -> bool:
    if element.get("role", "").lower() in _ROLES:
        return True
    if tag in {"ol", "ul"} and "reference" in element.get("class", "").lower().split():
        return True
    return tag in _LISTS and any(map(_REFERENCES.fullmatch, _names_of(element)))


def _names_of(element: Any) -> list[str]:
    """The names by which a page's style sheets know an element."""
    return f"{element.get('class', '')} {element.get('id', '')}"[:500].lower().split()


def meta_line(tag: str, element: Any) -> str:
    """What a page's head says of the document: its title, authors, DOI and own address; empty for anything else."""
    if tag == "link":
        address = element.get("href", "") if element.get("rel", "").lower() == "canonical" else ""
        return f"canonical: {_short(address)}" if address else ""
    name = element.get("name") or element.get("property") or ""
    content = _short(element.get("content", ""))
    return f"{_short(name)}: {content}" if content and _META.match(name) else ""


def _short(text: str) -> str:
    return " ".join(text.split())[:1000]
