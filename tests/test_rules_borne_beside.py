"""Figures against what stands beside them: the other arms, the other figures of a sentence, the record, the source."""

from datetime import date

import pytest

from briefkit.load import load
from briefkit.rules.borne_siblings import difference, same_words_other_time
from briefkit.rules.evidence import check_library
from briefkit.rules.provenance_citations import language_of
from briefkit.values.iso import countries_in
from briefkit.values.stands_words import words_of

TODAY = date(2026, 11, 22)
BIB = """
@article{smith2020, author = {Smith, Jane}, title = {Breakfast at school: a trial}, journaltitle = {Schools}, date = {2020}}
@article{jones2015, author = {Jones, Ann}, title = {Lunch at school: a trial}, journaltitle = {Schools}, date = {2015}}
@article{braun2020, author = {Braun, Ida}, title = {Suppe}, journaltitle = {Schule}, date = {2020}, langid = {ngerman}}
@online{smith2020_copy, title = {[Copy of: Breakfast at school: a trial]}, url = {https://example.org/a}}
"""
TERMS = """
interventions:
  hot_meals: {label: hot meals}
units:
  canteen: {one: canteen, many: canteens}
"""
STUDY = """
title: Breakfast trial in Leeds
design: randomised controlled trial
country: GB
cite: smith2020
references: [smith2020]
arms:
  hot: {label: hot breakfast, randomised: 43 people "hot breakfast (n=43)"}
  cold: {label: cold breakfast, randomised: 42 people "cold breakfast (n=42)"}
results:
  stayed:
    outcome: attendance
    hot: 38 of 43 "88% (n=38) on hot breakfast"
    cold: 29 of 42 "69% (n=29) on cold breakfast"
"""
OTHER = """
title: Lunch trial
design: randomised controlled trial
country: GB
cite: jones2015
references: [jones2015]
"""
COST = """
title: Cost of breakfast
country: GB
study: trial
cite: smith2020
covers: food alone
perspective: provider
time_horizon: 26 weeks
arms:
  hot: {label: hot breakfast, amount: {value: £95, per: child for 26 weeks, price_year: not_reported, quote: hot breakfast (£95)}}
  cold: {label: cold breakfast, amount: {value: £47, per: child for 26 weeks, price_year: not_reported, quote: cold breakfast (£47)}}
"""
TOWN = """
title: Breakfasts in York
intervention: hot_meals
country: GB
place: York
status: operating
known_as_of: 2020
cite: smith2020
started: 2018 "since 2018"
patients: {value: 150, unit: children, as_of: 2020, quote: currently feeds 150 children in 12 canteens of the city}
running_cost: {value: "£9,000", per: year, price_year: 2019, quote: "£9,000 a year"}
figures:
  canteens: {value: 12, unit: canteens, as_of: 2020, quote: feeds 150 children in 12 canteens of the city}
  share_fed: {value: 8%, as_of: 2020, label: Share of pupils fed, quote: 8% of pupils}
"""
SPEECH = """
title: The mayor on breakfasts
holder: mayor
regarding: hot_meals
stance: oppose
date: 2020
cite: smith2020
statement: {quote: it has not been effective}
summary: It has not helped.
"""
FILES = {
    "references/all.bib": BIB,
    "terms.yaml": TERMS,
    "outcomes.yaml": "attendance: {label: school attendance, higher_is: better}\n",
    "holders.yaml": "mayor: {name: Jo Doe, kind: person}\n",
    "studies/trial.yaml": STUDY,
    "studies/lunch.yaml": OTHER,
    "costs/cost.yaml": COST,
    "programmes/town.yaml": TOWN,
    "positions/speech.yaml": SPEECH,
}


def found(file="", old="", new=""):
    """What is wrong once `old` reads `new` in a file: rule and message."""
    texts = {f"evidence/{name}": text for name, text in FILES.items()}
    if file:
        assert old in FILES[file]
        texts[f"evidence/{file}"] = FILES[file].replace(old, new)
    library, problems = load(texts)
    assert problems == []
    return {(one.rule, one.message) for one in check_library(library, TODAY)}


