"""Values that their own quotation does not bear: what is reported, in which words, and what is left alone."""

from datetime import date

import pytest

from briefkit.load import load
from briefkit.rules.borne import not_borne

TODAY = date(2026, 11, 22)
REFERENCES = """
@article{smith2020, author = {Smith, Jane}, title = {Breakfast}, journaltitle = {Schools}, date = {2020}}
@article{braun2020, author = {Braun, Ida}, title = {Frühstück}, journaltitle = {Schule}, date = {2020}, langid = {ngerman}}
@online{copy_2021, author = {Doe, John}, title = {A copy}, date = {2021}, url = {https://example.org/a}}
"""
STUDY = """\
title: School breakfast trial
short_title: Trial
design: randomised controlled trial
country: GB
cite: {cite}
at: abstract
randomised: 85 people "85 pupils were allocated"
population: {fact}
arms:
  breakfast: {{label: free breakfast, randomised: 43 people "breakfast (n=43)"}}
  usual: {{label: usual care, randomised: 42 people "usual care (n=42)"}}
results:
  attendance_1y:
    outcome: attendance
    breakfast: {arm}
figures:
  it: {it}
"""
FINE_ARM = '38 of 43 "38 of 43 given breakfast"'


def faults(it='1 trial "one trial"', arm=FINE_ARM, cite="smith2020", fact='{quote: "all pupils"}'):
    """What is wrong with a figure, a line each."""
    texts = {
        "evidence/references/all.bib": REFERENCES,
        "evidence/outcomes.yaml": "attendance: {label: school attendance, higher_is: better}\n",
        "evidence/terms.yaml": "units:\n  canteen: {one: canteen, many: canteens}\n  hall: {one: hall, many: halls}\n",
        "evidence/studies/trial.yaml": STUDY.format(
            it=it if it.startswith("{") else f"'{it}'", arm=arm, cite=cite, fact=fact
        ),
    }
    library, problems = load(texts)
    assert problems == []
    return [f"{one.rule}: {one.message} | {one.help}" for one in not_borne(library, TODAY)]


def rules(*args, **options):
    """Only their ids."""
    return [line.partition(":")[0] for line in faults(*args, **options)]


@pytest.mark.parametrize(
    "it",
    [
        '127 people "127 were randomised"',
        '127 people "One hundred and twenty-seven pupils"',
        '31 people "31 of 43"',
        '12.5% "rose to 12·5 per cent"',
        '49.7% "49.7% v 26.9%"',
        '50% "half of them"',
        '27% "27, 81 and 93%"',
        '22.8 percentage points "difference 22.8%, 11.0% to 34.6%"',
        '1.4 million people "1.4m pupils"',
        'up to 15 places "up to 15 of the town’s most"',
        'up to 15 places "no more than 15 of them"',
        'at least 5 years "five years or more"',
        '3,127 deaths "Some 3,127 deaths"',
        '2 years "almost £800,000 over two years"',
        '26 weeks "a 26-week trial"',
        'about £250,000 a year "about £250,000 a year" (price year 2019)',
        'EUR 12,793 per patient a year "saving of E12 793 (£ 8793, $16 122) per patient per year" (price year 2003)',
        'EUR -25,374 "damage (- E25 374; limit - E16 625)" (price year 2003)',
        '3.2 deaths per 100,000 person-years "3.2 deaths per 100 000 person-years"',
        '3.2 deaths per 100 000 person-years "3.2 deaths per 100\u2009000 person-years"',
        '{value: 450 mg, per: day, quote: "a mean of 450 mg/day"}',
        '{value: 0.034, label: p value, quote: "held (p = .034)"}',
        '500 metres "500m of the site"',
        '920 "$14 million and 920 life-years"',
        '{quote: "those who die"}',
        '12 to 15 places "between 12 and 15, and at most 20"',
        'about 12 to 15 places "about 12 to 15 places"',
        'CAD 15,200 a year "$15,200 annually" (price year 2019)',
        '12 to 15 places "between 12 and 15"',
        '1.44 (95% CI 1.19 to 1.75) "1.44 (95%CI 1.19‐1.75)"',
        '96.3 deaths per million people "96.3 deaths per million in the north-east"',
        '4 trials "four studies"',
        '{value: 24, unit: people, as_of: 2018, quote: "24 in 2018"}',
        '{value: 2020-12-06, quote: "on 6 December", year_from: date of the page}',
        '{value: 2016, quote: "four years earlier", value_from: four years before the article}',
    ],
)
def test_what_a_quotation_bears_is_left_alone(it):
    assert faults(it) == []


