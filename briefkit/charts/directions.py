"""An effect-direction plot: which way each study points for each outcome, where a pooled number would mislead.

After Boon and Thomson (Res Synth Methods 2021;12:29): a direction is shown, never a size, and not whether chance explains it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefkit.charts.directions_drawing import Arrow, draw
from briefkit.charts.drawing import Picture
from briefkit.charts.naming import free_name, inside, sentence
from briefkit.charts.paper import too_tall
from briefkit.library import Library
from briefkit.problems import did_you_mean
from briefkit.records.pooling import Finding
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.tables.beside import alone
from briefkit.tables.fault import Fault
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table

WORDS = {
    "better": "better with the treatment",
    "worse": "worse with the treatment",
    "no_clear_difference": "no clear difference",
    "mixed": "points both ways",
}
NOT_SEEN = "not seen here"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is drawn: studies downwards, outcomes side by side."""

    record: Synthesis
    results: dict[str, Pooled]
    studies: tuple[str, ...]
    library: Library

    def label(self, result: Pooled) -> str:
        """An outcome in words."""
        known = self.library.vocabularies.outcomes.get(result.outcome)
        text = result.label or (known.label if known else result.outcome)
        return sentence(text)


def build(
    library: Library, record_id: str, *, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The plot of a synthesis record, or the fault that stands in its way; neither when the record is broken."""
    record = library.record(record_id)
    results = (
        {key: one for key, one in record.results.items() if one.directions} if isinstance(record, Synthesis) else {}
    )
    if not isinstance(record, Synthesis) or not results:
        broken = record is None and library.is_broken(record_id)
        return None, [] if broken else [_unknown(library, record_id)]
    if any(library.is_broken(f"{record.id}.{key}") for key in results):
        return None, []
    met = dict.fromkeys(study for result in results.values() for study in result.directions)
    asked = _Asked(record, results, tuple(study for study in record.studies if study in met), library)
    notes = Notes()
    columns = [Column(key="study", header="Study")]
    for key, result in results.items():
        why = f"Not pooled: {result.not_pooled_because}." if result.not_pooled_because else ""
        columns.append(Column(key=key, header=asked.label(result), notes=(notes.number(why),) if why else ()))
    rows = [Row(record=study, cells=tuple(_cells(asked, study, notes))) for study in asked.studies]
    for text in _whole(record):
        notes.number(text)
    headers, kept, texts = in_reading_order(columns, rows, tuple(notes.texts))
    said = finding(asked)
    arrows = [[_arrow(asked, result, study) for result in results.values()] for study in asked.studies]
    names = [_name_of(library, study) for study in asked.studies]
    labels = [asked.label(result) for result in results.values()]
    picture = Picture(
        wide=draw(names, labels, arrows, narrow=False),
        narrow=draw(names, labels, arrows, narrow=True),
        alt=f"{said} Effect-direction plot of {len(names)} studies and {len(labels)} outcomes.",
    )
    if tall := too_tall(picture, "show its outcomes in syntheses of their own"):
        return None, tall
    name = free_name(f"directions-{record.id}".replace("_", "-"), taken)
    return Table(
        name=name, caption=caption or said, columns=headers, rows=kept, notes=texts, look="picture", picture=picture
    ), []


def finding(asked: _Asked) -> str:
    """How many studies point which way, outcome by outcome."""
    parts = []
    for result in asked.results.values():
        says = [one.says for one in result.directions.values()]
        label = asked.label(result)
        parts.append(
            f"{inside(label)}, better in {says.count('better')} and worse in {says.count('worse')} of {len(says)}"
        )
    return f"Which way trials point: {'; '.join(parts)}."


def _cells(asked: _Asked, study: str, notes: Notes) -> Iterator[Cell]:
    yield Cell(text=_name_of(asked.library, study))
    for result in asked.results.values():
        found = result.directions.get(study)
        figure = asked.library.figure(found.of) if found else None
        if found is None or figure is None:
            yield Cell(text=NOT_SEEN, missing=True)
            continue
        numbers = (notes.number(f"{sentence(found.because)}."),) if found.because else ()
        said = alone(figure, asked.library)
        part = Cell(text=said, figure=figure, lead=WORDS[found.says], notes=numbers)
        yield Cell(text=f"{WORDS[found.says]}: {said}", parts=(part,))


def _arrow(asked: _Asked, result: Pooled, study: str) -> Arrow:
    found: Finding | None = result.directions.get(study)
    return Arrow(says=found.says, figure=asked.library.figure(found.of)) if found else Arrow(says="", figure=None)


def _whole(record: Synthesis) -> Iterator[str]:
    """What has to be said of the plot as a whole."""
    if record.comparison:
        yield f"Compared: {record.comparison}."
    yield "A direction says nothing of size, nor whether chance explains it; how sure it is: not yet judged."


def _unknown(library: Library, record_id: str) -> Fault:
    known = sorted(
        one.id
        for one in library.of_kind("synthesis")
        if isinstance(one, Synthesis) and any(result.directions for result in one.results.values())
    )
    other = f"there is `{known[0]}`" if known else "add `directions:` to the results of a synthesis record"
    message = f"`{record_id}` is no synthesis that says which way studies point"
    return Fault(rule="table-record", message=message, help=did_you_mean(record_id, known, other), written=record_id)


def _name_of(library: Library, study: str) -> str:
    record = library.record(study)
    return record.name if record else study