def test_nothing_is_wrong_with_it():
    assert found() == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("studies/trial.yaml", 'hot: 38 of 43 "88% (n=38) on hot', 'hot: 38 of 43 "88% (n=38) on cold', "arm-not-in-quote"),
        ("studies/trial.yaml", '"hot breakfast (n=43)"', '"cold breakfast (n=43)"', "arm-not-in-quote"),
        ("costs/cost.yaml", "quote: cold breakfast (£47)", "quote: (£47 hot breakfast)", "arm-not-in-quote"),
        ("costs/cost.yaml", "cold breakfast, amount: {value: £47, per: child for 26 weeks", "cold breakfast, amount: {value: £47, per: child a year", "arms-per-differ"),
        ("costs/cost.yaml", "per: child for 26 weeks", "per: child a year", "per-not-in-quote"),
        ("costs/cost.yaml", "per: child for 26 weeks", "per: month", "per-not-in-quote"),
        ("costs/cost.yaml", "£95, per: child for 26 weeks, price_year: not_reported", "£95, per: child for 26 weeks, price_year: 2018", "price-years-differ"),
        ("costs/cost.yaml", "country: GB", "country: FR", "country-against-record"),
        ("programmes/town.yaml", "per: year", "per: month", "per-not-in-quote"),
        ("programmes/town.yaml", "price_year: 2019", "price_year: 2022", "price-year-not-in-quote"),
        ("programmes/town.yaml", "price_year: 2019", "price_year: 1999", "price-year-not-in-quote"),
        ("programmes/town.yaml", "as_of: 2020, quote: currently", "as_of: 2019, quote: currently", "date-not-in-quote"),
        ("programmes/town.yaml", "canteens, as_of: 2020", "canteens, as_of: 2019", "date-not-in-quote"),
        ("programmes/town.yaml", "8%, as_of: 2020", "8%, as_of: 2017", "counted-before-start"),
        ("programmes/town.yaml", "8%, as_of: 2020", "8%", "count-without-date"),
        ("programmes/town.yaml", "share_fed: {", "share_2018: {", "date-against-name"),
        ("programmes/town.yaml", "quote: feeds 150", "quote: feeds 130", "quotes-disagree"),
        ("studies/trial.yaml", "design: ", "figures: {some: {value: 4, unit: patients, label: Trials with a fall, quote: four fell}}\ndesign: ", "unit-not-of-field"),
        ("programmes/town.yaml", "quote: 8% of pupils", "quote: 8% der Pupils die nicht mit und von", "language-not-of-source"),
        ("programmes/town.yaml", "quote: 8% of pupils", "quote: 8% of pupils, via: smith2020_copy, cite: jones2015", "via-of-another"),
        ("studies/trial.yaml", 'on cold breakfast"', 'on cold breakfast" (cite jones2015)', "report-of-another-study"),
        ("studies/trial.yaml", "design: ", "figures: {sort: {quote: which in 2023 was new}}\ndesign: ", "counted-after-source"),
        ("positions/speech.yaml", "has not been", "has been", "negation-differs"),
        ("positions/speech.yaml", "It has not helped", "It has helped", "negation-differs"),
    ],
)  # fmt: skip
def test_what_speaks_against_a_figure(file, old, new, rule):
    assert rule in {name for name, _ in found(file, old, new)}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            "studies/trial.yaml",
            '29 of 42 "69% (n=29) on cold breakfast"',
            '{value: 29 of 42, quote: "69% (n=29), against 88% on hot breakfast", subject_not_in_quote: it names cold breakfast before}',
        ),
        ("studies/trial.yaml", '"69% (n=29) on cold breakfast"', '"69% (n=29) with toast + hot breakfast"'),
        ("programmes/town.yaml", "price_year: 2019", "price_year: 2020 assumed"),
        (
            "studies/trial.yaml",
            "design: ",
            "figures: {gain: {value: 1.2 QALYs, label: Patient QALYs gained, quote: gain of 1.2 QALYs}}\ndesign: ",
        ),
        ("programmes/town.yaml", "quote: feeds 150 children in 12 canteens of the city}", "quote: has 12 canteens}"),
        ("programmes/town.yaml", "share_fed: {", "share_2020: {"),
        ("programmes/town.yaml", "quote: 8% of pupils", "quote: 8% of pupils, via: smith2020_copy"),
        ("positions/speech.yaml", "has not been effective", "failed"),
    ],
)
def test_what_does_not(file, old, new):
    assert {name for name, _ in found(file, old, new)} <= {"unit-not-in-quote"}


