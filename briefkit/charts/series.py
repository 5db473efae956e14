"""Statistics over the years: points, joined only where source and definition are the same, so that no change of either hides."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from briefkit.charts.drawing import Picture
from briefkit.charts.naming import free_name, in_row
from briefkit.charts.series_drawing import Shown, draw
from briefkit.charts.strands import Point, Strand, counted, find, finding, letters
from briefkit.library import Library
from briefkit.tables.fault import Fault
from briefkit.tables.measures import when
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values.write import short


def build(
    library: Library, *ids: str, from_zero: bool = True, taken: Collection[str] = (), caption: str = ""
) -> tuple[Table | None, list[Fault]]:
    """The picture of these statistics over the years, or the faults that stand in its way."""
    strands, faults = find(library, ids)
    if faults or not strands:
        return None, faults
    unit = counted(strands[0].points[0].figure, library)
    shown = Shown(
        strands=tuple(strands),
        unit=unit,
        from_zero=from_zero,
        units=library.vocabularies.units,
        letters=letters(strands),
    )
    picture = Picture(wide=draw(shown, narrow=False), narrow=draw(shown, narrow=True), alt=_alt(strands, library, unit))
    name = f"series-{strands[0].record.id}".replace("_", "-")
    return Table(
        name=free_name(name, taken),
        caption=caption or finding(strands),
        columns=(
            Column(key="year", header="Year"),
            Column(key="value", header="Number", unit=unit, align="right"),
            Column(key="source", header="Whose number"),
            Column(key="change", header="What changes"),
        ),
        rows=tuple(_rows(strands, library, shown.letters)),
        grouped_by="Series",
        look="picture",
        picture=picture,
    ), []


def _rows(strands: Sequence[Strand], library: Library, signs: Mapping[str, str]) -> Iterator[Row]:
    for strand in strands:
        for point in strand.points:
            said = f"{signs[point.source]}: {point.source}" if signs else point.source
            number = Cell(text=short(point.figure, library.vocabularies.units), figure=point.figure)
            cells = (Cell(text=when(point.figure)), number, Cell(text=said), Cell(text=_change(strand, point)))
            yield Row(record=strand.record.id, cells=cells, group=strand.record.name)


def _change(strand: Strand, point: Point) -> str:
    """What the record says of a change, beside every number that it touches."""
    touched = not strand.changes or point.year >= strand.changes[0]
    return (strand.record.series_break or "").rstrip(".") if touched else ""


def _alt(strands: Sequence[Strand], library: Library, unit: str) -> str:
    """The finding, then every number with its year and whose it is."""
    units = library.vocabularies.units

    def said(point: Point) -> str:
        return f"{when(point.figure)} {short(point.figure, units)} ({point.source})"

    told = (f"{one.record.name}: {in_row([said(point) for point in one.points])}." for one in strands)
    scale = f" in {unit}" if unit else ""
    return f"{finding(strands)}. Numbers by year{scale}. {' '.join(told)}"
