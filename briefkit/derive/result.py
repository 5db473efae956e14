"""What a formula comes to: a figure with value, unit, sources and working, or the reason why it comes to nothing."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

from briefkit.derive.formula import Term
from briefkit.derive.inputs import Named, quantity_of
from briefkit.derive.money import Conversions
from briefkit.derive.pending import Pending
from briefkit.derive.quantity import HUNDREDFOLD, UNCLEAR, MeaninglessError, Quantity, meaningless
from briefkit.derive.working import work
from briefkit.figure import Derivation, Figure, Otherwise
from briefkit.library import Library
from briefkit.records.figure_form import FigureForm
from briefkit.values import Missing, Number
from briefkit.values.fault import Fault
from briefkit.values.units import UnitNames

MOST_DECIMALS = 6
DECIMALS_OF_MONEY = 2
SIGNIFICANT = 3
"""Digits of a converted amount: purchasing power is published with three."""


def result(one: Pending, term: Term, found: Named, library: Library) -> Figure | Fault:
    """The figure that a formula makes of the figures that its names stand for."""
    units, money = library.vocabularies.units, Conversions(found, library)
    missing = next((figure.value for figure, _ in found.values() if isinstance(figure.value, Missing)), None)
    if missing is not None:
        return _figure(one, found, "", money, value=missing)
    try:
        quantities = {name: quantity_of(name, *pair) for name, pair in found.items()}
        worked = work(term, quantities, units, money.convert)
        value = Number(_rounded_money(worked.quantity.value, one.form.places, money))
        measured = _measured(one.form, worked.quantity, units)
        otherwise = tuple(_otherwise(one, term, quantities, units, money))
    except MeaninglessError as error:
        return Fault(error.rule, error.message, error.way_out, 0, 0)
    return _figure(one, found, worked.text, money, value=value, otherwise=otherwise, **measured)


def _otherwise(
    one: Pending, term: Term, quantities: Mapping[str, Quantity], units: UnitNames, money: Conversions
) -> Iterator[Otherwise]:
    """The result from the price years before and after an assumed one, as far as the base has prices for them."""
    if money.assumed is None:
        return
    for years in (-1, 1):
        try:
            value = work(term, quantities, units, money.shifted(years).convert).quantity.value
        except MeaninglessError:
            continue
        yield Otherwise(money.assumed + years, Number(_rounded_money(value, one.form.places, money)))


def _figure(
    one: Pending, found: Named, working: str, money: Conversions, otherwise: tuple[Otherwise, ...] = (), **said: Any
) -> Figure:
    figures = list(dict.fromkeys(figure for figure, _ in found.values()))
    times = {(figure.as_of, figure.period) for figure in figures}
    as_of, period = times.pop() if len(times) == 1 else (None, None)
    stated: dict[str, Any] = {str(key): value for key, value in one.form.beside.items() if value is not None}
    parts: dict[str, Any] = {"as_of": as_of, "period": period, **said, **stated}
    derivation = Derivation(
        formula=one.form.formula or "",
        inputs=tuple(figure.address for figure in figures),
        working=working,
        assumes=one.form.assumes or "",
        places=one.form.places,
        method=money.method,
        otherwise=otherwise,
    )
    return Figure(
        address=one.address,
        record=one.record,
        label=one.label,
        cite=tuple(dict.fromkeys([*(key for figure in figures for key in figure.cite), *money.cites])),
        note=one.form.note or "",
        derivation=derivation,
        local="resting" if any(figure.local for figure in figures) else "",
        where=one.where,
        **parts,
    )


def _measured(form: FigureForm, quantity: Quantity, units: UnitNames) -> dict[str, Any]:
    """Unit, rate, prices and qualifier of the result: what follows from the inputs, unless the officer says it."""
    unit = quantity.unit
    if form.unit is not None:
        unit = units.find(form.unit)
        if unit is None:
            meaningless(f"`{form.unit}` is not a unit", units.suggest(form.unit), "unknown-unit")
    elif unit is not None and unit.startswith((UNCLEAR, HUNDREDFOLD)):
        way = "say it: add `unit:` (and `per:`), or leave the formula out"
        meaningless("the unit of the result does not follow from the formula", way)
    of_inputs = " per ".join(quantity.per) or None
    if form.per and of_inputs and form.per != of_inputs and not form.assumes:
        message = f"the result is said to be per {form.per}, and the amounts in the formula are per {of_inputs}"
        meaningless(
            message, "say under `assumes:` what must hold for the one to follow from the other", "formula-period"
        )
    per = form.per or of_inputs
    return {"unit": unit, "per": per, "price_year": quantity.price_year, "qualifier": quantity.qualifier}


def _rounded_money(value: Fraction, places: int | None, money: Conversions) -> Decimal:
    """The value rounded; converted money to three digits that count, since its factors bear no more."""
    if not money.used:
        return _rounded(value, places)
    digits = _rounded(value, DECIMALS_OF_MONEY).adjusted() + 1
    bears = SIGNIFICANT - digits
    if places is not None and places > bears:
        message = f"converted money has {SIGNIFICANT} digits that count, and `round: {places}` would show more"
        meaningless(message, f"write `round: {bears}`, or leave it out", "formula-unrounded")
    return _rounded(value, bears if places is None else places)


def _rounded(value: Fraction, places: int | None) -> Decimal:
    """The value with so many decimals; without a number of them it must have an end soon."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        if places is not None:
            exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        elif Fraction(exact) != value or -int(exact.normalize().as_tuple().exponent) > MOST_DECIMALS:
            way = "say how many decimal places to keep: `round: 0`"
            meaningless(f"the result has no end: {exact:.6f}"[:-2] + "…", way, "formula-unrounded")
    return Decimal(f"{exact:f}")
