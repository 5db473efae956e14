"""Which units can stand for the same thing: an article's `15 places` are a brief's `15 people`, but never 15 deaths."""

from briefkit.values import iso
from briefkit.values.units import DURATIONS, UnitNames

_FAMILIES = (
    frozenset(
        {"people", "adult", "participant", "patient", "child", "place", "bed", "household", "offender", "client"}
    ),
    frozenset({"site", "centre", "clinic", "unit", "place"}),
    frozenset({"study", "trial", "report", "record"}),
    frozenset({"death", "event", "visit"}),
    frozenset({"percent"}),
    frozenset({"percentage_point"}),
    frozenset({"country"}),
    *(frozenset({unit}) for unit in sorted(DURATIONS)),
)
_VAGUE = frozenset({"time", "point", "record", "report", "unit", "event", "second"})
"""Nouns that also mean other things than their unit."""


def clash(said: str | None, figure: str | None, units: UnitNames) -> bool:
    """Whether a noun beside a number says something else than the unit of the figure."""
    if said is None or figure is None or said == figure or said in _VAGUE:
        return said in _FIRM and figure is None
    if units.is_money(said) or units.is_money(figure) or iso.is_currency(said):
        return True
    sides = [[family for family in _FAMILIES if unit in family] for unit in (said, figure)]
    if not all(sides):  # a unit of this base, of which nothing is known but its name
        known = sides[0] or sides[1]
        return any(family & (DURATIONS | {"percent", "percentage_point"}) for family in known)
    return not any(family in sides[1] for family in sides[0])


_FIRM = frozenset({"percent", "percentage_point"})
