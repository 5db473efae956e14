"""The fault generator itself, and a few of its faults; `make faults` runs hundreds."""

import re
from functools import cache

import pytest
from faults.__main__ import table
from faults.draw import drawn, every_fault
from faults.measure import Outcome, alarms, begin, outcome
from faults.project import faulty_ground, shipped
from faults.sites import Fault

SURE = (
    "arm changed in prose",
    "country changed in prose",
    "digit changed in a quote, copy at hand",
    "digit changed in a value",
    "digits swapped in prose",
    "number typed by hand",
    "page changed in a record, copy at hand",
    "price year removed",
    "qualifier dropped from a value",
    "quote from the reference list",
    "words left out of a quote, copy at hand",
)
"""Kinds of which one fault each is tried here."""


pytestmark = pytest.mark.xdist_group("faults")  # the project with its faults is made once, by one worker


@cache
def ground():
    return faulty_ground()


@cache
def faults() -> list[Fault]:
    return list(every_fault(ground(), 1))


def test_the_untouched_project_gives_no_alarm():
    assert list(alarms(shipped(), "draft")) == []


def test_there_are_faults_of_every_kind():
    kinds = {fault.kind for fault in faults()}
    modes = {int(found[1]) for kind in kinds if (found := re.match(r"d\.(\d\d) ", kind))}
    assert modes == set(range(2, 21)) - {
        11,
        16,
    }  # d.01 is every change of a digit; see faults.kinds_modes for the others
    assert set(SURE) <= kinds
    assert len(drawn(faults(), 10, 1)) >= 400


def test_a_draw_is_the_same_each_time():
    assert drawn(faults(), 3, 7) == drawn(faults(), 3, 7)


def test_every_fault_changes_a_file():
    before = ground()
    for fault in drawn(faults(), 20, 1):
        assert any(before.texts.get(file) != text for file, text in fault.texts.items()), fault


@pytest.fixture(scope="module")
def _ground():
    begin(ground())


@pytest.mark.usefixtures("_ground")
@pytest.mark.parametrize("kind", SURE)
def test_a_fault_is_caught_by_a_rule_that_names_it(kind):
    [fault] = drawn([one for one in faults() if one.kind == kind], 1, 1)
    found = outcome(fault)
    assert found.how == "own", (fault.where, fault.did, found.rules)


def test_the_table_counts_what_became_of_them():
    fault = Fault("kind", "a:1", "`1` -> `2`", {}, frozenset())
    lines = table([Outcome(fault, "own", ()), Outcome(fault, "missed", ())])
    assert lines[1].split() == ["kind", "2", "1", "0", "0", "1"]
    assert lines[2].split() == ["all", "2", "1", "0", "0", "1"]
