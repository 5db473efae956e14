"""What an honest record may say, beside its wrong twin: `tests/cases/honest-records` has whole records of the first sort."""

import pytest
from test_rules_borne import rules
from test_rules_borne_beside import found
from test_rules_provenance import base
from words_desk import RIOTT, problems_of

from briefkit.rules import provenance

PAID = 'running_cost: {value: "£9,000", per: year, price_year: 2019, quote: "£9,000 a year"}'


def named(file, old, new):
    """Rules that speak against a project with this change."""
    return {rule for rule, _ in found(file, old, new)}


@pytest.mark.parametrize(
    ("year", "quote", "wrong"),
    [
        ("2019 assumed", "£9,000 a year", False),
        ("2016 assumed", "£9,000 a year, served in 2017", False),
        ("2012 assumed", "£9,000 a year", False),
        ("2012", "£9,000 a year", True),
        ("1999 assumed", "£9,000 a year", True),
        ("2022 assumed", "£9,000 a year", True),
        ("2018 assumed", "£9,000 a year at 2019 prices", True),
        ("2019 assumed", "£9,000 a year at 2019 prices", False),
    ],
)
def test_a_price_year_may_be_judged_where_none_is_printed(year, quote, wrong):
    new = f'running_cost: {{value: "£9,000", per: year, price_year: {year}, quote: "{quote}"}}'
    assert ("price-year-not-in-quote" in named("programmes/town.yaml", PAID, new)) is wrong


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        (
            '4.1 "4.1 meals for each pupil, down from 5.2 in 2010" (as of 2018)',
            '4.1 "4.1 meals for each pupil in 2010, down from 5.2" (as of 2018)',
            "date-not-in-quote",
        ),
        ('65% "rose from 65% in 2009 to 89% in 2019/20" (as of 2009)', '65% "65% in 2009" (as of 2012)', "date-not-in-quote"),
        ('20% "the goal is 20% by 2025" (as of 2019)', '20% "20% in 2015" (as of 2019)', "date-not-in-quote"),
        (
            '990 people "1158 to breakfast and 990 to usual services"',
            '990 people "990 clinics of the county"',
            "unit-not-in-quote",
        ),
        ('88% "88 in every 100 meals"', '88% "88 in every 1,000 meals"', "unit-not-in-quote"),
        (
            '£3.2 million a year "£3.2m in 2018/19" (price year 2019)',
            '£3.2 million a year "£3.2m in all" (price year 2019)',
            "per-not-in-quote",
        ),
        (
            '£645 per child for 6 months "a 6-month course costs £645 for daily meals" (price year 2019)',
            '£645 per child for 9 months "a 6-month course costs £645 for daily meals" (price year 2019)',
            "per-not-in-quote",
        ),
        ('2014-09-01 "between Sept 1, 2014, and Oct 1, 2016"', '2014-09-02 "between Sept 1, 2014"', "value-not-in-quote"),
    ],
)  # fmt: skip
def test_a_quotation_in_the_usual_shapes(right, wrong, rule):
    assert rules(right) == []
    assert rule in rules(wrong)


def test_a_clause_may_be_left_out_and_not_its_denial():
    left_out = '{value: anyone in the city, quote: "anyone living in the city can join, without charge"}'
    turned = '{value: pupils with meals of their own, quote: "pupils without meals of their own"}'
    assert rules(fact=left_out) == []
    assert rules(fact=turned) == ["negation-differs"]


def test_the_year_before_that_of_the_page():
    right = '{value: 2019-07, quote: "launched in July last year", year_from: date of the page}'
    assert rules(right) == []
    assert rules(right.replace("last year", "this year")) == ["date-not-of-page"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "wrong"),
    [
        ("share_fed: {value: 8%, as_of: 2020", "target_2030: {value: 8%, as_of: 2020", "date-against-name", False),
        ("share_fed: {value: 8%, as_of: 2020", "fed_2019_20: {value: 8%, as_of: 2020", "date-against-name", False),
        ("share_fed: {value: 8%, as_of: 2020", "fed_2017_18: {value: 8%, as_of: 2020", "date-against-name", True),
        ("8%, as_of: 2020, label: Share", "8%, as_of: 2017, label: Before the start share", "counted-before-start", False),
        ("8%, as_of: 2020, label: Share", "8%, as_of: 2017, label: Share", "counted-before-start", True),
        ("8%, as_of: 2020, label: Share", "8%, as_of: 2026, label: Expected share", "counted-after-source", False),
        ("8%, as_of: 2020, label: Share", "8%, as_of: 2026, label: Share", "counted-after-source", True),
        ("title: Breakfasts in York", "title: French lessons for breakfasts in York", "country-against-record", False),
        ("title: Breakfasts in York", "title: Breakfasts in France", "country-against-record", True),
        ("label: Share of pupils fed", "label: Waiting time for pupils", "unit-not-of-field", False),
    ],
)  # fmt: skip
def test_names_dates_and_places(old, new, rule, wrong):
    assert (rule in named("programmes/town.yaml", old, new)) is wrong


def test_a_figure_whose_source_was_withdrawn_is_told_without_any_brief():
    gone = "class: trial_report\nread: abstract\nnotices: [{kind: retraction, where: J 1, read: true}]\n"
    told = base(provenance.figure_from_retracted, sources__strang2010=gone)
    assert told
    assert all("rests on `strang2010`, which was retracted (J 1)" in line for line in map(str, told))
    assert base(provenance.figure_from_retracted, sources__strang2010=gone.replace("retraction", "correction")) == []
    assert [one.rule for one in problems_of("Fine.", sources__haasen2007=gone)] == []


def test_a_correction_to_the_document_in_which_the_words_were_met():
    met = RIOTT.replace(
        '29 of 42 "69% (n=29) on oral methadone"', '29 of 42 "29 of 42 stayed" (cite strang2010; via haasen2007)'
    )
    told = [
        one.rule for one in problems_of("On methadone {{ riott.retention.oral_methadone }} stayed.", studies__riott=met)
    ]
    assert "notice-unread" in told
