"""Claims set beside better sources: whether the rating fits them, and how tables show both."""

import re
from datetime import date

import pytest
from brief_desk import HEAD
from evidence_texts import base, library, lines
from render_desk import look
from test_render_page import text_of
from test_tables_csv import rows

from briefkit.load import load
from briefkit.read_brief import read
from briefkit.records.claim_review import RATINGS
from briefkit.render.page import page
from briefkit.rules.claim_reviews import rating_without_evidence, unknown_evidence
from briefkit.rules.unbound.in_records import unbound_in_records
from briefkit.tables.build import build

TODAY = date(2026, 11, 22)
BREAKFAST, USUAL = "north_trial.attendance_1y.breakfast", "north_trial.attendance_1y.usual"
CLUB = "breakfast_leeds.patients"
"""A figure of the article that makes the claim."""


def review(rating="right", because="Attendance rose in the trial.", **beside):
    """A claim review, on lines that its places can be told by."""
    named = "".join(f"{name}: [{', '.join(addresses)}]\n" for name, addresses in beside.items())
    return (
        "title: Breakfast and attendance\ncite: news_2021\n"
        'claim: {value: Breakfasts raise attendance., quote: "attendance rises when schools serve breakfast"}\n'
        f"rating: {rating}\nbecause: {because}\n{named}"
    )


def told(rule, text):
    """What a rule says of a review, with its place."""
    found = rule(library(claim_reviews__one=text), TODAY)
    return [f"{p.where.line}:{p.where.column}+{p.where.length} {p.rule}: {p.message} | {p.help}" for p in found]


@pytest.mark.parametrize(
    ("rating", "beside", "said"),
    [
        (
            "wrong",
            {},
            (
                "nothing stands beside the claim that makes it `wrong` | name figures under `supports:`, `qualifies:` or "
                "`contradicts:`; else write `unsupported` or `not_checked`"
            ),
        ),
        (
            "right",
            {"supports": [BREAKFAST], "contradicts": [USUAL]},
            (
                "the claim is `right`, and something contradicts it | write another rating, or move the address to "
                "`qualifies:`"
            ),
        ),
        (
            "wrong",
            {"supports": [BREAKFAST]},
            "the claim is `wrong`, and nothing contradicts it | name under `contradicts:` what it is wrong beside",
        ),
        (
            "not_checked",
            {"qualifies": [BREAKFAST]},
            "the claim is `not_checked`, and evidence stands beside it | rate it, or take the addresses out",
        ),
        (
            "unsupported",
            {"supports": [BREAKFAST]},
            "the claim is `unsupported`, and something supports it | take the addresses out, or rate it by them",
        ),
        (
            "right",
            {"supports": [CLUB]},
            (
                "only the source of the claim itself speaks to it: `news_2021` | name figures of other sources; if there "
                "are none, write `unsupported` or `not_checked`"
            ),
        ),
    ],
)
def test_a_rating_that_the_evidence_does_not_carry(rating, beside, said):
    found = told(rating_without_evidence, review(rating, **beside))
    assert found == [f"4:9+{len(rating)} rating-without-evidence: {said}"]


@pytest.mark.parametrize(
    ("rating", "beside"),
    [
        ("right", {"supports": [BREAKFAST]}),
        ("right", {"supports": [BREAKFAST, CLUB]}),
        ("right", {"supports": [BREAKFAST], "qualifies": [USUAL]}),
        ("right_but_incomplete", {"qualifies": [BREAKFAST]}),
        ("out_of_date", {"contradicts": [BREAKFAST]}),
        ("wrong", {"contradicts": [BREAKFAST]}),
        ("wrong", {"qualifies": [BREAKFAST]}),
        ("unsupported", {}),
        ("unsupported", {"qualifies": [BREAKFAST]}),
        ("not_checked", {}),
    ],
)
def test_a_rating_that_the_evidence_carries(rating, beside):
    assert told(rating_without_evidence, review(rating, **beside)) == []


def test_an_address_that_leads_nowhere_is_shown_where_it_stands():
    wrong = "north_trial.attendence_1y.breakfast"
    assert told(unknown_evidence, review(supports=[BREAKFAST, wrong])) == [
        f"6:49+{len(wrong)} unknown-figure-address: there is no figure `{wrong}` | did you mean `{BREAKFAST}`?"
    ]


def test_an_address_in_a_broken_record_is_not_blamed_again():
    texts = base(claim_reviews__one=review(supports=["broken.patients"]), programmes__broken="titel: x\n")
    made, _ = load(texts)
    assert list(unknown_evidence(made, TODAY)) == []


