"""Records to figures: each with its address, its place, and the citation and locator that it inherits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefkit.derive import Pending
from briefkit.figure import Figure
from briefkit.library import OPTIONAL_PARTS
from briefkit.problems import Problem, Where
from briefkit.reader_words import figure_label
from briefkit.records.anatomy import parts, reach
from briefkit.records.entry import Entry
from briefkit.records.figure_form import FigureForm
from briefkit.records.record import Group, Record
from briefkit.records.vocabularies import Vocabularies
from briefkit.values.stated import Stated
from briefkit.yamlfile import place

Loc = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What figures inherit: where they come from unless they say otherwise."""

    cite: str | None = None
    at: str | None = None
    via: str | None = None

    def below(self, cite: str | None, at: str | None, via: str | None) -> "Source":
        """The source of something inside: another reference has its own locator and its own way to us."""
        if cite is not None and cite != self.cite:
            return Source(cite, at, via)
        return Source(self.cite, at or self.at, via or self.via)


NO_SOURCE = Source()


@dataclass(slots=True)
class SettledRecord:
    """The figures of one record."""

    record: Record
    figures: dict[str, Figure] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Settled:
    """The figures of all records."""

    figures: dict[str, Figure] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    each: dict[str, SettledRecord] = field(default_factory=dict)
    """The same record by record, by id."""


def settle(
    records: Mapping[str, Record], vocabularies: Vocabularies, before: Mapping[str, SettledRecord] | None = None
) -> Settled:
    """All figures that records state, by full address, and those that are still to be derived. `before` are those of an
    earlier time, with the same vocabularies: they are taken over for the very same records.
    """
    settled = Settled()
    for record_id, record in records.items():
        known = (before or {}).get(record_id)
        one = known if known is not None and known.record is record else _settled(record_id, record, vocabularies)
        settled.each[record_id] = one
        settled.figures |= one.figures
        settled.pending += one.pending
        settled.problems += one.problems
    return settled


def _settled(record_id: str, record: Record, vocabularies: Vocabularies) -> SettledRecord:
    """The figures of one record."""
    settled = SettledRecord(record)
    node = record.node
    taken: dict[str, Loc] = {}
    for loc, form, source in walk(record, (), NO_SOURCE):
        clash = _clash(record, loc, taken)
        if clash:
            settled.problems.append(Problem(place(node, loc, key=True), "address-twice", *clash))
            continue
        address = ".".join((record_id, *loc))
        label = form.label or figure_label(record, loc, vocabularies)
        said = form.stated
        if said is None:
            where = place(node, (*loc, "formula"))
            settled.pending.append(Pending(address, record_id, label, form, where))
        else:
            settled.figures[address] = stated_figure(address, label, form, said, place(node, loc), source)
    return settled


def walk(entry: Entry, loc: Loc, source: Source) -> Iterator[tuple[Loc, FigureForm, Source]]:
    """Every figure below an entry, with its path in the file and what it inherits."""
    if isinstance(entry, Group):
        source = source.below(entry.cite, entry.at, entry.via)
    for part in parts(type(entry)).values():
        value = getattr(entry, part.attribute)
        here = loc if part.holds.inline else (*loc, part.key)
        if isinstance(value, FigureForm):
            yield here, value, source
        elif isinstance(value, Entry):
            yield from walk(value, here, source)
        elif isinstance(value, Mapping):
            yield from _each(value, here, source)


def _each(values: Mapping[str, object], loc: Loc, source: Source) -> Iterator[tuple[Loc, FigureForm, Source]]:
    for key, value in values.items():
        if isinstance(value, FigureForm):
            yield (*loc, key), value, source
        elif isinstance(value, Entry):
            yield from walk(value, (*loc, key), source)


def _clash(record: Record, loc: Loc, taken: dict[str, Loc]) -> tuple[str, str] | None:
    """Message and way out when the short form of the address means something else in the record already."""
    way = "rename one of them: `results`, `arms` and `figures` may be left out of an address"
    other = taken.setdefault(".".join(step for step in loc if step not in OPTIONAL_PARTS), loc)
    if other != loc:
        return f"`{'.'.join(loc)}` and `{'.'.join(other)}` have the same short address", way
    for depth, step in enumerate(loc[:-1]):
        if step in OPTIONAL_PARTS and loc[depth + 1] in parts(reach(type(record), loc[:depth])[0]):
            return f"`{loc[depth + 1]}` cannot be a name under `{step}`: it is a field beside `{step}`", way
    return None


def stated_figure(
    address: str, label: str, form: FigureForm, said: Stated, where: Where, source: Source = NO_SOURCE
) -> Figure:
    """The figure that a form states, with the source that it names itself or inherits."""
    own = source.below(said.cite, said.at, said.via)
    return Figure(
        address=address,
        record=address.partition(".")[0],
        label=label,
        value=said.value,
        qualifier=said.qualifier,
        unit=said.unit,
        per=said.per,
        price_year=said.price_year,
        as_of=said.as_of,
        period=said.period,
        interval=said.interval,
        quote=said.quote,
        cite=(own.cite,) if own.cite else (),
        at=own.at,
        via=own.via,
        subject_not_in_quote=form.subject_not_in_quote or "",
        year_from=form.year_from or "",
        value_from=form.value_from or "",
        note=form.note or "",
        conflicts_with=form.conflicts_with,
        preferred_because=form.preferred_because or "",
        where=where,
    )
