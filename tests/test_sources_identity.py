"""The right document under the right key: what shows it, what only looks like it, and what people are told."""

from pathlib import Path

import pytest
from source_files import PROSE, pdf

from briefkit.records.source import Source
from briefkit.references.read import read as read_references
from briefkit.references.reference import Body, Issued, Person, Reference
from briefkit.sources.extract import extract
from briefkit.sources.identity import identity
from briefkit.values import Date

LONG = "Bread sellers of the northern towns: a survey of 301 stalls"
SETTLE = "if it is the right document, say who settled that and how: `identity:` in the source's file"


def reference(title=LONG, *, author="Maker", year=2010, **fields):
    authors = (
        (Person(first="Ann", last=author),) if isinstance(author, str) and author else ((author,) if author else ())
    )
    issued = Issued(Date(year)) if year else None
    return Reference(key="k", type="article", title=title, authors=authors, issued=issued, fields=fields)


def text(*lines: str, name="a.txt"):
    return extract("\n\n".join([*lines, PROSE]).encode(), name)


def by(document, ref, **more) -> str:
    found = identity(document, ref, **more)
    assert found.ok == (not found.message)
    return found.by or found.message


@pytest.mark.parametrize(
    "lines",
    [
        (LONG, "Ann Maker"),
        (LONG.upper(), "MAKER A, SMITH B"),
        ("Bread sellers of the north-\nern towns: a survey\nof 301 stalls¹", "A Maker"),
        ("Bread sellers of the northern towns – “a survey of 301 stalls”", "Màker"),
        (f"Title: \n\n{LONG}", "by Ann Maker"),
    ],
)
def test_title_and_first_author_show_it(lines):
    assert by(text(*lines), reference()) == "title and first author"


def test_a_pdf_is_looked_at_on_its_first_pages_alone():
    front = f"<h1>{LONG}</h1><p>Ann Maker</p><p>{PROSE}</p>"
    assert by(extract(pdf(front), ""), reference()) == "title and first author"
    late = "".join(f"<p class=new>{PROSE}</p>" for _ in range(3)) + f"<div class=new>{front}</div>"
    assert not identity(extract(pdf(late), ""), reference()).ok


def test_another_paper_of_the_same_author_is_not_it():
    found = identity(text("Salt sellers of the south", "Ann Maker"), reference())
    assert not found.ok
    assert found.message == (
        "the first pages of the copy do not print its title, although `Maker` does: "
        "`Bread sellers of the northern towns: a survey of 301 stalls`"
    )
    assert found.help == f"add the right document\n{SETTLE}"


def test_a_paper_that_cites_it_is_not_it():
    cited = f"As was shown before (Maker A. {LONG}. J Stalls 2010), bread is sold."
    assert not identity(text("Salt sellers", "Ann Maker", cited), reference()).ok
    listed = text("Salt sellers", "Ann Maker", PROSE, "References", f"Maker A.\n{LONG}\nJ Stalls 2010;3:5")
    assert not identity(listed, reference()).ok


def test_the_same_title_by_somebody_else_is_not_it():
    found = identity(text(LONG, "Bob Baker"), reference())
    assert found.message == "the title stands in the copy, but its first pages do not name `Maker`"


def test_next_year_s_edition_is_not_it():
    ref = reference("Deaths of bread sellers: 2014 registrations", author=Body("Office for Stalls"), year=2015)
    assert by(text("Deaths of bread sellers: 2014 registrations", "Office for Stalls"), ref) == "title and first author"
    assert not identity(text("Deaths of bread sellers: 2015 registrations", "Office for Stalls", "2015"), ref).ok
    assert not identity(text("Deaths of bread sellers", "2016 registrations", "Office for Stalls", "2015"), ref).ok


def test_the_subtitle_may_be_missing_where_the_year_stands():
    ref = reference("Bread sellers of the northern towns: a survey")
    assert by(text("Bread sellers of the northern towns", "Ann Maker, 2010"), ref) == "title and first author"
    assert not identity(text("Bread sellers of the northern towns", "Ann Maker"), ref).ok
    assert not identity(text("Bread sellers of the northern towns: a reply", "Ann Maker, 2010"), ref).ok


def test_a_short_title_needs_more():
    ref = reference("Drug policy")
    assert not identity(text("Drug policy", "Ann Maker"), ref).ok
    assert not identity(text("Drug policy in practice after the reform of the boards", "Ann Maker 2010"), ref).ok
    assert by(text("Drug policy", "Ann Maker", "2010"), ref) == "title and first author"


