"""Pictures of bodies of evidence: what is drawn of pooled results, directions and gaps, mark by mark."""

import re
from collections import Counter

import pytest
from bodies_desk import COUNTS, METHOD, STUDY, joined, pools
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.charts import directions, forest, gap_map
from briefkit.charts.lettering import box

DIRECTIONS = """\
    not_pooled_because: they count different things
    directions:
      one: {of: one.there.compared.risk_ratio, says: better}
      two: {of: two.there.compared.odds_ratio, says: worse, because: it was cold}
      three: {of: three.there.fed, says: mixed}
"""


@pytest.fixture(scope="module")
def library():
    made, problems = joined(METHOD + pools("one", "two", "three") + "    baseline: two.there.usual\n")
    assert problems == []
    return made


def texts(drawing):
    return [mark.text.replace("\N{NO-BREAK SPACE}", " ") for mark in drawing.marks if mark.shape == "text"]


def shapes(drawing, kind):
    return [mark for mark in drawing.marks if mark.kind == kind]


def crowded(drawing):
    """Pairs of texts that lie over one another, and texts that leave the picture."""
    boxes = [(mark.text, box(mark)) for mark in drawing.marks if mark.shape == "text" and mark.text]
    out = [
        text for text, one in boxes if one.left < -0.5 or one.right > drawing.width + 0.5 or one.bottom > drawing.height
    ]
    over = [
        (text, other)
        for number, (text, one) in enumerate(boxes)
        for other, two in boxes[number + 1 :]
        if one.left < two.right - 1
        and two.left < one.right - 1
        and one.top < two.bottom - 1
        and two.top < one.bottom - 1
    ]
    return out + over


def test_a_forest_plot_says_its_finding(library):
    table, faults = forest.build(library, "all_trials.together")
    assert faults == []
    said = "Attendance: more with the treatment (risk ratio 1.55, 95% CI 1.10 to 2.19; 3 studies, 1,326 people)."
    assert table.caption.replace("\N{NO-BREAK SPACE}", " ") == said
    assert table.picture.alt.replace("\N{NO-BREAK SPACE}", " ") == said + " Forest plot of One, Two and Three."


def test_a_forest_plot_that_no_page_can_hold_is_refused():
    names = [f"study{number}" for number in range(60)]
    crowd, problems = joined(METHOD + pools(*names), counts=dict.fromkeys(names, (38, 43, 29, 42)))
    assert [one for one in problems if "[pool-" in one] == []
    table, (fault,) = forest.build(crowd, "all_trials.together")
    assert table is None
    assert fault.message == "this picture would be taller than a page"
    assert fault.help.startswith("show `findings(...)` of this result instead")


def test_a_forest_plot_draws_each_study_and_what_they_come_to(library):
    drawing = forest.build(library, "all_trials.together")[0].picture.wide
    assert texts(drawing)[:4] == ["Study", "Treated", "Compared", "Risk ratio (95% interval)"]
    assert texts(drawing)[4:8] == ["One", "38 of 43", "29 of 42", "1.28 (1.02 to 1.61)"]
    assert "0.91 to 2.65" in texts(drawing)
    counted = Counter(mark.kind for mark in drawing.marks if mark.shape != "text")
    assert (counted["mark"], counted["interval"], counted["pooled"], counted["prediction"], counted["zero"]) == (
        3,
        3,
        1,
        1,
        1,
    )


def test_squares_grow_with_the_weight_of_a_study(library):
    squares = {
        mark.figure.address: mark.at["width"]
        for mark in shapes(forest.build(library, "all_trials.together")[0].picture.wide, "mark")
    }
    one, two, three = (squares[f"all_trials.results.together.effect.{name}"] for name in COUNTS)
    assert one < three < two


def test_each_mark_of_a_forest_plot_opens_the_figure_that_it_shows(library):
    table = forest.build(library, "all_trials.together")[0]
    shown = {figure.address for figure in table.figures}
    for drawing in (table.picture.wide, table.picture.narrow):
        assert {mark.figure.address for mark in drawing.marks if mark.figure} <= shown


def test_a_forest_plot_of_nothing_that_is_pooled_is_told(library):
    table, [fault] = forest.build(library, "all_trials.togethr")
    assert table is None
    assert (fault.rule, fault.message, fault.help) == (
        "table-record",
        "`all_trials.togethr` is no result that is pooled from studies here",
        "did you mean `all_trials.together`?",
    )


def test_published_results_stand_beside_ours_with_the_reason_why_they_differ():
    beside = "    beside: {one.there.compared.risk_ratio: it is one trial alone}\n"
    made, problems = joined(METHOD + pools("one", "two", "three") + beside)
    assert problems == []
    table = forest.build(made, "all_trials.together")[0]
    assert table.rows[-1].cells[0].text == "One, as published"
    assert table.notes[table.rows[-1].cells[0].notes[0] - 1] == "One differs from ours: it is one trial alone."
    assert len(shapes(table.picture.wide, "open")) == 1


def test_directions_are_shapes_and_words():
    made, problems = joined(DIRECTIONS)
    assert problems == []
    table, faults = directions.build(made, "all_trials")
    assert faults == []
    assert table.caption == "Which way trials point: attendance, better in 1 and worse in 1 of 3."
    assert [row.cells[1].text.replace("\N{NO-BREAK SPACE}", " ") for row in table.rows] == [
        "better with the treatment: 1.28 (95% CI 1.02 to 1.60)",
        "worse with the treatment: 2.1",
        "points both ways: 101 of 115 (88%)",
    ]
    assert table.notes[0] == "Not pooled: they count different things."
    drawing = table.picture.wide
    assert [mark.shape for mark in drawing.marks if mark.figure] == ["polygon"] * 4


