"""A Word file, read back part by part, for the tests of what is written into it."""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree, html
from PIL import Image
from render_desk import BODY, FRONT, look, painted

from briefkit.docx.write import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True)
class Word:
    """One file."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Its parts by name; every one whole, and of the same day."""
        with ZipFile(BytesIO(self.data)) as file:
            assert file.testzip() is None
            assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            return {name: file.read(name) for name in file.namelist()}

    def tree(self, part: str) -> etree._Element:
        """One part."""
        return etree.fromstring(self.parts[part])

    @cached_property
    def document(self) -> etree._Element:
        """Its text."""
        return self.tree("word/document.xml")

    @cached_property
    def levels(self) -> dict[str, int]:
        """Level of each style that is one of headings, by its name in the file; 0 is the highest."""
        styles = {style.get(W + "styleId"): style for style in self.tree("word/styles.xml").iter(W + "style")}

        def level(name: str | None) -> int | None:
            if name is None or name not in styles:
                return None
            own = styles[name].find(f"{W}pPr/{W}outlineLvl")
            above = styles[name].find(W + "basedOn")
            return (
                int(own.get(W + "val")) if own is not None else level(None if above is None else above.get(W + "val"))
            )

        return {name: found for name in styles if (found := level(name)) is not None}

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each heading, in order; the highest is 1."""
        paragraphs = self.document.iter(W + "p")
        return [(self.levels[style_of(p)] + 1, words(p)) for p in paragraphs if style_of(p) in self.levels]

    @cached_property
    def bookmarks(self) -> set[str]:
        """Names of the places in its text."""
        return {mark.get(W + "name") for mark in self.document.iter(W + "bookmarkStart")}

    @cached_property
    def links(self) -> list[etree._Element]:
        """Links to places in the file."""
        return [link for link in self.document.iter(W + "hyperlink") if link.get(W + "anchor")]

    @cached_property
    def targets(self) -> list[str]:
        """Everything outside the file that any part of it points to."""
        related = [self.tree(name) for name in self.parts if name.endswith(".rels")]
        return [one.get("Target") for root in related for one in root if one.get("TargetMode") == "External"]

    @cached_property
    def alts(self) -> list[str]:
        """What is read out for each picture."""
        return [drawing.get("descr") for drawing in self.document.iter(DRAWN)]


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(W + "val")


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def letters(text: str) -> str:
    """The text without blanks, and without signs that stand for what style sheets draw."""
    return re.sub(r"[\s●○·]", "", text)


def page_letters(page: str) -> str:
    """Every letter that the body of a print page shows."""
    body = html.document_fromstring(page).find("body")
    for hidden in [
        *body.iter("svg"),
        *body.find_class("footnotes"),
        *body.xpath("//a[@role='doc-noteref']"),
        *body.xpath("//h2[@id='what-we-do-not-know']/following-sibling::*[1]/p[@class='box-title']"),
    ]:
        hidden.drop_tree()
    return letters("".join(body.itertext()))


MORE = """
## More

Some say so.[^1] A [link](https://example.org/x?a=1&b=2).

[^1]: In a *note*, with [54 of 60]{=north_trial.present_6m.breakfast}.

![A square](briefs/square.svg)

![A dot](briefs/dot.webp)
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0d4f63"/></svg>'


@cache
def webp() -> bytes:
    """A picture that Word does not know."""
    out = BytesIO()
    Image.new("RGB", (8, 8), "#9c1f24").save(out, "WEBP", lossless=True)
    return out.getvalue()


@cache
def page(gate: str = "publish") -> str:
    """The print page of the sample brief."""
    known = replace(look(), assets=assets())
    return painted(BODY + MORE, FRONT, medium="print", gate=gate, look=known)[0]


def assets() -> dict[str, bytes]:
    """The looks, and the pictures of the sample brief."""
    return {**look().assets, "briefs/square.svg": SVG, "briefs/dot.webp": webp()}


@cache
def made(gate: str = "publish") -> Word:
    """The Word file of that page."""
    data, problems = to_docx(page(gate), assets())
    assert problems == []
    assert data is not None
    return Word(data)
