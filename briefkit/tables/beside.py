"""Cells that hold several figures: the evidence named beside a claim or a link, each with what it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.claim_review import ClaimReview
from briefkit.tables.measures import price_words, when
from briefkit.tables.notes import Notes
from briefkit.tables.table import Cell
from briefkit.tables.words import assumed_words, calculation, interval_words, plain, quoted
from briefkit.values import Missing, Share, write

EVIDENCE = "evidence"
"""The column of claim reviews that shows all figures beside a claim."""
NONE_NAMED = "none"
"""For a claim beside which nothing stands."""
Named = tuple[str, str]
"""Words before the figure, and its address."""


def evidence_of(library: Library, record_id: str) -> tuple[Named, ...] | None:
    """Everything beside a claim, each with how it speaks to it; None for a record of another kind."""
    record = library.record(record_id)
    if not isinstance(record, ClaimReview):
        return None
    return tuple((name, address) for name, _, address in record.evidence)


def cell_of(named: Iterable[Named], library: Library, notes: Notes, absent: str = NONE_NAMED) -> Cell:
    """One cell with a part for each figure; an address of a record, or of several figures, gives all that it has."""
    parts = tuple(part for how, address in named for part in _parts(how, address, library, notes))
    if not parts:
        return Cell(text=absent, missing=True)
    said = (f"{part.lead}: {part.text}" if part.lead else part.text for part in parts)
    return Cell(text="; ".join(said), parts=parts)


def _parts(how: str, address: str, library: Library, notes: Notes) -> Iterator[Cell]:
    lead = f"{how}: " if how else ""
    figure = library.figure(address)
    if figure is not None:
        yield _part(lead, figure, library, notes)
        return
    record = library.record(address)
    if record is not None:
        yield Cell(text=f"{lead}{record.name}")
        return
    below = sorted(one for one in library.figures if library.short_address(one).startswith(f"{address}."))
    yield from (_part(lead, library.figures[one], library, notes) for one in below)


def _part(lead: str, figure: Figure, library: Library, notes: Notes) -> Cell:
    record = library.record(figure.record)
    label = figure.label[:1].lower() + figure.label[1:] if figure.label[1:2].islower() else figure.label
    return Cell(
        text=alone(figure, library),
        figure=figure,
        missing=isinstance(figure.value, Missing),
        notes=figure_notes(figure, notes),
        lead=f"{lead}{record.name if record else figure.record}, {label}",
    )


def figure_notes(figure: Figure, notes: Notes) -> tuple[int, ...]:
    """How a derived figure was worked out, and that a price year is assumed."""
    derivation = figure.derivation
    told = calculation(derivation.formula, derivation.assumes, derivation.method) if derivation else ""
    texts = [told, assumed_words(figure)]
    return tuple(notes.number(text) for text in texts if text)


def alone(figure: Figure, library: Library) -> str:
    """A figure as it reads with no header above it: its value, unit, interval, price year and date."""
    units = library.vocabularies.units
    if isinstance(figure.value, Missing):
        return write.missing_words(figure.value.kind)
    if words := quoted(figure):
        return words
    bare = replace(figure, price_year=None, interval=None)
    text = plain(bare) if isinstance(figure.value, Share) else write.full(bare, units)
    beside = [interval_words(figure, units, bare=False), price_words(figure), when(figure)]
    said = "; ".join(part for part in beside if part and part not in text)
    return f"{text} ({said})" if said else text
