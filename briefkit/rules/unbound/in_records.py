"""The same for the prose of records that pages print: titles, labels, what a cost covers, what a formula assumes.

A record's prose may say what the record's own figures and quotations say, and nothing more; that of a claim review,
also what the figures beside the claim say.
"""

from collections.abc import Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.claim_review import ClaimReview
from briefkit.records.decision import Decision
from briefkit.records.record import Record
from briefkit.rules.unbound.carried import Carried, Shelf, duration, forms, said, shelf_of, texts_of
from briefkit.rules.unbound.kinship import clash
from briefkit.rules.unbound.mentions import Mention, may_count, mentions
from briefkit.rules.unbound.quoted import answered, runs
from briefkit.yamlfile import Node

PRINTED = frozenset(
    ["title", "short_title", "label", "assumes", "covers", "measure", "population", "place", "compared_with", "comparison", "model", "series_break", "became_because", "office", "summary", "claim", "cause", "effect", "none", "question", "note", "subject_not_in_quote", "year_from", "value_from", "preferred_because", "left_out", "because", "matters_for", "where_to_look", "considerations", "options", "perspective", "overall_because", "rates"]
)  # fmt: skip
"""Fields with words of ours that reach a page: a title, a cell, a note, the panel of a figure."""
_BESIDE = (
    "name the figure that says it under `supports:`, `qualifies:` or `contradicts:`, or record it as a figure of this "
    "record, or leave it out"
)
_WAY = (
    "record it as a figure of this record, with its source, or leave it out; a name that holds a digit belongs into "
    "`evidence/terms.yaml`, under `names:`"
)


def unbound_in_records(library: Library, _today: date) -> Iterator[Problem]:
    """Numbers in the prose of records that nothing in the record carries."""
    for record in library.records.values():
        yield from unbound_in_record(record, library)


def unbound_in_record(record: Record, library: Library) -> Iterator[Problem]:
    """The same for one record."""
    prose = list(_prose(record.node, record, library, ()))
    if not any(may_count(text.text) for text in prose):
        return
    figures = [*library.figures_of(record.id), *_named(record, library)]
    judge = _Judge(record, library, figures, shelf_of(library))
    for node in prose:
        for mention in judge.unborne(node.text):
            beside = isinstance(record, ClaimReview)
            where = f"`{record.id}`, or beside its claim," if beside else f"`{record.id}`"
            message = f"`{mention.text}` is bound to nothing: no figure or quotation of {where} says it"
            yield Problem(_where(node, mention), "unbound-number", message, _BESIDE if beside else _WAY)


def _prose(node: Node, record: Record, library: Library, path: tuple[str, ...]) -> Iterator[Node]:
    """The texts of a record that are words of ours and reach a page."""
    for key, pair in node.pairs.items():
        here = (*path, key)
        if key == "notes":
            continue
        if pair.value.kind == "text" and (key in PRINTED or path[-1:] == ("left_out",)):
            address = ".".join((record.id, *here))
            if library.figure(address) is None:
                yield pair.value
        yield from _prose(pair.value, record, library, here)
    for item in node.items:
        yield from _prose(item, record, library, path)


def _named(record: Record, library: Library) -> list[Figure]:
    """The figures of other records of which this one speaks: the evidence beside a claim."""
    named = [address for _, _, address in record.evidence] if isinstance(record, ClaimReview | Decision) else []
    return [figure for address in named if (figure := library.figure(address))]


class _Judge:
    """What one record carries besides its prose."""

    def __init__(self, record: Record, library: Library, figures: list[Figure], shelf: Shelf) -> None:
        self._units = library.vocabularies.units
        self._names = tuple(name.text for name in library.vocabularies.names.values())
        self._own = Carried()
        self._quotes: list[str] = [figure.quote.exact for figure in figures if figure.quote]
        for text in texts_of(record.node, PRINTED | {"notes"}):
            self._own.take(mentions(text, self._units))
        self._values = [(value, figure, form) for figure in figures for value, form in forms(figure)]
        keys = {key for figure in figures for key in (*figure.cite, figure.via or "")} | {*record.references}
        self._dates = {one for key in sorted(keys) for one in shelf.reference(key).dates} | self._own.dates
        for other in sorted({figure.record for figure in figures} - {record.id}):
            self._dates |= shelf.record(other).dates
            self._own.durations |= shelf.record(other).durations

    def unborne(self, text: str) -> Iterator[Mention]:
        """The numbers of a text that nothing bears."""
        quoted = [run for run in runs(text) if answered(text[run.start : run.end], self._quotes)]
        for mention in mentions(text, self._units, self._names):
            inside = any(run.start <= mention.start < run.end for run in quoted)
            if not inside and not self._borne(mention):
                yield mention

    def _borne(self, mention: Mention) -> bool:
        if mention.dated is not None:
            return mention.dated.carried(self._dates)
        if mention.sort == "small" and (mention.unit is None or mention.claim is None):
            return True  # a note's `first` and `both` speak of what it stands beside
        value = said(mention.claim.value) if mention.claim else None
        if value is None:
            return mention.text.casefold() in self._own.words
        return duration(mention) in self._own.durations or value in self._own.values or self._figures(mention, value)

    def _figures(self, mention: Mention, value: object) -> bool:
        return any(
            known == value
            and not clash(mention.unit, "percent" if form.startswith("percent") else figure.unit, self._units)
            for known, figure, form in self._values
        )


def _where(node: Node, mention: Mention) -> Where:
    """The place of a number in a text of a file; the text as a whole where the file spells it otherwise."""
    where = node.where
    quoted = where.length == len(node.text) + 2
    if quoted or where.length == len(node.text):
        return where.shifted(mention.start + (1 if quoted else 0), mention.end - mention.start)
    return where
