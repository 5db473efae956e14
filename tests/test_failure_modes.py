"""Each of the twenty failure modes is stopped by something that exists, and a test holds it."""

import re
from pathlib import Path

import pytest

from briefkit.rulebook import RULES

ROOT = Path(__file__).parent.parent
ROWS = re.findall(r"^\| (\d+) \|(.+)\|$", (ROOT / "docs/failure-modes.md").read_text("utf-8"), re.MULTILINE)
BY_TYPE = re.compile(r"by type|no field can hold|a part of the unit")


def test_there_are_twenty():
    assert [int(number) for number, _ in ROWS] == list(range(1, 21))


@pytest.mark.parametrize("cells", [row.split(" | ") for _, row in ROWS], ids=[number for number, _ in ROWS])
def test_each_mode_is_stopped_and_tested(cells):
    _, _, stops, tests = cells
    rules = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", stops)
    assert [rule for rule in rules if rule not in RULES] == []
    assert rules or BY_TYPE.search(stops)
    files = [name.strip() for name in tests.split(",")]
    assert [name for name in files if not (ROOT / name).is_file()] == []
    assert files
    held = " ".join((ROOT / name).read_text("utf-8") for name in files)
    assert not rules or any(rule in held or rule.replace("-", "_") in held for rule in rules)
