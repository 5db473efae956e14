"""Numbers of a brief that rest on nothing: what is reported, where, what passes, and what is suggested."""

from dataclasses import replace
from itertools import pairwise

import pytest
from brief_desk import HEAD, TERMS, TEXTS, brief, library
from hypothesis import given
from hypothesis import strategies as st

from briefkit.load import load
from briefkit.read_brief import read
from briefkit.rulebook import RULES
from briefkit.rules.unbound import unbound
from briefkit.rules.unbound.mentions import mentions
from briefkit.rules.unbound.rules import quotation_uncited, unbound_number
from briefkit.values.units import BUILT_IN

RETENTION = "[38 of 43]{=riott.retention_26w.heroin}"


def found(body: str, head: str = HEAD) -> list[str]:
    """The numbers that are reported."""
    return [one.text for one in unbound(brief(body, head)[0], library())]


def placed(body: str, head: str = HEAD) -> list[str]:
    """The same as they stand in the file at the place that is reported."""
    lines = (head + body).split("\n")
    places = [one.where for one in unbound(brief(body, head)[0], library())]
    return [lines[at.line - 1][at.column - 1 : at.column - 1 + at.length] for at in places]


@pytest.mark.parametrize(
    "words",
    [
        "1,300", "12·5%", "10⁶", "½", "£3m", "£3.4 million", "2-3", "12 to 15", "between 12 and 15", "38 out of 44",
        "three", "twenty-one", "a dozen", "hundreds", "thousands", "two hundred and fifty thousand", "one in ten",
        "half", "two-thirds", "three quarters", "twice", "doubled", "fourfold", "zero", "21st", "-5%", "CHF 51.17", "$300",
        "1 300", "5mg", "99", "5.5 per cent", "1990s", "2014", "6 December 2014", "31 March", "2019/20", "9 out of 10",
    ],
)  # fmt: skip
def test_a_number_that_rests_on_nothing(words):
    (text,) = found(f"It was {words} in the end.")
    assert text in (words, words.removesuffix("mg"))


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19, NG52, A4, G7, MP3, 3D and EQ-5D are names.",
        "See section 2, steps 1 to 3, Figure 4, chapter 5, p. 4 and Table 2.",
        "Type 2, Year 6, Channel 4, Tier 1, Euro 6 and Band 5.",
        "The Misuse of Drugs Act 1971 and the 21st century.",
        "Ring 020 7946 0958 or 101 calls, write to 12 High Street, SW1A 1AA, or a1@b2.example, https://c3.example/4.",
        "A third party, a second-hand coat, half the battle, no one, one another, one of the trials, at once, one day.",
        "First and second, once and both, one and two.",
        "It met at 10.30 am, at 2:30 pm and at ten o'clock, 24/7.",
        "1.2 This paragraph has a number.",
        "`12 months` is code, and [a link](https://example.org/2014/15) leads somewhere.",
        "{{ plain('three', why='steps of our advice') }} steps [@strang2010, p. 12].",
        "1. First of a list\n2. Second of it",
    ],
)
def test_what_is_no_claim(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("It has two sides.", []),
        ("It has two clinics.", ["two"]),
        ("It has two small clinics.", ["two"]),
        ("Both trials found it.", ["Both"]),
        ("One patient left.", ["One"]),
        ("It was the first clinic.", ["first"]),
        ("It ran for one year.", ["one"]),
    ],
)
def test_small_words_before_a_counted_noun(text, reported):
    assert found(text) == reported


def test_names_of_the_base():
    names = "names:\n  class_a: {text: Class A1}\n  article_3e: {text: Article 3e}\n"
    own, _ = load({**TEXTS, "evidence/terms.yaml": TERMS + names})
    made, _ = read(HEAD + "By article 3e and Article 3f of it.", "briefs/one.md", own)
    assert made is not None
    (told,) = unbound_number(made, own)
    assert told.message == "`3` is bound to nothing"
    assert told.help.startswith("a name or a law's article that holds a digit belongs into `evidence/terms.yaml`")


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (f"{RETENTION} stayed. So 38 of 43, thirty-eight of 43 and 88% stayed.", []),
        (f"{RETENTION} stayed.\n\n## Later\n\nSo 38 of 43 stayed.", ["38 of 43"]),
        (f"{RETENTION} stayed after 26 weeks, a 26-week trial.", []),
        (f"{RETENTION} stayed after 27 weeks.", ["27"]),
        ("They stayed for 26 weeks.", ["26"]),
        ("[up to 15]{=scheme.places_planned} places, and up to 15 again, but 15 never.", ["15"]),
        (f"{RETENTION} in 2010.", []),
        (f"{RETENTION} in 2011.", ["2011"]),
        ("It was so in 2015 [@metrebian2015].", []),
        ("It was so in 2015.\n\nAnd again [@metrebian2015].", ["2015"]),
        ("It closed in December 2022: [£250,000]{=scheme.no}.", ["December 2022"]),
        ("It closed in December 2022: {{ scheme.places_planned }}.", []),
        ("It closed in November 2022: {{ scheme.places_planned }}.", ["November 2022"]),
        ("It closed on 6 December 2022: {{ scheme.places_planned }}.", ["6 December 2022"]),
        ("In the 2010s {{ scheme.places_planned }}.", []),
    ],
)
def test_what_the_evidence_nearby_carries(text, reported):
    assert found(text) == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ('They saw “40 of 50 people” there [@strang2010, "that 40 of 50 people stayed"].', []),
        ('They saw “41 of 50 people” there [@strang2010, "that 40 of 50 people stayed"].', ["41 of 50"]),
        ("They saw “40 of 50 people” there [@strang2010].", ["40 of 50"]),
        ('> 40 of 50 people stayed\n\n[@strang2010, "40 of 50 people stayed"]', ["40 of 50"]),
    ],
)
def test_words_of_a_cited_quotation(text, reported):
    assert found(text) == reported