def test_because_may_say_the_numbers_beside_the_claim_and_no_others():
    assert told(unbound_in_records, review(because="In the trial 38 of 43 came.", supports=[BREAKFAST])) == []
    assert told(unbound_in_records, review(because="In the trial 39 of 43 came.", supports=[BREAKFAST])) == [
        (
            "5:23+8 unbound-number: `39 of 43` is bound to nothing: no figure or quotation of `one`, or beside its claim, says "
            "it | name the figure that says it under `supports:`, `qualifies:` or `contradicts:`, or record it as a figure of"
            " this record, or leave it out"
        )
    ]


def test_a_gap_asks_a_question():
    gap = "title: {}\nregarding: school_breakfast\nmatters_for: The cost.\nwhere_to_look: The school board.\n"
    assert lines(base(gaps__one=gap.format("Does it last?"))) == []
    assert lines(base(gaps__one=gap.format("Whether it lasts"))) == [
        (
            "gaps/one.yaml:1:8 value-invalid: `Whether it lasts` is not a question | say what is not known as a question "
            "that ends with `?`"
        )
    ]


def shown(base_, **arguments):
    """A table of claim reviews, row by row."""
    table, faults = build("claim_reviews", base_, **arguments)
    assert faults == []
    return table, [[cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells] for row in table.rows]


def test_a_table_sets_each_claim_beside_its_evidence():
    made = library(claim_reviews__one=review("right_but_incomplete", supports=[BREAKFAST], qualifies=[CLUB]))
    table, texts = shown(made, columns=["claim", "rating", "evidence", "contradicts", "cite"])
    assert texts == [
        [
            "Breakfasts raise attendance.",
            "right, but incomplete",
            (
                "supports: Breakfast trial, school attendance, free breakfast: 38 of 43 (88%); "
                "qualifies: Leeds School Breakfasts, patients: 120 people (2021)"
            ),
            "none",
            "Doe, 2021",
        ]
    ]
    assert [part.figure.address for part in table.rows[0].cells[2].parts] == [
        "north_trial.results.attendance_1y.breakfast",
        CLUB,
    ]


def test_ratings_stand_in_order_from_what_stands_best():
    files = {f"claim_reviews__r{place}": review(rating) for place, rating in enumerate(sorted(RATINGS))}
    made = library(**files)
    words = ["right", "right, but incomplete", "out of date", "unsupported", "wrong", "not checked"]
    assert [row[1] for row in shown(made, columns=["name", "rating"], order="rating")[1]] == words
    assert [row[1] for row in shown(made, columns=["name", "rating"], order="-rating")[1]] == words[::-1]


def test_the_csv_has_each_figure_beside_a_claim_in_columns_of_its_own():
    made = library(claim_reviews__one=review("right_but_incomplete", supports=[BREAKFAST], qualifies=[CLUB]))
    table, _ = shown(made, columns=["claim", "evidence"])
    row = rows(table, made)[0]
    kept = ("Claim: source", "Evidence 1", "Evidence 1: value", "Evidence 1: source", "Evidence 2", "Evidence 2: quote")
    assert {name: row[name] for name in kept} == {
        "Claim: source": "news_2021",
        "Evidence 1": "supports: Breakfast trial, school attendance, free breakfast",
        "Evidence 1: value": "88.3721",
        "Evidence 1: source": "smith2020",
        "Evidence 2": "qualifies: Leeds School Breakfasts, patients",
        "Evidence 2: quote": "120 children",
    }


def test_readers_see_the_figures_beside_a_claim_as_a_list_each_with_its_source():
    made = library(claim_reviews__one=review("right_but_incomplete", supports=[BREAKFAST], qualifies=[CLUB]))
    body = '{{ table("claim_reviews", columns=["claim", "rating", "evidence", "contradicts"]) }}\n'
    brief, problems = read(HEAD + body, "briefs/one.md", made, {})
    assert problems == []
    html, wrong = page(brief, made, medium="print", gate="publish", problems=(), look=look())
    assert wrong == []
    cells = re.search(r"<tbody>.*?</tbody>", html, re.DOTALL)[0]
    assert text_of(cells).replace("\N{NO-BREAK SPACE}", " ") == (
        "Breakfasts raise attendance. [ 1 ] right, but incomplete "
        "supports: Breakfast trial, school attendance, free breakfast: 38 of 43 (88%) [ 2 ] "
        "qualifies: Leeds School Breakfasts, patients: 120 people (2021) [ 1 ] none"
    )
    assert cells.count("<li>") == 2
    assert '<span class="value missing">none</span>' in cells
