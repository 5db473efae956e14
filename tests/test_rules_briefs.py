"""The rules that a readable brief has to keep besides."""

from dataclasses import replace

import pytest
from brief_desk import brief, faults, library, said

from briefkit.rulebook import RULES
from briefkit.rules.briefs import check_brief


def found(text: str) -> list[str]:
    return said(check_brief(brief(text)[0], library()))


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("## A\n\n### B\n\n## C\n\n### D\n\n#### E", []),
        ("# A", ["6:1+3 heading-is-title: `A` is a second title | begin it with `##`"]),
        ("### A", ["6:1+5 heading-skips: `A` skips a level | begin it with `##`"]),
        ("## A\n\n#### B", ["8:1+6 heading-skips: `B` skips a level | begin it with `###`"]),
        (
            "## A\n\n### B\n\n#### C\n\n##### D",
            [
                (
                    "12:1+7 heading-skips: `D` is deeper than a reader can follow | use at most `####`, or make it a paragraph that "
                    "begins in bold"
                )
            ],
        ),
        ("##", ["6:1+2 heading-empty: this heading has no words | write what the section says"]),
    ],
)
def test_headings(text, problems):
    assert found(text) == problems


def test_a_sentence_that_cites_nothing():
    text = "The trials were well run. In it {{ riott.randomised }} took part. So it was said [@strang2010]."
    assert [line for line in found(text) if "figure-unseen" not in line] == [
        (
            "6:1+26 uncited-sentence: nothing stands behind `The trials were well run.` | cite its source, `[@key, p. 3]`, or put "
            "it into a `::: judgement` block when it is your own view, or into `::: method` when it tells how you worked"
        )
    ]
    assert (RULES["uncited-sentence"].draft, RULES["uncited-sentence"].publish) == ("advice", "warning")


@pytest.mark.parametrize(
    "text",
    [
        "Sources",
        "These trials found this:",
        "::: judgement\nWe would pay for more places.\n:::",
        "::: method\nWe read every report of the trials in full.\n:::",
        "::: unknown\nNobody has asked what happens to families.\n:::",
        "## A heading with many words in it",
    ],
)
def test_what_need_not_cite(text):
    assert found(text) == []


def test_a_sentence_with_a_gap_in_it_is_not_blamed_twice():
    assert found("In it {{ riott.no_such_thing }} people took part. And then [many of them]{=riott.no} went.") == []


def test_cited_reference_of_which_nothing_is_held():
    made = brief("It fell [@strang2010; @metrebian2015].")[0]
    held = {key: source for key, source in library().sources.items() if key != "strang2010"}
    told = [p for p in check_brief(made, replace(library(), sources=held)) if p.rule == "source-unrecorded"]
    assert [(p.where.file, p.message, p.help) for p in told] == [
        (
            "evidence/references/all.bib",
            "nothing says what sort of document `strang2010` is",
            "write `evidence/sources/strang2010.yaml`, as docs/editing-evidence.md shows",
        )
    ]


def test_heading_without_its_blank():
    assert said([p for p in brief("##What it costs\n\nText #1.")[1] if p.rule == "heading-blank"]) == [
        "6:1+6 heading-blank: `##What` is no heading without a blank behind the `##` | write `## What`"
    ]


def test_block_of_an_unknown_name_is_blamed_once():
    found = faults("::: judgment\nThis is what we think of it.\n:::")
    made = brief("::: judgment\nThis is what we think of it.\n:::")[0]
    assert [line.split()[1] for line in found] == ["unknown-block:"]
    assert check_brief(made, library()) == []
