"""The lines of a picture of statistics: each number with its year and its source, joined only where both are alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefkit.charts.scales import moment
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.records.statistic import Statistic
from briefkit.references.bibliography import Bibliography
from briefkit.references.reference import Body
from briefkit.tables.fault import Fault
from briefkit.tables.measures import unit_words
from briefkit.values import Missing, Number, Share
from briefkit.values.line_writer import per_words

MOST = 4
"""Lines in one picture: more cannot be told apart in grey."""
_YEAR = re.compile(r"\b(?:(until|up to|through|after) )?((?:1[89]|20)\d\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One number of a series."""

    figure: Figure
    year: Decimal
    """The middle of the time for which it holds, in years; a calendar year is a whole number."""
    value: Decimal
    source: str
    """Who says so: the office, the newspaper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One series."""

    record: Statistic
    points: tuple[Point, ...]
    """In the order of their years."""
    changes: tuple[Decimal, ...]
    """The years from which another definition holds, where the record names them."""
    main: str
    """The source of most of its numbers."""

    @property
    def pieces(self) -> tuple[tuple[Point, ...], ...]:
        """Its points in runs of one source and one definition, a year after a year."""
        out: list[list[Point]] = []
        step = min((b.year - a.year for a, b in pairwise(self.points) if b.year > a.year), default=Decimal(1))
        for point in self.points:
            last = out[-1][-1] if out else None
            if last is not None and last.source == point.source and self._joined(last, point, step):
                out[-1].append(point)
            else:
                out.append([point])
        return tuple(tuple(piece) for piece in out)

    def _joined(self, last: Point, point: Point, step: Decimal) -> bool:
        crosses = any(last.year < change <= point.year for change in self.changes)
        unplaced = self.record.series_break is not None and not self.changes
        return point.year - last.year == step and not crosses and not unplaced


def find(library: Library, ids: Sequence[str]) -> tuple[list[Strand], list[Fault]]:
    """The series of these statistics, in the order of their names, and what stands in the way."""
    strands: dict[str, Strand] = {}
    faults = []
    for written in ids:
        record = library.record(written)
        if not isinstance(record, Statistic):
            faults += [] if record is None and library.is_broken(written) else [_unknown(library, written)]
            continue
        points = sorted(_points(library, record), key=lambda point: (point.year, point.figure.address))
        if len({point.year for point in points}) < 2:
            message = f"`{written}` has no numbers of two years or more"
            faults.append(Fault(rule="table-record", message=message, help="show it in a table", written=written))
            continue
        strands[record.id] = _strand(record, points)
    if len(strands) > MOST:
        message = f"a picture holds {MOST} series at most, and these are {len(strands)}"
        faults.append(Fault(rule="table-argument", message=message, help="show them in several pictures"))
    found = sorted(strands.values(), key=lambda strand: (strand.record.name, strand.record.id))
    return found, faults or _mixed(found, library)


def _unknown(library: Library, written: str) -> Fault:
    record = library.record(written)
    known = sorted(one.id for one in library.of_kind("statistic") if isinstance(one, Statistic) and one.series)
    message = f"there is no statistic `{written}`"
    if record is not None:
        message = f"`{written}` is not a statistic but a {record.kind.replace('_', ' ')}"
    other = f"there are {listed(known, joint='and')}" if known else "add one to `evidence/statistics/`"
    return Fault(rule="table-record", message=message, help=did_you_mean(written, known, other), written=written)


def _points(library: Library, record: Statistic) -> Iterator[Point]:
    for key in record.series:
        figure = library.figure(f"{record.id}.series.{key}")
        if figure is None or isinstance(figure.value, Missing):
            continue
        year, value = _year(figure), figure.percent if isinstance(figure.value, Share) else figure.value
        number = value.value if isinstance(value, Number) else value
        if year is not None and isinstance(number, Decimal):
            yield Point(figure=figure, year=year, value=number, source=source(library, figure))


