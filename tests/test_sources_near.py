"""The passage nearest to a quotation that is not there, and what is said of the difference."""

import pytest
from quote_cases import document

from briefkit.sources.find import find, index
from briefkit.sources.loaded_words import language, negates
from briefkit.sources.match import words_of
from briefkit.sources.near import nearest
from briefkit.values import Quote

SOURCE = (
    "In the first year, 15 of 43 patients stayed. The clinic was able to treat 51 patients daily with 10 mg of heroin."
)


def passage(words: str):
    return nearest(words_of(words), index(document("Something else stands here.", SOURCE)).bearing, "en")


@pytest.mark.parametrize(
    ("words", "quoted", "source", "grave"),
    [
        ("able to treat 15 patients daily", "15", "51", True),
        ("able to treat 51 guests daily", "guests", "patients", True),
        ("The centre was able to treat", "centre", "clinic", False),
        ("able to treat 51 patients a day", "a day", "daily with", False),
        ("unable to treat 51 patients", "unable", "able", True),
        ("was not able to treat 51 patients", "not", "", True),
        ("patients daily with 10 g of heroin", "g", "mg", True),
        ("patients daily with heroin", "", "10 mg of", True),
        ("In the first year about 15 of 43 patients stayed", "about", ",", True),
    ],
)
def test_differences(words, quoted, source, grave):
    found = passage(words)
    change = found.changes[0]
    assert (change.quoted, change.source) == (quoted, source)
    assert bool(found.grave) is grave


def test_the_passage_is_shown_whole():
    assert passage("15 of 44 patients stayed. The clinic").text == "15 of 43 patients stayed. The clinic"
    assert passage("first year, 15 of 43 patients stopped").text == "first year, 15 of 43 patients stayed"


def test_nothing_is_near_to_what_is_quite_another_thing():
    assert passage("rooms in which people bring their own drugs are another matter") is None


def test_a_repeated_word_that_says_nothing_takes_no_time():
    made = index(document("the a " * 20_000))
    assert find(Quote("the a the a of the a the b the a"), made).verdict == "absent"


def test_languages():
    assert [language(tag) for tag in ("de-CH", "nb", "nn-NO", "pt", "", "EN_gb")] == [
        "de",
        "no",
        "no",
        "en",
        "en",
        "en",
    ]
    assert negates("Keine", "de")
    assert not negates("keine", "en")
    assert negates("didn't", "de")
