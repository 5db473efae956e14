"""How each quotation is held: the states add up, and what failed has its line."""

import re
from dataclasses import replace

import pytest
from held_desk import (
    ADDRESSES,
    PAPER,
    TODAY,
    TRIAL,
    WORDS,
    base,
    brief,
    hold,
    plain,
    rules,
    states,
    told,
    verified,
    witnessed,
)
from hypothesis import given
from hypothesis import strategies as st

from briefkit.hold import STRENGTH, Hold
from briefkit.sources.snapshots import snapshot
from briefkit.sources.totals import totals, totals_line


def test_words_that_stand_in_the_copy_are_found_now_and_shown_in_their_sentence():
    held = hold(lock=verified())
    assert states(held) == ["exact"] * 5
    assert held.problems == ()
    assert held.figures["trial.results.present_6m.usual"] == Hold(
        state="exact",
        key="moss2018",
        place="paragraph 4",
        before="After six months 54 of the 60 offered breakfast attended on the day of the count, ",
        after=".",
    )


def test_a_derived_figure_is_as_weak_as_its_weakest_input():
    study = TRIAL.replace("42 of 60 of the others", "42 of 60 among the others")
    library = base(study=study)
    library = replace(library, holds=hold(library).figures)
    assert library.held(library.figures["trial.results.present_6m.breakfast"]) == "exact"
    assert library.held(library.figures["trial.figures.more"]) == "failed"


def test_without_the_copy_the_lock_speaks():
    held = hold(paper=None, lock=verified())
    assert states(held) == ["earlier"] * 5
    assert held.problems == ()
    assert held.figures["trial.randomised"] == Hold(state="earlier", key="moss2018", on=TODAY, place="paragraph 3")


def test_what_somebody_saw_is_witnessed():
    held = hold(paper=None, lock=witnessed(on="2026-03-01"))
    assert states(held) == ["witnessed"] * 5
    assert held.figures["trial.randomised"] == Hold(state="witnessed", key="moss2018", on="2026-03-01")


def test_without_copy_and_lock_nobody_has_seen_anything():
    held = hold(paper=None)
    assert states(held) == ["unseen"] * 5
    assert held.problems == ()


def test_found_words_that_no_lock_knows_are_advice_once():
    held = hold()
    assert states(held) == ["exact"] * 5
    assert told(held) == [
        (
            "lock-behind",
            "5 quotations were found in the copy of `moss2018` that its lock does not know",
            "run `source verify moss2018`, so that a checkout without the copy knows it too",
        )
    ]


def test_a_quotation_that_is_not_there_fails_at_its_own_place():
    held = hold(base(study=TRIAL.replace("we randomised 120", "we randomised 121")))
    assert states(held)[:2] == ["failed", "exact"]
    problem = held.problems[-1]
    assert (problem.rule, problem.where.file, problem.where.line) == ("quote-absent", "evidence/studies/trial.yaml", 5)
    assert problem.message.startswith("`trial.randomised`, quoting `moss2018`: ")
    assert held.figures["trial.randomised"].why


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("we randomised 120 pupils", "we randomised 210 pupils", "quote-absent"),
        ("54 of the 60 offered breakfast attended", "54 of the 60 offered lunch attended", "quote-absent"),
        ("60 were offered breakfast", "Breakfast lifts marks by 12 per cent", "quote-in-references"),
        ("60 were offered breakfast", "60", "quote-too-short"),
        ("60 were offered breakfast", "differ between boys and girls", "quote-cut"),
        ("60 were offered breakfast", "how the kitchens were run", "quote-stands-twice"),
    ],
)
def test_each_way_to_fail_has_its_rule(old, new, rule):
    held = hold(base(study=TRIAL.replace(old, new)), lock=verified())
    assert rule in rules(held)
    assert states(held).count("failed") == 1


def test_a_copy_that_changed_turns_its_quotations_red_unasked():
    held = hold(paper=PAPER.replace("120 pupils", "220 pupils"), lock=verified())
    assert states(held) == ["failed"] * 5
    assert [problem.rule for problem in held.problems] == ["snapshot-changed", "quote-absent"]
    assert told(held)[0] == (
        "snapshot-changed",
        "the copy of `moss2018` is not the one that was verified (of 2026-11-22); its 5 quotations count as failed",
        (
            "no longer in it: `trial.randomised`\nput the old copy back; if the new one is meant, run "
            "`source verify moss2018 --replace`"
        ),
    )
    assert held.problems[0].where.file == "evidence/sources/moss2018.lock"


