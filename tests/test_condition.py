"""Conditions: read, written again, faults in the words of an officer."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.tables.condition import KEYWORDS, All, Among, Amount, Compare, Day, Not, Path, Some, Text, write
from briefkit.tables.fault import Fault
from briefkit.tables.parse import parse
from briefkit.values import Date

keys = st.from_regex(r"[a-z_][a-z0-9_]{0,8}(\.[a-z0-9_]{1,6}){0,3}", fullmatch=True)
fields = keys.filter(lambda name: name not in KEYWORDS).map(Path)
texts = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12).map(Text)
numbers = st.decimals(min_value=-(10**14), max_value=10**14, allow_nan=False, places=3)
amounts = st.builds(Amount, numbers, st.sampled_from(["", "percent", "percentage_point", "GBP", "CHF"]))
days = st.dates().filter(lambda day: 1000 <= day.year <= 2199)
dates = st.one_of(days.map(lambda d: Day(Date(d.year, d.month))), days.map(lambda d: Day(Date(d.year, d.month, d.day))))
operands = st.one_of(fields, texts, amounts, dates)
tests = st.one_of(
    st.builds(Compare, operands, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), operands),
    st.builds(Among, operands, st.lists(operands, min_size=1, max_size=4).map(tuple)),
)


def joined(inside):
    several = st.lists(inside, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, inside), st.builds(All, several), st.builds(Some, several))


conditions = st.recursive(tests, joined, max_leaves=12)


@given(conditions)
def test_what_is_written_is_read_again(condition):
    assert parse(write(condition)) == condition


@given(st.text())
def test_any_text_is_a_condition_or_a_fault(text):
    found = parse(text)
    if isinstance(found, Fault):
        assert found.rule == "table-condition"
        assert found.message
        assert found.help
        assert 0 <= found.offset <= len(text)


pieces = [
    "a",
    "b.c",
    "'x'",
    "1,300",
    "1994-03",
    "==",
    "<",
    "in",
    "[",
    "]",
    ",",
    "(",
    ")",
    "and",
    "or",
    "not",
    "%",
    "£",
    "GBP",
]


@given(st.lists(st.sampled_from(pieces), max_size=12).map(" ".join))
def test_any_row_of_pieces_is_a_condition_or_a_fault(text):
    found = parse(text)
    if not isinstance(found, Fault):
        assert parse(write(found)) == found


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("patients > 1,300", Compare(Path("patients"), ">", Amount(Decimal(1300)))),
        ("patients > 1 300", Compare(Path("patients"), ">", Amount(Decimal(1300)))),
        ("patients > 1’300", Compare(Path("patients"), ">", Amount(Decimal(1300)))),
        ("patients > 1300", Compare(Path("patients"), ">", Amount(Decimal(1300)))),
        ("change < -1.5", Compare(Path("change"), "<", Amount(Decimal("-1.5")))),
        ("change < −1.5", Compare(Path("change"), "<", Amount(Decimal("-1.5")))),
        ("amount > £1.4 million", Compare(Path("amount"), ">", Amount(Decimal(1400000), "GBP"))),
        ("amount > €5", Compare(Path("amount"), ">", Amount(Decimal(5), "EUR"))),
        ("amount > DKK 70 million", Compare(Path("amount"), ">", Amount(Decimal(70000000), "DKK"))),
        ("amount > 70 DKK", Compare(Path("amount"), ">", Amount(Decimal(70), "DKK"))),
        ("share >= 50%", Compare(Path("share"), ">=", Amount(Decimal(50), "percent"))),
        ("change >= 5 percentage points", Compare(Path("change"), ">=", Amount(Decimal(5), "percentage_point"))),
        ("started < 1994", Compare(Path("started"), "<", Amount(Decimal(1994)))),
        ("started < 1994-03", Compare(Path("started"), "<", Day(Date(1994, 3)))),
        ("started < 1994-03-21", Compare(Path("started"), "<", Day(Date(1994, 3, 21)))),
        ('place == "York"', Compare(Path("place"), "==", Text("York"))),
        (r"place == 'Bishop\'s'", Compare(Path("place"), "==", Text("Bishop's"))),
        ("published == true", Compare(Path("published"), "==", Text("true"))),
        ("country in ['GB', 'CH',]", Among(Path("country"), (Text("GB"), Text("CH")))),
        ("country not in ['GB']", Not(Among(Path("country"), (Text("GB"),)))),
        ("a == 1 or b == 2 and not c == 3",
         Some((Compare(Path("a"), "==", Amount(Decimal(1))),
               All((Compare(Path("b"), "==", Amount(Decimal(2))), Not(Compare(Path("c"), "==", Amount(Decimal(3)))))))),
         ),
        ("(a == 1 or b == 2) and c == 3",
         All((Some((Compare(Path("a"), "==", Amount(Decimal(1))), Compare(Path("b"), "==", Amount(Decimal(2))))),
              Compare(Path("c"), "==", Amount(Decimal(3))))),
         ),
    ],
)  # fmt: skip
def test_reads(written, read):
    assert parse(written) == read


SIDES = "a comparison has a field, a text, a number or a date on each side: `country == 'GB'`"
BETWEEN = "put `and`, `or` or a comparison such as `==` between them; a text stands in quotation marks"


@pytest.mark.parametrize(
    ("written", "underlined", "message", "way_out"),
    [
        ("", "", "this condition is empty", SIDES),
        ("   ", "", "this condition is empty", SIDES),
        ("country ==", "=", "this condition stops too early", SIDES),
        ("country = 'GB'", "=", "`=` is no part of a condition", "write `==` for `is`"),
        ("country <> 'GB'", "<>", "`<>` is no part of a condition", "write `!=` for `is not`"),
        ("country == ‘GB’", "‘", "`‘` is no part of a condition", "write straight quotation marks: `'GB'`"),
        ("country == 'GB", "'GB", "this text has no closing quotation mark",
         "put the same mark (') at the end of the text; a mark inside it is written \\'"),
        ("country is 'GB'", "is", "`is` is no part of a condition", "write `==` for `is`, `!=` for `is not`"),
        ("place contains 'York'", "contains", "`contains` is no part of a condition",
         "texts are compared whole: write `==`, or `in [...]` for several"),
        ("a == 1 && b == 2", "&&", "`&&` is no part of a condition", "write `and`"),
        ("patients", "patients", "`patients` is compared with nothing",
         "write a comparison: `patients > 100`, `country == 'GB'`"),
        ("10 < patients < 20", "<", "two comparisons stand in a row", "write `10 < patients and patients < 20`"),
        ("patients > 10 people", "people", "`people` cannot follow what stands before it", BETWEEN),
        ("patients > 12abc", "12abc", "`12abc` is not a number",
         "write numbers as `1,300`, `12.5`, `1.5 million`, and dates as `1994` or `1994-03-21`"),
        ("amount > $5", "$", "`$` is no part of a condition", "write the currency by its code: `1,000 USD`, `1,000 CAD`"),
        ("started < 1994-13", "1994-13", "`1994-13` does not exist: a year has 12 months",
         "dates are written year, month, day: `2022-12-06`, `2022-12` or `2022`"),
        ("(a == 1", "1", "a bracket `(` is not closed", "put `)` where it ends"),
        ("a == 1)", ")", "this bracket `)` closes nothing", "take it out, or put `(` where it begins"),
        ("country in 'GB'", "'GB'", "after `in` comes a list",
         "write it in square brackets: `country in ['GB', 'CH']`"),
        ("country in []", "]", "this list is empty", "write what the field may be: `country in ['GB', 'CH']`"),
        ("country in ['GB' 'CH']", "'CH'", "this list goes on without a comma, or is not closed", "write `['GB', 'CH']`"),
        ("patients in [1,300]", "1,300", "`1,300` in a list may be one number or two",
         "in a list, write numbers without thousands commas and a blank after each comma: `[1300, 200]`"),
        ("amount > £", "", "after `£` comes a number", "write `£1,000`"),
        ("patients > 1000000000000000000", "1000000000000000000", "this number is larger than any figure can be",
         "write it with fewer digits"),
        ("df.query('x') == 1", "df.query", "`df.query` is compared with nothing",
         "write a comparison: `patients > 100`, `country == 'GB'`"),
        ("__import__ == 1; x", ";", "`;` is no part of a condition",
         "a condition is made of field names, texts in quotation marks, numbers, `==`, `<`, `in`, `and`, `or`, `not`"),
    ],
)  # fmt: skip
def test_faults(written, underlined, message, way_out):
    found = parse(written)
    assert isinstance(found, Fault)
    assert (found.message, found.help) == (message, way_out)
    if underlined:
        assert written[found.offset : found.offset + found.length] == underlined


def test_size_is_bounded():
    assert parse("a == 1 or " * 300).message == "this condition is longer than 2000 characters"
    assert parse("(" * 200 + "a == 1" + ")" * 200).message == "this condition nests more than 30 deep"
    assert parse("not " * 200 + "a == 1").message == "this condition nests more than 30 deep"
