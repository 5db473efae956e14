"""Words that stand twice, and the ways in which an officer says which are meant; cells of a table among them."""

import pytest

from briefkit.sources.extract import extract
from briefkit.sources.find import find, index
from briefkit.values import Quote

SAID = "Retention was 88% in the heroin group"
PAPER = "\n\n".join(
    (
        "Abstract",
        f"Findings: {SAID} at week 26.",
        "Introduction",
        "Many words were said here. " * 250,
        f"The trial ended. {SAID} at week 26.",
    )
)
TABLE = (
    "<html><body><article><p>The table shows it.</p><table><tr><th>Arm</th><th>n</th><th>Kept</th></tr>"
    "<tr><th>Retention at 26 weeks</th><td>38</td><td>88 (73-95)</td></tr><tr><td>Retention, methadone</td><td>29</td><td>69</td></tr>"
    "</table><p>Some other paragraph.</p></article></body></html>"
)


def look(text, quote, at=None, **around):
    return find(Quote(quote, **around), index(extract(text.encode(), "a")), at=at)


def test_the_abstract_is_named():
    assert look(PAPER, SAID, at="abstract").place == "paragraph 2"


def test_a_prefix_is_offered_for_each_place():
    finding = look(PAPER, SAID, at="Results")
    assert finding.verdict == "twice"
    assert finding.help == "say which one is meant: `prefix: Findings` or `prefix: The trial ended`, or quote more"


def test_what_is_offered_works():
    assert look(PAPER, SAID, prefix="The trial ended").passed


@pytest.mark.parametrize(
    ("quote", "around"),
    [
        ("88 (73-95)", {"prefix": "Retention at 26 weeks 38"}),
        ("38", {"prefix": "26 weeks", "suffix": "88 (73"}),
        ("69", {"prefix": "Retention, methadone 29"}),
    ],
)
def test_a_cell_is_told_by_its_neighbours(quote, around):
    assert look(TABLE, quote, **around).message == ""


@pytest.mark.parametrize(
    ("quote", "around"),
    [
        ("69", {"prefix": "Retention at 26 weeks 38"}),
        ("88", {"prefix": "Retention at 26 weeks"}),
        ("29", {"prefix": "methadone", "suffix": "70"}),
        ("69", {"suffix": "Some other paragraph"}),
    ],
)
def test_neighbours_are_those_that_stand_there(quote, around):
    assert not look(TABLE, quote, **around).passed
