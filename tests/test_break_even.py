"""Break-even by payer: shares worked out from cost records, told side by side, and refused where amounts do not go together."""

import pytest
from evidence_texts import base
from hypothesis import given
from hypothesis import strategies as st

from briefkit.bodies.join import join
from briefkit.load import load
from briefkit.problems import show
from briefkit.tables.break_even import HOW, build

COST = """\
title: Cost of breakfasts
short_title: Breakfasts
country: GB
covers: food and staff
perspective: public purse
cite: smith2020
amount: £1,000 per child a year "£1,000 for each child a year" (price year not_reported)
figures:
  theft: £4,000 per child a year "theft of £4,000 for each child a year" (price year not_reported)
  less: £1,500 per child a year "theft fell by £1,500 for each child a year" (price year not_reported)
  half_year: £1,500 per child for 26 weeks "£1,500 in 26 weeks" (price year not_reported)
  euros: EUR 1,500 per child a year "EUR 1,500" (price year not_reported)
  net: {formula: amount - less, label: Cost after less theft}
break_even:
"""
FULL = "  town: {payer: public purse, pays: amount, saves_on: theft, out_of: theft, saved: less, caveat: No control group}\n"


def made(accounts, cost=COST):
    texts = base() | {"evidence/costs/meals.yaml": cost + accounts}
    library, problems = load(texts)
    library, more = join(library)
    return library, [show(one, "error", texts[one.where.file]) for one in (*problems, *more)]


def cells(library, *ids):
    table, faults = build(library, *ids)
    assert faults == []
    return [[cell.text for cell in row.cells] for row in table.rows], table


def test_every_share_is_worked_out_and_says_how():
    library, problems = made(FULL)
    assert problems == []
    rows, table = cells(library, "meals")
    assert rows == [
        ["Breakfasts", "£1,000 per child per year", "theft; without: £4,000; saved: £1,500", "25%", "38%", "150%"]
    ]
    assert [row.group for row in table.rows] == ["Public purse"]
    needed = library.figures["meals.break_even.town.needed"]
    assert (needed.derivation.formula, needed.derivation.working) == (
        "meals.amount / meals.theft * 100",
        "1,000 / 4,000 × 100",
    )
    assert needed.cite == ("smith2020",)
    assert table.notes == (
        HOW,
        "No control group.",
        "The source reports no price year.",
    )


def test_what_no_source_gives_is_said_and_what_cannot_be_is_too():
    library, problems = made(
        "  nurses: {payer: health payer, pays: amount}\n"
        "  small: {payer: society, pays: theft, saves_on: food, out_of: amount}\n"
    )
    assert problems == []
    rows, table = cells(library, "meals")
    assert rows == [
        ["Breakfasts", "£1,000 per child per year", *["not reported"] * 4],
        ["Breakfasts", "£4,000 per child per year", "food; without: £1,000", "400%", "not reported", "not reported"],
    ]
    assert table.rows[1].cells[3].lead == "more than all of it"


def test_a_figure_that_was_rounded_is_not_rounded_twice():
    text = COST.replace("  net:", "  third: {formula: amount / 3, round: -2}\n  net:")
    library, problems = made("  town: {payer: public purse, pays: third, out_of: theft, round: 1}\n", text)
    assert problems == []
    rows, _ = cells(library, "meals")
    assert rows[0][1].startswith("£300 per child per year")
    assert rows[0][3] == "8.3%"


REFUSED = [
    (
        "{payer: public purse, pays: amount, out_of: half_year}",
        "break-even-unlike",
        "are per child per year and per child for 26 weeks",
    ),
    ("{payer: public purse, pays: amount, saved: euros}", "break-even-unlike", "are in EUR and in GBP"),
    ("{payer: public purse, pays: amuont}", "unknown-figure-address", "there is no figure `amuont`"),
    ("{payer: mayor, pays: amount}", "choice-invalid", "mayor"),
]


@pytest.mark.parametrize(("account", "rule", "said"), REFUSED)
def test_what_does_not_go_together_is_refused_at_its_place(account, rule, said):
    _, problems = made(f"  town: {account}\n")
    (problem,) = problems
    assert f"error[{rule}]" in problem or rule == "choice-invalid"
    assert said in problem
    assert "evidence/costs/meals.yaml:1" in problem


def test_a_cost_without_accounts_is_told_with_those_that_have_some():
    library, _ = made(FULL)
    table, (fault,) = build(library, "programme_of_nobody")
    assert table is None
    assert (fault.message, fault.help) == ("there is no cost `programme_of_nobody`", "these have: meals")


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 1000))
def test_other_money_changes_no_share(pays, out_of, saved, times):
    def shares(factor):
        amounts = {"1,000": pays, "4,000": out_of, "1,500": saved}
        text = COST
        for written, amount in amounts.items():
            text = text.replace(f"£{written} ", f"£{amount * factor:,} ").replace(
                f"£{written} for", f"£{amount * factor:,} for"
            )
        library, problems = made(FULL, text)
        assert problems == []
        return [str(library.figures[f"meals.break_even.town.{name}"].value) for name in ("needed", "fell", "covered")]

    assert shares(1) == shares(times)
