"""An evidence gap map: which interventions were studied for which outcomes, by how many and what kind, and where nobody looked.

An empty square says that this base holds nothing, never that there is nothing. Counts in the picture count the names that
stand in its table; how sure a body of evidence is, only people judge.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from briefkit.charts.drawing import Picture
from briefkit.charts.gap_map_drawing import Square, draw
from briefkit.charts.naming import free_name, sentence
from briefkit.charts.paper import too_tall
from briefkit.library import Library
from briefkit.problems import did_you_mean
from briefkit.records.study import Study
from briefkit.records.synthesis import Synthesis
from briefkit.tables.fault import Fault
from briefkit.tables.table import Cell, Column, Row, Table

TRIALS = frozenset({"randomised controlled trial", "cluster randomised trial"})
NOTHING = "nothing in this base"
CERTAINTIES = ("high", "moderate", "low", "very low")


@dataclass(slots=True)
class Holds:
    """What the base holds on one intervention and one outcome: names of records."""

    trials: list[str] = field(default_factory=list)
    studies: list[str] = field(default_factory=list)
    reviews: list[str] = field(default_factory=list)
    certainties: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many records."""
        return len(self.trials) + len(self.studies) + len(self.reviews)

    @property
    def grades(self) -> str:
        """The certainties alone, without who judged."""
        return ", ".join(dict.fromkeys(one.partition(" (")[0] for one in self.certainties))

    @property
    def certainty(self) -> str:
        """Every certainty that was judged for it, with who judged; empty where nobody has."""
        return "; ".join(dict.fromkeys(self.certainties))


def build(
    library: Library,
    *,
    interventions: list[str],
    outcomes: list[str] | None = None,
    caption: str = "",
    taken: Collection[str] = (),
) -> tuple[Table | None, list[Fault]]:
    """The map of some interventions by outcomes (all that any of them was studied for, unless some are named)."""
    faults = [*_unknown(library.vocabularies.interventions, interventions, "intervention")]
    faults += _unknown(library.vocabularies.outcomes, outcomes or [], "outcome")
    if faults:
        return None, faults
    held = _held(library, interventions)
    shown = outcomes or [one for one in library.vocabularies.outcomes if any((it, one) in held for it in interventions)]
    if not shown or not interventions:
        message = "no study or review of the base is about these interventions"
        way = "give studies and reviews their `interventions:` and `outcomes:`"
        return None, [Fault(rule="table-empty", message=message, help=way)]
    squares = [[_square(held.get((it, one), Holds())) for it in interventions] for one in shown]
    names = [library.vocabularies.interventions[one].label for one in interventions]
    labels = [library.vocabularies.outcomes[one].label for one in shown]
    said = _finding(names, labels, squares)
    rows = tuple(
        Row(record="", cells=(Cell(text=sentence(label)), *(_cell(square.holds) for square in line)))
        for label, line in zip(labels, squares, strict=True)
    )
    columns = (
        Column(key="outcome", header="Outcome"),
        *(_column(one, name) for one, name in zip(interventions, names, strict=True)),
    )
    name = free_name("gap-map", taken)
    outcomes_shown, interventions_shown = [sentence(one) for one in labels], [sentence(one) for one in names]
    drawn = [[one.square for one in line] for line in squares]
    picture = Picture(
        wide=draw(outcomes_shown, interventions_shown, drawn, f"table-{name}", narrow=False),
        narrow=draw(outcomes_shown, interventions_shown, drawn, f"table-{name}", narrow=True),
        alt=f"{said} Evidence gap map of {len(labels)} outcomes by {len(names)} interventions.",
    )
    if tall := too_tall(picture, "give `outcomes=`, a shorter list of them"):
        return None, tall
    notes = (
        "Each record counts once in each square; one study may stand in several, and reviews count studies again.",
        "An empty square says that this base holds nothing, not that nothing is known.",
    )
    return Table(
        name=name, caption=caption or said, columns=columns, rows=rows, notes=notes, look="picture", picture=picture
    ), []


@dataclass(frozen=True, slots=True)
class _Both:
    """A square as it is drawn, and what it holds."""

    square: Square
    holds: Holds


def _square(holds: Holds) -> _Both:
    return _Both(
        Square(
            trials=len(holds.trials),
            studies=len(holds.studies),
            reviews=len(holds.reviews),
            certainty=holds.grades,
        ),
        holds,
    )


def _held(library: Library, interventions: list[str]) -> Mapping[tuple[str, str], Holds]:
    held: dict[tuple[str, str], Holds] = {}
    for record in (*library.of_kind("study"), *library.of_kind("synthesis")):
        if isinstance(record, Study):
            about = {*record.interventions, *(arm.intervention for arm in record.arms.values() if arm.intervention)}
            found = dict.fromkeys([*record.outcomes, *(result.outcome for result in record.results.values())])
        elif isinstance(record, Synthesis) and record.published:
            about = set(record.interventions)
            single = [record.outcome] if record.outcome else []
            found = dict.fromkeys([*record.outcomes, *single, *(result.outcome for result in record.results.values())])
        else:
            continue
        for pair in [(it, one) for it in interventions if it in about for one in found]:
            _add(held.setdefault(pair, Holds()), record, pair[1])
    return held


def _add(holds: Holds, record: Study | Synthesis, outcome: str) -> None:
    if isinstance(record, Synthesis):
        holds.reviews.append(record.name)
        judged = (
            str(getattr(result.certainty, "overall", result.certainty))
            for result in record.results.values()
            if result.outcome == outcome
        )
        holds.certainties += [f"{one} ({record.name})" for one in judged if one in CERTAINTIES]
    elif record.design in TRIALS:
        holds.trials.append(record.name)
    else:
        holds.studies.append(record.name)


def _cell(holds: Holds) -> Cell:
    if not holds.number:
        return Cell(text=NOTHING, missing=True)
    parts = tuple(_parts(holds))
    return Cell(text="; ".join(f"{part.lead}: {part.text}" for part in parts), parts=parts)


def _parts(holds: Holds) -> Iterator[Cell]:
    for lead, names in (("Trials", holds.trials), ("Other studies", holds.studies), ("Reviews", holds.reviews)):
        if names:
            yield Cell(text="; ".join(names), lead=lead)
    yield Cell(
        text=holds.certainty or "not yet judged", lead="Certainty as published" if holds.certainty else "Certainty"
    )


def _column(intervention: str, name: str) -> Column:
    return Column(key=intervention, header=sentence(name))


def _finding(names: list[str], labels: list[str], squares: list[list[_Both]]) -> str:
    """The best studied square of the map, and what stands empty, in a sentence."""
    filled = [
        (one.holds.number, label, name)
        for label, line in zip(labels, squares, strict=True)
        for name, one in zip(names, line, strict=True)
    ]
    most = max(filled, key=lambda one: one[0])
    empty = [label for number, label, _ in filled if not number]
    said = (
        f"What this base holds is most on {most[2]} and {most[1]}"
        if len(names) > 1
        else f"Most studied here: {most[1]}"
    )
    return f"{said}. Empty squares: {len(empty)} of {len(filled)}." if empty else f"{said}."


def _unknown(known: Mapping[str, object], named: list[str], what: str) -> list[Fault]:
    return [
        Fault(
            rule=f"unknown-{what}",
            message=f"there is no {what} `{one}`",
            help=did_you_mean(
                one, list(known), f"see `evidence/{'terms' if what == 'intervention' else 'outcomes'}.yaml`"
            ),
            written=one,
        )
        for one in named
        if one not in known
    ]
