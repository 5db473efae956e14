"""What conditions come to: Kleene's logic over what is known, bounds taken at their word, and what is never compared."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.figure import Figure
from briefkit.tables.condition import All, Compare, Not, Path, Some, Text
from briefkit.tables.fault import Fault
from briefkit.tables.judge import Verdict, judge
from briefkit.tables.parse import parse
from briefkit.values import Date, Missing, Number, PriceYear, Range, Share, Words

SAYS = {True: "yes", False: "no", None: None}


def atom(name):
    return Compare(Path(name), "==", Text("yes"))


def truth(condition, known):
    found = judge(condition, lambda name: SAYS[known[name]], "")
    assert isinstance(found, Verdict)
    assert (found.truth is None) == bool(found.because)
    return found.truth


def reference(condition, known):
    """Kleene's tables: false is 0, unknown 1, true 2."""
    if isinstance(condition, Compare):
        return {False: 0, None: 1, True: 2}[known[condition.left.name]]
    if isinstance(condition, Not):
        return 2 - reference(condition.inside, known)
    values = [reference(part, known) for part in condition.parts]
    return min(values) if isinstance(condition, All) else max(values)


def joined(inside):
    several = st.lists(inside, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, inside), st.builds(All, several), st.builds(Some, several))


trees = st.recursive(st.sampled_from("abc").map(atom), joined, max_leaves=10)
knowledge = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in "abc"})


@given(trees, knowledge)
def test_agrees_with_kleenes_tables(tree, known):
    assert {0: False, 1: None, 2: True}[reference(tree, known)] is truth(tree, known)


@given(trees, trees, knowledge)
def test_laws(one, other, known):
    assert truth(Not(Not(one)), known) is truth(one, known)
    assert truth(Not(All((one, other))), known) is truth(Some((Not(one), Not(other))), known)
    assert truth(All((one, other)), known) is truth(All((other, one)), known)
    assert truth(Some((one, All((one, other)))), known) is truth(one, known)


def figure(value, **more):
    return Figure(address="x.y", record="x", label="Y", value=value, **more)


def number(text, **more):
    return figure(Number(Decimal(text)), **more)


RECORD = {
    "patients": number("1300", unit="people"),
    "bounded": number("15", qualifier="up to", unit="place"),
    "above": number("1000", qualifier="more than", unit="people"),
    "least": number("1000", qualifier="at least", unit="people"),
    "fewer": number("10", qualifier="fewer than", unit="people"),
    "rough": number("250000", qualifier="about", unit="GBP", per="year", price_year=PriceYear(2019)),
    "pounds": number("100", unit="GBP", per="year", price_year=PriceYear(2019)),
    "older": number("100", unit="GBP", per="year", price_year=PriceYear(2007)),
    "each": number("100", unit="GBP", per="patient", price_year=PriceYear(2019)),
    "francs": number("100", unit="CHF", per="year", price_year=PriceYear(2019)),
    "between": figure(Range(Number(Decimal(12)), Number(Decimal(15))), unit="people"),
    "level": number("60", unit="percent"),
    "change": number("5", unit="percentage_point"),
    "share": figure(Share(Decimal(38), Decimal(43)), unit="people"),
    "gone": figure(Missing("not_reported")),
    "started": figure(Date(1994, 3)),
    "year": figure(Date(1994)),
    "law": figure(Words("by statute")),
    "known_as_of": "2022-06",
    "country": "GB",
    "holders": ("ann", "bo"),
}


def judged(written, **parameters):
    condition = parse(written)
    assert not isinstance(condition, Fault), condition
    return judge(condition, {**RECORD, **parameters}.get, written)


