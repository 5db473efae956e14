"""Plain text and Word files; what is no text at all; and that no bytes whatever make reading fall over."""

import random
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_files import HEADS, NAMESPACE, PROSE, docx, in_zone, paragraph, part, pdf, zones

from briefkit.sources.document import Document
from briefkit.sources.extract import Unreadable, extract

ARTICLES = Path(__file__).parent.parent.parent / "shared" / "sources"


def read(data: str | bytes):
    found = extract(data.encode() if isinstance(data, str) else data, "a.txt")
    assert not isinstance(found, Unreadable), found
    return found


def test_blank_lines_part_paragraphs_and_short_lines_are_kept():
    assert zones(read("We counted employ-\nment twice.\r\n\r\nThen we\nwent home.\n")) == [
        ("body", "We counted employ-\nment twice."),
        ("body", "Then we\nwent home."),
    ]


def test_where_lines_are_long_each_is_a_paragraph():
    assert [text for _, text in zones(read(f"Headline\n{PROSE}\nShort line\n{PROSE}"))] == [
        "Headline",
        PROSE.strip(),
        "Short line",
        PROSE.strip(),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_found_out(encoding):
    assert in_zone(read("Café – £5 a day, said “Maker”".encode(encoding)), "body") == "Café – £5 a day, said “Maker”"


def test_form_feeds_part_pages():
    document = read("One page\n\fsecond page\n\fthird")
    assert [(block.text, block.page, block.flows) for block in document.blocks] == [
        ("One page", 1, True),
        ("second page", 2, True),
        ("third", 3, True),
    ]
    assert document.pages == 3


def test_the_reference_list_begins_at_its_heading_even_within_a_paragraph():
    document = read("Text ends here.\nReferences\n1. Maker A. Bread and its sellers. Br J Stalls 2007.\n")
    assert zones(document) == [
        ("body", "Text ends here."),
        ("references", "References"),
        ("references", "1. Maker A. Bread and its sellers. Br J Stalls 2007."),
    ]


def test_invisible_characters_are_taken_out():
    assert in_zone(read("soft\u00adly zero\u200bwidth employ\u00ad\nment"), "body") == "softly zerowidth employ-\nment"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")
def test_the_articles_have_the_paragraphs_that_they_print():
    counts = {path.stem: len(extract(path.read_bytes(), path.name).blocks) for path in sorted(ARTICLES.glob("*.txt"))}
    assert counts == {
        "guardian_durham_2017": 1,
        "ibtimes_durham_2013": 16,
        "independent_middlesbrough_2019": 27,
        "northernecho_coppinger_2019": 12,
        "unilad_wm_2018": 44,
    }


def test_a_word_file_gives_its_paragraphs_heads_and_notes():
    styles = part('<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>', "styles")
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('12')}</w:tc></w:tr></w:tbl>"
    runs = (
        '<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>'
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> new</w:t></w:r></w:ins>"
        "<w:r><w:tab/><w:t>tabbed</w:t><w:br/><w:t>line</w:t></w:r></w:p>"
    )
    body = paragraph("Stalls", "Title") + paragraph("Counts", "berschrift1") + runs + cell
    data = docx(
        body, styles=styles, header1=part(paragraph("Draft"), "hdr"), footnotes=part(paragraph("A note"), "footnotes")
    )
    document = read(data)
    assert zones(document) == [
        ("running_head", "Draft"),
        ("title", "Stalls"),
        ("heading", "Counts"),
        ("body", "10⁶ new tabbed\nline"),
        ("table", "12"),
        ("body", "A note"),
    ]
    assert document.media_type.endswith("wordprocessingml.document")


def test_references_of_a_word_file_end_at_the_next_heading():
    entries = "".join(paragraph(f"Maker {n}. Bread. 200{n};3:5-20.") for n in "123")
    body = (
        paragraph("Text")
        + paragraph("References", "Heading1")
        + entries
        + paragraph("More", "Heading1")
        + paragraph("End")
    )
    assert in_zone(read(docx(body)), "body") == "Text\nEnd"


def test_a_word_file_reads_nothing_outside_itself():
    doctype = f'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaa">]><w:document xmlns:w="{NAMESPACE}">'
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"{doctype}<w:body>{paragraph('x &f; &a; y')}</w:body></w:document>")
    found = extract(out.getvalue(), "a.docx")
    assert isinstance(found, Document)
    assert "aaaaaaaa" not in in_zone(found, "body")


