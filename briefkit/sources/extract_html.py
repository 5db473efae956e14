"""The text of a saved web page: every text of it, cut into blocks where a browser would begin a new line.

No reader mode: what such tools leave out is what somebody quotes. Menus and footers are kept and marked instead.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from briefkit.sources.document import Block, Document, Zone
from briefkit.sources.extract_html_marks import BLOCKS, DROPPED, HEADINGS, charset, meta_line, zone_of
from briefkit.sources.extract_text import decode, zones_of
from briefkit.sources.plain_signs import lowered, plain_signs, raised
from briefkit.sources.unreadable import MOST_BLOCKS, MOST_SIGNS, Unreadable, too_long, too_many

MEDIA_TYPE = "text/html"
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


@dataclass(slots=True)
class _Gathered:
    """Text on its way into blocks."""

    parts: list[str] = field(default_factory=list)
    made: list[tuple[str, Zone, int]] = field(default_factory=list)
    """Text, zone and level as a heading (0 for none) of every block so far."""
    open: list[tuple[Zone, int]] = field(default_factory=lambda: [("body", 0)])
    """Zone and level of each element that is open."""
    script: list[tuple[str, int]] = field(default_factory=list)
    """`sup` or `sub` elements that are open, and where their text begins."""
    preformatted: int = 0
    mains: int = 0
    """Main headings so far."""

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text if self.preformatted else _BLANKS.sub(" ", text))

    def flush(self) -> None:
        """End the block that is being gathered."""
        rows = [re.sub(" +", " ", row).strip(" ") for row in plain_signs("".join(self.parts)).split("\n")]
        self.parts.clear()
        self.script.clear()
        for text in re.split(r"\n{2,}", "\n".join(rows)):
            if text.strip():
                self.made.append((text.strip("\n"), *self.open[-1]))


def extract_html(data: bytes) -> Document | Unreadable:
    """The blocks of a web page."""
    from lxml import etree  # noqa: PLC0415  heavy, loaded only when used

    text = decode(data, charset(data))
    if isinstance(text, Unreadable):
        return text
    if len(text) > MOST_SIGNS:
        return too_long()
    text = _DECLARATION.sub("", text).replace("\0", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return Unreadable(
            "the web page is nested too deeply to be read", "open it in a browser and print it to a PDF, and add that"
        )
    made = [] if root is None else _gather(root)
    if len(made) > MOST_BLOCKS:
        return too_many()
    if not any(zone != "cover" for _, zone, _ in made):
        return Unreadable(
            "the web page holds no text of its own: a script fills it in the browser",
            "open it in a browser and print it to a PDF, and add that",
        )
    return _document(made, f"lxml {etree.__version__}")


def _document(made: list[tuple[str, Zone, int]], extractor: str) -> Document:
    listed = zones_of([text for text, _, _ in made], [level for _, _, level in made])
    blocks = [
        Block(
            text=text,
            zone="references" if zone not in {"running_head", "cover"} and kind == "references" else zone,
            number=at,
        )
        for at, ((text, zone, _), kind) in enumerate(zip(made, listed, strict=True), 1)
    ]
    return Document(blocks=tuple(blocks), media_type=MEDIA_TYPE, extractor=extractor)


def _gather(root: Any) -> list[tuple[str, Zone, int]]:
    """Every text of a page, in order; walked without recursion, as pages nest as deep as they like."""
    from lxml import etree  # noqa: PLC0415  heavy, loaded only when used

    gathered = _Gathered()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower().rpartition("}")[2]
        if event == "start":
            if tag in DROPPED:
                walk.skip_subtree()
            _start(gathered, tag, element)
        else:
            _close(gathered, tag)
            gathered.add(element.tail)
    gathered.flush()
    return gathered.made


def _start(gathered: _Gathered, tag: str, element: Any) -> None:
    if tag in BLOCKS:
        gathered.flush()
        gathered.mains += tag == "h1"
        gathered.open.append(zone_of(tag, element, gathered.open, gathered.mains))
    if tag in {"meta", "link"} and (line := meta_line(tag, element)):
        gathered.made.append((line, "cover", 0))
    if tag == "br":
        gathered.parts.append("\n")
    gathered.preformatted += tag in {"pre", "textarea"}
    if tag in {"sup", "sub"}:
        gathered.script.append((tag, len(gathered.parts)))
    if tag not in DROPPED:
        gathered.add(element.text)


def _close(gathered: _Gathered, tag: str) -> None:
    if tag in {"sup", "sub"} and gathered.script:
        kind, start = gathered.script.pop()
        inside = "".join(gathered.parts[start:])
        gathered.parts[start:] = [raised(inside) if kind == "sup" else lowered(inside)]
    gathered.preformatted -= tag in {"pre", "textarea"}
    if tag in BLOCKS:
        gathered.flush()
        gathered.open.pop()


assert HEADINGS <= BLOCKS
