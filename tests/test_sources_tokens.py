"""What counts as one token, by which quotations are compared."""

import pytest

from briefkit.sources.context import stated_pages
from briefkit.sources.tokens import plain, tokenise


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("127 were", "127|were"),
        ("£13,400 a year", "£|13,400|a|year"),
        ("−2.4 to 5.1", "-2.4|to|5.1"),
        ("£-92.04", "£|-92.04"),
        ("(-3)", "(|-3|)"),
        ("0.31-0.83", "0.31|-|0.83"),
        ("1.19‐1.75", "1.19|-|1.75"),
        ("0.31 – 0.83", "0.31|-|0.83"),
        ("95%-5", "95|%|-|5"),
        ("12·5", "12.5"),
        ("P<.001", "P|<|.001"),
        ("1’700", "1'700"),
        ("12\u2009793", "12|793"),
        ("10⁶", "10|⁶"),
        ("1½ of ¾", "1½|of|¾"),
        ("H₂O", "H|₂|O"),
        ("men¹²", "men|¹²"),
        ("E4129", "E|4129"),
        ("6months", "6|months"),
        ("Stb 2009-348", "Stb|2009|-|348"),
        ("3.5.", "3.5|."),
        ("well.The", "well|.|The"),
        ("5.The", "5|.|The"),
        ("don’t", "don't"),
        ("users’", "users|'"),
        ("ofﬁce", "office"),
        ("Lo\u0308b", "Löb"),
        ("treat\u00adment", "treatment"),
        ("treat\u00ad\n ment", "treatment"),
        ("‘a’ “b” «c»", "'|a|'|'|b|'|'|c|'"),
        ("a … b ... c . . . d", "a|…|b|…|c|…|d"),
        ("≤ ≥ < > = ± ~", "≤|≥|<|>|=|±|~"),
        ("5 ‰ 5 %", "5|‰|5|%"),
        ("₤ € $", "₤|€|$"),
        ("[n=28]", "[|n|=|28|]"),
        ("heroin-assisted", "heroin|-|assisted"),
        ("\ufefftext\u200b", "text"),
    ],
)
def test_tokens(text, keys):
    assert tokenise(text).keys[1:-1] == keys.split("|")


@pytest.mark.parametrize("text", ["Employ-\nment", "Employ- \r\n  ment", "Employ\ufffement", "Employ\x02\nment"])
def test_a_word_parted_at_the_end_of_a_line_is_read_both_ways(text):
    tokens = tokenise(text)
    assert tokens.keys[1:-1] == ["Employ", "-", "ment"]
    assert tokens.joined == {1: "Employment"}


def test_a_hyphen_within_a_line_parts_nothing():
    assert tokenise("heroin-assisted, 14-\n26 weeks").joined == {}


def test_places_of_tokens():
    tokens = tokenise("A £5 note")
    assert [tokens.raw(number) for number in range(1, 5)] == ["A", "£", "5", "note"]
    assert [tokens.glued(number) for number in range(1, 5)] == [False, False, True, False]
    assert tokens.shown(2, 5) == "£5 note"


def test_text_on_one_line():
    assert plain(" black-\nlegged  re\u00adport\nof\u00a0it ") == "black-legged report of it"


@pytest.mark.parametrize(
    ("at", "pages"),
    [
        ("p. 3", "3"),
        ("p.3", "3"),
        ("page 3", "3"),
        ("Page 3", "3"),
        ("pp. 3-5", "3 4 5"),
        ("pp. 337–9", "337 338 339"),
        ("pages 3 to 5", "3 4 5"),
        ("pp. 3, 7", "3 7"),
        ("pp. 3 and 7", "3 7"),
        ("box on p. 79", "79"),
        ("S. 12", "12"),
        ("Seite 12", "12"),
        ("p. iv", "iv"),
        ("p. e12", "e12"),
        ("abstract", ""),
        ("table 2", ""),
        ("section 5B.2", ""),
        ("characteristics of included studies", ""),
        ("web summary", ""),
        (None, ""),
    ],
)
def test_pages_that_a_locator_names(at, pages):
    assert stated_pages(at) == frozenset(pages.split())


def test_a_span_of_pages_that_nobody_could_mean_is_cut():
    assert len(stated_pages("pp. 1-999999999")) <= 3002
