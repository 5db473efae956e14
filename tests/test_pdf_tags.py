"""What the printer makes of single things on a page: the tags of each, one by one."""

from io import BytesIO

import pikepdf
import pytest
from pdf_desk import PLAIN, Area, Print
from PIL import Image

from briefkit.pdf import Attached, to_pdf

CSS = "@page { size: 100mm 60mm; margin: 8mm; @top-left { content: 'Head' } @bottom-right { content: counter(page) } }"


def printed(body: str, css: str = CSS, files: tuple[Attached, ...] = ()) -> Print:
    data, problems = to_pdf(PLAIN.format(css=css, body=body), {}, files=files)
    assert problems == []
    return Print(data)


def outline(body: str, css: str = CSS) -> str:
    """The tags of a page without the first line, which is that of the document."""
    _, _, below = printed(body, css).root.outline().partition("\n")
    return below


LONG = "".join(f"<tr><th scope=row>Town {n}<td>word {n}<td>{n * n}</tr>" for n in range(1, 31))
HEAD = "<thead><tr><th scope=col>Town<th scope=col>Word<th scope=col>Number</tr></thead>"


def test_a_table_over_several_pages_is_one_table_with_one_head():
    page = printed(f"<h1>A</h1><table><caption>Towns</caption>{HEAD}<tbody>{LONG}</tbody></table><p>After")
    assert len(page.pages) > 3
    (table,) = page.root.all("Table")
    assert [one.kind for one in table.below()] == ["Caption", "THead", "TBody"]
    assert [one.text for one in table.all("TR")[:2]] == ["Town Word Number", "Town 1 word 1 1"]
    assert len(table.all("TR")) == 31
    repeated = [
        one for number, drawn in enumerate(page.pages) for one in drawn if number and one.text.strip() == "Town"
    ]
    assert len(repeated) >= 3
    assert {one.marks[0] for one in repeated} == {"Artifact"}


def test_a_foot_that_stands_on_every_page_is_read_once_at_the_end():
    foot = "<tfoot><tr><td>Sum<td>all<td>9455</tr></tfoot>"
    page = printed(f"<h1>A</h1><table>{HEAD}<tbody>{LONG}</tbody>{foot}</table>")
    (table,) = page.root.all("Table")
    assert [one.kind for one in table.below()] == ["THead", "TBody", "TFoot"]
    assert [one.text for one in table.all("TFoot")] == ["Sum all 9455"]


def test_two_tables_in_a_row_stay_two():
    body = f"<h1>A</h1><table>{HEAD}<tbody>{LONG}</tbody></table><table>{HEAD}<tbody>{LONG}</tbody></table>"
    tables = printed(body).root.all("Table")
    assert [len(table.all("TR")) for table in tables] == [31, 31]


def heads(body: str) -> dict[str, list[str]]:
    """For each cell by its words, the words of its headers, and of each header what it heads."""
    table = printed(f"<h1>A</h1>{body}", "").root.all("Table")[0]
    named = {head.id: head.text for head in table.all("TH")}
    return {one.text: [named[key] for key in one.attributes["Headers"]] for one in table.all("TD")} | {
        one.text: one.attributes["Scope"] for one in table.all("TH")
    }


def test_cells_know_their_column_and_their_row():
    body = "<table><tr><th>Town<th>Meals</tr><tr><th>Bonn<td>15</tr><tr><th>Leeds<td>40</tr></table>"
    assert heads(body) == {
        "15": ["Bonn", "Meals"],
        "40": ["Leeds", "Meals"],
        "Town": "Column",
        "Meals": "Column",
        "Bonn": "Row",
        "Leeds": "Row",
    }


def test_cells_know_the_heading_of_their_group():
    body = (
        "<table><thead><tr><th>Town<th>Meals</tr></thead>"
        "<tbody><tr><th scope=rowgroup colspan=2>Germany</tr><tr><th scope=row>Bonn<td>15</tr></tbody>"
        "<tbody><tr><th scope=rowgroup colspan=2>England</tr><tr><th scope=row>Leeds<td>40</tr></tbody></table>"
    )
    found = heads(body)
    assert found["15"] == ["Germany", "Bonn", "Meals"]
    assert found["40"] == ["England", "Leeds", "Meals"]
    assert found["England"] == "Column"


def test_cells_that_cover_several_rows_and_columns_are_counted_with():
    body = (
        "<table><tr><th rowspan=2>Town<th colspan=2>Meals</tr><tr><th>free<th>paid</tr>"
        "<tr><th rowspan=2>Bonn<td>1<td>2</tr><tr><td>3<td>4</tr></table>"
    )
    found = heads(body)
    assert found["1"] == ["Bonn", "Meals", "free"]
    assert found["4"] == ["Bonn", "Meals", "paid"]


