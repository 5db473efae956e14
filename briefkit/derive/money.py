"""Amounts of money carried to the prices of another year and country, from the price indexes of the base.

The arithmetic, and why in this order, is in `synthesis.conversion` (the method of the CCEMG-EPPI cost converter). Here it is
found out what an amount is: its currency, country, price year and what it covers. What lacks one of these is not converted.
"""

from decimal import Decimal
from fractions import Fraction

from briefkit.derive.formula import InMoney
from briefkit.derive.inputs import Named
from briefkit.derive.quantity import Quantity, meaningless
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.price_index import PriceIndex
from briefkit.synthesis.conversion import Converted, LackingError, Series, in_money
from briefkit.values import PriceYear
from briefkit.values.dates import write_date
from briefkit.values.iso import country_name, currency_of, is_country, is_currency

RULE = "money-not-convertible"
EURO = "EUR"
SCOPED = frozenset({"cost", "programme", "proposal"})
"""Kinds of record that say what an amount is for."""


class Conversions:
    """What one formula converts, and what has to be said of it."""

    def __init__(self, found: Named, library: Library, shift: int = 0) -> None:
        """Begin with none; `found` are the figures that the formula names.

        With a `shift` every assumed price year is taken to be so many years later, to see what hangs on it.
        """
        self._found, self._library, self._shift = found, library, shift
        self._said: list[str] = []
        self._assumed: set[int] = set()
        self._indexes: dict[str, PriceIndex] = {}

    @property
    def used(self) -> bool:
        """Whether anything was converted."""
        return bool(self._said)

    @property
    def assumed(self) -> int | None:
        """The price year that was assumed; None where none was, or more than one."""
        return next(iter(self._assumed)) if len(self._assumed) == 1 else None

    def shifted(self, years: int) -> "Conversions":
        """The same conversions to be made again, with assumed price years so many years later."""
        return Conversions(self._found, self._library, years)

    @property
    def method(self) -> str:
        """The method with series, editions and factors, in sentences; empty when nothing was converted."""
        return " ".join(self._said)

    @property
    def cites(self) -> list[str]:
        """Keys of the references of the series."""
        return [index.cite for index in self._indexes.values() if index.cite]

    def convert(self, term: InMoney, amount: Quantity) -> tuple[Quantity, str]:
        """The amount as `in_money(...)` asks for it, and its two factors as text; refuses what cannot be converted."""
        figure = self._found[term.of.text][0]
        home, year = self._origin(term, figure, amount)
        if year.assumed and year.year is not None:
            year = PriceYear(year.year + self._shift, assumed=True)
            self._assumed.add(year.year or 0)
        target = _target(term)
        found = self._converted(term, figure, amount.value, (home, year.year or 0), target)
        self._say(term, amount, (home, year), target, found)
        factors = f"{_factor(found.inflation)} × {_factor(found.purchasing_power)}"
        cites = frozenset(self.cites)
        carried = Quantity(
            value=Fraction(found.amount),
            unit=term.currency,
            per=amount.per,
            price_year=PriceYear(term.year, assumed=year.assumed),
            qualifier=amount.qualifier,
            sources=amount.sources | cites,
        )
        return carried, factors

    def _origin(self, term: InMoney, figure: Figure, amount: Quantity) -> tuple[str, PriceYear]:
        """Country and price year of an amount."""
        name, unit = term.of.text, amount.unit
        if unit is None or not is_currency(unit):
            meaningless(f"`{name}` is no amount of money", "convert amounts only", RULE)
        year = amount.price_year
        if year is None or year.year is None:
            message = f"`{name}` does not say in prices of which year it is"
            way = "find the year out; or assume one with a note from what: `price_year: 2009 assumed`"
            meaningless(message, way, RULE)
        return self._country(name, figure, unit), year

    def _country(self, name: str, figure: Figure, unit: str) -> str:
        """The country of an amount, in whose own money it must be."""
        record = self._library.record(figure.record)
        countries = vars(record).get("country") if record else None
        listed = [countries] if isinstance(countries, str) else [str(one) for one in countries or ()]
        if len(listed) != 1:
            message = f"the record of `{name}` names {'several countries' if listed else 'no country'}"
            meaningless(
                message, "an amount is converted from the prices of one country: give it a record of its own", RULE
            )
        if (
            record is None
            or record.kind not in SCOPED
            or vars(record).get("covers", "") in ("not_reported", "not_seen")
        ):
            message = f"nothing says what `{name}` covers"
            meaningless(message, "put it into a record under `evidence/costs/`, with `covers:`", RULE)
        if currency_of(listed[0]) != unit:
            message = f"`{name}` is in {unit}, which is not the money of {country_name(listed[0])}"
            way = "find the amount in the country's own money: prices there say nothing of another currency"
            meaningless(message, way, RULE)
        return listed[0]

    def _converted(
        self, term: InMoney, figure: Figure, amount: Fraction, origin: tuple[str, int], target: str
    ) -> Converted:
        try:
            return self._carried(term, amount, origin, target)
        except LackingError as lack:
            way = "choose a year for which both are there, or add the number to the price index with its source"
            return meaningless(f"`{figure.label}` cannot be converted: {lack}", way, RULE)

    def _carried(self, term: InMoney, amount: Fraction, origin: tuple[str, int], target: str) -> Converted:
        (home, year), exact = origin, Decimal(amount.numerator) / Decimal(amount.denominator)
        parity = self._series("countries") if home != target else {}
        return in_money(exact, (home, str(year)), (target, str(term.year)), self._series("prices"), parity)

    def _series(self, use: str) -> Series:
        """The numbers of the one price index that is meant for this."""
        indexes = [one for one in self._library.of_kind("price_index") if isinstance(one, PriceIndex)]
        meant = [one for one in indexes if one.converts == use]
        if len(meant) != 1:
            said = "no price index" if not meant else " and ".join(f"`{one.id}`" for one in meant)
            message = f"{said} of the base {'is' if not meant else 'are'} to convert {use}"
            meaningless(message, f"give exactly one record under `evidence/prices/` the field `converts: {use}`", RULE)
        self._indexes[use] = meant[0]
        providers = {one.provider for one in self._indexes.values()}
        if len(providers) > 1:
            message = f"the price indexes come from {' and '.join(sorted(providers))}"
            meaningless(message, "use both of one provider: their series do not go together", RULE)
        return {
            country: {year: Decimal(value) for year, value in years.items()}
            for country, years in meant[0].values.items()
        }

    def _say(
        self,
        term: InMoney,
        amount: Quantity,
        origin: tuple[str, PriceYear],
        target: str,
        found: Converted,
    ) -> None:
        """Note the method with its factors; of an assumed year also what another would make of it."""
        home, year = origin
        assert year.year is not None, "an amount without a price year is refused before"
        parts = []
        if year.year != term.year:
            series = _named(self._indexes["prices"])
            factor = _factor(found.inflation)
            parts.append(f"prices of {country_name(home)} from {year.year} to {term.year} × {factor} ({series})")
        if home != target:
            series = _named(self._indexes["countries"])
            said = f"purchasing power in {term.year}, {country_name(home)} to {country_name(target)}"
            parts.append(f"{said} × {_factor(found.purchasing_power)} ({series})")
        steps = "; then ".join(parts) or "the same year and country, so that nothing changes"
        self._said.append(f"Converted (method of the CCEMG-EPPI converter): {steps}.")
        if year.assumed:
            self._said.append(self._were(term, amount.value, (home, year.year), target))

    def _were(self, term: InMoney, amount: Fraction, origin: tuple[str, int], target: str) -> str:
        """What an amount would come to were its price year one earlier or later than assumed."""
        home, year = origin
        others = []
        for other in (year - 1, year + 1):
            try:
                found = self._carried(term, amount, (home, other), target)
            except LackingError:
                others.append(f"for {other} the base has no prices")
            else:
                others.append(f"were it {other}, {term.currency} {_significant(found.amount):,f}")
        return f"The price year {year} is assumed: {'; '.join(others)}."


def _target(term: InMoney) -> str:
    """The country to whose prices an amount is carried; the first two letters of most currencies name it (ISO 4217)."""
    if not is_currency(term.currency):
        meaningless(f"`{term.currency}` is not the code of a currency", "write one such as `GBP`", RULE)
    country = term.country or ("" if term.currency == EURO else term.currency[:2])
    if not country:
        way = f"name one: `in_money({term.of.text}, EUR, {term.year}, DE)`"
        meaningless("euros have other prices in every country", way, RULE)
    if not is_country(country) or currency_of(country) != term.currency:
        meaningless(f"`{country}` is no country that pays in {term.currency}", "name its code, such as `DE`", RULE)
    return country


def _named(index: PriceIndex) -> str:
    return f"{index.provider}, {index.series}, edition of {write_date(index.vintage)}"


def _factor(factor: Decimal) -> str:
    return f"{factor:.4f}".rstrip("0").rstrip(".")


def _significant(amount: Decimal) -> Decimal:
    """Three digits that count."""
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - 2)).normalize() + 0