@pytest.mark.parametrize(
    ("it", "expected"),
    [
        ('927 people "127 were randomised"', "value-not-in-quote"),
        ('27 people "127 were randomised"', "quote-cuts-number"),
        ('250 people "about 250,000 people"', "quote-cuts-number"),
        ('125% "rose to 12·5 per cent"', "value-not-in-quote"),
        ('27 people "were randomised"', "value-not-in-quote"),
        ('1.40 "OR 1.4"', "value-not-in-quote"),
        ('1.4 people "£1.4 million people"', "value-not-in-quote"),
        ('15 places "up to 15 places"', "qualifier-dropped"),
        ('about 15 places "nearly 15 places"', "qualifier-dropped"),
        ('5 years "five years or more"', "qualifier-dropped"),
        ('0.001 "P<0.001"', "qualifier-dropped"),
        ('about 15 places "15 places"', "qualifier-added"),
        ('26 months "followed for 26 weeks"', "unit-not-in-quote"),
        ('26 weeks "26 were followed"', "unit-not-in-quote"),
        ('81% "81 were treated"', "unit-not-in-quote"),
        ('81 people "81% of them"', "unit-not-in-quote"),
        ('23% "23 percentage points"', "unit-not-in-quote"),
        ('23 percentage points "rose by 23%"', "unit-not-in-quote"),
        ('18 canteens "18 halls"', "unit-not-in-quote"),
        ('18 people "18 deaths"', "unit-not-in-quote"),
        ('12,000 people "£12,000"', "unit-not-in-quote"),
        ('£12,000 a month "£12,000 a year" (price year 2019)', "per-not-in-quote"),
        ('£12,000 "£12,000 a year" (price year 2019)', "per-not-in-quote"),
        ('£12,000 a month "an annual cost of £12,000" (price year 2019)', "per-not-in-quote"),
        ('96.3 deaths per 100,000 people "96.3 deaths per million"', "per-not-in-quote"),
        ('£12,000 a year "€12,000 a year" (price year 2019)', "currency-not-in-quote"),
        ('£12,000 a year "12,000 a year" (price year 2019)', "currency-not-in-quote"),
        ('3.2 "a change of −3.2"', "sign-not-in-quote"),
        ('-3.2 "fell by 3.2"', "sign-not-in-quote"),
        ('1.44 (95% CI 1.19 to 1.85) "1.44 (95%CI 1.19‐1.75)"', "interval-not-in-quote"),
        ('1.44 (90% CI 1.19 to 1.75) "1.44 (95%CI 1.19‐1.75)"', "interval-not-in-quote"),
        ('12 to 16 places "between 12 and 15"', "value-not-in-quote"),
        ('{value: 24, unit: people, as_of: 2019, quote: "24 in 2018"}', "date-not-in-quote"),
        ('15 places "15 pupils"', "unit-not-in-quote"),
        ('18 people "18 clinics"', "unit-not-in-quote"),
        ('£900 per person for 26 weeks "£900" (price year 2019)', "per-not-in-quote"),
        ('{value: 2022-12-06, quote: "on 6 December"}', "value-not-in-quote"),
        ('{value: 2022-12-06, quote: "on 6 December", year_from: date of the page}', "date-not-of-page"),
        ('{value: 24, unit: people, as_of: 2021, quote: "24 came"}', "counted-after-source"),
        ('{value: 2022-12-07, quote: "on 6 December", year_from: page date}', "value-not-in-quote"),
        ('12 people "of whom 12 were within the"', "quote-fragment"),
        ('about 12 to 15 places "12 to 15 places"', "qualifier-added"),
        ('3.2 deaths per 1,000 person-years "3.2 deaths per 100 000 person-years"', "per-not-in-quote"),
        ('{value: 34, quote: "held (p = .034)"}', "quote-cuts-number"),
        ('{value: 27, quote: "27 were", prefix: "of 1"}', "quote-cuts-number"),
        ('3 people "in 13,"', "quote-cuts-number"),
    ],
)
def test_what_a_quotation_does_not_bear_is_named(it, expected):
    assert expected in rules(it)


@pytest.mark.parametrize(
    "fact",
    [
        '{value: twice a day, quote: "two times a day"}',
        '{value: a letter of November 2019, quote: "Published 26/11/19"}',
        '{value: "article 3e", quote: "Art. 3e"}',
        '{value: people who had failed, quote: "those who did not succeed"}',
        '{quote: "up to 15 of them, and never more"}',
        '{value: no benefit, quote: "showed no clearly identified benefit"}',
        '{value: at least half of the tests, quote: "50% or more of the tests"}',
        '{value: one of the towns, quote: "in Leeds"}',
    ],
)
def test_a_fact_in_our_own_words_says_what_its_quotation_says(fact):
    assert faults(fact=fact) == []


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ('{value: three times a day, quote: "twice a day"}', "value-not-in-quote"),
        ('{value: a letter of November 2018, quote: "Published 26/11/19"}', "value-not-in-quote"),
        ('{value: "article 3f", quote: "Art. 3e"}', "value-not-in-quote"),
        ('{value: people aged 23, quote: "at least 23 years old"}', "qualifier-dropped"),
        ('{value: crime fell, quote: "crime did not fall"}', "negation-differs"),
        ('{value: crime did not fall, quote: "crime fell"}', "negation-differs"),
    ],
)
def test_a_fact_that_says_more_or_else_is_named(fact, expected):
    assert rules(fact=fact) == [expected]


