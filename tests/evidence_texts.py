"""A small evidence base as texts, for tests: each test lays its own files over it."""

from briefkit.library import Library
from briefkit.load import load
from briefkit.problems import Problem, show

REFERENCES = """
@article{smith2020, author = {Smith, Jane}, title = {Breakfast}, journaltitle = {Schools}, date = {2020}}
@online{news_2021, author = {Doe, John}, title = {News}, date = {2021}, url = {https://example.org/a}}
"""
STUDY = """\
title: North of England School Breakfast Trial
short_title: Breakfast trial
design: randomised controlled trial
country: GB
cite: smith2020
at: abstract
randomised: 85 people "85 pupils were allocated"
arms:
  breakfast: {label: free breakfast, randomised: 43 people "breakfast (n=43)"}
  usual: {label: usual care, randomised: 42 people "usual care (n=42)"}
results:
  attendance_1y:
    outcome: attendance
    follow_up: 12 months
    breakfast: 38 of 43 "38 of 43 given breakfast"
    usual: 29 of 42 "29 of 42 in usual care"
    compared: {odds_ratio: '2.10 (95% CI 1.20 to 3.68) "OR 2.10 (1.20 to 3.68)"'}
    figures:
      difference: {formula: breakfast.percent - usual.percent, round: 1}
"""
PROGRAMME = """\
title: Leeds School Breakfasts
intervention: school_breakfast
country: GB
place: Leeds
status: closed
known_as_of: 2022-12
cite: news_2021
started: 2018 "since 2018"
closed: {value: 2022-12-06, cite: smith2020, quote: "ended on 6 December", year_from: minutes of the council}
patients: 120 people "120 children" (as of 2021)
places_planned: up to 15 places "up to 15 children"
running_cost: about £250,000 a year "about £250,000 a year" (price year 2019 assumed)
paid_by: {quote: "the education ministry"}
figures:
  cost_per_place: {formula: running_cost / places_planned, round: 0, assumes: all places filled}
"""
BASE = {
    "evidence/references/all.bib": REFERENCES,
    "evidence/outcomes.yaml": "attendance: {label: school attendance, higher_is: better}\n",
    "evidence/terms.yaml": (
        "interventions:\n  school_breakfast: {label: free school breakfast, short: SB}\n"
        "units:\n  canteen: {one: canteen, many: canteens}\n"
    ),
    "evidence/holders.yaml": (
        "jane_doe:\n  name: Jane Doe\n  kind: person\n"
        "  offices: [{office: Mayor, of: Leeds, from: 2015-05, to: 2019-05-03}]\n"
    ),
    "evidence/studies/north_trial.yaml": STUDY,
    "evidence/programmes/breakfast_leeds.yaml": PROGRAMME,
}


def base(**files: str) -> dict[str, str]:
    """The base with more files, or other ones, named `studies__x` for `evidence/studies/x.yaml`."""
    return {**BASE, **{f"evidence/{name.replace('__', '/')}.yaml": text for name, text in files.items()}}


def library(**files: str) -> Library:
    """The library of the base with these files, which must have no mistakes."""
    made, problems = load(base(**files))
    assert problems == []
    return made


def problems_of(texts: dict[str, str]) -> list[Problem]:
    """What is wrong with these texts."""
    return load(texts)[1]


def said(texts: dict[str, str]) -> str:
    """What is wrong with these texts, as people read it."""
    return "\n".join(show(problem, "error", texts.get(problem.where.file)) for problem in problems_of(texts))


def lines(texts: dict[str, str]) -> list[str]:
    """What is wrong, a line each: place, rule, message and way out."""
    return [
        f"{one.where.file.removeprefix('evidence/')}:{one.where.line}:{one.where.column} {one.rule}: {one.message} | {one.help}"
        for one in problems_of(texts)
    ]
