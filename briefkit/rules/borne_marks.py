"""What stands beside a number in its quotation, against what the figure says: qualifier, unit, currency, rate, precision."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefkit.rules.borne_case import Case, Told
from briefkit.rules.borne_rates import rate
from briefkit.rules.borne_things import other_thing
from briefkit.values import iso
from briefkit.values.stands import TIMES, Standing
from briefkit.values.units import BUILT_IN_UNITS
from briefkit.values.write import number_text

PERSONS = frozenset({"people", "adult", "participant", "patient", "child"})
_NEEDED = TIMES | {"percent", "percentage_point", *(unit.id for unit in BUILT_IN_UNITS if unit.symbol)}
"""Units without which a number says something else: they have to stand in the quotation."""
_OF_HUNDRED = re.compile(
    r"\s+(?:in|out of|of|von|ud af|på|sur)\s+(?:every\s+|each\s+|je\s+|hver\s+)?(?:100|a hundred|hundert)(?![\d.,]*\d)"
)
"""`88 in every 100` is 88 per cent."""
_BUILT_IN = frozenset(unit.id for unit in BUILT_IN_UNITS)
_DIFFERENCE = re.compile(
    r"(?:differ\w*|\bRD|unterschied\w*|verschil\w*|forskel\w*|skillnad\w*|différence)\W+(?:\w+\W+){0,3}$", re.IGNORECASE
)


def beside(case: Case, number: Decimal, one: Standing) -> list[Told]:
    """Everything that is wrong about the number at one of its places."""
    return [
        *_bound(case, one),
        *_unit(case, one),
        *_currency(case, one),
        *rate(case, one),
        *_precision(number, one),
    ]


def _bound(case: Case, one: Standing) -> Iterator[Told]:
    said = case.figure.qualifier
    bound = "nearly" if said == "almost" else said
    if one.bound == bound:
        return
    shown = f"`{one.qualifier} {one.written}`" if one.qualifier else ""
    if one.bound is None:
        message = f"`{said}` does not stand before `{one.written}` in its quotation: `{case.shown}`"
        way = f"leave `{said}` out, quote the word too, or say under `value_from` why it is put"
        yield Told("qualifier-added", message, way)
    elif bound is None:
        message = f"`{case.said}` says more than its quotation: {shown}"
        yield Told("qualifier-dropped", message, f"write `{WRITE[one.bound]} {case.said}`")
    else:
        message = f"`{case.said}` is not what its quotation says: {shown}"
        yield Told("qualifier-dropped", message, f"write `{WRITE[one.bound]}` instead of `{said}`")


WRITE = {bound: bound for bound in ("about", "nearly", "up to", "at least", "more than", "fewer than")}
"""The word in which a record writes each qualifier."""


def _unit(case: Case, one: Standing) -> Iterator[Told]:
    said = case.figure.unit
    if said is not None and case.units.is_money(said):
        return
    if _same_unit(case, said, one):
        return
    name = _name(case, said) if said else "no unit"
    there = f"`{_name(case, one.unit)}`" if one.unit else "no such unit"
    message = f"the figure has {f'`{name}`' if said else name}, and in its quotation {there} follows `{one.written}`: `{case.shown}`"
    if {said, one.unit} == {"percent", "percentage_point"}:
        way = "a difference of two percentages is in percentage points, a level or a relative change in per cent"
    else:
        way = "write the unit of the source, or say under `value_from` how this one follows"
    yield Told("unit-not-in-quote", message, way)


def _same_unit(case: Case, said: str | None, one: Standing) -> bool:
    there = one.unit
    if one.lent and said != there:
        there = None
    if said == there or (said == "percent" and (one.fraction or _OF_HUNDRED.match(case.text, one.end))):
        return True
    if said == "percentage_point" and there == "percent":
        return bool(_DIFFERENCE.search(case.text[: one.start]))
    if said is None or said == "ratio":
        return there not in _NEEDED
    other = other_thing(case, said, one)
    if other is not None:
        return not other
    if there is None:
        return said not in _NEEDED
    return said in PERSONS and there not in _BUILT_IN


def _name(case: Case, unit: str | None) -> str:
    return case.units.noun(unit, plural=True) if unit else ""


def _currency(case: Case, one: Standing) -> Iterator[Told]:
    unit = case.figure.unit
    money = case.units.is_money(unit)
    if not money:
        if one.currencies and unit != "percent":
            message = f"`{one.written}` is an amount of money in the quotation, and the figure names no currency: `{case.shown}`"
            yield Told("unit-not-in-quote", message, "write the currency of the source before the number")
        return
    assert unit is not None
    if unit in one.currencies:
        return
    name = iso.currency_symbol(unit) or unit
    there = ", ".join(sorted(iso.currency_symbol(code) or code for code in one.currencies)) or "no currency"
    message = f"the figure is in {name}, and its quotation has {there} at `{one.written}`: `{case.shown}`"
    way = "write the currency of the source, or say under `value_from` how this one follows"
    yield Told("currency-not-in-quote", message, way)


def _precision(number: Decimal, one: Standing) -> Iterator[Told]:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    if one.digits and not one.fraction and -exponent > one.places and number != number.to_integral_value().normalize():
        message = f"`{number_text(number)}` is written more exactly than `{one.written}` in its quotation"
        yield Told("value-not-in-quote", message, f"write `{one.written}`")
