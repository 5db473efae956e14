"""A base with every sort of judgement in it, for the tests of certainty, risk of bias, decisions and flows."""

import re
from functools import cache

from brief_desk import HEAD, TEXTS, said
from render_desk import look
from test_render_page import text_of

from briefkit.bodies.join import join
from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.load import load
from briefkit.read_brief import read
from briefkit.render.page import page

HOLDERS = "jane_doe: {name: Jane Doe, kind: person}\nboard: {name: The school board, kind: body}\n"
OUTCOMES = (
    "retention: {label: retention in treatment, higher_is: better}\n"
    "crime: {label: self-reported crime, higher_is: worse}\n"
    "spending: {label: money spent on drugs, higher_is: worse, surrogate_for: [crime]}\n"
)
JUDGED = """
      starts_at: high
      risk_of_bias: {rating: serious, because: nobody was blinded}
      inconsistency: {rating: not_serious, because: the results agree}
      indirectness: {rating: not_serious, because: the people are like ours}
      imprecision: {rating: not_serious, because: the interval is narrow}
      publication_bias: {rating: not_serious, because: all were registered}
      overall: moderate
      judged_by: jane_doe
      on: 2026-11-20
"""
RATINGS = """
    ratings:
      board:
        holder: board
        words: {quote: Beneficial}
        rates: {quote: Meals to keep people in treatment}
"""
REVIEW = """
title: A review of meals
short_title: Review of meals
published: true
cite: strang2010
comparison: meals against none
results:
  retention:
    outcome: retention
    measure: RR
    estimate: {value: 1.44, ci_95: [1.19, 1.75], label: Risk ratio for retention, quote: "RR 1.44 (1.19 to 1.75)"}
    studies: 4 studies "4 studies of 1388 people"
    participants: 1388 people "4 studies of 1388 people"
    baseline: riott.retention_26w.methadone
    certainty: CERTAINTY
RATINGS
  spending:
    outcome: spending
    measure: RR
    estimate: {value: 0.65, ci_95: [0.25, 1.69], label: Risk ratio for spending, quote: "RR 0.65 (0.25 to 1.69)"}
    certainty: not_judged
  crime: {outcome: crime, certainty: very low}
"""
BIAS = """
    risk_of_bias:
      tool: RoB 2
      domains:
        randomisation: {judgement: low, because: drawn by a computer elsewhere}
        deviations: {judgement: some_concerns, because: nobody was blinded}
        missing_data: {judgement: low, because: nearly all were found again}
        measurement:
          judgement: high
          because: those who asked knew who had what
          seen: {quote: the interviewers were not blinded}
        selected_result: {judgement: low, because: as it was registered}
      overall: high
      judged_by: [jane_doe, board]
      on: 2026-11-20
"""
CRITERIA = [
    "priority",
    "desirable_effects",
    "undesirable_effects",
    "certainty",
    "values",
    "balance",
    "resources",
    "certainty_of_resources",
    "cost_effectiveness",
    "equity",
    "acceptability",
    "feasibility",
]
DECISION = """
title: Meals in clinics
question: Should clinics serve meals?
options: [meals, none]
perspective: the clinics and those treated
criteria:
""" + "".join(f"  {name}: {{none: nobody has looked}}\n" for name in CRITERIA)
SEARCH = """
title: How the review found its studies
question: Do meals help?
published: true
date: 2026-03
databases: [MEDLINE, Embase]
cite: strang2010
screened: {value: 692 records, quote: 692 records were screened}
excluded: not_seen
included_studies: {value: 8 studies, quote: 8 studies were included}
"""


def review(certainty: str = JUDGED, ratings: str = RATINGS) -> str:
    """The review with this certainty for retention."""
    return REVIEW.replace("CERTAINTY", certainty.rstrip()).replace("RATINGS\n", ratings.lstrip("\n"))


def texts(**files: str) -> dict[str, str]:
    """The base with these files, named `syntheses__review` for `evidence/syntheses/review.yaml`."""
    study = TEXTS["evidence/studies/riott.yaml"]
    own = {
        "evidence/holders.yaml": HOLDERS,
        "evidence/outcomes.yaml": OUTCOMES,
        "evidence/studies/judged.yaml": study.replace("title: Rand", "title: Judged Rand").replace(
            "RIOTT", "Judged trial"
        )
        + BIAS,
        "evidence/syntheses/review.yaml": review(),
        "evidence/decisions/meals.yaml": DECISION,
        "evidence/searches/found.yaml": SEARCH,
    }
    return {**TEXTS, **own, **{f"evidence/{name.replace('__', '/')}.yaml": text for name, text in files.items()}}


def library(**files: str) -> Library:
    """The library of the base with these files; only the record that is broken on purpose has mistakes."""
    made, problems = load(texts(**files))
    made, more = join(made)
    wrong = [one for one in [*problems, *more] if "broken_one" not in one.where.file]
    assert wrong == []
    return made


@cache
def shipped() -> Library:
    """The library of the base as it stands here."""
    return library()


def brief(body: str, base: Library | None = None) -> tuple[Brief, list[str]]:
    """The brief with this body, and what is wrong with it."""
    made, problems = read(HEAD + body, "briefs/one.md", base or shipped(), {})
    assert made is not None
    return made, said(problems)


def words(html: str) -> str:
    """The words of a piece of a page, with plain blanks and none before a mark."""
    return re.sub(r" ([,.;:)])", r"\1", text_of(html).replace("\N{NO-BREAK SPACE}", " "))


def painted(body: str, base: Library | None = None, medium: str = "screen") -> str:
    """The page of a brief with this body."""
    base = base or shipped()
    html, problems = page(brief(body, base)[0], base, medium=medium, gate="publish", problems=(), look=look())
    assert problems == []
    return html
