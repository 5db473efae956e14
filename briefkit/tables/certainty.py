"""How sure one may be of results, domain by domain, as somebody judged it; and what others rated, as theirs."""

from collections.abc import Collection, Iterator

from briefkit.library import Library
from briefkit.reader_words import humanised
from briefkit.records.certainty import CONCERNS, DOMAINS, NOT_JUDGED, CertaintyJudgement
from briefkit.records.record import Record
from briefkit.records.synthesis import Pooled, Synthesis
from briefkit.tables.asked import Asked, free_name, pooled, rated
from briefkit.tables.fault import Fault
from briefkit.tables.findings import certainty_cell
from briefkit.tables.notes import Notes, in_reading_order
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values.write import date_text


def build(
    library: Library, *addresses: str, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The certainty of these results, or what stands in its way; neither where one of them is broken."""
    whole = [record for address in addresses if _rated(record := library.record(address))]
    results = [address for address in addresses if not _rated(library.record(address))]
    found = pooled(library, results)
    asked = [one for one in found if isinstance(one, Asked)]
    if len(asked) < len(results):
        return None, [one for one in found if isinstance(one, Fault)]
    notes = Notes()
    by_domain = any(isinstance(one.result.certainty, CertaintyJudgement) for one in asked)
    rows = [Row(record=one.record.id, cells=tuple(_cells(one, notes, by_domain=by_domain))) for one in asked]
    rows += [_of_record(one, library, by_domain=by_domain) for one in whole if isinstance(one, Synthesis)]
    columns, kept, texts = in_reading_order(_columns(by_domain=by_domain), rows, tuple(notes.texts))
    name = free_name(f"certainty-{rows[0].record}", taken)
    caption = caption or "How sure one may be"
    return Table(name=name, caption=caption, columns=columns, rows=kept, notes=texts, look="certainty"), []


def _rated(record: Record | None) -> bool:
    """Whether a record says what others rated that is no one outcome."""
    return isinstance(record, Synthesis) and bool(record.ratings)


def _of_record(record: Synthesis, library: Library, *, by_domain: bool) -> Row:
    """What others rated of a body of evidence as a whole."""
    title = record.title[:1].upper() + record.title[1:]
    ratings = rated(library, record.id, record.ratings)
    none = [Cell(text="no one outcome", missing=True)] * (len(DOMAINS) + 2 if by_domain else 1)
    theirs = Cell(text="; ".join(f"{one.lead}: {one.text}" for one in ratings), parts=ratings)
    return Row(record=record.id, cells=(Cell(text=title), *none, theirs))


def _columns(*, by_domain: bool) -> Iterator[Column]:
    yield Column(key="outcome", header="Outcome")
    for name in DOMAINS if by_domain else ():
        yield Column(key=name, header=humanised(name))
    if by_domain:
        yield Column(key="upgrades", header="Upgrades")
    yield Column(key="certainty", header="Certainty (GRADE)")
    yield Column(key="rated", header="Rated by others")


def _cells(asked: Asked[Pooled], notes: Notes, *, by_domain: bool) -> Iterator[Cell]:
    label = asked.outcome[:1].upper() + asked.outcome[1:]
    yield Cell(text=f"{label} ({asked.record.name})", parts=(Cell(text=label), Cell(text=asked.record.name)))
    judged = asked.result.certainty
    if by_domain:
        yield from _domains(judged, notes) if isinstance(judged, CertaintyJudgement) else _unjudged()
    overall = certainty_cell(asked)
    if isinstance(judged, CertaintyJudgement):
        overall = Cell(text=overall.text, mark=overall.mark, notes=tuple(_signed(asked, judged, notes)))
    yield overall
    ratings = asked.rated()
    said = "; ".join(f"{one.lead}: {one.text}" for one in ratings)
    yield Cell(text=said or "no rating seen", parts=ratings, missing=not ratings)


def _domains(judged: CertaintyJudgement, notes: Notes) -> Iterator[Cell]:
    """The five domains with their reasons as notes, and the upgrades."""
    for name, domain in judged.domains.items():
        why = notes.number(f"{humanised(name)}: {domain.because.rstrip('.')}.")
        mark = f"concern-{CONCERNS.index(domain.rating)}"
        yield Cell(text=domain.rating.replace("_", " "), mark=mark, notes=(why,))
    given = judged.upgrades
    numbers = tuple(notes.number(f"{humanised(name)}: {one.because.rstrip('.')}.") for name, one in given.items())
    words = ", ".join(f"{name.replace('_', ' ')} ({one.levels})" for name, one in given.items())
    yield Cell(text=words or "none", notes=numbers)


def _unjudged() -> Iterator[Cell]:
    yield from (Cell(text=NOT_JUDGED, missing=True) for _ in (*DOMAINS, "upgrades"))


def _signed(asked: Asked[Pooled], judged: CertaintyJudgement, notes: Notes) -> Iterator[int]:
    """Who judged it and when, where it started, and why it is another than its domains come to."""
    holders = asked.library.vocabularies.holders
    names = " and ".join(holders[one].name if one in holders else one for one in judged.judged_by)
    yield notes.number(f"Judged by {names} on {date_text(judged.on)}; starts at {judged.starts_at}.")
    if judged.overall_because and judged.overall != judged.comes_to:
        why = judged.overall_because.rstrip(".")
        yield notes.number(f"The domains come to {judged.comes_to}; {judged.overall} because {why}.")
