"""Laws that every conversion of money obeys, whatever the amounts."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from test_derive_money import DEFLATOR, converted

AMOUNT = st.integers(1, 10**7)


@settings(max_examples=40, deadline=None)
@given(AMOUNT, st.sampled_from(["CHF", "GBP"]))
def test_the_same_country_and_year_change_nothing(amount, target):
    home = {"CHF": "CH", "GBP": "GB"}[target]
    found = converted(f"in_money(amount, {target}, 2010)", f'{target} {amount} "{amount}" (price year 2010)', home)
    three = Decimal(amount).quantize(Decimal(1).scaleb(Decimal(amount).adjusted() - 2), "ROUND_HALF_UP")
    assert found.value.value == three


@settings(max_examples=40, deadline=None)
@given(st.integers(100, 999), st.integers(0, 4))
def test_ten_times_the_amount_is_ten_times_the_result(amount, zeros):
    one, other = (
        converted("in_money(amount, GBP, 2023)", f'CHF {n} "{n}" (price year 2010)').value.value
        for n in (amount, amount * 10**zeros)
    )
    assert one * 10**zeros == other


@settings(max_examples=40, deadline=None)
@given(st.decimals("0.1", "900", places=3))
def test_scaling_a_whole_deflator_changes_nothing(factor):
    rows = [line for line in DEFLATOR.splitlines() if line.startswith("  CH")]
    numbers = rows[0]
    for year in ("101.991", "104.272", '"101"', "102.5"):
        number = year.strip('"')
        numbers = numbers.replace(f'"{number}"', f'"{Decimal(number) * factor:f}"')
    scaled = DEFLATOR.replace(rows[0], numbers)
    amount = 'CHF 1,000 "CHF 1,000" (price year 2010)'
    found = converted("in_money(amount, GBP, 2023)", amount, prices__deflator=scaled)
    assert found.value.value == Decimal(683)