def test_a_zip_bomb_is_bounded():
    found = extract(docx(paragraph("a" * 60_000_000)), "a.docx")
    assert found == Unreadable(
        "the file holds more than 10 million characters of text",
        "keep only the part that is quoted from, as a PDF of its own",
    )


def test_a_zip_that_lies_about_its_size_is_damaged():
    data = docx(paragraph("a" * 60_000_000))
    true = len(part(paragraph("a" * 60_000_000)).encode()).to_bytes(4, "little")
    assert data.count(true) == 2
    found = extract(data.replace(true, (1000).to_bytes(4, "little")), "a.docx")
    assert isinstance(found, Unreadable)
    assert found.message == "the Word file is damaged: it cannot be opened"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (bytes(range(256)) * 9, "the file holds no text: it is of a kind that cannot be read here"),
        (b"\x89PNG\r\n\x1a\n....", "the file is a picture"),
        (b"{\\rtf1 text}", "the file is a rich text file (.rtf)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "the file is an old Word file (.doc) or one that a password protects"),
        (b"MIME-Version: 1.0\r\n", "the file is a web page saved as one file (.mhtml)"),
        (b"PK\x03\x04xl/workbook.xml", "the file is an Excel workbook"),
        (b"PK\x03\x04nothing", "the file is a packed archive, or a Word file that is damaged"),
        (docx(paragraph("One"))[:-40], "the Word file is damaged: it cannot be opened"),
        (docx(paragraph("")), "the Word file holds no text"),
    ],
)
def test_files_without_text_say_what_they_are(data, message):
    found = extract(data, "a")
    assert isinstance(found, Unreadable)
    assert found.message == message
    assert found.help


def test_the_name_alone_does_not_make_a_page_of_a_text():
    assert extract(b"1 < 2 and 3 > 2", "a.html").media_type == "text/plain"
    assert extract(b"text first <p>then</p>", "a.html").media_type == "text/html"
    assert extract(b"<!-- saved --><!DOCTYPE html><p>x</p>", "a.txt").media_type == "text/html"
    assert extract(pdf("<p>One.</p>"), "a.txt").media_type == "application/pdf"


REAL = (
    pdf(f"<h1>Stalls</h1><p>{PROSE * 6}</p>", HEADS),
    docx(paragraph(PROSE) + paragraph("References", "Heading1") + paragraph("Maker A. 2007;3:5")),
    f"<!doctype html><html><nav>Menu</nav><h1>Stalls</h1><p>{PROSE}<table><tr><td>10<sup>6</sup></table>".encode(),
    f"Stalls\n\n{PROSE}\n\nReferences\n1. Maker A. 2007;3:5\n".encode("utf-16"),
)


def sound(data: bytes) -> None:
    """What holds for whatever bytes are given."""
    found = extract(data, "a.html")
    assert found == extract(data, "a.html")
    if isinstance(found, Unreadable):
        assert found.message
        assert found.help
    else:
        assert [block.number for block in found.blocks] == list(range(1, len(found.blocks) + 1))
        assert all(block.text.strip() for block in found.blocks)
        assert found.text_sha256


@given(st.binary(max_size=400))
def test_no_bytes_make_reading_fall_over(data):
    sound(data)


@given(
    st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04word/document.xml", b"<html>", b"\xff\xfe", b"<p>"]),
    st.binary(max_size=200),
)
def test_nor_does_a_true_beginning(start, data):
    sound(start + data)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REAL), st.integers(0, 2**32))
def test_nor_does_a_spoilt_file(data, seed):
    chance = random.Random(seed)
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 5, 60))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    cut = chance.choice((len(spoilt), chance.randrange(len(spoilt))))
    sound(bytes(spoilt[:cut]))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_every_word_of_a_text_is_kept(text):
    found = extract(("Begin " + text + " end").encode("utf-8", "ignore"), "a.txt")
    if isinstance(found, Document) and found.media_type == "text/plain":
        shown = "".join(sign for sign in text if sign.isalnum())
        assert shown in "".join(sign for block in found.blocks for sign in block.text if sign.isalnum())
