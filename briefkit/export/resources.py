"""The tables of a data package: records of each kind, every figure, references with what we hold of them.

All of them are rows of texts under named columns; a text that a spreadsheet would run gets an apostrophe, as in the data
of tables.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.csl.items import csl_item
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.kinds import RECORD_KINDS
from briefkit.records.record import Record
from briefkit.records.source import Source
from briefkit.references.names import listed_names
from briefkit.references.reference import Reference
from briefkit.tables.csv import DETAILS, NUMBERS
from briefkit.values import Date
from briefkit.values.write import full

JOINT = "; "
"""Stands between several texts of one cell."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    name: str
    says: str
    """What it holds, in a sentence for whoever has only the file."""
    type: str = "string"
    """A type of Frictionless table schemas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One table."""

    name: str
    title: str
    says: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[str]]
    """A text for each field; an empty one where there is none."""
    key: str
    """The field that tells rows apart."""
    foreign: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Field to the table and field that it refers to."""


def resources(library: Library) -> list[Resource]:
    """Every table of the base, those first that others refer to; one without rows is left out."""
    found = [_references(library), _records(library), *map(_Kind(library).table, RECORD_KINDS), _figures(library)]
    return [one for one in found if one.rows]


def _records(library: Library) -> Resource:
    rows = [
        (record.id, record.kind, record.title, record.short_title or "", record.where.file)
        for record in library.records.values()
    ]
    fields = (
        Field("id", "Name of the record, and how addresses of its figures begin."),
        Field("kind", "Kind of record: study, programme, proposal..."),
        Field("title", "Full name."),
        Field("short_title", "Short name, where the title is long."),
        Field("file", "File of the project that holds it."),
    )
    says = "All records of the evidence base; what each kind says beside its figures stands in a table of its own."
    return Resource(name="records", title="Records", says=says, fields=fields, rows=rows, key="id")


class _Kind:
    """The tables of single kinds of records."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def table(self, kind: type[Record]) -> Resource:
        """The records of a kind, with those of its fields that hold text; values and facts are among the figures."""
        records = self._library.of_kind(kind.kind)
        said = {
            name: [_text(record.field(name)) for record in records]
            for name in kind.model_fields
            if name not in _ELSEWHERE
        }
        columns = {name: texts for name, texts in said.items() if any(texts)}
        fields = [Field("id", "Name of the record."), *(Field(name, _description(kind, name)) for name in columns)]
        rows = [[record.id, *texts] for record, *texts in zip(records, *columns.values(), strict=True)]
        return Resource(
            name=kind.folder.replace("_", "-"),
            title=kind.folder.replace("_", " ").capitalize(),
            says=f"What the base says of each {kind.kind.replace('_', ' ')} beside its figures.",
            fields=fields,
            rows=rows,
            key="id",
            foreign={"id": ("records", "id")},
        )


_ELSEWHERE = frozenset({"title", "short_title", "notes", "figures"})
"""Fields of records that another table has, or that are for colleagues alone."""


def _description(kind: type[Record], name: str) -> str:
    return kind.model_fields[name].description or ""


def _text(value: str | tuple[str, ...] | None) -> str:
    return JOINT.join(value) if isinstance(value, tuple) else value or ""


_SAID = {
    "value": "The number by itself, per cent for a share.",
    "date": "The date, as exactly as its source gives it, where the value is one.",
    "low": "Lower end of a range.",
    "high": "Upper end of a range.",
    "events": "Of a share: how many.",
    "total": "Of a share: out of how many.",
    "qualifier": "Word that belongs to the value and is always told with it.",
    "unit": "What is counted, or the currency.",
    "per": "What a rate or a cost is counted by.",
    "interval level": "Level of the interval of uncertainty, in per cent.",
    "interval low": "Its lower end.",
    "interval high": "Its upper end.",
    "as of": "Day, month, year or period that the value is about.",
    "price year": "Year in whose prices money is stated.",
    "formula": "How a derived figure is worked out.",
    "assumes": "What must hold for that.",
    "source": f"Keys of the references that it rests on, with `{JOINT.strip()}` between several.",
    "seen in": "Key of the document in which it was met, when that is not its own source.",
    "locator": "Where it stands in the source.",
    "quote": "The words of the source.",
}


