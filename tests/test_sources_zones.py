"""Reference lists, cover sheets and titles: what bears nothing is told from what does."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import PROSE, in_zone, pdf, zones

from briefkit.sources.document import Document
from briefkit.sources.extract import extract
from briefkit.sources.zones import is_references_heading, references, zoned

ENTRIES = [
    "1. Maker A, Smith B. Bread. J Inv 2007; 3: 5-20.",
    "2. Baker, C. (2009) Salt and its sellers.",
    "3. Cook D. 2011. doi:10.1000/7",
]


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES", "7. References", "VII References", "References:", "R E F E R E N C E S", "Bibliography",
        "Literature cited", "Literatur", "Literaturverzeichnis", "Références", "Referencer", "Referenser", "Referanser",
        "Notes and references", "References and notes", "Endnotes", "List of references", "Quellenverzeichnis", "Literatuurlijst",
    ],
)  # fmt: skip
def test_headings_of_reference_lists(heading):
    assert is_references_heading(heading)
    assert references(["Text.", heading, *ENTRIES]) == [range(1, 5)]


@pytest.mark.parametrize(
    "line",
    ["References to bread are rare", "See References", "Notes", "Literature on bread", "Preferences", "References 34"],
)
def test_other_lines_are_none(line):
    assert not is_references_heading(line)


def test_a_table_of_contents_begins_no_reference_list():
    assert references(["Contents", "Introduction", "References", "Appendix", "Introduction", *[PROSE] * 20]) == []


def test_the_list_ends_at_an_appendix_and_nowhere_else():
    assert references(["References", *ENTRIES, "Appendix 1: Tables", "Text"]) == [range(4)]
    assert references(["References", *ENTRIES, "Annex", "Text"]) == [range(4)]
    assert references(["References", *ENTRIES, "Supplementary material", "Text"]) == [range(4)]
    assert references(["References", *ENTRIES, "Bread sellers of the", "north."]) == [range(6)]


def test_an_entry_that_begins_like_an_appendix_does_not_end_the_list():
    lines = ["References", *ENTRIES, "Appendix to the report of the board", *ENTRIES, *ENTRIES]
    assert references(lines) == [range(len(lines))]


def test_each_chapter_may_have_its_list():
    lines = ["References", *ENTRIES, "Chapter 2", *["Text"] * 4, "References", *ENTRIES]
    assert references(lines) == [range(4), range(9, 13)]
    unheaded = ["References", *ENTRIES, *["Text goes on"] * 100]
    assert references(unheaded)[0].stop < 15


def test_a_higher_heading_ends_the_list_where_the_format_knows():
    assert references(["References", *ENTRIES, "Reactions", "Text"], [2, 0, 0, 0, 2, 0]) == [range(4)]


@given(st.lists(st.sampled_from(["References", "Appendix", "Text.", "Chapter 2", *ENTRIES]), max_size=60))
def test_lists_lie_apart_and_begin_with_their_heading(lines):
    spans = references(lines)
    assert all(is_references_heading(lines[span.start]) and 0 <= span.start < span.stop <= len(lines) for span in spans)
    assert all(a.stop <= b.start for a, b in pairwise(spans))


COVER = (
    "<p>Maker, A. (2010) A survey of bread stalls. Journal of Stalls, 3, 5-20.</p><p>This is the author's accepted manuscript.</p>"
    "<p>Downloaded from: https://eprints.example.org/1</p><p>General rights: copyright remains with the authors.</p>"
)


def test_a_repository_s_page_is_a_cover():
    document = extract(pdf(f"{COVER}<div class=new><p>{PROSE * 3}</p></div>"), "")
    assert "Maker, A. (2010)" in in_zone(document, "cover")
    assert in_zone(document, "body").startswith("In this invented survey")


def test_a_first_page_with_prose_and_a_download_line_is_none():
    document = extract(pdf(f"<p>Downloaded from example.org by guest</p><p>{PROSE * 8}</p><p class=new>End</p>"), "")
    assert in_zone(document, "cover") == ""


def test_the_only_page_is_never_a_cover():
    assert in_zone(extract(pdf(COVER), ""), "cover") == ""


TITLE = "Bread sellers of the north: a randomised survey"


def test_title_lines_are_set_apart_and_blocks_numbered_anew():
    document = extract(
        b"Bread Sellers of the\nNorth: A Randomized Survey\nA. Maker\nBread sellers of the north are many.", ""
    )
    assert zones(zoned(document, TITLE)) == [
        ("title", "Bread Sellers of the\nNorth: A Randomized Survey"),
        ("body", "A. Maker\nBread sellers of the north are many."),
    ]
    assert [block.number for block in zoned(document, TITLE).blocks] == [1, 2]


def test_accents_ligatures_and_marks_of_notes_make_no_difference():
    document = extract("Über die ﬁrst “caf\u00e9”¹\n\nText".encode(), "")
    assert in_zone(zoned(document, "Uber die First 'Cafe\u0301'"), "title") == "Über die ﬁrst “café”¹"


def test_a_title_within_a_sentence_or_a_very_short_one_is_left():
    document = extract(b"In Bread sellers of the north: a randomised survey, we counted.\n\nStalls", "")
    assert zoned(document, TITLE) == document
    assert zoned(document, "Stalls") == document
    assert zoned(document, "") == document


def test_the_main_title_alone_is_a_title_too():
    document = extract(b"Bread sellers of the north\n\nText", "")
    assert in_zone(zoned(document, TITLE), "title") == "Bread sellers of the north"


def test_setting_zones_loses_no_line():
    document = extract(pdf(f"<h1>{TITLE}</h1><p>{PROSE}</p>"), "")
    again: Document = zoned(document, TITLE)
    assert again.blocks[0].zone == "title"
    assert again.blocks[1].flows
    assert [w for b in again.blocks for w in b.text.split()] == [w for b in document.blocks for w in b.text.split()]
