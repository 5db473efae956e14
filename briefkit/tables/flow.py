"""A PRISMA 2020 flow diagram: how many records, reports and studies remained at each step of a search.

Every box of the diagram is there; one whose number nobody saw says so.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import did_you_mean, listed
from briefkit.reader_words import humanised
from briefkit.records.search import Search
from briefkit.tables.asked import free_name
from briefkit.tables.fault import Fault
from briefkit.tables.table import Cell, Column, Row, Table
from briefkit.values import Missing
from briefkit.values.write import date_text, missing_words, short

COLUMNS = (Column(key="step", header="Step"), Column(key="count", header="Number"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box of the diagram."""

    phase: str
    place: str
    """`main` down the middle, `side` for what is put aside, `other` and `other-side` for other ways, `before` for an
    earlier version."""
    label: str
    lines: tuple[tuple[str, str], ...]
    """Words and field of each number in it; a single one needs no words."""
    reasons: str = ""
    """Field with a number for each reason, listed below."""
    needed: bool = True
    """Whether PRISMA asks for it always; others appear where a number was recorded."""


_FOUND, _SCREENED, _TAKEN = "Identification", "Screening", "Included"
BOXES = (
    Box(
        phase=_FOUND,
        place="before",
        label="Studies in an earlier version",
        lines=(("Studies", "previous_studies"), ("Reports", "previous_reports")),
        needed=False,
    ),
    Box(
        phase=_FOUND,
        place="main",
        label="Records identified from databases and registers",
        lines=(("Databases", "from_databases"), ("Registers", "from_registers"), ("Together", "identified")),
    ),
    Box(
        phase=_FOUND,
        place="side",
        label="Records removed before screening",
        lines=(("Duplicates", "duplicates"), ("By a program", "by_automation"), ("Otherwise", "removed_otherwise")),
    ),
    Box(phase=_SCREENED, place="main", label="Records screened", lines=(("", "screened"),)),
    Box(phase=_SCREENED, place="side", label="Records excluded", lines=(("", "excluded"),)),
    Box(phase=_SCREENED, place="main", label="Reports sought for retrieval", lines=(("", "sought"),)),
    Box(phase=_SCREENED, place="side", label="Reports not retrieved", lines=(("", "not_retrieved"),)),
    Box(phase=_SCREENED, place="main", label="Reports assessed for eligibility", lines=(("", "assessed"),)),
    Box(phase=_SCREENED, place="side", label="Reports excluded, by reason", lines=(), reasons="excluded_reports"),
    Box(
        phase="Other ways",
        place="other",
        label="Records identified in other ways",
        lines=(("", "from_other"),),
        needed=False,
    ),
    Box(phase="Other ways", place="other", label="Reports sought", lines=(("", "other_sought"),), needed=False),
    Box(
        phase="Other ways",
        place="other-side",
        label="Reports not retrieved",
        lines=(("", "other_not_retrieved"),),
        needed=False,
    ),
    Box(phase="Other ways", place="other", label="Reports assessed", lines=(("", "other_assessed"),), needed=False),
    Box(
        phase="Other ways",
        place="other-side",
        label="Reports excluded, by reason",
        lines=(),
        reasons="other_excluded_reports",
        needed=False,
    ),
    Box(
        phase=_TAKEN,
        place="main",
        label="Studies included",
        lines=(("Studies", "included_studies"), ("Reports of them", "included_reports")),
    ),
    Box(
        phase=_TAKEN,
        place="main",
        label="With the earlier version",
        lines=(("Studies", "total_studies"), ("Reports of them", "total_reports")),
        needed=False,
    ),
    Box(phase=_TAKEN, place="side", label="Studies pooled", lines=(("", "pooled_studies"),), needed=False),
)


def build(
    library: Library, search_id: str, *, caption: str = "", taken: Collection[str] = ()
) -> tuple[Table | None, list[Fault]]:
    """The diagram of a search, or the fault that stands in its way; neither when the record is broken."""
    search = library.record(search_id)
    if not isinstance(search, Search):
        broken = search is None and library.is_broken(search_id)
        return None, [] if broken else [_no_search(library, search_id)]
    rows = tuple(
        Row(
            record=search.id,
            cells=(Cell(text=box.label, mark=box.place), _count(box, search, library)),
            group=box.phase,
        )
        for box in BOXES
        if box.needed or _recorded(box, search, library)
    )
    name = free_name(f"flow-{search.id}", taken)
    caption = caption or search.title
    return Table(name=name, caption=caption, columns=COLUMNS, rows=rows, notes=(_whose(search),), look="flow"), []


def _no_search(library: Library, search_id: str) -> Fault:
    record, known = library.record(search_id), library.ids_of_kind("search")
    other = f"there is {listed(known, joint='and')}" if known else "add one to `evidence/searches/`"
    message = f"there is no search `{search_id}`"
    if record is not None:
        message = f"`{search_id}` is not a search but a {record.kind.replace('_', ' ')}"
    return Fault(rule="table-record", message=message, help=did_you_mean(search_id, known, other), written=search_id)


def _whose(search: Search) -> str:
    """Whose search it was, when and where."""
    whose = (
        "The search of a published review, as far as its numbers were seen" if search.published else "Our own search"
    )
    where = f", in {', '.join(search.databases)}" if search.databases else ""
    return f"{whose}; made {date_text(search.date)}{where}. Steps as in PRISMA 2020."


def _recorded(box: Box, search: Search, library: Library) -> bool:
    names = [*(name for _, name in box.lines), *([box.reasons] if box.reasons else [])]
    return any(one.address.startswith(f"{search.id}.{name}") for name in names for one in library.figures_of(search.id))


def _count(box: Box, search: Search, library: Library) -> Cell:
    """The numbers of a box."""
    absent = "not seen" if search.published else "not recorded"
    parts = [_number(words, library.figures.get(f"{search.id}.{name}"), absent, library) for words, name in box.lines]
    if box.reasons:
        parts += _reasons(box.reasons, search, library)
    # Where some numbers of a box are known, the others are left out; where none is, it says so once.
    parts = [part for part in parts if part.figure is not None] or [Cell(text=absent, missing=True)]
    said = "; ".join(f"{part.lead}: {part.text}" if part.lead else part.text for part in parts)
    if len(parts) == 1 and not parts[0].lead:
        return parts[0]
    return Cell(text=said, parts=tuple(parts))


def _reasons(field: str, search: Search, library: Library) -> list[Cell]:
    start = f"{search.id}.{field}."
    found: Iterator[Figure] = (one for one in library.figures_of(search.id) if one.address.startswith(start))
    return [_number(figure.label.removesuffix(f", {humanised(field)}"), figure, "", library) for figure in found]


def _number(words: str, figure: Figure | None, absent: str, library: Library) -> Cell:
    """A number with its words; the words for a missing one."""
    if figure is None:
        return Cell(text=absent, missing=True, lead=words)
    missing = isinstance(figure.value, Missing)
    text = (
        missing_words(figure.value.kind)
        if isinstance(figure.value, Missing)
        else short(figure, library.vocabularies.units)
    )
    return Cell(text=text, figure=figure, missing=missing, lead=words)
