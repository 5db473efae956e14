"""A summary of findings: its numbers, its words, and what those words may never say."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_desk import JUDGED, brief, library, painted, review, shipped, words
from test_tables_csv import rows

from briefkit.rules.framing_companions import rating_stretched
from briefkit.tables.findings import build
from briefkit.tables.findings_words import verdict, way_of
from briefkit.values import Interval

LEVELS = ("high", "moderate", "low", "very low", "")
SIZES = ("trivial", "small", "moderate", "large", "")
WAYS = ("more", "fewer", "open", "untold")
RETENTION = '{{ findings("review.retention") }}\n'


@pytest.mark.parametrize(
    ("level", "size", "way", "said"),
    [
        ("high", "", "more", "The treatment results in an increase in crime"),
        ("high", "large", "fewer", "The treatment results in a large reduction in crime"),
        ("moderate", "small", "more", "The treatment likely results in a small increase in crime"),
        ("low", "moderate", "fewer", "The treatment may result in a reduction in crime"),
        ("low", "trivial", "open", "The treatment may result in little to no difference in crime"),
        ("very low", "large", "more", "The evidence is very uncertain about the effect of the treatment on crime"),
        ("high", "large", "open", "The studies leave open whether the treatment changes crime"),
        ("moderate", "", "untold", "The studies leave open whether the treatment changes crime"),
        ("", "large", "more", ""),
    ],
)
def test_the_sentence_is_as_sure_as_its_certainty_and_as_large_as_its_size(level, size, way, said):
    assert verdict(level, size, way, "crime") == said


@given(st.sampled_from(LEVELS), st.sampled_from(SIZES), st.sampled_from(WAYS))
def test_an_effect_is_only_stated_where_the_interval_rules_none_out(level, size, way):
    said = verdict(level, size, way, "crime")
    stated = "increase" in said or "reduction" in said
    assert not stated or way in ("more", "fewer")
    assert not (level in ("", "very low") and stated)
    assert ("likely" in said) <= (level == "moderate")
    assert (" may " in said) <= (level == "low")


@given(st.decimals(-9, 9, places=2), st.decimals(0, 9, places=2), st.sampled_from([0, 1]))
def test_an_interval_points_one_way_or_leaves_it_open(low, width, none):
    way = way_of(Interval(Decimal(95), low, low + width), none)
    mirrored = way_of(Interval(Decimal(95), 2 * none - low - width, 2 * none - low), none)
    assert (way == "open") == (low <= none <= low + width)
    assert mirrored == {"more": "fewer", "fewer": "more", "open": "open"}[way]


def shown(html):
    """The words of a summary of findings, without notes and sources."""
    found = re.search(r'<div class="judged findings".*?</table>', html, re.DOTALL)[0]
    return words(found).removeprefix(
        "Summary of findings Outcome Comparison of 1,000 people Treatment of 1,000 people Difference of 1,000 people "
        "Relative effect People and studies Certainty (GRADE) "
    )


def test_a_row_has_its_numbers_its_certainty_and_a_sentence():
    assert shown(painted(RETENTION)) == (
        "Retention in treatment Review of meals 690 [ 1 ] as in RIOTT: 29 of 42 (69%) [ 1 ] "
        "994 (95% CI 822 to 1,000) 1 [ 1 ] 304 more (95% CI 131 more to 310 more) 1 [ 1 ] "
        "risk ratio: 1.44 (95% CI 1.19 to 1.75) [ 1 ] 1,388 people [ 1 ] 4 studies [ 1 ] moderate "
        "The treatment likely results in an increase in retention in treatment; in 4 studies of 1,388 people: 994 out of "
        "1,000 people with the treatment, against 690 with the comparison: 304 more (95% CI 131 more to 310 more). That is "
        "one more for every 4 people treated. "
        "The school board rated “Meals to keep people in treatment”: “Beneficial” [ 1 ]"
    )


def test_what_went_past_everybody_is_told_in_a_note_and_so_is_what_was_compared():
    table, faults = build(library(), "review.retention")
    assert faults == []
    assert table.notes == (
        "A limit went past everybody, and is held at 1,000.",
        "Review of meals, treatment against comparison: meals against none.",
    )


def test_where_nobody_has_judged_only_what_was_found_and_where_is_said():
    text = shown(painted(RETENTION, library(syntheses__review=review("not_judged", ""))))
    assert "not yet judged" in text
    assert text.endswith(
        "In 4 studies of 1,388 people (Review of meals), retention in treatment: 994 out of 1,000 people with the treatment, "
        "against 690 with the comparison: 304 more (95% CI 131 more to 310 more). That is one more for every 4 people treated."
    )


def test_a_large_effect_is_called_so_only_when_somebody_judged_it():
    large = JUDGED.replace("overall: moderate", "size: large\n      overall: moderate")
    text = shown(painted(RETENTION, library(syntheses__review=review(large))))
    assert "The treatment likely results in a large increase in retention in treatment; in" in text


def test_what_is_not_there_is_said_in_words_and_a_surrogate_says_what_it_stands_for():
    assert shown(painted('{{ findings("review.spending", "review.crime") }}\n')) == (
        "Money spent on drugs; stands for self-reported crime Review of meals not seen not worked out not worked out "
        "risk ratio: 0.65 (95% CI 0.25 to 1.69) [ 1 ] people: not seen studies: not seen not yet judged "
        "Money spent on drugs (Review of meals): risk ratio 0.65 (95% CI 0.25 to 1.69), an interval that leaves open whether there is a difference. "
        "Self-reported crime Review of meals not seen not worked out not worked out not seen people: not seen "
        "studies: not seen Review of meals’s own rating: very low No estimate was seen."
    )


def test_every_number_of_a_sentence_has_its_panel_and_its_csv():
    html = painted(RETENTION)
    said = re.search(r'<tr role="row" class="said">.*?</tr>', html, re.DOTALL)[0]
    assert re.findall(r'data-address="review\.results\.retention\.([^"]+)"', said) == [
        *("studies", "participants", "with_1000", "baseline_1000", "difference_1000", "number_needed"),
        "ratings.board.words",
    ]
    table, _ = build(library(), "review.retention")
    line = rows(table, library())[0]
    assert line["Difference: value"] == "304"
    assert line["Certainty (GRADE)"] == "moderate"


def test_a_summary_has_at_most_seven_rows():
    eight = ", ".join(['"review.retention"'] * 8)
    assert brief(f"{{{{ findings({eight}) }}}}\n")[1] == [
        (
            "6:14+16 findings-too-many: a summary of findings has at most 7 rows, and here are 8 | keep the outcomes that the "
            "decision hangs on, and put the others into a table of their own"
        )
    ]
    seven = ", ".join(['"review.retention"'] * 7)
    assert brief(f"{{{{ findings({seven}) }}}}\n")[1] == []


def test_a_rating_is_told_with_what_it_was_given_for():
    stretched = "The board rated meals [Beneficial]{=review.retention.ratings.board.words}.\n"
    assert [one.message for one in rating_stretched(brief(stretched)[0], shipped())] == [
        "`Beneficial` was said of `retention in treatment`, which this sentence does not name"
    ]
    assert list(rating_stretched(brief(f"For retention t{stretched[1:]}")[0], shipped())) == []


def test_studies_that_are_not_pooled_are_counted_by_the_way_they_point():
    text = (
        "title: Directions\nshort_title: Directions\npublished: false\nstudies: [riott, judged]\nresults:\n  crime:\n"
        "    outcome: crime\n    not_pooled_because: each trial asked in its own way\n    directions:\n"
        "      riott: {of: riott.retention_26w.heroin, says: better}\n"
        "      judged: {of: judged.retention_26w.heroin, says: no_clear_difference}\n"
    )
    assert shown(painted('{{ findings("ways.crime") }}\n', library(syntheses__ways=text))) == (
        "Self-reported crime Directions not pooled not worked out not worked out not pooled; in favour: 1 of 2 [ 1 ] "
        "people: not reported 2 studies [ 1 ] not yet judged "
        "1 of 2 studies favour the treatment in self-reported crime. Directions are counted, and say nothing of size. "
        "One by one: better, no clear difference. Nothing was pooled, because each trial asked in its own way."
    )
