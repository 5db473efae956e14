"""The tags of the shipped briefs' PDFs, read back and compared with the page that was printed: what a screen reader is told."""

import re
from itertools import pairwise

import lxml.html
import pytest
from pdf_desk import Area, Element, Piece
from shipped_prints import SLUGS, UNREAD, Shipped, letters, shipped, words_of

pytestmark = pytest.mark.xdist_group("pdfs")  # the briefs are printed once, by one worker
KINDS = """
a caption data dd div dl dt em h1 h2 h3 li nav ol p section aside span strong svg table tbody td th thead tr ul
.chain .contents .decision .flow .judged .key-messages .judgement .method .option .unknown .picture .table .table-notes
"""
"""Elements and classes of the print pages of shipped briefs that mean something to the printer or look different."""
INSIDE = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "Part": {"Art", "P", "Sect", *(f"H{level}" for level in range(1, 7)), "L", "Table", "Figure", "Div"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference"},
    "P": {"Link", "Span", "Quote", "Code", "Reference", "Figure"},
    "Link": {"Span", "Code"},
    "Reference": {"Link", "Span"},
}
"""What an element may hold (ISO 32000-1, 14.8.4), of the kinds that hold some alone."""


@pytest.fixture(params=SLUGS)
def one(request) -> Shipped:
    return shipped()[request.param]


def test_the_chosen_briefs_have_every_kind_of_block():
    whole = {kind for one in shipped().values() for kind in kinds(one.html)}
    assert sorted(set(KINDS.split()) - whole - {"dd", "dl", "dt"}) == []


def kinds(page: lxml.html.HtmlElement) -> set[str]:
    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    return names | {f".{name}" for element in page.xpath("//*[@class]") for name in element.get("class").split()}


def test_headings_begin_with_one_and_skip_none(one):
    found = one.print.root.all(*(f"H{level}" for level in range(1, 7)))
    levels = [int(heading.kind[1]) for heading in found]
    assert levels.count(1) == 1
    assert all(heading.text for heading in found)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [letters(heading.text) for heading in found] == [
        words_of(heading) for heading in one.html.xpath("//h1 | //h2 | //h3 | //h4")
    ]


def test_figures_say_what_they_show_and_where_they_stand(one):
    figures = one.print.root.all("Figure")
    assert [figure.alt for figure in figures] == one.html.xpath("//svg/title/text()")
    assert all(figure.alt for figure in figures)
    for figure in figures:
        (piece,) = figure.kids
        left, bottom, right, top = map(float, figure.attributes["BBox"])
        _, _, width, height = map(float, one.print.pdf.pages[piece.page].mediabox)
        assert 0 <= left < right <= width
        assert 0 <= bottom < top <= height


def test_a_table_is_one_table_with_every_cell_where_it_belongs(one):
    tables, there = one.print.root.all("Table"), one.html.xpath("//table")
    assert len(tables) == len(there)
    for table, page in zip(tables, there, strict=True):
        assert [letters(caption.text) for caption in table.below("Caption")] == [
            words_of(caption) for caption in page.xpath("caption")
        ]
        marks = {id(label) for label in added(table)}
        rows = [[(cell.kind, letters(read(cell, marks))) for cell in row.below()] for row in table.all("TR")]
        assert rows == [[(cell.tag.upper(), words_of(cell)) for cell in row] for row in page.iter("tr")]


def test_cells_name_their_headers_and_headers_say_what_they_head(one):
    for table in one.print.root.all("Table"):
        heads = {head.id: head for head in table.all("TH")}
        assert len(heads) == len(table.all("TH"))
        assert {str(head.attributes.get("Scope")) for head in heads.values()} <= {"Row", "Column"}
        for cell in table.all("TD"):
            named = cell.attributes["Headers"]
            assert named, cell.text
            assert set(named) <= set(heads)
            if cell.attributes.get("ColSpan") == len(table.all("TR")[0].below()):
                assert [heads[name].attributes["Scope"] for name in named] == ["Row"], "a sentence about its outcome"


def test_rows_of_a_table_are_equally_wide(one):
    for table in one.print.root.all("Table"):
        widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.below()) for row in table.all("TR")}
        assert len(widths) == 1, table.text


def test_lists_are_lists_of_items(one):
    items = one.print.root.all("LI")
    assert [letters("".join(part.text for part in item.below("LBody"))) for item in items] == [
        words_without_label(item) for item in one.html.xpath("//li[not(ancestor::nav)] | //dd")
    ]
    assert all(len(item.below("LBody")) == 1 for item in items)
    assert {part.attributes.get("ListNumbering") for part in one.print.root.all("L")} <= {"Decimal", "Disc", "None"}


