"""The shipped briefs, printed once for all tests that read the prints.

Printing all takes half a minute, so that two briefs stand for them: between them they have every kind of block that the
shipped ones have. `make pdfs` reads them all.
"""

import os
import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import lxml.html
from pdf_desk import Print

from briefkit.disk import read_tree
from briefkit.pdf import to_pdf
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options

ROOT = Path(__file__).parent.parent
EVERY = sorted(path.stem for path in (ROOT / "briefs").glob("*.md"))
SOME = ["evidence_review", "hat_england"]
SLUGS = EVERY if os.environ.get("BRIEFKIT_EVERY_PDF") else SOME


@dataclass(frozen=True)
class Shipped:
    """One brief as it was printed, and what of it lies beside the PDF."""

    page: str
    print: Print
    files: dict[str, bytes]

    @property
    def html(self) -> lxml.html.HtmlElement:
        """The print page, read anew."""
        return lxml.html.fromstring(self.page)


@cache
def shipped() -> dict[str, Shipped]:
    pages: dict[str, str] = {}

    def printer(html, assets, where, files):
        pages[Path(where.file).stem] = html
        return to_pdf(html, assets, where, files)

    tree = read_tree(ROOT)
    asked = Options(briefs=tuple(SLUGS), formats=("pdf",), today=date(2026, 11, 22))
    made = build(check(tree, asked), tree, asked, {}, {"pdf": printer})
    assert [problem for problem in made.problems if problem.rule in {"print-fault", "asset-refused"}] == []
    found = {}
    for slug in SLUGS:
        files = {name.removeprefix(f"{slug}/"): data for name, data in made.outputs.items() if name.startswith(slug)}
        found[slug] = Shipped(pages[slug], Print(files[f"{slug}.pdf"]), files)
    return found


UNREAD = ".//*[@aria-hidden='true']"


def letters(text: str) -> str:
    """A text without its spaces, which fall otherwise where lines end."""
    return re.sub(r"\s+", "", text)


def words_of(element: lxml.html.HtmlElement) -> str:
    """The text of an element of the page, without what its drawings say."""
    copy = deepcopy(element)
    for drawing in copy.xpath(f".//svg | {UNREAD}"):
        drawing.drop_tree()
    return letters(copy.text_content())
