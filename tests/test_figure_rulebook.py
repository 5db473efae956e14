"""The examples in the rulebook and in the page for officers are true: the wrong ones fail by that rule, the right ones pass."""

import re
from pathlib import Path

import pytest
from figure_of import figure_of
from figure_strategies import UNITS
from pydantic import TypeAdapter, ValidationError

from briefkit.records.figure_form import DateField, FactField, FigureField
from briefkit.rulebook.figures import FIGURES
from briefkit.rulebook.quotations import QUOTATIONS
from briefkit.values.line import read_line
from briefkit.values.stated import Stated
from briefkit.values.words import disagreement
from briefkit.yamlfile import plain, read

PAGE = (Path(__file__).parent.parent / "docs/figures.md").read_text("utf-8")
FIELDS = {"closed": DateField, "paid_by": FactField}
RULES = [rule for family in (FIGURES, QUOTATIONS) for rule in family.rules]
# These examples stand for a text too long to be printed, or are lines of a brief.
TOLD_IN_WORDS = {"quote-too-long", "figure-too-long", "bound-words-differ", "bound-words-unread"}
SHOWN = [rule for rule in RULES if rule.id not in TOLD_IN_WORDS]


def reported(example):
    """The rule that a line of YAML breaks; empty when it is fine."""
    node, _ = read(example, "example.yaml")
    assert node is not None
    ((key, data),) = plain(node).items()
    try:
        TypeAdapter(FIELDS.get(key, FigureField)).validate_python(data, context={"units": UNITS})
    except ValidationError as caught:
        return caught.errors()[0]["ctx"]["rule"]
    return ""


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_wrong_example_breaks_its_rule_and_the_right_one_none(rule):
    assert reported(rule.wrong) == rule.id
    assert reported(rule.right) == ""


def cells(heading):
    """The rows of the table under a heading of the page."""
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in section.split("\n") if line.startswith("| ")
    ]
    return rows[1:]


def test_the_values_on_the_page_can_be_read():
    for line in re.findall(r"^\| (?:value)? ?\| (?!a date).*\| (.+) \|$", PAGE, re.MULTILINE):
        for example in re.findall(r"`([^`]+)`", line):
            assert isinstance(read_line(example, UNITS), Stated), example


@pytest.mark.parametrize("row", cells("What words bound to a figure may say"), ids=lambda row: row[0])
def test_the_page_says_truly_which_words_may_be_bound(row):
    line = row[0].strip("`")
    figure, _ = figure_of(f"date {line}" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", line) else line)
    for words in row[1].split("; "):
        assert disagreement(words, figure, "", UNITS) is None, words
    for words in row[2].split("; "):
        assert disagreement(re.sub(r" \(.*\)$", "", words), figure, "", UNITS) is not None, words


def test_the_page_names_every_built_in_attribute():
    from briefkit.values.write import ATTRIBUTES

    for name in ATTRIBUTES:
        assert f".{name}" in PAGE
