"""Trials by outcome: one row for each result, one column for each kind of arm."""

from tables_base import library
from test_tables import headings, made, texts

ARMS = {"Breakfast": "breakfast", "No meal": "nothing"}


def test_two_kinds_of_arm():
    table = made("studies", outcome="attendance", arms=ARMS)
    assert headings(table) == ["Study", "Follow-up", "Breakfast", "No meal", "Effect"]
    assert texts(table) == [
        ["North", "12 months", "38 of 43 (88%)", "29 of 42 (69%)", "odds ratio 2.10 (95% CI 1.20 to 3.68)"],
        ["South: at least nine days of ten", "6 months", "67.2%", "40.0%", "risk ratio 1.68"],
    ]
    assert [column.align for column in table.columns] == ["left", "left", "right", "right", "left"]
    assert table.rows[0].cells[2].figure.address == "north.results.attendance_1y.breakfast"
    assert table.rows[0].cells[4].figure.address == "north.results.attendance_1y.compared.breakfast_vs_none.odds_ratio"


def test_an_arm_that_a_study_does_not_have():
    table = made("studies", outcome="attendance", arms={"Lunch": "lunch"}, columns=["study", "arms"])
    assert texts(table) == [["North", "30 of 42 (71%)"], ["South: at least nine days of ten", "not studied"]]
    assert table.rows[1].cells[1].missing


def test_other_arms_are_named_in_their_cells_and_take_a_row_each():
    table = made("studies", outcome="attendance", arms={"Breakfast": "breakfast", "Comparison": "others"})
    assert texts(table) == [
        ["North", "12 months", "38 of 43 (88%)", "30 of 42 (71%), free lunch", "not recorded"],
        ["North", "12 months", "38 of 43 (88%)", "29 of 42 (69%), no meal at all", "odds ratio 2.10 (95% CI 1.20 to 3.68)"],
        ["South: at least nine days of ten", "6 months", "67.2%", "40.0%, usual practice", "risk ratio 1.68"],
    ]  # fmt: skip


def test_one_effect_measure_stands_in_the_header():
    table = made(
        "studies", outcome="attendance", arms=ARMS, where="country == 'GB'", columns=["study", "arms", "effect"]
    )
    assert headings(table)[-1] == "Effect (odds ratio)"
    assert texts(table)[0][-1] == "2.10 (95% CI 1.20 to 3.68)"


def test_measures_and_fields_of_study_and_result_are_columns():
    columns = ["study", "country", "No meal", "odds_ratio", "analysis_set", "follow_up"]
    table = made("studies", outcome="attendance", arms=ARMS, columns=columns, order="-follow_up")
    assert headings(table) == ["Study", "Country", "No meal", "Odds ratio", "Analysis set", "Follow up"]
    assert texts(table)[1][1:] == [
        "United Kingdom",
        "29 of 42 (69%)",
        "2.10 (95% CI 1.20 to 3.68)",
        "not recorded",
        "12 months",
    ]


def test_percentages_alone_have_their_mark_in_the_header():
    table = made("studies", outcome="marks", arms={"Breakfast": "breakfast"}, columns=["study", "arms"])
    assert headings(table) == ["Study", "Breakfast (%)"]
    assert texts(table) == [["North", "61"]]


def test_the_effect_of_other_arms_is_never_shown():
    north = """
title: Two against one
design: randomised controlled trial
cite: adams2010
arms:
  a: {label: a, intervention: breakfast}
  b: {label: b, intervention: lunch}
  c: {label: c, intervention: nothing}
results:
  r:
    outcome: attendance
    a: 1 of 2 people "1 of 2"
    b: 1 of 2 people "1 of 2"
    c: 1 of 2 people "1 of 2"
    compared: {odds_ratio: '1.5 "OR 1.5"'}
"""
    table = made("studies", library(studies__many=north), ids=["many"], outcome="attendance", arms=ARMS)
    assert texts(table)[0][-1] == "not recorded"


def test_one_header_for_several_interventions():
    arms = {"Breakfast": "breakfast", "Comparison": ["nothing", "lunch"]}
    table = made("studies", outcome="attendance", arms=arms, columns=["study", "Comparison"])
    assert texts(table) == [
        ["North", "30 of 42 (71%), free lunch"],
        ["North", "29 of 42 (69%), no meal at all"],
        ["South: at least nine days of ten", "40.0%, usual practice"],
    ]


def test_arms_that_no_column_names_come_last():
    table = made("studies", outcome="attendance", arms=ARMS, columns=["study"])
    assert headings(table) == ["Study", "Breakfast", "No meal"]
