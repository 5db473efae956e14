"""Slips in the form of a .bib file, in their exact words, and that none costs another entry or field."""

import pytest

from briefkit.problems import show
from briefkit.references.read import read
from briefkit.rulebook import RULES

AFTER = "\n@misc{after, title = {After}}\n"

SYNTAX = {
    "the last brace is lost": (
        "@article{a,\n  title = {T},\n  journal = {J},\n  year = {2010}\n",
        """\
error[bib-syntax]: `a` is never closed
  --> r.bib:1:1
 1 | @article{a,
   | ^^^^^^^^^ write `}` behind its last field""",
    ),
    "the brace of the last value is lost": (
        "@article{a,\n  title = {T},\n  journal = {J},\n  year = {2010\n}",
        """\
error[bib-syntax]: the brace that opens `year` is never closed, in `a`
  --> r.bib:4:10
 4 |   year = {2010
   |          ^ write `},` at the end of `year`""",
    ),
    "the brace of an early value is lost": (
        "@article{a,\n  title = {T,\n  journal = {J},\n  year = {2010}\n}",
        """\
error[bib-syntax]: the brace that opens `title` is never closed, in `a`
  --> r.bib:2:11
 2 |   title = {T,
   |           ^ write `},` at the end of `title`""",
    ),
    "a quotation mark is lost": (
        '@article{a,\n  title = "T,\n  journal = {J},\n  year = {2010}\n}',
        """\
error[bib-syntax]: the quotation mark that opens `title` is never closed, in `a`
  --> r.bib:2:11
 2 |   title = "T,
   |           ^ write `",` at the end of `title`""",
    ),
    "a comma is lost": (
        "@article{a,\n  title = {T}\n  journal = {J},\n  year = {2010}\n}",
        """\
error[bib-syntax]: no comma after the value of `title`, in `a`
  --> r.bib:2:13
 2 |   title = {T}
   |             ^ end `title` with `,`""",
    ),
    "the comma after the key is lost": (
        "@article{a\n  title = {T},\n  journal = {J},\n  year = {2010}\n}",
        """\
error[bib-syntax]: no comma after the key `a`
  --> r.bib:1:11
 1 | @article{a
   |           ^ write `a,`""",
    ),
    "an equals sign is lost": (
        "@article{a,\n  title {T},\n  journal = {J},\n  year = {2010}\n}",
        """\
error[bib-syntax]: no `=` after `title`, in `a`
  --> r.bib:2:3
 2 |   title {T},
   |   ^^^^^ write `title = {...}`""",
    ),
    "a brace too many": (
        "@article{a,\n  title = {T}},\n  journal = {J},\n  year = {2010}\n}",
        """\
error[bib-syntax]: `}` closes `a` too early
  --> r.bib:2:14
 2 |   title = {T}},
   |              ^ take this `}` out: fields follow""",
    ),
    "a quotation inside quotation marks": (
        '@article{a,\n  title = "T "x" y",\n  journal = {J},\n  year = {2010}\n}',
        """\
error[bib-syntax]: words behind the value of `title`, in `a`
  --> r.bib:2:15
 2 |   title = "T "x" y",
   |               ^^^^^ inside quotation marks, write a quotation in braces; then end the value with `,`""",
    ),
    "something that is no field": (
        "@article{a,\n  title = {T},\n  ???\n  journal = {J},\n  year = 2010}",
        """\
error[bib-syntax]: this cannot be read as a field, in `a`
  --> r.bib:3:3
 3 |   ???
   |   ^^^ a field is written `name = {value},`""",
    ),
    "a value without braces": (
        "@article{a,\n  title = {T},\n  journal = J, year = 2010}",
        """\
error[bib-no-braces]: the value of `journal` stands without braces, in `a`
  --> r.bib:3:13
 3 |   journal = J, year = 2010}
   |             ^ write `journal = {J},` or define @string{J = {...}}""",
    ),
    "a field twice": (
        "@article{a,\n  title = {T}, title = {U},\n  journal = {J}, year = 2010}",
        """\
error[bib-duplicate-field]: `a` says `title` twice; the first, in line 2, is used
  --> r.bib:2:16
 2 |   title = {T}, title = {U},
   |                ^^^^^ take one of the two out""",
    ),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_a_slip_in_the_form_costs_nothing_but_is_reported(name):
    text, expected = SYNTAX[name]
    references, problems = read({"r.bib": text + AFTER})
    assert [show(problem, "error", text + AFTER) for problem in problems] == [expected]
    kept = references["a"]
    assert (kept.title, kept.fields["journaltitle"], kept.year) == ("T", "J", "2010")
    assert references["after"].title == "After"


LOST = {
    "@article{title = {T},\n  journal = {J}}": "this @article has no key, so nothing can cite it",
    "@comment{ never { closed": "this @comment is never closed",
    "@article a,\n  title = {T}\n}": "no brace after `@article`: the entry cannot be read",
}


@pytest.mark.parametrize("text", LOST)
def test_what_cannot_be_kept_is_reported_and_the_next_entry_is_read(text):
    references, problems = read({"r.bib": text + AFTER})
    assert [problem.message for problem in problems] == [LOST[text]]
    assert list(references) == ["after"]


def test_an_entry_within_the_line_of_a_damaged_one_is_kept():
    references, problems = read({"r.bib": "@misc{a, title = {x @misc{b, title = {B}}" + AFTER})
    assert {key: one.title for key, one in references.items()} == {"a": "x", "b": "B", "after": "After"}
    assert [problem.message for problem in problems] == ["the brace that opens `title` is never closed, in `a`"]


def test_all_these_slips_are_reported_in_one_run():
    text = "\n".join(slip.replace("@article{a", f"@article{{k{n}") for n, (slip, _) in enumerate(SYNTAX.values()))
    references, problems = read({"r.bib": text + AFTER})
    assert len(references) == len(SYNTAX) + 1
    assert len(problems) == len(SYNTAX)


def test_the_rules_of_form_are_in_the_rulebook():
    texts = {f"{n}.bib": text for n, (text, _) in enumerate(SYNTAX.values())}
    assert {problem.rule for problem in read(texts)[1]} <= set(RULES)
