"""A small project that shows everything a page can show, for the tests of pages, prints and browsers."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from briefkit.brief import Brief
from briefkit.disk import read_tree
from briefkit.hold import Hold
from briefkit.library import Library
from briefkit.load import load
from briefkit.problems import Problem
from briefkit.read_brief import read
from briefkit.render.look import Look, read_look
from briefkit.render.page import page

ROOT = Path(__file__).parent.parent
EVIL = "<script>alert(1)</script>"

BIB = """
@article{moss2018, title={Breakfast and attendance}, author={Moss, Ada and Łukasz, Jan}, journaltitle={J School}, year={2018}, doi={10.1000/x}}
@online{amt2020, title={Frühstück in Schulen}, author={{Schulamt}}, year={2020}, url={https://example.org/amt}, langid={german}}
@report{leeds2021, title={Clubs <script>alert(1)</script>}, author={{Leeds City Council}}, institution={Leeds City Council}, year={2021}, url={https://example.org/leeds}}
@article{other2019, title={Another count}, author={Other, B}, journaltitle={J School}, year={2019}}
"""
TRIAL = """
title: North of England School Breakfast Trial
short_title: North trial
design: randomised controlled trial
country: GB
cite: moss2018
at: p. 3
arms:
  breakfast: {label: free breakfast}
  usual: {label: usual practice}
results:
  present_6m:
    outcome: attendance
    follow_up: 6 months
    breakfast: {value: 54 of 60, quote: "54 of the 60 offered breakfast", prefix: "In all,", suffix: "came to school", conflicts_with: [north_trial.recount], preferred_because: it is the count of the trial itself}
    usual: 42 of 60 "42 of 60 controls"
figures:
  recount: {value: 53 of 60, cite: other2019, at: table 2, quote: "53 of the 60"}
"""
CLUB = """
title: Breakfast clubs in {place}
short_title: {place}
intervention: breakfast
country: {country}
place: {place}
status: operating
known_as_of: 2021-06
cite: {cite}
started: 2016 "began in 2016"
places_planned: up to {places} places "up to {places} Plätze"
running_cost: about £{cost} a year "kostet rund £{cost} im Jahr" (price year 2019 assumed)
patients: not_reported
paid_by: {{quote: "paid out of the schools' own budget <b>always</b>"}}
figures:
  cost_per_place: {{formula: running_cost / places_planned, round: 0, assumes: all places filled}}
"""


def club(place: str, country: str, cite: str, places: int, cost: str) -> str:
    """One programme."""
    return CLUB.format(place=place, country=country, cite=cite, places=places, cost=cost)


TEXTS = {
    "evidence/references/all.bib": BIB,
    "evidence/terms.yaml": "interventions:\n  breakfast: {label: free school breakfast}\n",
    "evidence/outcomes.yaml": "attendance: {label: school attendance, higher_is: better}\n",
    "evidence/sources/moss2018.yaml": "class: trial_report\nread: abstract\nwitnessed: 2026-11-22\n"
    "notices: [{kind: correction, where: J School 2019;4:1, read: false}]\n",
    "evidence/sources/amt2020.yaml": "class: government_report\nread: full_text\naddress: https://example.org/amt\nwitnessed: 2026-11-21\n",
    "evidence/studies/north_trial.yaml": TRIAL,
    "evidence/programmes/club_bonn.yaml": club("Bonn", "DE", "amt2020", 15, "250,000"),
    "evidence/programmes/club_leeds.yaml": club("Leeds", "GB", "leeds2021", 40, "90,000"),
    "evidence/programmes/club_york.yaml": club("York", "GB", "leeds2021", 30, "61,000"),
}
FRONT = """---
title: Free breakfasts in schools
question: Do free breakfasts raise attendance?
answer: "In one trial [54 of 60]{=north_trial.present_6m.breakfast} came to school."
date: 2026-11-22
version: "1.0"
series: School meals
subject: Attendance
keywords: [breakfast, attendance]
authors: [Ada Moss, Jan Kowalski]
---
"""
BODY = """
::: key-messages
- Of those offered breakfast, [54 of 60]{=north_trial.present_6m.breakfast} came, against
  [42 of 60]{=north_trial.present_6m.usual} of the others.
- A place in Bonn costs {{ club_bonn.cost_per_place }} a year, if every place is filled.
:::

## What clubs cost

Somebody wrote <script>alert(1)</script> here. The club in Bonn has {{ club_bonn.places_planned.full }}, paid
[paid out of the schools' own budget <b>always</b>]{=club_bonn.paid_by}.

{{ table("programmes", columns=["place", "started", "places_planned", "running_cost", "cost_per_place", "patients", "paid_by"], caption="Breakfast clubs", name="clubs") }}

::: option Pay for places
It helps.
:::

::: judgement
We would begin in Leeds.
:::

::: method
We asked every club.
:::

## What we do not know

::: unknown
- Whether it lasts.
:::
"""


@cache
def library() -> Library:
    """The base, of which somebody has seen what comes from two of its sources."""
    base = load(TEXTS)[0]
    seen = {"moss2018": Hold(state="witnessed", on="2026-11-22"), "amt2020": Hold(state="witnessed", on="2026-11-21")}
    holds = {one.address: seen[one.cite[0]] for one in base.figures.values() if one.quote and one.cite[0] in seen}
    return replace(base, holds=holds)


@cache
def look() -> Look:
    """The look that the project ships with."""
    tree = read_tree(ROOT)
    found, problems = read_look(tree.under("templates"), tree.binaries)
    assert problems == []
    return found


def brief(body: str = BODY, front: str = FRONT, slug: str = "breakfast") -> Brief:
    """The brief with this body."""
    made, problems = read(front + body, f"briefs/{slug}.md", library())
    assert made is not None, problems
    return made


def painted(body: str = BODY, front: str = FRONT, **options) -> tuple[str, list[Problem]]:
    """The page of that brief, and what was wrong with it."""
    chosen = {"medium": "screen", "gate": "publish", "problems": (), "look": look(), **options}
    return page(brief(body, front), library(), **chosen)
