"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.claims.sentences import MARK, sentences


def cut(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "One went. | Two came.",
        "Really? | Yes! | He left... | Then nothing.",
        "It fell by 3.5 per cent. | It rose by 1.2.",
        "Dr. Smith and Prof. Jones agreed. | They left.",
        "Some drugs, e.g. heroin, i.e. diamorphine, were given. | Others were not.",
        "As Strang et al. 2010 found, it worked. | So did others.",
        "As J. K. Smith wrote, it worked. | He was right.",
        "See p. 4 and pp. 5-6, No. 3, vol. 2 and Fig. 1. | It is there.",
        "The answer is no. | The question stands.",
        "It is in the U.K. | The law differs. | In the U.S. Senate it failed.",
        "Heroin is Class A. | The law is old.",
        "They were in arm B. | They stayed.",
        "Clinics, vans, etc. | The rest followed. | Vans etc. Glasgow paid.",
        "It cost £1.4 m. | They paid.",
        "He said “We pay.” | She said (quietly.) | They left.",
        "It closed at 5 p.m. | The next day it opened at 9 a.m. sharp.",
        "iPads were lent. iPhones were not.",
        f"It fell.{MARK} | Then it rose. {MARK} | And fell {MARK}.",
        f"Crime fell. {MARK} {MARK} | Next.",
        "No full stop",
        "Ends with a colon:",
    ],
)
def test_sentences(text):
    assert cut(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("It fell.", "It fell"),
        ("It fell?!", "It fell"),
        ("“It fell.”", "“It fell.”"),
        ("(It fell.)", "(It fell"),
        (f"It fell. {MARK}", "It fell"),
        (f"It fell {MARK}", "It fell"),
        ("The trials found:", "The trials found"),
        ("It fell", "It fell"),
    ],
)
def test_where_citations_belong(text, before):
    (sentence,) = sentences(text)
    assert text[: sentence.stop] == before


@given(st.text(alphabet=f'aZ1.!?… \n"”’)({MARK}X', max_size=80))
def test_sentences_lie_one_after_the_other_and_lose_nothing(text):
    found = sentences(text)
    kept = "".join(text[one.start : one.end] for one in found)
    assert kept.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    ends = [0, *(end for one in found for end in (one.start, one.end))]
    assert ends == sorted(ends)
    assert all(one.start <= one.stop <= one.end for one in found)
