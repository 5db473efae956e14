"""A base with two trials, a service, deaths and speakers, and the rules that a text written on it breaks."""

from functools import cache

import words_desk

from briefkit.library import Library
from briefkit.load import load
from briefkit.read_brief import read
from briefkit.rules.briefs import check_brief

CRIME = """
  crime:
    outcome: crime
    follow_up: 6 months
    figures:
      street: {value: half, label: Use of street heroin, quote: half bought street heroin}
      within: {value: crime fell significantly in each group, quote: significant reductions were observed in crime}
      conclusion: {value: no clear benefit over oral methadone, quote: showed no clear benefit over oral methadone, prefix: "Injectable heroin and injectable methadone "}
"""
NAOMI = """
title: North American Opiate Medication Initiative
short_title: NAOMI (Canada)
design: randomised controlled trial
country: CA
cite: haasen2007
arms:
  heroin: {label: injectable heroin}
  oral_methadone: {label: oral methadone}
results:
  harms:
    outcome: mortality
    figures:
      overdoses: {value: 10 patients, label: Overdoses tied to heroin injections, quote: overdoses in 10 patients}
      seizures: {value: 6 patients, label: Seizures tied to heroin injections, quote: seizures in 6 patients}
"""
CHANCE = "figures:\n  chance: {value: 80%, label: Probability that oral methadone is more cost-effective than injectable heroin, quote: oral methadone being more cost-effective (80%) than injectable heroin}\n"
REVIEW = """
title: A review of crime
short_title: Crime review
published: true
cite: ferri2011
results:
  crime:
    outcome: crime
    figures:
      larger: {value: 4, unit: trials, label: Trials with a fall in crime, quote: four found reductions}
"""
TEXTS = {
    **words_desk.TEXTS,
    "evidence/studies/riott.yaml": words_desk.RIOTT.replace(
        "    outcome: retention\n", "    outcome: retention\n    follow_up: 26 weeks\n"
    )
    + CRIME.lstrip("\n"),
    "evidence/costs/total.yaml": words_desk.TOTAL + CHANCE,
    "evidence/studies/naomi.yaml": NAOMI,
    "evidence/syntheses/crime_review.yaml": REVIEW,
    "evidence/programmes/hat_town.yaml": words_desk.TOWN
    + 'started: {value: 2019-10, quote: "began in October 2019"}\nfigures:\n'
    + "  seeking: {value: 130, unit: people, as_of: 2022, label: People seeking heroin, quote: 130 sought heroin}\n"
    + "  places: {value: up to 15 places, quote: up to 15 places}\n",
    "evidence/holders.yaml": "council: {name: The Council, kind: body}\njane_roe: {name: Jane Roe, kind: person}\n",
}


@cache
def library() -> Library:
    """The base, which must be without fault itself."""
    made, problems = load(TEXTS)
    assert [problem for problem in problems if problem.rule != "arms-sum"] == [], problems
    return made


def broken(text: str) -> set[str]:
    """The rules that a text breaks, those left out that say what nobody has looked up yet."""
    for name, bound in words_desk.BOUND.items():
        text = text.replace(f"<{name}>", bound)
    brief, problems = read(f"{words_desk.HEAD}{text}\n", "briefs/one.md", library())
    assert brief is not None
    found = {problem.rule for problem in [*problems, *check_brief(brief, library())]}
    return found - {"figure-unseen", "notice-unread", "companion-missing", "secondary-unsaid"}
