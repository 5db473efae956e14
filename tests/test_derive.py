"""Derived figures: arithmetic with units, prices and qualifiers; what cannot be meant is refused in plain words."""

from decimal import Decimal

import pytest
from evidence_texts import base, library, lines
from hypothesis import given
from hypothesis import strategies as st

from briefkit.derive.formula import Constant, Name, Negative, Operation, Sum, read_formula
from briefkit.derive.working import work
from briefkit.library import Library
from briefkit.values import Date, Missing, Number, PriceYear
from briefkit.values.fault import Fault
from briefkit.values.units import BUILT_IN

HEAD = """\
title: x
design: other
cite: smith2020
figures:
  people: 12 people "12" (as of 2020)
  places: up to 15 places "up to 15"
  cost: about £250,000 a year "£250,000" (price year 2019 assumed)
  cost_2015: £100 "£100" (price year 2015)
  cost_2019: £50 "£50" (price year 2019; cite news_2021)
  each: £30 per patient a year "£30" (price year 2019)
  share: 38 of 43 "38 of 43"
  other: 69% "69%"
  range: 12 to 15 people "12 to 15"
  ratio: 2.10 (95% CI 1.20 to 3.68) "2.10"
  words: {quote: "so"}
  gone: not_reported
  unknown: £8 "£8" (price year not_reported)
  other_unknown: £4 "£4" (price year not_reported; cite news_2021)
"""


def derived(formula):
    """The figure that a formula makes in the record above; more fields of it may follow the formula."""
    return library(studies__x=f"{HEAD}  result: {{formula: {formula}}}\n").figures["x.figures.result"]


def refused(formula):
    """What is said about a formula that makes nothing: column, rule, message and way out."""
    [line] = lines(base(studies__x=f"{HEAD}  result: {{formula: {formula}}}\n"))
    return line.removeprefix("studies/x.yaml:19:")


def test_a_cost_per_place():
    figure = library().figures["breakfast_leeds.figures.cost_per_place"]
    assert figure.value == Number(Decimal(16667))
    assert (figure.qualifier, figure.unit, figure.per) == ("about", "GBP", "place per year")
    assert figure.price_year == PriceYear(2019, assumed=True)
    assert figure.cite == ("news_2021",)
    assert figure.quote is None
    made = figure.derivation
    assert (made.formula, made.working, made.places) == ("running_cost / places_planned", "250,000 / 15", 0)
    assert made.inputs == ("breakfast_leeds.running_cost", "breakfast_leeds.places_planned")
    assert made.assumes == "all places filled"


def test_a_difference_of_percentages_is_counted_in_percentage_points():
    figure = library().figures["north_trial.results.attendance_1y.figures.difference"]
    assert (str(figure.value.value), figure.unit) == ("19.3", "percentage_point")
    assert figure.derivation.working == "88.372 − 69.048"


@pytest.mark.parametrize(
    ("formula", "value", "unit", "per"),
    [
        ("people * 2", "24", "people", None),
        ("people + people", "24", "people", None),
        ("'sum(people, people, 1)'", "25", "people", None),
        ("(people - 2) * 3", "30", "people", None),
        ("-people", "-12", "people", None),
        ("people / people", "1", None, None),
        ("people / 8", "1.5", "people", None),
        ("cost_2019 / people", "4.17", "GBP", "person"),
        ("each * people", "360", "GBP", "year"),
        ("100 - other", "31", "percent", None),
        ("other + other", "138", "percent", None),
        ("share.percent - other", "19.37", "percentage_point", None),
        ("share.total - share.events", "5", None, None),
        ("range.low * 2", "24", "people", None),
        ("ratio.high - ratio.low", "2.48", None, None),
        ("ratio × people", "25.2", "people", None),
        ("breakfast_leeds.patients ÷ x.people", "10", None, None),
        ("people * other / 100", "8.28", "people", None),
        ("other / 100 * people", "8.28", "people", None),
    ],
)
def test_units_follow_from_the_formula(formula, value, unit, per):
    figure = derived(
        formula
        if "." in value and len(value.split(".")[1]) < 2
        else f"{formula}, round: {len(value.partition('.')[2])}"
    )
    assert (str(figure.value.value), figure.unit, figure.per) == (value, unit, per)


def test_the_officer_may_say_the_unit():
    assert derived("people * 2, as_of: 2019").as_of == Date(2019)
    figure = derived("people * people, unit: people, per: year")
    assert (figure.value, figure.unit, figure.per) == (Number(Decimal(144)), "people", "year")


@pytest.mark.parametrize(
    ("formula", "qualifier"),
    [
        ("places * 2", "up to"),
        ("places + 1", "up to"),
        ("100 - places", "about"),
        ("cost + cost_2019 * 0", "about"),
        ("cost / places, round: 0", "about"),
        ("places / people", "up to"),
        ("people / places, round: 1", "about"),
        ("-places", "about"),
        ("people * 2", None),
    ],
)
def test_a_qualifier_is_kept_only_when_it_can_mean_nothing_else(formula, qualifier):
    if formula == "cost + cost_2019 * 0":
        assert refused(formula).startswith("21 formula-units: GBP per year and GBP cannot be added")
    else:
        assert derived(formula).qualifier == qualifier


