"""From a file to a brief: front matter, own figures, parameters, headings; and what is left when something is wrong."""

import pytest
from brief_desk import HEAD, brief, faults, library, said

from briefkit.read_brief import read
from briefkit.values import Date

OWN = """---
title: Places in {{ area }} for [up to 15]{=scheme.places_planned}
question: What does *one* place cost?
answer: A place would cost {{ cost_per_place }}.
date: 2026-03-01
authors: [Jane Doe, John Roe]
parameters: {area: Durham}
figures:
  cost_per_place: {formula: scheme.running_cost / scheme.places_planned, round: 0, assumes: all places filled}
---
"""


def read_all(text):
    made, problems = read(text, "briefs/one.md", library())
    return made, said(problems)


def test_a_brief_with_all_that_it_can_bring():
    made, problems = brief("## It costs {{ cost_per_place }}\n\nAnd [about £16,667]{=one.cost_per_place}.", OWN)
    assert said(problems) == []
    assert made.slug == "one"
    assert made.front.date == Date(2026, 3, 1)
    assert made.front.authors == ("Jane Doe", "John Roe")
    assert made.parameters == {"area": "Durham"}
    assert made.title_text.replace("\u00a0", " ") == "Places in Durham for up to 15"
    assert made.question_text == "What does one place cost?"
    assert made.answer_text.replace("\u00a0", " ") == "A place would cost about £16,667."
    assert list(made.figures) == ["one.cost_per_place"]
    assert made.figures["one.cost_per_place"].derivation.inputs == ("scheme.running_cost", "scheme.places_planned")
    assert made.cited == ("independent2019",)
    assert [(one.level, one.text.replace("\u00a0", " "), one.anchor) for one in made.headings] == [
        (2, "It costs about £16,667", "it-costs")
    ]


def test_headings_have_anchors_of_their_own_that_stay():
    made, _ = brief(
        "## Costs\n\n## *Costs*\n\n## 汉 é!\n\n## {{ riott.randomised }}\n\n## 2019\n\n## Ref-erences\n\n## Costs 2\n"
    )
    assert [one.anchor for one in made.headings] == [
        *("costs", "costs-2", "汉-é", "section", "section-2019", "section-ref-erences"),
        "costs-2-2",
    ]
    assert [token.attrs["id"] for token in made.tokens if token.type == "heading_open"] == [
        one.anchor for one in made.headings
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1+1 front-matter-missing: the first line is not `---`"),
        ("## Costs\n---\n", "1:1+8 front-matter-missing: the first line is not `---`"),
        ("---\ntitle: A\n\n## Costs\n", "1:1+3 front-matter-missing: the front matter is never closed"),
    ],
)
def test_without_front_matter_there_is_no_brief(text, problem):
    made, problems = read_all(text)
    assert made is None
    assert [line.split(" | ")[0] for line in problems] == [problem]
    assert problems[0].endswith(
        "a brief begins with its front matter: a line `---`, `title:`, `date:`, `authors:`, a line `---`"
    )


def test_front_matter_that_is_no_yaml():
    made, problems = read_all("---\ntitle: [a\n---\nText\n")
    assert made is None
    assert [line.split(" ")[1] for line in problems] == ["unclosed-bracket:"]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    text = OWN + "## Costs\n\nIt is {{ riot.x }}.\n"
    made, problems = read_all("\ufeff" + text.replace("\n", "\r\n"))
    other, others = read_all(text)
    assert made is not None
    assert problems == others
    assert problems == ["13:10+6 unknown-name: nothing is called `riot.x` | did you mean `riott`?"]
    assert made.headings == other.headings


def test_fields_that_cannot_be_read_leave_the_rest():
    head = "---\ntitel: A\nquestion: Why?\ndate: 2026-13-01\nauthors: Jane Doe\nfigures:\n  one: 3\n  two: {formula: riot.x}\n---\n"
    made, problems = brief("{{ two }} and {{ one }}", head)
    assert made.question_text == "Why?"
    assert made.title_text == "Untitled"
    assert [p.rule for p in sorted(problems)] == [
        "unknown-field",
        "date-impossible",
        "own-figure-unsourced",
        "formula-unknown",
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "parameters: {riott: Durham}",
            "4:14+5 name-taken: `riott` is the id of a record already | choose another name",
        ),
        (
            "parameters: {table: Durham}",
            (
                "4:14+5 name-taken: nothing can be called `table`: the word means something else in expressions | choose another "
                "name"
            ),
        ),
        (
            "parameters: {broken_one: Durham}",
            "4:14+10 name-taken: `broken_one` is the id of a record already | choose another name",
        ),
        (
            "figures: {places: 60 places}",
            (
                "4:19+9 own-figure-unsourced: the figure `places` names no source | add its source, `(cite KEY)` and the quote, or "
                "derive it from figures of the base with `formula:`"
            ),
        ),
    ],
)
def test_names_that_a_brief_cannot_bring(line, problem):
    assert faults("", HEAD.replace("authors:", f"{line}\nauthors:")) == [problem]


def test_an_own_figure_with_a_source():
    head = HEAD.replace("authors:", "figures: {places: '60 places \"sixty\" (cite strang2010; at p. 2)'}\nauthors:")
    made, problems = brief("For {{ places.full }}.", head)
    assert said(problems) == []
    assert made.claims[0].text.replace("\u00a0", " ") == "For 60 places."
    assert made.claims[0].citations[0].locator == "p. 2"


def test_an_unknown_name_is_looked_for_among_the_own_ones_first():
    assert faults("{{ aera }} {{ cost_per_plce }}", OWN) == [
        "11:4+4 unknown-name: nothing is called `aera` | did you mean `area`?",
        "11:15+13 unknown-name: nothing is called `cost_per_plce` | did you mean `cost_per_place`?",
    ]


def test_a_text_folded_over_lines_has_one_place():
    head = HEAD.replace("authors:", "answer: One {{ riot.x }} more words\n  and another {{ riot.y }}.\nauthors:")
    assert [line.split(" ")[0] for line in faults("", head)] == ["4:9+27", "4:9+27"]
    made, _ = brief("", HEAD.replace("authors:", "answer: One thing.\n  Another thing.\nauthors:"))
    assert [(claim.where.line, claim.where.column) for claim in made.claims] == [(4, 9), (4, 9)]


def test_reading_twice_gives_the_same():
    text = OWN + "## Costs {{ riott.randomised }}\n\n- a [@strang2010]\n- {{ cost_per_place }}\n"
    assert read(text, "briefs/one.md", library())[0].claims == read(text, "briefs/one.md", library())[0].claims
