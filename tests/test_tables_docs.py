"""The officers' page on tables says what the code does."""

import re
from pathlib import Path

from briefkit.tables.ask import ARGUMENTS, COLUMN_KEYS
from briefkit.tables.fault import Fault
from briefkit.tables.parse import parse

PAGE = Path(__file__).parent.parent.joinpath("docs", "tables.md").read_text(encoding="utf-8")


def test_every_argument_is_explained():
    assert [name for name in ARGUMENTS if f"`{name}`" not in PAGE] == []
    assert [key for key in COLUMN_KEYS if f'"{key}"' not in PAGE] == []


def test_every_condition_can_be_read():
    conditions = re.findall(r'where="([^"]+)"', PAGE)
    assert len(conditions) >= 3
    assert [found for found in map(parse, conditions) if isinstance(found, Fault)] == []
