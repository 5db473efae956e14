"""The text of a Word file, mended after pandoc: titles of boxes, tables, pictures, links, sections."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from briefkit.docx.names import w
from briefkit.docx.sections import divide, paper, tables, text_width
from briefkit.docx.styles import BOXES, CARRIED, TITLES
from briefkit.docx.tables import lay_out

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SHAPE = "{http://schemas.openxmlformats.org/drawingml/2006/main}ext"
TO_DRAWING = 635
"""Units in which the size of a picture is given, in a twentieth of a point."""
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
MOST_NAME = 40
"""Letters that the name of a place may have."""
MOST_SAID = 250
"""Letters that may be said of a link."""
TEXT = frozenset({"BodyText", "FirstParagraph", "ListParagraph"})
"""Styles of plain text."""


def mended(root: Any, spoken: Sequence[tuple[str, str]], running: Mapping[str, tuple[str, str]]) -> None:
    """Mend the document in place. `spoken` is what is said of each link within it; `running` names heads and feet."""
    _titles(root)
    _boxes(root)
    _links(root, spoken)
    _label_tabs(root)
    paper(root, running)
    _pictures(root)
    for table, width in tables(root):
        lay_out(table, width)
    divide(root)
    _room_below(root)


def _titles(root: Any) -> None:
    """A heading whose words all carry the style of a title takes that style itself."""
    titles = {(CARRIED + name).replace(" ", ""): name.replace(" ", "") for name in TITLES.values()}
    for paragraph in root.iter(w("p")):
        found = titles.keys() & {mark.get(w("val")) for mark in paragraph.iter(w("rStyle"))}
        if found:
            _style(paragraph).set(w("val"), titles[min(found)])
            for mark in [*paragraph.iter(w("rStyle"))]:
                if mark.get(w("val")) in titles:
                    mark.getparent().remove(mark)


def _style(paragraph: Any) -> Any:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    assert found is not None, "pandoc names the style of each paragraph"
    return found


def _boxes(root: Any) -> None:
    """Paragraphs of a box that are items of a list stand in alike, title included, so that Word draws one box for all."""
    boxes = {name.replace(" ", "") for name in BOXES}
    for one, after in pairwise(root.find(w("body")).iter(w("p"))):
        own, next_ = (paragraph.find(f"{w('pPr')}/{w('pStyle')}") for paragraph in (one, after))
        if own is None or next_ is None or next_.get(w("val")) not in boxes:
            continue
        number = after.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
        if number is None or number.get(w("val")) != "0":
            continue
        _stand_in(after)
        if own.get(w("val")) == next_.get(w("val")) + "Title":
            _stand_in(one)


def _stand_in(paragraph: Any) -> None:
    properties = paragraph.find(w("pPr"))
    for old in properties.findall(w("ind")):
        properties.remove(old)
    properties.append(properties.makeelement(w("ind"), {w("left"): "454", w("right"): "170", w("hanging"): "284"}))


def _pictures(root: Any) -> None:
    """Pictures are numbered by name, and say what they show in every place that is read out."""
    for number, drawing in enumerate(root.iter(_DRAWING), 1):
        drawing.set("name", f"Picture {number}")
        drawing.set("descr", drawing.get("descr", ""))
        drawing.attrib.pop("title", None)
        _fit(drawing.getparent(), TO_DRAWING * text_width(root))
        for side in ("T", "B", "L", "R"):
            drawing.getparent().set(f"dist{side}", "0")
        for picture in drawing.getparent().iter(_PICTURE):
            picture.set("descr", drawing.get("descr"))
            picture.set("name", f"Picture {number}")


def _fit(picture: Any, most: int) -> None:
    """A picture that is wider than the text becomes as wide."""
    sizes = [*picture.iter(_EXTENT, _SHAPE)]
    wide = max(int(size.get("cx")) for size in sizes)
    for size in sizes if wide > most else ():
        for side in ("cx", "cy"):
            size.set(side, str(int(size.get(side)) * most // wide))


def _links(root: Any, spoken: Sequence[tuple[str, str]]) -> None:
    """Links to references look like marks, and say whose words they lead to, as they do on the page."""
    links = [link for link in root.iter(w("hyperlink")) if link.get(w("anchor"))]
    alike = len(links) == len(spoken) and all(map(_leads_to, links, (place for place, _ in spoken)))
    for link, (_, label) in zip(links, spoken if alike else [("", "")] * len(links), strict=True):
        if label:
            link.set(w("tooltip"), label[:MOST_SAID])
        for mark in link.iter(w("rStyle")):
            quiet = label or _style(link.getparent()).get(w("val")) == "Contents"
            mark.set(w("val"), "CitationLink" if quiet else "Hyperlink")


def _leads_to(link: Any, place: str) -> bool:
    """Whether a link leads to a place of the page; Word knows no name longer than `MOST_NAME`, and pandoc makes others."""
    return len(place) > MOST_NAME or link.get(w("anchor")) == place


def _label_tabs(root: Any) -> None:
    """The number of a reference stands at the margin, and its words one beside the other."""
    for run in root.iter(w("r")):
        mark = run.find(f"{w('rPr')}/{w('rStyle')}")
        if mark is not None and mark.get(w("val")) == "ReferenceLabel":
            run.append(run.makeelement(w("tab")))


def _room_below(root: Any) -> None:
    """Text that follows a table or its notes keeps a distance from them."""
    blocks = [block for block in root.find(w("body")) if block.tag in {w("p"), w("tbl")}]
    for block, after in pairwise(blocks):
        if after.tag != w("p") or _style(after).get(w("val")) not in TEXT:
            continue
        if block.tag == w("tbl") or _style(block).get(w("val")) == "TableNote":
            properties = after.find(w("pPr"))
            at = [number for number, child in enumerate(properties) if child.tag in {w("pStyle"), w("numPr")}]
            properties.insert(max(at) + 1, properties.makeelement(w("spacing"), {w("before"): "280"}))
