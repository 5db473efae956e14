"""What a brief works out by itself, for readers who have only the paper: each result with its arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.values.write import full


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One derived figure."""

    label: str
    """What it is: `Planned cost per place`."""
    value: str
    """In full: `about £16,700`."""
    working: str
    """The arithmetic with the values put in: `250,000 / 15`."""
    assumes: str
    """What must hold for it; empty when nothing must."""
    method: str
    """Of converted money the series and factors, in sentences; empty for anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One number that the office gives for this edition: an assumption, and no evidence."""

    label: str
    value: str


def givens(figures: Iterable[Figure], brief: Brief, library: Library) -> tuple[Given, ...]:
    """Every local figure that a brief shows or counts with, in the order of its parameters."""
    waiting, met = list(figures), set()
    while waiting:
        one = waiting.pop()
        if one.address not in met:
            met.add(one.address)
            inputs = one.derivation.inputs if one.derivation else ()
            waiting += [part for name in inputs if (part := brief.figures.get(name)) is not None]
    given = (one for one in brief.figures.values() if one.local == "given" and one.address in met)
    return tuple(Given(label=one.label, value=full(one, library.vocabularies.units)) for one in given)


def workings(figures: Iterable[Figure], library: Library) -> tuple[Working, ...]:
    """Every derived figure among those that a brief shows, in the order in which it shows them."""
    units = library.vocabularies.units
    return tuple(
        Working(
            label=figure.label,
            value=full(figure, units),
            working=figure.derivation.working,
            assumes=figure.derivation.assumes,
            method=figure.derivation.method,
        )
        for figure in figures
        if figure.derivation is not None
    )
