"""Results that cannot be, or hardly; and units that a field cannot have."""

from datetime import date

import pytest
from evidence_texts import STUDY, library

from briefkit.rules import field_units, flow, statistics

TODAY = date(2026, 11, 22)


def told(rule, text=STUDY, **files):
    return [
        f"{one.rule}: {one.message} | {one.help}" for one in rule(library(studies__north_trial=text, **files), TODAY)
    ]


def study(**parts):
    """The study of the base with other results."""
    text = STUDY
    for old, new in parts.values():
        assert old in text
        text = text.replace(old, new)
    return text


ARMS = ('breakfast: 38 of 43 "38 of 43 given breakfast"', 'usual: 29 of 42 "29 of 42 in usual care"')
COMPARED = "compared: {odds_ratio: '2.10 (95% CI 1.20 to 3.68) \"OR 2.10 (1.20 to 3.68)\"'}"


@pytest.mark.parametrize(
    "rule",
    [
        statistics.percentage_unlikely,
        statistics.interval_lopsided,
        statistics.p_against_interval,
        statistics.effect_against_arms,
        flow.search_sum,
        field_units.unit_not_of_field,
    ],
)
def test_the_base_has_nothing_impossible(rule):
    assert told(rule) == []


def test_a_percentage_is_that_of_a_whole_number_of_people():
    def arm(value):
        return study(
            a=(ARMS[0], f'breakfast: {value} "breakfast"'), b=("breakfast.percent - usual.percent", "usual.percent - 1")
        )

    assert told(statistics.percentage_unlikely, arm("88.4%")) == []
    assert told(statistics.percentage_unlikely, arm("88%")) == []
    assert told(statistics.percentage_unlikely, arm("about 67.2%")) == []
    assert told(statistics.percentage_unlikely, arm("67.2%")) == [
        (
            "percentage-unlikely: no whole number of 43 people is 67.2% | look up whether fewer were counted, or the figure is "
            "adjusted or estimated, and say so in its `note:`"
        )
    ]
    long = 'breakfast: {value: 67.2%, quote: "67.2%", note: adjusted for age}'
    text = study(a=(ARMS[0], long), b=("breakfast.percent - usual.percent", "usual.percent - 1"))
    assert told(statistics.percentage_unlikely, text) == []


def test_a_ratio_lies_in_the_middle_of_its_interval():
    assert told(
        statistics.interval_lopsided, study(a=("2.10 (95% CI 1.20 to 3.68)", "3.10 (95% CI 1.20 to 3.68)"))
    ) == [
        (
            "interval-lopsided: `3.10` does not lie in the middle of its interval, 1.20 to 3.68, as a ratio should | "
            "look all three numbers up in the source"
        )
    ]


@pytest.mark.parametrize(
    ("words", "interval", "found"),
    [
        ("P<0.001", "1.20 to 3.68", False),
        ("P<0.001", "0.90 to 4.90", True),
        ("p = 0.31", "1.20 to 3.68", True),
        ("p = 0.31", "0.90 to 4.90", False),
        ("p > 0.05", "1.20 to 3.68", True),
        ("p = 0.05", "1.20 to 3.68", False),
        ("heterogeneity P=0.31", "1.20 to 3.68", False),
        ("P<0.01 and P=0.3", "1.20 to 3.68", False),
    ],
)
def test_a_p_value_and_its_interval_agree(words, interval, found):
    text = study(a=(COMPARED, f"compared: {{odds_ratio: '2.10 (95% CI {interval}) \"{words}\"'}}"))
    expected = f"p-against-interval: `{words}` and the interval from {interval} disagree on whether there is an effect"
    assert told(statistics.p_against_interval, text) == ([f"{expected} | look both up in the source"] if found else [])


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        ('risk_difference: 19.3 percentage points "19.3"', False),
        ('risk_difference: 19 percentage points "19"', False),
        ('risk_difference: 29.3 percentage points "29.3"', True),
        ('risk_ratio: 1.28 "1.28"', False),
        ('risk_ratio: 0.78 "0.78"', True),
        ('risk_ratio: {value: 1.48, quote: "1.48", label: Adjusted risk ratio}', False),
    ],
)
def test_an_effect_is_that_of_its_arms(measure, found):
    text = study(a=(COMPARED, f"compared: {{{measure}}}"))
    assert bool(told(statistics.effect_against_arms, text)) == found


def test_arms_that_have_changed_places_are_told():
    text = study(a=(COMPARED, 'compared: {breakfast_vs_usual: {risk_difference: -19.3 percentage points "-19.3"}}'))
    assert told(statistics.effect_against_arms, text) == [
        (
            "effect-against-arms: the arms have 88.4% and 69.0%, which comes to 19.32, and not to -19.3 | look up which of the "
            "three is wrong, or put under the wrong arm; of an adjusted one say so in its label"
        )
    ]


def test_the_counts_of_a_search_add_up():
    search = (
        "title: Search\nquestion: Do breakfasts help?\ndate: 2026-03-01\nidentified: 812 records\n"
        "duplicates: 120 records\nscreened: 682 records\n"
    )
    assert told(flow.search_sum, searches__one=search) == [
        (
            "search-sum: `identified` less `duplicates` is 692, and `screened` says 682 | count again, or add the step that is "
            "left out"
        )
    ]
    assert told(flow.search_sum, searches__one=search.replace("682", "692")) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("85 people", "85 weeks", "`randomised` counts people, and has `weeks`"),
        ("85 people", "85 studies", "`randomised` counts people, and has `studies`"),
        ("85 people", "85 adults", None),
        ("85 people", "85", None),
        (
            COMPARED,
            'compared: {risk_difference: 19.3% "19.3%"}',
            "`risk_difference` is a difference of percentages, and has `per cent`",
        ),
    ],
)
def test_a_field_has_the_unit_of_its_sort(old, new, message):
    lines = told(field_units.unit_not_of_field, study(a=(old, new)))
    assert [line.partition(": ")[2].partition(" | ")[0] for line in lines] == ([message] if message else [])
