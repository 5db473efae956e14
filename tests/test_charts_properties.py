"""Pictures hold for any numbers: order of naming changes nothing, a scale is a scale, and no text lies over another."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_desk import base, clipped, crowded

from briefkit.charts import costs, series, timeline
from briefkit.charts.drawing import written
from briefkit.charts.lettering import width, wrap
from briefkit.charts.scales import Linear, Logarithmic, Years, moment, money_scale
from briefkit.records.statistic import Statistic
from briefkit.values import Date, Interval, Number, Period, Range

LIBRARY = base()
AMOUNTS = ["trial.breakfast.amount", "trial.voucher.amount", "trial.nothing.amount", "town.term", "town.amount"]
PROGRAMMES = ["club_leeds", "club_york", "club_hull", "club_bonn", "club_bath", "bury_plan", "lunch_leeds"]
NUMBERS = st.decimals(-10_000_000, 10_000_000, places=2)
MONEY = st.decimals(Decimal("0.01"), 10_000_000, places=2)
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=90)


def drawn(made):
    table, faults = made
    assert faults == []
    return table.picture


def changed(**values):
    """The base with these figures (by address, with `__` for a dot) changed."""
    figures = dict(LIBRARY.figures)
    for name, changes in values.items():
        address = name.replace("__", ".")
        figures[address] = replace(figures[address], **changes)
    return replace(LIBRARY, figures=figures)


@given(st.permutations(AMOUNTS))
def test_the_order_in_which_amounts_are_named_changes_nothing(order):
    assert costs.build(LIBRARY, *order) == costs.build(LIBRARY, *AMOUNTS)


@given(st.permutations(PROGRAMMES))
def test_the_order_in_which_programmes_are_named_changes_nothing(order):
    assert timeline.build(LIBRARY, *order) == timeline.build(LIBRARY, *PROGRAMMES)


@pytest.mark.parametrize("order", [("absent", "absent_wales"), ("absent_wales", "absent")])
def test_the_order_in_which_series_are_named_changes_nothing(order):
    assert series.build(LIBRARY, *order) == series.build(LIBRARY, "absent", "absent_wales")


@given(st.permutations(list(LIBRARY.records.items())))
def test_the_order_of_the_records_changes_nothing(records):
    shuffled = replace(LIBRARY, records=dict(records))
    where = "intervention == 'breakfast'"
    assert timeline.build(shuffled, where=where) == timeline.build(LIBRARY, where=where)


@given(st.lists(MONEY, min_size=1, max_size=6), st.integers(1, 10_000))
def test_money_times_a_constant_stands_where_it_stood(amounts, times):
    small, large = (money_scale([one * factor for one in amounts], 0, 300) for factor in (1, times))
    assert type(small) is type(large)
    for amount in amounts:
        assert small.at(amount) == pytest.approx(large.at(amount * times), abs=1e-6)


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_every_amount_stands_within_its_scale_and_a_higher_one_further_right(amounts):
    scale = money_scale(amounts, 10, 300)
    places = [scale.at(amount) for amount in sorted(amounts)]
    assert places == sorted(places)
    assert all(10 - 1e-6 <= place <= 300 + 1e-6 for place in places)


@given(NUMBERS, NUMBERS, st.integers(2, 12))
def test_marks_of_a_scale_are_few_round_and_within_it(one, other, most):
    low, high = sorted([one, other])
    ticks = Linear(low, high, 0, 100).ticks(most)
    assert len(ticks) <= most
    assert all(low <= tick <= high for tick in ticks)
    steps = {b - a for a, b in pairwise(ticks)}
    assert len(steps) <= 1
    assert all(step.normalize().as_tuple().digits in ((1,), (2,), (5,)) for step in steps)


@given(MONEY, MONEY)
def test_marks_of_a_logarithmic_scale_lie_within_it(one, other):
    low, high = sorted([one, other])
    ticks = Logarithmic(low, high, 0, 100).ticks(6)
    assert all(low <= tick <= high for tick in ticks)
    assert list(ticks) == sorted(ticks)


def test_scales_are_written_without_noise():
    assert Linear(Decimal(0), Decimal("0.35"), 0, 1).ticks(8) == tuple(
        map(Decimal, ["0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3", "0.35"])
    )
    assert [str(tick) for tick in Linear(Decimal(0), Decimal(20410), 0, 1).ticks(6)] == [
        "0",
        "5000",
        "10000",
        "15000",
        "20000",
    ]
    assert [str(tick) for tick in Logarithmic(Decimal(2), Decimal(19020), 0, 1).ticks(5)] == [
        "10",
        "100",
        "1000",
        "10000",
    ]
    assert [str(tick) for tick in Logarithmic(Decimal(3), Decimal(70), 0, 1).ticks(9)] == ["5", "10", "20", "50"]
    assert Years(Decimal(1993), Decimal(2026), 0, 1).ticks(8) == (1995, 2000, 2005, 2010, 2015, 2020, 2025)
    assert written(Linear(Decimal(0), Decimal(3), 0, 100).at(Decimal(1))) == "33.33"


def test_a_date_stands_in_the_middle_of_what_is_known_of_it():
    assert [moment(Date(2014)), moment(Date(2014, 7)), moment(Date(2014, 1, 1))] == [
        Decimal("2014.5"),
        Decimal("2014.5417"),
        2014,
    ]


@given(WORDS, st.sampled_from(["label", "quiet", "strong", "heading"]), st.floats(30, 700))
def test_lines_are_no_wider_than_their_room_and_lose_no_letter(text, kind, room):
    lines = wrap(text, kind, room)
    assert all(width(line, kind) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None, max_examples=60)
@given(st.lists(MONEY, min_size=6, max_size=6), WORDS, st.sampled_from(["GBP", "CHF", "JPY"]))
def test_costs_of_any_size_and_name_stand_clear_of_each_other(numbers, label, unit):
    low, mid, high = sorted(numbers[:3])
    one, other = sorted(numbers[3:5])
    same = {"unit": unit, "label": label}
    library = changed(
        trial__arms__breakfast__amount={"value": Number(mid), "interval": Interval(Decimal(95), low, high), **same},
        trial__arms__voucher__amount={"value": Number(numbers[5]), "interval": None, **same},
        trial__arms__nothing__amount={"value": Number(-mid), **same},
        town__figures__term={"value": Range(Number(one), Number(other)), **same},
        town__amount={"value": Number(high), **same},
    )
    for names in (AMOUNTS, AMOUNTS[:2], AMOUNTS[3:]):
        picture = drawn(costs.build(library, *names))
        for drawing in (picture.wide, picture.narrow):
            assert crowded(drawing) == []
            assert clipped(drawing) == []


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(1880, 2090), min_size=6, max_size=6), st.booleans(), st.lists(NUMBERS, min_size=9, max_size=9)
)
def test_series_of_any_years_and_numbers_stand_clear_of_each_other(years, from_zero, numbers):
    figures = dict(LIBRARY.figures)
    for number, address in enumerate(one for one in LIBRARY.figures if one.startswith(("absent.", "absent_wales."))):
        year = Date(years[number % 6] + number // 6)
        figures[address] = replace(figures[address], value=Number(numbers[number]), period=Period(year, year))
    library = replace(LIBRARY, figures=figures)
    assert isinstance(library.record("absent"), Statistic)
    table, faults = series.build(library, "absent", "absent_wales", from_zero=from_zero)
    if faults:
        assert [fault.message.partition("` ")[2] for fault in faults] == ["has no numbers of two years or more"] * len(
            faults
        )
        return
    for drawing in (table.picture.wide, table.picture.narrow):
        assert crowded(drawing) == []
        assert clipped(drawing) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.dates(), min_size=5, max_size=5), WORDS)
def test_timelines_of_any_dates_and_names_stand_clear_of_each_other(days, words):
    dates = [Date(max(day.year, 1000), day.month, day.day) for day in days]
    names = ["club_leeds.started", "club_york.started", "club_york.closed", "club_hull.started", "bury_plan.proposed"]
    library = changed(
        **{name.replace(".", "__"): {"value": date} for name, date in zip(names, dates, strict=True)},
        club_bonn__legal_basis={"label": words},
    )
    picture = drawn(timeline.build(library, *PROGRAMMES))
    for drawing in (picture.wide, picture.narrow):
        assert crowded(drawing) == []
        assert clipped(drawing) == []
