"""The one-line form: what is read is written again, and no text at all makes the reader fall over."""

from decimal import Decimal

import pytest
from figure_strategies import UNITS, stated_figures, words
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.values import (
    Date,
    Interval,
    Number,
    PriceYear,
    Quote,
    Words,
)
from briefkit.values.fault import Fault
from briefkit.values.line import read_line, write_line
from briefkit.values.stated import Stated
from briefkit.values.units import BUILT_IN

WRITTEN_AS_READ = (
    '127 people "127 were enrolled and randomly allocated"',
    '38 of 43 "88% (n=38) on injectable heroin"',
    'up to 15 places "up to 15 of Middlesbrough’s most"',
    'about £250,000 a year "set to cost about £250,000 a year" (price year 2019 assumed)',
    'CHF 51.17 per patient per day "Franken 51.17 pro Proband und Tag" (price year not_reported; at abstract)',
    "£9,000 to £15,000 a year (price year 2007; cite christianinstitute_2007; via emcdda_2011)",
    "1.40 (95% CI 1.20 to 3.4)",
    "−3 percentage points",
    "12 per 100,000 people (period 2020-10 to 2021-09)",
    "£1.4 million (price year 2020)",
    "22 clinics (as of 2021)",
    "not_reported (at table 2)",
    '"using money seized under the \\"Act\\""',
)


@pytest.mark.parametrize("text", WRITTEN_AS_READ)
def test_a_line_in_its_plainest_form_is_written_as_it_was_read(text):
    stated = read_line(text, UNITS)
    assert isinstance(stated, Stated)
    assert write_line(stated, UNITS) == text.replace("−", "-")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1 300 people", "1,300 people"),
        ("1’700 patients", "1,700 patients"),
        ("1\u202f300\u00a0people", "1,300 people"),
        ("69 percent", "69%"),
        ("8% to 12%", "8 to 12%"),
        ("8 per cent", "8%"),
        ("1 person", "1 person"),
        ("12-15 people", "12 to 15 people"),
        ("12 – 15 people", "12 to 15 people"),
        ("£1.2m-£1.5m", "£1.2 million to £1.5 million"),
        ("GBP 30", "£30"),
        ("200 000 DKK per patient each year", "DKK 200,000 per patient per year"),
        ("less than 5 people", "fewer than 5 people"),
        ("About  15", "about 15"),
        ('12 people (at p. 3) "twelve"', '12 people "twelve" (at p. 3)'),
        ("6 days open", "6 days open"),
    ],
)
def test_other_ways_of_writing_come_to_the_plain_one(text, plain):
    stated = read_line(text, UNITS)
    assert isinstance(stated, Stated)
    assert write_line(stated, UNITS) == plain


def test_every_part_of_a_line_is_kept():
    text = (
        'nearly £1.40 million per 26 weeks (95% CI 1.2 to 3.4) "the words" '
        "(price year 2019 assumed; as of 2022-12; at p. 3, table 2; cite byford2013; via @emcdda)"
    )
    assert read_line(text, UNITS) == Stated(
        value=Number(Decimal(1400000), "million"),
        qualifier="nearly",
        unit="GBP",
        per="26 weeks",
        price_year=PriceYear(2019, assumed=True),
        as_of=Date(2022, 12),
        interval=Interval(Decimal(95), Decimal("1.2"), Decimal("3.4")),
        quote=Quote("the words"),
        cite="byford2013",
        at="p. 3, table 2",
        via="emcdda",
    )


@pytest.mark.parametrize("text", ["1.40", "0.050", "1.40 million", "1,300.00"])
def test_the_digits_that_were_written_are_kept(text):
    stated = read_line(text, UNITS)
    assert isinstance(stated, Stated)
    assert write_line(stated, UNITS) == text


def test_dates_are_read_where_the_field_asks_for_them():
    assert read_line('2022-12-06 "6 December"', UNITS, dated=True) == Stated(
        value=Date(2022, 12, 6), quote=Quote("6 December")
    )
    assert read_line("about 1994", UNITS, dated=True) == Stated(value=Date(1994), qualifier="about")
    assert read_line("1994 people", UNITS) == Stated(value=Number(Decimal(1994)), unit="people")


@settings(max_examples=400, deadline=None)
@given(stated_figures())
def test_whatever_can_be_written_is_read_back_the_same(stated):
    line = write_line(stated, UNITS)
    assert line is not None
    if len(line) <= 1000:
        assert read_line(line, UNITS) == stated


@given(words)
def test_a_fact_in_words_is_read_back_the_same(text):
    stated = Stated(value=Words(text), quote=Quote(text))
    line = write_line(stated, UNITS)
    assert line is not None
    assert read_line(line, UNITS) == stated


def test_what_only_the_long_form_can_say_is_not_written_on_one_line():
    number = Number(Decimal(1))
    assert write_line(Stated(value=number, quote=Quote("a", prefix="b")), UNITS) is None
    assert write_line(Stated(value=number, at="table (2); p. 3"), UNITS) is None
    assert write_line(Stated(value=Words("ours"), quote=Quote("theirs")), UNITS) is None


PIECES = (
    '"',
    "(",
    ")",
    ";",
    " ",
    "12",
    "£",
    "$",
    "kr",
    "of",
    "to",
    "a year",
    "people",
    "%",
    "about",
    "as of",
    "2022-12-06",
    "\\",
    "’",
    "“",
    "[",
    "…",
    "95% CI",
)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.booleans())
def test_any_text_gives_a_figure_or_a_fault_that_lies_within_it(text, dated):
    found = read_line(text, BUILT_IN, dated=dated)
    if isinstance(found, Fault):
        assert 0 <= found.offset <= len(text)
        assert 1 <= found.length <= max(1, len(text) - found.offset)
        assert found.message
        assert found.help


def test_a_hostile_line_is_read_in_no_time():
    tough = [
        "(" * 900,
        '"' + "\\" * 900,
        "1," * 450,
        "1 " * 450,
        "about " * 150,
        "12 " + "a " * 400,
        "12 x" + "-" * 900,
    ]
    assert all(isinstance(read_line(text, BUILT_IN), Fault) for text in tough)


@pytest.mark.parametrize("text", ["1.300 mg", "0.500 people", "1.234", "12.345%", "1.4 million people", "1.250 years"])
def test_three_decimals_are_no_thousands_where_a_fraction_can_be_meant(text):
    assert isinstance(read_line(text, BUILT_IN), Stated)