def test_a_copy_that_is_meant_is_taken():
    held = hold(paper=PAPER + "\nA line more.\n", lock=verified(), accepted=frozenset({"moss2018"}))
    assert states(held) == ["exact"] * 5


@pytest.mark.parametrize(
    "paper",
    [
        "we randomised 120 pupils, 60 were offered breakfast, 60 carried on as usual",
        PAPER.replace("Free breakfasts and attendance in twelve schools", "Buses in the north").replace(
            "Ada Moss", "Jo Hale"
        ),
    ],
)
def test_another_document_bears_nothing(paper):
    held = hold(paper=paper)
    assert states(held) == ["failed"] * 5
    assert rules(held) == ["snapshot-not-this-source"]
    assert held.problems[0].message.endswith("; its 5 quotations count as failed")
    assert held.problems[0].where.file == "evidence/sources/moss2018.yaml"


def test_who_settles_the_identity_of_a_copy_is_believed():
    paper = PAPER.replace("Free breakfasts and attendance in twelve schools", "").replace("Ada Moss and Ben Fell", "")
    assert rules(hold(paper=paper)) == ["snapshot-not-this-source"]
    settled = base(moss="class: trial_report\nread: full_text\nidentity: compared by A. Reader\n")
    assert states(hold(settled, paper=paper)) == ["exact"] * 5


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 broken", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04junk"])
def test_a_copy_that_cannot_be_read_says_so_once(data):
    from briefkit.sources.holding import hold_all

    held = hold_all(plain(), {"moss2018": snapshot("snapshots/moss2018.pdf", data)}, {})
    assert states(held) == ["failed"] * 5
    assert rules(held) == ["snapshot-unreadable"]
    assert held.problems[0].message.startswith("the copy of `moss2018` cannot be used: ")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("randomised: 120 people", "randomised: 210 people", "value is now `210 people`, was `120 people`"),
        ("country: GB", "country: DE", "country is now `DE`, was `GB`"),
        ("randomised: 120 people", "randomised: up to 120 people", "value is now `up to 120 people`, was `120 people`"),
        ("we randomised 120 pupils", "randomised 120 pupils", "its quotation is another"),
    ],
)
@pytest.mark.parametrize("here", [True, False])
def test_a_figure_that_changed_since_somebody_vouched_for_it_is_told(old, new, change, here):
    held = hold(base(study=TRIAL.replace(old, new, 1)), PAPER if here else None, lock=verified())
    hold_ = held.figures["trial.randomised"]
    assert hold_.state == ("exact" if here else "failed")
    problem = next(p for p in held.problems if p.message.startswith("`trial.randomised`"))
    assert (problem.rule, problem.message) == (
        "witness-lapsed",
        f"`trial.randomised` has changed since its words were found in `moss2018` on 2026-11-22: {change}",
    )
    assert problem.help == (
        "if the change is right, run `source verify moss2018`: it lists what it renews"
        if here
        else "look it up in the source again, then run `source witness moss2018 trial.randomised`; "
        "or run `source verify moss2018` where a copy is kept"
    )


def test_a_new_title_or_id_lapses_nothing():
    renamed = base(study=TRIAL.replace("Northern Breakfast Trial", "The Northern Breakfast Trial"))
    assert hold(renamed, None, lock=verified()).problems == ()
    lock = verified()
    figures = hold(plain(), None, lock=lock.replace('"trial.', '"old_trial.'))
    assert rules(figures) == ["lock-edited"] * 5, "an entry cannot be moved to another figure by hand"


def test_the_entry_of_a_renamed_record_is_known_by_what_it_says():
    from held_desk import BASE

    from briefkit.load import load

    texts = {path.replace("trial.yaml", "northern.yaml"): text for path, text in BASE.items()}
    library, _ = load(texts)
    held = hold(library, None, lock=verified())
    assert {one.state for one in held.figures.values()} == {"earlier"}