def test_a_cell_may_name_its_headers_itself():
    body = "<table><tr><th id=t>Town<th>Meals</tr><tr><td>Bonn<td headers=t>15</tr></table>"
    assert heads(body)["15"] == ["Town"]


def test_a_table_that_lays_things_out_is_none():
    body = "<h1>A</h1><table role=presentation><tr><td>One<td>Two</tr></table>"
    assert outline(body) == "  H1: A\n  P: One\n  P: Two\n"


def test_empty_cells_keep_their_place():
    body = "<h1>A</h1><table><tr><th>Town<th>Meals</tr><tr><td>Bonn<td></tr></table>"
    (table,) = printed(body).root.all("Table")
    assert [[cell.text for cell in row.below()] for row in table.all("TR")] == [["Town", "Meals"], ["Bonn", ""]]


INNER = "        L\n          LI\n            Lbl: ◦\n            LBody: inner\n"


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        (
            "<ul><li>one<ul><li>inner</ul><li>two</ul>",
            f"  L\n    LI\n      Lbl: •\n      LBody\n        P: one\n{INNER}    LI\n      Lbl: •\n      LBody: two\n",
        ),
        ("<ol><li>one</ol>", "  L\n    LI\n      Lbl: 1.\n      LBody: one\n"),
        ("<ul style='list-style: none'><li>one</ul>", "  L\n    LI\n      LBody: one\n"),
        (
            "<dl><div><dt>Term</dt><dd>said of it</dd></div><dt>Other<dd>a<dd>b</dl>",
            "  L\n    LI\n      Lbl: Term\n      LBody: said of it\n    LI\n      Lbl: Other\n      LBody: a\n      LBody: b\n",
        ),
        (
            "<ol class=table-notes><li>A note.</ol>",
            "  L\n    LI\n      Lbl: 1.\n      LBody\n        Note: A note.\n",
        ),
        (
            "<ol style='list-style: none'><li><div class=entry><span class=label>1.</span> Moss</div></ol>",
            "  L\n    LI\n      Lbl: 1.\n      LBody\n        BibEntry: Moss\n",
        ),
    ],
)
def test_lists(body, tags):
    assert outline(f"<h1>A</h1>{body}", "") == f"  H1: A\n{tags}"


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("<div>loose</div><div>text</div>", "  P: loose\n  P: text\n"),
        ("<div>loose <em>text</em><p>A paragraph</div>", "  P: loose text\n  P: A paragraph\n"),
        ("<section><h2>B</h2><p>c</section>", "  Sect\n    H2: B\n    P: c\n"),
        ("<blockquote><p>said</blockquote>", "  BlockQuote\n    P: said\n"),
        ("<p>in <span lang=de>Bonn am Rhein</span> it", "  P: in it\n    Span lang=de: Bonn am Rhein\n"),
        ("<p lang=fr>en France", "  P lang=fr: en France\n"),
        ("<div lang=fr>en <b>France</b></div>", "  P lang=fr: en France\n"),
        ("<p lang=en-GB>at home", "  P: at home\n"),
        ("<p>a <code>b</code> <q>c</q>", "  P: a\n    Code: b\n    Quote: “ c ”\n"),
        ("<p>one<span aria-hidden=true> ★</span>", "  P: one\n"),
        ("<p class=x>one", "  P: one\n"),
        ("<p>", ""),
    ],
)
def test_text(body, tags):
    assert outline(f"<h1>A</h1>{body}", ".x::before { content: '· ' } q { quotes: '“' '”' }") == f"  H1: A\n{tags}"


def test_an_abbreviation_says_what_it_stands_for():
    (span,) = printed("<h1>A</h1><p><abbr title='heroin-assisted treatment'>HAT</abbr>").root.all("Span")
    assert (span.expansion, span.text) == ("heroin-assisted treatment", "HAT")


def test_a_paragraph_over_two_pages_is_one():
    page = printed(f"<h1>A</h1><p>{'many words ' * 120}<p>end")
    assert len(page.pages) > 1
    assert [one.text for one in page.root.all("P")] == [("many words " * 120).strip(), "end"]


def test_a_link_over_two_lines_is_one_link_with_its_words():
    words = "a rather long way to say where this link leads to, with more words than a line holds"
    page = printed(f"<h1>A</h1><p>See <a href='https://example.org/x'>{words}</a>.")
    (link,) = page.root.all("Link")
    areas = list(link.find(Area))
    assert len(areas) >= 2
    assert {(area.says, area.leads) for area in areas} == {(words, "https://example.org/x")}
    assert link.text == words


