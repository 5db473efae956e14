"""The briefs that ship, in Word: each says what its print page says, and a reader of Word files finds his way in it."""

import re
from functools import cache

import pytest
from lxml import html
from render_desk import ROOT, look
from test_charts_shipped import shipped
from word_desk import W, Word, letters, page_letters, style_of, words

from briefkit.docx.write import to_docx
from briefkit.read_brief import read
from briefkit.render.page import page

BRIEFS = sorted(path.stem for path in (ROOT / "briefs").glob("*.md"))


@cache
def printed(slug: str) -> str:
    """The print page of a brief, as a draft without problems."""
    text = (ROOT / f"briefs/{slug}.md").read_text("utf-8")
    brief = read(text, f"briefs/{slug}.md", shipped(), {})[0]
    assert brief is not None
    return page(brief, shipped(), [], look(), "print", "draft")[0]


@cache
def made(slug: str) -> Word:
    data, problems = to_docx(printed(slug), look().assets)
    assert problems == []
    return Word(data or b"")


@pytest.mark.parametrize("slug", BRIEFS)
def test_it_says_what_the_page_says_and_leads_where_the_page_leads(slug):
    word, body = made(slug), html.document_fromstring(printed(slug)).find("body")
    assert letters(words(word.document)) == page_letters(printed(slug))
    cited = [link.get("href") for link in body.xpath("//span[@class='cite']//a")]
    assert [f"#{one.get(W + 'anchor')}" for one in word.links if one.get(W + "anchor")[:4] == "ref-"] == cited
    assert {link.get(W + "anchor") for link in word.links} <= word.bookmarks
    assert all(link.get(W + "tooltip") for link in word.links if link.get(W + "anchor").startswith("ref-"))
    assert set(word.targets) == {link.get("href") for link in body.iter("a") if link.get("href")[:4] == "http"}


@pytest.mark.parametrize("slug", BRIEFS)
def test_its_parts_can_be_found_and_are_named(slug):
    word, body = made(slug), html.document_fromstring(printed(slug)).find("body")
    heads = [(int(head.tag[1]), " ".join(head.text_content().split())) for head in body.iter("h1", "h2", "h3", "h4")]
    assert [(level, " ".join(text.split())) for level, text in word.headings] == heads
    assert word.alts == [drawing.get("aria-label") for drawing in body.iter("svg")]
    tables = list(word.document.iter(W + "tbl"))
    assert len(tables) == len(list(body.iter("table")))
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)
    captions = [words(p) for p in word.document.iter(W + "p") if style_of(p) == "TableCaption"]
    assert len(captions) == len(list(body.iter("caption")))


def test_certainty_is_said_in_signs_and_words():
    cells = [words(p) for p in made("evidence_review").document.iter(W + "p")]
    judged = [cell for cell in cells if re.match("[●○]{4} ", cell)]
    assert judged[0] == "○○○○ not yet judged"
    assert "●○○○ Norwegian review’s own rating: very low" in judged
