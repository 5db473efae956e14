"""Sources read sentence by sentence: which sentence gave which figure, and why the others gave none."""

from hypothesis import given
from hypothesis import strategies as st

from briefkit.coverage.covered import coverage
from briefkit.coverage.sentences import sentences_of, squeezed
from briefkit.sources.document import Block, Document
from briefkit.values import Quote

ARTICLE = (
    "Pupils get breakfast.It costs £2 a day. “We like it,” said Ms Roe. “It works.”Nobody asked the cooks.\n"
    "Pupils get breakfast\n"
    "1.\n"
    "Join our forum"
)


def document(*texts):
    blocks = tuple(Block(text=text, number=number) for number, text in enumerate(texts, 1))
    return Document(blocks=blocks, media_type="text/plain", extractor="text")


def covered(quotes, reasons=()):
    return coverage("roe_2020", document(ARTICLE), {name: Quote(*words) for name, words in quotes.items()}, reasons)


def test_sentences_are_told_apart_where_nothing_stands_between_them():
    assert [one.text for one in sentences_of(document(ARTICLE))] == [
        "Pupils get breakfast.",
        "It costs £2 a day.",
        "“We like it,” said Ms Roe.",
        "“It works.”",
        "Nobody asked the cooks.",
        "Pupils get breakfast 1.",
        "Join our forum",
    ]


def test_a_quotation_belongs_to_every_sentence_that_it_has_words_of():
    found = covered({"cost.amount": ("costs £2 a day",), "roe.statement": ('said Ms Roe. "It works',)})
    assert [one.figures for one in found.sentences] == [
        (),
        ("cost.amount",),
        ("roe.statement",),
        ("roe.statement",),
        (),
        (),
        (),
    ]
    assert [one.sentence.number for one in found.silent] == [1, 5, 6, 7]


def test_a_prefix_tells_which_of_two_places_is_meant():
    found = covered({"a": ("Pupils get breakfast", "Nobody asked the cooks. ")})
    assert [bool(one.figures) for one in found.sentences] == [False, False, False, False, False, True, False]


def test_a_quotation_that_is_not_there_belongs_to_no_sentence():
    assert all(not one.figures for one in covered({"a": ("Pupils get dinner",)}).sentences)


def test_reasons_stand_beside_their_sentences():
    found = covered(
        {"a": ("It costs £2 a day",)}, [("Join our", "not part of the article"), ("Pupils get breakfast", "said again")]
    )
    assert [one.reason for one in found.sentences] == [
        "said again",
        "",
        "",
        "",
        "",
        "said again",
        "not part of the article",
    ]
    assert (found.astray, found.needless) == ((), ())


def test_reasons_that_fit_no_sentence_or_are_not_needed_are_named():
    found = covered(
        {"a": ("It costs £2 a day",)}, [("Join the", "boilerplate"), ("It costs", "too small"), ("", "empty")]
    )
    assert (found.astray, found.needless) == ((0, 2), (1,))


@given(st.lists(st.text("abc “”’.?!A1\n", max_size=30), max_size=5))
def test_no_letter_is_lost_and_each_belongs_to_one_sentence(texts):
    found = sentences_of(document(*texts))
    assert "".join(squeezed(one.text) for one in found) == squeezed("".join(texts))
    assert [one.start for one in found] == [0, *(one.end for one in found[:-1])][: len(found)]
    assert [one.number for one in found] == list(range(1, len(found) + 1))
