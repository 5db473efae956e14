"""Dates are as exact as their source; what is no date is told with the date that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.values import Date
from briefkit.values.dates import first_day, last_day, read_date, write_date
from briefkit.values.fault import Fault


@given(st.dates().filter(lambda day: 1000 <= day.year <= 2199))
def test_a_day_is_read_as_it_is_written(day):
    date = Date(day.year, day.month, day.day)
    assert read_date(write_date(date)) == date
    assert write_date(date) == day.isoformat()


@pytest.mark.parametrize(("text", "date"), [("2022", Date(2022)), ("2022-12", Date(2022, 12))])
def test_a_date_may_be_less_exact(text, date):
    assert read_date(text) == date
    assert write_date(date) == text


def test_a_month_and_a_year_begin_and_end_on_days():
    assert (first_day(Date(2022)), last_day(Date(2022))) == ((2022, 1, 1), (2022, 12, 31))
    assert (first_day(Date(2024, 2)), last_day(Date(2024, 2))) == ((2024, 2, 1), (2024, 2, 29))
    assert last_day(Date(2022, 12, 6)) == (2022, 12, 6)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("6 December 2022", "write `2022-12-06`"),
        ("6th of December 2022", "write `2022-12-06`, `2022-12` or `2022`: year, month, day"),
        ("Dec. 2022", "write `2022-12`"),
        ("2022/12/06", "write `2022-12-06`"),
        ("06.12.2022", "write `2022-12-06` or `2022-06-12`"),
        ("31.02.2022", "write `2022-12-06`, `2022-12` or `2022`: year, month, day"),
        ("", "write `2022-12-06`, `2022-12` or `2022`: year, month, day"),
    ],
)
def test_the_date_that_was_meant_is_told(text, way):
    found = read_date(text)
    assert isinstance(found, Fault)
    assert (found.rule, found.help, found.length) == ("date-form", way, max(1, len(text)))


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_fault(text):
    assert isinstance(read_date(text), Date | Fault)
