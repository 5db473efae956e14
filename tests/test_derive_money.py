"""Amounts carried to other prices, from the records to the printed number; and every amount that is refused."""

from decimal import Decimal

import pytest
from evidence_texts import base, library, lines

from briefkit.values import Number, PriceYear
from briefkit.values.write import short

DEFLATOR = """\
title: Deflator
provider: Fund
dataset: Outlook
vintage: 2025-04-22
converts: prices
series: GDP deflator
cite: news_2021
values:
  GB: {"2009": "76", "2010": "77.282", "2011": "79", "2023": "106.889"}
  CH: {"2009": "101", "2010": "101.991", "2011": "102.5", "2023": "104.272"}
  DK: {"2015": "94.323", "2023": "107.871"}
  US: {"2010": "89.632", "2023": "122.274"}
  DE: {"2010": "90", "2023": "120"}
"""
PARITY = """\
title: Parity
provider: Fund
dataset: Outlook
vintage: 2025-04-22
converts: countries
series: PPP
cite: smith2020
values:
  GB: {"2023": "0.655"}
  CH: {"2023": "0.980"}
  DK: {"2023": "5.894"}
  US: {"2023": "1"}
  DE: {"2023": "0.712"}
"""
COST = """\
title: Cost of breakfasts
country: {country}
covers: food and staff
perspective: provider
cite: smith2020
amount: {amount}
figures:
  then: {{formula: "{formula}"}}
  share: 38 of 43 "38 of 43"
  odd: USD 100 "USD 100" (price year 2010)
"""


def files(formula, amount, country="CH", **more):
    told = COST.format(country=country, amount=amount, formula=formula)
    return {"prices__deflator": DEFLATOR, "prices__parity": PARITY, "costs__meals": told, **more}


def converted(formula, amount, country="CH", **more):
    return library(**files(formula, amount, country, **more)).figures["meals.figures.then"]


def refused(formula, amount='CHF 1,000 a year "CHF 1,000" (price year 2010)', country="CH", **more):
    texts = base(**files(formula, amount, country, **more))
    return [line.partition(" ")[2] for line in lines({k: v for k, v in texts.items() if v})]


PUBLISHED = [
    ("CHF", "CH", 2010, "CHF", "1,020"),
    ("CHF", "CH", 2010, "GBP", "683"),
    ("DKK", "DK", 2015, "GBP", "127"),
    ("GBP", "GB", 2010, "DKK", "12,400"),
    ("GBP", "GB", 2010, "USD", "2,110"),
    ("USD", "US", 2010, "USD", "1,360"),
]
"""Amounts of 1,000, and what the method of the CCEMG-EPPI converter makes of them, to the three digits that are shown."""


@pytest.mark.parametrize(("currency", "country", "year", "target", "said"), PUBLISHED)
def test_amounts_of_the_method_s_own_examples(currency, country, year, target, said):
    amount = f'{currency} 1,000 "{currency} 1,000" (price year {year})'
    found = converted(f"in_money(amount, {target}, 2023)", amount, country)
    assert short(found).replace("\N{NO-BREAK SPACE}", " ") in (f"{target} {said}", f"£{said}")
    assert (found.unit, found.price_year) == (target, PriceYear(2023))


def test_series_editions_and_factors_are_said():
    found = converted("in_money(amount, GBP, 2023)", 'CHF 1,000 a year "CHF 1,000" (price year 2010)')
    assert found.derivation.working == "1,000 × 1.0224 × 0.6684"
    assert found.derivation.method == (
        "Converted (method of the CCEMG-EPPI converter): prices of Switzerland from 2010 to 2023 × 1.0224 (Fund, GDP "
        "deflator, edition of 2025-04-22); then purchasing power in 2023, Switzerland to United Kingdom × 0.6684 (Fund, PPP, "
        "edition of 2025-04-22)."
    )
    assert found.cite == ("smith2020", "news_2021")
    assert found.per == "year"


def test_an_assumed_year_stays_assumed_and_says_what_another_would_make_of_it():
    found = converted("in_money(amount, GBP, 2023)", 'about CHF 1,000 "about CHF 1,000" (price year 2010 assumed)')
    assert (found.price_year, found.qualifier) == (PriceYear(2023, assumed=True), "about")
    assert found.derivation.method.endswith(
        "The price year 2010 is assumed: were it 2009, GBP 690; were it 2011, GBP 680."
    )


def test_converted_amounts_go_on_in_a_formula():
    found = converted("in_money(amount, GBP, 2023) / 2", 'CHF 1,000 a year "CHF 1,000" (price year 2010)')
    assert (found.value, found.per, found.derivation.working) == (
        Number(Decimal(342)),
        "year",
        "1,000 × 1.0224 × 0.6684 / 2",
    )


def test_euros_name_their_country():
    amount = 'EUR 1,000 "EUR 1,000" (price year 2010)'
    assert short(converted("in_money(amount, EUR, 2023, DE)", amount, "DE")) == "€1,330"
    assert refused("in_money(amount, EUR, 2023)", amount, "DE") == [
        "money-not-convertible: euros have other prices in every country | name one: `in_money(amount, EUR, 2023, DE)`"
    ]


