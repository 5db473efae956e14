"""What `table(...)` says of mistakes: exact words, and the place within the expression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_base import library

from briefkit.rulebook.tables import TABLES
from briefkit.tables.build import build
from briefkit.tables.fault import Fault

LIBRARY = library()
COLUMNS = ["name"]
FORM = '`{"field": "patients", "header": "..."}` or `{"header": "Cost per place", "formula": "a / b", "round": 0}`'


def said(kind="programmes", **arguments):
    table, faults = build(kind, LIBRARY, **arguments)
    assert table is None
    return [(fault.rule, fault.message, fault.help, underlined(fault)) for fault in faults]


def underlined(fault):
    return fault.written[fault.offset : fault.offset + (fault.length or len(fault.written))]


@pytest.mark.parametrize(
    ("arguments", "rule", "message", "way_out", "place"),
    [
        ({"kind": "programs"}, "table-kind", "`programs` is not a kind of record", "did you mean `programmes`?", "programs"),
        ({"colums": []}, "table-argument", "`colums` is nothing that a table can be given", "did you mean `columns`?", "colums"),
        ({"columns": "name"}, "table-argument", "`columns` must be a list of fields",
         'write `columns=["place", "started", "patients"]`', "columns"),
        ({"order": 5}, "table-argument", "`order` must be a list of texts", 'write `order=["...", "..."]`', "order"),
        ({"caption": ["a"]}, "table-argument", "`caption` must be a text", 'write it in quotation marks: `caption="..."`', "caption"),
        ({"columns": [{"feld": "x"}]}, "table-argument", "`feld` is nothing that a column can have", "did you mean `field`?", "feld"),
        ({"columns": [{"header": "x"}]}, "table-argument", "a column has either a `field` or a `formula`", FORM, "x"),
        ({"columns": [{"formula": "a / b"}]}, "table-argument", "a column with a formula needs a `header`",
         'add `"header": "Cost per place"`', "a / b"),
        ({"columns": [{"formula": "a / b", "header": "x", "round": "many"}]}, "table-argument",
         "`round` must be a number of decimal places", "write a whole number from 0 to 6", "round"),
        ({"arms": {"a": "breakfast"}}, "table-argument", "`arms` needs an `outcome`",
         'say which outcome: `outcome="retention"`, or use `each="arms"` for one row for each arm', "arms"),
        ({"kind": "studies", "outcome": "marks", "each": "arms"}, "table-argument", "`outcome` and `each` both say what a row is",
         "give one of the two", "each"),
        ({"ids": ["yrok"]}, "table-record", "there is no programme `yrok`", "did you mean `york`?", "yrok"),
        ({"ids": ["north"]}, "table-record", "`north` is not a programme but a study", "a table has records of one kind", "north"),
        ({"columns": ["patient"]}, "table-field", "`patient` is not a field of a programme", "did you mean `patients`?", "patient"),
        ({"columns": ["notes"]}, "table-field", "`notes` is never printed",
         "it is for colleagues; put what readers should know into another field", "notes"),
        ({"kind": "studies", "columns": ["results"]}, "table-field", "`results` holds several fields",
         "write `results.attendance_1y`, `results.marks_1y` or `results.attendance_6m`", "results"),
        ({"kind": "studies", "columns": ["attendance_1y.breakfst"]}, "table-field",
         "`attendance_1y.breakfst` is not a field of a study", "did you mean `attendance_1y.breakfast`?", "attendance_1y.breakfst"),
        ({"columns": ["clinics.percent"]}, "table-field", "no programme here has `clinics.percent`",
         "write `clinics`", "clinics.percent"),
        ({"order": "-patiens"}, "table-field", "`patiens` is not a field of a programme", "did you mean `patients`?", "patiens"),
        ({"group": "contry"}, "table-field", "`contry` is not a field of a programme", "did you mean `country`?", "contry"),
        ({"order": "running_cost"}, "table-order", "`running_cost` cannot put rows in order: its figures are in CHF and GBP",
         "order by another field, or name the records with `ids`", "running_cost"),
        ({"columns": ["name", "patients", "patients"]}, "table-header-twice",
         "two columns are headed `Patients`: `patients` and `patients`",
         'give one of them words of its own: `{"field": "...", "header": "..."}`', "patients"),
        ({"name": "Table 1!"}, "table-name", "`Table 1!` cannot be a file name", "write `table-1`", "Table 1!"),
        ({"name": "old", "taken": ["old"]}, "table-name", "two tables of this brief are named `old`",
         "give one of them another name", "old"),
        ({"columns": ["name", {"header": "x", "formula": "running_cost / plces"}]}, "table-field",
         "`plces` is not a field of a programme", "did you mean `place`?", "plces"),
        ({"columns": ["name", {"field": "running_cost", "unit": "€"}], "ids": ["york"]}, "table-argument",
         "`€` cannot stand for the unit of these figures, `£`", "leave `unit` out", "€"),
        ({"kind": "studies", "outcome": "attendence"}, "table-field", "there is no result for the outcome `attendence`",
         "did you mean `attendance`?", "attendence"),
        ({"kind": "costs", "each": "armz"}, "table-field", "no cost here has several `armz`", "did you mean `arms`?", "armz"),
        ({"kind": "positions"}, "table-empty", "there is no position yet", "add one to `evidence/positions/`", ""),
        ({"where": "country = 'GB'"}, "table-condition", "`=` is no part of a condition", "write `==` for `is`", "="),
        ({"where": "contry == 'GB'"}, "table-field", "`contry` is not a field of a programme", "did you mean `country`?", "contry"),
        ({"where": "place == aera", "parameters": {"area": "York"}}, "table-field", "`aera` is not a field of a programme",
         "did you mean `area`?", "aera"),
        ({"where": "country == 'United Kingdom'"}, "table-empty",
         "this condition holds for no record: no `country` is `United Kingdom`", "write `GB`", "'United Kingdom'"),
        ({"where": "intervention == 'brekfast'"}, "table-empty",
         "this condition holds for no record: no `intervention` is `brekfast`", "did you mean `breakfast`?", "'brekfast'"),
        ({"where": "patients > 100,000"}, "table-empty", "this condition holds for no record",
         "for 1 of 3 nobody can tell, because something that it compares is missing", "patients > 100,000"),
        ({"where": "running_cost > 5"}, "table-comparison",
         "one number cannot be compared with all of these: `bern.running_cost` is in CHF and `leeds.running_cost` in GBP",
         "only money of one currency can be compared: choose the records first, as in `country == 'GB' and ...`",
         "running_cost > 5"),
        ({"where": "patients == 'many'"}, "table-comparison",
         "`patients` is a number and `'many'` is a text: they cannot be compared",
         "numbers stand without quotation marks, texts in them (met in `leeds`)", "patients == 'many'"),
    ],
)  # fmt: skip
def test_faults(arguments, rule, message, way_out, place):
    assert said(**{"kind": "programmes", "columns": COLUMNS, **arguments}) == [(rule, message, way_out, place)]


def test_a_table_without_columns():
    assert said() == [
        ("table-argument", "this table names no columns",
         'name the fields to show: `columns=["place", "started", "patients"]`', ""),
    ]  # fmt: skip


def test_a_table_of_trials_without_columns_is_told_of_its_arms():
    assert said(kind="studies", outcome="attendance") == [
        ("table-argument", "this table names no columns",
         'name the arms to show, each by a header of yours and an intervention: `arms={"Breakfast": "school_breakfast"}`', ""),
    ]  # fmt: skip


def test_formulas_that_make_no_sense_name_the_record():
    column = {"header": "x", "formula": "running_cost + patients", "round": 0}
    ((rule, message, _, place),) = said(columns=["name", column], ids=["york"])
    assert rule.startswith("formula-")
    assert message.endswith("(in `york`)")
    assert place


def test_many_mistakes_are_told_in_one_go():
    rules = [rule for rule, *_ in said(ids=["yrok"], columns=["name"], colour="red", name="A b")]
    assert rules == ["table-argument", "table-record", "table-name"]


def test_every_rule_is_in_the_rulebook():
    assert {rule.id for rule in TABLES.rules} == {
        "table-argument", "table-kind", "table-record", "table-field", "table-condition", "table-comparison", "table-order",
        "table-header-twice", "table-name", "table-empty",
    }  # fmt: skip


def test_place_within_the_expression():
    source = """table("programmes", where="contry == 'GB'", columns=["name"])"""
    fault = Fault(rule="table-field", message="", written="contry == 'GB'", offset=0, length=6)
    start, length = fault.within(source)
    assert source[start : start + length] == "contry"
    assert Fault(rule="table-field", message="", written="gone").within(source) == (0, len(source))
    in_columns = Fault(rule="table-field", message="", written="name").within(source)
    assert source[in_columns[0] - 1 : in_columns[0] + in_columns[1] + 1] == '"name"'


names = st.sampled_from(
    ["name", "place", "patients", "running_cost", "x", "", "model_fields", "__class__", "id", "a.b", "-"]
)
anything = st.one_of(
    names, st.integers(), st.lists(names, max_size=3), st.dictionaries(names, names, max_size=2), st.none()
)
arguments = st.dictionaries(
    st.sampled_from(
        ["ids", "where", "columns", "order", "group", "caption", "name", "outcome", "arms", "each", "colour"]
    ),
    anything,
)


@given(st.sampled_from(["programmes", "studies", "costs", "x", 5]), arguments)
def test_nothing_that_is_asked_for_raises(kind, asked):
    table, faults = build(kind, LIBRARY, **asked)
    assert (table is None) or not faults
    assert all(fault.message for fault in faults)
