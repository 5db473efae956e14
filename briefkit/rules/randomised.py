"""How many people an arm or a study had: the totals that the figures of a result are counted among."""

from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.values import Number


def randomised(figure: Figure, library: Library, *, arm_only: bool = False) -> tuple[Decimal, ...]:
    """The people of the arm that a result is about, else (unless `arm_only`) of the whole study; none where nobody says."""
    steps = figure.address.split(".")
    arms = [library.figures.get(f"{steps[0]}.arms.{step}.randomised") for step in steps[1:]]
    own = [one for one in arms if one is not None]
    found = own if own or arm_only else [library.figures.get(f"{steps[0]}.randomised")]
    return tuple(one.value.value for one in found if one is not None and isinstance(one.value, Number))
