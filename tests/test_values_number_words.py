"""Numbers in words are read as they are written; num2words writes what is read back here."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.values.number_words import Spelt, scan_spelt, spell


@given(st.integers(0, 10**12 - 1))
def test_what_num2words_writes_is_read_back(number):
    words = spell(Decimal(number))
    assert scan_spelt(words) == Spelt(Decimal(number), len(words))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("fifteen", 15),
        ("Forty-three", 43),
        ("forty three", 43),
        ("a dozen", 12),
        ("a hundred", 100),
        ("a hundred and one", 101),
        ("two hundred and fifty thousand", 250_000),
        ("a million", 1_000_000),
        ("nineteen hundred", 1900),
    ],
)
def test_a_number_in_words_is_read(words, number):
    assert scan_spelt(words) == Spelt(Decimal(number), len(words))


@pytest.mark.parametrize(
    ("words", "read"), [("twenty and thirty", "twenty"), ("ten people", "ten"), ("one two", "one")]
)
def test_reading_stops_where_the_number_ends(words, read):
    found = scan_spelt(words)
    assert found is not None
    assert words[: found.end] == read


@pytest.mark.parametrize("words", ["", "a", "and", "people", "a people", "hundreds", "tenfold", "thousand", "15"])
def test_other_words_are_no_numbers(words):
    assert scan_spelt(words) is None


def test_decimals_are_spelt_too():
    assert spell(Decimal("1.5")) == "one point five"
