"""Pictures of the base that ships: every call in the guide can be drawn, and whatever is drawn stands clear and is not cut."""

import re
from functools import cache
from pathlib import Path

import pytest
from picture_desk import clipped, crowded

from briefkit.charts import chain, costs, series, timeline
from briefkit.library import Library
from briefkit.load import load
from briefkit.read_brief import read

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs/pictures.md").read_text("utf-8")
CALLS = re.findall(r"^    (\{\{.*\}\})$", GUIDE, re.MULTILINE)


@cache
def shipped() -> Library:
    files = sorted(path for path in (ROOT / "evidence").rglob("*") if path.suffix in (".yaml", ".bib"))
    return load({path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files})[0]


def of_kind(kind):
    return [record.id for record in shipped().of_kind(kind)]


def checked(made):
    """How many pictures were drawn, all of them clear."""
    table, faults = made
    if table is None:
        assert faults, "nothing is drawn, and nothing said"
        return 0
    for drawing in (table.picture.wide, table.picture.narrow):
        assert crowded(drawing) == []
        assert clipped(drawing) == []
    assert {mark.figure for mark in table.picture.wide.marks if mark.figure} <= set(table.figures)
    return 1


@pytest.mark.parametrize("call", CALLS)
def test_every_call_in_the_guide_can_be_drawn(call):
    head = "---\ntitle: A\ndate: 2026-03-01\nauthors: B\n---\n\n"
    made, problems = read(f"{head}{call}\n", "briefs/a.md", shipped(), {})
    assert problems == []
    assert len(made.tables) == 1


def test_costs_of_the_base_stand_clear():
    drawn = sum(checked(costs.build(shipped(), one)) for one in of_kind("cost"))
    assert drawn > 10


def test_timelines_of_the_base_stand_clear():
    wheres = [
        "intervention == 'heroin_assisted_treatment'",
        "intervention == 'drug_consumption_room' and started >= 1980",
    ]
    wheres += ["country == 'GB'", "started >= 2010"]
    assert sum(checked(timeline.build(shipped(), where=where)) for where in wheres) == len(wheres)
    assert checked(timeline.build(shipped(), *of_kind("proposal"))) == 1


def test_series_of_the_base_stand_clear():
    drawn = sum(checked(series.build(shipped(), one)) for one in of_kind("statistic"))
    assert drawn >= 5


def test_arguments_of_the_base_stand_clear():
    drawn = sum(checked(chain.build(shipped(), one)) for one in of_kind("argument"))
    assert drawn == len(of_kind("argument")) > 5


def test_everything_that_the_guide_says_is_refused_is_refused():
    table, faults = costs.build(shipped(), "riott_total", "emcdda_germany")
    assert table is None
    assert [fault.rule for fault in faults] == ["picture-mixed"]
    table, faults = timeline.build(shipped())
    assert (table, [fault.message for fault in faults]) == (None, ["this picture would be taller than a page"])