REFUSED = {
    "no-year": (
        "in_money(amount, GBP, 2023)",
        'CHF 1,000 "CHF 1,000" (price year not_reported)',
        "CH",
        (
            "money-not-convertible: `amount` does not say in prices of which year it is | find the year out; or assume one with "
            "a note from what: `price_year: 2009 assumed`"
        ),
    ),
    "not-money": (
        "in_money(share.percent, GBP, 2023)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        "money-not-convertible: `share.percent` is no amount of money | convert amounts only",
    ),
    "several-countries": (
        "in_money(amount, GBP, 2023)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "[CH, GB]",
        (
            "money-not-convertible: the record of `amount` names several countries | an amount is converted from the prices of "
            "one country: give it a record of its own"
        ),
    ),
    "other-money": (
        "in_money(odd, GBP, 2023)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        (
            "money-not-convertible: `odd` is in USD, which is not the money of Switzerland | find the amount in the country's own "
            "money: prices there say nothing of another currency"
        ),
    ),
    "no-number": (
        "in_money(amount, GBP, 2022)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        (
            "money-not-convertible: `Amount` cannot be converted: there is no deflator of CH for 2022 | choose a year for which "
            "both are there, or add the number to the price index with its source"
        ),
    ),
    "no-currency": (
        "in_money(amount, XYZ, 2023)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        "money-not-convertible: `XYZ` is not the code of a currency | write one such as `GBP`",
    ),
    "another-country": (
        "in_money(amount, GBP, 2023, FR)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        "money-not-convertible: `FR` is no country that pays in GBP | name its code, such as `DE`",
    ),
    "half-a-call": (
        "in_money(amount, GBP)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        (
            "formula-invalid: `in_money(…)` takes an amount, a currency and a year, and perhaps a country | write "
            "`in_money(amount, GBP, 2023)`, or for euros `in_money(amount, EUR, 2023, DE)`"
        ),
    ),
    "no-such-year": (
        "in_money(amount, GBP, 23)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        "formula-invalid: `23` is no year | write four digits, such as `2023`",
    ),
    "misspelt": (
        "in_money(amonut, GBP, 2023)",
        'CHF 1,000 "CHF 1,000" (price year 2010)',
        "CH",
        "formula-unknown: there is no figure `amonut` | did you mean `amount`?",
    ),
}


@pytest.mark.parametrize(("formula", "amount", "country", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_converted_is_refused(formula, amount, country, said):
    assert refused(formula, amount, country) == [said]


def test_series_of_two_providers_do_not_go_together():
    other = PARITY.replace("provider: Fund", "provider: Bank")
    assert refused("in_money(amount, GBP, 2023)", prices__parity=other) == [
        (
            "money-not-convertible: the price indexes come from Bank and Fund | use both of one provider: their series do not "
            "go together"
        )
    ]


def test_one_index_of_each_kind():
    assert refused("in_money(amount, GBP, 2023)", prices__other=DEFLATOR) == [
        (
            "money-not-convertible: `deflator` and `other` of the base are to convert prices | give exactly one record under "
            "`evidence/prices/` the field `converts: prices`"
        )
    ]
    none = DEFLATOR.replace("converts: prices\n", "")
    assert refused("in_money(amount, GBP, 2023)", prices__deflator=none) == [
        (
            "money-not-convertible: no price index of the base is to convert prices | give exactly one record under "
            "`evidence/prices/` the field `converts: prices`"
        )
    ]


def test_what_is_not_known_to_cover_anything_is_not_converted():
    statistic = (
        'title: Spending\nmeasure: money spent\ncountry: CH\ncite: smith2020\nvalue: CHF 1,000 "CHF 1,000" (price year 2010; as of 2010)\n'
        "figures: {then: {formula: 'in_money(value, GBP, 2023)'}}\n"
    )
    assert refused("amount * 1", statistics__spending=statistic)[-1:] == [
        "money-not-convertible: nothing says what `value` covers | put it into a record under `evidence/costs/`, with `covers:`"
    ]


def test_a_formula_that_a_comma_cuts_says_to_put_it_in_quotation_marks():
    told = COST.replace('"{formula}"', "{formula}").format(
        country="CH", amount='CHF 1,000 "CHF 1,000" (price year 2010)', formula="in_money(amount, GBP, 2023), round: -1"
    )
    assert lines(base(costs__meals=told)) == [
        (
            "costs/meals.yaml:8:19 bracket-in-value: `,` cuts this value short, because it lies between brackets | put the "
            'whole value in quotation marks: `"in_money(amount, GBP, 2023)"`'
        )
    ]


WEEKS = 'CHF 1,000 per person for 26 weeks "CHF 1,000" (price year 2010)'


def test_twenty_six_weeks_become_a_year_only_with_what_must_hold():
    annual = 'amount * 2", unit: CHF, per: "person a year'
    assert refused(annual, WEEKS) == [
        (
            "formula-period: the result is said to be per person a year, and the amounts in the formula are per person for 26 "
            "weeks | say under `assumes:` what must hold for the one to follow from the other"
        )
    ]
    assert converted(f'{annual}", assumes: "the second half costs as much', WEEKS).value == Number(Decimal(2000))
