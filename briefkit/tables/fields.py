"""What a row shows under a field's name: looked up in the record (or in the part of it that the row is about)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.anatomy import parts, reach, written
from briefkit.records.kinds import BY_KIND
from briefkit.tables.beside import EVIDENCE, evidence_of
from briefkit.tables.comparable import Found
from briefkit.tables.fault import Fault
from briefkit.values import Date, Missing, Number, Range, Share, write

PARTS = ("percent", "events", "total", "low", "high", "value", "year")
"""What may follow a figure's name, to show or compare one part of it."""
ATTRIBUTES = (*PARTS, "percent1", "percent2", "percent3", *(name for name in write.ATTRIBUTES if name not in PARTS))
"""The same, and what gives words."""
UNPRINTED = frozenset({"notes"})
"""Fields that never reach a page."""
_BOOKKEEPING = frozenset({"cite", "at", "via", "figures", "references", "aliases", "stale_after", *UNPRINTED})
"""Fields that are not offered, since they say nothing about the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What one row is about: a record, or one entry of it."""

    record: str
    prefixes: tuple[str, ...] = ()
    """Paths in which a field is looked for before the record itself."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Own fields of the row: `study`, `arm`, `key`."""
    arms: Mapping[str, str] = field(default_factory=dict)
    """Header to the key of the arm shown under it."""
    result: str = ""
    """Path of the result that the row is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a row has under a field's name."""

    figure: Figure | None = None
    view: Figure | None = None
    """The figure as the column shows it: itself, or one part of it (`.percent`)."""
    texts: tuple[str, ...] = ()
    """The values of a field of texts, as written in the file."""
    path: str = ""
    """The path under which it was found in its record."""
    label: str = ""
    """What tells this cell from others of its column, behind the figure: the arm's name."""
    lead: str = ""
    """What the figure measures, before it (`odds ratio`), where a column may hold several measures."""
    beside: tuple[tuple[str, str], ...] | None = None
    """Of a field that names figures of other records: each with the words before it; None for any other field."""
    absent: str = ""
    """Words for a cell that has nothing to show, when `not recorded` would be wrong."""


def content(library: Library, scope: Scope, name: str) -> Content | None:
    """What the row has under this name; None when it does not have the field."""
    if name in scope.words:
        return Content(texts=(scope.words[name],), path="")
    if found := _found(library, scope, name):
        return found
    whole, _, attribute = name.rpartition(".")
    if attribute not in ATTRIBUTES:
        return None
    found = _found(library, scope, whole) if whole else _entry(library, scope)
    if found is None or found.figure is None:
        return None
    if attribute in PARTS or isinstance(found.figure.value, Missing):
        view = part(found.figure, attribute)
        return replace(found, view=view) if view else None
    words = write.attribute(found.figure, attribute, library.vocabularies.units)
    return Content(figure=found.figure, texts=(words,)) if words else None


def _found(library: Library, scope: Scope, name: str) -> Content | None:
    """What stands under exactly this name."""
    if name == EVIDENCE and (beside := evidence_of(library, scope.record)) is not None:
        return Content(texts=tuple(address for _, address in beside), path=name, beside=beside)
    for prefix in (*scope.prefixes, ""):
        path = f"{prefix}.{name}" if prefix else name
        value = library.field(scope.record, path)
        if isinstance(value, Figure):
            return Content(figure=value, view=value, path=path)
        if value is not None:
            texts = (value,) if isinstance(value, str) else value
            beside = tuple(("", text) for text in texts) if named(library, scope.record, path) == "address" else None
            return Content(texts=texts, path=path, beside=beside)
        if prefix and _own_figure(library, scope.record, path):
            return None  # what an arm does not say is not what the whole study says
    return _entry(library, scope) if name == "value" else None


def _own_figure(library: Library, record_id: str, path: str) -> bool:
    """Whether a path names a figure that the entry itself may have."""
    record = library.record(record_id)
    part = reach(type(record), path.split("."))[1] if record else None
    return part is not None and part.key == path.rpartition(".")[2] and part.holds.what == "figure"


def named(library: Library, record_id: str, path: str) -> str:
    """What the texts of a field name: `address` (figures), `reference`, `country`...; empty for free text."""
    record = library.record(record_id)
    part = reach(type(record), path.split("."))[1] if record else None
    return part.holds.names if part else ""


def _entry(library: Library, scope: Scope) -> Content | None:
    """The row's own entry, where that is a figure (one year of a series)."""
    value = library.field(scope.record, scope.prefixes[0]) if scope.prefixes else None
    return Content(figure=value, view=value, path=scope.prefixes[0]) if isinstance(value, Figure) else None


