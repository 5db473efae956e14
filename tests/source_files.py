"""Small PDF and Word files made for the tests, and what is said of an invented paper."""

from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PROSE = (
    "In this invented survey of market stalls we asked every holder what was sold, to whom, and at which hour of the day. "
    "Of 301 stalls that were counted, 127 sold bread and 43 sold nothing at all. The difference did not reach significance. "
    "Holders told us that rain keeps buyers away, that the tram brings them back, and that nobody had asked them before. "
)
CSS = "@page { size: A5; margin: 2cm } body { font: 10pt 'DejaVu Sans' } h1 { font-size: 16pt } .new { break-before: page }"
HEADS = "@page { @top-center { content: 'Journal of Invented Stalls' } @bottom-center { content: counter(page) } }"


@cache
def pdf(body: str, css: str = "") -> bytes:
    """A PDF of some HTML."""
    import weasyprint

    return weasyprint.HTML(string=f"<html lang=en><style>{CSS}{css}</style>{body}").write_pdf()


def scan() -> str:
    """A picture that fills a page, as a scanner makes them."""
    from base64 import b64encode

    from PIL import Image

    out = BytesIO()
    Image.new("L", (40, 40), 128).save(out, "PNG")
    return f'<img style="width: 10cm" src="data:image/png;base64,{b64encode(out.getvalue()).decode()}">'


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def part(inside: str, root: str = "document") -> str:
    """One XML part of a Word file."""
    inner = f"<w:body>{inside}</w:body>" if root == "document" else inside
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{NAMESPACE}">{inner}</w:{root}>'


def paragraph(text: str, style: str = "") -> str:
    """One paragraph of a Word file."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(inside: str, **others: str) -> bytes:
    """A Word file; `others` are further parts by their name, such as `header1`."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", part(inside))
        for name, text in others.items():
            archive.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def zones(document) -> list[tuple[str, str]]:
    """Zone and text of every block."""
    return [(block.zone, block.text) for block in document.blocks]


def in_zone(document, zone: str) -> str:
    """All text of one zone."""
    return "\n".join(block.text for block in document.blocks if block.zone == zone)
