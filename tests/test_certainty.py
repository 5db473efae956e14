"""How sure one may be: the arithmetic of GRADE, who answers for it, and what a table shows of it."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_desk import JUDGED, brief, library, painted, review, shipped, texts, words

from briefkit.load import load
from briefkit.records.certainty import (
    CONCERNS,
    DOMAINS,
    LEVELS,
    UPGRADES,
    CertaintyJudgement,
    word_of,
)
from briefkit.rules.effects import certainty_unjudged, verb_certainty
from briefkit.rules.judgements import certainty_sum, certainty_unsigned

TODAY = date(2026, 11, 22)


def judged(starts_at="high", ratings=None, upgrades=None, overall="high", **more):
    """A judgement with these ratings; the domains that are not named are not serious."""
    domains = dict.fromkeys(DOMAINS, "not_serious") | (ratings or {})
    return CertaintyJudgement.model_validate(
        {
            "starts_at": starts_at,
            **{name: {"rating": one, "because": "so"} for name, one in domains.items()},
            **{name: {"levels": one, "because": "so"} for name, one in (upgrades or {}).items()},
            "overall": overall,
            "judged_by": ["jane_doe"],
            "on": "2026-11-20",
            **more,
        }
    )


def told(text, rule=certainty_sum):
    return [
        f"{one.where.line} {one.rule}: {one.message} | {one.help}"
        for one in rule(library(syntheses__review=text), TODAY)
    ]


@given(
    st.sampled_from(["high", "low"]),
    st.fixed_dictionaries(dict.fromkeys(DOMAINS, st.sampled_from(CONCERNS))),
    st.fixed_dictionaries({}, optional=dict.fromkeys(UPGRADES, st.sampled_from(["one", "two"]))),
    st.randoms(),
)
def test_levels_are_counted_whatever_domain_takes_them(start, ratings, upgrades, random):
    found = judged(start, ratings, upgrades).comes_to
    shuffled = list(ratings.values())
    random.shuffle(shuffled)
    assert judged(start, dict(zip(DOMAINS, shuffled, strict=True)), upgrades).comes_to == found
    steps = LEVELS.index(start) + sum(map(CONCERNS.index, shuffled))
    steps -= sum(2 if one == "two" else 1 for one in upgrades.values())
    assert LEVELS.index(found) == min(max(steps, 0), 3)


@given(st.fixed_dictionaries(dict.fromkeys(DOMAINS, st.sampled_from(CONCERNS[:-1]))), st.sampled_from(DOMAINS))
def test_a_graver_concern_never_makes_it_surer(ratings, name):
    worse = {**ratings, name: CONCERNS[CONCERNS.index(ratings[name]) + 1]}
    assert LEVELS.index(judged("high", worse).comes_to) >= LEVELS.index(judged("high", ratings).comes_to)


def test_an_overall_certainty_is_what_its_domains_come_to():
    assert told(review()) == []
    wrong = review(JUDGED.replace("overall: moderate", "overall: high"))
    assert told(wrong) == [
        (
            "22 certainty-sum: high at the start, 1 level taken away comes to `moderate`, and `overall` says `high` | write "
            "`overall: moderate`, or say under `overall_because:` why it is another"
        )
    ]
    assert (
        told(wrong.replace("overall: high", "overall: high\n      overall_because: blinding cannot matter here")) == []
    )


def test_only_studies_that_start_low_are_upgraded_and_two_levels_are_for_a_large_effect():
    dose = "      dose_response: {levels: two, because: more meals}\n      overall: moderate"
    assert told(review(JUDGED.replace("      overall: moderate", dose)))[-1] == (
        "22 certainty-upgrade: `dose_response` gives levels back to a certainty that starts high | take it out: only studies "
        "without random allocation, which start low, can be upgraded"
    )
    low = JUDGED.replace("starts_at: high", "starts_at: low").replace("rating: serious", "rating: not_serious")
    assert told(review(low.replace("      overall: moderate", dose.replace("overall: moderate", "overall: high")))) == [
        "22 certainty-upgrade: `dose_response` gives back two levels | write `levels: one`: only a very large effect gives two"
    ]
    large = dose.replace("dose_response", "large_effect").replace("overall: moderate", "overall: high")
    assert told(review(low.replace("      overall: moderate", large))) == []


@pytest.mark.parametrize(
    ("lost", "needs"),
    [("      judged_by: jane_doe\n", "judged_by"), ("      on: 2026-11-20\n", "on"), ("imprecision", "imprecision")],
)
def test_a_judgement_needs_its_domains_and_somebody_who_answers_for_it(lost, needs):
    lines = [line for line in JUDGED.splitlines(keepends=True) if lost.strip() not in line]
    problems = [one for one in load(texts(syntheses__review=review("".join(lines))))[1] if "review" in one.where.file]
    assert [(one.rule, one.message) for one in problems] == [("missing-field", f"a judged certainty needs `{needs}`")]


def test_a_concern_needs_its_reason():
    text = review(JUDGED.replace("{rating: serious, because: nobody was blinded}", "{rating: serious}"))
    problems = [one for one in load(texts(syntheses__review=text))[1] if "review" in one.where.file]
    assert [(one.rule, one.message) for one in problems] == [
        ("missing-field", "a domain of certainty needs `because`"),
    ]


def test_one_word_is_no_judgement_of_ours():
    own = review("low").replace("published: true", "published: false")
    assert told(own, certainty_unsigned) == [
        (
            "15 certainty-unsigned: `low` is a judgement, and nobody says why or answers for it | write `not_judged`, or the "
            "judgement with `starts_at:`, its five domains, `overall:`, `judged_by:` and `on:` below it"
        ),
        (
            "26 certainty-unsigned: `very low` is a judgement, and nobody says why or answers for it | write `not_judged`, or the "
            "judgement with `starts_at:`, its five domains, `overall:`, `judged_by:` and `on:` below it"
        ),
    ]
    assert told(review("low"), certainty_unsigned) == [], "a review's own word is the review's"


def test_a_word_that_is_no_certainty_is_told_with_the_nearest():
    problems = [one for one in load(texts(syntheses__review=review("moderat")))[1] if "review" in one.where.file]
    assert [(one.rule, one.message, one.help) for one in problems] == [
        ("unknown-choice", "`moderat` is not one of the choices for `certainty`", "did you mean `moderate`?")
    ]


def test_a_table_shows_the_long_form_in_a_word():
    assert word_of(judged(overall="low")) == "low"
    assert (word_of("not_judged"), word_of(None), word_of("very low")) == ("", "", "very low")
    assert shipped().field("review", "retention.certainty") == "moderate"
    assert shipped().label("review", "spending.certainty", "not_judged") == "not judged"


def test_certainty_is_shown_by_domain_and_what_others_rated_as_theirs():
    html = painted('{{ certainty("review.retention", "review.spending", "review.crime") }}\n')
    found = re.search(r'<div class="judged certainty".*?</table>.*?</ol>', html, re.DOTALL)[0]
    assert words(found) == (
        "How sure one may be Outcome Risk of bias Inconsistency Indirectness Imprecision Publication bias Upgrades "
        "Certainty (GRADE) Rated by others "
        "Retention in treatment Review of meals −1 serious 1 not serious 2 not serious 3 not serious 4 not serious 5 none "
        "moderate 6 The school board rated “Meals to keep people in treatment”: “Beneficial” [ 1 ] "
        "Money spent on drugs Review of meals not yet judged not yet judged not yet judged not yet judged not yet judged "
        "not yet judged not yet judged no rating seen "
        "Self-reported crime Review of meals not yet judged not yet judged not yet judged not yet judged not yet judged "
        "not yet judged Review of meals’s own rating: very low no rating seen "
        "Risk of bias: nobody was blinded. Inconsistency: the results agree. Indirectness: the people are like ours. "
        "Imprecision: the interval is narrow. Publication bias: all were registered. "
        "Judged by Jane Doe on 20 November 2026; starts at high."
    )
    assert [mark.count('class="full"') for mark in re.findall(r'<span class="dots".*?</span>', found)] == [3, 0, 1]


def test_a_rating_without_an_outcome_stands_by_itself():
    ratings = (
        "title: A guideline\npublished: true\ncite: strang2010\nratings: {one: {holder: board, words: {quote: Moderate}, "
        "rates: meals as a whole}}\n"
    )
    html = painted('{{ certainty("guide", "review.spending") }}\n', library(syntheses__guide=ratings))
    assert "A guideline no one outcome The school board rated meals as a whole: “Moderate” [ 1 ]" in words(html)


def test_what_is_no_result_is_told():
    assert brief('{{ certainty("review.retentoin") }}\n')[1] == [
        "6:15+16 table-record: `review.retentoin` is not a result of a synthesis | did you mean `review.retention`?"
    ]
    assert brief('{{ certainty("broken_one.x") }}\n')[1] == []


def test_a_brief_is_no_surer_than_a_judgement_in_its_long_form():
    said = "- Meals improve retention: [1.44]{=review.retention.estimate}.\n"
    body = f"::: key-messages\n{said}:::\n"
    assert [one.message for one in verb_certainty(brief(body)[0], shipped())] == [
        "`improve` is surer than the evidence, whose certainty is moderate"
    ]
    unjudged = library(syntheses__review=review("not_judged", ""))
    assert [one.message for one in certainty_unjudged(brief(body, unjudged)[0], unjudged)] == [
        "`improve` is said in general, and nobody has judged how certain it is"
    ]
    found = body.replace("Meals improve retention", "The review found more retention")
    assert list(certainty_unjudged(brief(found, unjudged)[0], unjudged)) == []
