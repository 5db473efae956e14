"""What an enemy or an unlucky officer can write into a brief, a record or a bibliography, and what must come of it."""

import os

import pytest
from brief_desk import brief, faults, library, said
from evidence_texts import BASE, PROGRAMME
from figure_of import figure_of

from briefkit.disk import read_tree
from briefkit.load import load
from briefkit.read_brief import read
from briefkit.references.read import read as read_references
from briefkit.rules.briefs import check_brief
from briefkit.tables.build import build
from briefkit.values.words import disagreement

GLUED = "stands so close to"


def rules(text: str) -> list[str]:
    """What the rules say of a brief, without the advice on sentences and on words that nobody has seen yet."""
    told = said(check_brief(brief(text)[0], library()))
    return [line for line in told if "uncited-sentence" not in line and "figure-unseen" not in line]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "{{ riott.randomised.full.full }}",
            "6:21+9 unknown-attribute: `full.full` is nothing that a figure can be asked for | did you mean `full`?",
        ),
        (
            "{{ riot.randomised.full.full }}",
            "6:4+25 unknown-name: nothing is called `riot.randomised.full.full` | did you mean `riott`?",
        ),
        (
            "{{ 1e400 }}",
            "6:4+5 expression-syntax: this expression cannot be read | look for a missing comma, quotation mark or bracket",
        ),
        (
            '{{ record("") }}',
            (
                "6:1+16 expression-call: `record` was given ``, which is no id of a record | "
                'write `{{ record("riott").randomised }}`'
            ),
        ),
    ],
)
def test_expressions_that_made_the_engine_stumble(text, problem):
    found = faults(text)
    assert found[:1] == [problem] or found == [problem], found


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("4[127]{=riott.randomised}", "4"),
        ("{{ riott.randomised }}000", "0"),
        ("[127]{=riott.randomised},000", ",0"),
        ("[127]{=riott.randomised}.5", ".5"),
        ("[127]{=riott.randomised} million", "million"),
        ("[127]{=riott.randomised}%", "%"),
        ("£[127]{=riott.randomised}", "£"),
        ("fell by -[127]{=riott.randomised}", "-"),
        ("10–[127]{=riott.randomised}", "10–"),
        ("[127]{=riott.randomised}–200", "–2"),
        ("[127]{=riott.randomised}*5*", "5"),
        ("{{ riott.randomised }}{{ riott.randomised }}", "another figure"),
    ],
)
def test_a_figure_is_not_made_another_from_outside(text, met):
    found = rules(text)
    assert found, text
    wanted = f"figure-glued: `{met.removeprefix('1') if '10–' in met else met}` {GLUED} `127`"
    assert any(wanted in line for line in found), found


@pytest.mark.parametrize(
    "text",
    [
        "([127]{=riott.randomised}), [127]{=riott.randomised}; “[127]{=riott.randomised}”.",
        "a [127]{=riott.randomised}-person trial, [127]{=riott.randomised}’s",
        "[38]{=riott.retention_26w.heroin.events}–[43]{=riott.retention_26w.heroin.total}",
        "*[127]{=riott.randomised}* people, of whom [38 of 43]{=riott.retention_26w.heroin} stayed",
        "its [money]{=scheme.paid_by}s",
    ],
)
def test_what_may_stand_beside_a_figure(text):
    assert rules(text) == []


@pytest.mark.parametrize(
    ("figure", "words", "wrong"),
    [
        ("69%", "69%%", "`69%%` holds words that cannot be compared: `%`"),
        ("3 percentage points", "3% percentage points", "holds words that cannot be compared: `percentage points`"),
        ("9% to 12%", "9% to 12%%", "holds words that cannot be compared: `%`"),
        (
            "£510 (price year 2019 assumed)",
            "£510 (2019 prices)",
            "says as known what is assumed: the price year of `£510`",
        ),
        ('"probably a small fall in crime"', "a small fall in crime", "leaves out `probably`"),
        ('"crime fell in some areas"', "crime fell", "leaves out `some`"),
        ("up to 15", "up to 1\u200b5", "cannot be compared"),
        ("15", "１５", "holds no number that can be compared"),
        ("15", "15⁰", "holds words that cannot be compared"),
    ],
)
def test_words_that_say_more_than_their_figure(figure, words, wrong):
    figure, form = figure_of(figure)
    fault = disagreement(words, figure, form)
    assert fault, words
    assert wrong in fault.message


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("9% to 12%", "9% to 12%"),
        ("9% to 12%", "9 to 12%"),
        ("£510 (price year 2019 assumed)", "£510 (2019 prices, assumed)"),
    ],
)
def test_words_that_say_the_same(figure, words):
    figure, form = figure_of(figure)
    assert disagreement(words, figure, form) is None


