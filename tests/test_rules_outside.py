"""Words next to bound words: another unit, another qualifier."""

import pytest
from brief_desk import HEAD, TERMS, TEXTS, brief, library

from briefkit.load import load
from briefkit.problems import Problem
from briefkit.read_brief import read
from briefkit.rules.outside import qualifier_outside, unit_outside_differs

STAYED = "[38 of 43]{=riott.retention_26w.heroin}"
PLACES = "[up to 15]{=scheme.places_planned}"


def told(problems: list[Problem]) -> list[str]:
    return [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (f"{PLACES} months", "months"),
        (f"{PLACES} deaths", "deaths"),
        ("{{ scheme.places_planned }} weeks", "weeks"),
        ("[127]{=riott.randomised}-day", "day"),
    ],
)
def test_another_unit(text, noun):
    (problem,) = unit_outside_differs(brief(f"In all {text}.")[0], library())
    assert problem.message.startswith(f"`{noun}` follows `")
    assert problem.rule == "unit-outside-differs"


@pytest.mark.parametrize(
    "text",
    [
        f"{PLACES} places", f"{PLACES} people", f"{PLACES} clinics", f"{PLACES} of them", f"{STAYED} people", f"{STAYED} patients",
        "[about £250,000]{=scheme.running_cost} a year", "[127 people]{=riott.randomised} months later",
        "[69%]{=riott.retention_26w.methadone.percent} of patients", f"{PLACES} in months",
    ],
)  # fmt: skip
def test_the_same_thing_in_another_word(text):
    assert told(list(unit_outside_differs(brief(f"In all {text}.")[0], library()))) == []


@pytest.mark.parametrize(
    "word", ["more than", "At least", "fewer than", "nearly", "not", "no more than", "over", "just over", "up to"]
)
def test_a_qualifier_that_the_figure_lacks(word):
    (problem,) = qualifier_outside(brief(f"Then {word} {STAYED} people stayed.")[0], library())
    assert problem.message == f"`{word.casefold()}` stands before `38 of 43`, and the figure does not say it"
    assert problem.help == "take the word away, or correct the figure if its source says it"


@pytest.mark.parametrize(
    "text",
    [
        f"about {STAYED}", f"some {STAYED}", f"between {STAYED} and {PLACES}", f"whether or not {STAYED}", f"it rose by {STAYED}",
        f"under the {STAYED}", f"only {STAYED}", f"{STAYED} and more", f"more than that: {STAYED}", f"and {STAYED} more likely",
    ],
)  # fmt: skip
def test_words_that_change_nothing(text):
    assert told(list(qualifier_outside(brief(f"Then {text} did.")[0], library()))) == []


def test_two_qualifiers():
    (problem,) = qualifier_outside(brief(f"Then more than {PLACES} places.")[0], library())
    assert problem.help == "take the word away: the figure has a qualifier of its own, which stands in its words"


@pytest.mark.parametrize("after", ["+", " or more", " or fewer"])
def test_a_qualifier_behind(after):
    (problem,) = qualifier_outside(brief(f"Then {STAYED}{after} of them.")[0], library())
    assert problem.message == f"`{after.strip()}` stands behind `38 of 43`, and the figure does not say it"


def test_units_of_the_base_are_known():
    own, _ = load({**TEXTS, "evidence/terms.yaml": TERMS + "  bus: {one: bus, many: buses}\n"})
    made, _ = read(f"{HEAD}In all {PLACES} buses and {PLACES} clinics.", "briefs/one.md", own)
    assert made is not None
    assert told(list(unit_outside_differs(made, own))) == []
