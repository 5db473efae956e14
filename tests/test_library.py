"""Looking things up in the base by address, and what to say about an address that is not there."""

from dataclasses import replace

import pytest
from evidence_texts import base, library

from briefkit.hold import Hold
from briefkit.load import load

ATTENDANCE = "north_trial.results.attendance_1y.breakfast"


@pytest.mark.parametrize(
    "address",
    [ATTENDANCE, "north_trial.attendance_1y.breakfast", "north_trial.figures.attendance_1y.figures.breakfast"],
)
def test_an_address_may_leave_parts_out(address):
    made = library()
    assert made.figure(address) is made.figures[ATTENDANCE]
    assert made.short_address(address) == "north_trial.attendance_1y.breakfast"


def test_what_is_not_there_is_none():
    made = library()
    assert made.figure("north_trial") is None
    assert made.figure("") is None
    assert made.record("nobody") is None
    assert made.field("nobody", "title") is None
    assert made.field("north_trial", "nothing.at.all") is None
    assert made.keys_under("nobody") == ()


def test_records_by_kind_and_by_folder():
    made = library()
    assert [record.id for record in made.of_kind("study")] == ["north_trial"]
    assert made.of_kind("programmes") == made.of_kind("programme")
    assert made.of_kind("studys") == []


def test_keys_that_may_follow():
    made = library()
    assert made.keys_under("") == ("breakfast_leeds", "north_trial")
    assert made.keys_under("north_trial") == ("randomised", "breakfast", "usual", "attendance_1y")
    assert made.keys_under("north_trial.results.attendance_1y") == ("breakfast", "usual", "compared", "difference")
    assert made.keys_under("north_trial.randomised") == ()


@pytest.mark.parametrize(
    ("address", "way_out"),
    [
        ("north_trail.randomised", "did you mean `north_trial.randomised`?"),
        ("north_trail", "did you mean `north_trial`?"),
        ("north_trial.attendance_1y.breakfst", "did you mean `north_trial.attendance_1y.breakfast`?"),
        ("north_trial.randomized", "did you mean `north_trial.randomised`?"),
        ("north_trial.xyz", "`north_trial` has `randomised`, `breakfast`, `usual`, `attendance_1y`"),
        (
            "north_trial.attendance_1y",
            (
                "`north_trial.attendance_1y` is not a figure itself; write one of `north_trial.attendance_1y.breakfast`, "
                "`north_trial.attendance_1y.usual`, `north_trial.attendance_1y.compared`, `north_trial.attendance_1y.difference`"
            ),
        ),
        ("qqqq", ""),
    ],
)
def test_what_to_say_about_an_address_that_is_not_there(address, way_out):
    assert library().suggest(address) == way_out


def test_a_record_without_figures_is_said_to_have_none():
    assert library(studies__x="title: x\ndesign: other\n").suggest("x.randomised") == "`x` has no figures"


@pytest.mark.parametrize(
    ("record", "path", "value"),
    [
        ("north_trial", "country", ("GB",)),
        ("north_trial", "design", "randomised controlled trial"),
        ("north_trial", "attendance_1y.outcome", "attendance"),
        ("north_trial", "results.attendance_1y.follow_up", "12 months"),
        ("north_trial", "breakfast.label", "free breakfast"),
        ("north_trial", "id", "north_trial"),
        ("breakfast_leeds", "kind", "programme"),
        ("breakfast_leeds", "known_as_of", "2022-12"),
        ("breakfast_leeds", "stale_after", None),
        ("breakfast_leeds", "figures", None),
    ],
)
def test_fields_that_hold_text(record, path, value):
    assert library().field(record, path) == value


def test_fields_that_hold_figures():
    made = library()
    assert made.field("north_trial", "attendance_1y.breakfast") is made.figures[ATTENDANCE]
    assert made.field("breakfast_leeds", "cost_per_place") is made.figures["breakfast_leeds.figures.cost_per_place"]


@pytest.mark.parametrize(
    ("of", "path", "value", "words"),
    [
        ("programme", "country", "GB", "United Kingdom"),
        ("programme", "intervention", "school_breakfast", "free school breakfast"),
        ("programme", "known_as_of", "2022-12", "December\N{NO-BREAK SPACE}2022"),
        ("programme", "place", "Leeds", "Leeds"),
        ("programme", "place", "not_reported", "not reported"),
        ("programmes", "status", "operating", "operating"),
        ("proposal", "became", "became_programme", "became a programme"),
        ("proposal", "programme", "breakfast_leeds", "Leeds School Breakfasts"),
        ("position", "holder", "jane_doe", "Jane Doe"),
        ("position", "regarding", "north_trial", "Breakfast trial"),
        ("synthesis", "published", "true", "yes"),
        ("synthesis", "results.x.certainty", "not_judged", "not judged"),
        ("north_trial", "attendance_1y.outcome", "attendance", "school attendance"),
        ("nothing", "x", "y", "y"),
    ],
)
def test_values_in_the_words_of_readers(of, path, value, words):
    assert library().label(of, path, value) == words


def test_headings_of_columns():
    made = library()
    assert made.heading("programme", "running_cost") == "Running cost"
    assert made.heading("study", "attendance_1y.breakfast") == "School attendance, free breakfast"
    assert made.heading("study", "nothing_there") == "Nothing there"


def test_how_a_figure_is_held():
    made = library()
    assert made.held(made.figures[ATTENDANCE]) == "unseen", "nobody has looked"
    inputs = made.figures["north_trial.results.attendance_1y.figures.difference"].derivation.inputs
    first, *others = inputs
    made = replace(made, holds={first: Hold(state="exact"), **dict.fromkeys(others, Hold(state="witnessed"))})
    assert made.held(made.figures[first]) == "exact"
    assert made.held(made.figures["north_trial.results.attendance_1y.figures.difference"]) == "witnessed"
    assert made.held(made.figures["breakfast_leeds.figures.cost_per_place"]) == "unseen"


def test_what_is_broken():
    made, _ = load(base(studies__north_trial="titel: x\n"))
    assert made.is_broken("north_trial")
    assert made.is_broken("north_trial.results.anything")
    assert not made.is_broken("breakfast_leeds.patients")