def test_what_stands_in_one_line_of_a_link_is_clicked_as_one():
    css = "a::after { content: leader('.') target-counter(attr(href), page) }"
    page = printed("<h1 id=a>A</h1><p><a href='#a'>The <em>first</em> part</a>", css)
    (area,) = page.root.find(Area)
    assert (area.says, area.leads) == ("The first part", "a")
    assert [str(one.Contents) for one in page.pdf.pages[0].obj.Annots] == ["The first part"]
    assert page.root.all("Link")[0].text == "The first part 1"
    left, _, right, _ = map(float, page.pdf.pages[0].obj.Annots[0].Rect)
    assert right - left > 400


def test_a_link_says_what_its_page_says_for_it():
    page = printed("<h1 id=a>A</h1><p><a href='#a' aria-label='Reference 3'>3</a>")
    (area,) = page.root.find(Area)
    assert (area.says, area.leads) == ("Reference 3", "a")


SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' width='90' height='90'>{}<rect width='9' height='9'/></svg>"


def test_a_drawing_says_what_it_shows_and_where_it_stands():
    (figure,) = printed(
        f"<h1>A</h1>{SVG.format('<title>A square</title>')}", "@page { size: 200px; margin: 10px } body { margin: 0 }"
    ).root.all("Figure")
    assert figure.alt == "A square"
    left, bottom, right, top = map(float, figure.attributes["BBox"])
    assert (round(left, 1), round(right - left, 1), round(top - bottom, 1)) == (7.5, 67.5, 67.5)


def test_a_picture_for_decoration_is_not_read():
    data, problems = to_pdf(PLAIN.format(css="", body="<h1>A</h1><img src='asset:a.svg' alt=''>"), {"a.svg": drawing()})
    assert problems == []
    page = Print(data)
    assert page.root.all("Figure") == []
    assert "Artifact" in {name for one in page.pages[0] for name in one.marks}


def drawing() -> bytes:
    return SVG.format("").encode()


def test_a_picture_without_words_is_said():
    _, problems = to_pdf(PLAIN.format(css="", body="<h1>A</h1><img src='asset:a.svg'>"), {"a.svg": drawing()})
    words = "the printer says: the picture `asset:a.svg` has no words that stand for it (`alt`)"
    assert [(p.rule, p.message) for p in problems] == [("print-fault", words)]


def test_a_page_without_a_language_is_said():
    _, problems = to_pdf("<!DOCTYPE html><title>T</title><h1>A</h1>", {})
    words = 'the printer says: the page does not say its language: `<html lang="en-GB">`'
    assert [(p.rule, p.message) for p in problems] == [("print-fault", words)]


def test_text_that_nobody_could_hear_is_said():
    _, problems = to_pdf(PLAIN.format(css="p { opacity: .5 }", body="<h1>A</h1><p>faint"), {})
    words = "the printer says: page 1 has text that is see-through (`opacity`), which cannot be read aloud"
    assert [(p.rule, p.message) for p in problems] == [("print-fault", words)]


def test_files_lie_inside_in_their_order_with_their_day():
    files = (
        Attached("tables/b.csv", b"b\r\n1\r\n", "The second", "2026-11-22"),
        Attached("tables/a.csv", b"\xef\xbb\xbfa\r\n\xc2\xa31\r\n", "The first, in £", "2026-11"),
    )
    pdf = printed("<h1>A</h1>", files=files).pdf
    assert [(str(one.UF), str(one.Desc), str(one.EF.F.Params.ModDate)) for one in pdf.Root.AF] == [
        ("tables/b.csv", "The second", "D:20261122"),
        ("tables/a.csv", "The first, in £", "D:202611"),
    ]
    assert {name: one.get_file().read_bytes() for name, one in pdf.attachments.items()} == {
        file.name: file.data for file in files
    }


def test_a_bitmap_is_not_smoothed():
    out = BytesIO()
    Image.new("RGB", (2, 2), "red").save(out, "PNG")
    body = "<h1>A</h1><p style='width: 90px'><img src='asset:a.png' alt='red' style='width: 90px'>"
    data, problems = to_pdf(PLAIN.format(css="", body=body), {"a.png": out.getvalue()})
    assert problems == []
    pdf = Print(data).pdf
    pictures = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
    assert [bool(one.Interpolate) for one in pictures] == [False]
