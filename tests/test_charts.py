"""Pictures of costs, programmes and statistics: one brief a situation in `tests/charts`, beside what is drawn of it.

To add a situation, write a brief into `tests/charts` and run the tests with BRIEFKIT_ACCEPT=1 in the environment: what is
drawn is written beside it as `<situation>.txt`, without coordinates. Read it before you commit it.
"""

import os

import pytest
from picture_desk import CHARTS, base, clipped, crowded, structure

from briefkit.read_brief import read
from briefkit.render.page import page

SITUATIONS = sorted(path.stem for path in CHARTS.glob("*.md"))
ACCEPT = "BRIEFKIT_ACCEPT"
LIBRARY = base()


def brief(situation):
    return read((CHARTS / f"{situation}.md").read_text("utf-8"), f"briefs/{situation}.md", LIBRARY, {})


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_is_drawn(situation):
    made, problems = brief(situation)
    told = [f"{one.where.line}:{one.where.column} {one.rule}: {one.message} | {one.help}\n" for one in problems]
    said = "\n".join([*told, *(structure(table) for table in made.tables)])
    expected = CHARTS / f"{situation}.txt"
    if os.environ.get(ACCEPT):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text("utf-8")


@pytest.mark.parametrize("situation", [name for name in SITUATIONS if not name.endswith("-refused")])
def test_nothing_is_clipped_and_no_text_lies_over_another(situation):
    for table in brief(situation)[0].tables:
        for drawing in (table.picture.wide, table.picture.narrow):
            assert crowded(drawing) == []
            assert clipped(drawing) == []


def test_there_are_situations():
    assert len(SITUATIONS) >= 15
    assert page