def _year(figure: Figure) -> Decimal | None:
    if figure.period is not None:
        start, end = figure.period.start, figure.period.end
        return (moment(start) + moment(end)) / 2 - Decimal("0.5")
    return moment(figure.as_of) - Decimal("0.5") if figure.as_of is not None else None


def source(library: Library, figure: Figure) -> str:
    """Who says so, by name: the body that signs, else the newspaper or journal, else the work."""
    reference = library.references.get(figure.cite[0]) if figure.cite else None
    if reference is None:
        return "no source"
    if reference.authors and isinstance(reference.authors[0], Body):
        return reference.authors[0].name
    outlet = reference.get("journaltitle", "institution", "organization", "publisher")
    if outlet and not reference.authors:
        return outlet
    return Bibliography(library.references, {}, "author-date", ()).short(reference.key)


def _strand(record: Statistic, points: Sequence[Point]) -> Strand:
    most = Counter(point.source for point in points)
    main = max(most, key=lambda name: (most[name], -next(i for i, one in enumerate(points) if one.source == name)))
    return Strand(record=record, points=tuple(points), changes=_changes(record.series_break or ""), main=main)


def _changes(text: str) -> tuple[Decimal, ...]:
    """The years from which something else is counted: `from 2014` is that year, `until 2013` and `after 2013` the next."""
    return tuple(sorted({Decimal(match[2]) + bool(match[1]) for match in _YEAR.finditer(text)}))


def _mixed(strands: Sequence[Strand], library: Library) -> list[Fault]:
    """The fault for series that are not counted in one unit."""
    found: dict[str, str] = {}
    for strand in strands:
        for point in strand.points:
            found.setdefault(counted(point.figure, library), library.short_address(point.figure.address))
    if len(found) < 2:
        return []
    units = [f"`{unit or 'numbers'}` (`{address}`)" for unit, address in sorted(found.items())]
    message = f"these series are not counted alike: {', '.join(units)}"
    return [Fault(rule="picture-mixed", message=message, help="show them in pictures of their own")]


def counted(figure: Figure, library: Library) -> str:
    """In what a number counts, in words: `deaths per million people`, `£ a year, 2019 prices`."""
    unit = "%" if isinstance(figure.value, Share) else unit_words(figure.unit, library.vocabularies.units)
    price = f"{figure.price_year.year} prices" if figure.price_year and figure.price_year.year else ""
    words = " ".join(part for part in (unit, per_words(figure.per) if figure.per else "") if part)
    return ", ".join(part for part in (words, price) if part)


def letters(strands: Iterable[Strand]) -> dict[str, str]:
    """Each source with the letter that stands for it, in the order in which they are met; none where there is but one."""
    names = dict.fromkeys(point.source for strand in strands for point in strand.points)
    if len(names) < 2:
        return {}
    return {name: _letter(number) for number, name in enumerate(names)}


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else _letter(number // 26 - 1) + _letter(number % 26)


def year_text(point: Point) -> str:
    """Its year, or years, as a reader sees it."""
    whole = point.year.to_integral_value()
    return str(int(whole if whole == point.year else point.year // 1))


def finding(strands: Sequence[Strand]) -> str:
    """What the picture shows, in a sentence."""
    return "; ".join(_found(strand) for strand in strands)


def _found(strand: Strand) -> str:
    first, last = strand.points[0], strand.points[-1]
    peak = max(strand.points, key=lambda point: (point.value, point.year))
    name = strand.record.name
    if strand.record.series_break:
        return f"{name}: what is counted changed, so not all years can be compared"
    if peak.year == last.year:
        return f"{name}: highest in {year_text(last)}, the last year seen"
    if peak.year == first.year:
        return f"{name}: lower in {year_text(last)} than in {year_text(first)}"
    return f"{name}: highest in {year_text(peak)}, lower in {year_text(last)}"