@pytest.mark.parametrize("marks", ["*a **b ", "_a __b ", "[@", "[15]{=", "![", "<![CDATA["])
def test_a_paragraph_of_endless_marks_is_refused(marks):
    found = faults(marks * 20_000)
    length = len((marks * 20_000).strip())
    message = f"this paragraph has {length:,} characters; the marks of at most 20,000 are read"
    assert f"6:1+1 paragraph-too-long: {message} | put empty lines between its paragraphs" in [
        line.replace(line.partition(" ")[0], "6:1+1", 1) for line in found
    ]


def test_a_paragraph_of_open_marks_comes_to_an_end():
    assert faults("[" * 20_000) == []
    assert "6:1+2 unclosed-expression: `{{` is never closed | end the expression with `}}`" in faults(
        "{{ a ` " * 20_000
    )


def formulas(*lines: str) -> list[str]:
    text = PROGRAMME.partition("figures:")[0] + "figures:\n" + "".join(f"  {line}\n" for line in lines)
    problems = load(BASE | {"evidence/programmes/clubs.yaml": text})[1]
    return [problem.message for problem in problems if problem.rule == "formula-invalid"]


def test_formulas_that_rest_on_each_other_without_end():
    forwards = ['x0: 1 "1"', *(f"x{n}: {{formula: x{n - 1} + 1, round: 1}}" for n in range(1, 1500))]
    assert formulas(*forwards) == ["more than 50 formulas rest on each other here"]
    backwards = [*(f"x{n}: {{formula: x{n + 1} + 1, round: 1}}" for n in range(1500)), 'x1500: 1 "1"']
    assert set(formulas(*backwards)) == {"more than 50 formulas rest on each other here"}


def test_a_formula_that_grows_past_all_bounds():
    lines = ['x0: 2 "2"', *(f"x{n}: {{formula: x{n - 1} * x{n - 1}, round: 1}}" for n in range(1, 40))]
    assert formulas(*lines) == ["a number in this formula has more than 18 digits"]


def test_signs_that_steer_a_terminal_or_turn_a_line_round_never_leave_a_bibliography():
    text = "@book{smith2020,\n  title = {Free \x1b[31m\u202ebreakfasts},\n}\n"
    references, problems = read_references({"evidence/references/all.bib": text})
    assert [line for line in said(problems) if "control-character" in line] == [
        (
            "2:17+1 control-character: an invisible character stands here: control character U+001B | "
            "delete the character; retype the blank or line break if one is meant"
        ),
        (
            "2:22+1 control-character: an invisible character stands here: right-to-left override (U+202E) | "
            "delete the character; retype the blank or line break if one is meant"
        ),
    ]
    assert references["smith2020"].title.isprintable()


def test_a_broken_record_is_not_said_to_be_missing():
    made = load({"evidence/programmes/clubs.yaml": "titel: Clubs\n"})[0]
    assert build("programmes", made, columns=["place"]) == (None, [])


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_that_leads_round_in_a_ring(tmp_path):
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/ring.md").symlink_to("ring.md")
    assert said(list(read_tree(tmp_path).problems)) == [
        (
            "0:1+1 file-unreadable: this file cannot be read: its link leads round in a ring | "
            "check that you may open it, and that it lies where its link points"
        )
    ]


@pytest.mark.parametrize(
    ("name", "instead"), [("UPPER", "upper"), ("a b", "a-b"), ("a.b", "a-b"), ("-x", "x"), ("日本", "my-brief")]
)
def test_a_brief_that_cannot_be_a_folder_is_not_passed_over(name, instead):
    made, _ = read("---\ntitle: T\ndate: 2026-03-01\nauthors: Jane Doe\n---\n", f"briefs/{name}.md", library())
    assert said(check_brief(made, library())) == [
        (
            f"0:1+1 brief-name: `{name}` cannot be the name of a brief, so this one is not built | rename the file to "
            f"`{instead}.md`: small letters without accents, digits, `-` and `_`"
        )
    ]
