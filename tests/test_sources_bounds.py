"""Files that hold more than is looked at, and what was moved in a Word file while changes were tracked."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from source_files import docx

from briefkit.sources.extract_docx import extract_docx
from briefkit.sources.extract_html import extract_html
from briefkit.sources.extract_text import extract_text
from briefkit.sources.unreadable import MOST_BLOCKS, MOST_BYTES, Unreadable, too_long, too_many

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(**parts: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(f"word/{name}.xml", content)
    return data.getvalue()


def test_the_words_of_the_limit():
    assert too_many() == Unreadable(
        "the file holds more than 100,000 paragraphs, lines or cells",
        "keep only the part that is quoted from, as a PDF of its own",
    )


def test_a_word_file_of_too_many_paragraphs():
    body = "<w:p/>" * (MOST_BLOCKS + 1)
    assert (
        extract_docx(archive(document=f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())) == too_many()
    )


def test_the_parts_of_a_word_file_are_bounded_together():
    part = f"<w:document {W}/>".encode().ljust(MOST_BYTES // 5)
    assert extract_docx(archive(document=part, footnotes=part, endnotes=part)) == too_long()


def test_a_text_of_too_many_lines():
    assert extract_text(b"References\n" * (MOST_BLOCKS + 1)) == too_many()
    assert extract_text(b"\n" * (10 * MOST_BLOCKS + 1) + b"words") == too_many()


def test_a_web_page_of_too_many_blocks():
    assert extract_html(b"<html><body>" + b"<p>a" * (MOST_BLOCKS + 1)) == too_many()


def test_what_was_moved_stands_once():
    moved = "<w:r><w:t>The money was seized.</w:t></w:r>"
    body = f"<w:p><w:moveFrom>{moved}</w:moveFrom></w:p><w:p><w:moveTo>{moved}</w:moveTo></w:p>"
    made = extract_docx(docx(body))
    assert not isinstance(made, Unreadable)
    assert [block.text for block in made.blocks] == ["The money was seized."]
