"""From a stored file to its text: what kind of file it is, told from its bytes, and who reads it."""

import re

from briefkit.sources.document import Document
from briefkit.sources.extract_docx import MAIN, extract_docx
from briefkit.sources.extract_html import extract_html
from briefkit.sources.extract_pdf import extract_pdf
from briefkit.sources.extract_text import BINARY, extract_text
from briefkit.sources.unreadable import MOST_BYTES, Unreadable

__all__ = ["Unreadable", "extract"]

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\s|<!--.*?-->|<\?.*?\?>)*<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|main|section|div|"
    rb"header|nav|h[1-6]|p|table|span|a|ul|ol|b|i|em|strong|br|center|font|blockquote)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</(?:p|div|body|html|h[1-6]|td|span|article)\s*>", re.IGNORECASE)
_PDF = re.compile(rb"\s*%PDF-")
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word file (.doc) or one that a password protects",
        "open it in Word and save it as .docx without a password, or as PDF",
    ),
    (b"{\\rtf", "a rich text file (.rtf)", "open it in Word and save it as .docx or PDF"),
    (b"\x89PNG", "a picture", "a picture holds no text that can be searched: add the document that it shows"),
    (b"\xff\xd8\xff", "a picture", "a picture holds no text that can be searched: add the document that it shows"),
    (b"GIF8", "a picture", "a picture holds no text that can be searched: add the document that it shows"),
    (b"II*\0", "a picture", "a picture holds no text that can be searched: add the document that it shows"),
    (b"MM\0*", "a picture", "a picture holds no text that can be searched: add the document that it shows"),
    (b"bplist00", "a web archive of Safari", "save the page as HTML, or print it to a PDF"),
    (b"%!PS", "a PostScript file", "turn it into a PDF"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it first"),
    (b"Rar!", "a compressed file", "unpack it first"),
)
_MHTML = re.compile(rb"(?:From: <?Saved by|MIME-Version: 1\.0|Content-Type: multipart/related)", re.IGNORECASE)


def extract(data: bytes, name: str) -> Document | Unreadable:
    """The text of a stored file, or why there is none.

    `name` is the file's name: it only helps where the bytes leave it open whether a text is a web page.
    """
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        return Unreadable("the file is empty", "download it again")
    if len(data) > MOST_BYTES:
        return Unreadable(
            f"the file has {len(data) // 1_000_000:,} MB, more than {MOST_BYTES // 1_000_000}",
            "keep only the part that is quoted from, as a PDF of its own",
        )
    # The standard lets a kilobyte of something else stand before a PDF; its own mark must begin a line.
    if _PDF.match(data) or (b"%PDF-" in data[:1024] and b"%%EOF" in data[-2048:]):
        return extract_pdf(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    return _other(data) or _textual(data, name)


def _other(data: bytes) -> Unreadable | None:
    """A kind of file that is known and not read."""
    for start, kind, way in _OTHERS:
        if data.startswith(start):
            return Unreadable(f"the file is {kind}", way)
    if _MHTML.match(data):
        return Unreadable(
            "the file is a web page saved as one file (.mhtml)", "save the page as HTML, or print it to a PDF"
        )
    return None


def _archive(data: bytes) -> Document | Unreadable:
    if MAIN.encode() in data:
        return extract_docx(data)
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return Unreadable("the file is an OpenDocument text (.odt)", "save it as .docx or PDF")
    if b"xl/workbook.xml" in data:
        return Unreadable("the file is an Excel workbook", "print the sheet that is quoted from to a PDF")
    if b"ppt/presentation.xml" in data:
        return Unreadable("the file is a PowerPoint presentation", "save it as a PDF")
    return Unreadable("the file is a packed archive, or a Word file that is damaged", "unpack it, or download it again")


def _textual(data: bytes, name: str) -> Document | Unreadable:
    """A web page or a plain text."""
    start = data[:4000].replace(b"\0", b"") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data[:4000]
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    if _HTML.match(start.lstrip(b"\xff\xfe")) or (named and (b"\0" not in start) and _TAG.search(data)):
        return extract_html(data)
    found = extract_text(data)
    return BINARY if isinstance(found, Document) and not found.blocks else found
