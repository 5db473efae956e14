"""Citation marks in both styles: links, locators, groups, narrative and year-only forms."""

import pytest

from briefkit.brief import Citation, CitationGroup
from briefkit.references.bibliography import Bibliography, Mark
from briefkit.references.read import read

BIB = """
@article{strang2010, author = {Strang, John and Metrebian, Nicola and Lintzeris, Nicholas and Potts, Laura},
  title = {Supervised heroin}, journaltitle = {Lancet}, date = {2010}}
@article{strang2015, author = {Strang, John and Groshkova, T. and Uchtenhagen, A. and van den Brink, W.},
  title = {Heroin on trial}, journaltitle = {BJP}, date = {2015}}
@report{ons2020, author = {{Office for National Statistics}}, shortauthor = {ONS}, title = {Deaths}, date = {2020}}
@book{two2020, author = {Brown, Ann and Green, Carl}, title = {Beta}, date = {2020}}
@book{twice2020, author = {Brown, Ann and Green, Carl}, title = {Alpha}, date = {2020}}
@legislation{mda1971, title = {Misuse of Drugs Act 1971}, date = {1971}}
@online{nodate, title = {A page <b>}, url = {https://example.org}}
@book{uncited, author = {Alone, Al}, title = {Never cited}, date = {1999}}
"""
REFERENCES, _ = read({"x.bib": BIB})
CITED = ["two2020", "strang2010", "ons2020", "strang2015", "twice2020", "mda1971", "nodate", "two2020", "no_such_key"]
NUMERIC = Bibliography(REFERENCES, {}, "numeric", CITED)
AUTHOR_DATE = Bibliography(REFERENCES, {}, "author-date", CITED)


def mark(
    bibliography: Bibliography, *cited: str | tuple[str, str], form: str = "parenthetical", gathered: bool = False
) -> Mark:
    pairs = [(one, "") if isinstance(one, str) else one for one in cited]
    return bibliography.mark(CitationGroup(tuple(Citation(key, locator) for key, locator in pairs), form, gathered))


@pytest.mark.parametrize(
    ("cited", "form", "numeric", "author_date"),
    [
        (["strang2010"], "parenthetical", "[2]", "(Strang et al., 2010)"),
        ([("strang2010", "p. 3")], "parenthetical", "[2, p.\u00a03]", "(Strang et al., 2010, p.\u00a03)"),
        ([("strang2010", "pp. 3-5")], "parenthetical", "[2, pp.\u00a03–5]", "(Strang et al., 2010, pp.\u00a03–5)"),
        (["strang2010", "ons2020"], "parenthetical", "[2, 3]", "(Strang et al., 2010; ONS, 2020)"),
        (
            [("strang2010", "p. 4"), "ons2020"],
            "parenthetical",
            "[2, p.\u00a04; 3]",
            "(Strang et al., 2010, p.\u00a04; ONS, 2020)",
        ),
        (["strang2010", "strang2015"], "parenthetical", "[2, 4]", "(Strang et al., 2010; 2015)"),
        (["two2020", "twice2020"], "parenthetical", "[1, 5]", "(Brown and Green, 2020b; 2020a)"),
        (["strang2010", "strang2010"], "parenthetical", "[2]", "(Strang et al., 2010)"),
        (["strang2010"], "narrative", "Strang et al. [2]", "Strang et al. (2010)"),
        ([("two2020", "ch. 2")], "narrative", "Brown and Green [1, ch. 2]", "Brown and Green (2020b, ch. 2)"),
        (
            ["strang2010", "ons2020"],
            "narrative",
            "Strang et al. [2] and ONS [3]",
            "Strang et al. (2010) and ONS (2020)",
        ),
        (["strang2010"], "year", "[2]", "(2010)"),
        (["mda1971"], "parenthetical", "[6]", "(Misuse of Drugs Act 1971)"),
        (["mda1971"], "narrative", "Misuse of Drugs Act 1971 [6]", "Misuse of Drugs Act 1971"),
        (["nodate"], "parenthetical", "[7]", "(A page <b>, n.d.)"),
        (["uncited"], "parenthetical", "[Alone, 1999]", "(Alone, 1999)"),
        (["no_such_key"], "parenthetical", "[no_such_key?]", "(no_such_key?)"),
    ],
)
def test_marks(cited, form, numeric, author_date):
    assert mark(NUMERIC, *cited, form=form).text == numeric
    assert mark(AUTHOR_DATE, *cited, form=form).text == author_date


def test_a_mark_links_to_its_entry_under_a_label_that_says_what_it_is():
    assert mark(NUMERIC, ("strang2010", "p. 3")).html == (
        '[<a href="#ref-strang2010" role="doc-biblioref" aria-label="Reference 2, p.\u00a03: Strang et al., 2010">2, p.\u00a03</a>]'
    )
    assert mark(AUTHOR_DATE, "strang2010", form="narrative").html == (
        'Strang et al. (<a href="#ref-strang2010" role="doc-biblioref" aria-label="Reference 2010: Strang et al., 2010">2010</a>)'
    )


def test_what_people_wrote_is_escaped():
    group = CitationGroup((Citation("nodate", "<p>", prefix="see <i>"), Citation("<x>")))
    for bibliography in (NUMERIC, AUTHOR_DATE):
        shown = bibliography.mark(group).html
        for markup in ("<i>", "<p>", "<x>", "<b>"):
            assert markup not in shown
    assert AUTHOR_DATE.mark(group).text == "(see <i> A page <b>, n.d., <p>; <x>?)"


def test_a_mark_that_nobody_wrote_lists_its_numbers_in_order():
    assert mark(NUMERIC, "strang2015", "two2020", "ons2020").text == "[4, 1, 3]"
    assert mark(NUMERIC, "strang2015", "two2020", "ons2020", gathered=True).text == "[1, 3, 4]"


def test_entries_stand_in_order_of_citation_or_of_the_alphabet_under_their_anchors():
    assert [(entry.anchor, entry.label) for entry in NUMERIC.entries()][:3] == [
        ("ref-two2020", "1"),
        ("ref-strang2010", "2"),
        ("ref-ons2020", "3"),
    ]
    assert [entry.key for entry in AUTHOR_DATE.entries()] == [
        "nodate",
        "twice2020",
        "two2020",
        "mda1971",
        "ons2020",
        "strang2010",
        "strang2015",
    ]


def test_short_names_for_source_notes():
    assert NUMERIC.short("strang2010") == "Strang et al., 2010 [2]"
    assert AUTHOR_DATE.short("two2020") == "Brown and Green, 2020b"
    assert AUTHOR_DATE.short("no_such_key") == "no_such_key"
