"""A print page as the plain HTML that pandoc knows what to do with: headings, paragraphs, lists, tables, each paragraph with
the name of its style.

What style sheets do there by rules (a dot between two words, a line of its own, shapes) stands here as text.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.docx.about import WEB
from briefkit.docx.styles import CARRIED, FIGURE, SIDEWAYS, UPRIGHT, WORDS, block_style, classes, title_style

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
        "u",
        "var",
    ]
)
BARE = ("data", "time", "label", "abbr", "dfn", "small")
"""Tags that mean nothing to Word: their words stay."""
OWN_LINE = ("unit", "held", "help", "part", "flow-lines")
"""Words that begin a line of their own, unless they are the first of their paragraph."""
WIDTH, HEIGHT = 16.5, 20.5
"""Centimetres that a picture may fill."""


def simple(page: Any, drawings: Sequence[bytes], assets: Mapping[str, str]) -> str:
    """The body of a print page for pandoc. `drawings` are its SVG pictures as PNG, in order; `assets` the addresses of
    other pictures, by name.
    """
    body = page.find("body")
    _drop_hidden(body)
    _draw(body, drawings, assets)
    _words(body)
    _flat(body)
    _notes(body)
    for container in [*body.iter("li", "td", "th", "div", "section", "article", "aside", "nav", "header", "main")]:
        _paragraphs(container)
    _dress(body)
    _sideways(body)
    return _written(body)


def labels(page: Any) -> list[tuple[str, str]]:
    """Every link to a place in the page, outside its footnotes: the place, and what a screen reader says of the link."""
    links = page.xpath("//body//a[starts-with(@href, '#')][not(ancestor::*[contains(@class, 'footnotes')])]")
    return [(link.get("href")[1:], link.get("aria-label", "")) for link in links if link.get("role") != "doc-noteref"]


def _written(body: Any) -> str:
    from lxml import html  # noqa: PLC0415  heavy, loaded only when used

    text: str = html.tostring(body, encoding="unicode")
    return f"<!DOCTYPE html>\n<html>{text}</html>"


def _drop_hidden(body: Any) -> None:
    """What the style sheets do not show: a box's title right below a heading that says the same."""
    for title in body.xpath("//h2[@id='what-we-do-not-know']/following-sibling::*[1]/p[@class='box-title']"):
        title.drop_tree()
    for back in body.find_class("footnote-back"):
        back.drop_tree()


def _draw(body: Any, drawings: Sequence[bytes], assets: Mapping[str, str]) -> None:
    """Put pictures in the place of drawings and of names."""
    for drawing, picture in zip([*body.iter("svg")], drawings, strict=True):
        image = body.makeelement("img", alt=drawing.get("aria-label", ""), src=_inlined(picture))
        wide, high = (float(drawing.get(side, "1")) for side in ("width", "height"))
        image.set("width", f"{min(WIDTH, HEIGHT * wide / high):.2f}cm")
        image.tail = drawing.tail
        drawing.getparent().replace(drawing, image)
    for image in body.iter("img"):
        source = image.get("src", "")
        if source.startswith("asset:"):
            image.set("src", assets.get(source.removeprefix("asset:"), ""))


def _inlined(picture: bytes) -> str:
    from base64 import b64encode  # noqa: PLC0415  with what it serves

    return f"data:image/png;base64,{b64encode(picture).decode()}"


def _words(body: Any) -> None:
    """Styles of words, shapes as signs, links that may stay."""
    for dots in body.find_class("dots"):
        full = len(dots.find_class("full"))
        signs = "●" * full + "○" * (len(dots) - full)
        dots.clear(keep_tail=True)
        dots.text, dots.tail = signs, f" {dots.tail or ''}"
    for mark in (*body.find_class("light"), *body.find_class("steps")):
        mark.tail = f" {mark.tail or ''}"
    for mark in body.find_class("note-mark"):
        mark.tag = "sup"
    for one in body.iter():
        if one.tag in INLINE:
            _word(one)
    for link in [*body.iter("a")]:
        if not link.get("href", "").startswith(WEB):
            link.drop_tag()
    for one in [*body.iter(*BARE)]:
        one.drop_tag()


