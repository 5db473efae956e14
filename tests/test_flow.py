"""The flow of a search: counts that add up as PRISMA 2020 has them, and a diagram that says what nobody saw."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_desk import SEARCH, brief, library, painted, words

from briefkit.rules.flow import counts_of, unequal
from briefkit.tables.flow import build

FULL = {
    "previous_studies": 4,
    "previous_reports": 9,
    "from_databases": 800,
    "from_registers": 12,
    "identified": 812,
    "duplicates": 120,
    "by_automation": 5,
    "removed_otherwise": 7,
    "screened": 680,
    "excluded": 628,
    "sought": 52,
    "not_retrieved": 3,
    "assessed": 49,
    "excluded_reports": 28,
    "from_other": 6,
    "other_sought": 6,
    "other_not_retrieved": 1,
    "other_assessed": 5,
    "other_excluded_reports": 5,
    "included_studies": 8,
    "included_reports": 21,
    "total_studies": 12,
    "total_reports": 30,
    "pooled_studies": 5,
}


def wrong(**changes):
    counts = {name: None if count is None else Decimal(count) for name, count in {**FULL, **changes}.items()}
    return list(unequal({name: count for name, count in counts.items() if count != -1}))


def test_a_whole_flow_adds_up():
    assert wrong() == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"identified": 813}, "`from_databases` and `from_registers` is 812, and `identified` says 813"),
        (
            {"screened": 679},
            "`identified` less `duplicates`, `by_automation` and `removed_otherwise` is 680, and `screened` says 679",
        ),
        ({"sought": 53}, "`screened` less `excluded` is 52, and `sought` says 53"),
        ({"assessed": 48}, "`sought` less `not_retrieved` is 49, and `assessed` says 48"),
        ({"other_assessed": 6}, "`other_sought` less `other_not_retrieved` is 5, and `other_assessed` says 6"),
        (
            {"included_reports": 22},
            (
                "`assessed` and `other_assessed` less `excluded_reports` and `other_excluded_reports` is 21, and "
                "`included_reports` says 22"
            ),
        ),
        ({"total_studies": 13}, "`previous_studies` and `included_studies` is 12, and `total_studies` says 13"),
        ({"included_studies": 22, "total_studies": 26}, "`included_studies` is 22, and `included_reports` only 21"),
        ({"pooled_studies": 13}, "`pooled_studies` is 13, and `total_studies` only 12"),
        ({"other_sought": 7, "other_not_retrieved": 2}, "`other_sought` is 7, and `from_other` only 6"),
        (
            {"excluded": 700, "sought": -1},
            "`screened` less `excluded` is -20: more are taken away than there were",
        ),
    ],
)
def test_a_step_that_does_not_add_up_is_told(changes, message):
    assert message in [said for _, said in wrong(**changes)]


@given(st.sampled_from(sorted(set(FULL) - {"from_other", "pooled_studies"})), st.integers(1, 99))
def test_no_count_can_be_changed_unseen(name, more):
    assert wrong(**{name: FULL[name] + more})


@given(st.sets(st.sampled_from(sorted(FULL))))
def test_what_nobody_saw_is_never_guessed_at(names):
    assert wrong(**dict.fromkeys(names)) == []


@given(st.permutations(sorted(FULL)))
def test_the_order_of_a_record_changes_nothing(names):
    counts = {name: Decimal(FULL[name]) for name in names}
    assert list(unequal({**counts, "screened": Decimal(679)})) == wrong(screened=679)


@given(st.integers(1, 50))
def test_a_flow_of_so_many_times_the_records_adds_up_as_well(times):
    assert wrong(**{name: count * times for name, count in FULL.items()}) == []


def test_reasons_are_added_up_and_those_not_seen_leave_it_open():
    text = SEARCH + "assessed: {value: 28 reports, quote: 28 reports were read}\n"
    reasons = "excluded_reports: {design: {value: 13 reports, quote: 13 of another design}, people: REST}\n"
    seen = library(searches__found=text + reasons.replace("REST", "{value: 7 reports, quote: 7 of other people}"))
    assert counts_of(seen.record("found"), seen)["excluded_reports"] == 20
    unseen = library(searches__found=text + reasons.replace("REST", "not_seen"))
    assert counts_of(unseen.record("found"), unseen)["excluded_reports"] is None


def test_the_diagram_of_others_says_whose_it_is_and_what_nobody_saw():
    html = painted('{{ flow("found") }}\n')
    found = words(re.search(r'<div class="flow".*?<p class="table-sources">', html, re.DOTALL)[0])
    assert found == (
        "How the review found its studies The search of a published review, as far as its numbers were seen; made March 2026, "
        "in MEDLINE, Embase. Steps as in PRISMA 2020. "
        "Identification Records identified from databases and registers not seen Records removed before screening not seen "
        "Screening Records screened 692 [ 1 ] Records excluded not seen Reports sought for retrieval not seen "
        "Reports not retrieved not seen Reports assessed for eligibility not seen Reports excluded, by reason not seen "
        "Included Studies included Studies: 8 [ 1 ]"
    )


def test_our_own_diagram_has_reasons_and_boxes_of_other_ways_where_there_are_any():
    own = SEARCH.replace("published: true", "published: false") + (
        "excluded_reports: {other_design: {value: 20 reports, quote: 20 of another design}}\n"
        "from_other: {value: 6 records, quote: 6 found by hand}\n"
    )
    base = library(searches__found=own)
    html = painted('{{ flow("found") }}\n', base)
    text = words(html)
    assert "Our own search; made March" in text
    assert "Reports excluded, by reason Other design: 20 [ 1 ]" in text
    assert "Other ways Records identified in other ways 6 [ 1 ] Included" in text
    table, _ = build(base, "found")
    assert [row.cells[0].mark for row in table.rows] == ["main", "side"] * 4 + ["other", "main"]


def test_the_last_page_never_takes_the_search_of_others_for_ours():
    ours = SEARCH.replace("published: true", "published: false")
    theirs = "How it was found. [38 of 43]{=riott.retention_26w.heroin}\n"
    assert "Do meals help?" not in painted(theirs)
    assert "Do meals help?" in painted(theirs, library(searches__found=ours))


def test_a_search_that_is_not_there_is_told():
    assert brief('{{ flow("find") }}\n')[1] == [
        "6:10+4 table-record: there is no search `find` | did you mean `found`?"
    ]
    assert brief('{{ flow("riott") }}\n')[1] == [
        "6:10+5 table-record: `riott` is not a search but a study | there is `found`"
    ]
