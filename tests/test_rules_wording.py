"""What may be said of an effect: no more than interval, trial and certainty allow."""

import pytest
from words_desk import broken, problems_of

from briefkit.rules.effects_words import effect_words, no_effect_words

OVERSTATED = [
    "In the review the treatment reduced deaths (<DEATH>).",
    "The review found that it prevented deaths, with a risk ratio of <DEATH>.",
    "In the review people were less likely to die: <DEATH>.",
    "In the review people stayed (<STAY>) and fewer died (<DEATH>).",
    "In the review it kept people in treatment (<STAY>) and cut deaths (<DEATH>).",
    "In the trial heroin prevented deaths: <DIED> died, against <DIED_ORAL>.",
    "In the review the treatment was effective against death (<DEATH>).",
    "In the review it led to better survival (<DEATH>).",
]
NOT_OVERSTATED = [
    "For deaths the risk ratio was <DEATH>, which leaves open whether the treatment saves lives.",
    "Whether it prevents deaths is not known: the risk ratio was <DEATH>.",
    "The aim was to reduce deaths; the risk ratio was <DEATH>.",
    "The mayor claimed that it cuts deaths, but the risk ratio was <DEATH>.",
    "It prevents deaths, the mayor said (<DEATH>).",
    "Does it save lives, as <DEATH> might show?",
    "“It saves lives”, a newspaper wrote of <DEATH>.",
    "In the review people were more likely to stay in treatment (<STAY>).",
    "In the review retention improved (<STAY>), and for deaths the risk ratio was <DEATH>.",
    "In the trial fewer died on heroin: <DIED>, against <DIED_ORAL>.",
    "No fall in deaths was shown (<DEATH>).",
    "The cut in deaths that some hoped for was not shown (<DEATH>).",
    "In the trial more people did better (<BETTER>, against <WORSE>), and heroin improved response.",
]


@pytest.mark.parametrize("text", OVERSTATED)
def test_an_effect_that_the_interval_leaves_open_is_not_stated(text):
    assert broken(text, "certainty-unjudged") == ["effect-overstated"]


@pytest.mark.parametrize("text", NOT_OVERSTATED)
def test_questions_aims_opinions_and_shown_effects_are_let_through(text):
    assert broken(text) == []


def test_an_overstated_effect_is_shown_with_its_interval_and_at_its_word():
    (problem,) = [
        one for one in problems_of("In the review it reduced deaths: <DEATH>.") if one.rule == "effect-overstated"
    ]
    assert (problem.where.line, problem.where.column, problem.where.length) == (8, 18, 7)
    assert (
        problem.message
        == "`reduced` says more than `0.65` (95% CI 0.25 to 1.69), which leaves open whether there is any effect"
    )
    assert problem.help == "say that it leaves open whether there is an effect, or give the interval without a verdict"


@pytest.mark.parametrize(
    "text",
    [
        "The treatment made no difference to deaths: the risk ratio was <DEATH>.",
        "It had no effect on deaths (<DEATH>).",
        "It does not reduce deaths (<DEATH>).",
        "Deaths were the same in both groups (<DEATH>).",
        "Heroin did not affect deaths: <DIED> died, against <DIED_ORAL>.",
        "Heroin was just as safe: <DIED> died, against <DIED_ORAL>.",
    ],
)
def test_no_effect_needs_a_precise_interval(text):
    assert "no-effect-overstated" in broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "It made no difference to response: the risk ratio was <NARROW>.",
        "No significant difference in deaths was shown (<DEATH>).",
        "Whether it made no difference is open (<DEATH>).",
        "There is no evidence that deaths changed (<DEATH>).",
        "The same people were counted: <DEATH>.",
        "Deaths did not differ significantly (<DEATH>).",
        "There was no clear difference in deaths (<DEATH>).",
        "The clinic had no effect on the budget of <COST>.",
    ],
)
def test_what_is_precise_or_only_not_shown_is_let_through(text):
    assert broken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Heroin treatment reduces crime [@haasen2007].",
        "Heroin treatment improves retention: the risk ratio is <STAY>.",
        "Heroin clinics raise retention: <HEROIN> stayed on heroin.",
        "Heroin treatment keeps people in care and improves retention (<STAY>).",
        "Heroin treatment works: <HEROIN> stayed.",
        "It is more effective, with <HEROIN> on heroin staying, against <ORAL>.",
        "It will improve retention (<STAY>).",
        "Treatment that is supervised may improve retention (<STAY>).",
    ],
)
def test_nothing_is_said_in_general_while_nobody_has_judged_how_sure_it_is(text):
    assert broken(text) == ["certainty-unjudged"]


@pytest.mark.parametrize(
    "text",
    [
        "In the trial heroin treatment improved retention: <HEROIN> stayed.",
        "The review found that it improves retention (<STAY>).",
        "That <HEROIN> stayed may have other causes.",
        "Deaths have several causes, and drug use has causes too [@haasen2007].",
        "What causes are named besides differs [@haasen2007].",
        "In RIOTT heroin improves retention: <HEROIN> stayed.",
        "Crime fell in the trial [@haasen2007].",
        "The plan was to reduce crime [@haasen2007].",
        "It would reduce crime if it worked [@haasen2007].",
        "The cuts in spending went on [@paper2019].",
        "The works beside the clinic closed [@paper2019].",
        "According to the mayor it reduces crime [@paper2019].",
        "::: judgement\nWe think it is effective, as <HEROIN> shows.\n:::",
        "::: unknown\nWhether it reduces crime, as <HEROIN> may mean.\n:::",
    ],
)
def test_what_a_trial_found_and_what_others_say_is_let_through(text):
    assert broken(text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Treatment improves retention (<SURE>).", []),
        ("Treatment improves retention (<MIDDLING>).", ["verb-certainty"]),
        ("Treatment probably improves retention (<MIDDLING>).", []),
        ("Treatment may improve retention (<MIDDLING>).", []),
        ("Treatment improves retention (<WEAK>).", ["verb-certainty"]),
        ("Treatment probably improves retention (<WEAK>).", ["verb-certainty"]),
        ("Treatment may improve retention (<WEAK>).", []),
        ("Treatment will improve retention (<WEAK>).", ["verb-certainty"]),
        ("In the review treatment improved retention (<WEAK>).", []),
    ],
)
def test_the_certainty_decides_the_verb(text, rules):
    assert broken(text) == rules


@pytest.mark.parametrize(
    "text", ["a spending cut", "the causes of crime", "an increase in places", "of works", "to cut"]
)
def test_nouns_and_infinitives_are_no_effect_words(text):
    assert list(effect_words(text)) == []


def test_each_effect_word_knows_its_tense_and_strength():
    found = [(word.text, word.tense, word.strength) for word in effect_words("It reduces x, cut y, and may improve z")]
    assert found == [("reduces", "present", 4), ("improve", "present", 2)]
    kept = [(word.text, word.tense) for word in effect_words("It keeps more people in treatment, and kept more people")]
    assert kept == [("keeps more", "present"), ("kept more", "past")]
    assert [found.group() for found in no_effect_words("It made no difference, and was the same")] == [
        "no difference",
        "was the same",
    ]
