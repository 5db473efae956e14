"""What a call such as `findings("hat_retention.retention")` asks for: results of syntheses and of studies, found by address."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.certainty import Rated
from briefkit.records.record import Record
from briefkit.records.study import Result, Study
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.tables.fault import Fault
from briefkit.tables.table import Cell
from briefkit.tables.words import quoted
from briefkit.values.write import full

R = TypeVar("R", Pooled, Result)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Generic[R]):
    """One result, found."""

    record: Record
    key: str
    result: R
    library: Library

    def figure(self, name: str) -> Figure | None:
        """One of its figures, by the rest of its address."""
        return self.library.figures.get(f"{self.record.id}.results.{self.key}.{name}")

    @property
    def outcome(self) -> str:
        """What is measured, in words."""
        known = self.library.vocabularies.outcomes.get(self.result.outcome)
        return self.result.label or (known.label if known else self.result.outcome)

    @property
    def stands_for(self) -> str:
        """What a surrogate stands for, in words; empty for an outcome that matters by itself."""
        outcomes = self.library.vocabularies.outcomes
        known = outcomes.get(self.result.outcome)
        names = known.surrogate_for if known else ()
        return " and ".join(outcomes[name].label if name in outcomes else name for name in names)

    def rated(self) -> tuple[Cell, ...]:
        """What others rated of it: who, exactly what, and their words."""
        return rated(self.library, f"{self.record.id}.results.{self.key}", self.result.ratings)


def rated(library: Library, base: str, ratings: Mapping[str, Rated]) -> tuple[Cell, ...]:
    """Ratings by others, as theirs; `base` is the full address of what they stand in."""
    cells = []
    for name, rating in ratings.items():
        holder = library.vocabularies.holders.get(rating.holder)
        subject, words = (library.figures.get(f"{base}.ratings.{name}.{part}") for part in ("rates", "words"))
        what = _words(subject, library) if subject else str(rating.rates)
        lead = f"{holder.name if holder else rating.holder} rated {what}"
        cells.append(Cell(text=_words(words, library) if words else "", figure=words, lead=lead))
    return tuple(cells)


def _words(figure: Figure, library: Library) -> str:
    """A fact as its source words it."""
    return quoted(figure) or full(figure, library.vocabularies.units)


def pooled(library: Library, addresses: Collection[str]) -> list[Asked[Pooled]] | list[Fault]:
    """The results of syntheses at these addresses, or what is wrong with each that is none."""

    def made(record: Record, key: str) -> Asked[Pooled] | None:
        if isinstance(record, Synthesis) and key in record.results:
            return Asked(record=record, key=key, result=record.results[key], library=library)
        return None

    return _all(library, addresses, made, _results(library, "synthesis"), "a result of a synthesis")


def of_studies(library: Library, addresses: Collection[str]) -> list[Asked[Result]] | list[Fault]:
    """The results of studies at these addresses, or what is wrong with each that is none."""

    def made(record: Record, key: str) -> Asked[Result] | None:
        if isinstance(record, Study) and key in record.results:
            return Asked(record=record, key=key, result=record.results[key], library=library)
        return None

    return _all(library, addresses, made, _results(library, "study"), "a result of a study")


def _all(
    library: Library,
    addresses: Collection[str],
    made: Callable[[Record, str], Asked[R] | None],
    known: list[str],
    noun: str,
) -> list[Asked[R]] | list[Fault]:
    found: list[Asked[R]] = []
    faults: list[Fault] = []
    for address in addresses:
        first, _, key = address.replace(".results.", ".").partition(".")
        record = library.record(first)
        one = made(record, key) if record is not None else None
        if one is not None:
            found.append(one)
        elif not library.is_broken(address):
            message = f"`{address}` is not {noun}"
            other = f"there is {listed(known, most=4)}" if known else "there is none yet"
            way = did_you_mean(address, known, other)
            faults.append(Fault(rule="table-record", message=message, help=way, written=address))
    return faults or found


def _results(library: Library, kind: str) -> list[str]:
    """Short addresses of all results of records of a kind."""
    return [
        f"{record.id}.{key}"
        for record in library.of_kind(kind)
        for key in (record.results if isinstance(record, Synthesis | Study) else ())
    ]


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name of a table, with a number where another table of the brief has it already."""
    wanted = wanted.replace("_", "-").replace(".", "-")
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


CERTAINTIES: Mapping[str, int] = {"very low": 1, "low": 2, "moderate": 3, "high": 4}
"""Marks out of four that stand before the words."""
