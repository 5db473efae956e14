"""When one number is an honest rounding of another."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from briefkit.values import Number
from briefkit.values.line_writer import unscaled
from briefkit.values.numerals import SCALES

MOST_OFF = Decimal("0.05")
"""A rounded number lies no further from the source's than one part in twenty: `about 100` is not said of 127."""


def last_place(number: Number) -> int:
    """Power of ten of the last digit that means something: -2 for 1.40, 3 for 250,000 and for 1.240 million."""
    written = unscaled(number)
    scale = SCALES.get(number.scale, 0)
    _, digits, exponent = written.as_tuple()
    assert isinstance(exponent, int)
    if exponent < 0:
        return exponent + scale
    text = "".join(str(digit) for digit in digits)
    return exponent + scale + len(text) - len(text.rstrip("0") or "0")


def finer(said: Number, source: Number) -> bool:
    """Whether `said`, though equal, is written more exactly than the source's: `15.0` for 15."""
    return unscaled(said).as_tuple().exponent != 0 and last_place(said) < last_place(source)


def rounds_to(said: Number, source: Number) -> bool:
    """Whether `said` is the source's number rounded, coarser than it and still near it."""
    place = last_place(said)
    if place <= last_place(source) or not source.value:
        return False
    unit = Decimal(1).scaleb(place)
    found = {(source.value / unit).quantize(Decimal(1), how) * unit for how in (ROUND_HALF_UP, ROUND_HALF_EVEN)}
    return said.value in found and abs(said.value - source.value) <= MOST_OFF * abs(source.value)
