"""What a project may set for itself: the `[tool.briefkit]` table of its `pyproject.toml`.

Everything here has a default, so that a project without the table, or without the file, builds just the same.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from briefkit.problems import Problem, Where, did_you_mean, listed

FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A project's own choices."""

    snapshots: tuple[str, ...] = ("snapshots",)
    """Folders in which stored copies of sources are looked for, relative to the project's folder."""


def read_settings(text: str | None, file: str = FILE) -> tuple[Settings, list[Problem]]:
    """The settings in the text of a `pyproject.toml`, and what is wrong with them; what is wrong keeps its default."""
    if text is None:
        return Settings(), []
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return Settings(), [_broken(str(fault), file)]
    tool = tree.get("tool", {})
    table = tool.get("briefkit", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        where = _place(text, file, "briefkit")
        return Settings(), [Problem(where, "settings-wrong", "`tool.briefkit` is not a table", "write [tool.briefkit]")]
    return _checked(table, text, file)


def _checked(table: Mapping[str, Any], text: str, file: str) -> tuple[Settings, list[Problem]]:
    """Each setting tested by itself, so that one slip loses no other."""
    known = [field.name for field in fields(Settings)]
    good: dict[str, tuple[str, ...]] = {}
    problems = []
    for key, value in table.items():
        if key not in known:
            way = did_you_mean(key, known, f"the settings are {listed(known, joint='and')}")
            message = f"`{key}` is not a setting of briefkit"
            problems.append(Problem(_place(text, file, key), "settings-unknown", message, way))
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            good[key] = tuple(value)
        else:
            message, way = f"`{key}` must be a list of texts", f'write {key} = ["..."]'
            problems.append(Problem(_place(text, file, key), "settings-wrong", message, way))
    return Settings(**good), problems


def _broken(words: str, file: str) -> Problem:
    """TOML that cannot be read at all."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", words)
    where = Where(file, int(found[1]), int(found[2])) if found else Where(file, 0)
    fact = re.sub(r" \(at .*\)$", "", words)
    way = "the file has the format TOML: text stands in quotation marks, lists in [square brackets]"
    return Problem(where, "settings-broken", f"this file cannot be read: {fact[:1].lower()}{fact[1:]}", way)


def _place(text: str, file: str, key: str) -> Where:
    """Where a key of `[tool.briefkit]` stands: TOML readers do not tell, so the table's lines are searched."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("["):
            inside = line.strip() == "[tool.briefkit]"
        found = re.match(rf"""\s*["']?({re.escape(key)})["']?\s*=""", line)
        if inside and found:
            return Where(file, number, found.start(1) + 1, len(key))
    return Where(file, 0)
