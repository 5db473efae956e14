"""How a problem is shown, and the words that all messages share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.problems import Problem, Where, did_you_mean, in_order, listed, show

TEXT = "title: A trial\ntitel: Another\n"


def problem(line=2, column=1, length=5, way="did you mean `title`?"):
    where = Where("evidence/studies/riott.yaml", line, column, length)
    return Problem(where, "unknown-field", "`titel` is not a field of a study", way)


def test_the_heading_the_place_the_line_and_the_way_out():
    assert show(problem(), "error", TEXT) == (
        "error[unknown-field]: `titel` is not a field of a study\n"
        "  --> evidence/studies/riott.yaml:2:1\n"
        " 2 | titel: Another\n"
        "   | ^^^^^ did you mean `title`?"
    )


def test_several_ways_out_stand_below_each_other():
    assert show(problem(way="do this\nor do that"), "error", TEXT).splitlines()[3:] == [
        "   | ^^^^^ do this",
        "   |       or do that",
    ]


def test_no_way_out():
    assert show(problem(way=""), "warning", TEXT).endswith("\n   | ^^^^^")


@pytest.mark.parametrize("text", [None, "", "one line"], ids=["unreadable", "empty", "shorter than the place says"])
def test_a_file_without_the_line(text):
    assert show(problem(way="do this\nor do that"), "error", text).splitlines()[1:] == [
        "  --> evidence/studies/riott.yaml:2:1",
        "   = do this",
        "     or do that",
    ]


def test_a_file_as_a_whole():
    assert show(problem(line=0), "error", TEXT).splitlines()[1:] == [
        "  --> evidence/studies/riott.yaml",
        "   = did you mean `title`?",
    ]


def test_an_underline_longer_than_its_line_and_a_place_past_its_end():
    assert show(problem(column=8, length=900, way=""), "error", TEXT).splitlines()[3] == "   |        ^^^^^^^"
    assert show(problem(column=900, way=""), "error", TEXT).splitlines()[3] == "   |               ^"


def test_line_numbers_of_three_digits_and_windows_line_ends():
    assert show(problem(line=120, way=""), "error", "\r\n" * 119 + "titel: x\r\n").splitlines()[2:] == [
        "120 | titel: x",
        "    | ^^^^^",
    ]


@pytest.mark.parametrize(
    ("column", "line", "underline"),
    [
        (1, "a" * 99 + "…", "^^^^^"),
        (101, "…" + "a" * 98 + "…", " " * 30 + "^^^^^"),
        (296, "…" + "a" * 99, " " * 95 + "^^^^^"),
    ],
)
def test_a_long_line_is_cut_round_its_place(column, line, underline):
    shown = show(problem(line=1, column=column, way=""), "error", "a" * 300).splitlines()
    assert shown[2:] == [f" 1 | {line}", f"   | {underline}"]


def test_what_could_steer_a_terminal_is_made_visible():
    where = Where("evil\x1b[2J.yaml", 1, 3)
    shown = show(Problem(where, "tab-indent", "bad \x1b[31m", "no\u202e way"), "error", "\t\x1b[2J\u00ad\u00a0x")
    assert shown == (
        "error[tab-indent]: bad ␀[31m\n"
        "  --> evil␀[2J.yaml:1:3\n"
        " 1 | →␀[2J␀\u00a0x\n"
        "   |   ^ no␀ way"
    )  # fmt: skip


def test_wide_characters_take_two_columns_and_accents_none():
    assert show(problem(line=1, column=3, length=2, way=""), "error", "标题海洛因").endswith("|     ^^^^")
    assert show(problem(line=1, column=3, length=1, way=""), "error", "e\u0301x").endswith("|  ^")


@given(st.text(), st.integers(0, 4), st.integers(1, 300), st.integers(1, 300))
def test_any_place_in_any_text_can_be_shown(text, line, column, length):
    shown = show(problem(line, column, length), "error", text)
    shown.encode()
    assert len(shown.splitlines()) in (3, 4)


def test_a_place_further_along_its_line():
    assert Where("x.yaml", 2, 3, 4).shifted(5) == Where("x.yaml", 2, 8, 4)
    assert Where("x.yaml", 2, 3, 4).shifted(5, 1) == Where("x.yaml", 2, 8, 1)


def test_did_you_mean():
    assert did_you_mean("titel", ["design", "title"]) == "did you mean `title`?"
    assert did_you_mean("GB", ["gb"]) == "did you mean `gb`?"
    assert did_you_mean("zebra", ["design", "title"], "its fields are ...") == "its fields are ..."
    assert did_you_mean("zebra", []) == ""


def test_listed():
    assert listed([]) == ""
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b"]) == "`a` or `b`"
    assert listed(["a", "b", "c"], joint="and") == "`a`, `b` and `c`"
    assert listed("abcd", most=2) == "`a`, `b` … (4 in all)"


def test_in_order_gives_each_problem_once_by_file_and_place():
    late, early = problem(line=10), problem(line=9)
    other = Problem(Where("evidence/a.yaml", 99), "unknown-field", "x")
    assert in_order([late, early, late, other]) == [other, early, late]


def test_a_place_is_told_as_far_as_it_is_known():
    assert Where("evidence/a.yaml", 3, 7).told() == "evidence/a.yaml:3"
    assert Where("evidence/a.yaml", 3, 7).told(column=True) == "evidence/a.yaml:3:7"
    assert Where("evidence/a.yaml", 0).told() == Where("evidence/a.yaml", 0).told(column=True) == "evidence/a.yaml"


@pytest.mark.parametrize(("underlined", "beside"), [(5, True), (60, False)])
def test_a_way_out_that_would_run_off_the_screen_gets_a_line_of_its_own(underlined, beside):
    way = "write the amount with its currency and the year of its prices"
    shown = show(problem(line=1, length=underlined, way=way), "error", "a" * 80).splitlines()
    carets = "^" * underlined
    assert shown[3:] == ([f"   | {carets} {way}"] if beside else [f"   | {carets}", f"   = {way}"])
