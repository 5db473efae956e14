"""The fields that take figures: both forms say the same, and each mistake in the long form blames its own key."""

from decimal import Decimal

import pytest
from figure_strategies import UNITS, stated_figures
from hypothesis import given, settings
from pydantic import BaseModel, TypeAdapter, ValidationError

from briefkit.records.figure_form import AnyField, DateField, FactField, FigureField, FigureForm
from briefkit.values import Date, Interval, Missing, Number, Period, PriceYear, Quote, Share, Words
from briefkit.values.line import write_line
from briefkit.values.long_writer import write_keys
from briefkit.values.stated import Stated
from briefkit.values.units import UnitNames


def read(data, field=FigureField, units=UNITS):
    form = TypeAdapter(field).validate_python(data, context={"units": units})
    assert isinstance(form, FigureForm)
    return form


def outcome(data):
    try:
        return read(data).stated
    except ValidationError as refused:
        return [(error["type"], error["ctx"]["rule"], error["msg"]) for error in refused.errors()]


@settings(max_examples=300, deadline=None)
@given(stated_figures())
def test_both_forms_of_a_figure_say_the_same_or_are_refused_alike(stated):
    line = write_line(stated, UNITS)
    assert line is not None
    if len(line) <= 1000:
        assert outcome(line) == outcome(write_keys(stated, UNITS))


def test_the_long_form_says_all_that_the_one_line_form_says():
    keys = {
        "value": "about £250,000",
        "per": "a year",
        "price_year": "2019 assumed",
        "as_of": "2019-10",
        "ci_95": ["200,000", "300,000"],
        "quote": "set to cost about £250,000 a year",
        "cite": "independent_middlesbrough_2019",
        "at": "p. 3",
        "via": "metro_2019",
    }
    assert read(keys).stated == Stated(
        value=Number(Decimal(250000)),
        qualifier="about",
        unit="GBP",
        per="year",
        price_year=PriceYear(2019, assumed=True),
        as_of=Date(2019, 10),
        interval=Interval(Decimal(95), Decimal(200000), Decimal(300000)),
        quote=Quote("set to cost about £250,000 a year"),
        cite="independent_middlesbrough_2019",
        at="p. 3",
        via="metro_2019",
    )


def test_the_long_form_says_more_than_one_line_can():
    form = read(
        {
            "value": "38 of 43",
            "quote": "88% (n=38)",
            "prefix": "were retained: ",
            "suffix": " on heroin",
            "subject_not_in_quote": "table heading",
            "conflicts_with": ["other.patients"],
            "preferred_because": "the later count",
            "label": "Retained",
            "note": "counted at 26 weeks",
        }
    )
    assert form.stated == Stated(
        value=Share(Decimal(38), Decimal(43)), quote=Quote("88% (n=38)", "were retained:", "on heroin")
    )
    assert form.conflicts_with == ("other.patients",)
    assert (form.subject_not_in_quote, form.preferred_because, form.label) == (
        "table heading",
        "the later count",
        "Retained",
    )


def test_a_period_has_its_two_dates():
    both = Period(Date(2020, 10), Date(2021, 9))
    for period in ({"from": "2020-10", "to": "2021-09"}, "2020-10 to 2021-09"):
        stated = read({"value": "£283,000", "price_year": "not_reported", "period": period}).stated
        assert stated is not None
        assert stated.period == both


def test_a_derived_figure_states_nothing_yet():
    form = read({"formula": "running_cost / places", "round": "1", "assumes": "all places filled"})
    assert form.stated is None
    assert (form.formula, form.places, form.assumes) == ("running_cost / places", 1, "all places filled")
    assert read({"formula": "a / b"}).places is None
    beside = read({"formula": "a / b", "as_of": "2019", "unit": "clinics", "per": "a year"}).beside
    assert beside == {"as_of": Date(2019), "unit": "clinic", "per": "year"}


def test_a_date_may_say_where_its_year_comes_from():
    form = read({"value": "2022-12-06", "quote": "on Tuesday 6 December", "year_from": "page date"}, DateField)
    assert form.stated == Stated(value=Date(2022, 12, 6), quote=Quote("on Tuesday 6 December"))
    assert form.year_from == "page date"


def test_the_quotation_of_a_fact_is_its_value_unless_we_render_it():
    words = "using money seized"
    assert read({"quote": words}, FactField).stated == Stated(value=Words(words), quote=Quote(words))
    ours = read({"value": "12 seized  accounts", "quote": words}, FactField).stated
    assert ours == Stated(value=Words("12 seized accounts"), quote=Quote(words))
    assert read("not_seen", FactField).stated == Stated(value=Missing("not_seen"))
    assert read({"value": "not_reported", "at": "p. 3"}, FactField).stated == Stated(
        value=Missing("not_reported"), at="p. 3"
    )


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("38 of 43", Share(Decimal(38), Decimal(43))),
        ("2022-12-06", Date(2022, 12, 6)),
        ("2022", Date(2022)),
        ("at least 2022", Date(2022)),
        ('2022 "since 2022" (at p. 3)', Date(2022)),
        ("2,022", Number(Decimal(2022))),
        ("2022 people", Number(Decimal(2022))),
        ({"value": "2022", "unit": "people"}, Number(Decimal(2022))),
        ({"value": "2022", "per": "year"}, Number(Decimal(2022))),
        ("3022", Number(Decimal(3022))),
        ("2022 (95% CI 2010 to 2030)", Number(Decimal(2022))),
        ('"crime did not fall"', Words("crime did not fall")),
        ({"value": "it did not fall", "quote": "crime did not fall"}, Words("it did not fall")),
        ({"value": "paid for by the 3 boroughs", "quote": "x"}, Words("paid for by the 3 boroughs")),
        ({"value": "Act of 1971", "quote": "under the Act of  1971"}, Words("Act of 1971")),
        ({"value": "3 boroughs pay it all", "quote": "3 boroughs pay it all"}, Words("3 boroughs pay it all")),
        ({"quote": "crime did not fall"}, Words("crime did not fall")),
    ],
)
def test_a_field_for_anything_takes_what_it_finds(data, value):
    stated = read(data, AnyField).stated
    assert stated is not None
    assert stated.value == value


def test_the_units_of_the_base_come_with_the_context():
    assert read("22 clinics").stated == Stated(value=Number(Decimal(22)), unit="clinic")
    with pytest.raises(ValidationError, match="`clinics` is not a unit"):
        read("22 clinics", units=UnitNames())


def test_an_unknown_key_is_left_to_whoever_words_the_fields():
    with pytest.raises(ValidationError) as caught:
        read({"value": "12", "quotes": "twelve"})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("extra_forbidden", ("quotes",))]


def test_editors_are_told_of_both_forms():
    class Record(BaseModel):
        patients: FigureField

    line, keys = Record.model_json_schema()["properties"]["patients"]["anyOf"]
    assert line["type"] == ["string", "number", "boolean"]
    assert keys == {"$ref": "#/$defs/FigureForm"}
    fields = Record.model_json_schema()["$defs"]["FigureForm"]["properties"]
    assert all(field.get("description") for field in fields.values())
