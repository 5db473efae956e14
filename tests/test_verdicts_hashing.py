"""What lapses a verdict and what does not: exactly the claims whose words, values, quotes or sources changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_desk import FILE, KEPT, LEEDS, TRIAL, changed, claim, reviewed, texts

from briefkit.verdicts.hashing import plain_words

TRIAL_TEXT = texts()[TRIAL]


def lapsed(files, kept=None) -> set[str]:
    """Beginnings of the claims of before that are not there any more."""
    before, after = reviewed(texts()), reviewed(files, kept)
    today = {one.hash for one in after.claims}
    return {one.text[:12] for one in before.claims if one.hash not in today}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FILE, "Costs per child are higher", "Costs for each child are higher"),
        (FILE, "In one trial they did.", "In one trial they did so."),
    ],
)
def test_a_typo_elsewhere_lapses_one_sentence_alone(path, old, new):
    assert len(lapsed(changed(texts(), path, old, new))) == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FILE, "places_planned.full }} and cost\n", "places_planned.full }}\nand cost "),
        (FILE, "## What it costs", "## The costs"),
        (FILE, "::: key-messages", "::: option Breakfast"),
        (FILE, "::: key-messages\n", "::: key-messages\n- Something new was said.\n"),
        (FILE, "[54 of 60]{=north_trial.present_6m.breakfast}", "{{ north_trial.present_6m.breakfast }}"),
        (FILE, "[54 of 60]{=north_trial.present_6m", "[54 of 60]{=north_trial.results.present_6m"),
        (FILE, "kind: brief\n" if "kind: brief\n" in texts()[FILE] else "authors:", "kind: comparison\nauthors:"),
        (TRIAL, "country: GB", "country: GB\nnotes: seen again"),
    ],
)
def test_what_changes_no_claim_lapses_none(path, old, new):
    assert lapsed(changed(texts(), path, old, new)) == set()


def test_a_renamed_record_lapses_none():
    files = changed(texts(), FILE, "north_trial.", "south_trial.")
    files["evidence/studies/south_trial.yaml"] = files.pop(TRIAL) + "aliases: [north_trial]\n"
    assert lapsed(files) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("54 of the 60 offered breakfast attended", "54 of the 60 offered breakfast came"),
        ("free breakfast", "paid breakfast"),
    ],
)
def test_a_changed_quote_or_arm_lapses_the_claims_that_use_it(old, new):
    assert lapsed(changed(texts(), TRIAL, old, new)) == {"Of those off"}


def test_a_changed_value_lapses_sentence_and_row():
    files = changed(texts(), LEEDS, "about £40,000", "about £41,000")
    assert lapsed(changed(files, FILE, "[about £40,000 a year]", "[about £41,000 a year]")) == {
        "In Leeds, th",
        "Leeds; Place",
    }


def test_another_text_of_a_source_lapses_what_rests_on_it():
    assert lapsed(texts(), {**KEPT, "moss2018": "c" * 64}) == {"In one trial", "Of those off", "Of the other"}
    assert lapsed(texts(), {**KEPT, "other": "c" * 64}) == set()


def test_a_derived_figure_lapses_with_its_inputs_and_not_with_their_names():
    own = "figures:\n  each: {label: Cost a place, formula: breakfast_leeds.running_cost / breakfast_leeds.places_planned, round: 0}\nparameters:"
    files = changed(texts(), FILE, "parameters:", own)
    files[FILE] += "\nA place costs {{ each }}.\n"
    before = claim(reviewed(files), "A place costs")
    renamed = {
        path.replace("breakfast_leeds.", "leeds_club."): text.replace("breakfast_leeds.", "leeds_club.")
        for path, text in files.items()
    }
    assert claim(reviewed(renamed), "A place costs").hash == before.hash
    other = changed(files, LEEDS, "room for up to 80 children", "room for up to 80 pupils")
    assert claim(reviewed(other), "A place costs").hash != before.hash
    assert before.figures["breakfast.each"].endswith("= 40,000 / 80")


@given(st.text(max_size=60), st.sampled_from(["  ", "\u00a0", "\n", "\u202f", "\t"]))
def test_blanks_and_the_shape_of_quotation_marks_do_not_matter(words, blank):
    assert plain_words(f"a ‘{words}’{blank}b") == plain_words(f"a  '{words}' b")


def test_what_was_judged_is_kept_in_words():
    one = claim(reviewed(texts()), "Of those offered")
    assert one.figures == {
        "north_trial.present_6m.breakfast": '54 of 60 "54 of the 60 offered breakfast attended" (moss2018, abstract)'
    }
    assert claim(reviewed(texts()), "Costs per child").words == ("leeds2020, p. 7",)
