"""The units that figures may carry: those built in, every currency of ISO 4217, and those of `evidence/terms.yaml`.

A unit is known by its id, its singular or its plural. `percent` (a level, a relative change) and `percentage_point`
(a difference of levels) are different units.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from briefkit.problems import did_you_mean
from briefkit.values import iso


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit and its words."""

    id: str
    one: str
    """Singular: `place`, `person`."""
    many: str
    """Plural: `places`, `people`."""
    symbol: str = ""
    """What stands after a number wherever the value is printed (`%`, `mg`); empty for noun units, left out when short."""


def _nouns(*names: str) -> tuple[Unit, ...]:
    return tuple(Unit(name.replace("-", "_"), name, f"{name}s") for name in names)


BUILT_IN_UNITS: tuple[Unit, ...] = (
    Unit("percent", "per cent", "per cent", "%"),
    # A bare number would be read as a count or a level, so its words are printed as a symbol would be.
    Unit("percentage_point", "percentage point", "percentage points", "percentage points"),
    Unit("people", "person", "people"),
    *_nouns(
        "adult", "participant", "patient", "place", "death", "event", "site", "centre", "visit", "bed", "household"
    ),
    Unit("child", "child", "children"),
    Unit("country", "country", "countries"),
    Unit("study", "study", "studies"),
    *_nouns("trial", "report", "record", "time", "point"),
    *_nouns("second", "minute", "hour", "day", "week", "month", "year"),
    *_nouns("person-year", "person-month", "person-day", "patient-year", "patient-month", "patient-day"),
    Unit("qaly", "QALY", "QALYs"),
    Unit("daly", "DALY", "DALYs"),
    Unit("microgram", "microgram", "micrograms", "µg"),
    Unit("mg", "milligram", "milligrams", "mg"),
    Unit("g", "gram", "grams", "g"),
    Unit("kg", "kilogram", "kilograms", "kg"),
    Unit("tonne", "tonne", "tonnes"),
    Unit("ml", "millilitre", "millilitres", "ml"),
    Unit("litre", "litre", "litres"),
    Unit("metre", "metre", "metres"),
    Unit("km", "kilometre", "kilometres", "km"),
    Unit("mile", "mile", "miles"),
    Unit("ratio", "", ""),
)
DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Ids of the units of time."""
MEASURED = DURATIONS | {"qaly", "daly", "tonne", "litre", "metre", "mile", "ratio"}
"""Ids of units with a noun of which there can be a fraction."""
_OTHER_NAMES = {"%": "percent", "percent": "percent", "percentage point": "percentage_point", "persons": "people"}
_WORD = re.compile(r"[^\s\"(“”„«]+")


class UnitNames:
    """The units of one base, looked up by any of their names."""

    def __init__(self, terms: Mapping[str, tuple[str, str]] | None = None) -> None:
        """`terms` are the units of `evidence/terms.yaml`: id to (singular, plural); they win over the built-in ones."""
        own = [Unit(key, one, many) for key, (one, many) in (terms or {}).items()]
        self._units = {unit.id: unit for unit in (*BUILT_IN_UNITS, *own)}
        self._names = dict(_OTHER_NAMES)
        for unit in self._units.values():
            for name in (unit.id, unit.id.replace("_", " "), unit.one, unit.many, unit.symbol):
                if name:
                    self._names[_folded(name)] = unit.id

    def find(self, name: str) -> str | None:
        """Id of the unit or currency that goes by this name; None when there is none."""
        known = self._names.get(_folded(name))
        if known is not None:
            return known
        return name if iso.is_currency(name) else None

    def leading(self, text: str) -> tuple[str, int] | None:
        """The unit with the longest name that `text` begins with, and how many characters that name has."""
        if text.startswith("%"):
            return "percent", 1
        ends = [match.end() for match in list(_WORD.finditer(text))[:5]]
        for end in reversed(ends):
            found = self.find(text[:end])
            if found is not None:
                return found, end
        return None

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id; for one that these names lack, its words are made from the id."""
        words = unit_id.replace("_", " ")
        return self._units.get(unit_id) or Unit(unit_id, words, words if words.endswith("s") else f"{words}s")

    def is_money(self, unit_id: str | None) -> bool:
        """Whether the id is a currency's."""
        return unit_id is not None and unit_id not in self._units and iso.is_currency(unit_id)

    def noun(self, unit_id: str, *, plural: bool) -> str:
        """Its word: `place` or `places`."""
        unit = self.unit(unit_id)
        return unit.many if plural else unit.one

    def suggest(self, name: str) -> str:
        """`did you mean ...?` for a name that is not known, or what else can be done."""
        names = {unit.many or unit.id for unit in self._units.values()} | {
            unit.one or unit.id for unit in self._units.values()
        }
        other = "use a unit of `evidence/terms.yaml`, or add it there under `units:`"
        near = get_close_matches(name, names, n=1, cutoff=0.72)  # a unit that is merely alike would change the figure
        return iso.suggest_currency(name) or did_you_mean(name, near, other)

    @property
    def nouns(self) -> frozenset[str]:
        """Every singular and plural, in lower case: words that make a number before them a count."""
        return frozenset(word.casefold() for unit in self._units.values() for word in (unit.one, unit.many) if word)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


BUILT_IN = UnitNames()
"""The units that are known without any `terms.yaml`."""
