"""Evidence to Decision (GRADE): twelve criteria, each with the evidence, what we add to it, and what was judged."""

from collections.abc import Collection, Iterator, Mapping

from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.certainty import NOT_JUDGED
from briefkit.records.decision import Criterion, Decision
from briefkit.tables.asked import free_name
from briefkit.tables.beside import cell_of
from briefkit.tables.fault import Fault
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values.write import date_text

COLUMNS = (
    Column(key="criterion", header="Criterion"),
    Column(key="evidence", header="Evidence"),
    Column(key="considerations", header="What we add"),
    Column(key="missing", header="What is missing"),
    Column(key="judgement", header="Judgement"),
)
CRITERIA: Mapping[str, tuple[str, str]] = {
    "priority": ("Priority of the problem", "Is the problem a priority?"),
    "desirable_effects": ("Desirable effects", "How large are the effects that people want?"),
    "undesirable_effects": ("Undesirable effects", "How large are the effects that nobody wants?"),
    "certainty": ("Certainty of the effects", "How sure may one be of these effects?"),
    "values": ("How outcomes are valued", "Do people differ in how much they value the outcomes?"),
    "balance": ("Balance of effects", "Which way does the balance of effects point?"),
    "resources": ("Resources required", "What does it cost?"),
    "certainty_of_resources": ("Certainty of resources", "How sure may one be of the costs?"),
    "cost_effectiveness": ("Cost-effectiveness", "Is it worth its cost?"),
    "equity": ("Equity", "What does it do to health equity?"),
    "acceptability": ("Acceptability", "Is it acceptable to those whom it concerns?"),
    "feasibility": ("Feasibility", "Can it be done?"),
}
"""What each criterion is called, and what a panel asks of it."""


def build(
    library: Library, decision_id: str, *, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The table of a decision, or the fault that stands in its way; neither when the record is broken."""
    record = library.record(decision_id)
    if not isinstance(record, Decision):
        broken = record is None and library.is_broken(decision_id)
        return None, [] if broken else [_no_decision(library, decision_id)]
    notes = Notes()
    first = notes.number(_head(record))
    rows = [Row(record=record.id, cells=tuple(_cells(name, one, library, notes))) for name, one in record.each.items()]
    headers = [Column(key=one.key, header=one.header, notes=() if at else (first,)) for at, one in enumerate(COLUMNS)]
    columns, kept, texts = in_reading_order(headers, rows, tuple(notes.texts))
    name = free_name(f"decision-{record.id}", taken)
    caption = caption or record.question
    return Table(name=name, caption=caption, columns=columns, rows=kept, notes=texts, look="decision"), []


def _no_decision(library: Library, decision_id: str) -> Fault:
    record, known = library.record(decision_id), library.ids_of_kind("decision")
    other = f"there is {listed(known, joint='and')}" if known else "add one to `evidence/decisions/`"
    message = f"there is no decision `{decision_id}`"
    if record is not None:
        message = f"`{decision_id}` is not a decision but a {record.kind.replace('_', ' ')}"
    way = did_you_mean(decision_id, known, other)
    return Fault(rule="table-record", message=message, help=way, written=decision_id)


def _head(record: Decision) -> str:
    """What is weighed against what, and for whom."""
    first, *others = record.options
    return f"Weighed: {first}, against {' or '.join(others)}. Perspective: {record.perspective.rstrip('.')}."


def _cells(name: str, criterion: Criterion, library: Library, notes: Notes) -> Iterator[Cell]:
    """What is said of one criterion, in the order of COLUMNS."""
    label, question = CRITERIA[name]
    yield Cell(text=f"{label}: {question}", parts=(Cell(text=label), Cell(text=question)))
    yield cell_of((("", address) for address in criterion.evidence), library, notes, absent="no evidence in the base")
    yield Cell(text=criterion.considerations or "")
    yield Cell(text=criterion.none or "")
    yield _judgement(criterion, library)


def _judgement(criterion: Criterion, library: Library) -> Cell:
    """What was judged, by whom, when and why."""
    judged = str(getattr(criterion, "judgement", "not_judged"))
    if judged == "not_judged":
        return Cell(text=NOT_JUDGED, missing=True, mark="judged-not")
    words = {"unknown": "don’t know"}.get(judged, judged.replace("_", " "))
    holders = library.vocabularies.holders
    names = " and ".join(holders[one].name if one in holders else one for one in criterion.judged_by)
    signed = f"{names}, {date_text(criterion.on)}" if criterion.on else names
    parts = [Cell(text=words, mark="judged"), Cell(text=criterion.because or ""), Cell(text=signed)]
    kept = tuple(part for part in parts if part.text)
    return Cell(text="; ".join(part.text for part in kept), parts=kept)
