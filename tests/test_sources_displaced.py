"""A citation that was changed: the words were seen in another source."""

from held_desk import TRIAL, base, hold, told, witnessed


def test_words_seen_in_one_source_are_not_those_of_another():
    study = TRIAL.replace(
        '120 people "we randomised 120 pupils"', "{value: 120 people, quote: we randomised 120 pupils}"
    )
    own = study.replace("120 pupils}", "120 pupils, cite: news2019}")
    held = hold(base(study=own), None, witnessed(base(study=study)))
    assert held.figures["trial.randomised"].state == "failed"
    assert told(held) == [
        (
            "seen-elsewhere",
            "the words of `trial.randomised` were seen in `moss2018` on 2026-11-22, and are now laid to `news2019`",
            "cite `moss2018` again; or, if they stand in `news2019` as well, run `source witness news2019`",
        )
    ]


def test_words_that_nobody_saw_anywhere_are_unseen():
    held = hold(base(study=TRIAL.replace("cite: moss2018", "cite: news2019")), None, None)
    assert {one.state for one in held.figures.values()} == {"unseen"}
    assert held.problems == ()
