"""Countries and currencies by their codes, and what was meant by what is none."""

import pytest

from briefkit.values.iso import (
    country_name,
    currency_name,
    currency_symbol,
    is_country,
    is_currency,
    suggest_country,
    suggest_currency,
)
from briefkit.values.units import BUILT_IN, UnitNames

CODES = "write the two capital letters of ISO 3166-1, such as `GB` or `CH`"


@pytest.mark.parametrize(("code", "name"), [("GB", "United Kingdom"), ("NO", "Norway"), ("CH", "Switzerland")])
def test_countries_have_names(code, name):
    assert is_country(code)
    assert country_name(code) == name


@pytest.mark.parametrize("code", ["UK", "gb", "EU", "ZZ", "QO", "G", "GBR", "", "419"])
def test_other_codes_are_no_countries(code):
    assert not is_country(code)
    assert country_name(code) == code


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("UK", "did you mean `GB` (United Kingdom)?"),
        ("gb", "did you mean `GB` (United Kingdom)?"),
        ("England", "did you mean `GB` (United Kingdom)?"),
        ("Switzerlnd", "did you mean `CH` (Switzerland)?"),
        ("Norway", "did you mean `NO` (Norway)?"),
        ("Holland", "did you mean `NL` (Netherlands)?"),
        ("EU", CODES),
        ("", CODES),
    ],
)
def test_what_was_meant_by_something_that_is_no_country(wrong, said):
    assert suggest_country(wrong) == said


def test_currencies_have_names_and_two_have_symbols():
    assert all(is_currency(code) for code in ("GBP", "EUR", "CHF", "DKK"))
    assert not any(is_currency(code) for code in ("gbp", "XYZ", "GB", "£", "ÄÖÜ"))
    assert [currency_symbol(code) for code in ("GBP", "EUR", "USD", "DKK")] == ["£", "€", "", ""]
    assert [currency_name(code) for code in ("GBP", "CHF", "XYZ")] == ["British pounds", "Swiss francs", "XYZ"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("pounds", "did you mean `GBP` (British pounds)?"),
        ("chf", "did you mean `CHF`?"),
        ("SFr", "did you mean `CHF` (Swiss francs)?"),
        ("people", ""),
    ],
)
def test_what_was_meant_by_something_that_is_no_currency(wrong, said):
    assert suggest_currency(wrong) == said


def test_a_unit_goes_by_its_id_its_singular_and_its_plural():
    units = UnitNames({"clinic": ("clinic", "clinics"), "place": ("slot", "slots")})
    assert {units.find(name) for name in ("clinic", "Clinics")} == {"clinic"}
    assert {units.find(name) for name in ("%", "percent", "per cent")} == {"percent"}
    assert {units.find(name) for name in ("percentage point", "percentage_points", "percentage points")} >= {
        "percentage_point"
    }
    assert units.find("CHF") == "CHF"
    assert units.find("chf") is None
    assert (units.noun("place", plural=True), units.noun("people", plural=False)) == ("slots", "person")
    assert "clinics" in units.nouns
    assert "clinics" not in BUILT_IN.nouns


def test_the_longest_unit_is_read_first():
    assert BUILT_IN.leading("percentage points a year") == ("percentage_point", 17)
    assert BUILT_IN.leading("per cent of all") == ("percent", 8)
    assert BUILT_IN.leading("%") == ("percent", 1)
    assert BUILT_IN.leading("clinics") is None


def test_money_is_known_by_its_code():
    assert BUILT_IN.is_money("GBP")
    assert not BUILT_IN.is_money("people")
    assert not BUILT_IN.is_money(None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("peple", "did you mean `people`?"),
        ("pounds", "did you mean `GBP` (British pounds)?"),
        ("zzz", "use a unit of `evidence/terms.yaml`, or add it there under `units:`"),
    ],
)
def test_what_was_meant_by_something_that_is_no_unit(wrong, said):
    assert BUILT_IN.suggest(wrong) == said
