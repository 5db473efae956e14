"""Arithmetic that keeps track of units, prices and qualifiers, and refuses what would not mean anything.

Values are exact fractions until the end. A unit that nobody can tell is `UNCLEAR`; then the officer has to say it.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NoReturn

from briefkit.values import PriceYear, Qualifier
from briefkit.values.iso import is_currency
from briefkit.values.units import UnitNames

UNCLEAR = "?"
HUNDREDFOLD = "%"
"""Stands before the unit of something multiplied by a percentage, until it is divided by 100."""
PERSONS = frozenset({"person", "people", "patient", "participant", "client", "adult", "child", "user"})
"""Words for somebody: a cost per patient times a number of people is a cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number on its way through a formula."""

    value: Fraction
    unit: str | None = None
    per: tuple[str, ...] = ()
    """What it is counted by, outermost first: `patient`, `year`."""
    price_year: PriceYear | None = None
    qualifier: Qualifier | None = None
    sources: frozenset[str] = frozenset()
    """Keys of the references that it rests on."""
    constant: bool = False
    """Whether it was written in the formula as a number, so that it takes the unit of what it is added to."""


class MeaninglessError(Exception):
    """What was asked for means nothing: a message, and the way out."""

    def __init__(self, message: str, way_out: str, rule: str) -> None:
        super().__init__(message)
        self.message, self.way_out, self.rule = message, way_out, rule


def meaningless(message: str, way_out: str, rule: str = "formula-units") -> NoReturn:
    """Refuse what would mean nothing."""
    raise MeaninglessError(message, way_out, rule)


def combined(sign: str, left: Quantity, right: Quantity, units: UnitNames) -> Quantity:
    """Two quantities added, subtracted, multiplied or divided."""
    made = _added(sign, left, right, units) if sign in "+-" else _scaled(sign, left, right, units)
    return replace(made, sources=left.sources | right.sources)


def negative(of: Quantity) -> Quantity:
    """The opposite: a bound on one side becomes one on the other, which only `about` says safely."""
    return replace(of, value=-of.value, qualifier="about" if of.qualifier else None)


def spoken(quantity: Quantity, units: UnitNames) -> str:
    """What a quantity is measured in, for a message."""
    if quantity.unit is None:
        return "a plain number"
    if quantity.unit == UNCLEAR or quantity.unit.startswith(HUNDREDFOLD):
        return "something whose unit is not clear"
    unit = quantity.unit if is_currency(quantity.unit) else units.noun(quantity.unit, plural=True)
    return " per ".join([unit, *quantity.per])


def _scaled(sign: str, left: Quantity, right: Quantity, units: UnitNames) -> Quantity:
    if sign == "/" and right.value == 0:
        meaningless("the formula divides by zero", "look at the figure below the line", "formula-invalid")
    value = left.value * right.value if sign == "*" else left.value / right.value
    unit, per = _multiplied(left, right, units) if sign == "*" else _divided(left, right, units)
    price_year = _price_year(left, right)
    kept = price_year if unit is not None and is_currency(unit.removeprefix(HUNDREDFOLD)) else None
    return Quantity(value=value, unit=unit, per=per, price_year=kept, qualifier=_qualifier(sign, left, right))


def _added(sign: str, left: Quantity, right: Quantity, units: UnitNames) -> Quantity:
    value = left.value + right.value if sign == "+" else left.value - right.value
    if left.constant or right.constant:
        like = right if left.constant else left
        return replace(like, value=value, qualifier=_qualifier(sign, left, right))
    shares = {left.unit, right.unit} <= {"percent", "percentage_point"}
    if (left.unit != right.unit and not shares) or left.per != right.per:
        message = (
            f"{spoken(left, units)} and {spoken(right, units)} cannot be {'added' if sign == '+' else 'subtracted'}"
        )
        meaningless(message, "both sides need the same unit, counted by the same thing")
    unit = _points(sign, left.unit, right.unit) if shares else left.unit
    price_year = _price_year(left, right)
    return Quantity(
        value=value, unit=unit, per=left.per, price_year=price_year, qualifier=_qualifier(sign, left, right)
    )


def _points(sign: str, left: str | None, right: str | None) -> str:
    """A difference of two levels is counted in percentage points."""
    if left == right == "percent":
        return "percent" if sign == "+" else "percentage_point"
    return "percentage_point" if left == right else "percent"


def _multiplied(left: Quantity, right: Quantity, units: UnitNames) -> tuple[str | None, tuple[str, ...]]:
    if left.unit is None or right.unit is None:
        full = right if left.unit is None else left
        return full.unit, left.per + right.per
    for share, whole in ((left, right), (right, left)):
        if share.unit == "percent" and whole.unit not in ("percent", "percentage_point", UNCLEAR):
            return f"{HUNDREDFOLD}{whole.unit}", whole.per
    for rate, count in ((left, right), (right, left)):
        counted = next((word for word in rate.per if _is_noun(word, count.unit, units)), None)
        if counted is not None and not count.per:
            return rate.unit, tuple(word for word in rate.per if word != counted)
    return UNCLEAR, ()


def _divided(left: Quantity, right: Quantity, units: UnitNames) -> tuple[str | None, tuple[str, ...]]:
    if right.unit is None and not right.per:
        hundredth = right.constant and right.value == 100
        return _hundredth(left.unit) if hundredth else left.unit, left.per
    if left.unit == right.unit and left.per == right.per:
        return None, ()
    if right.per or right.unit is None or left.unit is None or right.unit in ("percent", "percentage_point", UNCLEAR):
        return UNCLEAR, ()
    if is_currency(right.unit):
        return UNCLEAR, ()
    return left.unit, (units.noun(right.unit, plural=False), *left.per)


def _hundredth(unit: str | None) -> str | None:
    """A percentage divided by 100 is a plain number, and what was multiplied by one is itself again."""
    if unit == "percent":
        return None
    return unit.removeprefix(HUNDREDFOLD) if unit is not None else None


def _is_noun(word: str, unit: str | None, units: UnitNames) -> bool:
    """Whether a word of a `per` is the unit's noun; any word for a person is one of `people`."""
    if unit is None:
        return False
    nouns = {unit, units.noun(unit, plural=False), units.noun(unit, plural=True)}
    return word in nouns or (word in PERSONS and bool(nouns & PERSONS))


def _price_year(left: Quantity, right: Quantity) -> PriceYear | None:
    """The price year of both; money of two price years, or of two unknown ones, does not go together."""
    one, other = left.price_year, right.price_year
    if one is None or other is None:
        return one or other
    way = "convert them to the prices of one year first"
    if one.year != other.year:
        years = [str(price.year) if price.year else "an unknown year" for price in (one, other)]
        meaningless(f"amounts in prices of {years[0]} and of {years[1]} are put together", way, "formula-prices")
    if one.year is None and left.sources != right.sources:
        message = "amounts of two sources are put together, and neither says in prices of which year"
        meaningless(message, "find out the price years first", "formula-prices")
    return PriceYear(one.year, assumed=one.assumed or other.assumed)


def _qualifier(sign: str, left: Quantity, right: Quantity) -> Qualifier | None:
    """The qualifier of both, kept only when it can mean nothing else; otherwise `about`."""
    if right.qualifier and sign in "-/":
        return "about"
    if left.qualifier and right.qualifier and left.qualifier != right.qualifier:
        return "about"
    return left.qualifier or right.qualifier
