"""The rules that a brief has to keep besides being readable. A new rule is one function and one line here."""

from collections.abc import Callable, Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem, in_order
from briefkit.rules import (
    claims,
    effects,
    effects_cause,
    framing,
    framing_companions,
    framing_direction,
    framing_sources,
    fresh,
    glued,
    headings,
    holding,
    names,
    outside,
    provenance,
    wording_compared,
    wording_names,
    wording_places,
    wording_subjects,
    wording_times,
    wording_years,
)
from briefkit.rules.unbound import rules as unbound_rules

BRIEF_RULES: tuple[Callable[[Brief, Library], Iterator[Problem]], ...] = (
    names.brief_name,
    headings.heading_is_title,
    headings.heading_skips,
    headings.heading_empty,
    glued.figure_glued,
    unbound_rules.unbound_number,
    unbound_rules.quotation_uncited,
    outside.unit_outside_differs,
    outside.qualifier_outside,
    claims.uncited_sentence,
    claims.source_unrecorded,
    holding.figure_unseen,
    effects.effect_overstated,
    effects.no_effect_overstated,
    effects.certainty_unjudged,
    effects.certainty_claimed,
    effects.verb_certainty,
    effects_cause.cause_from_observation,
    framing.points_as_percent,
    framing.ratio_without_absolute,
    framing.time_misnamed,
    framing.time_misheaded,
    framing.surrogate_unsaid,
    framing_direction.direction_contradicts,
    framing_sources.direction_against_source,
    framing_sources.negation_dropped,
    framing_sources.significance_unfounded,
    framing_companions.companion_missing,
    framing_companions.significance_contradicts,
    framing_companions.rating_stretched,
    wording_names.arm_misnamed,
    wording_subjects.fact_misattributed,
    wording_compared.comparison_misnamed,
    wording_subjects.drug_misnamed,
    wording_subjects.street_misnamed,
    wording_subjects.arm_unnamed,
    wording_subjects.trial_misnamed,
    wording_subjects.speaker_misnamed,
    wording_places.country_misnamed,
    wording_places.place_misnamed,
    wording_places.bloc_misnamed,
    wording_years.year_misnamed,
    wording_times.date_misnamed,
    wording_times.follow_up_misnamed,
    wording_times.nation_misnamed,
    provenance.source_retracted,
    provenance.notice_unread,
    provenance.citation_differs,
    fresh.undated_count,
)


def check_brief(brief: Brief, library: Library) -> list[Problem]:
    """Everything that these rules find."""
    return in_order(problem for rule in BRIEF_RULES for problem in rule(brief, library))