def test_sources_and_times_are_those_of_the_inputs():
    figure = derived("cost_2019 / people, round: 2")
    assert figure.cite == ("news_2021", "smith2020")
    assert figure.as_of is None
    assert derived("people * 2").as_of is not None


def test_amounts_of_one_source_go_together_without_a_price_year():
    assert derived("unknown / (unknown + unknown)").value == Number(Decimal("0.5"))
    assert derived("unknown + unknown").price_year == PriceYear(None)


def test_a_figure_may_be_rounded_to_hundreds():
    figure = derived("breakfast_leeds.patients * 12, round: -2")
    assert (str(figure.value.value), figure.derivation.places) == ("1400", -2)


def test_what_is_missing_stays_missing():
    assert derived("gone / people").value == Missing("not_reported")


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("people + cost", "21 formula-units: people and GBP per year cannot be added | both sides need the same unit, counted by the same thing"),
        ("people * people", "21 formula-units: the unit of the result does not follow from the formula | say it: add `unit:` (and `per:`), or leave the formula out"),
        ("cost_2015 + cost_2019", "21 formula-prices: amounts in prices of 2015 and of 2019 are put together | convert them to the prices of one year first"),
        ("each + unknown, round: 0", "21 formula-units: GBP per patient per year and GBP cannot be added | both sides need the same unit, counted by the same thing"),
        ("unknown + other_unknown", "21 formula-prices: amounts of two sources are put together, and neither says in prices of which year | find out the price years first"),
        ("unknown + cost_2019", "21 formula-prices: amounts in prices of an unknown year and of 2019 are put together | convert them to the prices of one year first"),
        ("people / 7", "21 formula-unrounded: the result has no end: 1.7142… | say how many decimal places to keep: `round: 0`"),
        ("share * 2", "21 formula-invalid: `share` is a share, and a formula needs one number | write `share.percent`, `share.events` or `share.total`"),
        ("range * 2", "21 formula-invalid: `range` is a range, and a formula needs one number | write `range.low` or `range.high`"),
        ("words * 2", "21 formula-invalid: `words` is no number | formulas work with numbers only"),
        ("people / (people - people)", "21 formula-invalid: the formula divides by zero | look at the figure below the line"),
        ("2 * peple", "25 formula-unknown: there is no figure `peple` | did you mean `people`?"),
        ("2 * north_trial.randomized", "25 formula-unknown: there is no figure `north_trial.randomized` | did you mean `north_trial.randomised`?"),
        ("result * 2", "21 formula-circular: the formula leads back to itself: x.result → x.result | one of them has to be taken from a source"),
        ("people ^ 2", "28 formula-invalid: `^` cannot stand in a formula | a formula holds names of figures, numbers, `+ - * /`, parentheses, `sum(…)` and `in_money(…)`"),
        ("(people", "27 formula-invalid: a `)` is missing at the end | a formula holds names of figures, numbers, `+ - * /`, parentheses, `sum(…)` and `in_money(…)`"),
        ("max(people)", "21 formula-invalid: `max(…)` is not a function of formulas | a formula holds names of figures, numbers, `+ - * /`, parentheses, `sum(…)` and `in_money(…)`"),
        ("people people", "28 formula-invalid: `people` is not expected here | a formula holds names of figures, numbers, `+ - * /`, parentheses, `sum(…)` and `in_money(…)`"),
        ("people * 2, unit: peple", "39 unknown-unit: `peple` is not a unit | did you mean `people`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(formula, said):
    assert refused(formula) == said


def test_a_circle_is_reported_once_and_breaks_all_in_it():
    text = HEAD + "  a: {formula: b * 2}\n  b: {formula: a * 2}\n  c: {formula: a + 1}\n"
    assert lines(base(studies__x=text)) == [
        (
            "studies/x.yaml:20:16 formula-circular: the formula leads back to itself: x.a → x.b → x.a | "
            "one of them has to be taken from a source"
        )
    ]


def test_a_formula_may_be_as_deep_as_anybody_needs_and_no_deeper():
    assert isinstance(read_formula("(" * 500 + "1"), Fault)
    assert isinstance(read_formula("-" * 400 + "1"), Fault)
    assert isinstance(read_formula("1" * 501), Fault)


TERMS = st.recursive(
    st.integers(0, 99).map(str),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda one: f"-({one})"),
        st.lists(inner, min_size=1, max_size=3).map(lambda many: f"sum({', '.join(many)})"),
    ),
    max_leaves=8,
)


@given(TERMS)
def test_formulas_come_to_what_arithmetic_says(text):
    term = read_formula(text)
    assert not isinstance(term, Fault)
    expected = eval(text.replace("sum(", "add("), {"add": lambda *many: sum(many)})  # noqa: S307  a text of our own
    worked = work(term, {}, BUILT_IN)
    assert worked.quantity.value == expected
    again = read_formula(worked.text)
    assert not isinstance(again, Fault)
    assert work(again, {}, BUILT_IN).quantity.value == expected


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    assert isinstance(read_formula(text), Constant | Name | Operation | Negative | Sum | Fault)


def test_the_library_is_not_changed_by_deriving():
    made = library()
    assert isinstance(made, Library)
    assert set(made.figures) == set(library().figures)
