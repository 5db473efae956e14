"""Units that a field cannot have: people who are counted in weeks, costs that are no money."""

import re
from collections.abc import Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, listed
from briefkit.rules.borne_things import thing
from briefkit.values import Date, Missing, Words
from briefkit.values.units import BUILT_IN_UNITS, MEASURED

PERSONS = ("people", "adults", "participants", "patients", "children")
_NO_COUNT = MEASURED | {unit.id for unit in BUILT_IN_UNITS if unit.symbol}
_OTHER_THINGS = {
    "place",
    "death",
    "event",
    "site",
    "centre",
    "visit",
    "bed",
    "household",
    "country",
    "study",
    "trial",
} | {
    "report",
    "record",
    "time",
    "point",
}
"""Built-in units of what is neither a person nor a measure."""
_PEOPLE = frozenset({"randomised", "participants", "patients"})
_STUDIES = frozenset({"included_studies", "studies", "included_trials"})
_POINTS = frozenset({"risk_difference"})
_MONEY = frozenset({"amount", "running_cost", "cost_per_patient"})
_MEASURE = re.compile(
    r"(?<!\w)(?:age|aged|time|times|duration|length|wait\w*|stay|hours|days|weeks|months|years|distance|size|score|weight|dose|"
    r"share|part|percentage|proportion|rate|ratio|growth|fall|rise|change|difference|take-up|turnover|staff|visits?|loans?|per|"
    r"QALYs?|DALYs?|life[ -]years?)(?!\w)",
    re.IGNORECASE,
)
"""Words of a label by which something is measured of people or places, and they are not counted."""
_ASIDE = re.compile(r"[,;:(]|\b(?:in|at|by|from|of|for|to|with|per|who|that|among)\b", re.IGNORECASE)
"""What follows in a label says where or of whom, and not what is counted."""


def unit_not_of_field(library: Library, _today: date) -> Iterator[Problem]:
    """A figure with a unit that its field cannot have."""
    units = library.vocabularies.units
    for figure in library.figures.values():
        name = figure.address.rpartition(".")[2]
        if isinstance(figure.value, Missing | Words | Date) or figure.derivation:
            continue
        unit, money = figure.unit, units.is_money(figure.unit)
        shown = "no unit" if unit is None else f"`{unit if money else units.noun(unit, plural=True)}`"
        if name in _PEOPLE and (money or unit in _NO_COUNT or unit in _OTHER_THINGS):
            yield _problem(library, figure.address, f"`{name}` counts people, and has {shown}", listed(PERSONS))
        elif name in _STUDIES and unit is not None and (money or unit not in {"study", "trial", "report"}):
            yield _problem(
                library, figure.address, f"`{name}` counts studies, and has {shown}", listed(("studies", "trials"))
            )
        elif name in _POINTS and unit != "percentage_point":
            yield _problem(
                library,
                figure.address,
                f"`{name}` is a difference of percentages, and has {shown}",
                "`percentage points`",
            )
        elif name in _MONEY and not money:
            yield _problem(
                library,
                figure.address,
                f"`{name}` is an amount of money, and has {shown}",
                "a currency: `£`, `€`, `CHF`",
            )
        elif unit is not None and not money and name not in _PEOPLE | _STUDIES:
            yield from _other_than_named(library, figure)


def _other_than_named(library: Library, figure: Figure) -> Iterator[Problem]:
    """A count whose own name or label says that it counts another thing."""
    named = {found for word in re.findall(r"[A-Za-z]+", _ASIDE.split(figure.label)[0]) if (found := thing(word))}
    named |= {found for word in figure.address.rpartition(".")[2].split("_") if (found := thing(word))}
    assert figure.unit is not None
    unit = library.vocabularies.units.noun(figure.unit, plural=True)
    own = thing(unit)
    known = own is not None or figure.unit in _NO_COUNT - {"percent", "percentage_point", "ratio"}
    if _MEASURE.search(_ASIDE.split(figure.label)[0]):
        return  # `Age of participants`, `Waiting time for patients`: measured, not counted
    if known and len(named) == 1 and own not in named and {own, *named} != {"persons", "rooms"} and not figure.per:
        message = f"`{figure.label}` counts another thing than {unit}"
        yield _problem(library, figure.address, message, "the unit of what the label names, or mend the label")


def _problem(library: Library, address: str, message: str, known: str) -> Problem:
    return Problem(library.figures[address].where, "unit-not-of-field", message, f"write {known}")
