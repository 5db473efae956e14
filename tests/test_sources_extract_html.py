"""Web pages: every text kept, blocks where a browser breaks lines, menus marked, encodings honoured."""

import pytest
from source_files import in_zone, zones

from briefkit.sources.extract import Unreadable, extract


def read(html: str | bytes):
    found = extract(html.encode() if isinstance(html, str) else html, "page.html")
    assert not isinstance(found, Unreadable), found
    return found


def test_blocks_are_numbered_from_one_and_know_their_zone():
    page = """<!DOCTYPE html><html><head><title>Stalls | Daily Invention</title><style>p { color: red }</style></head>
    <body><nav><ul><li>Home</li></ul></nav><main><h1>Stalls</h1><div>By A. Maker</div><h2>Counts</h2>
    <p>We counted <b>127</b>
    stalls.</p><ul><li>Bread</li></ul><table><caption>Sales</caption><tr><th>Day</th><td>12</td></tr></table>
    <figure><figcaption>A stall</figcaption></figure></main><footer>Contact</footer><script>var x = "127";</script></body></html>"""
    document = read(page)
    assert zones(document) == [
        ("title", "Stalls | Daily Invention"),
        ("running_head", "Home"),
        ("title", "Stalls"),
        ("body", "By A. Maker"),
        ("heading", "Counts"),
        ("body", "We counted 127 stalls."),
        ("body", "Bread"),
        ("caption", "Sales"),
        ("table", "Day"),
        ("table", "12"),
        ("caption", "A stall"),
        ("running_head", "Contact"),
    ]
    assert [block.number for block in document.blocks] == list(range(1, 13))
    assert document.media_type == "text/html"
    assert document.pages is None


def test_text_directly_in_a_div_and_behind_its_children_is_kept():
    assert zones(read("<div>one<p>two</p>three<span>four</span> five<br>six<br><br>seven</div>")) == [
        ("body", "one"),
        ("body", "two"),
        ("body", "threefour five\nsix"),
        ("body", "seven"),
    ]


def test_header_and_aside_within_an_article_belong_to_it():
    page = "<header>Site</header><aside>Adverts</aside><article><header><p>Standfirst</p></header><aside>Key facts: 127</aside></article>"
    assert zones(read(page)) == [
        ("running_head", "Site"),
        ("running_head", "Adverts"),
        ("body", "Standfirst"),
        ("body", "Key facts: 127"),
    ]


def test_teasers_of_other_articles_and_comments_of_readers_bear_nothing():
    assert zones(read("<p>News.</p><div class=related-links><a>More</a></div><div id=comments>I like it</div>")) == [
        ("body", "News."),
        ("running_head", "More"),
        ("running_head", "I like it"),
    ]


def test_entities_are_decoded_and_hard_blanks_kept():
    assert zones(read("<p>&pound;13,400 &lt; 5&nbsp;% &#8722;3 caf&eacute; soft&shy;ly &frac12;</p>")) == [
        ("body", "£13,400 < 5\u00a0% −3 café softly ½")
    ]


def test_raised_digits_are_kept_apart():
    text = "<p>10<sup>6</sup> x 10<sup>-3</sup>, buyers<sup><a href='#r'>12,13</a></sup> 19<sup>th</sup> a<sup>[4]</sup> CO<sub>2</sub></p>"
    assert zones(read(text)) == [("body", "10⁶ x 10⁻³, buyers¹²,¹³ 19th a[4] CO₂")]


@pytest.mark.parametrize(
    "data",
    [
        "<p>Café – £5</p>".encode("utf-8-sig"),
        "<html><p>Café – £5</p>".encode(),
        "<html><meta charset=windows-1252><p>Café – £5</p>".encode("cp1252"),
        '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Café – £5</p>'.encode(
            "cp1252"
        ),
        "<p>Café – £5</p>".encode("cp1252"),
        "<html><p>Café – £5</p>".encode("utf-16"),
        "<html><meta charset=utf-8><p>Café – £5</p>".encode("cp1252"),
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Café – £5</p></body></html>'.encode(),
        "<meta charset=rot13><p>Café – £5</p>".encode(),
    ],
)
def test_encodings_are_honoured(data):
    assert in_zone(read(data), "body") == "Café – £5"


def test_reference_lists_are_known_by_heading_class_or_role():
    by_heading = "<h2>References</h2><ol><li>Maker A. Bread. 2007;3:5-20.</li><li>Baker B. Salt. 2009.</li></ol><h2>Comments</h2><p>Fine.</p>"
    by_class = "<p>Text</p><ol class='references list'><li>Maker A. Bread. 1998, 9:5-20.</li></ol><p>After</p>"
    by_role = "<p>Text</p><section role=doc-bibliography><h2>Sources</h2><p>Maker A. Bread.</p></section><p>After</p>"
    assert "Maker" in in_zone(read(by_heading), "references")
    assert "Fine." in in_zone(read(by_heading), "body")
    assert in_zone(read(by_class), "references") == "Maker A. Bread. 1998, 9:5-20."
    assert in_zone(read(by_role), "references") == "Sources\nMaker A. Bread."
    assert in_zone(read(by_role), "body") == "Text\nAfter"


def test_a_mark_of_a_note_is_no_reference_list():
    assert zones(read("<p>Text<sup class='reference'>[1]</sup> goes on</p>")) == [("body", "Text[1] goes on")]


def test_what_the_head_says_of_the_document_is_kept_aside():
    page = """<html><head><meta name=citation_doi content=10.1000/1><meta name=citation_reference content="Other paper">
    <meta property=og:title content="Stalls"><meta name=viewport content=x><link rel=canonical href="https://example.org/a"></head><p>Text</p>"""
    assert zones(read(page)) == [
        ("cover", "citation_doi: 10.1000/1"),
        ("cover", "og:title: Stalls"),
        ("cover", "canonical: https://example.org/a"),
        ("body", "Text"),
    ]


def test_a_page_that_a_script_fills_says_so():
    found = extract(
        b"<!doctype html><html><head></head><body><div id=root></div><script>go()</script></body></html>", ""
    )
    assert found == Unreadable(
        "the web page holds no text of its own: a script fills it in the browser",
        "open it in a browser and print it to a PDF, and add that",
    )


def test_deep_and_huge_pages_are_read_without_falling_over():
    found = extract(b"<div>" * 50_000 + b"deep", "a.html")
    assert isinstance(found, Unreadable)
    assert found.message == "the web page is nested too deeply to be read"
    assert zones(read(b"<div>" * 1_000 + b"deep")) == [("body", "deep")]
    document = read(b"<p class='" + b"x" * 200_000 + b"'>text</p>" + b"<p>y</p>" * 20_000)
    assert document.blocks[-1].text == "y"


def test_nothing_outside_the_file_is_read():
    page = """<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">]><html><p>x &f; &a;</p></html>"""
    text = in_zone(read(page), "body")
    assert "aaaaaaaaaa" not in text.partition("x")[2]
    assert text.endswith("x &f; &a;")
