"""The PDFs of the shipped briefs, read back: what a screen reader is told, what an archive asks for, what other tools say.

Printing all takes half a minute, so that two briefs stand for them: between them they have every kind of block that
the shipped ones have. `make pdfs` reads them all.
"""

import os
import re
import subprocess
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import lxml.html
import pdfua
import pikepdf
import pypdfium2
import pytest
from pdf_desk import Area, Element, Piece, Print

from briefkit.disk import read_tree
from briefkit.pdf import to_pdf
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options

pytestmark = pytest.mark.xdist_group("pdfs")  # the briefs are printed once, by one worker
ROOT = Path(__file__).parent.parent
EVERY = sorted(path.stem for path in (ROOT / "briefs").glob("*.md"))
SOME = ["evidence_review", "hat_england"]
SLUGS = EVERY if os.environ.get("BRIEFKIT_EVERY_PDF") else SOME
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
    made = build(check(tree, asked), tree, asked, {}, printer)
    assert [problem for problem in made.problems if problem.rule in {"print-fault", "asset-refused"}] == []
    found = {}
    for slug in SLUGS:
        files = {name.removeprefix(f"{slug}/"): data for name, data in made.outputs.items() if name.startswith(slug)}
        found[slug] = Shipped(pages[slug], Print(files[f"{slug}.pdf"]), files)
    return found


@pytest.fixture(params=SLUGS)
def one(request) -> Shipped:
    return shipped()[request.param]


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


def test_the_chosen_briefs_have_every_kind_of_block():
    whole = {kind for one in shipped().values() for kind in kinds(one.html)}
    assert sorted(set(KINDS.split()) - whole - {"dd", "dl", "dt"}) == []


def kinds(page: lxml.html.HtmlElement) -> set[str]:
    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    return names | {f".{name}" for element in page.xpath("//*[@class]") for name in element.get("class").split()}


def test_it_says_its_standards_title_and_language(one):
    pdf = one.print.pdf
    said = pdf.Root.Metadata.read_bytes().decode()
    title = one.html.findtext(".//title")
    assert re.findall(r'(pdfaid:part|pdfaid:conformance|pdfuaid:part)="(\w+)"', said) == [
        ("pdfaid:part", "3"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
    ]
    assert "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in said
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"]) == title
        assert metadata["dc:language"] == {"en-GB"}
        assert "xmp:ModifyDate" not in metadata
    assert str(pdf.Root.Lang) == one.print.root.lang == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert {str(page.obj.Tabs) for page in pdf.pages} == {"/S"}
    assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


def test_it_carries_the_colour_profile_that_its_colours_are_meant_in(one):
    (intent,) = one.print.pdf.Root.OutputIntents
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == (
        "/GTS_PDFA1",
        "IEC 61966-2-1 Default RGB Colour Space - sRGB",
    )
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_every_font_is_inside_and_says_its_letters(one):
    fonts = [font for page in one.print.pdf.pages for font in page.resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        assert {"/FontFile2", "/FontFile3"} & set(font.DescendantFonts[0].FontDescriptor.keys())


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


def test_bookmarks_are_the_headings(one):
    marks = [(item.level + 1, letters(item.get_title())) for item in pypdfium2.PdfDocument(one.print.data).get_toc()]
    assert marks == [(int(one.kind[1]), letters(one.text)) for one in one.print.root.all("H1", "H2", "H3")]


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


def test_everything_that_is_clicked_is_in_the_tags(one):
    clicked = sum(len(page.obj.get("/Annots", [])) for page in one.print.pdf.pages)
    assert clicked == len(list(one.print.root.find(Area)))
    ways = numbered(one.print.pdf)
    for page in one.print.pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            assert str(ways[int(annotation.StructParent)].S) == "/Link"
            assert int(annotation.F) == 4


def numbered(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    """What pages and clicked areas belong to, by their number."""
    flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, flat[::2]), flat[1::2], strict=True))


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


def test_the_ways_from_the_page_to_the_tags_are_right(one):
    ways = numbered(one.print.pdf)
    for page in one.print.pdf.pages:
        for number, element in enumerate(ways[int(page.obj.StructParents)]):
            own = [int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else kid for kid in element.K if is_mark(kid)]
            assert number in own


def is_mark(kid: object) -> bool:
    return isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid)


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


def test_the_data_of_its_tables_is_inside(one):
    sheets = {name: data for name, data in one.files.items() if name.endswith(".csv") and name.startswith("tables/")}
    pdf, day = one.print.pdf, one.html.xpath("//time/@datetime")[0].replace("-", "")
    assert {name: held.get_file().read_bytes() for name, held in pdf.attachments.items()} == sheets
    for held in pdf.attachments.values():
        assert str(held.obj.AFRelationship) == "/Data"
        assert held.get_file().mime_type == "text/csv"
        assert str(held.obj.UF) == str(held.obj.F) == held.filename
        assert str(held.obj.EF.F.Params.ModDate) == f"D:{day}"
        assert held.description
    assert sorted(str(one.UF) for one in pdf.Root.get("/AF", [])) == sorted(sheets)


def test_qpdf_finds_no_fault(one, tmp_path):
    (tmp_path / "a.pdf").write_bytes(one.print.data)
    done = subprocess.run(["qpdf", "--check", "a.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == (
        "checking a.pdf\nPDF Version: 1.7\nFile is not encrypted\nFile is not linearized\n"
        "No syntax or stream encoding errors found; the file may still contain\nerrors that qpdf cannot detect\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_pdfua_finds_nothing(one, tmp_path):
    (tmp_path / "a.pdf").write_bytes(one.print.data)
    report = pdfua.validate(tmp_path / "a.pdf")
    assert report.findings == ()
    # It stumbles over headings of several lines, whatever their file; that none is empty is tested above.
    assert [outcome.rule_id for outcome in report.skipped] == ["UA-14-001"]


def test_words_come_out_whole(one, tmp_path):
    (tmp_path / "a.pdf").write_bytes(one.print.data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    out = done.stdout.decode()
    page = one.html
    for hidden in page.xpath("//svg | //head"):
        hidden.drop_tree()
    for element in page.iter():
        # Elements beside each other are words apart, though only style sheets put them so.
        element.tail = element.tail or " "
    missing = [word for word in re.findall(r"[^\W\d_]{4,}", page.text_content()) if word not in out]
    assert missing == []
    assert {"ﬁ", "ﬂ", "ﬀ", "\ufffd", "\0"} & set(out) == set()
