"""What a finished comparison table is made of: plain rows and headers, ready to be painted or saved as CSV."""

from dataclasses import dataclass, field
from typing import Literal

from briefkit.charts.drawing import Picture
from briefkit.figure import Figure
from briefkit.problems import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column."""

    key: str
    """As asked for: `patients`, `retention_26w.heroin`, or the name given to a derived column."""
    header: str
    """What stands above it, without unit."""
    unit: str = ""
    """Unit in words for the header (`£ a year, 2019 prices`); empty when cells carry their own."""
    align: Literal["left", "right"] = "left"
    notes: tuple[int, ...] = ()
    """Numbers (from 1) of the table's notes that belong to the whole column; they are marked in its header."""

    @property
    def heading(self) -> str:
        """Header and unit as one text: `Running cost (£ a year)`."""
        return f"{self.header} ({self.unit})" if self.unit else self.header


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: what it shows, and what that rests on."""

    text: str
    """What stands on the page; a missing value stands as words (`not reported`)."""
    figure: Figure | None = None
    """The figure it rests on, to be cited and opened."""
    missing: bool = False
    """True when the text is the words for a missing value."""
    notes: tuple[int, ...] = ()
    """Numbers (from 1) of the table's notes that belong to this cell."""
    shown: Figure | None = None
    """The part of the figure that the text says (`.percent`, `.total`); the figure itself otherwise."""
    lead: str = ""
    """Words before the figure, of a part: what it is."""
    mark: str = ""
    """The shape that stands before its words in a look of its own: `certainty-3`, `bias-low`; the words say the same."""
    parts: tuple["Cell", ...] = ()
    """What the cell is made of, where it shows several figures; its own text says them all, for wherever only text is."""

    @property
    def leaves(self) -> tuple["Cell", ...]:
        """Its parts, or itself: whatever may rest on a figure."""
        return self.parts or (self,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a record, or one entry of it."""

    record: str
    """Id of the record."""
    cells: tuple[Cell, ...]
    """One a column; the first is the row's header."""
    group: str = ""
    """What it is grouped under; empty without grouping."""

    @property
    def leaves(self) -> tuple[Cell, ...]:
        """Its cells, with the parts of those that have parts."""
        return tuple(leaf for cell in self.cells for leaf in cell.leaves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A comparison table."""

    name: str
    """Unique within its brief; its CSV is `tables/<name>.csv`."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """Rows of one group stand together."""
    notes: tuple[str, ...] = ()
    """Notes under the table, numbered from 1."""
    landscape: bool = False
    """Too wide for a portrait page: print turns it sideways."""
    grouped_by: str = ""
    """What the groups are (`Country`); empty without grouping."""
    part: int = 1
    """Which part of a table it is that was split for print, from 1."""
    parts: int = 1
    """How many parts that table has."""
    look: str = "table"
    """How it is painted: by the template `parts/<look>.html.j2`; `chain` for an argument, `picture` for what is drawn."""
    picture: Picture | None = None
    """What is drawn of it; the table itself then holds the numbers behind the picture."""
    where: Where = field(default=Where(""), compare=False)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that it shows, row by row."""
        return tuple(leaf.figure for row in self.rows for leaf in row.leaves if leaf.figure is not None)