@pytest.mark.parametrize(
    ("written", "truth"),
    [
        ("patients > 1,000", True),
        ("1,000 < patients", True),
        ("patients <= 1,299.9", False),
        ("patients == 1300.0", True),
        ("gone > 5", None),
        ("not gone > 5", None),
        ("nowhere == 'x'", None),
        ("gone > 5 and country == 'CH'", False),
        ("gone > 5 or country == 'GB'", True),
        ("gone in [1, 2]", None),
        ("gone not in [1, 2]", None),
        ("bounded > 20", False),
        ("bounded <= 15", True),
        ("bounded > 10", None),
        ("above > 1000", True),
        ("above == 1000", False),
        ("above > 2000", None),
        ("least > 1000", None),
        ("least >= 1000", True),
        ("fewer < 10", True),
        ("fewer >= 10", False),
        ("rough >= 250,000", True),
        ("rough > £0.2 million", True),
        ("between > 11", True),
        ("between > 13", None),
        ("between == 13", None),
        ("between == 16", False),
        ("level > 50%", True),
        ("change < 10 percentage points", True),
        ("law == 'by statute'", True),
        ("country in ['CH', 'GB']", True),
        ("country not in ['CH', 'GB']", False),
        ("holders == 'bo'", True),
        ("holders != 'cy'", True),
        ("started == 1994", True),
        ("started > 1994", False),
        ("started < 1994-03", False),
        ("started < 1994-03-10", None),
        ("started <= 1994-03", True),
        ("year < 1994-06", None),
        ("year <= 1994", True),
        ("1990 < year", True),
        ("known_as_of >= 2022", True),
        ("known_as_of < 2022-06-01", False),
    ],
)
def test_truth(written, truth):
    assert judged(written).truth is truth


def test_says_why_it_is_unknown():
    assert judged("gone > 5 or nowhere == 1").because == (("gone", "not reported"), ("nowhere", "not recorded"))
    assert judged("bounded > 10").because == (("bounded", "not known exactly enough"),)


@pytest.mark.parametrize(
    ("written", "message", "way_out"),
    [
        ("country > 5", "`country` is a text and `5` is a number: they cannot be compared",
         "numbers stand without quotation marks, texts in them"),
        ("patients == '1300'", "`patients` is a number and `'1300'` is a text: they cannot be compared",
         "numbers stand without quotation marks, texts in them"),
        ("started == 'spring'", "`started` is a date and `'spring'` is a text: they cannot be compared",
         "write a date as `1994`, `1994-03` or `1994-03-21`"),
        ("started > 12", "`started` is a date and `12` is a number: they cannot be compared",
         "compare a date with a year (`1994`) or a day (`1994-03-21`)"),
        ("country < 'GB'", "`country` and `'GB'` are texts, which have no order",
         "compare texts with `==`, `!=` or `in [...]`"),
        ("share > 50", "`share` is a share (`38 of 43`), which is no single number",
         "write `share.percent`, `share.events` or `share.total`"),
        ("pounds > francs", "`pounds` is in GBP and `francs` in CHF",
         "only money of one currency can be compared: choose the records first, as in `country == 'GB' and ...`"),
        ("pounds > 5 CHF", "`pounds` is in GBP and `5 CHF` in CHF",
         "only money of one currency can be compared: choose the records first, as in `country == 'GB' and ...`"),
        ("pounds > older", "`pounds` is in prices of 2019 and `older` in prices of 2007",
         "compare amounts in prices of one year"),
        ("pounds > each", "`pounds` is counted per year and `each` per patient",
         "compare amounts that are counted in the same way"),
        ("level > change", "`level` is in per cent and `change` in percentage points",
         "a level (per cent) and a difference of levels (percentage points) cannot be compared"),
        ("patients > 5%", "`patients` is in people and `5%` in per cent", "compare amounts in the same unit"),
    ],
)  # fmt: skip
def test_what_is_never_compared(written, message, way_out):
    found = judged(written)
    assert isinstance(found, Fault)
    assert (found.rule, found.message, found.help) == ("table-comparison", message, way_out)
    assert written[found.offset : found.offset + found.length] == written


def test_a_settled_condition_compares_no_further():
    assert judged("country == 'CH' and pounds > francs").truth is False
    assert judged("country == 'GB' or pounds > francs").truth is True


values = st.one_of(st.sampled_from(list(RECORD.values())), st.none(), st.text(max_size=8))


@given(
    values,
    values,
    st.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
    st.sampled_from(["b", "5", "1994", "'x'", "5%"]),
)
def test_never_raises_and_opposites_differ(left, right, operator, other):
    opposite = {"==": "!=", "<": ">=", "<=": ">", "!=": "==", ">": "<=", ">=": "<"}[operator]
    found, back = (judge(parse(f"a {one} {other}"), {"a": left, "b": right}.get, "") for one in (operator, opposite))
    if isinstance(found, Fault):
        assert isinstance(back, Fault)
    else:
        assert back.truth is (None if found.truth is None else not found.truth)