def test_wherever_it_stands():
    body = (
        "## The 99 of it\n\n| A 98 | *97* \\| 96 |\n|---|---|\n| a 95 | b |\n\nA note[^a].\n\n[^a]: Of 94.\n\nWord\n:   of 93\n\n"
        "::: option Pay for 92 places\n- Item of 91\n:::\n\n![A map of 90](map.svg)\n\n> Said 89\n\n"
        '{{ table("programmes", columns=[{"field": "place", "header": "In 88"}], caption="All of 87") }}\n'
    )
    expected = ["99", "98", "97", "96", "95", "93", "92", "91", "90", "89", "88", "87", "94"]
    assert sorted(placed(body)) == sorted(expected)
    head = "---\ntitle: A title of 86\nquestion: Why 85?\nanswer: >-\n  It is so for\n  84.\ndate: 2026-03-01\nauthors: Jane Doe\n---\n"
    assert found("", head) == ["86", "85", "84"]
    assert placed("", head)[:2] == ["86", "85"]


def test_what_is_suggested():
    told = {
        problem.message: problem.help
        for problem in unbound_number(brief("In all 29 of 42, 15 and 77 times.")[0], library())
    }
    assert told == {
        "`29 of 42` is bound to nothing": (
            "write `[29 of 42]{=riott.retention_26w.methadone}`; if it is none of these, record it as a figure, or write "
            '`{{ plain("29 of 42", why="...") }}`'
        ),
        "`15` is bound to nothing": (
            "no figure of this brief has it: record one with its source (docs/editing-evidence.md) and bind it, or write "
            '`{{ plain("15", why="...") }}`; a name or a law\'s article that holds a digit belongs into '
            "`evidence/terms.yaml`, under `names:`"
        ),
        "`77` is bound to nothing": (
            "no figure of this brief has it: record one with its source (docs/editing-evidence.md) and bind it, or write "
            '`{{ plain("77", why="...") }}`; a name or a law\'s article that holds a digit belongs into '
            "`evidence/terms.yaml`, under `names:`"
        ),
    }
    assert (RULES["unbound-number"].draft, RULES["unbound-number"].publish) == ("error", "error")


def test_own_figures_say_what_they_call_themselves():
    head = HEAD.replace(
        "authors:",
        "figures:\n  each: {formula: scheme.running_cost / scheme.places_planned, round: 0, label: Cost of up to 15 places or 77}\nauthors:",
    )
    assert found("", head) == ["77"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It said “nobody knows what it costs today” [@strang2010].", ["nobody knows what it costs today"]),
        ('It said “nobody knows what it costs” [@strang2010, "Nobody knows what it costs today"].', []),
        ("So-called “clean” air and the “grey list”; “A Trial of Two Things”.", []),
        ("It said “{{ scheme.paid_by }}”.", []),
        ("It said “money seized under the Act” ({{ scheme.paid_by }}).", []),
        ('It said "no such thing was ever seen".', ["no such thing was ever seen"]),
    ],
)
def test_quotations(text, told):
    problems = list(quotation_uncited(brief(text)[0], library()))
    assert [problem.message for problem in problems] == [f"no citation answers for the words `{one}`" for one in told]


def test_a_base_without_figures_suggests_nothing():
    bare = replace(library(), figures={})
    made, _ = read(HEAD + "In all 29 of 42.", "briefs/one.md", bare)
    assert made is not None
    assert [one.candidates for one in unbound(made, bare)] == [()]


@given(st.text(alphabet="0123456789 .,-–%£/:abcdefoneAZ½⁶’“”\u00a0()", max_size=80))
def test_mentions_stand_where_they_say_and_do_not_overlap(text):
    found = mentions(text, BUILT_IN)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(min_value=13, max_value=10**9))
def test_every_bare_number_is_found(number):
    if 1500 <= number < 2100:
        return
    assert [one.text for one in mentions(f"There were {number:,} of them.", BUILT_IN)] == [f"{number:,}"]
