"""Comparison tables over a small base: rows, headers, cells and notes, word by word."""

from tables_base import library

from briefkit.tables.build import build
from briefkit.values import Number

LIBRARY = library()
BREAKFAST = "intervention == 'breakfast'"


def made(kind, base=LIBRARY, **arguments):
    table, faults = build(kind, base, **arguments)
    assert faults == []
    assert table is not None
    return table


def headings(table):
    return [column.heading for column in table.columns]


def texts(table):
    return [[cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells] for row in table.rows]


def test_programmes_by_country():
    table = made(
        "programmes", columns=["name", "country", "started", "patients", "clinics", "paid_by"], order="-started"
    )
    assert headings(table) == ["Programme", "Country", "Started", "Patients", "Clinics (canteens)", "Paid by"]
    assert texts(table) == [
        ["Leeds", "United Kingdom", "2005", "800 (2019)", "3", "not recorded"],
        ["York", "United Kingdom", "March 1994", "about 1,300 (2021)", "12", "“paid by the council”"],
        ["Bern", "Switzerland", "not reported", "not reported", "not recorded", "not recorded"],
    ]
    assert [column.align for column in table.columns] == ["left", "left", "left", "right", "right", "left"]
    assert [row.record for row in table.rows] == ["leeds", "york", "bern"]
    assert (table.name, table.caption, table.notes) == ("programmes", "Programmes", ())


def test_cells_keep_their_figures():
    york = made("programmes", ids=["york"], columns=["name", "patients", "paid_by", "status"]).rows[0].cells
    assert [cell.figure.address if cell.figure else None for cell in york] == [
        None,
        "york.patients",
        "york.paid_by",
        None,
    ]
    assert york[1].figure.cite == ("adams2010",)
    assert york[1].shown is None


def test_missing_values_are_words_and_marked():
    table = made("programme", ids=["bern"], columns=["name", "patients", "clinics"])
    assert [(cell.text, cell.missing) for cell in table.rows[0].cells] == [
        ("Bern", False), ("not reported", True), ("not recorded", True),
    ]  # fmt: skip
    assert table.rows[0].cells[1].figure.address == "bern.patients"


def test_one_year_stands_in_the_header():
    table = made("programmes", ids=["york"], columns=["name", "patients"])
    assert headings(table) == ["Programme", "Patients (2021)"]
    assert texts(table) == [["York", "about 1,300"]]


def test_amounts_that_are_alike_have_their_unit_in_the_header():
    table = made("programmes", where="country == 'GB'", columns=["name", "running_cost"])
    assert headings(table) == ["Programme", "Running cost (£ a year, 2019 prices)"]
    assert texts(table) == [["Leeds", "100,000"], ["York", "about 250,000"]]
    assert table.notes == ("The price year 2019 is assumed; the source does not state it.",)
    assert [row.cells[1].notes for row in table.rows] == [(), (1,)]


def test_amounts_that_differ_say_so_in_each_cell():
    table = made("programmes", columns=["name", "running_cost"])
    assert headings(table) == ["Programme", "Running cost"]
    assert texts(table) == [
        ["Bern", "CHF 90,000 a year (price year not reported)"],
        ["Leeds", "£100,000 a year (2019 prices)"],
        ["York", "about £250,000 a year (2019 prices)"],
    ]
    assert table.notes == (
        "These figures differ in currency and price year; they cannot be compared directly.",
        "The price year 2019 is assumed; the source does not state it.",
    )
    assert table.columns[1].notes == (1,)
    assert table.columns[1].align == "left"


def test_costs_by_place_say_what_they_cover():
    table = made("costs", each="arms", columns=["name", "arm", "amount"])
    assert texts(table) == [
        ["Meals", "breakfast", "£895 per child per year (2018 prices)"],
        ["Meals", "lunch", "£1,200 per child per year (2018 prices)"],
        ["Savings", "not applicable", "£1.4 million a year (2018 prices)"],
    ]
    assert table.notes == (
        "These figures differ in what they are counted by and what they cover; they cannot be compared directly.",
        "Covers food and staff.",
        "Covers everything that the council counted as a saving elsewhere.",
    )
    assert [row.cells[2].notes for row in table.rows] == [(2,), (2,), (3,)]


def test_an_arm_that_does_not_say_its_number_does_not_get_that_of_the_trial():
    trial = (
        "title: Trial\ndesign: randomised controlled trial\ncountry: GB\ncite: clark2014\n"
        'randomised: 85 people "85 were allocated"\n'
        'arms:\n  meals: {label: meals, randomised: 43 people "43 got meals"}\n  usual: {label: usual care}\n'
    )
    table = made(
        "studies",
        library(studies__trial=trial),
        ids=["trial"],
        each="arms",
        columns=["name", "arm", "randomised", "country"],
    )
    assert texts(table) == [
        ["Trial", "meals", "43", "United Kingdom"],
        ["Trial", "usual care", "not recorded", "United Kingdom"],
    ]


def test_short_scopes_stand_in_the_cell_and_a_column_of_them_makes_notes_needless():
    short = "title: Rent\ncountry: GB\ncite: clark2014\ncovers: rent\nperspective: provider\namount: '£5 per child a year \"£5\" (price year 2018)'"
    base = library(costs__rent=short)
    table = made("costs", base, ids=["rent", "meals"], each="arms", columns=["name", "amount"])
    assert headings(table) == ["Cost", "Amount (£ per child per year, 2018 prices)"]
    assert texts(table) == [
        ["Rent", "5 (rent)"],
        ["Meals", "895 (food and staff)"],
        ["Meals", "1,200 (food and staff)"],
    ]
    table = made("costs", base, ids=["rent", "meals"], each="arms", columns=["name", "amount", "covers"])
    assert [row.cells[1].text for row in table.rows] == ["5", "895", "1,200"]
    assert table.notes == ()


