"""The door of this room: the print page of a brief, which becomes the PDF too, to a Word file."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefkit.docx.about import about
from briefkit.docx.drawings import address, drawn, inline_sheet, named_sheet
from briefkit.docx.fonts import embedded, faces_of
from briefkit.docx.package import finished
from briefkit.docx.page import labels, simple
from briefkit.pandoc import WAY, PandocError, available, pandoc
from briefkit.problems import Problem, Where

PLACE = Where("templates", 0)
REFERENCE = "word/reference.docx"
"""The document whose styles a Word file takes, under `templates/`."""
FORM = "html+native_divs+native_spans+epub_html_exts"


def to_docx(
    html: str, assets: Mapping[str, bytes], where: Where = PLACE, _files: Sequence[object] = ()
) -> tuple[bytes | None, list[Problem]]:
    """The Word file of a print page, and what went wrong; None when there is no pandoc, or it gives up.

    The same page and assets give the same bytes, on any day. `where` is the place to name in problems.
    Files that a PDF would hold are left out: the format has no place for them that readers find.
    """
    if not available():
        message = "Word files cannot be written: pandoc is not installed"
        return None, [Problem(where, "pandoc-missing", message, WAY)]
    from lxml import html as parser  # noqa: PLC0415  heavy, loaded only when used

    page = parser.document_fromstring(html)
    said = about(page)
    pictures, problems = _pictures(page, assets, where)
    if pictures is None:
        return None, problems
    spoken = labels(page)
    text = simple(page, *pictures)
    reference = assets.get(REFERENCE)
    given = {"reference.docx": reference} if reference is not None else {}
    asked = ["-f", FORM, "-t", "docx", "-M", f"lang={said.lang}", *(f"--reference-doc={name}" for name in given)]
    try:
        made = finished(pandoc(asked, text, given), said, spoken, embedded(assets))
    except PandocError as fault:
        way = f"undo the last change of a template, or of `templates/{REFERENCE}`"
        return None, [*problems, Problem(where, "print-fault", f"pandoc gave up: {fault}", way)]
    return made, problems


def _pictures(
    page: Any, assets: Mapping[str, bytes], where: Where
) -> tuple[tuple[list[bytes], dict[str, str]] | None, list[Problem]]:
    """The drawings of a page as PNG, in order, and the addresses of its other pictures by name; None without a printer."""
    drawings = [*page.find("body").iter("svg")]
    names = [image.get("src", "").removeprefix("asset:") for image in page.find("body").iter("img")]
    known = [name for name in dict.fromkeys(names) if name in assets]
    vector = [name for name in known if name.lower().endswith(".svg")]
    sheets = [*map(inline_sheet, drawings), *(named_sheet(name, assets[name]) for name in vector)]
    made, problems = drawn(sheets, faces_of(assets), assets, where)
    if len(made) < len(sheets):
        return None, problems
    addresses = {name: address(name, assets[name]) for name in known if name not in vector}
    addresses |= {name: address("drawn.png", png) for name, png in zip(vector, made[len(drawings) :], strict=True)}
    return (made[: len(drawings)], addresses), problems
