"""The rules that the evidence base as a whole has to keep. A new rule is one function and one line here."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from briefkit.library import Library
from briefkit.problems import Problem, in_order
from briefkit.records.record import Record
from briefkit.rules import (
    borne,
    borne_arms,
    borne_rates,
    borne_siblings,
    borne_years,
    claim_reviews,
    conflicts,
    dates,
    field_units,
    flow,
    judgements,
    people,
    provenance,
    provenance_citations,
    provenance_countries,
    provenance_doubles,
    sourcing,
    statistics,
    studies,
)
from briefkit.rules.unbound import in_records

EVIDENCE_RULES: tuple[Callable[[Library, date], Iterator[Problem]], ...] = (
    sourcing.figure_without_citation,
    sourcing.quote_missing,
    dates.dates_out_of_order,
    dates.date_in_future,
    dates.count_without_date,
    dates.record_stale,
    studies.arms_sum,
    studies.total_over_randomised,
    studies.study_in_and_out,
    in_records.unbound_in_records,
    people.outside_office,
    people.summary_differs,
    people.unknown_evidence,
    people.link_without_evidence,
    claim_reviews.unknown_evidence,
    claim_reviews.rating_without_evidence,
    conflicts.conflict_unknown,
    conflicts.conflict_one_sided,
    conflicts.conflict_unsettled,
    provenance.result_from_news,
    provenance.quote_cites_another,
    provenance.secondary_unsaid,
    provenance.figure_from_retracted,
    provenance.projection_unsaid,
    provenance_doubles.double_counting,
    provenance_doubles.study_twice,
    provenance_doubles.study_of_reported,
    provenance_doubles.conflict_unsaid,
    borne.not_borne,
    borne_arms.arm_not_in_quote,
    borne_rates.per_differs,
    borne_siblings.quotes_disagree,
    borne_siblings.same_words_other_time,
    borne_years.price_year_not_in_quote,
    borne_years.date_against_words,
    borne_years.date_against_name,
    borne_years.counted_before_start,
    provenance_citations.language_not_of_source,
    provenance_citations.report_of_another_study,
    provenance_citations.via_of_another,
    provenance_citations.source_before_event,
    provenance_countries.country_against_record,
    provenance_countries.place_against_record,
    field_units.unit_not_of_field,
    statistics.percentage_unlikely,
    statistics.interval_lopsided,
    statistics.p_against_interval,
    statistics.effect_against_arms,
    flow.search_sum,
    judgements.certainty_unsigned,
    judgements.certainty_sum,
    judgements.bias_domains,
    judgements.bias_overall,
    judgements.criteria,
)


RECORD_RULES: Mapping[str, Callable[[Record, Library], Iterator[Problem]]] = {
    "unbound_in_records": in_records.unbound_in_record,
    "not_borne": borne.not_borne_in,
    "country_against_record": provenance_countries.country_against,
}
"""Those of them that look at one record after the other, and take long: what they find of a record stands for as long as
nothing has changed that they have asked for.
"""


def check_library(library: Library, today: date) -> list[Problem]:
    """Everything that these rules find."""
    return in_order(problem for rule in EVIDENCE_RULES for problem in rule(library, today))


def check_record(record: Record, library: Library) -> list[Problem]:
    """Everything that the rules find that look at one record after the other."""
    return [problem for rule in RECORD_RULES.values() for problem in rule(record, library)]


def check_rest(library: Library, today: date) -> list[Problem]:
    """Everything that the others find."""
    rest = (rule for rule in EVIDENCE_RULES if rule.__name__ not in RECORD_RULES)
    return [problem for rule in rest for problem in rule(library, today)]
