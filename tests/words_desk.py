"""A base of findings, counts and costs for the tests of the rules about words, and the rules that a text breaks."""

from functools import cache

from briefkit.library import Library
from briefkit.load import load
from briefkit.problems import Problem, in_order
from briefkit.read_brief import read
from briefkit.rules.briefs import BRIEF_RULES

BIB = """
@article{strang2010, title={Supervised injectable heroin}, author={Strang, John}, journaltitle={Lancet}, year={2010}}
@article{haasen2007, title={Heroin in Germany}, author={Haasen, Christian}, journaltitle={Trials}, year={2007}}
@article{ferri2011, title={Heroin maintenance}, author={Ferri, Marica}, journaltitle={Cochrane}, year={2011}}
@online{paper2019, title={A scheme}, author={Reporter, A}, year={2019}, url={https://example.org/a}}
@report{office2025, title={Deaths}, author={Office, An}, year={2025}, institution={Office}}
"""
RIOTT = """
title: Randomised Injectable Opioid Treatment Trial
short_title: RIOTT (England)
design: randomised controlled trial
country: GB
cite: strang2010
randomised: 127 people "127 were enrolled"
arms:
  heroin: {label: supervised injectable heroin, intervention: hat}
  injectable_methadone: {label: supervised injectable methadone}
  oral_methadone: {label: optimised oral methadone}
results:
  retention:
    outcome: retention
    heroin: 38 of 43 "88% (n=38) on injectable heroin"
    injectable_methadone: 34 of 42 "81% (n=34) on injectable methadone"
    oral_methadone: 29 of 42 "69% (n=29) on oral methadone"
  response:
    outcome: response
    heroin: 49.7% "49.7% on heroin"
    oral_methadone: 26.9% "26.9% on oral methadone"
    compared:
      heroin_vs_oral_methadone:
        risk_difference: {value: 22.8, unit: percentage_point, ci_95: [11.0, 34.6], quote: "difference 22.8%"}
  deaths:
    outcome: mortality
    heroin: 1 of 43 "1 of 43 on heroin"
    oral_methadone: 2 of 42 "2 of 42 on oral methadone"
    compared: {heroin_vs_oral_methadone: {p_value: '0.55 "P=0.55"'}}
  spending:
    outcome: spending
    compared:
      heroin_vs_oral_methadone:
        mean_difference: {value: -92, unit: GBP, per: week, price_year: not_reported, quote: "£-92"}
"""
REVIEW = """
title: Review of heroin maintenance
short_title: Cochrane review
published: true
cite: ferri2011
results:
  retention:
    outcome: retention
    estimate: {value: 1.44, label: Risk ratio, ci_95: [1.19, 1.75], quote: "Risk Ratio 1.44"}
    certainty: not_judged
  mortality:
    outcome: mortality
    estimate: {value: 0.65, label: Risk ratio, ci_95: [0.25, 1.69], quote: "Risk Ratio 0.65"}
    certainty: not_judged
  narrow:
    outcome: response
    estimate: {value: 1.01, label: Risk ratio, ci_95: [0.97, 1.05], quote: "Risk Ratio 1.01"}
    certainty: not_judged
  sure: {outcome: retention, estimate: '1.44 (95% CI 1.19 to 1.75) "RR 1.44"', certainty: high}
  middling: {outcome: retention, estimate: '1.43 (95% CI 1.19 to 1.75) "RR 1.43"', certainty: moderate}
  weak: {outcome: retention, estimate: '1.42 (95% CI 1.19 to 1.75) "RR 1.42"', certainty: low}
figures:
  rating: {value: Beneficial, label: Rating for criminal activity, quote: "Beneficial"}
"""
GERMANY = """
title: Treatment in Germany
short_title: Germany
intervention: hat
country: DE
status: operating
known_as_of: 2019
cite: haasen2007
clinics: {value: 10, unit: site, as_of: 2019, quote: ten sites}
paid_by: {quote: statutory health insurance}
"""
TOWN = """
title: Middlesbrough treatment
intervention: hat
country: GB
place: Middlesbrough
status: closed
known_as_of: 2022-12
cite: paper2019
closed: {value: 2022-12-06, quote: "ended on 6 December 2022"}
running_cost: £250,000 a year "£250,000 a year" (price year 2019)
"""
OTHER_TOWN = TOWN.replace("Middlesbrough", "Glasgow")
DEATHS = """
title: Deaths
measure: deaths from drugs, by year of registration
country: GB
place: England and Wales
cite: office2025
series:
  y2014: {value: "3,346", unit: deaths, period: {from: 2014, to: 2014}, quote: "3,346 deaths"}
  y2023: {value: "5,448", unit: deaths, period: {from: 2023, to: 2023}, quote: "5,448 deaths"}
  y2024: {value: "5,565", unit: deaths, period: {from: 2024, to: 2024}, quote: "5,565 deaths"}
"""
RATES = """
title: Rates
measure: deaths per million people
country: GB
cite: office2025
series:
  north_2024: {value: 96.3, unit: deaths, per: million people, period: {from: 2024, to: 2024}, label: "North East, 2024", quote: "96.3 in the north-east"}
  london_2024: {value: 34.9, unit: deaths, per: million people, period: {from: 2024, to: 2024}, label: "London, 2024", quote: "34.9 deaths per million"}
"""
COST = """
title: Cost of treatment
intervention: hat
country: GB
study: riott
cite: strang2010
covers: treatment alone
perspective: provider
arms:
  heroin: {label: supervised heroin, amount: {value: "£8,995", per: person for 26 weeks, price_year: not_reported, quote: "£8995"}}
  oral_methadone: {label: oral methadone, amount: {value: "£2,596", per: person for 26 weeks, price_year: not_reported, quote: "£2596"}}
"""
TOTAL = COST.replace("treatment alone", "all public costs").replace('"£8995"', '"£8995; P =n.s."')
POSITION = """
title: The council's advice
holder: council
regarding: hat_germany
stance: support
date: 2016-12
cite: paper2019
statement: {quote: It should be funded}
summary: Fund it.
"""
TEXTS = {
    "evidence/references/all.bib": BIB,
    "evidence/terms.yaml": "interventions:\n  hat: {label: heroin-assisted treatment}\nunits:\n  clinic: {one: clinic, many: clinics}\n",
    "evidence/holders.yaml": "council: {name: The Council, kind: body}\n",
    "evidence/outcomes.yaml": (
        "retention: {label: retention in treatment, higher_is: better}\n"
        "response: {label: response over several domains, higher_is: better}\n"
        "mortality: {label: deaths, higher_is: worse}\n"
        "crime: {label: self-reported crime, higher_is: worse}\n"
        "spending: {label: money spent on illicit drugs, higher_is: worse, surrogate_for: [crime]}\n"
    ),
    "evidence/studies/riott.yaml": RIOTT,
    "evidence/syntheses/review.yaml": REVIEW,
    "evidence/programmes/hat_germany.yaml": GERMANY,
    "evidence/programmes/hat_town.yaml": TOWN,
    "evidence/programmes/hat_other.yaml": OTHER_TOWN,
    "evidence/statistics/deaths.yaml": DEATHS,
    "evidence/statistics/rates.yaml": RATES,
    "evidence/costs/alone.yaml": COST,
    "evidence/costs/total.yaml": TOTAL,
    "evidence/positions/advice.yaml": POSITION,
    "evidence/sources/strang2010.yaml": "class: trial_report\nread: abstract\n",
    "evidence/sources/haasen2007.yaml": (
        "class: trial_report\nread: abstract\nnotices: [{kind: correction, where: J 1, read: false}]\n"
    ),
    "evidence/sources/ferri2011.yaml": "class: systematic_review\nread: abstract\n",
    "evidence/sources/paper2019.yaml": "class: news\nread: excerpt\n",
    "evidence/sources/office2025.yaml": "class: official_statistic\nread: excerpt\n",
}
HEAD = "---\ntitle: A title\ndate: 2026-11-22\nauthors: Jane Doe\n---\n"
"""Five lines, so that the body begins on line 6."""
BOUND = {
    "HEROIN": "[38 of 43]{=riott.retention.heroin}",
    "ORAL": "[29 of 42]{=riott.retention.oral_methadone}",
    "BETTER": "[49.7%]{=riott.response.heroin}",
    "WORSE": "[26.9%]{=riott.response.oral_methadone}",
    "POINTS": "[22.8 percentage points]{=riott.response.compared.heroin_vs_oral_methadone.risk_difference}",
    "DIED": "[1 of 43]{=riott.deaths.heroin}",
    "DIED_ORAL": "[2 of 42]{=riott.deaths.oral_methadone}",
    "SPENT": "{{ riott.spending.compared.heroin_vs_oral_methadone.mean_difference }}",
    "STAY": "[1.44]{=review.retention.estimate}",
    "DEATH": "[0.65]{=review.mortality.estimate}",
    "NARROW": "[1.01]{=review.narrow.estimate}",
    "SURE": "[1.44]{=review.sure.estimate}",
    "MIDDLING": "[1.43]{=review.middling.estimate}",
    "WEAK": "[1.42]{=review.weak.estimate}",
    "CLINICS": "[ten]{=hat_germany.clinics.value}",
    "CLOSED": "{{ hat_town.closed }}",
    "D14": "[3,346]{=deaths.series.y2014}",
    "D23": "[5,448]{=deaths.series.y2023}",
    "D24": "[5,565]{=deaths.series.y2024}",
    "NORTH": "[96.3 deaths per million people]{=rates.series.north_2024}",
    "LONDON": "[34.9 deaths per million people]{=rates.series.london_2024}",
    "COST": "[£8,995]{=alone.heroin.amount}",
    "COST_ORAL": "[£2,596]{=alone.oral_methadone.amount}",
    "TOTAL": "[£8,995]{=total.heroin.amount}",
    "TOTAL_ORAL": "[£2,596]{=total.oral_methadone.amount}",
    "SAID": "{{ advice.statement }}",
}
"""Short names for bound words: `HEROIN` in a test's text stands for them."""
RULES = tuple(
    rule
    for rule in BRIEF_RULES
    if rule.__module__.rpartition(".")[2].startswith(("effects", "framing", "wording", "fresh", "provenance"))
)
"""All rules about words, as a check runs them."""


@cache
def library(**files: str) -> Library:
    """The base, with other files laid over it, named `studies__x` for `evidence/studies/x.yaml`."""
    laid = {f"evidence/{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    made, problems = load({**TEXTS, **laid})
    assert problems == []
    return made


def problems_of(text: str, **files: str) -> list[Problem]:
    """What these rules find in a brief of one section with this text."""
    for name in sorted(BOUND, key=len, reverse=True):
        text = text.replace(f"<{name}>", BOUND[name])
    made, problems = read(f"{HEAD}## A section\n\n{text}\n", "briefs/one.md", library(**files), {})
    assert made is not None
    assert problems == []
    return in_order(problem for rule in RULES for problem in rule(made, library(**files)))


def broken(text: str, *but: str, **files: str) -> list[str]:
    """Ids of the rules that the text breaks, without those that a short text cannot help breaking."""
    apart = {"ratio-without-absolute", "companion-missing", "notice-unread", *but}
    return [problem.rule for problem in problems_of(text, **files) if problem.rule not in apart]
