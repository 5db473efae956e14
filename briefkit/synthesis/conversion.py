"""Amounts of money carried to another price year and another country, by the method of the CCEMG-EPPI cost converter.

First the prices of the cost's own country from its year to the target year (deflator of the target year over deflator of its
own), then purchasing power parities of the target year (Shemilt, Thomas and Morciano, Evidence & Policy 2010;6:51). The other
order gives other sums, and mixing deflators of two countries gives wrong ones; so both factors are printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

Series = Mapping[str, Mapping[str, Decimal]]
"""Country code, then year, then the number."""
_DIGITS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """An amount in another year and country, with the two factors that it was multiplied by."""

    amount: Decimal
    """Not rounded."""
    inflation: Decimal
    """Deflator of the target year over that of the cost's year, both of the cost's own country."""
    purchasing_power: Decimal
    """Parity of the target country over that of the cost's own, both of the target year."""


class LackingError(LookupError):
    """A series has no number for a country and year. The message names them."""


def in_money(
    amount: Decimal,
    origin: tuple[str, str],
    target: tuple[str, str],
    deflator: Series,
    parity: Series,
) -> Converted:
    """The amount of `origin` (country, price year) in prices of `target`.

    Raises LackingError, which names the series, country and year, where a number is wanted and not there. Within one country
    no parity is needed, and within one year no deflator.
    """
    (home, year), (country, target_year) = origin, target
    with localcontext() as context:
        context.prec = _DIGITS
        inflation = Decimal(1)
        if year != target_year:
            inflation = _number(deflator, "deflator", home, target_year) / _number(deflator, "deflator", home, year)
        parities = Decimal(1)
        if home != country:
            here = _number(parity, "purchasing power parity", home, target_year)
            parities = _number(parity, "purchasing power parity", country, target_year) / here
        return Converted(amount=amount * inflation * parities, inflation=inflation, purchasing_power=parities)


def _number(series: Series, name: str, country: str, year: str) -> Decimal:
    found = series.get(country, {}).get(year)
    if found is None or found <= 0:
        message = f"there is no {name} of {country} for {year}"
        raise LackingError(message)
    return found
