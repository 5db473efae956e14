"""Money of another year and country: published series, and what no conversion may do."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.synthesis.conversion import LackingError, in_money

D = Decimal
DEFLATOR = {
    "CH": {"2010": D("101.991"), "2023": D("104.272")},
    "DK": {"2015": D("94.323"), "2023": D("107.871")},
    "GB": {"2010": D("77.282"), "2023": D("106.889")},
    "US": {"2010": D("89.632"), "2023": D("122.274")},
}
PARITY = {"CH": {"2023": D("0.980")}, "DK": {"2023": D("5.894")}, "GB": {"2023": D("0.655")}, "US": {"2023": D(1)}}
"""IMF World Economic Outlook, April 2025."""


@pytest.mark.parametrize(
    ("origin", "target", "amount"),
    [
        (("CH", "2010"), ("CH", "2023"), "1022.36"),
        (("CH", "2010"), ("GB", "2023"), "683.32"),
        (("DK", "2015"), ("GB", "2023"), "127.09"),
        (("GB", "2010"), ("DK", "2023"), "12445.82"),
        (("GB", "2010"), ("US", "2023"), "2111.61"),
        (("US", "2010"), ("US", "2023"), "1364.18"),
    ],
)
def test_first_the_own_deflator_then_the_parity_of_the_target_year(origin, target, amount):
    found = in_money(D(1000), origin, target, DEFLATOR, PARITY)
    assert found.amount.quantize(D("0.01")) == D(amount)
    assert found.amount == pytest.approx(1000 * found.inflation * found.purchasing_power)


def test_the_same_year_and_country_change_nothing_and_ask_for_nothing():
    assert in_money(D(7), ("NO", "1990"), ("NO", "1990"), {}, {}).amount == 7


def test_what_is_not_there_is_named():
    with pytest.raises(LackingError, match="there is no deflator of DK for 2010"):
        in_money(D(1), ("DK", "2010"), ("DK", "2023"), DEFLATOR, PARITY)
    with pytest.raises(LackingError, match="there is no purchasing power parity of NO for 2023"):
        in_money(D(1), ("GB", "2010"), ("NO", "2023"), DEFLATOR, PARITY)


@given(st.decimals("0.001", "1000", places=3), st.decimals("1", "100000", places=2))
def test_scaling_a_whole_deflator_changes_nothing_and_scaling_money_scales_it(factor, amount):
    scaled = {**DEFLATOR, "CH": {year: value * factor for year, value in DEFLATOR["CH"].items()}}
    one = in_money(amount, ("CH", "2010"), ("GB", "2023"), DEFLATOR, PARITY).amount
    assert in_money(amount, ("CH", "2010"), ("GB", "2023"), scaled, PARITY).amount == pytest.approx(one)
    twice = in_money(amount * factor, ("CH", "2010"), ("GB", "2023"), DEFLATOR, PARITY).amount
    assert twice == pytest.approx(one * factor)


def test_there_and_back_in_one_year_is_where_it_began():
    there = in_money(D(1000), ("GB", "2023"), ("DK", "2023"), DEFLATOR, PARITY).amount
    assert in_money(there, ("DK", "2023"), ("GB", "2023"), DEFLATOR, PARITY).amount == pytest.approx(D(1000))
