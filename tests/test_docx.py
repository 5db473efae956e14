"""The Word file, read back: the words of the page, headings, notes, links, tables, pictures, properties."""

import io

import pytest
from lxml import etree
from PIL import Image
from render_desk import BODY, EVIL, FRONT, painted
from word_desk import DRAWN, W, Word, assets, letters, made, page, page_letters, style_of, words

from briefkit.docx.write import to_docx


@pytest.mark.parametrize("gate", ["publish", "draft"])
def test_it_says_what_the_page_says_letter_for_letter(gate):
    assert letters(words(made(gate).document)) == page_letters(page(gate))


def test_headings_are_real_and_skip_no_level():
    assert made().headings == [
        (1, "Do free breakfasts raise attendance?"),
        (2, "Key messages"),
        (2, "What clubs cost"),
        (3, "Pay for places"),
        (2, "What we do not know"),
        (2, "More"),
        (2, "References"),
        (2, "About this brief"),
        (3, "How the evidence was found"),
        (3, "How the evidence was judged"),
        (3, "What was worked out here"),
        (3, "Who wrote it, and who has reviewed it"),
        (3, "Corrections"),
        (3, "How to cite this brief"),
    ]


def test_each_citation_leads_to_its_entry_and_says_whose_it_is():
    cited = [link for link in made().links if link.get(W + "anchor").startswith("ref-")]
    assert len(cited) > 5
    assert {link.get(W + "anchor") for link in made().links} <= made().bookmarks
    assert (words(cited[0]), cited[0].get(W + "anchor"), cited[0].get(W + "tooltip")) == (
        "1, p.\u00a03",
        "ref-moss2018",
        "Reference 1, p.\u00a03: Moss and Łukasz, 2018",
    )
    entries = [words(p) for p in made().document.iter(W + "p") if style_of(p) == "Bibliography"]
    assert [entry.split(".")[0] for entry in entries] == ["1", "2", "3"]


def test_footnotes_are_footnotes():
    assert len(list(made().document.iter(W + "footnoteReference"))) == 1
    notes = [words(note).strip() for note in made().tree("word/footnotes.xml") if note.get(W + "type") is None]
    assert notes == ["In a note, with 54 of 60 [1, p.\u00a03]."]


