"""Plain text: its characters, whatever the encoding, and its paragraphs, whatever marks them."""

from collections.abc import Sequence

from briefkit.sources.document import Block, Document, Zone
from briefkit.sources.plain_signs import plain_signs
from briefkit.sources.unreadable import MOST_BLOCKS, MOST_SIGNS, Unreadable, too_long, too_many
from briefkit.sources.zones import is_references_heading, references

MEDIA_TYPE = "text/plain"
LONG = 120
"""A line longer than this was not broken to fit a page: it is a paragraph."""
MOST_LINES = 10 * MOST_BLOCKS
"""Line ends of a text, empty lines among them."""
BINARY = Unreadable(
    "the file holds no text: it is of a kind that cannot be read here",
    "add a PDF, a web page saved as HTML, a Word file (.docx) or plain text",
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, named: str = "") -> str | Unreadable:
    """The text of a file: its byte-order mark, the encoding that it names, UTF-8, UTF-16, else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for encoding in filter(None, (named, "utf-8")):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
        return BINARY if _is_binary(text) else text
    start = data[:2000]
    if start[::2].count(0) > len(start) // 3 or start[1::2].count(0) > len(start) // 3:
        even = start[::2].count(0) > start[1::2].count(0)
        return data.decode("utf-16-be" if even else "utf-16-le", errors="replace")
    text = data.decode("cp1252", errors="replace")
    return BINARY if _is_binary(text) else text


def _is_binary(text: str) -> bool:
    """Whether a text is none: a NUL, or many characters that only machines use."""
    start = text[:4000]
    odd = sum(1 for sign in start if (sign < " " and sign not in "\t\n\r\f\v\x1b") or sign in "\x7f\ufffd")
    return "\0" in start or odd > len(start) * 0.03


def extract_text(data: bytes) -> Document | Unreadable:
    """The paragraphs of a plain text; form feeds, where it has any, part its pages."""
    text = decode(data)
    if isinstance(text, Unreadable):
        return text
    if len(text) > MOST_SIGNS:
        return too_long()
    if text.count("\n") + text.count("\r") + text.count("\f") > MOST_LINES:
        return too_many()
    pages = plain_signs(text).split("\f")
    paged = len(pages) > 1
    found = [(number, part) for number, page in enumerate(pages, 1) for part in paragraphs(page)]
    if len(found) > MOST_BLOCKS:
        return too_many()
    zones = zones_of([part for _, part in found])
    blocks = [
        Block(text=part, zone=zone, page=number if paged else None, number=at, flows=paged)
        for at, ((number, part), zone) in enumerate(zip(found, zones, strict=True), 1)
    ]
    return Document(
        blocks=tuple(blocks), media_type=MEDIA_TYPE, extractor="plain text", pages=len(pages) if paged else None
    )


def zones_of(texts: Sequence[str], levels: Sequence[int] = ()) -> list[Zone]:
    """For each paragraph, whether it belongs to the reference list or to the body."""
    listed = {at for span in references(texts, levels) for at in span}
    return ["references" if at in listed else "body" for at in range(len(texts))]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: parted by blank lines, or, where lines are long, each line is one."""
    lines = [line.strip(" \t\u00a0") for line in text.split("\n")]
    full = [line for line in lines if line]
    if sum(len(line) > LONG for line in full) * 10 >= len(full):
        return full
    found: list[list[str]] = [[]]
    for line in lines:
        if not line or is_references_heading(line):
            found += [[line], []] if line else [[]]
        else:
            found[-1].append(line)
    return ["\n".join(part) for part in found if part]