def _figures(library: Library) -> Resource:
    fields = [
        Field("address", "Full address of the figure."),
        Field("record", "The record that it belongs to."),
        Field("label", "What it is."),
        Field("words", "The value in full, as a page would print it."),
        *(Field(_name(name), words, "number" if name in NUMBERS else "string") for name, words in _SAID.items()),
        Field("how_held", "How sure we are of the words: exact, earlier, witnessed, unseen or failed."),
    ]
    rows = [_figure(figure, library) for figure in library.figures.values()]
    says = "Every value of the base with its source, its place there, and the words that bear it."
    return Resource(
        name="figures",
        title="Figures",
        says=says,
        fields=fields,
        rows=rows,
        key="address",
        foreign={"record": ("records", "id")},
    )


def _name(heading: str) -> str:
    return heading.replace(" ", "_")


def _figure(figure: Figure, library: Library) -> list[str]:
    said = full(figure, library.vocabularies.units)
    details = {name: _line(read(figure)) for name, read in DETAILS.items()}
    if isinstance(figure.value, Date):
        details |= {"value": "", "date": details["value"]}
    told = [details.get(name, "") for name in _SAID]
    return [figure.address, figure.record, figure.label, _line(said), *told, library.held(figure)]


def _line(text: str) -> str:
    return " ".join(text.split())


Reader = Callable[[Reference, Source | None], str]


def _variable(name: str) -> Reader:
    return lambda reference, _: str(csl_item(reference).get(name, ""))


def _date(reference: Reference) -> str:
    parts: list[list[int]] = csl_item(reference).get("issued", {}).get("date-parts", [])
    return "/".join("-".join(f"{part:02}" for part in one) for one in parts) or reference.status


def _held(name: str) -> Reader:
    return lambda _, source: str(getattr(source, name) or "") if source is not None else ""


_REFERENCE: Mapping[str, tuple[str, Reader]] = {
    "key": ("Key by which figures and briefs cite it.", lambda reference, _: reference.key),
    "type": ("Type of work, as CSL names it.", _variable("type")),
    "authors": (
        "Who wrote it.",
        lambda reference, _: listed_names(reference.authors, reference.more_authors, "numeric"),
    ),
    "editors": (
        "Who edited it.",
        lambda reference, _: listed_names(reference.editors, reference.more_editors, "numeric"),
    ),
    "title": ("Its title, as typed.", lambda reference, _: reference.title),
    "issued": ("When it appeared, as exactly as is known.", lambda reference, _: _date(reference)),
    "container_title": ("Journal, newspaper or book that holds it.", _variable("container-title")),
    "publisher": ("Who published it.", _variable("publisher")),
    "publisher_place": ("Where that is.", _variable("publisher-place")),
    "volume": ("Volume.", _variable("volume")),
    "issue": ("Issue.", _variable("issue")),
    "number": ("Number of a report, a law or an article.", _variable("number")),
    "page": ("Pages.", _variable("page")),
    "doi": ("Digital object identifier.", _variable("DOI")),
    "url": ("Web address.", _variable("URL")),
    "language": ("Language, as a BCP 47 tag.", _variable("language")),
    "class": ("What sort of document it is.", _held("source_class")),
    "read": ("How much of it we have read: full_text, abstract or excerpt.", _held("read")),
    "address": ("Web address at which it was read.", _held("address")),
    "archived": ("Web address of an archived copy.", _held("archived")),
}


def _references(library: Library) -> Resource:
    rows = [
        [_line(read(reference, library.sources.get(key))) for _, read in _REFERENCE.values()]
        for key, reference in library.references.items()
    ]
    says = "The bibliography, and what we hold of each work."
    fields = [Field(name, words) for name, (words, _) in _REFERENCE.items()]
    return Resource(name="references", title="References", says=says, fields=fields, rows=rows, key="key")
