"""Each mistake in the long form of a figure has its own words and blames its own key."""

import pytest
from pydantic import TypeAdapter, ValidationError

from briefkit.records.figure_form import AnyField, FigureField

_FACT = (
    'for a fact in words give its quotation alone, `{quote: "…"}`: the quotation is the value; write a number first, as in '
    "`127 people`, `up to 15 places`, `38 of 43`, `69%` or `£250,000 a year`; or write `not_reported` (the source does not "
    "say), `not_seen` (nobody has looked yet), `not_applicable` (it cannot exist) or `unclear` (the source can be read in two ways)"
)
PRICE_YEAR = (
    "add `(price year 2019)`, `(price year 2019 assumed)` when the source does not print it, or "
    "`(price year not_reported)`"
)


def told(data):
    """Key, blamed text, rule, message and way out."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(FigureField).validate_python(data)
    (error,) = caught.value.errors()
    context = error["ctx"]
    key = context["key"]
    text = data[key] if isinstance(data, dict) and key else data
    blamed = text[context["offset"] : context["offset"] + context["length"]] if isinstance(text, str) else None
    return key, blamed, context["rule"], error["msg"], context["help"]


@pytest.mark.parametrize(
    ("data", "key", "blamed", "rule", "message", "way"),
    [
        (
            ["12", "15"],
            "",
            None,
            "figure-form",
            "a list stands where one figure is asked for",
            'write it on one line, as in `127 people "…"`, or as keys: `value:`, `unit:`, `quote:`',
        ),
        (
            "12 " + "x" * 1000,
            "",
            "12 " + "x" * 1000,
            "figure-too-long",
            "this figure has 1003 characters; the most is 1000",
            "write the long form, with `value:` and `quote:`",
        ),
        (
            {"note": "nothing else"},
            "",
            None,
            "value-missing",
            "this figure has no value",
            "add `value:`, or `formula:` for a derived figure, or `quote:` for a fact in words",
        ),
        (
            {"quote": "12 people"},
            "quote",
            "12 people",
            "value-missing",
            "this figure has a quotation but no value",
            "add `value:` with the number that the quoted words bear",
        ),
        (
            {"value": "12 people", "unit": "people"},
            "unit",
            "people",
            "said-twice",
            "the unit is said twice: under `value:` and `unit:`",
            "say it in one place",
        ),
        (
            {"value": '12 "twelve"', "quote": "twelve"},
            "quote",
            "twelve",
            "said-twice",
            "the quotation is said twice: under `value:` and `quote:`",
            "say it in one place",
        ),
        (
            {"value": "12", "ci_95": ["1", "20"], "ci_90": ["2", "19"]},
            "ci_95",
            None,
            "said-twice",
            "the interval is said twice: under `ci_90:` and `ci_95:`",
            "say it in one place",
        ),
        (
            {"value": "12", "unit": "peple"},
            "unit",
            "peple",
            "unknown-unit",
            "`peple` is not a unit",
            "did you mean `people`?",
        ),
        (
            {"value": "12", "qualifier": "roughly"},
            "qualifier",
            "roughly",
            "unknown-qualifier",
            "`roughly` is not a word that a value is qualified with",
            "write `about`",
        ),
        (
            {"value": "12", "per": "year: all"},
            "per",
            "year: all",
            "per-form",
            "`per year: all` cannot be read as what a rate is counted by",
            "write it as in `per patient per year` or `per 100,000 people`",
        ),
        (
            {"value": "£12", "price_year": "2019-20"},
            "price_year",
            "2019-20",
            "price-year-form",
            "`2019-20` is not a price year",
            "write one year: for a financial year the one in which it begins, `2019 assumed`",
        ),
        (
            {"value": "12", "as_of": "2022-02-30"},
            "as_of",
            "2022-02-30",
            "date-impossible",
            "`2022-02-30` does not exist: February 2022 has 28 days",
            "dates are written year, month, day: `2022-12-06`, `2022-12` or `2022`",
        ),
        (
            {"value": "1.4", "ci_95": ["low", "3.4"]},
            "ci_95",
            None,
            "interval-form",
            "`low to 3.4` cannot be read as an interval",
            "write both ends: `ci_95: [1.2, 3.4]`",
        ),
        (
            {"value": "£30", "quote": "cost £30"},
            "value",
            "£30",
            "price-year-missing",
            "this amount of money does not say in which year's prices it stands",
            PRICE_YEAR,
        ),
        (
            {"value": "12", "quote": "twelve … people"},
            "quote",
            "…",
            "quote-ellipsis",
            "the quotation leaves words out: `…`",
            "quote one unbroken run of words; put what stands apart into `prefix:` or `suffix:`",
        ),
        (
            {"value": "12", "prefix": "the "},
            "prefix",
            "the ",
            "quote-empty",
            "`prefix:` stands without a quotation",
            "add `quote:` with the words that bear the value",
        ),
        (
            {"formula": "a / b", "value": "12"},
            "value",
            "12",
            "formula-with-value",
            "a figure with a formula has no `value:`",
            "its value is worked out, and its sources are those of the figures in the formula; leave one of the two out",
        ),
        (
            {"formula": "a / b", "as_of": "2019-13"},
            "as_of",
            "2019-13",
            "date-impossible",
            "`2019-13` does not exist: a year has 12 months",
            "dates are written year, month, day: `2022-12-06`, `2022-12` or `2022`",
        ),
        (
            {"formula": "a / b", "round": "two"},
            "round",
            "two",
            "number-form",
            "`two` is not a number of decimal places",
            "write a whole number from -6 to 6: 0 rounds to whole numbers, -3 to thousands",
        ),
        (
            {"value": "12", "assumes": "all filled"},
            "assumes",
            "all filled",
            "formula-with-value",
            "`assumes:` stands without a formula",
            "add `formula:`, or leave it out",
        ),
    ],
)
def test_a_mistake_in_the_long_form_blames_its_key(data, key, blamed, rule, message, way):
    found = told(data)
    assert found[0] == key
    assert (found[2], found[3], found[4]) == (rule, message, way)
    if blamed is not None:
        assert found[1] == blamed


@pytest.mark.parametrize(
    ("data", "rule", "message", "way"),
    [
        ({"value": "abuot 15 places", "quote": "x"}, "value-missing", "`abuot 15 places` is no number", _FACT),
        ({"value": "Act of 1971", "quote": "a law"}, "value-missing", "`Act of 1971` is no number", _FACT),
        (
            {"value": "3 boroughs pay", "quote": "3 boroughs pay"},
            "unknown-unit",
            "`boroughs pay` is not a unit",
            (
                "use a unit of `evidence/terms.yaml`, or add it there under `units:`; what else there is to say belongs in the "
                'quotation or in `note:`; a fact in words is its quotation alone, `{quote: "…"}`'
            ),
        ),
        (
            {"value": "500 m", "quote": "500 m of the site"},
            "number-form",
            "`500 m` may be metres or millions",
            "write `500 metres` or `500 million`",
        ),
    ],
)
def test_words_with_numbers_where_anything_may_stand(data, rule, message, way):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(AnyField).validate_python(data)
    (error,) = caught.value.errors()
    assert (error["ctx"]["rule"], error["msg"], error["ctx"]["help"]) == (rule, message, way)
