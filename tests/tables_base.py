"""A small base on another subject than the one that ships, written as officers write it, for the tests of tables."""

from briefkit.library import Library
from briefkit.load import load

BIB = """
@article{adams2010, author = {Adams, Ann}, title = {Breakfast and attendance}, year = {2010}, journal = {Schools}}
@article{brown2012, author = {Brown, Bo}, title = {Breakfast in Bern}, year = {2012}, journal = {Schools}}
@article{clark2014, author = {Clark, Cy}, title = {What breakfast costs}, year = {2014}, journal = {Schools}}
"""
TERMS = """
interventions:
  breakfast: {label: free school breakfast}
  lunch: {label: free school lunch}
  nothing: {label: no meal}
units:
  canteen: {one: canteen, many: canteens}
"""
OUTCOMES = """
attendance: {label: attendance, higher_is: better}
marks: {label: marks, higher_is: better}
"""
YORK = """
title: York free breakfast scheme
short_title: York
intervention: breakfast
country: GB
place: York
status: operating
known_as_of: 2022-06
cite: adams2010
started: 1994-03 "began in March 1994"
patients: about 1,300 people "about 1,300 children" (as of 2021)
places_planned: up to 15 places "up to 15 places"
running_cost: about £250,000 a year "about £250,000 a year" (price year 2019 assumed)
clinics: 12 canteens "12 canteens"
paid_by: '"paid by the council"'
"""
LEEDS = """
title: Leeds breakfast clubs
short_title: Leeds
intervention: breakfast
country: GB
place: Leeds
status: closed
known_as_of: 2020
cite: adams2010
started: 2005 "since 2005"
patients: 800 people "800 children" (as of 2019)
running_cost: £100,000 a year "£100,000 a year" (price year 2019)
places_planned: 400 places "400 places"
clinics: 3 canteens "3 canteens"
"""
BERN = """
title: Berner Morgenessen
short_title: Bern
intervention: lunch
country: CH
status: pilot
known_as_of: 2020-01-15
cite: brown2012
started: not_reported
patients: not_reported
running_cost: CHF 90,000 a year "90 000 francs a year" (price year not_reported)
"""
NORTH = """
title: Northern breakfast trial
short_title: North
design: randomised controlled trial
country: GB
cite: adams2010
at: table 2
arms:
  breakfast: {label: free breakfast, intervention: breakfast}
  lunch: {label: free lunch, intervention: lunch}
  none: {label: no meal at all, intervention: nothing}
results:
  attendance_1y:
    outcome: attendance
    follow_up: 12 months
    breakfast: 38 of 43 people "38 of 43"
    lunch: 30 of 42 people "30 of 42"
    none: 29 of 42 people "29 of 42"
    compared:
      breakfast_vs_none: {odds_ratio: '2.10 (95% CI 1.20 to 3.68) "OR 2.10 (95% CI 1.20 to 3.68)"'}
  marks_1y:
    outcome: marks
    breakfast: 61% "61%"
"""
SOUTH = """
title: Southern breakfast trial
short_title: South
design: randomised controlled trial
country: CH
cite: brown2012
arms:
  breakfast: {label: breakfast at school, intervention: breakfast}
  none: {label: usual practice, intervention: nothing}
results:
  attendance_6m:
    outcome: attendance
    follow_up: 6 months
    label: At least nine days of ten
    breakfast: 67.2% "67.2%"
    none: 40.0% "40.0%"
    compared: {risk_ratio: '1.68 "RR 1.68"'}
"""
MEALS = """
title: Cost of a meal in the Northern trial
short_title: Meals
country: GB
cite: clark2014
covers: food and staff
perspective: provider
arms:
  breakfast: {label: breakfast, amount: '£895 per child a year "£895" (price year 2018)'}
  lunch: {label: lunch, amount: '£1,200 per child a year "£1,200" (price year 2018)'}
"""
SAVINGS = """
title: Savings claimed
short_title: Savings
country: GB
cite: clark2014
covers: everything that the council counted as a saving elsewhere
perspective: society
amount: £1.4 million a year "1.4 million a year" (price year 2018)
"""
TEXTS = {
    "evidence/references/all.bib": BIB,
    "evidence/terms.yaml": TERMS,
    "evidence/outcomes.yaml": OUTCOMES,
    "evidence/programmes/york.yaml": YORK,
    "evidence/programmes/leeds.yaml": LEEDS,
    "evidence/programmes/bern.yaml": BERN,
    "evidence/studies/north.yaml": NORTH,
    "evidence/studies/south.yaml": SOUTH,
    "evidence/costs/meals.yaml": MEALS,
    "evidence/costs/savings.yaml": SAVINGS,
}


def library(**more: str) -> Library:
    """The base, with further files (`programmes__hull` is `evidence/programmes/hull.yaml`); it must be without fault."""
    texts = TEXTS | {f"evidence/{name.replace('__', '/')}.yaml": text for name, text in more.items()}
    made, problems = load(texts)
    assert problems == []
    return made
