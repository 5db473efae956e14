"""A citation that was changed: the words were seen in another source."""

from held_desk import TRIAL, base, hold, told, witnessed


def test_words_seen_in_one_source_are_not_those_of_another():
    held = hold(base(study=TRIAL.replace("cite: moss2018", "cite: news2019")), None, witnessed())
    assert {one.state for one in held.figures.values()} == {"failed"}
    assert len(held.problems) == len(held.figures)
    assert told(held)[0] == (
        "seen-elsewhere",
        "the words of `trial.randomised` were seen in `moss2018` on 2026-11-22, and are now laid to `news2019`",
        "cite `moss2018` again; or, if they stand in `news2019` as well, run `source witness news2019`",
    )


def test_words_that_nobody_saw_anywhere_are_unseen():
    held = hold(base(study=TRIAL.replace("cite: moss2018", "cite: news2019")), None, None)
    assert {one.state for one in held.figures.values()} == {"unseen"}
    assert held.problems == ()