def test_without_an_author_the_year_or_the_place_must_stand():
    ref = reference(author="", journaltitle="Daily Invention")
    assert by(text(LONG, "Daily Invention"), ref) == "title and site"
    assert by(text(LONG, "12 May 2010"), ref) == "title and year"
    assert identity(text(LONG, "12 May 2011"), ref).message == (
        "the title stands in the copy, but neither the year nor `Daily Invention` does"
    )


def test_bodies_are_known_by_their_short_name_too():
    ref = reference(author=Body("Advisory Council on the Selling of Bread"), shortauthor="ACSB")
    assert by(text(LONG, "ACSB"), ref) == "title and first author"
    assert by(text(LONG, "Advisory Council on the\nSelling of Bread"), ref) == "title and first author"


@pytest.mark.parametrize(
    ("printed", "ok"),
    [
        ("doi:10.1016/S0140-6736(10)60349-2", True),
        ("https://doi.org/10.1016/s0140-6736(10)60349-2.", True),
        ("DOI 10.1016/S0140-\n6736(10)60349-2", True),
        ("10.1016/S0140-6736(10)60349-22", False),
        ("10.1016/S0140-6736(10)60348-0", False),
        ("doi:10.1000/1 See also doi:10.1016/S0140-6736(10)60349-2", False),
    ],
)
def test_a_doi_shows_it_when_it_is_the_document_s_own(printed, ok):
    assert identity(text("Something", printed), reference(doi="10.1016/S0140-6736(10)60349-2")).ok is ok


def test_a_doi_in_the_reference_list_shows_nothing():
    listed = text("Salt", PROSE, "References", "1. Maker A. Bread. 2010. doi:10.1000/7", "2. Baker B. Salt. 2009.")
    assert not identity(listed, reference(doi="10.1000/7")).ok


def test_a_saved_page_is_known_by_its_own_address():
    page = f'<html><head><link rel=canonical href="http://www.example.org/news/1/"></head><p>{PROSE}</p></html>'
    assert by(extract(page.encode(), ""), reference(url="https://example.org/news/1?utm=2")) == "address"
    assert not identity(extract(page.encode(), ""), reference(url="https://example.org/news/12")).ok
    assert not identity(extract(page.encode(), ""), reference(url="https://example.org")).ok


def test_a_long_menu_hides_no_heading():
    menu = "".join(f"<li>Item {n}</li>" for n in range(300))
    page = f"<html><ul>{menu}</ul><h1>{LONG}</h1><p>Ann Maker</p><p>{PROSE}</p></html>"
    assert by(extract(page.encode(), ""), reference()) == "title and first author"


def test_the_site_s_name_may_follow_the_title():
    page = f"<html><head><title>{LONG} | Daily Invention</title></head><p>{PROSE}</p></html>"
    assert by(extract(page.encode(), ""), reference(author="", journaltitle="Daily Invention")) == "title and site"


def test_a_copy_of_the_quotation_is_no_document():
    thin = extract(f"{LONG}\n\nAnn Maker\n\nOf 301 stalls that were counted, 127 sold bread.".encode(), "")
    found = identity(thin, reference())
    assert found.message == "the copy holds hardly more than the quoted words: it is no document"
    assert found.help == f"add the document itself\n{SETTLE}"
    padded = text(LONG, "Ann Maker")
    assert identity(padded, reference()).ok
    assert not identity(padded, reference(), quotes=[PROSE]).ok


def test_a_statement_settles_it():
    source = Source(**{"class": "news", "read": "full_text", "identity": "compared by A. Reader"})
    assert by(text("Something else"), reference(), source=source) == "statement"


ROOT = Path(__file__).parent.parent
ARTICLES = ROOT.parent / "shared" / "sources"
SHOWN = {
    "guardian_durham_2017": "the copy cannot be told by its title: the bibliography has our own words for one, in square brackets",
    "ibtimes_durham_2013": "the copy cannot be told by its title: the bibliography has our own words for one, in square brackets",
    "independent_middlesbrough_2019": "title and site",
    "northernecho_coppinger_2019": "the copy cannot be told by its title: the bibliography has our own words for one, in square brackets",
    "unilad_wm_2018": "title and year",
}


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not here")
@pytest.mark.parametrize("key", sorted(SHOWN))
def test_the_articles_need_a_statement_where_they_lack_their_headline(key):
    texts = {
        f"evidence/references/{p.name}": p.read_text("utf-8") for p in (ROOT / "evidence" / "references").glob("*.bib")
    }
    references, _ = read_references(texts)
    document = extract((ARTICLES / f"{key}.txt").read_bytes(), f"{key}.txt")
    assert by(document, references[key]) == SHOWN[key]
    source = Source(**{"class": "news", "read": "full_text", "identity": "handed over with the brief"})
    assert by(document, references[key], source=source) == "statement"
