"""What figures look like on a page."""

from decimal import Decimal

import pytest
from figure_of import figure_of
from figure_strategies import UNITS

from briefkit.values import Date
from briefkit.values.write import attribute, date_text, full, missing_words, noun, number_text, price_note, short

LINES = [
    ("up to 15 places", "up to 15", "up to 15 places"),
    ("1 place", "1", "1 place"),
    ("0 places", "0", "0 places"),
    ("about £250,000 a year (price year 2019)", "about £250,000", "about £250,000 a year"),
    ("£1.40 million (price year 2019)", "£1.40~million", "£1.40~million"),
    ("£-30 (price year 2019)", "−£30", "−£30"),
    ("CHF 51.17 per patient per day", "CHF~51.17", "CHF~51.17 per patient per day"),
    ("£9,000 to £15,000 an hour", "£9,000~to~£15,000", "£9,000~to~£15,000 an hour"),
    ("€1 million to €2 million", "€1~million~to~€2~million", "€1~million~to~€2~million"),
    ("DKK 1 to DKK 2", "DKK~1~to~DKK~2", "DKK~1~to~DKK~2"),
    ("38 of 43 people", "38~of~43", "38~of~43 people"),
    ("69%", "69%", "69%"),
    ("8 to 12%", "8%~to~12%", "8%~to~12%"),
    ("-3 percentage points", "−3~percentage~points", "−3~percentage~points"),
    ("1 percentage point", "1~percentage~point", "1~percentage~point"),
    ("5 to 10 mg", "5~to~10~mg", "5~to~10~mg"),
    ("26 weeks", "26", "26 weeks"),
    ("12 deaths per 100,000 people", "12 per 100,000 people", "12 deaths per 100,000 people"),
    ("1.4 million people", "1.4~million", "1.4~million people"),
    ("fewer than 5 people", "fewer than 5", "fewer than 5 people"),
    ("fewer than 5%", "less than 5%", "less than 5%"),
    ("fewer than £5", "less than £5", "less than £5"),
    ("fewer than 5 weeks", "less than 5", "less than 5 weeks"),
    ("fewer than 0.001", "less than 0.001", "less than 0.001"),
    ("22 clinics", "22", "22 clinics"),
    ("1.40 ratio", "1.40", "1.40"),
    ("not_applicable", "not applicable", "not applicable"),
    ('"crime did not fall"', "crime did not fall", "crime did not fall"),
    ("date 2022-12-06", "6~December~2022", "6~December~2022"),
    ("date about 1994", "about 1994", "about 1994"),
]


@pytest.mark.parametrize(("text", "brief", "whole"), LINES)
def test_a_figure_prints_short_and_full(text, brief, whole):
    figure, _ = figure_of(text)
    assert short(figure, UNITS) == brief.replace("~", "\u00a0")
    assert full(figure, UNITS) == whole.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("38 of 43", "percent", "88%"),
        ("38 of 43", "percent1", "88.4%"),
        ("38 of 43", "percent2", "88.37%"),
        ("about 38 of 43", "percent", "about 88%"),
        ("1 of 1000", "percent", "0.1%"),
        ("999 of 1000", "percent", "99.9%"),
        ("0 of 43", "percent", "0%"),
        ("43 of 43", "percent", "100%"),
        ("0 of 0", "percent", None),
        ("8.6%", "percent", "9%"),
        ("more than 8.6%", "percent", "more than 8%"),
        ("fewer than 8.4%", "percent", "less than 9%"),
        ("127 people", "percent", None),
        ("up to 38 of 43", "events", "up to 38"),
        ("38 of 1043", "total", "1,043"),
        ("127 people", "total", None),
        ("about £9,000 to £15,000", "low", "about £9,000"),
        ("£9,000 to £15,000", "high", "£15,000"),
        ("1.40 (95% CI 1.2 to 3.4)", "low", "1.2"),
        ("127 people", "low", None),
        ("about £250,000", "value", "about 250,000"),
        ("8 to 12%", "value", "8~to~12"),
        ("38 of 43", "value", "38~of~43"),
        ("1 place", "unit", "places"),
        ("£5", "unit", "British pounds"),
        ("5%", "unit", "per cent"),
        ("5", "unit", None),
        ("1.40 (95% CI 1.2 to 3.4)", "interval", "95%~CI~1.2~to~3.4"),
        ("5% (95% CI 1 to 9)", "interval", "95%~CI~1%~to~9%"),
        ("-3 percentage points (95% CI -5 to -1)", "interval", "95%~CI~−5~to~−1~percentage~points"),
        ("5", "interval", None),
        ("date 2022-12-06", "year", "2022"),
        ("date up to 1994", "year", "up to 1994"),
        ("5 people (as of 2021-12)", "year", "2021"),
        ("5 people", "year", None),
        ('5 people "five"', "quote", "five"),
        ("5 people", "quote", None),
        ("£5 (price year 2019 assumed)", "price_year", "2019, assumed"),
        ("£5 (price year not_reported)", "price_year", "not reported"),
        ("5 people", "price_year", None),
        ("5 people", "full", "5 people"),
        ("5 people", "colour", None),
        ("not_reported", "percent", None),
        ("not_reported", "value", "not reported"),
    ],
)
def test_a_figure_prints_what_it_is_asked_for(text, name, said):
    figure, _ = figure_of(text)
    assert attribute(figure, name, UNITS) == (said.replace("~", "\u00a0") if said is not None else None)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("£5 (price year 2019)", "2019 prices"),
        ("£5 (price year 2019 assumed)", "2019 prices, assumed"),
        ("£5 (price year not_reported)", "price year not reported"),
        ("5 people", ""),
    ],
)
def test_an_amount_says_in_which_prices_it_stands(text, note):
    assert price_note(figure_of(text)[0]) == note


def test_numbers_dates_and_missing_values_in_words():
    assert [number_text(Decimal(n)) for n in ("1300", "-3", "1.40", "1E+3")] == ["1,300", "−3", "1.40", "1,000"]
    assert [date_text(day) for day in (Date(2022), Date(2022, 12))] == ["2022", "December\u00a02022"]
    assert missing_words("not_seen") == "not seen"


def test_a_unit_of_the_base_is_printed_from_its_id_where_its_words_are_not_at_hand():
    figure, _ = figure_of("22 clinics")
    assert full(figure) == "22 clinics"
    assert noun(figure, UNITS) == "clinics"
