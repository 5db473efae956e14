"""Bound words say what their figure says, or are refused with what to write instead.

The cases are plain text in `tests/figures/bound.txt`: a figure, then words bound to it and what is said of them.
"""

from decimal import Decimal
from pathlib import Path

import pytest
from figure_of import figure_of
from figure_strategies import UNITS, digits, qualifiers, unit_ids
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.figure import Figure
from briefkit.values import Number, Share
from briefkit.values.words import disagreement
from briefkit.values.write import attribute, full, short

BLOCKS = (Path(__file__).parent / "figures" / "bound.txt").read_text("utf-8").strip("\n").split("\n\n")


def told(words, figure, form):
    fault = disagreement(words, figure, form, UNITS)
    return f"  [{words}] " + (f"{fault.rule}: {fault.message}\n      = {fault.help}" if fault else "fine")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split("\n")[0])
def test_bound_words_are_compared_with_their_figure(block):
    first, *lines = block.split("\n")
    figure, form = figure_of(first)
    words = [line[3 : line.index("] ", 3)] for line in lines if line.startswith("  [")]
    assert "\n".join(told(each, figure, form) for each in words) == "\n".join(lines)


def test_a_derived_figure_has_its_own_qualifier():
    figure, _ = figure_of("about 16,667 places", derived=True)
    fault = disagreement("16,667", figure, "", UNITS)
    assert fault is not None
    assert fault.message == "`16,667` says more than `about 16,667 places`: the figure's `about` is missing"


def test_the_part_that_cannot_be_compared_is_blamed():
    figure, _ = figure_of("up to 15 places")
    fault = disagreement("up to 15 planned places", figure, "", UNITS)
    assert fault is not None
    assert "up to 15 planned places"[fault.offset : fault.offset + fault.length] == "planned places"


def test_an_attribute_that_the_figure_lacks_is_somebody_elses_to_report():
    figure, _ = figure_of("15 places")
    assert disagreement("15", figure, "events", UNITS) is None


def test_nothing_between_the_brackets_says_nothing():
    figure, _ = figure_of("15 places")
    fault = disagreement(" ", figure, "", UNITS)
    assert fault is not None
    assert (fault.message, fault.help) == (
        "nothing stands between the square brackets",
        "write `15`, or `{{ hat.places }}`",
    )


@st.composite
def figures(draw):
    unit = draw(unit_ids)
    per = draw(st.none() | st.sampled_from(["year", "patient per year", "100,000 people"]))
    qualifier = draw(qualifiers)
    value = Number(draw(digits))
    return Figure(address="a.b", record="a", label="B", value=value, unit=unit, per=per, qualifier=qualifier)


@settings(max_examples=300, deadline=None)
@given(figures())
def test_what_a_figure_prints_always_agrees_with_it(figure):
    assert disagreement(full(figure, UNITS), figure, "", UNITS) is None
    if figure.unit not in {"second", "minute", "hour", "day", "week", "month", "year"}:
        assert disagreement(short(figure, UNITS), figure, "", UNITS) is None


@settings(max_examples=300, deadline=None)
@given(figures(), st.integers(-100, 100).filter(bool))
def test_another_number_never_agrees_unless_it_says_about(figure, off):
    changed = Figure(
        address="a.b",
        record="a",
        label="B",
        value=Number(figure.value.value + off),
        unit=figure.unit,
        qualifier=figure.qualifier,
        per=figure.per,
    )
    if figure.qualifier != "about":
        assert disagreement(full(changed, UNITS), figure, "", UNITS) is not None


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from(["percent", "percent1", "events", "total"]))
def test_what_a_share_prints_always_agrees_with_it(events, total, form):
    value = Share(Decimal(min(events, total)), Decimal(total))
    figure = Figure(address="a.b", record="a", label="B", value=value)
    printed = attribute(figure, form, UNITS)
    assert printed is not None
    assert disagreement(printed, figure, form, UNITS) is None


@given(
    st.text(max_size=60), st.sampled_from(["up to 15 places", "38 of 43", "date 2022-12-06", '"crime did not fall"'])
)
def test_any_words_are_compared_without_falling_over(words, text):
    figure, _ = figure_of(text)
    fault = disagreement(words, figure, "", UNITS)
    assert fault is None or (fault.message and fault.help and 0 <= fault.offset <= len(words))
