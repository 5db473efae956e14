r"""The text of a PDF, page by page, in the order in which the file draws it. Home of pypdfium2.

Each page comes as its running heads and one block of body text (more where its zone changes), lines kept as `\n`; a blank
line marks room on the page, through which a sentence may still run.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from briefkit.sources.document import Block, Document, Zone
from briefkit.sources.extract_pdf_lines import Glyph, Line, lines_of
from briefkit.sources.unreadable import MOST_PAGES, MOST_SIGNS, Unreadable, too_long
from briefkit.sources.zones import is_cover, references
from briefkit.sources.zones_heads import Page, head_lines, printed_labels

MEDIA_TYPE = "application/pdf"


def extract_pdf(data: bytes) -> Document | Unreadable:
    """The text of a PDF; pages that hold no text are listed in `textless`."""
    import pypdfium2  # noqa: PLC0415  heavy, loaded only when used

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if len(pdf) > MOST_PAGES:
                return _too_many(len(pdf))
            return _document(_read(pdf), f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO}")
    except pypdfium2.PdfiumError as error:
        return _why(error)
    except _TooLongError:
        return too_long()


class _TooLongError(Exception):
    """The pages hold more text than is read."""


def _why(error: Any) -> Unreadable:
    if getattr(error, "err_code", 0) == 4:
        return Unreadable(
            "the PDF is protected by a password",
            "open it with its password, print it to a PDF without one, and add that",
        )
    return Unreadable(
        "the PDF is damaged: it cannot be opened", "download it again; a file of a few kilobytes is often an error page"
    )


def _too_many(pages: int) -> Unreadable:
    return Unreadable(
        f"the PDF has {pages:,} pages, more than {MOST_PAGES:,}",
        "keep only the part that is quoted from, as a PDF of its own",
    )


def _read(pdf: Any) -> list[Page]:
    pages: list[Page] = []
    signs = 0
    for index in range(len(pdf)):
        pages.append(_page(pdf, index))
        signs += sum(len(line.text) for line in pages[-1].lines)
        if signs > MOST_SIGNS:
            raise _TooLongError
    return pages


def _page(pdf: Any, index: int) -> Page:
    """One page; one that is damaged counts as a page without text."""
    import pypdfium2  # noqa: PLC0415  heavy, loaded only when used

    label = pdf.get_page_label(index) or ""
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        return Page((), label, 0.0, 1.0, drawn=True)
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_SIGNS:
            raise _TooLongError
        lines = lines_of(_glyphs(text))
        _, foot, _, head = page.get_mediabox()
        drawn = pypdfium2.raw.FPDFPage_CountObjects(page.raw) > 0
        return Page(tuple(lines), label, foot, max(head, foot + 1.0), drawn=drawn)
    finally:
        text.close()
        page.close()


def _glyphs(text: Any) -> Iterator[Glyph]:
    """Every character of a page with its place; two halves of one character are joined."""
    from ctypes import c_double  # noqa: PLC0415  needed for pdfium alone

    from pypdfium2 import raw  # noqa: PLC0415  heavy, loaded only when used

    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    sign_at, origin, loose = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
    high = 0
    for index in range(text.count_chars()):
        code = sign_at(text.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        origin(text.raw, index, x, y)
        loose(text.raw, index, box)
        yield Glyph(chr(min(code, 0x10FFFF)), box.left, box.right, y.value, box.top - box.bottom)


def _document(pages: list[Page], extractor: str) -> Document:
    heads = head_lines(pages)
    labels = printed_labels(pages, heads)
    flat = [(at, row) for at, page in enumerate(pages) for row in range(len(page.lines)) if row not in heads[at]]
    spans = references([pages[at].lines[row].text for at, row in flat])
    listed = {flat[number] for span in spans for number in span}
    covers = _covers(pages)
    blocks: list[Block] = []
    for at, page in enumerate(pages):
        zones = [_zone(at, row, heads[at], listed, covers) for row in range(len(page.lines))]
        blocks += _blocks(page, at, zones, labels[at], len(blocks))
    textless = tuple(at + 1 for at, page in enumerate(pages) if page.drawn and not page.lines)
    return Document(
        blocks=tuple(blocks), media_type=MEDIA_TYPE, extractor=extractor, pages=len(pages), textless=textless
    )


def _covers(pages: list[Page]) -> int:
    """How many pages at the front are a repository's or publisher's own."""
    count = 0
    while count < min(2, len(pages) - 1) and is_cover("\n".join(line.text for line in pages[count].lines)):
        count += 1
    return count


def _zone(at: int, row: int, heads: frozenset[int], listed: set[tuple[int, int]], covers: int) -> Zone:
    if at < covers:
        return "cover"
    if row in heads:
        return "running_head"
    return "references" if (at, row) in listed else "body"


def _blocks(page: Page, at: int, zones: list[Zone], label: str, before: int) -> Iterable[Block]:
    """The page's lines, as one block for each zone in turn; running heads never part the body."""
    made: list[tuple[Zone, list[Line]]] = []
    running: tuple[Zone, list[Line]] | None = None
    for zone, line in zip(zones, page.lines, strict=True):
        same = made[-1] if made and zone == "running_head" else running
        if same is None or same[0] != zone:
            same = (zone, [])
            made.append(same)
        same[1].append(line)
        running = running if zone == "running_head" else same
    for number, (zone, lines) in enumerate(made, before + 1):
        text = "\n".join(("\n" if line.gap and count else "") + line.text for count, line in enumerate(lines))
        yield Block(text=text, zone=zone, page=at + 1, number=number, flows=zone in {"body", "references"}, label=label)
