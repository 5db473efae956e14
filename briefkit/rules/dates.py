"""Dates in an order that can be, and none in the future; what has to be looked at again, and since when."""

from collections.abc import Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.record import Record
from briefkit.values import Date, Missing, Number
from briefkit.values.dates import first_day, last_day, write_date
from briefkit.values.units import MEASURED

ORDERED = (("started", "closed"), ("started", "ended"), ("proposed", "known_as_of"))
"""Fields whose dates follow each other."""
PAST = ("known_as_of", "date", "vintage", "started", "ended", "closed", "proposed", "search_date")
"""Fields that tell of something that has been; a programme that is only planned may start later."""
COUNTED = {"programme": ("patients", "clinics"), "statistic": ("value", "series")}
"""Counts that change, so that they mean nothing without their date."""


def dates_out_of_order(library: Library, _today: date) -> Iterator[Problem]:
    """Something that ended before it began."""
    for record in library.records.values():
        for earlier, later in ORDERED:
            begins, ends = _date(library, record, earlier), _date(library, record, later)
            if begins and ends and last_day(ends) < first_day(begins):
                message = f"`{later}` ({write_date(ends)}) lies before `{earlier}` ({write_date(begins)})"
                where = _place(library, record, later)
                yield Problem(where, "dates-out-of-order", message, "look both up in their sources")


def date_in_future(library: Library, today: date) -> Iterator[Problem]:
    """Something that is said to be known, and lies ahead."""
    now = (today.year, today.month, today.day)
    for record in library.records.values():
        ahead = record.told("status") == "planned"
        for name in PAST:
            found = None if ahead and name in ("started", "closed") else _date(library, record, name)
            if found and first_day(found) > now:
                message = f"`{name}` is {write_date(found)}, which is still to come"
                way = f"today is {today.isoformat()}; correct the date"
                yield Problem(_place(library, record, name), "date-in-future", message, way)


def record_stale(library: Library, today: date) -> Iterator[Problem]:
    """A record that was to be looked at again by now."""
    for record in library.records.values():
        if record.stale_after and last_day(record.stale_after) < (today.year, today.month, today.day):
            message = f"`{record.id}` was to be looked at again after {write_date(record.stale_after)}"
            way = "look whether its figures still hold, then set `stale_after:` to a later date"
            yield Problem(record.place_of("stale_after"), "record-stale", message, way)


def count_without_date(library: Library, _today: date) -> Iterator[Problem]:
    """A count of something that changes, without the time that it holds for."""
    for figure in library.figures.values():
        record = library.records[figure.record]
        field = figure.address.split(".")[1]
        counted = field in COUNTED.get(record.kind, ()) or (
            record.kind == "programme" and (_is_count(figure, library) or _is_share(figure))
        )
        if counted and _is_undated(figure):
            way = (
                "add `(as of 2021)` or `(period 2021-01 to 2021-12)` at its end; in the long form `as_of:` or `period:`"
            )
            path = figure.address.partition(".")[2]
            yield Problem(figure.where, "count-without-date", f"`{path}` does not say when it was so", way)


def _is_count(figure: Figure, library: Library) -> bool:
    """Whether one of a programme's further figures counts something: no money, no length of time, no rate."""
    field, unit = figure.address.split(".")[1], figure.unit
    counts = (
        unit is not None
        and unit not in MEASURED | {"percent", "percentage_point"}
        and not library.vocabularies.units.is_money(unit)
    )
    return field == "figures" and counts and isinstance(figure.value, Number) and not figure.per


def _is_share(figure: Figure) -> bool:
    """Whether one of a programme's further figures is a part of something that changes: `Share of them on diamorphine`."""
    named = f"{figure.address.rpartition('.')[2].replace('_', ' ')} {figure.label}".casefold().split()
    return figure.address.split(".")[1] == "figures" and figure.percent is not None and "share" in named


def _is_undated(figure: Figure) -> bool:
    counted = not isinstance(figure.value, Missing) and figure.derivation is None
    return counted and figure.as_of is None and figure.period is None


def _date(library: Library, record: Record, name: str) -> Date | None:
    """A date of a record, whether it is a figure or a plain field."""
    figure = library.figures.get(f"{record.id}.{name}")
    found = figure.value if figure is not None else record.told(name)
    return found if isinstance(found, Date) else None


def _place(library: Library, record: Record, name: str) -> Where:
    """Where such a date stands."""
    figure = library.figures.get(f"{record.id}.{name}")
    return figure.where if figure is not None else record.place_of(name)
