"""Whether the counts of a search add up from step to step, as the PRISMA 2020 flow diagram has them.

A step that a record leaves out counts nothing where PRISMA lets it be empty; one that is typed missing is not guessed at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefkit.library import Library
from briefkit.problems import Problem, listed
from briefkit.records.search import STUDIES_AND_REPORTS, Search
from briefkit.values import Number

REASONS = ("excluded_reports", "other_excluded_reports")
"""Fields that hold a count for each reason."""
Counts = Mapping[str, Decimal | None]
"""Step to its count; None where the record says that it is missing. A step that is left out is no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One count, and what it is made of."""

    name: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    may_lack: tuple[str, ...] = ()
    """Steps that count nothing when they are left out."""

    def made(self, counts: Counts) -> Decimal | None:
        """What its parts come to; None where one of them is not known."""
        found: list[Decimal] = []
        for sign, names in ((1, self.plus), (-1, self.minus)):
            for name in names:
                count = counts.get(name, Decimal(0) if name in self.may_lack else None)
                if count is None:
                    return None
                found.append(sign * count)
        return sum(found, Decimal(0))

    def words(self, counts: Counts) -> str:
        """Its parts, as a message says them."""
        plus, minus = ([name for name in names if name in counts] for names in (self.plus, self.minus))
        return _joined(plus) + (f" less {_joined(minus)}" if minus else "")


_OTHER = ("other_assessed", "other_excluded_reports")
STEPS = (
    Step(name="identified", plus=("from_databases", "from_registers"), may_lack=("from_registers",)),
    Step(
        name="screened",
        plus=("identified",),
        minus=("duplicates", "by_automation", "removed_otherwise"),
        may_lack=("by_automation", "removed_otherwise"),
    ),
    Step(name="sought", plus=("screened",), minus=("excluded",)),
    Step(name="assessed", plus=("sought",), minus=("not_retrieved",)),
    Step(name="other_assessed", plus=("other_sought",), minus=("other_not_retrieved",)),
    Step(
        name="included_reports",
        plus=("assessed", "other_assessed"),
        minus=("excluded_reports", "other_excluded_reports"),
        may_lack=_OTHER,
    ),
    Step(name="total_studies", plus=("previous_studies", "included_studies")),
    Step(name="total_reports", plus=("previous_reports", "included_reports")),
)
AT_MOST = (
    *STUDIES_AND_REPORTS,
    ("other_sought", "from_other"),
    ("pooled_studies", "total_studies"),
    ("pooled_studies", "included_studies"),
)
"""Counts that cannot be more than another; studies that were pooled may come from an earlier version."""


def search_sum(library: Library, _today: date) -> Iterator[Problem]:
    """Counts of a search that do not add up from step to step."""
    for search in (record for record in library.records.values() if isinstance(record, Search)):
        for name, message in unequal(counts_of(search, library)):
            first = next(iter(getattr(search, name)), "") if name in REASONS else ""
            figure = library.figures.get(f"{search.id}.{name}{'.' if first else ''}{first}")
            where = figure.where if figure else search.place_of(name)
            yield Problem(where, "search-sum", message, "count again, or add the step that is left out")


def counts_of(search: Search, library: Library) -> dict[str, Decimal | None]:
    """The counts of a search by the names of its steps; reasons added up."""
    counts: dict[str, Decimal | None] = {}
    for address, figure in library.figures.items():
        record, _, path = address.partition(".")
        name, _, reason = path.partition(".")
        if record != search.id or name == "figures" or bool(reason) != (name in REASONS):
            continue
        known = figure.value.value if isinstance(figure.value, Number) and not figure.qualifier else None
        before = counts.get(name, Decimal(0))
        counts[name] = None if known is None or before is None else before + known
    return counts


def unequal(counts: Counts) -> Iterator[tuple[str, str]]:
    """The step at fault, and what is wrong with it."""
    if "identified" not in counts:
        # A flow may give its sources alone; what they come to is then what is screened.
        together = STEPS[0].made(counts)
        counts = {**counts, **({} if together is None else {"identified": together})}
    for step in STEPS:
        made = step.made(counts)
        said = counts.get(step.name)
        if made is None or (step.name == "included_reports" and "excluded_reports" not in counts):
            continue
        if said is None and made < 0:
            yield step.minus[0], f"{step.words(counts)} is {made:,f}: more are taken away than there were"
        elif said is not None and made != said:
            yield step.name, f"{step.words(counts)} is {made:,f}, and `{step.name}` says {said:,f}"
    for few, many in AT_MOST:
        less, more = counts.get(few), counts.get(many)
        if few == "pooled_studies" and many == "included_studies" and "previous_studies" in counts:
            continue
        if less is not None and more is not None and less > more:
            yield few, f"`{few}` is {less:,f}, and `{many}` only {more:,f}"


def _joined(names: list[str]) -> str:
    return listed(names, joint="and")