def test_an_edited_lock_vouches_for_nothing():
    held = hold(paper=None, lock=verified().replace('"value": "120 people"', '"value": "220 people"'))
    assert states(held) == ["failed", "earlier", "earlier", "earlier", "earlier"]
    assert rules(held) == ["lock-edited"]
    assert held.problems[0].where.line == 10


def test_words_that_a_brief_cites_are_held_alike():
    found = hold(briefs=[brief()], lock=verified(briefs=[brief()]))
    assert [one.state for one in found.words["meals"].values()] == ["exact"]
    earlier = hold(paper=None, briefs=[brief()], lock=verified(briefs=[brief()]))
    assert [one.state for one in earlier.words["meals"].values()] == ["earlier"]
    unseen = hold(paper=None, briefs=[brief()], lock=verified())
    assert [one.state for one in unseen.words["meals"].values()] == ["unseen"]


def test_cited_words_that_are_not_there_fail_at_the_citation():
    held = hold(briefs=[brief("differed between boys and girls")], lock=verified())
    problem = next(p for p in held.problems if p.where.file == "briefs/meals.md")
    assert (problem.rule, problem.where.line) == ("quote-absent", 8)
    assert [one.state for one in held.words["meals"].values()] == ["failed"]


def test_cited_words_that_changed_since_they_were_checked_have_lapsed():
    held = hold(paper=None, briefs=[brief("did not differ between girls and boys")], lock=verified(briefs=[brief()]))
    problem = held.problems[0]
    assert (problem.rule, problem.where.file, problem.message) == (
        "witness-lapsed",
        "briefs/meals.md",
        (
            "`did not differ between girls and boys` has changed since its words were found in `moss2018` on "
            "2026-11-22: the words that this brief cites are not those that were checked"
        ),
    )


def test_the_own_source_comes_before_the_document_in_which_it_was_met():
    library = base(study=TRIAL.replace("cite: moss2018\n", "cite: moss2018\nvia: news2019\n"))
    assert {one.key for one in hold(library).figures.values()} == {"moss2018"}
    assert {one.key for one in hold(library, None).figures.values()} == {"news2019"}
    assert states(hold(library, None, lock=verified(library))) == ["earlier"] * 5


def test_totals_are_told_in_a_line_and_never_claim_what_was_not_done():
    assert totals_line(totals(hold())) == (
        "quotations: 5 found in their sources, 0 found earlier, 0 witnessed, 0 unseen, 0 failed (5 in all)"
    )
    assert totals_line(totals(hold(paper=None))) == "quotations: 0 of 5 quotes compared (5 unseen)"
    assert totals_line(totals(hold(paper=None, lock=witnessed()))) == "quotations: 0 of 5 quotes compared (5 witnessed)"
    assert totals_line({}) == ""


@given(
    paper=st.sampled_from([PAPER, PAPER.replace("120", "210"), PAPER.replace("42", "24"), "too little", None]),
    study=st.sampled_from([TRIAL, TRIAL.replace("120", "102"), TRIAL.replace("42", "41"), TRIAL.replace("GB", "DE")]),
    lock=st.sampled_from(["none", "verified", "witnessed", "damaged", "edited"]),
    words=st.sampled_from([WORDS, "did not differ between girls and boys"]),
)
def test_every_quotation_has_one_state_and_each_that_failed_its_line(paper, study, lock, words):
    locks = {
        "none": None,
        "verified": verified(briefs=[brief()]),
        "witnessed": witnessed(briefs=[brief()]),
        "damaged": "{",
        "edited": re.sub(r'"seal": "....', '"seal": "0000', verified()),
    }
    held = hold(base(study=study), paper, locks[lock], [brief(words)])
    counted = totals(held)
    assert list(counted) == list(reversed(STRENGTH))
    assert sum(counted.values()) == len(ADDRESSES) + 1 == len(held.sought)
    whole = {"snapshot-changed", "snapshot-not-this-source", "snapshot-unreadable", "lock-edited"}
    taken = whole & set(rules(held))
    places = {problem.where for problem in held.problems}
    for one in held.sought:
        if held.found[one.slug, one.name].state == "failed":
            assert taken or one.where in places
    if paper is None or paper == "too little":
        assert counted["exact"] == 0
