"""A timeline: which programmes ran where and when, and on what law, as far as anybody has seen."""

from collections.abc import Collection, Iterator, Sequence

from briefkit.charts.drawing import Picture
from briefkit.charts.naming import free_name
from briefkit.charts.paper import too_tall
from briefkit.charts.runs import Country, Run, by_country, finding, run
from briefkit.charts.timeline_drawing import draw
from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.programme import Programme
from briefkit.records.proposal import Proposal
from briefkit.tables.ask import Ask
from briefkit.tables.fault import Fault
from briefkit.tables.scopes import records, scopes
from briefkit.tables.select import select
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values.write import date_text, short

HEADERS = ("Programme", "What it offers", "Started", "Ended", "How it stands", "As of", "Legal basis")
NOT_RECORDED = "not recorded"


def build(
    library: Library, *ids: str, where: str = "", taken: Collection[str] = (), caption: str = ""
) -> tuple[Table | None, list[Fault]]:
    """The timeline of the programmes that a condition chooses, and of those programmes and proposals that are named."""
    chosen, left_out, faults = _chosen(library, ids, where)
    if faults or not chosen:
        return None, faults
    countries = by_country(run(library, record) for record in chosen)
    picture = Picture(wide=draw(countries, narrow=False), narrow=draw(countries, narrow=True), alt=_alt(countries))
    tall = too_tall(picture, "show it in parts, with a narrower condition")
    if tall:
        return None, tall
    rows = [_row(one, library) for country in countries for one in country.runs]
    return Table(
        name=free_name("timeline", taken),
        caption=caption or finding(countries),
        columns=tuple(Column(key=head, header=head) for head in HEADERS),
        rows=tuple(rows),
        notes=tuple(left_out),
        grouped_by="Country",
        look="picture",
        picture=picture,
    ), []


def _chosen(
    library: Library, ids: Sequence[str], where: str
) -> tuple[list[Programme | Proposal], list[str], list[Fault]]:
    """The records, notes on what was left out, and faults."""
    found: dict[str, Programme | Proposal] = {}
    left_out: list[str] = []
    faults: list[Fault] = []
    for written in ids:
        record = library.record(written)
        if isinstance(record, Programme | Proposal):
            found[record.id] = record
        elif record is not None or not library.is_broken(written):
            faults.append(_unknown(library, written))
    if where or not ids:
        every, _ = records(library, "programme", None)
        rows, _ = scopes(library, "programme", Ask(), every)
        kept, left_out, more = select(library, "programme", rows, where, {}) if where else (rows, [], [])
        faults += more
        programmes = (library.record(row.record) for row in kept)
        found |= {record.id: record for record in programmes if isinstance(record, Programme)}
    if not found and not faults and not ids and not library.broken:
        faults.append(
            Fault(rule="table-empty", message="there is no programme yet", help="add one to `evidence/programmes/`")
        )
    return list(found.values()), left_out, faults


def _unknown(library: Library, written: str) -> Fault:
    record = library.record(written)
    known = sorted(one.id for kind in ("programme", "proposal") for one in library.of_kind(kind))
    message = f"there is no programme or proposal `{written}`"
    if record is not None:
        message = f"`{written}` is neither a programme nor a proposal but a {record.kind.replace('_', ' ')}"
    other = f"there are {listed(known, joint='and')}" if known else "add one to `evidence/programmes/`"
    return Fault(rule="table-record", message=message, help=did_you_mean(written, known, other), written=written)


def _row(one: Run, library: Library) -> Row:
    record, units = one.record, library.vocabularies.units
    state = ("status", record.status) if isinstance(record, Programme) else ("became", record.became)
    texts = {
        0: one.name,
        1: library.label(record.id, "intervention", record.intervention),
        4: library.label(record.id, *state)
        if isinstance(record, Programme)
        else f"proposed; {library.label(record.id, *state)}",
        5: date_text(record.known_as_of),
    }
    cells = [Cell(text=texts.get(number, "")) for number in range(len(HEADERS))]
    for number, figure in ((2, one.started), (3, one.closed), (6, one.basis)):
        if figure is not None:
            cells[number] = Cell(text=short(figure, units), figure=figure)
        else:
            cells[number] = Cell(text="" if number == 3 else NOT_RECORDED, missing=number != 3)
    return Row(record=record.id, cells=tuple(cells), group=one.country)


def _alt(countries: Sequence[Country]) -> str:
    """The finding, then every line of the picture."""
    return f"{finding(countries)}. Timeline by country. {' '.join(_told(countries))}"


def _told(countries: Sequence[Country]) -> Iterator[str]:
    for country in countries:
        yield (
            f"{country.name}: "
            + "; ".join(f"{one.name}, {one.when[:1].lower()}{one.when[1:]}" for one in country.runs)
            + "."
        )
