"""The shipped briefs' PDFs as files: what an archive asks for, what lies inside them, what other tools say of them."""

import re
import subprocess

import pdfua
import pikepdf
import pypdfium2
import pytest
from pdf_desk import Area
from shipped_prints import SLUGS, Shipped, letters, shipped

pytestmark = pytest.mark.xdist_group("pdfs")  # the briefs are printed once, by one worker


@pytest.fixture(params=SLUGS)
def one(request) -> Shipped:
    return shipped()[request.param]


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


def test_bookmarks_are_the_headings(one):
    marks = [(item.level + 1, letters(item.get_title())) for item in pypdfium2.PdfDocument(one.print.data).get_toc()]
    assert marks == [(int(one.kind[1]), letters(one.text)) for one in one.print.root.all("H1", "H2", "H3")]


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


def test_the_ways_from_the_page_to_the_tags_are_right(one):
    ways = numbered(one.print.pdf)
    for page in one.print.pdf.pages:
        for number, element in enumerate(ways[int(page.obj.StructParents)]):
            own = [int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else kid for kid in element.K if is_mark(kid)]
            assert number in own


def is_mark(kid: object) -> bool:
    return isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid)
