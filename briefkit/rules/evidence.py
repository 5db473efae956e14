"""The rules that the evidence base as a whole has to keep. A new rule is one function and one line here."""

from collections.abc import Callable, Iterator
from datetime import date

from briefkit.library import Library
from briefkit.problems import Problem, in_order
from briefkit.rules import conflicts, dates, people, sourcing, studies

EVIDENCE_RULES: tuple[Callable[[Library, date], Iterator[Problem]], ...] = (
    sourcing.figure_without_citation,
    sourcing.quote_missing,
    dates.dates_out_of_order,
    dates.date_in_future,
    dates.undated_count,
    dates.record_stale,
    studies.arms_sum,
    studies.total_over_randomised,
    studies.study_in_and_out,
    people.outside_office,
    people.unknown_evidence,
    people.link_without_evidence,
    conflicts.conflict_unknown,
    conflicts.conflict_one_sided,
    conflicts.conflict_unsettled,
)


def check_library(library: Library, today: date) -> list[Problem]:
    """Everything that these rules find."""
    return in_order(problem for rule in EVIDENCE_RULES for problem in rule(library, today))
