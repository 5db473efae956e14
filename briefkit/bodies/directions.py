"""Studies that are not pooled: which way each points, counted, and the range of what they found.

Synthesis without meta-analysis (Campbell and others, BMJ 2020;368:l6890): votes count directions, never significance, and say
nothing of how large an effect is.
"""

from collections.abc import Iterator
from decimal import Decimal

from briefkit.bodies.made import Maker
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.values import Number, Range, Share


def directions(
    record: Synthesis, key: str, result: Pooled, maker: Maker, library: Library
) -> Iterator[Figure | Problem]:
    """How many studies favour the treatment, and the range of their numbers where they are of one kind."""
    found: list[Figure] = []
    for study, finding in result.directions.items():
        figure = library.figure(finding.of)
        if figure is not None and study in record.studies and figure.record == study:
            found.append(figure)
        elif figure is not None or not library.is_broken(finding.of):
            yield _fault(record, key, study, finding.of, library)
    if len(found) < len(result.directions):
        return
    says = [one.says for one in result.directions.values()]
    yield maker.figure(
        "favouring",
        "studies that favour the treatment",
        Share(Decimal(says.count("better")), Decimal(len(says))),
        "directions counted: they say nothing of size",
        working=", ".join(words.replace("_", " ") for words in says),
        unit="study",
        inputs=found,
    )
    numbers = [one.value.value for one in found if isinstance(one.value, Number)]
    kinds = {(one.unit, one.per, one.price_year) for one in found}
    if len(numbers) == len(found) > 1 and len(kinds) == 1:
        first = found[0]
        yield maker.figure(
            "range",
            "from the lowest to the highest of these studies",
            Range(Number(min(numbers)), Number(max(numbers))),
            "lowest and highest",
            inputs=found,
            working=", ".join(f"{n:f}" for n in numbers),
            unit=first.unit,
            per=first.per,
        )


def _fault(record: Synthesis, key: str, study: str, name: str, library: Library) -> Problem:
    """What is wrong with the direction of a study."""
    where = record.place_of("results", key, "directions", study, "of")
    if study not in record.studies:
        message = f"`{study}` points somewhere in `{key}` and is not one of the `studies:` of this record"
        where = record.place_of("results", key, "directions", study, key=True)
        return Problem(where, "pool-study-unlisted", message, "add it there, or take it out here")
    if library.figure(name) is None:
        return Problem(where, "unknown-figure-address", f"there is no figure `{name}`", library.suggest(name))
    return Problem(where, "pool-unlike", f"`{name}` is no figure of `{study}`", "name a figure or fact of this study")
