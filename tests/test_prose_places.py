"""Every mark of a brief is pointed at exactly, wherever Markdown puts it."""

import pytest
from brief_desk import HEAD, brief

from briefkit.brief import CitationGroup, FigureUse
from briefkit.problems import Where

PLACES = {
    "paragraph": "Some words\n  and {{ HERE }} there.",
    "list item": "- one\n- two\n\n  and {{ HERE }}",
    "nested list": "1. one\n   - two {{ HERE }}",
    "lazy line": "> quoted\nlazily {{ HERE }}",
    "quotation": "> quoted\n> > twice {{ HERE }}",
    "heading": "## What ## is {{ HERE }} ##",
    "underlined heading": "What is\n{{ HERE }}\n-------",
    "cell": "| a | b |\n|---|---|\n| x \\| y | z {{ HERE }} |",
    "cell without outer bars": "a | b\n--|--\nx \\| y {{ HERE }} | z",
    "repeated cell": "| a | b |\n|---|---|\n| {{ riott.randomised }} | {{ HERE }} |",
    "cell in a quotation": "> | a | b |\n> |---|---|\n> | a | {{ HERE }} |",
    "cell in a list": "1. | 1 | b |\n   |---|---|\n   | 1 | {{ HERE }} |",
    "header cell": "| a | {{ HERE }} |\n|---|---|\n| x | y |",
    "block": "::: key-messages\n- one {{ HERE }}\n:::",
    "block in a block": ":::: unknown\n::: judgement\n\ta {{ HERE }}\n:::\n::::",
    "footnote": "a[^1]\n\n[^1]: first\n\n    second {{ HERE }}",
    "definition": "Term\n: said {{ HERE }}",
    "term": "Term {{ HERE }}\n: said",
    "after an expression over lines": '{{ plain("a",\n  why="b c") }} {{ HERE }}',
    "in a cell after another": "| a |\n|---|\n| {{ riott.randomised }} {{ HERE }} |",
    "emphasis": "a **b *c {{ HERE }}* d**",
    "link": "a [b {{ HERE }} c](https://example.org)",
    "after an entity": "a &amp; \\* {{ HERE }}",
    "after a tab": "a\n\tb\t{{ HERE }}",
    "accents": "é ü 汉 {{ HERE }}",
    "indented": "      a {{ HERE }}",
}


def place_of(text: str, mark: str) -> tuple[int, int]:
    """Line and column of a mark in the file of a brief with this body."""
    before = (HEAD + text).partition(mark)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def placed(text: str, kind: type) -> list[Where]:
    """The places of all figures or citations, in the order of the page."""
    tokens = brief(text)[0].tokens
    return [
        child.meta["noun"].where
        for token in tokens
        for child in token.children or []
        if isinstance(child.meta.get("noun"), kind) and not getattr(child.meta["noun"], "gathered", False)
    ]


@pytest.mark.parametrize("name", PLACES)
def test_the_place_of_an_expression(name):
    text = PLACES[name].replace("HERE", "scheme.running_cost")
    line, column = place_of(text, "{{ scheme.running_cost }}")
    assert Where("briefs/one.md", line, column, 25) in placed(text, FigureUse)


@pytest.mark.parametrize("name", PLACES)
def test_the_place_of_bound_words(name):
    mark = "[127]{=riott.randomised}"
    text = PLACES[name].replace("{{ HERE }}", mark)
    line, column = place_of(text, mark)
    assert Where("briefs/one.md", line, column, len(mark)) in placed(text, FigureUse)


@pytest.mark.parametrize("name", [name for name in PLACES if name != "link"])
def test_the_place_of_a_citation(name):
    text = PLACES[name].replace("{{ HERE }}", "[@metrebian2015] x")
    line, column = place_of(text, "[@metrebian2015]")
    assert Where("briefs/one.md", line, column, 16) in placed(text, CitationGroup)


def test_the_place_in_a_title():
    head = HEAD.replace("A title", "'In {{ riot.x }} and [3]{=riott.randomised}'")
    problems = brief("", head)[1]
    assert [(p.rule, p.where.line, p.where.column, p.where.length) for p in sorted(problems)] == [
        ("unknown-name", 2, 15, 6),
        ("bound-words-differ", 2, 30, 1),
    ]


def test_a_title_folded_over_lines_is_pointed_at_as_a_whole():
    head = HEAD.replace("title: A title", "title: >-\n  In the\n  {{ riot.x }}")
    (problem,) = brief("", head)[1]
    assert (problem.rule, problem.where.line) == ("unknown-name", 2)
