"""What an entry says: fields old and new, names, LaTeX, dates; and that no text whatever stops the reading."""

import string

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pybtex import errors

from briefkit.references.bibliography import Bibliography
from briefkit.references.dates import read_issued, year_words
from briefkit.references.latex import plain, verbatim
from briefkit.references.people import read_people
from briefkit.references.read import read
from briefkit.references.reference import Body, Issued, Person, Reference
from briefkit.values import Date


def one(text: str) -> Reference:
    references, problems = read({"x.bib": text})
    assert problems == []
    return next(iter(references.values()))


def test_bibtex_and_biblatex_say_the_same():
    old = one("@techreport{k, author={A, B}, title={T}, institution={I}, address={Leeds}, year=2010, month=may, day=3}")
    new = one("@report{k, author={A, B}, title={T}, institution={I}, location={Leeds}, date={2010-05-03}}")
    assert old == new
    assert old.issued == Issued(Date(2010, 5, 3))
    assert old.year == "2010"
    assert old.fields == {"institution": "I", "location": "Leeds"}


def test_strings_are_joined_and_may_stand_in_another_file():
    texts = {"a.bib": '@misc{k, title = bmj # { and } # "more", date = 2010}', "b.bib": "@string{bmj = {BMJ}}"}
    references, problems = read(texts)
    assert problems == []
    assert references["k"].title == "BMJ and more"


def test_comments_and_preambles_are_no_entries():
    text = "% @misc{old, title = {x}}\n@comment{@misc{old, title = {x}}}\n@preamble{{x}}\nmail me@example.org\n@misc{k, title={T}}"
    assert one(text).key == "k"


def test_a_byte_order_mark_windows_lines_and_round_brackets():
    text = "\ufeff@misc(k,\r\n  title = {T (x)},\r\n  date = 2010\r\n)\r\n"
    assert (one(text).title, one(text).year) == ("T (x)", "2010")


def test_a_place_is_where_the_key_stands():
    references, _ = read({"x.bib": "\n\n  @misc{ k2,\n title = {T}}"})
    where = references["k2"].where
    assert (where.file, where.line, where.column, where.length) == ("x.bib", 3, 10, 2)


LATEX = {
    r"J{\"u}rgen L{\"o}bmann": "Jürgen Löbmann",
    r"Hero{\"\i}ne, Fran{\c c}ois, Dalsb{\o}": "Heroïne, François, Dalsbø",
    r"\'etude \`a \v{S}koda \'{\i} \ss": "étude à Škoda í ß",
    r"{\'E}tienne, {\AA}rhus": "Étienne, Århus",
    "1994--2000 --- {RIOTT} and {The {UK}}": "1994–2000 — RIOTT and The UK",
    "``Double'' and `single' and King's": "“Double” and ‘single’ and King’s",
    "it's 'so' and \"so\"": "it’s ‘so’ and “so”",
    r"50\% \& \$5, \{a\}": "50% & $5, {a}",
    r"\emph{Lancet} \textbf{x} $x^2$": "Lancet x x^2",
    "US$5 to US$10": "US$5 to US$10",
    "a~b\x00\ue001": "a\u00a0b",
    "trailing \\": "trailing \\",
}


@pytest.mark.parametrize("text", LATEX)
def test_latex_becomes_plain_text(text):
    assert plain(text) == LATEX[text]


def test_addresses_lose_only_their_escapes():
    assert verbatim(r"\url{https://x.org/a\_b\%20~c}") == "https://x.org/a_b%20~c"
    assert verbatim("{10.1016/S0140-6736(10)60349-2}") == "10.1016/S0140-6736(10)60349-2"


NAMES = {
    "van den Brink, Wim": Person("Wim", "", "van den", "Brink"),
    "Maria de la Cruz": Person("Maria", "", "de la", "Cruz"),
    "King, Jr., Martin Luther": Person("Martin", "Luther", "", "King", "Jr"),
    "King, Jr.,": Person("", "", "", "King", "Jr"),
    "{Office for National Statistics}": Body("Office for National Statistics"),
    "王, 小明": Person("小明", "", "", "王"),
    "family=Brink, given=Wim, prefix=van den, useprefix=true": Person("Wim", "", "van den", "Brink"),
    "UNILAD": Person("", "", "", "UNILAD"),
}


@pytest.mark.parametrize("text", NAMES)
def test_one_name(text):
    assert read_people(text).names == [NAMES[text]]


def test_several_names_and_others():
    people = read_people("{Bed Bath and Beyond} and Strang, John and others")
    assert people.names == [Body("Bed Bath and Beyond"), Person("John", "", "", "Strang")]
    assert people.others
    assert people.faults == []


DATES = {
    "2010": "2010",
    "2007/2013": "2007–2013",
    "2007--2013": "2007–2013",
    "2019?": "2019?",
    "[2019]": "2019?",
    "2019~": "c. 2019",
    "circa 1990": "c. 1990",
    "2019-05-03T10:00:00Z": "2019",
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text):
    assert year_words(read_issued(text)) == DATES[text]


@pytest.mark.parametrize("text", ["", "2010a", "5/2010", "20100", "2010-02-30", "0000", "２０１０", "2010/x"])
def test_no_dates(text):
    assert read_issued(text) is None


def test_pybtex_stays_as_strict_as_it_was():
    read({"x.bib": "@misc{a, author = {A, B, C, D}, title = {T}}"})
    assert errors.strict is True
    assert errors.captured_errors is None


STARTS = (
    "@article",
    "@misc{",
    "@misc{k, ",
    "@comment{",
    "@string{",
    "key",
    "title = {",
    "author = {",
    "crossref = {k}",
)
INSIDES = ("year = 2010", " and ", "others", "\\'", "\\c ", "doi = {", "url = {javascript:x}")
PIECES = st.sampled_from((*'@{}",=#\n ()%\\$;～\x00', *STARTS, *INSIDES))
TEXTS = st.one_of(st.text(), st.text(alphabet=string.printable), st.lists(PIECES).map("".join))
WHOLE = '\n@article{whole, author = {Strang, John}, title = "A {T}", journal = {J}, year = 2010}\n'


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("@misc{a, author = {" + "{" * 200 + "}" * 200 + "}}")
@example("@misc{a, title = " + "{x} # " * 500 + "{y}}")
def test_no_text_stops_the_reading_or_the_printing(text):
    references, problems = read({"x.bib": text})
    assert all(problem.where.line >= 1 and problem.where.column >= 1 for problem in problems)
    for style in ("numeric", "author-date"):
        Bibliography(references, {}, style, list(references)).entries()


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("@misc{a, title = {never closed,")
@example("@comment{")
@example("@misc{a, title = {x} @")
def test_an_entry_that_parses_alone_parses_behind_any_damage(damage):
    references, _ = read({"x.bib": damage + WHOLE})
    alone, _ = read({"x.bib": WHOLE})
    assert references["whole"] == alone["whole"] or "whole" in damage


def test_five_thousand_entries_are_all_kept():

    text = "".join(WHOLE.replace("whole", f"k{n}") for n in range(5000))
    references, problems = read({"x.bib": text})
    assert len(references) == 5000
    assert problems == []
