"""Styles of the Citation Style Language over one entry of each kind: three lists that were read line by line against the
rules of the styles, and what no list shows.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from briefkit.brief import Citation, CitationGroup
from briefkit.csl.bibliography import StyledBibliography
from briefkit.csl.styles import StyleFault, StyleFile, find_style
from briefkit.csl.vetting import Style, vetted
from briefkit.references.bibliography import Entry
from briefkit.references.read import read
from briefkit.values import Date

GOLDEN = Path(__file__).parent / "golden" / "references"
REFERENCES, _ = read({"kinds.bib": (GOLDEN / "kinds.bib").read_text(encoding="utf-8")})
STYLES = ("apa", "vancouver", "harvard-cite-them-right")


def style_of(name: str) -> Style:
    found = find_style(f"csl:{name}", {})
    assert isinstance(found, StyleFile)
    style = vetted(found)
    assert isinstance(style, Style)
    return style


def cite(*citations: Citation | str, form: str = "parenthetical") -> CitationGroup:
    return CitationGroup(tuple(Citation(one) if isinstance(one, str) else one for one in citations), form)


def printed(name: str, *groups: CitationGroup, bib: str = "", lang: str = "en-GB", sources=None) -> StyledBibliography:
    """The bibliography of a brief that cites these groups, or each of the forty-seven works."""
    references = read({"x.bib": bib})[0] if bib else REFERENCES
    cited = [*groups] or [group for key in references for group in both(key)]
    return StyledBibliography(references, sources or {}, style_of(name), cited, lang)


def both(key: str) -> list[CitationGroup]:
    return [cite(key), cite(Citation(key, "p. 4"), form="narrative")]


def shown(name: str) -> str:
    """A list as its golden file holds it: the mark, the mark of `@key says` with a page, the entry."""
    made = printed(name)
    return "".join(
        f"{' · '.join(made.mark(group).text for group in both(entry.key))}\n    {f'{entry.margin} {entry.text}'.strip()}\n"
        for entry in made.entries()
    )


@pytest.mark.parametrize("name", STYLES)
def test_every_kind_of_work_as_it_was_read_and_judged(name):
    assert shown(name) == (GOLDEN / f"csl-{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STYLES)
def test_html_says_what_the_text_says_and_nothing_is_doubled(name):
    for entry in printed(name).entries():
        assert unescape(re.sub(r"<[^>]+>", "", entry.html)) == entry.text
        for doubled in ("..", ",,", "?.", " ,", " .", "  ", "()", ": :", "Preprint"):
            assert doubled not in entry.text, entry.text


@pytest.mark.parametrize(
    "name", [*STYLES, "nature", "modern-language-association", "chicago-author-date", "din-1505-2"]
)
def test_titles_keep_their_capitals(name):
    """Some styles add capitals; none takes one away."""
    entries = {entry.key: entry.text for entry in printed(name).entries()}
    for key, words in {
        "strang2010": "England|RIOTT",
        "demaret2014": "Belgium",
        "tadam2013": "TADAM",
        "kcl": "RIOTT",
    }.items():
        assert all(word in entries[key] for word in words.split("|")), entries[key]
    assert "in der Schweiz" in entries["uchtenhagen2006"]


@pytest.mark.parametrize("name", [*STYLES, "nature", "the-lancet", "chicago-author-date"])
def test_every_mark_leads_to_its_entry_and_every_entry_to_its_source(name):
    made = printed(name)
    anchors = {entry.anchor for entry in made.entries()}
    assert len(anchors) == len(REFERENCES)
    for key, reference in REFERENCES.items():
        for group in both(key):
            assert set(re.findall(r'href="#([^"]+)"', made.mark(group).html)) == {f"ref-{key}"}
        html = next(entry.html for entry in made.entries() if entry.key == key)
        address = f"https://doi.org/{reference.get('doi')}" if reference.get("doi") else reference.get("url")
        assert f'href="{address.replace("&", "&amp;")}"' in html if address else True, html


def test_groups_and_locators_are_those_of_the_style():
    two = cite(Citation("strang2010", "p. 1889"), "perneger1998")
    assert printed("apa", two).mark(two).text == "(Perneger et al., 1998; Strang et al., 2010, p. 1889)"
    assert printed("vancouver", two).mark(two).text == "(1 p. 1889,2)"
    assert printed("nature", two).mark(two).html.startswith('<sup><a href="#ref-strang2010" role="doc-biblioref"')
    assert (
        printed("harvard-cite-them-right", two).mark(two).text
        == "(Perneger et al., 1998; Strang et al., 2010, p. 1889)"
    )


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        ("pp. 3-4", "(Strang et al., 2010, pp. 3–4)"),
        ("abstract", "(Strang et al., 2010, abstract)"),
        ("4th paragraph", "(Strang et al., 2010, 4th paragraph)"),
        ("Table 2", "(Strang et al., 2010, Table 2)"),
        ("<b>x</b>", "(Strang et al., 2010, <b>x</b>)"),
    ],
)
def test_a_locator_is_never_lost_or_misread(locator, said):
    group = cite(Citation("strang2010", locator))
    assert printed("apa", group).mark(group).text == said


def test_what_stands_before_a_citation_and_the_year_alone():
    see, year = cite(Citation("strang2010", prefix="see")), cite("strang2010", form="year")
    made = printed("apa", see, year)
    assert made.mark(see).text == "(see Strang et al., 2010)"
    assert made.mark(year).text == "(2010)"


def test_numbers_follow_the_order_of_the_page_and_names_the_alphabet():
    page = [cite("perneger1998"), cite("strang2010", "brown2020first"), cite("perneger1998")]
    assert [entry.label for entry in printed("vancouver", *page).entries()] == ["1", "2", "3"]
    assert [entry.key for entry in printed("vancouver", *page).entries()] == [
        "perneger1998",
        "strang2010",
        "brown2020first",
    ]
    assert [entry.key for entry in printed("apa", *page).entries()] == ["brown2020first", "perneger1998", "strang2010"]


def test_works_of_one_year_are_told_apart_only_where_both_are_cited():
    alone, other = cite("brown2020first"), cite("brown2020second")
    assert printed("apa", alone).mark(alone).text == "(Brown & Green, 2020)"
    made = printed("apa", alone, other)
    assert [made.mark(group).text for group in (alone, other)] == ["(Brown & Green, 2020b)", "(Brown & Green, 2020a)"]


def test_the_language_of_the_brief_is_that_of_the_style():
    made = printed("apa", cite("babor2010"), lang="de")
    assert made.entries()[0].text.startswith("Babor, T. F., & Caulkins, J. P. (Hrsg.). (2010).")


def test_a_foreign_title_is_marked_as_such():
    html = printed("apa", cite("uchtenhagen2006")).entries()[0].html
    assert '<span lang="de">Ökonomische Implikationen der Heroinvergabe in der Schweiz</span>' in html


def test_what_is_cited_and_not_in_the_bibliography_is_shown_as_ever():
    group = cite("strang2010", "nokey")
    assert printed("apa", group).mark(group).text == "(Strang et al., 2010) [nokey?]"


def test_source_notes_name_a_work_as_the_style_does():
    assert printed("apa").short("ferri" if "ferri" in REFERENCES else "cochrane2011") == "Ferri et al., 2011"
    assert printed("vancouver", cite("cochrane2011")).short("cochrane2011") == "Ferri, Davoli and Perucci, 2011 (1)"
    assert printed("nature", cite("cochrane2011")).short("cochrane2011") == "Ferri, Davoli and Perucci, 2011 [1]"


def test_markup_in_a_field_is_only_text():
    attack = "<script>alert(1)</script>"
    bib = (
        f"@article{{x, author = {{{{<img src=x onerror=alert(3)>}}}}, title = {{{attack}}}, journaltitle = {{{attack}}},"
        f'volume = {{{attack}}}, pages = {{{attack}}}, date = {{2020}}, doi = {{10.1000/"><script>alert(2)</script>}}}}'
    )
    for name in STYLES:
        made = printed(name, bib=bib)
        html = made.entries()[0].html + made.mark(cite("x")).html
        assert "<script" not in html
        assert "<img" not in html


class Held:
    """What a source file adds."""

    address = "https://example.org/read-here"
    archived = "https://web.archive.org/web/2020/https://example.org/read-here"
    accessed = Date(2020, 5, 3)


def test_a_source_adds_address_access_and_archived_copy():
    bib = "@report{x, title = {A plan}, institution = {Leeds City Council}, date = {2019}}"
    entry: Entry = printed("harvard-cite-them-right", bib=bib, sources={"x": Held()}).entries()[0]
    assert entry.text == (
        "Leeds City Council (2019) A plan. Available at: https://example.org/read-here (Accessed: 3 May 2020)."
        " Archived at https://web.archive.org/web/2020/https://example.org/read-here"
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("csl:vancouver", "nlm-citation-sequence"),
        ("csl:bmc-medicine", "bmc-medicine"),
        ("csl:harvard1", "harvard-cite-them-right"),
    ],
)
def test_old_names_and_journals_lead_to_a_style(wanted, found):
    style = find_style(wanted, {})
    assert isinstance(style, StyleFile)
    assert style.name == found
    assert isinstance(vetted(style), Style)


@pytest.mark.parametrize(
    ("wanted", "way"),
    [
        ("csl:harvard-cite-them-write", "did you mean `csl:harvard-cite-them-right`?"),
        ("csl:chicago", "did you mean `csl:chicago-notes`, `csl:chicago-author-date` or `csl:chicago-in-text-full`?"),
        (
            "csl:zzzqqq",
            "`csl:apa`, `csl:vancouver` and `csl:harvard-cite-them-right` are three of them; all are at zotero.org/styles",
        ),
    ],
)
def test_a_name_that_no_style_has(wanted, way):
    assert find_style(wanted, {}) == StyleFault(
        "style-unknown", f"there is no style `{wanted[4:]}` in the Citation Style Language", way
    )


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd.csl", "templates/../pyproject.toml", "briefs/x.csl"])
def test_only_a_style_file_below_the_templates_is_read(path):
    fault = find_style(f"csl:{path}", {"styles/our.csl": "<style/>"})
    assert isinstance(fault, StyleFault)
    assert fault.rule == "style-unknown"


HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info/>'
CITES = '<citation><layout><text macro="m"/></layout></citation><bibliography><layout><text macro="m"/></layout></bibliography>'
DOUBLED = "".join(
    f'<macro name="m{n or ""}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(40)
)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("<style", "`x.csl` cannot be read as XML: unclosed token", 1),
        (
            f"\n<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>{HEAD}</style>",
            "`x.csl` brings definitions of its own",
            2,
        ),
        ("<html/>", "`x.csl` is no style of the Citation Style Language", 0),
        (f"{HEAD}</style>", "`x.csl` does not say how to print a citation", 0),
        (f'{HEAD}<macro name="m"><text macro="m"/></macro>{CITES}</style>', "`x.csl`: its macro `m` calls itself", 0),
        (f'{HEAD}<macro name="m"><text macro="n"/></macro>{CITES}</style>', "`x.csl`: its macro `n` is missing", 0),
        (
            f'{HEAD}{DOUBLED}<macro name="m40"><text value="ha"/></macro>{CITES}</style>',
            "`x.csl` grows without measure when its macros are written out",
            0,
        ),
        (f"{HEAD}{'<!-- -->' * 200_000}</style>", "`x.csl` is larger than any style: 1,600,092 signs", 0),
    ],
)
def test_a_style_file_that_is_none(text, message, line):
    found = vetted(StyleFile("x.csl", text))
    assert isinstance(found, tuple)
    assert (found[0].rule, found[0].message, found[1]) == ("style-broken", message, line)


def test_a_style_with_footnotes_is_refused():
    found = find_style("csl:chicago-notes", {})
    assert isinstance(found, StyleFile)
    fault = vetted(found)
    assert isinstance(fault, tuple)
    assert fault[0].rule == "style-notes"
