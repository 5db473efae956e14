"""PDFs: order, hyphens, raised digits, running heads, scans, page numbers, and files that cannot be read."""

from io import BytesIO

import pikepdf
import pytest
from source_files import HEADS, PROSE, in_zone, pdf, scan, zones

from briefkit.sources.extract import Unreadable, extract
from briefkit.sources.extract_pdf_lines import Glyph, lines_of


def read(body: str, css: str = ""):
    found = extract(pdf(body, css), "a.pdf")
    assert not isinstance(found, Unreadable)
    return found


def test_a_page_is_one_block_of_body():
    document = read("<p>One<br>is.</p><p>Two<br>are.</p>")
    assert [(b.zone, b.text, b.page, b.number, b.flows) for b in document.blocks] == [
        ("body", "One\nis.\n\nTwo\nare.", 1, 1, True)
    ]
    assert document.media_type == "application/pdf"
    assert document.extractor.startswith("pypdfium2 ")
    assert document.pages == 1


def test_a_line_end_hyphen_is_a_hyphen_and_a_line_break():
    assert zones(read("<p>Employ-<br>ment of black-<br>legged birds</p>")) == [
        ("body", "Employ-\nment of black-\nlegged birds")
    ]
    hyphenated = in_zone(read(f"<p style='hyphens: auto; width: 2cm'>{PROSE}"), "body")
    assert "-\n" in hyphenated
    assert "\u2010" not in hyphenated


def test_a_hyphen_within_a_line_stays_what_it_was():
    assert zones(read("<p>well-known, non\u2011stop, −3.2, 5–20</p>")) == [
        ("body", "well-known, non\u2011stop, −3.2, 5–20")
    ]


def test_raised_and_lowered_digits_are_kept_apart():
    document = read(
        "<p>10<sup>6</sup> cells, 10<sup>−3</sup> g, CO<sub>2</sub>, buyers.<sup>12,13</sup> On the 19<sup>th</sup></p>"
    )
    assert zones(document) == [("body", "10⁶ cells, 10⁻³ g, CO₂, buyers.¹²,¹³ On the 19th")]


def test_columns_come_one_after_the_other():
    text = in_zone(read(f"<div style='columns: 2'><p>{PROSE * 3}</p></div>"), "body")
    assert " ".join(text.replace("-\n", "").split()) == " ".join((PROSE * 3).split())


def test_running_heads_and_page_numbers_are_set_apart():
    document = read(f"<p>{PROSE * 24}</p>", HEADS)
    assert document.pages >= 3
    heads = in_zone(document, "running_head")
    assert heads.split().count("Invented") == document.pages
    body = " ".join(in_zone(document, "body").split())
    assert body == " ".join((PROSE * 24).split())
    assert [block.label for block in document.blocks if block.zone == "body"] == [
        str(n) for n in range(1, document.pages + 1)
    ]


def test_the_number_that_is_printed_is_the_label():
    document = read(
        f"<p>{PROSE * 24}</p>",
        "@page :first { counter-reset: page 337 } " + HEADS.replace("counter(page)", "'J Inv 2010; 3: ' counter(page)"),
    )
    assert [block.label for block in document.blocks if block.zone == "body"][:3] == ["337", "338", "339"]


def test_numbers_at_the_top_of_tables_are_no_page_numbers():
    document = read("".join(f"<p class=new>{n}</p><p>{PROSE}</p>" for n in (40, 12, 77)))
    assert in_zone(document, "running_head") == ""
    assert in_zone(document, "body").split()[0] == "40"


def test_file_labels_are_used_where_nothing_is_printed():
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(f"<p>{PROSE * 6}</p>"))) as file:
        file.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r, St=4)])
        file.save(out)
    assert {block.label for block in extract(out.getvalue(), "").blocks if block.page == 1} == {"iv"}


def test_scanned_pages_are_said_to_be_so_and_empty_ones_are_not():
    document = read(f"<p>{PROSE}</p><div class=new>{scan()}</div><div class=new></div><p class=new>End.</p>")
    assert document.pages == 4
    assert document.textless == (2,)


def test_a_whole_scan_has_no_blocks():
    document = read(scan())
    assert document.blocks == ()
    assert document.textless == (1,)


def test_the_reference_list_is_set_apart():
    body = f"<p>{PROSE}</p><h2>References</h2><p>1. Maker A, Smith B. Bread. J Inv 2007; 3: 5-20.</p><p>2. Baker C. Salt. 2009.</p>"
    document = read(f"{body}<h2>Appendix A</h2><p>Further tables.</p>")
    assert in_zone(document, "references").startswith("References\n")
    assert "5-20" in in_zone(document, "references")
    assert "Further tables." in in_zone(document, "body")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda data: data[:300], "the PDF is damaged: it cannot be opened"),
        (lambda _: b"%PDF-1.7\nnot found", "the PDF is damaged: it cannot be opened"),
    ],
)
def test_a_damaged_pdf_is_said_to_be_so(spoil, message):
    found = extract(spoil(pdf("<p>One.</p>")), "a.pdf")
    assert found == Unreadable(message, "download it again; a file of a few kilobytes is often an error page")


def test_a_pdf_with_a_password_says_so():
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf("<p>One.</p>"))) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert extract(out.getvalue(), "a.pdf") == Unreadable(
        "the PDF is protected by a password", "open it with its password, print it to a PDF without one, and add that"
    )


def test_a_pdf_that_only_forbids_changes_can_be_read():
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf("<p>One.</p>"))) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    assert zones(extract(out.getvalue(), "a.pdf")) == [("body", "One.")]


def glyphs(text: str, base: float = 100.0, left: float = 10.0, size: float = 10.0):
    return [Glyph(sign, left + 5 * n, left + 5 * n + 5, base, size) for n, sign in enumerate(text)]


def test_hyphens_of_every_version_of_pdfium_end_a_line():
    for hyphen in ("\x02", "\ufffe", "\u00ad\n", "\u2010\r\n", "-\r\n"):
        lines = lines_of([*glyphs(f"employ{hyphen}"), *glyphs("ment", base=88)])
        assert [line.text for line in lines] == ["employ-", "ment"], repr(hyphen)


def test_columns_drawn_row_by_row_are_not_joined_to_one_line():
    lines = lines_of([*glyphs("left\r\n"), *glyphs("right", left=200)])
    assert [line.text for line in lines] == ["left", "right"]


def test_no_gap_is_seen_after_a_hyphen():
    rows = [("one", 100), ("two-", 88), ("three", 50), ("four", 38), ("five", 26), ("six", 0)]
    lines = lines_of([glyph for text, base in rows for glyph in glyphs(f"{text}\n", base=base)])
    assert [line.text for line in lines if line.gap] == ["six"]
