"""Every mistake in a one-line figure has its own words and points at its own place.

The cases are plain text in `tests/figures`: what an officer wrote, the part that is blamed, the rule, the
message and the way out.
"""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from briefkit.records.figure_form import DateField, FactField, FigureField
from briefkit.rulebook import RULES
from briefkit.rulebook.figures import FIGURES
from briefkit.rulebook.quotations import QUOTATIONS

CASES = Path(__file__).parent / "figures"
FIELDS = {"numbers.txt": FigureField, "dates.txt": DateField, "facts.txt": FactField}
SAID = [(name, block) for name in FIELDS for block in (CASES / name).read_text("utf-8").strip("\n").split("\n\n")]
NOT_ON_ONE_LINE = {"figure-form", "figure-too-long", "said-twice", "formula-with-value"}
IN_BRIEFS = {"bound-words-differ", "bound-words-unread"}


def told(text, field):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(field).validate_python(text)
    (error,) = caught.value.errors()
    context = error["ctx"]
    underline = " " * context["offset"] + "^" * context["length"]
    return f"{text}\n{underline} {context['rule']}: {error['msg']}\n  = {context['help']}"


@pytest.mark.parametrize(("name", "block"), SAID)
def test_a_mistake_is_told_in_its_own_words_at_its_own_place(name, block):
    assert told(block.split("\n", 1)[0], FIELDS[name]) == block


def test_every_rule_about_figures_is_met_by_a_case_or_by_the_tests_of_the_long_form():
    met = {block.split("\n")[1].strip(" ^").split(":")[0] for _, block in SAID}
    known = {rule.id for family in (FIGURES, QUOTATIONS) for rule in family.rules}
    assert known == met | NOT_ON_ONE_LINE | IN_BRIEFS
    assert known <= set(RULES)


@pytest.mark.parametrize(
    "words", ["66% [n=28] vs 19% [n=8]", "95% confidence interval [CI], 1.2", "as shown before [12]"]
)
def test_brackets_that_papers_print_may_be_quoted(words):
    assert TypeAdapter(FactField).validate_python(f'"{words}"').stated.quote.exact == words
