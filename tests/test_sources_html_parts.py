"""Parts of a web page in which words bear nothing: struck out, of readers, of other articles, of the reference list."""

import pytest

from briefkit.sources.extract import extract
from briefkit.sources.find import find, index
from briefkit.values import Quote

SAID = "Heroin kills 15 men"


def verdict(inside, quote=SAID):
    page = f"<html><body><h1>The title</h1><article><p>Some other words.</p>{inside}</article></body></html>"
    return find(Quote(quote), index(extract(page.encode(), "a.html"))).verdict


@pytest.mark.parametrize(
    "inside",
    [
        "<ol class='c-article-references__list'><li>Smith J. Heroin kills 15 men. Lancet 2010;1:2.</li></ol>",
        "<div id='reference-list-section'><p>Smith J. Heroin kills 15 men. Lancet 2010;1:2.</p></div>",
        "<section class='article-section article-section__references'><p>Heroin kills 15 men.</p></section>",
        "<ol class='reference'><li>Heroin kills 15 men.</li></ol>",
        "<div id='comments'><p>Heroin kills 15 men, I saw it.</p></div>",
        "<section class='related-articles'><p>Heroin kills 15 men</p></section>",
    ],
)
def test_words_that_bear_nothing(inside):
    assert verdict(inside) == "in_references"


@pytest.mark.parametrize(
    "inside",
    [f"<div class='{name}'><p>{SAID}.</p></div>" for name in ("cross-reference", "comment-free", "relatedness")],
)
def test_names_that_only_sound_so(inside):
    assert verdict(inside) == "exact"


def test_what_was_struck_out_is_no_longer_said():
    page = "<p>Retention was <del>88</del><ins>69</ins>% in the heroin arm.</p>"
    assert verdict(page, "Retention was 69% in the heroin arm") == "exact"
    assert verdict(page, "Retention was 88% in the heroin arm") != "exact"


def test_main_headings_of_sections_can_be_quoted():
    assert verdict("<h1>Results of it</h1><h1>Heroin kills 15 men</h1>") == "exact"
    assert verdict("<h1>Heroin kills 15 men</h1>") == "in_references"
