"""The CSV beside each table: what a spreadsheet and a statistics program read from it."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from tables_base import library
from test_tables import made

from briefkit.tables.csv import csv_text, harmless

LIBRARY = library()


def rows(table, base=LIBRARY):
    text = csv_text(table, base)
    assert text.startswith("\ufeff")
    assert "\r\n" in text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_value_source_locator_and_quote_stand_beside_each_other():
    table = made("programmes", where="country == 'GB'", columns=["name", "running_cost", "paid_by"])
    york = rows(table)[1]
    assert york == {
        "record": "york",
        "Programme": "York",
        "Running cost (£ a year, 2019 prices)": "about 250,000",
        "Running cost: value": "250000",
        "Running cost: qualifier": "about",
        "Running cost: unit": "GBP",
        "Running cost: per": "year",
        "Running cost: price year": "2019 (assumed)",
        "Running cost: source": "adams2010",
        "Running cost: locator": "",
        "Running cost: quote": "about £250,000 a year",
        "Running cost: how held": "unseen",
        "Paid by": "“paid by the council”",
        "Paid by: value": "",
        "Paid by: unit": "",
        "Paid by: source": "adams2010",
        "Paid by: locator": "",
        "Paid by: quote": "paid by the council",
        "Paid by: how held": "unseen",
        "notes": "The price year 2019 is assumed; the source does not state it.",
    }


def test_shares_have_percentage_events_and_total():
    north = rows(
        made("studies", outcome="attendance", arms={"Breakfast": "breakfast"}, columns=["study", "arms", "odds_ratio"])
    )[0]
    assert north["Breakfast"] == "38 of 43 (88%)"
    kept = {
        "value": "88.3721",
        "events": "38",
        "total": "43",
        "unit": "percent",
        "locator": "table 2",
        "source": "adams2010",
    }
    assert {name: north[f"Breakfast: {name}"] for name in kept} == kept
    assert [north[f"Odds ratio: {name}"] for name in ("value", "interval level", "interval low", "interval high")] == [
        "2.10", "95", "1.20", "3.68",
    ]  # fmt: skip


def test_missing_values_leave_no_text_among_numbers():
    bern = rows(made("programmes", columns=["name", "patients"]))[0]
    assert (bern["Patients"], bern["Patients: value"], bern["Patients: how held"]) == ("not reported", "", "")


def test_dates_parts_scales_and_groups():
    york = rows(made("programmes", ids=["york"], columns=["name", "started", "patients.year"], group="country"))[0]
    assert (york["Started: value"], york["Patients, year: value"], york["Country"]) == (
        "1994-03",
        "2021",
        "United Kingdom",
    )
    saved = rows(made("costs", ids=["savings"], columns=["name", "amount"]))[0]
    assert saved["Amount: value"] == "1400000"


def test_derived_figures_carry_their_formula():
    column = {"header": "Cost", "formula": "running_cost / places_planned", "round": 0, "assumes": "all filled"}
    york = rows(made("programmes", ids=["york"], columns=["name", column]))[0]
    assert (york["Cost: value"], york["Cost: formula"], york["Cost: assumes"]) == (
        "16667", "running_cost / places_planned", "all filled",
    )  # fmt: skip


def test_headers_are_unique():
    columns = [
        "name",
        {"field": "country", "header": "record"},
        {"field": "patients", "header": "Who"},
        {"field": "place", "header": "Who: value"},
    ]
    text = csv_text(made("programmes", columns=columns), LIBRARY).splitlines()[0]
    headers = next(csv.reader([text]))
    assert len(set(headers)) == len(headers)
    assert "record (2)" in headers
    assert "Who: value (2)" in headers


def test_nothing_runs_in_a_spreadsheet():
    title = 'title: "=HYPERLINK(\\"http://x\\")"\nshort_title: "@SUM(A1)"\n'
    bad = (
        title
        + 'intervention: breakfast\ncountry: GB\nstatus: closed\nknown_as_of: 2020\ncite: adams2010\nplace: "+1"\npaid_by: \'"-cmd|calc"\''
    )
    base = library(programmes__bad=bad)
    found = rows(made("programmes", base, ids=["bad"], columns=["name", "title", "place", "paid_by"]), base)[0]
    assert [found["Programme"], found["Title"], found["Place"], found["Paid by"], found["Paid by: quote"]] == [
        "'@SUM(A1)", "'=HYPERLINK(\"http://x\")", "+1", "“-cmd|calc”", "'-cmd|calc",
    ]  # fmt: skip


def test_what_is_harmless():
    assert [harmless(text) for text in ("-5", "+1.5", "-", "=1", " =1", "\t=1", "\x1f=1", "plain", "-5 people", "−5")] == [
        "-5", "+1.5", "'-", "'=1", "' =1", "'\t=1", "'\x1f=1", "plain", "'-5 people", "−5",
    ]  # fmt: skip


@given(st.text(max_size=20))
def test_no_text_begins_a_formula(text):
    safe = harmless(text)
    assert safe.lstrip()[:1] not in {"=", "@"}
    assert safe in (text, "'" + text)
