"""Facts in our own words that say more than their quotation: what may be told as what is, and names that it does not have."""

import pytest
from test_rules_borne import faults


@pytest.mark.parametrize(
    ("fact", "lost"),
    [
        ('{value: rooms are not legal, quote: "rooms would not be legal under present law"}', "would"),
        ('{value: the schools pay, quote: "the schools may then pay"}', "may"),
        ('{value: long queues of pupils, quote: "there could be long lines"}', "could"),
        ('{value: some pupils are left out, quote: "some might be left alone"}', "might"),
        ('{value: it opens in spring, quote: "is planned to open in spring"}', "planned to"),
        ('{value: it targets the hungry, quote: "It hopes to target the hungry"}', "hopes to"),
    ],
)
def test_what_may_be_is_not_told_as_what_is(fact, lost):
    (line,) = faults(fact=fact)
    assert line.startswith("doubt-dropped: ")
    assert f"leaves out the `{lost}` of its quotation" in line


@pytest.mark.parametrize(
    "fact",
    [
        '{quote: "rooms would not be legal"}',
        '{value: rooms would not be legal, quote: "rooms would not be legal under present law"}',
        '{value: rooms could be illegal, quote: "rooms would not be legal under present law"}',
        '{value: a wish to open in spring, quote: "is planned to open in spring"}',
        '{value: a plan for spring, quote: "is planned to open in spring"}',
        '{value: nobody believes that it is legal, quote: "nobody thought that it would be legal"}',
        '{value: a small number of pupils, quote: "would target a small number of pupils"}',
        '{value: breakfasts in May, quote: "in May breakfasts begin"}',
    ],
)
def test_what_leaves_it_open_or_tells_of_something_else_is_let_through(fact):
    assert [line for line in faults(fact=fact) if line.startswith("doubt")] == []


def test_another_language_has_other_words():
    assert faults(fact='{value: the schools pay, quote: "the schools may pay"}', cite="braun2020") == []


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        ('{value: the Education Ministry, quote: "committing money to the service"}', "Education"),
        ('{value: as Jane Roe says, quote: "it was no use"}', "Jane"),
        ('{value: It was Leeds that paid, quote: "the town paid"}', "Leeds"),
    ],
)
def test_a_name_stands_in_the_quotation_or_in_the_record(fact, name):
    (line,) = faults(fact=fact)
    assert line.startswith(
        f"name-not-in-quote: `{name}` stands neither in the quotation nor elsewhere in the record: `"
    )


@pytest.mark.parametrize(
    "fact",
    [
        '{value: the Education Ministry, quote: "committing money", prefix: "the Ministry of Education is "}',
        '{value: the Education Ministry, quote: "committing money", subject_not_in_quote: the Ministry of Education is named above}',
        '{value: the Police and Crime Commissioner, quote: "paid for by the PCC"}',
        '{value: the Leeds Police and Crime Commissioner, quote: "paid for by the PCC of Leeds"}',
        '{value: a School trial, quote: "one trial"}',
        '{value: from Monday to Sunday in May, quote: "all week in May"}',
        '{value: Volunteers helped, quote: "helped by the neighbours"}',
        '{value: nobody paid. Then they did, quote: "first nobody paid, then some did"}',
        '{quote: "paid by Leeds"}',
    ],
)
def test_names_that_are_known_shortened_or_no_names(fact):
    assert [line for line in faults(fact=fact) if line.startswith("name")] == []


def test_the_words_in_which_both_are_told():
    assert faults(fact='{value: the schools pay, quote: "the schools may pay"}') == [
        (
            "doubt-dropped: `the schools pay` leaves out the `may` of its quotation: `the schools may pay` | "
            "say it as the source does, with `may`"
        )
    ]
    assert faults(fact='{value: the Education Ministry, quote: "committing money"}') == [
        (
            "name-not-in-quote: `Education` stands neither in the quotation nor elsewhere in the record: `committing money` | "
            "quote the words that name it, or say under `subject_not_in_quote` where the source does"
        )
    ]


def test_the_record_may_say_how_a_name_follows():
    told = '{value: the Education Ministry, quote: "committing money", value_from: the ministry is named above}'
    assert faults(fact=told) == []
