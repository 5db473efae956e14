"""Pictures of a page in forms that every Word shows: drawings by way of the PDF printer, so that they have the fonts and the
look of the PDF; other forms as they are, or converted.
"""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from briefkit.pdf import to_pdf
from briefkit.problems import Problem, Where

SCALE = 3.2
"""Dots a point: a drawing as wide as the text has about 240 an inch, which is sharp in print."""
AS_THEY_ARE = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif"}
"""Endings of pictures that Word shows without help, and their kinds."""
MOST_DOTS = 100_000_000
"""Past this it is no picture of a brief, but something that is to fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A drawing for the printer, on a page of its own."""

    html: str
    wide: float
    high: float
    """In the pixels of style sheets."""


def inline_sheet(svg: Any) -> Sheet:
    """A drawing that stands in the page, an lxml element."""
    from lxml import html  # noqa: PLC0415  heavy, loaded only when used

    text = html.tostring(svg, encoding="unicode", with_tail=False)
    wide, high = (_number(svg.get(side), 640) for side in ("width", "height"))
    return Sheet(html=text, wide=wide, high=high)


def named_sheet(name: str, data: bytes) -> Sheet:
    """A picture of the project that is a drawing, by the name under which the printer finds it."""
    head = data[:4000].decode(errors="replace")
    box = re.search(r'viewBox="\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)', head)
    sides = [re.search(rf'<svg[^>]*\s{side}="([\d.]+)(?:px)?"', head) for side in ("width", "height")]
    found = [side[1] if side else box[number] if box else None for number, side in enumerate(sides, 1)]
    wide, high = (_number(side, 640) for side in found)
    return Sheet(html=f'<img src="asset:{name}" alt="." style="width: 100%">', wide=640, high=640 * high / wide)


def drawn(
    sheets: Sequence[Sheet], faces: str, assets: Mapping[str, bytes], where: Where
) -> tuple[list[bytes], list[Problem]]:
    """The drawings as PNG in their order, on a white ground, and what the printer says; no PNG where it is missing.

    `faces` are the `@font-face` rules of the fonts that they are set in.
    """
    if not sheets:
        return [], []
    rules = "".join(
        f"@page d{number} {{ size: {sheet.wide}px {sheet.high}px; margin: 0 }} .d{number} {{ page: d{number} }}"
        for number, sheet in enumerate(sheets)
    )
    pages = "".join(f'<div class="d{number}">{sheet.html}</div>' for number, sheet in enumerate(sheets))
    style = f"{faces}{rules} html, body {{ margin: 0 }} svg, img {{ display: block }}"
    page = f'<html lang="en"><head><title>.</title><style>{style}</style></head><body>{pages}</body></html>'
    data, problems = to_pdf(f"<!DOCTYPE html>{page}", assets, where)
    return ([] if data is None else _pages(data)), problems


def address(name: str, data: bytes) -> str:
    """The `data:` address of a picture of the project that is no SVG; empty when it cannot be read."""
    kind = AS_THEY_ARE.get(name.rpartition(".")[2].lower())
    shown = data if kind else _converted(data)
    return f"data:image/{kind or 'png'};base64,{b64encode(shown).decode()}" if shown else ""


def _pages(pdf: bytes) -> list[bytes]:
    """Each page as PNG."""
    import pypdfium2  # noqa: PLC0415  heavy, loaded only when used

    with pypdfium2.PdfDocument(pdf) as document:
        return [_png(page.render(scale=SCALE).to_pil()) for page in document]


def _png(image: Any) -> bytes:
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _converted(data: bytes) -> bytes:
    """A picture that Word does not know, as PNG; nothing when it cannot be read."""
    from PIL import Image  # noqa: PLC0415  heavy, loaded only when used

    try:
        with Image.open(BytesIO(data)) as image:
            return _png(image) if image.width * image.height <= MOST_DOTS else b""
    except (OSError, ValueError, SyntaxError):
        return b""


def _number(text: str | None, otherwise: float) -> float:
    found = float(text) if text and re.fullmatch(r"\d+(\.\d+)?", text) else 0.0
    return found or otherwise
