"""Claims of cause from studies that allotted nobody by chance, each beside what may be said of them."""

import pytest
from words_desk import library, problems_of

PASSES = """
title: Free bus passes and attendance
short_title: Passes
design: cohort study
country: GB
cite: haasen2007
randomised: 400 people "400 pupils"
arms:
  passes: {label: free passes}
  none: {label: no passes}
results:
  attendance:
    outcome: retention
    passes: 60% "60% with passes"
    none: 37% "37% without"
    compared: {risk_difference: '23 percentage points "23 points"'}
"""
POINTS = "[23 percentage points]{=passes.attendance.compared.risk_difference}"
CAUSED = [
    f"Free passes caused more pupils to attend: {POINTS}.",
    f"Free passes increased attendance by {POINTS}.",
    f"The scheme led to higher attendance, by {POINTS}.",
    f"Free passes probably raise attendance: {POINTS}.",
    f"In this cohort, passes improved the attendance of pupils by {POINTS}.",
    f"Passes cut truancy by {POINTS}.",
    f"By {POINTS} the passes reduced absence.",
]
WENT_WITH = [
    f"Free passes were associated with increased attendance: {POINTS}.",
    f"Free passes went with more attendance, which increased the mean by {POINTS}.",
    f"Attendance increased by {POINTS} among those with passes.",
    f"Attendance improved more among those with passes, by {POINTS}.",
    f"Attendance was increased by {POINTS}.",
    f"Pupils with passes had improved attendance: {POINTS}.",
    f"Whether passes increase attendance is open: {POINTS} lay between them.",
    f"Passes may increase attendance: {POINTS}.",
    f"The council says that passes increased attendance by {POINTS}.",
    f"Passes did not cause more attendance: {POINTS}.",
    f"Patients reduced absence by {POINTS}.",
    f"Attendance was higher with passes, by {POINTS}.",
    f"Passes reduced their number: {POINTS}.",
    f"::: judgement\nPasses increased attendance by {POINTS}.\n:::",
    "In RIOTT heroin increased response by <POINTS>.",
    "Heroin cut deaths: <D24> died in 2024.",
]


def told(text: str, design: str = "cohort study") -> list[str]:
    """The messages of the rule."""
    found = problems_of(text, studies__passes=PASSES.replace("cohort study", design))
    return [one.message for one in found if one.rule == "cause-from-observation"]


@pytest.mark.parametrize("text", CAUSED)
def test_a_cause_is_claimed_of_a_cohort(text):
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", WENT_WITH)
def test_what_such_a_study_can_show_is_let_through(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("design", "wrong"),
    [
        ("non-randomised trial", True),
        ("cross-sectional study", True),
        ("randomised controlled trial", False),
        ("economic evaluation", False),
        ("other", False),
    ],
)
def test_the_design_of_the_study_decides(design, wrong):
    assert bool(told(CAUSED[0], design)) is wrong


def test_the_words_of_it():
    (problem,) = [one for one in problems_of(CAUSED[1], studies__passes=PASSES) if one.rule == "cause-from-observation"]
    assert problem.message == (
        "`increased` says what brought it about, and `23 percentage points` is of a cohort study, in which chance allotted nobody"
    )
    assert problem.help == "say what went together: `was associated with`, `went with`, `was higher among those with`"
    assert (problem.where.column, problem.where.length) == (13, 9)
    assert library(studies__passes=PASSES).record("passes") is not None
