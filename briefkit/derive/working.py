"""A formula worked out: its result, and the same formula with the values put in, as readers see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from briefkit.derive.formula import Constant, InMoney, Name, Negative, Operation, Sum, Term
from briefkit.derive.quantity import Quantity, combined, meaningless, negative
from briefkit.values.units import UnitNames

GREATEST = 10**18
"""A number past this is a slip, and too long for a page."""
SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/"}


@dataclass(frozen=True, slots=True)
class Worked:
    """A part of a formula, worked out."""

    quantity: Quantity
    text: str
    """Its working: `250,000 / 15`."""
    loose: int = 3
    """How tightly its text holds together: 1 for sums, 2 for products, 3 for a single value."""

    def within(self, loose: int, *, right: bool = False) -> str:
        """Its text as a part of something that holds together so tightly."""
        return f"({self.text})" if self.loose < loose or (right and self.loose == loose) else self.text


Convert = Callable[[InMoney, Quantity], tuple[Quantity, str]]
"""Carries an amount to other prices: the amount that it becomes, and the factors as text."""


def work(term: Term, values: Mapping[str, Quantity], units: UnitNames, convert: Convert | None = None) -> Worked:
    """A formula with the values of its names put in; `convert` does what `in_money(...)` asks for."""
    if isinstance(term, Constant):
        return Worked(_sensible(Quantity(value=Fraction(term.value), constant=True)), term.written)
    if isinstance(term, Name):
        quantity = _sensible(values[term.text])
        return Worked(quantity, number_text(quantity.value))
    if isinstance(term, InMoney):
        assert convert is not None, "who works with money says how it is converted"
        quantity, factors = convert(term, _sensible(values[term.of.text]))
        return Worked(_sensible(quantity), f"{number_text(values[term.of.text].value)} × {factors}", 2)
    if isinstance(term, Negative):
        inside = work(term.of, values, units, convert)
        return Worked(negative(inside.quantity), f"−{inside.within(3)}", 2)
    if isinstance(term, Operation):
        return _joined(
            term.sign, work(term.left, values, units, convert), work(term.right, values, units, convert), units
        )
    assert isinstance(term, Sum), term
    first, *rest = (work(one, values, units, convert) for one in term.terms)
    for one in rest:
        first = _joined("+", first, one, units)
    return first


def _joined(sign: str, left: Worked, right: Worked, units: UnitNames) -> Worked:
    loose = 1 if sign in "+-" else 2
    text = f"{left.within(loose)} {SIGNS[sign]} {right.within(loose, right=sign in '-/')}"
    return Worked(_sensible(combined(sign, left.quantity, right.quantity, units)), text, loose)


def _sensible(quantity: Quantity) -> Quantity:
    """The same quantity, when it can be printed."""
    if abs(quantity.value) > GREATEST:
        meaningless("a number in this formula has more than 18 digits", "look for a mistyped number", "formula-invalid")
    return quantity


def number_text(value: Fraction) -> str:
    """A number with thousands marks; one that never ends is cut to three decimals."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(exact) != value:
        exact = exact.quantize(Decimal("0.001"))
    return f"{exact:,f}".replace("-", "−")
