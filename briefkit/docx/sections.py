"""The sections of a Word file: upright pages, and pages on their side for tables that are too wide, as in the PDF."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from briefkit.docx.names import FOOTER, HEADER, r, w
from briefkit.docx.styles import CARRIED, SIDEWAYS, UPRIGHT

A4 = {"w": "11906", "h": "16838"}
MARGINS = {
    "top": "1417",
    "right": "1247",
    "bottom": "1361",
    "left": "1247",
    "header": "709",
    "footer": "624",
    "gutter": "0",
}
"""Those of the PDF, in twentieths of a point: for a reference document that does not name its own."""
RUNNING = {"briefkitHead": "default", "briefkitFirst": "first", "briefkitFoot": "default"}
"""On which pages heads and feet stand, by the names of their relations."""


def paper(root: Any, running: Mapping[str, tuple[str, str]]) -> None:
    """Complete the section that pandoc took from the reference document: paper, margins, heads and feet."""
    body = root.find(w("body"))
    section = body.find(w("sectPr"))
    if section is None:
        section = body.makeelement(w("sectPr"))
        body.append(section)
    kept = {child.tag: child for child in section if child.tag in {w("pgSz"), w("pgMar"), w("cols")}}
    for child in [*section]:
        section.remove(child)
    for name, (_, kind) in running.items():
        tag = {HEADER: "headerReference", FOOTER: "footerReference"}[kind]
        section.append(section.makeelement(w(tag), {w("type"): RUNNING[name], r("id"): name}))
    section.append(section.makeelement(w("footerReference"), {w("type"): "first", r("id"): "briefkitFoot"}))
    for name, values in (("pgSz", A4), ("pgMar", MARGINS), ("cols", {"space": "708"})):
        section.append(kept.get(w(name), _element(section, name, values)))
    section.append(_element(section, "titlePg", {}))


def tables(root: Any) -> Iterator[tuple[Any, int]]:
    """Every table, and how wide the text is where it stands, in twentieths of a point."""
    section = root.find(f"{w('body')}/{w('sectPr')}")
    upright, sideways = text_width(root), _text_width(_turned(section))
    width = upright
    for block in root.find(w("body")).iter(w("p"), w("tbl")):
        if block.tag == w("tbl"):
            yield block, width
        else:
            width = {UPRIGHT: sideways, SIDEWAYS: upright}.get(_carried(block), width)


def text_width(root: Any) -> int:
    """How wide the text of upright pages is, in twentieths of a point."""
    return _text_width(root.find(f"{w('body')}/{w('sectPr')}"))


def divide(root: Any) -> None:
    """Begin and end sections where the page said so. Only the first page of all has no head."""
    body = root.find(w("body"))
    last, first = body.find(w("sectPr")), True
    for mark in [paragraph for paragraph in body.findall(w("p")) if _carried(paragraph)]:
        section = deepcopy(last) if _carried(mark) == UPRIGHT else _turned(last)
        _put(section if first else _later(section), mark)
        first = False
    if not first:
        _later(last)


def _carried(paragraph: Any) -> str:
    """How the pages before a paragraph lie, where it only says that; else empty."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    said = "" if style is None else style.get(w("val"))
    start = CARRIED.strip()
    return said.removeprefix(start) if said in {start + UPRIGHT, start + SIDEWAYS} else ""


def _put(section: Any, mark: Any) -> None:
    """End a section with the paragraph before the mark, or where there is none with the mark itself, emptied."""
    before = mark.getprevious()
    if before is not None and before.tag == w("p") and before.find(f"{w('pPr')}/{w('sectPr')}") is None:
        mark.getparent().remove(mark)
        before.find(w("pPr")).append(section)
        return
    for run in mark.findall(w("r")):
        mark.remove(run)
    mark.find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), "TableNote")
    mark.find(w("pPr")).append(section)


def _turned(section: Any) -> Any:
    """The section on its side."""
    turned = deepcopy(section)
    size = turned.find(w("pgSz"))
    wide, high = size.get(w("w")), size.get(w("h"))
    size.set(w("w"), high)
    size.set(w("h"), wide)
    size.set(w("orient"), "landscape")
    return turned


def _later(section: Any) -> Any:
    """The section as one that is not the first: its first page has a head as all others."""
    for child in [*section]:
        if child.tag == w("titlePg") or child.get(w("type")) == "first":
            section.remove(child)
    return section


def _text_width(section: Any) -> int:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    return int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))


def _element(near: Any, name: str, values: Mapping[str, str]) -> Any:
    return near.makeelement(w(name), {w(key): value for key, value in values.items()})
