"""What a brief can call to show more than one figure: each function with its maker, what it takes and how it is written.

A new table or picture is one line here. All makers take the library, the addresses that were given and what was named, and
answer with a table or with the faults that stand in its way.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefkit.charts import chain, costs, directions, forest, gap_map, series, timeline
from briefkit.library import Library
from briefkit.problems import listed
from briefkit.tables import break_even, certainty, decision, findings, flow, traffic_light
from briefkit.tables.fault import Fault as TableFault
from briefkit.tables.table import Table
from briefkit.values.fault import Fault

Made = tuple[Table | None, list[TableFault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """One function."""

    make: Callable[..., Made]
    """Called as `make(library, *addresses, taken=names of tables, **options)`."""
    takes: str
    """What it takes, for a message: `the id of one argument, in quotation marks`."""
    example: str
    fewest: int = 1
    most: int = 1
    """How many addresses."""
    options: Mapping[str, type] = field(default_factory=lambda: {"caption": str})
    """Arguments with names, and what each must be."""
    needs: tuple[str, ...] = ()
    """Those of them that must be there."""


MAKERS: Mapping[str, Maker] = {
    "chain": Maker(
        make=chain.build, takes="the id of one argument, in quotation marks", example='{{ chain("why_crime_falls") }}'
    ),
    "gap_map": Maker(
        make=gap_map.build,
        takes="`interventions=` and perhaps `outcomes=`, lists of ids",
        example='{{ gap_map(interventions=["heroin_assisted_treatment", "drug_consumption_room"]) }}',
        fewest=0,
        most=0,
        options={"interventions": list, "outcomes": list, "caption": str},
        needs=("interventions",),
    ),
    "directions": Maker(
        make=directions.build,
        takes="the id of one synthesis, in quotation marks",
        example='{{ directions("hat_directions") }}',
    ),
    "findings": Maker(
        make=findings.build,
        takes="the addresses of up to seven results of syntheses, in quotation marks",
        example='{{ findings("hat_retention.retention", "cochrane_2011.mortality") }}',
        most=50,
    ),
    "certainty": Maker(
        make=certainty.build,
        takes="the addresses of results of syntheses, in quotation marks",
        example='{{ certainty("hat_retention.retention") }}',
        most=50,
    ),
    "traffic_light": Maker(
        make=traffic_light.build,
        takes="the addresses of results of studies, in quotation marks",
        example='{{ traffic_light("riott.retention_26w", "naomi.retention_12m") }}',
        most=50,
    ),
    "decision": Maker(
        make=decision.build, takes="the id of one decision, in quotation marks", example='{{ decision("hat_england") }}'
    ),
    "flow": Maker(
        make=flow.build, takes="the id of one search, in quotation marks", example='{{ flow("cochrane_2011_search") }}'
    ),
    "forest": Maker(
        make=forest.build,
        takes="the address of one pooled result, in quotation marks",
        example='{{ forest("hat_retention.retention") }}',
    ),
    "costs": Maker(
        make=costs.build,
        takes="the addresses of amounts of money, or ids of costs, in quotation marks",
        example='{{ costs("breakfast_dutch", "breakfast_york.amount") }}',
        most=40,
    ),
    "break_even": Maker(
        make=break_even.build,
        takes="the ids of costs that have `break_even:`, in quotation marks",
        example='{{ break_even("breakfast_dutch", "breakfast_york") }}',
        most=20,
    ),
    "timeline": Maker(
        make=timeline.build,
        takes="a condition as `where=`, or ids of programmes and proposals, in quotation marks",
        example="{{ timeline(where=\"country == 'GB'\") }}",
        fewest=0,
        most=40,
        options={"where": str, "caption": str},
    ),
    "series": Maker(
        make=series.build,
        takes="the ids of up to four statistics with series, in quotation marks",
        example='{{ series("absence_england") }}',
        most=40,
        options={"from_zero": bool, "caption": str},
    ),
}


def made(
    function: str, given: tuple[Any, ...], named: Mapping[str, Any], library: Library, taken: Collection[str]
) -> Made | Fault:
    """What a call comes to; a Fault when it was not called as it should be."""
    maker = MAKERS[function]
    strange = any(name not in maker.options for name in named) or not all(isinstance(one, str) for one in given)
    lacking = any(name not in named for name in maker.needs)
    if strange or lacking or not maker.fewest <= len(given) <= maker.most:
        return _fault(function, f"takes {maker.takes}{_beside(maker)}")
    for name, value in named.items():
        if not isinstance(value, maker.options[name]) or (isinstance(value, list) and not _texts_only(value)):
            return _fault(function, f"needs {_WORDS[maker.options[name]]} as `{name}=`")
    return maker.make(library, *given, taken=taken, **named)


_WORDS = {str: "words in quotation marks", list: "a list of words", int: "a whole number", bool: "`true` or `false`"}


def _texts_only(value: list[Any]) -> bool:
    return all(isinstance(one, str) for one in value)


def _beside(maker: Maker) -> str:
    names = listed((one for one in map("{}=".format, maker.options) if one not in maker.takes), joint="or")
    return f", and perhaps {names}" if names else ""


def _fault(function: str, message: str) -> Fault:
    return Fault("expression-call", f"`{function}` {message}", f"write `{MAKERS[function].example}`")
