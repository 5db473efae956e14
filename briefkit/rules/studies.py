"""Numbers of people that add up: arms to studies, and what went into a synthesis."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.study import Study
from briefkit.records.synthesis import Synthesis
from briefkit.values import Number, Share


def arms_sum(library: Library, _today: date) -> Iterator[Problem]:
    """Arms whose people do not add up to those of the study."""
    for study in _studies(library):
        arms = [_exact(library.figures.get(f"{study.id}.arms.{arm}.randomised")) for arm in study.arms]
        whole = library.figures.get(f"{study.id}.randomised")
        known = [people for people in arms if people is not None]
        total = _exact(whole)
        if (
            whole is not None
            and total is not None
            and len(arms) > 1
            and len(known) == len(arms)
            and sum(known) != total
        ):
            added = " + ".join(f"{people:,f}" for people in known)
            message = f"the arms have {added} = {sum(known):,f} people, the study says {total:,f}"
            way = (
                "look up which number is wrong, or whether an arm is left out; people who left before are in `figures:`"
            )
            yield Problem(whole.where, "arms-sum", message, way)


def total_over_randomised(library: Library, _today: date) -> Iterator[Problem]:
    """A result counted among more people than its arm had."""
    for study in _studies(library):
        for key, result in study.results.items():
            for arm in result.by_arm:
                figure = library.figures.get(f"{study.id}.results.{key}.{arm}")
                people = _exact(library.figures.get(f"{study.id}.arms.{arm}.randomised"))
                if figure is None or people is None or not isinstance(figure.value, Share):
                    continue
                if figure.value.total > people:
                    message = f"`{key}.{arm}` counts among {figure.value.total:,f}, but the arm had {people:,f} people"
                    yield Problem(figure.where, "total-over-randomised", message, "look both up in their source")


def study_in_and_out(library: Library, _today: date) -> Iterator[Problem]:
    """A study that a synthesis both counts and leaves out."""
    for record in library.records.values():
        if isinstance(record, Synthesis):
            for study in record.left_out:
                if study in record.studies:
                    where = record.place_of("left_out", study, key=True)
                    message = f"`{study}` stands under `studies` and under `left_out`"
                    yield Problem(where, "study-in-and-out", message, "take it out of one of them")


def _studies(library: Library) -> Iterator[Study]:
    return (record for record in library.records.values() if isinstance(record, Study))


def _exact(figure: Figure | None) -> Decimal | None:
    """The number of a figure that is neither rounded nor a bound."""
    if figure is None or figure.qualifier or not isinstance(figure.value, Number):
        return None
    return figure.value.value
