"""The text of a Word file (.docx): paragraphs, tables, notes, and the heads and feet of its pages."""

import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  an exception, named as one

from briefkit.sources.document import Block, Document, Zone
from briefkit.sources.extract_text import zones_of
from briefkit.sources.plain_signs import lowered, plain_signs, raised
from briefkit.sources.unreadable import MOST_BLOCKS, MOST_BYTES, MOST_SIGNS, Unreadable, too_long, too_many

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_HEADS = re.compile(r"word/(?:header|footer)\d*\.xml")
_STYLES = "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_DAMAGED = Unreadable(
    "the Word file is damaged: it cannot be opened", "download it again, or open it in Word and save it anew"
)
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "\u2011"}
_FAULTS = (BadZipFile, ZlibError, OSError, EOFError, KeyError, ValueError, RuntimeError, IndexError)
"""What a damaged or hostile archive raises."""
Made = list[tuple[str, Zone, int]]
"""Text, zone and level as a heading (0 for none) of each paragraph."""


class _TooBigError(Exception):
    """What is read unpacks to more than the bounds allow."""


class _TooManyError(Exception):
    """There are more paragraphs than are looked at."""


def extract_docx(data: bytes) -> Document | Unreadable:
    """The paragraphs of a Word file."""
    from io import BytesIO  # noqa: PLC0415  needed for archives alone

    from lxml import etree  # noqa: PLC0415  heavy, loaded only when used

    try:
        with ZipFile(BytesIO(data)) as archive:
            made = _parts(archive)
    except _TooBigError:
        return too_long()
    except _TooManyError:
        return too_many()
    except (*_FAULTS, etree.XMLSyntaxError):
        return _DAMAGED
    if sum(len(text) for text, _, _ in made) > MOST_SIGNS:
        return too_long()
    if not made:
        return Unreadable("the Word file holds no text", "if its pages are pictures, add a PDF made from it")
    listed = zones_of([text for text, _, _ in made], [level for _, _, level in made])
    blocks = [
        Block(
            text=text,
            zone=kind if zone == "body" or (kind == "references" and zone != "running_head") else zone,
            number=at,
        )
        for at, ((text, zone, _), kind) in enumerate(zip(made, listed, strict=True), 1)
    ]
    return Document(blocks=tuple(blocks), media_type=MEDIA_TYPE, extractor=f"lxml {etree.__version__}")


def _parts(archive: ZipFile) -> Made:
    """Heads and feet of the pages first, then the text, then its notes."""
    names = sorted(set(archive.namelist()))
    heads = [name for name in names if _HEADS.fullmatch(name)][:40]
    # No more is ever unpacked than the archive says of its parts, so a lie there ends as a damaged file.
    if sum(archive.getinfo(name).file_size for name in {*heads, MAIN, *_NOTES, _STYLES} & set(names)) > MOST_BYTES // 2:
        raise _TooBigError
    styles = _styles(archive) if _STYLES in names else {}
    made: Made = []
    for name in heads:
        made += [(text, "running_head", 0) for text, _, _ in _paragraphs(_tree(archive, name), {})]
    made += _paragraphs(_tree(archive, MAIN), styles)
    for name in _NOTES:
        if name in names:
            made += [(text, "body", 0) for text, _, _ in _paragraphs(_tree(archive, name), {})]
    return made


def _tree(archive: ZipFile, name: str) -> Any:
    """One part as XML: no entities, nothing fetched."""
    from lxml import etree  # noqa: PLC0415  heavy, loaded only when used

    data = archive.read(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data.replace(_STRICT, _W.strip("{}").encode()), parser)


def _styles(archive: ZipFile) -> dict[str, str]:
    """English name of each style by its id: `heading 1`, `Title`, whatever language Word spoke."""
    found = {}
    for style in _tree(archive, _STYLES).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "").casefold()
    return found


def _paragraphs(root: Any, styles: dict[str, str]) -> Made:
    found: Made = []
    for count, paragraph in enumerate(root.iter(f"{_W}p")):
        if count >= MOST_BLOCKS:
            raise _TooManyError
        text = "\n".join(" ".join(row.split(" ")).strip() for row in plain_signs(_text(paragraph)).split("\n"))
        if text.strip():
            found.append((text.strip(), *_kind(paragraph, styles)))
    return found


def _kind(paragraph: Any, styles: dict[str, str]) -> tuple[Zone, int]:
    """The zone of a paragraph and its level as a heading, by its style and by what stands round it."""
    mark = paragraph.find(f"{_W}pPr/{_W}pStyle")
    given = "" if mark is None else mark.get(f"{_W}val", "")
    style = styles.get(given, given.casefold())
    if style in {"title", "subtitle"}:
        return "title", 0
    level = re.fullmatch(r"heading ?([1-9])", style)
    if level:
        return "heading", int(level[1])
    if style == "bibliography":
        return "references", 0
    if style == "caption":
        return "caption", 0
    return ("table" if next(paragraph.iterancestors(f"{_W}tc"), None) is not None else "body"), 0


def _text(paragraph: Any) -> str:
    """The words of a paragraph as they stand: those of paragraphs within it, as in text boxes, come on their own."""
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", *_BREAKS):
        holder = next(element.iterancestors(f"{_W}p"), None)
        if holder is not paragraph or _is_copy(element, paragraph):
            continue
        if element.tag != f"{_W}t":
            # A tab stop in a style has the same name as a tab in the text.
            yield _BREAKS[element.tag] if element.getparent().tag == f"{_W}r" else ""
            continue
        align = element.getparent().find(f"{_W}rPr/{_W}vertAlign")
        kind = "" if align is None else align.get(f"{_W}val", "")
        text = element.text or ""
        yield raised(text) if kind == "superscript" else lowered(text) if kind == "subscript" else text


def _is_copy(element: Any, paragraph: Any) -> bool:
    """Word keeps a second copy of each text box for older programs, and of what was moved while changes were tracked."""
    ancestors = element.iterancestors()
    return any(part.tag.endswith(("}Fallback", "}moveFrom")) for part in ancestors if part is not paragraph)