def part(figure: Figure, attribute: str) -> Figure | None:
    """One part of a figure, as a figure; None when it does not have that part."""
    value = figure.value
    if isinstance(value, Missing):
        return figure
    if attribute == "percent":
        return None if figure.percent is None else replace(figure, value=Number(figure.percent), unit="percent")
    if isinstance(value, Share):
        shown = {"events": value.events, "total": value.total}
        return replace(figure, value=Number(shown[attribute])) if attribute in shown else None
    if attribute == "year":
        return _year(figure)
    return figure if attribute == "value" and isinstance(value, Number) else _end(figure, attribute)


def _year(figure: Figure) -> Figure | None:
    """The year of a date, or the year that a count belongs to."""
    if isinstance(figure.value, Date):
        return replace(figure, value=Date(figure.value.year))
    if figure.as_of is None:
        return None
    return replace(figure, value=Date(figure.as_of.year), qualifier=None, unit=None, as_of=None)


def _end(figure: Figure, attribute: str) -> Figure | None:
    """The lower or upper end of a range, or of an interval of uncertainty."""
    if attribute not in {"low", "high"}:
        return None
    if isinstance(figure.value, Range):
        return replace(figure, value=figure.value.low if attribute == "low" else figure.value.high)
    if figure.interval is None:
        return None
    end = figure.interval.low if attribute == "low" else figure.interval.high
    return replace(figure, value=Number(end), interval=None, qualifier=None)


def found(library: Library, scope: Scope, name: str) -> Found:
    """What a condition compares under this name."""
    here = content(library, scope, name)
    if here is None:
        return None
    return here.view or (here.texts[0] if len(here.texts) == 1 else here.texts)


def fault(
    library: Library, kind: str, scopes: Iterable[Scope], name: str, *, words: Iterable[str] = ()
) -> Fault | None:
    """What is wrong with a field's name; None when some row has it, or the kind of record does."""
    rows = list(scopes)
    if name in UNPRINTED:
        return _wrong(
            name, f"`{name}` is never printed", "it is for colleagues; put what readers should know into another field"
        )
    if any(content(library, scope, name) is not None or _declared(library, scope, name) for scope in rows):
        return None
    groups = [f"{name}.{key}" for scope in rows for key in _keys(library, scope, name)]
    if groups:
        return _wrong(name, f"`{name}` holds several fields", f"write {listed(dict.fromkeys(groups), most=6)}")
    noun = kind.replace("_", " ")
    head, _, attribute = name.rpartition(".")
    if attribute in ATTRIBUTES and head and any(content(library, scope, head) is not None for scope in rows):
        return _wrong(name, f"no {noun} here has `{name}`", f"write `{head}`")
    fields = _fields(kind)
    known = {*fields, *words, *(key for scope in rows for key in _known(library, scope, name))}
    article = "an" if kind[0] in "aeiou" else "a"
    other = f"{article} {noun} has {listed(fields, most=30, joint='and')}"
    return _wrong(name, f"`{name}` is not a field of {article} {noun}", did_you_mean(name, known, other))


def _wrong(name: str, message: str, way_out: str) -> Fault:
    return Fault(rule="table-field", message=message, help=way_out, written=name)


def _declared(library: Library, scope: Scope, name: str) -> bool:
    """Whether the row's record, or the entry that the row is about, may have a field of this name."""
    record = library.record(scope.record)
    if record is None or not name.isidentifier():
        return False
    for prefix in (*scope.prefixes, ""):
        found = reach(type(record), [*(prefix.split(".") if prefix else ()), name])[1]
        if found is not None and found.key == name and found.holds.shape != "map" and found.holds.what != "entry":
            return True
    return False


def _fields(kind: str) -> tuple[str, ...]:
    """The fields that records of a kind can have."""
    return tuple(key for key in parts(BY_KIND[kind]) if key not in _BOOKKEEPING)


def entries(library: Library, record_id: str, name: str) -> Mapping[str, object]:
    """The entries of a field that holds several (`arms`, `results`, `series`); empty for any other field."""
    record = library.record(record_id)
    held = written(record, name.split(".")) if record else None
    return held if isinstance(held, Mapping) else {}


def _keys(library: Library, scope: Scope, name: str) -> list[str]:
    """The keys below a name that is no field itself."""
    if held := entries(library, scope.record, name):
        return list(held)
    # An address may leave out `results` and `arms`, so that their own keys are everything below the record.
    whole = name in ("results", "arms", "figures")
    return [] if whole else list(library.keys_under(f"{scope.record}.{name}"))


def _known(library: Library, scope: Scope, name: str) -> set[str]:
    """Names near this one that the row does have."""
    *above, _last = name.split(".")
    out = set(scope.words) | set(library.keys_under(scope.record))
    if above:
        stem = ".".join(above)
        out |= {f"{stem}.{key}" for key in (*library.keys_under(f"{scope.record}.{stem}"), *ATTRIBUTES)}
    return out
