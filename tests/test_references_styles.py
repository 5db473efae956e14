"""Both house styles, against lists that were read line by line: one entry of each kind, with names hard to print."""

from pathlib import Path

import pytest

from briefkit.references.bibliography import Bibliography, Entry
from briefkit.references.read import read
from briefkit.values import Date

GOLDEN = Path(__file__).parent / "golden" / "references"
REFERENCES, PROBLEMS = read({"kinds.bib": (GOLDEN / "kinds.bib").read_text(encoding="utf-8")})


def entries(style: str) -> list[Entry]:
    return Bibliography(REFERENCES, {}, style, list(REFERENCES)).entries()


def html(style: str, key: str) -> str:
    return next(entry.html for entry in entries(style) if entry.key == key)


def test_nothing_is_wrong_with_the_list_itself():
    assert PROBLEMS == []
    assert len(REFERENCES) == 47


@pytest.mark.parametrize("style", ["numeric", "author-date"])
def test_every_kind_of_work_as_it_was_read_and_judged(style):
    shown = "".join(f"{entry.label}\n    {entry.text}\n" for entry in entries(style))
    assert shown == (GOLDEN / f"{style}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["numeric", "author-date"])
def test_no_entry_doubles_its_punctuation(style):
    for entry in entries(style):
        for doubled in ("..", ",,", "?.", "!.", ".,,", " ,", " .", "  ", "()", ": :"):
            assert doubled not in entry.text.replace("et al.,", ""), entry.text


@pytest.mark.parametrize("style", ["numeric", "author-date"])
def test_html_says_what_the_text_says(style):
    import re
    from html import unescape

    for entry in entries(style):
        assert unescape(re.sub(r"<[^>]+>", "", entry.html)).replace("\u00a0", " ") == entry.text


def test_html_of_an_article():
    assert html("numeric", "vandenbrink2003") == (
        "van den Brink W, Hendriks VM, Blanken P, Koeter MWJ, van Zwieten BJ, van Ree JM. Medical prescription of heroin"
        " to treatment resistant heroin addicts: two randomised controlled trials. <em>BMJ</em> 2003; 327(7410): 310."
        ' <a href="https://doi.org/10.1136/bmj.327.7410.310">https://doi.org/10.1136/bmj.327.7410.310</a>'
    )


def test_html_of_a_foreign_title_names_its_language():
    assert html("author-date", "uchtenhagen2006") == (
        'Uchtenhagen, A. (2006) ‘<span lang="de">Ökonomische Implikationen der Heroinvergabe in der Schweiz</span>’'
        " [in German], <em>Suchttherapie</em>, 7, p.\u00a0S8."
    )
    assert '<em lang="fr">Projet TADAM: rapport final 2007–2013</em> [in French]' in html("numeric", "tadam2013")


def test_html_of_addresses_is_escaped():
    assert html("author-date", "nodate").endswith(
        '<a href="https://en.wikipedia.org/wiki/A_B%20(C)?x=1&amp;y=2">https://en.wikipedia.org/wiki/A_B%20(C)?x=1&amp;y=2</a>'
    )


def test_markup_in_any_field_is_only_text():
    fields = "".join(
        f"{name} = {{<script>alert(1)</script>}},\n" for name in ("title", "journaltitle", "volume", "pages")
    )
    attack = '10.1000/"><script>alert(2)</script>'
    text = (
        f"@article{{x, author = {{{{<img src=x onerror=alert(3)>}}}},\n{fields}doi = {{{attack}}}, date = {{2020}} }}"
    )
    references, _ = read({"x.bib": text})
    for style in ("numeric", "author-date"):
        shown = Bibliography(references, {}, style, ["x"]).entries()[0].html
        assert "<script" not in shown
        assert "<img" not in shown
        assert '"><' not in shown.replace('"></a>', "")


class Held:
    """What a source file adds."""

    address = "https://example.org/read-here"
    archived = "https://web.archive.org/web/2020/https://example.org/read-here"
    accessed = Date(2020, 5, 3)


def test_a_source_adds_address_access_and_archived_copy():
    references, _ = read({"x.bib": "@report{x, title = {A plan}, institution = {Leeds City Council}, date = {2019}}"})
    shown = Bibliography(references, {"x": Held()}, "author-date", ["x"]).entries()[0]
    assert shown.text == (
        "Leeds City Council (2019) A plan. https://example.org/read-here Accessed 3 May 2020."
        " Archived at https://web.archive.org/web/2020/https://example.org/read-here"
    )


def test_more_than_twenty_six_works_of_one_year_are_still_told_apart():
    text = "".join(
        f"@misc{{k{n:02}, author = {{Same, Sam}}, title = {{T{n:02}}}, date = {{2020}}}}\n" for n in range(30)
    )
    references, _ = read({"x.bib": text})
    labels = [entry.label for entry in Bibliography(references, {}, "author-date", list(references)).entries()]
    assert labels[0] == "Same, 2020a"
    assert labels[25:28] == ["Same, 2020z", "Same, 2020aa", "Same, 2020ab"]
    assert len(set(labels)) == 30