def test_the_words_in_which_it_is_told():
    assert faults('927 people "127 were randomised"') == [
        (
            "value-not-in-quote: `927` does not stand in its quotation: `127 were randomised` | "
            "the quote says 127; write that, or say under `value_from` how 927 follows"
        )
    ]
    assert faults('27 people "127 were randomised"') == [
        (
            "quote-cuts-number: `27` is only a part of the number `127` in its quotation: `127 were randomised` | "
            "write `127`, or quote the words that bear 27"
        )
    ]
    assert faults('15 places "up to 15 of them"') == [
        "qualifier-dropped: `15 places` says more than its quotation: `up to 15` | write `up to 15 places`"
    ]
    assert faults('23 percentage points "rose by 23%"') == [
        (
            "unit-not-in-quote: the figure has `percentage points`, and in its quotation `per cent` follows `23`: `rose by 23%` | "
            "a difference of two percentages is in percentage points, a level or a relative change in per cent"
        )
    ]
    assert faults('£12,000 a year "€12,000 a year" (price year 2019)') == [
        (
            "currency-not-in-quote: the figure is in £, and its quotation has € at `12,000`: `€12,000 a year` | "
            "write the currency of the source, or say under `value_from` how this one follows"
        )
    ]


@pytest.mark.parametrize(
    ("arm", "expected"),
    [
        ('38 of 43 "88% (n=38) on breakfast"', []),
        ('38 of 43 "38 had come"', []),
        ('38 of 43 "38 of the 43 pupils"', []),
        ('38 of 43 "38/43 (88%)"', []),
        ('38 of 42 "38 of 43 given breakfast"', ["value-not-in-quote"]),
        ('38 of 44 "38 had come"', ["value-not-in-quote"]),
        ('39 of 43 "88% (n=38)"', ["value-not-in-quote"]),
        ('38 of 43 "82% (n=38)"', ["percentage-impossible"]),
        ('38 of 43 "at least 38 of 43"', ["qualifier-dropped"]),
    ],
)
def test_shares(arm, expected):
    assert rules(arm=f"'{arm}'") == expected


def test_the_language_of_the_source_decides():
    assert faults('12.5% "12,5 Prozent"', cite="braun2020") == []
    assert faults('1,300 people "1.300 Kinder"', cite="braun2020") == []
    assert faults('10 canteens "zehn Kantinen"', cite="braun2020") == []
    assert faults('about 8% "rund 8 Prozent"', cite="braun2020") == []
    assert rules('8% "rund 8 Prozent"', cite="braun2020") == ["qualifier-dropped"]
    assert rules('5 months "fünf Wochen"', cite="braun2020") == ["unit-not-in-quote"]
    assert rules('125% "12,5 Prozent"', cite="braun2020") == ["value-not-in-quote"]
    assert faults(fact='{value: aged 23 or over, quote: "mindestens 23 Jahre"}', cite="braun2020") == []
    assert faults(fact='{value: without success, quote: "erfolglos"}', cite="braun2020") == []
    assert faults('{value: 12.5%, via: copy_2021, quote: "12,5 Prozent"}', cite="braun2020") == []


def test_the_record_may_say_how_the_value_follows():
    told = '{value: 927, unit: people, quote: "127 were randomised", value_from: with the 800 of the second wave}'
    assert faults(told) == []
    assert faults(told.replace("with the 800 of the second wave", "see table")) == [
        (
            "value-not-in-quote: `927` does not stand in its quotation: `127 were randomised` | "
            "the quote says 127; write that, or say under `value_from` how 927 follows"
        ),
        (
            "value-from-empty: `see table` does not say how the value follows from its quotation | "
            "say in a few words how the value comes from the quotation: `the mean of the two years`"
        ),
    ]
    assert faults(told.replace("927", "127")) == [
        (
            "value-from-needless: the quotation bears the value, so `value_from` explains nothing | "
            "delete it: it would hide a value that somebody changes later"
        )
    ]


def test_nothing_excuses_a_cut_number_or_a_dropped_qualifier():
    way = "value_from: counted once again by us"
    assert "quote-cuts-number" in rules(f'{{value: 27, quote: "127 were randomised", {way}}}')
    assert "qualifier-dropped" in rules(f'{{value: 15, quote: "up to 15 of them", {way}}}')


def test_a_value_that_is_not_there_has_nothing_to_bear():
    assert faults("not_seen") == []


def test_the_numbers_that_may_be_meant_and_their_sum():
    way = "write the one that is meant, or say under `value_from` how 12,600 follows: `the two numbers added`"
    assert faults('12,600 people "2,100 girls and 10,500 boys"')[0].endswith(
        f"the quote says `2,100` and `10,500`; {way}"
    )
    assert faults('45 of 60 "54 of 60"')[0].endswith(
        "the quote says 54; write that, or say under `value_from` how 45 follows"
    )
    many = faults('19 people "12 of 14, 25 of 27 and 36 of 38"')[0]
    assert many.endswith("is 12 meant? Write that, or say under `value_from` how 19 follows")