def test_contents_lead_to_the_sections(one):
    entries = one.print.root.all("TOCI")
    assert [re.sub(r"\d+$", "", letters(entry.text)) for entry in entries] == [
        words_of(item) for item in one.html.xpath("//nav//li")
    ]
    for entry in entries:
        (reference,) = entry.below()
        assert reference.kind == "Reference"
        assert [kid.kind for kid in reference.below()] == ["Link"]


def words_without_label(item: lxml.html.HtmlElement) -> str:
    said = words_of(item)
    label = item.xpath("div[@class='entry']/span[@class='label']")
    return said.removeprefix(words_of(label[0])) if label else said


def test_entries_of_the_reference_list_are_numbered(one):
    entries = one.print.root.all("BibEntry")
    assert len(entries) == len(one.html.xpath("//section[contains(@class, 'references')]/ol/li"))
    items = [item for item in one.print.root.all("LI") if item.all("BibEntry")]
    assert [item.below("Lbl")[0].text for item in items] == [f"{number}." for number in range(1, len(items) + 1)]


def test_links_have_words_and_a_place_to_go(one):
    links = one.print.root.all("Link")
    assert [letters(link.text) for link in links if not link.text.isdigit()][:1]
    for link in links:
        areas = list(link.find(Area))
        assert areas, link.text
        assert link.text or link.find(Piece)
        for area in areas:
            assert area.says
            assert not area.says.startswith(("ref-", "#", "asset:"))
    there = [element.get("href").removeprefix("#") for element in one.html.xpath("//a[@href]")]
    assert [next(link.find(Area)).leads for link in links] == there


def test_notes_are_notes(one):
    notes = one.print.root.all("Note")
    there = one.html.xpath("//ol[contains(@class, 'table-notes')]/li")
    assert [letters(note.text) for note in notes] == [words_of(note) for note in there]
    assert len({note.id for note in notes}) == len(notes)
    named = {str(key) for key in one.print.pdf.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", [])[::2]}
    assert named == {element.id for element in one.print.root.all() if element.id}


def test_what_is_drawn_is_read_once_or_an_artifact(one):
    read = [(piece.page, piece.mcid) for piece in one.print.root.find(Piece)]
    assert len(read) == len(set(read))
    for number, page in enumerate(one.print.pages):
        for drawn in page:
            assert len(drawn.marks) == 1, drawn
            assert (drawn.marks == ["Artifact"]) == (drawn.mcid < 0)
        assert {drawn.mcid for drawn in page} - {-1} <= {mcid for place, mcid in read if place == number}


def test_running_heads_are_not_read(one):
    said = letters(one.print.root.text)
    heads = [drawn.text for page in one.print.pages for drawn in page if drawn.marks == ["Artifact"] and drawn.text]
    count = len(one.print.pages)
    assert f"{count} of {count}" in " ".join(heads)
    assert f"1of{count}" not in said


def test_foreign_words_say_their_language(one):
    there = [(element.get("lang"), words_of(element)) for element in one.html.xpath("//body//*[@lang]")]
    assert [(element.lang, letters(element.text)) for element in one.print.root.all() if element.lang] == there


def test_everything_is_read_in_the_order_of_the_page(one):
    page = one.html
    doubled = "//h2[@id='what-we-do-not-know']/following-sibling::*[1][self::aside]/p[@class='box-title']"
    for hidden in page.xpath(f"//nav/ol | //svg | {UNREAD} | //head | {doubled}"):
        hidden.drop_tree()
    root = one.print.root
    left_out = {id(tag) for tag in [*root.all("TOC", "Figure"), *added(root)]}
    assert letters(read(root, left_out)) == letters(page.text_content())


def added(root: Element) -> list[Element]:
    """The labels that style sheets give to items: signs and numbers, where terms and references have labels in the page."""
    labels = [tag for item in root.all("LI") for tag in item.below("Lbl") if not item.all("BibEntry")]
    return [label for label in labels if not any(map(str.isalpha, label.text))]


def read(element: Element, left_out: set[int]) -> str:
    if id(element) in left_out:
        return ""
    return "".join(
        kid.text if isinstance(kid, Piece) else read(kid, left_out) for kid in element.kids if not isinstance(kid, Area)
    )


def test_elements_hold_what_they_may(one):
    for element in one.print.root.all():
        if element.kind in INSIDE:
            assert {kid.kind for kid in element.below()} <= INSIDE[element.kind], element.kind
        if element.kind in {"L", "LI", "Table", "THead", "TBody", "TR", "Sect", "Art", "Part", "BlockQuote"}:
            assert not [kid for kid in element.kids if isinstance(kid, Piece)], element.kind
        assert element.kids or element.kind in {"TD", "TH"}, element.kind
    for table in one.print.root.all("Table"):
        assert len(table.below("THead")) <= 1
        assert table.kids[0].kind == "Caption" or not table.below("Caption")