def test_the_words_of_some():
    assert found("studies/trial.yaml", "on cold breakfast", "on hot breakfast") == {
        (
            "arm-not-in-quote",
            "`results.stayed.cold` is of `cold`, and its quotation is about `hot`: `69% (n=29) on hot breakfast`",
        )
    }
    assert found("programmes/town.yaml", "quote: feeds 150", "quote: feeds 130") == {
        (
            "quotes-disagree",
            "`town.canteens` and `town.patients` quote one sentence: the first has `130` where the second has `150`",
        )
    }
    assert found("programmes/town.yaml", "country: GB", "country: FR") == set()


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("740 places for children at 18 sites", "760 places for children at 18 sites", False),
        ("about 740 places for children at 18 sites", "about 740 places for children at 19 sites", True),
        ("there are 740 places for children at 18 sites", "there are 740 places at 18 sites in town", True),
        ("740 places for children at 18 sites", "740 places at 18 sites in town", False),
        ("but there are 740 places at all 18 sites in town", "but there are 740 places sites in town", True),
        ("740 places for children", "children at 18 sites", False),
        ("was higher in the group on breakfast than", "was lower in the group on breakfast than", False),
        ("88% of pupils stayed at school", "88% of pupils stayed at school until May", False),
    ],
)
def test_one_sentence_or_two(one, other, differs):
    assert (difference(words_of(one), words_of(other)) is not None) == differs


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("the scheme was closed by the council", "en"),
        ("die Behandlung wurde nicht von der Kasse bezahlt", "de"),
        ("66% [n=28] vs 19% [n=8]", ""),
        ("die in der Klinik, the clinic of the town", ""),
    ],
)
def test_the_language_of_a_quotation_where_it_is_beyond_doubt(text, lang):
    assert language_of(text) == lang


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Heroin-assisted treatment in Switzerland", {"CH"}),
        ("Dutch trial", {"NL"}),
        ("England (RIOTT)", {"GB"}),
        ("Northern Ireland", {"GB"}),
        ("Providence Crosstown Clinic, Vancouver", set()),
        ("New South Wales", set()),
        ("non-German", set()),
    ],
)
def test_countries_that_a_text_names(text, codes):
    assert countries_in(text) == codes


@pytest.mark.parametrize(
    ("words", "differ"),
    [
        ("paid £9,000 a year (£8,000 a year)", True),
        ("paid £9,000 a year (£8,000, price year 2015, a year)", False),
        ("paid £9,000 a year (£8,000 in 2015 prices a year)", False),
        ("paid £9,000, price year 2019 (£8,000 a year)", False),
        ("paid £9,000, price year 2019 (£8,000, price year 2015, a year)", False),
    ],
)
def test_two_price_years_in_one_sentence_where_one_is_printed(words, differ):
    quoted = f'quote: "{words}"}}\n'
    town = FILES["programmes/town.yaml"].replace('quote: "£9,000 a year"}\n', quoted)
    older = f'  older: {{value: "£8,000", per: year, label: At older prices, price_year: 2015, {quoted}'
    library, problems = load(
        {f"evidence/{name}": text for name, text in FILES.items()} | {"evidence/programmes/town.yaml": town + older}
    )
    assert problems == []
    found = [one.rule for one in same_words_other_time(library, TODAY)]
    assert ("price-years-differ" in found) is differ
