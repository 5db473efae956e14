"""Tables to tags: one for each table of the page, however many pages it runs over, with the headers of every cell.

Which headers a cell has is settled as HTML settles it: those of its columns, of its row and of its group of rows; or
those that it names itself in its attribute `headers`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.pdf.lists import flowing
from briefkit.pdf.shaping import Shaper, paragraphs
from briefkit.pdf.structure import Kid, Part, Tag

GROUPS = {"thead": "THead", "tbody": "TBody", "tfoot": "TFoot"}
LAYOUT = frozenset({"none", "presentation"})
"""Roles of a table that is none."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell at its place in the grid, which begins at 0."""

    part: Part
    tag: Tag
    group: int
    """Number of its group of rows."""
    row: int
    column: int
    scope: str
    """`col`, `row`, `rowgroup`; empty for a cell that heads nothing."""

    @property
    def rows(self) -> range:
        """The rows that it covers."""
        return range(self.row, self.row + self.part.rows)

    @property
    def columns(self) -> range:
        """The columns that it covers."""
        return range(self.column, self.column + self.part.columns)


def table(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `table`; its content alone where it is no table but a way to lay things out."""
    if part.attributes.get("role") in LAYOUT:
        cells = (one for row in _rows(part) for one in row.parts())
        return [kid for one in cells for kid in paragraphs(shaper.kids(one, language))]
    groups = _groups(part)
    made = Tag("Table")
    for caption in part.parts():
        if caption.name == "caption":
            made.kids += shaper.shaped(caption, language)
    rows: list[tuple[int, Part, Tag]] = []
    for number, (kind, members) in enumerate(groups):
        tags = [(number, row, Tag("TR")) for row in members]
        made.kids += [Tag(kind, [tag for _, _, tag in tags])] if kind else [tag for _, _, tag in tags]
        rows += tags
    _relate(_placed(shaper, rows, language), f"table-{shaper.number()}")
    return [made] if rows else []


def cell(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `td` and `th`, which is there even when nothing stands in it."""
    return [Tag(part.name.upper(), flowing(shaper.kids(part, language)))]


def _rows(part: Part) -> Iterator[Part]:
    """The rows of a table or of one of its groups."""
    for kid in part.parts():
        if kid.name == "tr":
            yield kid
        elif kid.name in GROUPS:
            yield from _rows(kid)


def _groups(part: Part) -> list[tuple[str, list[Part]]]:
    """The rows by group, the head first and the foot last; the name of a group is empty for rows that are in none."""
    order = ["THead", "", "TBody", "TFoot"]
    found = [(GROUPS[kid.name], list(_rows(kid))) for kid in part.parts() if kid.name in GROUPS]
    found += [("", [kid]) for kid in part.parts() if kid.name == "tr"]
    return sorted((one for one in found if one[1]), key=lambda one: order.index(one[0]))


def _placed(shaper: Shaper, rows: list[tuple[int, Part, Tag]], language: str) -> list[_Cell]:
    """The cells at their places in the grid, put into the tags of their rows."""
    found: list[_Cell] = []
    taken: set[tuple[int, int]] = set()
    for number, (group, row, row_tag) in enumerate(rows):
        column = 0
        headed = all(part.name == "th" for part in row.parts())
        for part in (kid for kid in row.parts() if kid.name in {"td", "th"}):
            while (number, column) in taken:
                column += 1
            (tag,) = shaper.shaped(part, language)
            assert isinstance(tag, Tag)
            row_tag.kids.append(tag)
            one = _Cell(part, tag, group, number, column, _scope(part, column, headed))
            taken.update((line, place) for line in one.rows for place in one.columns)
            found.append(one)
    return found


def _scope(part: Part, column: int, headed: bool) -> str:
    """What a cell heads. One that does not say so heads its row where it begins a row with other cells."""
    if part.name != "th":
        return ""
    said = part.attributes.get("scope", "")
    if said in {"row", "rowgroup"}:
        return said
    return "col" if said in {"col", "colgroup"} or headed or column else "row"


def _relate(cells: list[_Cell], name: str) -> None:
    """Say of every cell what it covers, of each header what it heads, and of each other cell which headers it has."""
    heads = [one for one in cells if one.scope]
    named = {one.part.attributes["id"]: one for one in heads if "id" in one.part.attributes}
    for one in cells:
        said = one.tag.attributes = {"O": "Table"}
        said |= {"ColSpan": one.part.columns} if one.part.columns > 1 else {}
        said |= {"RowSpan": one.part.rows} if one.part.rows > 1 else {}
        if one.scope:
            one.tag.id = f"{name}-{one.row}-{one.column}"
            # A header of a group of rows stands above them, as that of a column does.
            said["Scope"] = "Row" if one.scope == "row" else "Column"
    for one in (one for one in cells if not one.scope):
        own = [named[key] for key in one.part.attributes.get("headers", "").split() if key in named]
        one.tag.attributes["Headers"] = [head.tag.id for head in own or _heads(one, heads)]


def _heads(one: _Cell, heads: list[_Cell]) -> list[_Cell]:
    """The headers of a cell: of its group of rows, of its row, of its columns."""
    groups = [head for head in heads if head.scope == "rowgroup" and head.group == one.group and head.row < one.row]
    rows = [head for head in heads if head.scope == "row" and set(head.rows) & set(one.rows)]
    columns = [
        head for head in heads if head.scope == "col" and head.row < one.row and set(head.columns) & set(one.columns)
    ]
    return [*groups[-1:], *rows, *columns]
