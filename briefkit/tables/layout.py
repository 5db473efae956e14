"""Lays out a table: fills its columns, puts its rows in order and in groups, and writes cells, headers and notes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefkit.library import Library
from briefkit.reader_words import humanised
from briefkit.tables import arrange, cells, fields
from briefkit.tables.ask import Ask, ColumnAsk
from briefkit.tables.cells import Making
from briefkit.tables.contents import EFFECT, Contents, contents, label_arms
from briefkit.tables.fault import Fault
from briefkit.tables.fields import Scope
from briefkit.tables.measures import is_noun, unit_words
from briefkit.tables.notes import Notes, Numbered, in_reading_order
from briefkit.tables.table import Cell, Column, Row
from briefkit.values import Date, Missing, Number, Range, Share


@dataclass(frozen=True, slots=True)
class Line:
    """One column on its way: what was asked, what stands above it, what each row has."""

    ask: ColumnAsk
    header: str
    contents: Contents


class Layout:
    """One table on its way: its rows are known, its columns are being filled."""

    def __init__(self, library: Library, kind: str, ask: Ask, rows: Sequence[Scope]) -> None:
        """Begin with no columns."""
        self.library = library
        self.kind = kind
        self.ask = ask
        self.rows = rows
        self.lines: list[Line] = []

    def fill(self) -> list[Fault]:
        """Fill the columns; what is wrong with them."""
        faults = []
        for column in self.ask.columns:
            found = contents(self.library, self.kind, self.ask, column, self.rows)
            if isinstance(found, Fault):
                faults.append(found)
                continue
            fault = self.renamed(column, found)
            if fault:
                faults.append(fault)
            if column.arm:
                found = label_arms(self.ask, column.header, self.library, self.rows, found)
            self.lines.append(Line(column, column.header or self.header(column.field, found), found))
        if self.lines and not faults and _numeric(self.lines[0].contents):
            named: Contents = [fields.content(self.library, scope, "name") for scope in self.rows]
            self.lines.insert(0, Line(ColumnAsk(field="name"), humanised(self.kind), named))
        return faults

    def renamed(self, column: ColumnAsk, found: Contents) -> Fault | None:
        """The fault for words that would stand in place of a currency or a symbol."""
        views = [content.view for content in found if content and content.view] if column.unit else []
        units = self.library.vocabularies.units
        fixed = next((view.unit for view in views if not is_noun(view.unit, units)), None)
        if fixed is None or column.unit == unit_words(fixed, units):
            return None
        message = f"`{column.unit}` cannot stand for the unit of these figures, `{unit_words(fixed, units)}`"
        return Fault(rule="table-argument", message=message, help="leave `unit` out", written=column.unit)

    def header(self, name: str, found: Contents) -> str:
        """What stands above a column that was given no header: the field's name, or the label all its figures share."""
        if name == "name":
            return humanised(self.kind)
        if name in self.rows[0].words or name == EFFECT:
            return humanised(name)
        whole, _, attribute = name.rpartition(".")
        part = attribute in fields.ATTRIBUTES and bool(whole)
        labels = {content.figure.label for content in found if content and content.figure}
        shared = labels.pop() if len(labels) == 1 and "." in name else ""
        words = shared or humanised((whole if part else name).rsplit(".", 1)[-1])
        dated = any(isinstance(content.figure.value, Date) for content in found if content and content.figure)
        unsaid = (
            part and attribute not in {"value", "full", "year" if dated else ""} and not attribute.startswith("percent")
        )
        return f"{words}, {attribute.replace('_', ' ')}" if unsaid else words

    def order(self) -> tuple[list[int], list[str]] | Fault:
        """Places of the rows in the order of the table, and the group of each row (by its old place)."""
        keys, descending = [], []
        for name in self.ask.order:
            written = name.removeprefix("-").strip()
            ready = self.keys(written)
            if isinstance(ready, Fault):
                return replace(ready, written=name, offset=len(name) - len(written), length=len(written))
            keys.append(ready)
            descending.append(name.startswith("-"))
        if not keys and self.ask.ids is None:
            keys, descending = [list[arrange.Key](self.texts(self.lines[0].contents))], [False]
        return self.grouped(arrange.in_order(keys, descending, len(self.rows)))

    def keys(self, written: str) -> list[arrange.Key] | Fault:
        """What rows are sorted by for one field, or for one column by its header."""
        column = next((line.contents for line in self.lines if written in (line.ask.field, line.header)), None)
        found = column or contents(self.library, self.kind, self.ask, ColumnAsk(field=written), self.rows)
        return found if isinstance(found, Fault) else arrange.keys(found, self.texts(found), written)

    def grouped(self, places: list[int]) -> tuple[list[int], list[str]] | Fault:
        """The same with rows of one group together: groups by name, or as the ids come."""
        if not self.ask.group:
            return places, [""] * len(self.rows)
        found = contents(self.library, self.kind, self.ask, ColumnAsk(field=self.ask.group), self.rows)
        if isinstance(found, Fault):
            return found
        groups = [text or cells.NOT_RECORDED for text in self.texts(found)]
        if self.ask.ids is not None and not self.ask.order:
            first = {group: place for place, group in reversed(list(enumerate(groups)))}
            return sorted(places, key=lambda place: first[groups[place]]), groups
        return sorted(places, key=lambda place: (found[place] is None, groups[place].casefold())), groups

    def texts(self, found: Contents) -> list[str]:
        """Contents in words, for order and groups; empty for what is not there."""
        out = []
        for scope, content in zip(self.rows, found, strict=True):
            if content is None:
                out.append("")
            elif content.view:
                out.append(cells.text_of(content.view, self.library))
            else:
                out.append(cells.words_of(content, scope, self.library))
        return out

    def write(self, places: Sequence[int], groups: Sequence[str], left_out: Sequence[str]) -> Numbered | Fault:
        """Columns, rows and notes, finished."""
        notes = Notes()
        names = frozenset(line.ask.field for line in self.lines)
        making = Making(library=self.library, notes=notes, fields=names)
        made = [cells.column(line.ask, line.header, self.rows, line.contents, making) for line in self.lines]
        fault = self.twice([column for column, _ in made])
        if fault:
            return fault
        made[0] = _row_headers(made[0], self.rows)
        for text in left_out:
            notes.number(text)
        rows = [
            Row(record=self.rows[place].record, cells=tuple(column[place] for _, column in made), group=groups[place])
            for place in places
        ]
        return in_reading_order((column for column, _ in made), rows, tuple(notes.texts))

    def twice(self, columns: Sequence[Column]) -> Fault | None:
        """The fault for two columns with the same words above them."""
        seen: dict[str, str] = {}
        for column, line in zip(columns, self.lines, strict=True):
            written = line.ask.written
            if column.heading in seen:
                message = f"two columns are headed `{column.heading}`: `{seen[column.heading]}` and `{written}`"
                help_ = 'give one of them words of its own: `{"field": "...", "header": "..."}`'
                return Fault(rule="table-header-twice", message=message, help=help_, written=written)
            seen[column.heading] = written
        return None


def _numeric(column: Contents) -> bool:
    """Whether a column shows figures that cannot head a row."""
    values = [content.view.value for content in column if content and content.view]
    return any(isinstance(value, Number | Range | Share | Missing) for value in values)


def _row_headers(made: tuple[Column, list[Cell]], rows: Sequence[Scope]) -> tuple[Column, list[Cell]]:
    """The first column, with a record's name wherever its cell would be missing."""
    column, first = made
    named = [Cell(text=scope.words["name"]) if cell.missing else cell for scope, cell in zip(rows, first, strict=True)]
    return replace(column, align="left"), named