def test_directions_that_nobody_wrote_are_told(library):
    _, [fault] = directions.build(library, "all_trials")
    assert fault.message == "`all_trials` is no synthesis that says which way studies point"
    assert fault.help == "add `directions:` to the results of a synthesis record"


def test_a_gap_map_of_what_nobody_studied_is_told(library):
    table, faults = gap_map.build(library, interventions=["school_breakfast"])
    assert table is None
    assert faults[0].message == "no study or review of the base is about these interventions"


def test_a_gap_map_counts_the_names_that_its_table_holds():
    text = STUDY.format(title="Two", n1=515, n2=500, fed='346 of 515 "346 of 515"', usual='200 of 500 "200 of 500"')
    about = text.replace("country: GB\n", "country: GB\ninterventions: [school_breakfast]\noutcomes: [attendance]\n")
    made, problems = joined(METHOD + pools("one", "two", "three"), {"two": about})
    assert problems == []
    table, faults = gap_map.build(made, interventions=["school_breakfast"], outcomes=["attendance"])
    assert faults == []
    assert table.caption == "Most studied here: attendance."
    assert [cell.text for cell in table.rows[0].cells] == ["Attendance", "Trials: Two; Certainty: not yet judged"]
    [door] = shapes(table.picture.wide, "door")
    assert (door.link, door.says) == ("table-gap-map", "Attendance, Free school breakfast: 1 trial; see the table")


def test_unknown_names_of_a_gap_map_are_told():
    made, _ = joined(METHOD + pools("one", "two", "three"))
    table, faults = gap_map.build(made, interventions=["school_brekfast"], outcomes=["atendance"])
    assert table is None
    assert [(one.rule, one.message, one.help) for one in faults] == [
        ("unknown-intervention", "there is no intervention `school_brekfast`", "did you mean `school_breakfast`?"),
        ("unknown-outcome", "there is no outcome `atendance`", "did you mean `attendance`?"),
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 40), st.integers(41, 600), st.integers(1, 40), st.integers(41, 600)),
        min_size=1,
        max_size=6,
    )
)
def test_no_text_of_a_forest_plot_leaves_it_or_lies_over_another(studies):
    counts = {f"s{number}": one for number, one in enumerate(studies)}
    made, problems = joined(METHOD + pools(*counts), counts=counts)
    assert problems == []
    picture = forest.build(made, "all_trials.together")[0].picture
    assert crowded(picture.wide) == []
    assert crowded(picture.narrow) == []


def test_the_picture_is_the_same_whatever_the_order_of_files(library):
    again, _ = joined(
        METHOD + pools("one", "two", "three") + "    baseline: two.there.usual\n",
        counts=dict(reversed(COUNTS.items())),
        listed=COUNTS,
    )
    assert (
        forest.build(again, "all_trials.together")[0].picture == forest.build(library, "all_trials.together")[0].picture
    )


def test_words_of_pictures_have_no_double_blanks(library):
    table = forest.build(library, "all_trials.together")[0]
    assert not [one for one in (table.caption, table.picture.alt, *table.notes) if re.search(r" {2}|\.\.", one)]


DOMAINS = ("randomisation", "deviations", "missing_data", "measurement", "selected_result")
JUDGED = (
    "    risk_of_bias:\n      tool: RoB 2\n      judged_by: jane_doe\n      on: 2020-01-01\n      domains:\n"
    + "".join(f"        {domain}: {{judgement: high, because: it is so}}\n" for domain in DOMAINS)
)


def test_judged_risk_of_bias_is_a_dot_with_a_sign_and_others_have_a_dash():
    study = STUDY.format(title="Two", n1=515, n2=500, fed='346 of 515 "346 of 515"', usual='200 of 500 "200 of 500"')
    judged = study.replace("    outcome: attendance\n", f"    outcome: attendance\n{JUDGED}      overall: high\n")
    made, problems = joined(METHOD + pools("one", "two", "three"), {"two": judged})
    assert problems == []
    table = forest.build(made, "all_trials.together")[0]
    assert [row.cells[-1].text for row in table.rows[:3]] == ["not yet judged", "high", "not yet judged"]
    for drawing in (table.picture.wide, table.picture.narrow):
        assert [mark.text for mark in shapes(drawing, "inverse")] == ["×"]
        assert len(shapes(drawing, "unknown")) == 2
        assert texts(drawing)[-1] == "Risk of bias: × high."
        assert crowded(drawing) == []


def test_a_gap_map_says_the_certainty_that_somebody_judged():
    review = """\
title: Review
published: true
interventions: [school_breakfast]
cite: smith2020
results: {it: {outcome: attendance, certainty: very low}}
"""
    texts_of = joined(METHOD + pools("one", "two", "three"), more={"syntheses/review": review})
    made, problems = texts_of
    assert problems == []
    table = gap_map.build(made, interventions=["school_breakfast"], outcomes=["attendance"])[0]
    assert table.rows[0].cells[1].text == "Reviews: Review; Certainty as published: very low (Review)"
    assert "certainty: very low" in texts(table.picture.wide)
    assert crowded(table.picture.narrow) == []
