"""What a timeline shows of each programme or proposal: when it ran as far as anybody has seen, and in words how it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefkit.charts.naming import sentence
from briefkit.charts.scales import moment
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.programme import Programme
from briefkit.records.proposal import Proposal
from briefkit.tables.words import quoted
from briefkit.values import Date, Missing
from briefkit.values.write import date_text, short

MOST_NAMED = 4
"""How many programmes that have closed a caption names."""
Form = Literal["ran", "runs", "unsure", "seen", "gone", "planned"]
"""How it is drawn: from start to end; from start on, open; from start, with an end that nobody has seen; seen running, with
no start; closed, with no start; not begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One programme, or one proposal."""

    record: Programme | Proposal
    country: str
    started: Figure | None
    """When it started, or was proposed; Missing where that was not seen."""
    closed: Figure | None
    basis: Figure | None
    form: Form
    when: str
    """Its dates and how it stands, in words."""
    basis_words: str

    @property
    def name(self) -> str:
        """What it is called."""
        return self.record.name

    @property
    def known(self) -> Decimal:
        """The date of the newest source for how it stands."""
        return moment(self.record.known_as_of)

    @property
    def start(self) -> Decimal | None:
        """When it started, or was proposed."""
        return _moment(self.started)

    @property
    def end(self) -> Decimal:
        """When it ended, else the last that was seen of it."""
        ended = _moment(self.closed)
        return self.known if ended is None else ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """All that ran, or was to run, in one country."""

    name: str
    runs: tuple[Run, ...]
    """In the order in which they started; those whose start was not seen stand last."""

    @property
    def named_by_its_run(self) -> bool:
        """Whether its only programme names the country itself, so that no heading has to."""
        return len(self.runs) == 1 and self.name.casefold() in self.runs[0].name.casefold()


def _moment(figure: Figure | None) -> Decimal | None:
    return moment(figure.value) if figure is not None and isinstance(figure.value, Date) else None


def run(library: Library, record: Programme | Proposal) -> Run:
    """What a timeline shows of a record."""
    begun = "started" if isinstance(record, Programme) else "proposed"
    started, closed, basis = (library.figure(f"{record.id}.{key}") for key in (begun, "closed", "legal_basis"))
    form = _form(record, _moment(started) is not None, _moment(closed) is not None)
    countries = library.field(record.id, "country")
    codes = (countries,) if isinstance(countries, str) else countries if isinstance(countries, tuple) else ()
    return Run(
        record=record,
        country=", ".join(library.label(record.id, "country", code) for code in codes),
        started=started,
        closed=closed,
        basis=basis,
        form=form,
        when=_when(library, record, form, started, closed),
        basis_words=_basis(library, basis),
    )


def _form(record: Programme | Proposal, has_start: bool, has_end: bool) -> Form:
    if isinstance(record, Proposal) or record.status == "planned":
        return "planned"
    if not has_start:
        return "gone" if record.status == "closed" else "seen"
    if has_end:
        return "ran"
    return "runs" if record.status in ("operating", "pilot") else "unsure"


def _when(
    library: Library, record: Programme | Proposal, form: Form, started: Figure | None, closed: Figure | None
) -> str:
    as_of = f"as of {date_text(record.known_as_of)}"
    units = library.vocabularies.units
    start = short(started, units) if started is not None and isinstance(started.value, Date) else ""
    if isinstance(record, Proposal):
        became = library.label(record.id, "became", record.became)
        return f"Proposed {start}; {became}, {as_of}" if start else f"Proposed; {became}, {as_of}"
    if form == "planned":
        return f"Planned, {as_of}"
    if form == "ran" and closed is not None:
        return f"{sentence(start)} to {short(closed, units)}"
    status = "not known whether it still runs" if record.status == "unclear" else record.status
    ended = f"closed, {as_of}; when was not seen" if record.status == "closed" else f"{status}, {as_of}"
    return f"Since {start}; {ended}" if start and record.status != "closed" else sentence(_from(start) + ended)


def _from(start: str) -> str:
    return f"from {start}; " if start else "start not seen; "


def _basis(library: Library, basis: Figure | None) -> str:
    """On what law it rests, in words."""
    if basis is None:
        return "legal basis not recorded"
    if isinstance(basis.value, Missing):
        return f"legal basis {short(basis, library.vocabularies.units)}"
    return f"legal basis: {quoted(basis) or short(basis, library.vocabularies.units)}"


def by_country(runs: Iterable[Run]) -> tuple[Country, ...]:
    """The runs by country, those first where the first started; the order does not hang on that in which they were named."""
    groups: dict[str, list[Run]] = {}
    for one in runs:
        groups.setdefault(one.country, []).append(one)
    countries = [Country(name=name, runs=tuple(sorted(found, key=_order))) for name, found in groups.items()]
    return tuple(sorted(countries, key=lambda country: (_order(country.runs[0])[:2], country.name)))


def _order(one: Run) -> tuple[bool, Decimal, str]:
    start = None if one.form == "planned" else one.start
    begun = start if start is not None else one.known
    return start is None, begun, one.record.id


def finding(countries: Sequence[Country]) -> str:
    """What a timeline shows, in a sentence."""
    runs = [one for country in countries for one in country.runs]
    dated = sorted((one for one in runs if one.start is not None and one.form != "planned"), key=_order)
    closed = [one.name for one in runs if isinstance(one.record, Programme) and one.record.status == "closed"]
    parts = []
    if len(dated) > 1 and dated[0].start != dated[1].start:
        parts.append(f"the earliest start seen is that of {dated[0].name}")
    if closed:
        parts.append(_closed(closed, len(runs)))
    return sentence("; ".join(parts)) or "When these began, and how they stand"


def _closed(names: Sequence[str], of: int) -> str:
    if MOST_NAMED < len(names) < of:
        return "several have closed"
    if len(names) == of:
        return "all of these have closed" if of > 1 else f"{names[0]} has closed"
    listed = f"{', '.join(names[:-1])} and {names[-1]} have" if len(names) > 1 else f"{names[0]} has"
    return f"{listed} closed"
