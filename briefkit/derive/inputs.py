"""What a name in a formula stands for: a figure, or one number of it (`.percent`, `.events`, `.low`...)."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from briefkit.derive.quantity import Quantity, meaningless
from briefkit.figure import Figure
from briefkit.values import Number, Range, Share

Named = dict[str, tuple[Figure, str]]
"""Each name of a formula, to the figure and the attribute that it stands for."""

ATTRIBUTES = ("value", "percent", "events", "total", "low", "high")


def figure_of(address: str, exists: Callable[[str], bool]) -> tuple[str, str]:
    """The short address of the figure that an address names, and the attribute at its end; empty when there is none."""
    if exists(address):
        return address, ""
    base, _, last = address.rpartition(".")
    return (base, last) if last in ATTRIBUTES and exists(base) else ("", "")


def quantity_of(name: str, figure: Figure, attribute: str) -> Quantity:
    """The number that a figure brings to a formula."""
    if attribute in ("", "value"):
        return _whole(name, figure)
    if attribute == "percent":
        if figure.percent is None:
            meaningless(
                f"`{name}`: the figure is no share and no percentage", "leave `.percent` out", "formula-invalid"
            )
        return _quantity(figure, _exact_percent(figure), unit="percent", per=())
    if attribute in ("events", "total") and isinstance(figure.value, Share):
        return _quantity(figure, Fraction(figure.value.events if attribute == "events" else figure.value.total))
    if attribute in ("low", "high"):
        return _end(name, figure, attribute)
    return meaningless(f"`{name}`: the figure is no share", f"leave `.{attribute}` out", "formula-invalid")


def _whole(name: str, figure: Figure) -> Quantity:
    value = figure.value
    if isinstance(value, Number):
        return _quantity(figure, Fraction(value.value))
    if isinstance(value, Share):
        way = f"write `{name}.percent`, `{name}.events` or `{name}.total`"
        meaningless(f"`{name}` is a share, and a formula needs one number", way, "formula-invalid")
    if isinstance(value, Range):
        way = f"write `{name}.low` or `{name}.high`"
        meaningless(f"`{name}` is a range, and a formula needs one number", way, "formula-invalid")
    return meaningless(f"`{name}` is no number", "formulas work with numbers only", "formula-invalid")


def _end(name: str, figure: Figure, attribute: str) -> Quantity:
    if isinstance(figure.value, Range):
        end: Decimal = (figure.value.low if attribute == "low" else figure.value.high).value
    elif figure.interval is not None:
        end = figure.interval.low if attribute == "low" else figure.interval.high
    else:
        message = f"`{name}`: the figure is no range and has no interval"
        meaningless(message, f"leave `.{attribute}` out", "formula-invalid")
    return _quantity(figure, Fraction(end))


def _exact_percent(figure: Figure) -> Fraction:
    if isinstance(figure.value, Share):
        return 100 * Fraction(figure.value.events) / Fraction(figure.value.total)
    assert figure.percent is not None, "asked for only where there is one"
    return Fraction(figure.percent)


def _quantity(figure: Figure, value: Fraction, unit: str | None = None, per: tuple[str, ...] | None = None) -> Quantity:
    own_per = tuple(figure.per.split(" per ")) if figure.per else ()
    return Quantity(
        value=value,
        unit=unit or (None if figure.unit == "ratio" else figure.unit),
        per=own_per if per is None else per,
        price_year=figure.price_year,
        qualifier=figure.qualifier,
        sources=frozenset(figure.cite),
    )
