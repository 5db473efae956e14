"""A summary of findings (GRADE): at most seven outcomes, each with its numbers, its certainty and one plain sentence."""

from collections.abc import Collection, Iterator

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.certainty import NOT_JUDGED, CertaintyJudgement, word_of
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.tables.asked import CERTAINTIES, Asked, free_name, pooled
from briefkit.tables.beside import alone
from briefkit.tables.fault import Fault
from briefkit.tables.findings_words import (
    difference_words,
    estimate_words,
    is_published,
    measure_words,
    people_cell,
    sentence,
)
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.tables.words import interval_words
from briefkit.values import Share
from briefkit.values.units import UnitNames
from briefkit.values.write import full, short

MOST = 7
"""Rows that readers can take in (Guyatt and others, GRADE guidelines 12, J Clin Epidemiol 2013;66:158)."""
OF_PEOPLE = "of 1,000 people"
COLUMNS = (
    Column(key="outcome", header="Outcome"),
    Column(key="compared", header="Comparison", unit=OF_PEOPLE, align="right"),
    Column(key="treated", header="Treatment", unit=OF_PEOPLE, align="right"),
    Column(key="difference", header="Difference", unit=OF_PEOPLE, align="right"),
    Column(key="relative", header="Relative effect", align="right"),
    Column(key="people", header="People and studies", align="right"),
    Column(key="certainty", header="Certainty (GRADE)"),
    Column(key="found", header="What was found"),
    Column(key="rated", header="Rated by others"),
)
_NO_BASELINE = "not worked out"


def build(
    library: Library, *addresses: str, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The summary of these results, or what stands in its way; neither where one of them is broken."""
    if len(addresses) > MOST:
        message = f"a summary of findings has at most {MOST} rows, and here are {len(addresses)}"
        way = "keep the outcomes that the decision hangs on, and put the others into a table of their own"
        return None, [Fault(rule="findings-too-many", message=message, help=way, written=addresses[MOST])]
    found = pooled(library, addresses)
    asked = [one for one in found if isinstance(one, Asked)]
    if len(asked) < len(addresses):
        return None, [one for one in found if isinstance(one, Fault)]
    notes = Notes()
    rows = [Row(record=one.record.id, cells=tuple(_cells(one, notes))) for one in asked]
    for text in _compared(asked):
        notes.number(text)
    columns, kept, texts = in_reading_order(COLUMNS, rows, tuple(notes.texts))
    name = free_name(f"findings-{asked[0].record.id}", taken)
    caption = caption or "Summary of findings"
    return Table(name=name, caption=caption, columns=columns, rows=kept, notes=texts, look="findings"), []


def _compared(asked: list[Asked[Pooled]]) -> Iterator[str]:
    """What was compared with what, once for each record."""
    for record in {one.record.id: one.record for one in asked}.values():
        if isinstance(record, Synthesis) and record.comparison:
            yield f"{record.name}, treatment against comparison: {record.comparison.rstrip('.')}."


def _cells(asked: Asked[Pooled], notes: Notes) -> Iterator[Cell]:
    """What is said of one result, in the order of COLUMNS."""
    stands = f"; stands for {asked.stands_for}" if asked.stands_for else ""
    label = asked.outcome[:1].upper() + asked.outcome[1:]
    parts = (Cell(text=f"{label}{stands}"), Cell(text=asked.record.name))
    yield Cell(text=f"{label}{stands} ({asked.record.name})", parts=parts)
    yield _baseline(asked)
    for name in ("with_1000", "difference_1000"):
        yield _per_thousand(asked, name, notes)
    yield _relative(asked, notes)
    yield _people(asked)
    yield certainty_cell(asked)
    yield sentence(asked)
    ratings = asked.rated()
    yield Cell(text="; ".join(f"{one.lead}: {one.text}" for one in ratings), parts=ratings)


def _absent(asked: Asked[Pooled], ours: str = "not reported") -> str:
    """The word for what a record does not have: of another's review nobody has seen it."""
    return "not seen" if is_published(asked) else "not pooled" if asked.result.directions else ours


def _baseline(asked: Asked[Pooled]) -> Cell:
    """How many of 1,000 people without the treatment, and whose risk that is."""
    made, named = asked.figure("baseline_1000"), asked.library.figure(asked.result.baseline or "")
    if made is None or named is None:
        return Cell(text=_absent(asked, "no baseline named"), missing=True)
    record = asked.library.record(named.record)
    source = Cell(
        text=alone(named, asked.library), figure=named, lead=f"as in {record.name if record else named.record}"
    )
    number = people_cell(made, asked.library.vocabularies.units)
    return Cell(text=f"{number.text} ({source.lead}: {source.text})", parts=(number, source))


def _per_thousand(asked: Asked[Pooled], name: str, notes: Notes) -> Cell:
    figure = asked.figure(name)
    if figure is None:
        return Cell(text=_NO_BASELINE, missing=True)
    units = asked.library.vocabularies.units
    text = difference_words(figure) if name == "difference_1000" else _with_interval(figure, units)
    capped = (notes.number(f"{figure.note[:1].upper()}{figure.note[1:]}."),) if figure.note else ()
    return Cell(text=text, figure=figure, notes=capped)


def _with_interval(figure: Figure, units: UnitNames) -> str:
    bounds = interval_words(figure, units, bare=True)
    return f"{people_cell(figure, units).text} ({bounds})" if bounds else people_cell(figure, units).text


def _relative(asked: Asked[Pooled], notes: Notes) -> Cell:
    """The estimate with its interval; or which way the studies point, where nothing was pooled."""
    units = asked.library.vocabularies.units
    estimate, favouring = asked.figure("estimate"), asked.figure("favouring")
    if estimate is not None:
        told = (notes.number(f"{estimate.note[:1].upper()}{estimate.note[1:].rstrip('.')}."),) if estimate.note else ()
        lead = measure_words(asked, estimate)
        return Cell(text=estimate_words(estimate, units), figure=estimate, lead=lead, notes=told)
    if favouring is not None:
        return Cell(text=short(favouring, units), figure=favouring, lead="not pooled; in favour")
    return Cell(text=_absent(asked), missing=True)


def _people(asked: Asked[Pooled]) -> Cell:
    units = asked.library.vocabularies.units
    parts = []
    favouring = asked.figure("favouring")
    for name, noun in (("participants", "people"), ("studies", "studies")):
        figure = asked.figure(name)
        if name == "studies" and favouring is not None and isinstance(favouring.value, Share):
            parts.append(Cell(text=f"{favouring.value.total:f} studies", figure=favouring))
            continue
        absent = "not seen" if is_published(asked) else "not reported"
        missing = Cell(text=f"{noun}: {absent}", missing=True)
        parts.append(missing if figure is None else Cell(text=full(figure, units), figure=figure))
    return Cell(text="; ".join(part.text for part in parts), parts=tuple(parts))


def certainty_cell(asked: Asked[Pooled]) -> Cell:
    """How sure one may be, in words and shape; whose word it is, where it is a review's own."""
    judged = asked.result.certainty
    word = word_of(judged)
    if not word:
        return Cell(text=NOT_JUDGED, missing=True, mark="certainty-0")
    mark = f"certainty-{CERTAINTIES[word]}"
    ours = isinstance(judged, CertaintyJudgement)
    return Cell(text=word, mark=mark, lead="" if ours else f"{asked.record.name}’s own rating")