def test_tables_repeat_their_heads_and_name_their_rows():
    tables = list(made().document.iter(W + "tbl"))
    assert tables
    for table in tables:
        first, *rest = table.findall(W + "tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rest)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(W + "tr"))
        assert table.find(f"{W}tblPr/{W}tblLook").get(W + "firstColumn") == "1"
        widths = [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]
        assert sum(widths) == 9412
        assert min(widths) > 300
        assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val").startswith("Breakfast clubs")
        assert style_of(table.getprevious()) == "TableCaption"


def test_pictures_have_their_words_and_a_form_that_every_word_shows():
    assert made().alts == ["A square", "A dot"]
    drawings = list(made().document.iter(DRAWN))
    assert [drawing.get("name") for drawing in drawings] == ["Picture 1", "Picture 2"]
    pictures = {name: data for name, data in made().parts.items() if name.startswith("word/media/")}
    colours = []
    for name, data in pictures.items():
        assert name.endswith(".png")
        with Image.open(io.BytesIO(data)) as image:
            colours.append((image.convert("RGB").getpixel((4, 4)), round(image.width / image.height, 1)))
    assert sorted(colours) == [((13, 79, 99), 2.0), ((156, 31, 36), 1.0)]


def test_it_knows_its_language_and_that_of_quoted_words():
    styles = made().tree("word/styles.xml")
    assert {mark.get(W + "val") for mark in styles.iter(W + "lang")} == {"en-GB"}
    assert made().tree("word/settings.xml").find(W + "themeFontLang").get(W + "val") == "en-GB"
    spoken = page().replace("Somebody wrote", '<em lang="de">Frühstück in Schulen</em> wrote')
    foreign = Word(to_docx(spoken, assets())[0] or b"")
    paragraph = next(p for p in foreign.document.iter(W + "p") if words(p).startswith("Frühstück"))
    runs = [run for run in paragraph.iter(W + "r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert {run.find(f"{W}rPr/{W}lang").get(W + "val") for run in runs} == {"de"}
    assert "".join(map(words, runs)) == "Frühstück in Schulen"


def test_its_properties_are_those_of_the_brief():
    found = {etree.QName(one).localname: one.text for one in made().tree("docProps/core.xml")}
    assert found == {
        "title": "Free breakfasts in schools",
        "creator": "Ada Moss; Jan Kowalski",
        "description": "In one trial 54 of 60 came to school.",
        "keywords": "breakfast, attendance",
        "language": "en-GB",
        "subject": "School meals",
        "created": "2026-11-22T00:00:00Z",
        "modified": "2026-11-22T00:00:00Z",
    }


def test_it_points_to_nothing_but_the_links_of_the_brief():
    assert sorted(set(made().targets)) == [
        "https://doi.org/10.1000/x",
        "https://example.org/amt",
        "https://example.org/leeds",
        "https://example.org/x?a=1&b=2",
    ]


def test_every_style_that_is_used_is_there_once():
    styles = [style.get(W + "styleId") for style in made("draft").tree("word/styles.xml").iter(W + "style")]
    assert len(styles) == len(set(styles))
    used = {
        mark.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for mark in made("draft").document.iter(W + tag)
    }
    assert used - set(styles) == set()
    assert not any(style.startswith("carried") for style in styles)


def test_words_that_look_like_code_stay_words():
    assert EVIL in words(made().document)
    assert b"<script" not in made().parts["word/document.xml"]


def test_a_link_to_anywhere_but_the_web_is_left_out():
    evil = page().replace("https://example.org/x?a=1&amp;b=2", "file:///etc/passwd")
    data, _ = to_docx(evil, assets())
    assert not any(target.startswith("file:") for target in Word(data or b"").targets)


def heads(gate: str) -> dict[str, bytes]:
    return {name: data for name, data in made(gate).parts.items() if name.startswith("word/briefkit-")}


def test_a_draft_says_so_on_every_page_and_a_published_brief_does_not():
    assert sorted(heads("draft")) == ["word/briefkit-first.xml", "word/briefkit-foot.xml", "word/briefkit-head.xml"]
    for name in ("word/briefkit-first.xml", "word/briefkit-head.xml"):
        assert b'string="DRAFT"' in heads("draft")[name]
        assert b"DRAFT" not in heads("publish")[name]
    assert "Draft: 0 errors, 0 warnings" in words(made("draft").document)
    assert "Draft:" not in words(made().document)


def test_pages_have_heads_and_feet_and_are_a4():
    section = made().document.find(f"{W}body/{W}sectPr")
    size = section.find(W + "pgSz")
    assert (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838")
    assert words(made().tree("word/briefkit-head.xml")) == "School mealsFree breakfasts in schools"
    assert words(made().tree("word/briefkit-first.xml")) == ""
    assert words(made().tree("word/briefkit-foot.xml")) == "Version 1.0, 22\u00a0November\u00a020261 of 1"


WIDE = """
{{ table("programmes", columns=["place", "started", "places_planned", "running_cost", "cost_per_place", "patients",
"paid_by", "title", "status", "known_as_of"], caption="Everything", name="wide") }}

## After it

Words.
"""


def test_a_table_that_is_too_wide_stands_on_pages_of_its_own_on_their_side():
    text, _ = painted(BODY + WIDE, FRONT, medium="print", gate="publish")
    word = Word(to_docx(text, assets())[0] or b"")
    assert letters(words(word.document)) == page_letters(text)
    sections = list(word.document.iter(W + "sectPr"))
    assert [section.find(W + "pgSz").get(W + "orient") for section in sections] == [None, "landscape", None]
    assert [section.find(W + "titlePg") is not None for section in sections] == [True, False, False]
    widths = [sum(int(column.get(W + "w")) for column in grid) for grid in word.document.iter(W + "tblGrid")]
    assert widths == [9412, 14344]
    after = [words(p) for p in sections[1].getparent().getparent().itersiblings(W + "p")]
    assert after[0] == "After it"