def _word(one: Any) -> None:
    named = next((WORDS[name] for name in classes(one) if name in WORDS), "")
    if set(OWN_LINE) & set(classes(one)) and _follows(one):
        one.addprevious(one.makeelement("br"))
    if named:
        one.tag = "span" if one.tag in {"mark", "span", "b"} else one.tag
        one.set("custom-style", named)
    if one.get("lang") and one.tag != "span":
        _inner_span(one, lang=one.attrib.pop("lang"))
    if "flow-lines" in classes(one):
        for line in one[1:]:
            line.addprevious(one.makeelement("br"))


def _follows(one: Any) -> bool:
    """True when words stand before it in its paragraph."""
    before = one.getprevious()
    parent = one.getparent()
    return (before is not None and before.tag in INLINE) or bool((parent.text or "").strip() and before is None)


def _inner_span(one: Any, **attributes: str) -> Any:
    """Move what an element holds into a span inside it."""
    span = one.makeelement("span", attributes)
    span.text, one.text = one.text, None
    span.extend(list(one))
    one.append(span)
    return span


def _flat(body: Any) -> None:
    """Parts that are lists or boxes for a browser, and lines for Word."""
    for strip in body.find_class("strip"):
        _one_line(strip)
    for listed in body.xpath("//section[contains(@class, 'references')]//ol"):
        for item in listed:
            item.tag = "div"
        listed.tag = "div"
    for listed in body.xpath("//nav//ol"):
        for item in [*listed]:
            item.tag = "p"
        listed.drop_tag()
    for entry in body.find_class("entry"):
        entry.drop_tag()
    for beside in body.find_class("beside"):
        for item in beside:
            item.tag = "p"
        beside.drop_tag()


def _one_line(strip: Any) -> None:
    """What belongs to a page and stands in one line above it, with dots between."""
    for item in strip[1:]:
        item.getprevious().tail = " · "
    for item in [*strip]:
        item.drop_tag()
    strip.tag = "p"


def _notes(body: Any) -> None:
    """Footnotes in the form of electronic books, which pandoc makes real ones of."""
    for section in body.find_class("footnotes"):
        for item in [*section.iter("li")]:
            item.tag = "aside"
            item.set("epub:type", "footnote")
        for listed in [*section.iter("ol")]:
            listed.drop_tag()
    for mark in body.xpath("//a[@role='doc-noteref']"):
        mark.set("epub:type", "noteref")
        mark.attrib.pop("id", None)
        if mark.getparent().tag == "sup":
            mark.getparent().drop_tag()


def _paragraphs(container: Any) -> None:
    """Put words that stand loose in a container into paragraphs."""
    loose: list[Any] = []
    text, container.text = container.text or "", None
    for child in [*container, None]:
        if child is not None and child.tag in INLINE:
            loose.append(child)
            continue
        if text.strip() or loose:
            made = container.makeelement("p")
            made.text = text
            made.extend(loose)
            container.append(made) if child is None else child.addprevious(made)
        if child is not None:
            text, child.tail = child.tail or "", None
            loose = []


def _dress(body: Any) -> None:
    """Give every paragraph its style, and titles of boxes theirs, which their words carry."""
    for one in [*body.iter("p")]:
        if any(above.tag in {"blockquote", "dd", "dt"} for above in one.iterancestors()):
            continue
        named = FIGURE if one.find("img") is not None and not (one.text_content().strip()) else block_style(one)
        if named:
            div = one.makeelement("div", {"custom-style": named})
            one.getparent().replace(one, div)
            div.append(one)
    for heading in body.iter("h1", "h2", "h3", "h4"):
        if named := title_style(heading):
            _inner_span(heading, **{"custom-style": CARRIED + named})


def _sideways(body: Any) -> None:
    """Say where pages begin and end that lie on their side, for tables that are too wide; a heading goes with its table."""
    for wide in body.find_class("landscape"):
        before = wide.getprevious()
        first = before if before is not None and before.tag in {"h2", "h3", "h4"} else wide
        first.addprevious(_mark(body, UPRIGHT))
        wide.addnext(_mark(body, SIDEWAYS))


def _mark(body: Any, lying: str) -> Any:
    """A paragraph that carries how the pages before it lie."""
    div = body.makeelement("div", {"custom-style": CARRIED + lying})
    paragraph = div.makeelement("p")
    paragraph.text = "."
    div.append(paragraph)
    return div
