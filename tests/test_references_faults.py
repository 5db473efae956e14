"""What entries say wrongly, in the exact words of each problem; the reference is kept all the same."""

import pytest

from briefkit.references.read import read
from briefkit.rulebook import RULES

AFTER = "\n@misc{after, title = {After}}\n"

FIELDS = [
    ("date = {2010a}", "bib-bad-year", "`2010a` is no year or date, in `a`", "write `date = {2010}`"),
    (
        "date = {soon}",
        "bib-bad-year",
        "`soon` is no year or date, in `a`",
        "write `2019`, `2019-05` or `2019-05-03`; `n.d.` for none",
    ),
    ("date = {2010-13-01}", "bib-bad-year", "`2010-13-01` is no year or date, in `a`", "write `date = {2010}`"),
    ("year = 2010, month = {mai}", "bib-bad-date", "`mai` is no month, in `a`", "write `month = may,` or `month = 5,`"),
    (
        "urldate = {3/5/2019}",
        "bib-bad-date",
        "`3/5/2019` is no date, in `a`",
        "write year, month, day: `urldate = {2019-05-03}`",
    ),
    (
        "doi = {S0140}",
        "bib-bad-doi",
        "`S0140` is no DOI, in `a`",
        "a DOI begins with `10.` and holds a `/`: `10.1016/S0140-6736(10)60349-2`",
    ),
    (
        "url = {javascript:alert(1)}",
        "bib-unsafe-url",
        "`javascript:` addresses are never linked, in `a`",
        "only addresses that begin with `https://` or `http://` are; use one or take the field out",
    ),
    (
        "archiveurl = {file:///etc/passwd}",
        "bib-unsafe-url",
        "`file:` addresses are never linked, in `a`",
        "only addresses that begin with `https://` or `http://` are; use one or take the field out",
    ),
    (
        "url = {www.gov.uk/x}",
        "bib-unsafe-url",
        "`www.gov.uk/x` is no full web address, in `a`",
        "write `url = {https://www.gov.uk/x}`",
    ),
    (
        "url = {https://x.org/a b}",
        "bib-unsafe-url",
        "`https://x.org/a b` holds signs that no web address has, in `a`",
        "copy the address again from the browser; a blank is written `%20`",
    ),
    (
        "langid = {Germn}",
        "bib-unknown-language",
        "`Germn` is no language that we know, in `a`",
        "did you mean `German`?",
    ),
    (
        "author = {A, B, C, D}",
        "bib-bad-name",
        "`A, B, C, D` is no name that can be read, in `a`",
        "write `Family, Given`, and join names by `and`",
    ),
    (
        "author = {Smith, J.; Brown, A.}",
        "bib-bad-name",
        "names are joined by semicolons, in `a`",
        "join them by `and`: `Smith, J. and Brown, A.`",
    ),
    (
        "author = {Office for Drugs and Crime}",
        "bib-bad-name",
        "`Office for Drugs and Crime` looks like a body, not a person, in `a`",
        "write it in braces: `{{Office for Drugs and Crime}}`",
    ),
    (
        "crossref = {b}",
        "bib-unknown-crossref",
        "`b` is no entry that can be taken over",
        "write the key of an entry of this bibliography, or the book's own fields here",
    ),
]


@pytest.mark.parametrize(("field", "rule", "message", "way"), FIELDS)
def test_what_a_field_says_wrongly(field, rule, message, way):
    references, problems = read({"r.bib": f"@misc{{a,\n  title = {{T}},\n  {field},\n}}" + AFTER})
    assert [(problem.rule, problem.message, problem.help) for problem in problems] == [(rule, message, way)]
    assert problems[0].where.line == 3
    assert problems[0].where.column == 3 + field.rindex("=") + 2
    assert set(references) == {"a", "after"}


MISSING = [
    (
        "article",
        "title = {T}, date = {2010}",
        "journaltitle",
        "write the journal or newspaper: `journaltitle = {...},`",
    ),
    (
        "article",
        "title = {T}, journal = {J}",
        "date",
        "write the date: `date = {...},`; when there is none, write `date = {n.d.}`",
    ),
    (
        "report",
        "title = {T}",
        "institution",
        "write the body that published it: `institution = {...},`, or `author`, `organization` or `publisher`",
    ),
    ("book", "title = {T}, date = {2010}", "author", "write its author: `author = {...},`, or `editor`"),
    (
        "incollection",
        "author = {A}, title = {T}, date = {2010}",
        "booktitle",
        "write the book that it stands in: `booktitle = {...},`",
    ),
    (
        "thesis",
        "author = {A}, title = {T}, date = {2010}",
        "institution",
        "write the body that published it: `institution = {...},`",
    ),
    ("online", "title = {T}", "url", "write the address: `url = {...},`, or `doi`"),
    ("legislation", "number = {c. 38}", "title", "write its title: `title = {...},`"),
]


@pytest.mark.parametrize(("kind", "fields", "missing", "way"), MISSING)
def test_what_a_kind_of_work_must_say(kind, fields, missing, way):
    references, problems = read({"r.bib": f"@{kind}{{a, {fields}}}"})
    assert [(problem.rule, problem.message, problem.help) for problem in problems] == [
        ("bib-missing-field", f"`a` (@{kind}) has no `{missing}`", way),
    ]
    assert "a" in references


def test_a_key_used_twice_names_the_earlier_place():
    texts = {
        "a.bib": "\n@misc{k1, title = {First}}",
        "b.bib": "@misc{K1, title = {Second}}\n@misc{k1, title = {Third}}",
    }
    references, problems = read(texts)
    assert references["k1"].title == "First"
    assert [problem.message for problem in problems] == [
        "`K1` is already in a.bib:2 as `k1`; the first is used",
        "`k1` is already in a.bib:2; the first is used",
    ]
    assert (problems[1].where.file, problems[1].where.line, problems[1].where.column) == ("b.bib", 2, 7)


def test_an_unknown_type_is_printed_plainly_and_a_near_one_suggested():
    references, problems = read({"r.bib": "@artcle{a, title = {T}}\n@zebra{b, title = {U}}"})
    assert [(problem.message, problem.help) for problem in problems] == [
        ("`@artcle` is no type of reference, in `a`", "did you mean `@article`?"),
        (
            "`@zebra` is no type of reference, in `b`",
            "write `@article`, `@report`, `@book`, `@online` or `@misc`; `briefkit explain bib-unknown-type` lists all",
        ),
    ]
    assert references["a"].type == "other"


def test_a_key_that_cannot_be_cited():
    _, problems = read({"r.bib": "@misc{drug report 2016, title = {T}}"})
    assert [(problem.message, problem.help) for problem in problems] == [
        (
            "`drug report 2016` cannot be cited: a key holds no blanks or other signs",
            "write `drug_report_2016`: letters, digits and `_ - . : +`",
        ),
    ]


def test_every_rule_reported_here_is_in_the_rulebook():
    assert {rule for _, rule, _, _ in FIELDS} | {"bib-missing-field", "bib-duplicate-key", "bib-bad-key"} <= set(RULES)