def test_derived_column():
    column = {
        "header": "Cost per place",
        "formula": "running_cost / places_planned",
        "round": 0,
        "assumes": "all places filled",
    }
    table = made("programmes", columns=["name", column], order="-Cost per place")
    assert headings(table) == ["Programme", "Cost per place (£ per place per year, 2019 prices)"]
    assert texts(table) == [["York", "about 16,667"], ["Leeds", "250"], ["Bern", "not recorded"]]
    assert table.notes == (
        "Our calculation: running cost / places planned. Assumes all places filled.",
        "The price year 2019 is assumed; the source does not state it.",
    )
    figure = table.rows[0].cells[1].figure
    assert (figure.cite, figure.derivation.inputs) == (("adams2010",), ("york.running_cost", "york.places_planned"))


def test_first_column_heads_its_row():
    assert headings(made("programmes", columns=["patients"]))[0] == "Programme"
    table = made("programmes", columns=["place", "country"])
    assert [row.cells[0].text for row in table.rows] == ["Bern", "Leeds", "York"]
    assert not any(row.cells[0].missing for row in table.rows)


def test_records_left_out_are_named():
    table = made("programmes", where="patients > 500 and not clinics == 3", columns=["name"])
    assert texts(table) == [["York"]]
    assert table.notes == ("Left out because patients is not reported and clinics is not recorded: Bern.",)


def test_a_number_that_the_source_only_bounds_may_leave_a_record_out():
    table = made("programmes", where="places_planned > 10", columns=["name"])
    assert table.notes == (
        "Left out because places planned is not recorded: Bern.",
        "Left out because places planned is not known exactly enough: York.",
    )


def test_groups():
    table = made("programmes", columns=["name"], group="country")
    assert [(row.group, row.cells[0].text) for row in table.rows] == [
        ("Switzerland", "Bern"), ("United Kingdom", "Leeds"), ("United Kingdom", "York"),
    ]  # fmt: skip
    assert table.grouped_by == "Country"
    by_id = made("programmes", ids=["york", "bern", "leeds"], columns=["name"], group="country")
    assert [row.cells[0].text for row in by_id.rows] == ["York", "Leeds", "Bern"]
    last = made("programmes", columns=["name"], group="place")
    assert [row.group for row in last.rows] == ["Leeds", "York", "not recorded"]


def test_order():
    def names(**more):
        return [row.cells[0].text for row in made("programmes", columns=["name"], **more).rows]

    assert names() == ["Bern", "Leeds", "York"]
    assert names(ids=["york", "bern"]) == ["York", "Bern"]
    assert names(order="started") == ["York", "Leeds", "Bern"]
    assert names(order=["-country", "-patients"]) == ["York", "Leeds", "Bern"]
    assert names(order="-name") == ["York", "Leeds", "Bern"]
    assert names(order="known_as_of") == ["Leeds", "Bern", "York"]


def test_parameters():
    def names(where, **parameters):
        return [
            row.cells[0].text for row in made("programmes", where=where, parameters=parameters, columns=["name"]).rows
        ]

    assert names("place == area", area="York") == ["York"]
    assert names("place == parameters.place", place="Leeds") == ["Leeds"]
    assert names("patients >= least", least="1,300") == ["York"]
    assert names("started < after", after="2000-01") == ["York"]


def test_parts_of_figures():
    table = made("programmes", columns=["name", "patients.year", "running_cost.unit", "started.year"])
    assert headings(table) == ["Programme", "Patients, year", "Running cost, unit", "Started"]
    assert texts(table)[2] == ["York", "2021", "British pounds", "1994"]
    shares = made(
        "studies", ids=["north"], columns=["name", "attendance_1y.breakfast.percent", "attendance_1y.none.events"]
    )
    assert texts(shares) == [["North", "88", "29"]]
    assert shares.columns[1].unit == "%"
    assert isinstance(shares.rows[0].cells[1].shown.value, Number)
    assert shares.rows[0].cells[1].figure.address == "north.results.attendance_1y.breakfast"


def test_series():
    series = 'title: Meals served\nmeasure: meals\ncountry: GB\ncite: clark2014\nseries:\n  y2019: 12 people "12"\n  y2020: 9 people "9"\n'
    base = library(statistics__served=series)
    table = made("statistics", base, each="series", columns=["name", {"field": "key", "header": "Year"}, "value"])
    assert headings(table) == ["Statistic", "Year", "Value (people)"]
    assert texts(table) == [["Meals served", "2019", "12"], ["Meals served", "2020", "9"]]


def test_headers_and_units_of_the_officers_own():
    columns = ["name", {"field": "clinics", "header": "Kitchens", "unit": "number"}]
    assert headings(made("programmes", columns=columns)) == ["Programme", "Kitchens (number)"]


def test_names():
    assert made("programmes", caption="Breakfast, by country!", columns=["name"]).name == "breakfast-by-country"
    assert made("programmes", columns=["name"], taken={"programmes", "programmes-2"}).name == "programmes-3"
    assert made("programmes", name="table-a", columns=["name"]).name == "table-a"


def test_broken_records_are_passed_over_in_silence():
    from tables_base import TEXTS

    from briefkit.load import load

    base, problems = load(TEXTS | {"evidence/programmes/hull.yaml": "title: Hull"})
    assert problems
    assert build("programmes", base, ids=["hull"], columns=["name"]) == (None, [])
    table, faults = build("programmes", base, ids=["hull", "york"], columns=["name"])
    assert (faults, [row.record for row in table.rows]) == ([], ["york"])
