"""What a project may set for itself: the `[tool.briefkit]` table of its `pyproject.toml`.

Everything here has a default, so that a project without the table, or without the file, builds just the same.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.rulebook import RULES, UNREAD, severities

FILE = "pyproject.toml"
TABLE = "tool.briefkit"
GATES = ("draft", "publish")
MOST_MONTHS = 1200
SEVERITIES = ("advice", "warning", "error")
"""From the mildest to the gravest."""

Severities = Mapping[str, Mapping[str, str]]
"""Gate to rule to severity."""
Slip = tuple[str, str, str, str, str]
"""Table and key where it stands, rule, message, way out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A project's own choices."""

    snapshots: tuple[str, ...] = ("snapshots",)
    """Folders in which stored copies of sources are looked for, relative to the project's folder."""
    fresh_months: int = 36
    """How many months a count of something that changes may be told without its year."""
    severity: Severities = field(default_factory=dict)
    """How grave some rules are in this project, where it differs from the rulebook: gate to rule to severity."""


def read_settings(text: str | None, file: str = FILE) -> tuple[Settings, list[Problem]]:
    """The settings in the text of a `pyproject.toml`, and what is wrong with them; what is wrong keeps its default."""
    if text is None:
        return Settings(), []
    try:
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return Settings(), [_broken(str(fault), file)]
    tool = tree.get("tool", {})
    table = tool.get("briefkit", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        where = _place(text, file, "tool", "briefkit")
        return Settings(), [Problem(where, "settings-wrong", "`tool.briefkit` is not a table", "write [tool.briefkit]")]
    settings, slips = _checked(table)
    return settings, [Problem(_place(text, file, home, key), *said) for home, key, *said in slips]


def _checked(table: Mapping[str, Any]) -> tuple[Settings, list[Slip]]:
    """Each setting tested by itself, so that one slip loses no other."""
    known = [one.name for one in fields(Settings)]
    good: dict[str, Any] = {}
    slips: list[Slip] = []
    for key, value in table.items():
        if key in known:
            found, wrong = _READERS[key](key, value)
            slips += wrong
            good |= {} if found is None else {key: found}
        else:
            way = did_you_mean(key, known, f"the settings are {listed(known, joint='and')}")
            slips.append((TABLE, key, "settings-unknown", f"`{key}` is not a setting of briefkit", way))
    return Settings(**good), slips


def _texts(key: str, value: Any) -> tuple[tuple[str, ...] | None, list[Slip]]:
    """A setting that is a list of texts."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value), []
    return None, [(TABLE, key, "settings-wrong", f"`{key}` must be a list of texts", f'write {key} = ["..."]')]


def _months(key: str, value: Any) -> tuple[int | None, list[Slip]]:
    """A setting that is a number of months."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MOST_MONTHS:
        return value, []
    return None, [(TABLE, key, "settings-wrong", f"`{key}` must be a number of months", f"write {key} = 36")]


def _severity(key: str, value: Any) -> tuple[Severities | None, list[Slip]]:
    """The project's own severities; those that cannot be are left to the rulebook."""
    if not isinstance(value, dict):
        return None, [(TABLE, key, "settings-wrong", f"`{key}` must be a table", f"write [{TABLE}.{key}.draft]")]
    good: dict[str, dict[str, str]] = {}
    slips: list[Slip] = []
    for gate, rules in value.items():
        home = f"{TABLE}.{key}"
        if gate not in GATES:
            way = did_you_mean(gate, GATES, f"the gates are {listed(GATES, joint='and')}")
            slips.append((home, gate, "settings-unknown", f"`{gate}` is not a gate", way))
        elif not isinstance(rules, dict):
            way = f'write [{home}.{gate}], and below it a line for each rule: quote-missing = "error"'
            slips.append((home, gate, "settings-wrong", f"`{gate}` must be a table", way))
        else:
            wrong = {rule: said for rule, word in rules.items() if (said := _unfit(rule, word, gate))}
            slips += [(f"{home}.{gate}", rule, *said) for rule, said in wrong.items()]
            good[gate] = {rule: word for rule, word in rules.items() if rule not in wrong}
    slips += _backwards(good)
    return _carried_on(good), slips


def _carried_on(own: Mapping[str, Mapping[str, str]]) -> Severities:
    """The same, with what is graver in a draft as grave at the publish gate, unless that is set too."""
    draft, publish = own.get("draft", {}), own.get("publish", {})
    carried = {r: word for r, word in draft.items() if SEVERITIES.index(word) > SEVERITIES.index(RULES[r].publish)}
    return {**own, "publish": {**carried, **publish}} if carried or publish else own


def _unfit(rule: str, word: Any, gate: str) -> tuple[str, str, str] | None:
    """What speaks against this severity of a rule: rule, message, way out."""
    if rule not in RULES:
        way = did_you_mean(rule, RULES, "`python build.py explain` lists all rules")
        return "settings-unknown", f"there is no rule `{rule}`", way
    if word not in SEVERITIES:
        shown = f"`{word}`" if isinstance(word, str) else "this"
        way = 'write "error", "warning" or "advice"'
        off = "; to let one problem through, write a waiver" if word in ("off", "none", "ignore", False) else ""
        return "settings-wrong", f"{shown} is not a severity, which `{rule}` takes", way + off
    book = RULES[rule].publish
    held = RULES[rule].fixed or rule in UNREAD
    if gate == "publish" and held and SEVERITIES.index(word) < SEVERITIES.index(book):
        why = "carries the promise of a brief" if RULES[rule].fixed else "says that something could not be read"
        message = f"`{rule}` {why} and cannot be made milder than `{book}` at the publish gate"
        return "severity-fixed", message, "take it out; what cannot be mended in time needs a waiver, which is shown"
    return None


def _backwards(own: dict[str, dict[str, str]]) -> Iterator[Slip]:
    """Rules that are set milder at the publish gate than they are in a draft; their own severities are dropped."""
    draft, publish = severities("draft", own.get("draft")), own.get("publish", {})
    for rule in [rule for rule, word in publish.items() if SEVERITIES.index(word) < SEVERITIES.index(draft[rule])]:
        message = f"`{rule}` would be milder at the publish gate (`{publish[rule]}`) than in a draft (`{draft[rule]}`)"
        yield f"{TABLE}.severity.publish", rule, "settings-wrong", message, "a publication is never judged more mildly"
        for rules in own.values():
            rules.pop(rule, None)


_READERS: Mapping[str, Callable[[str, Any], tuple[Any, list[Slip]]]] = {
    "snapshots": _texts,
    "fresh_months": _months,
    "severity": _severity,
}
"""Each setting and its reader, which takes its name and what stands there: the value, or None; and what is wrong."""


def _broken(words: str, file: str) -> Problem:
    """TOML that cannot be read at all."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", words)
    where = Where(file, int(found[1]), int(found[2])) if found else Where(file, 0)
    fact = re.sub(r" \(at .*\)$", "", words)
    way = "the file has the format TOML: text stands in quotation marks, lists in [square brackets]"
    return Problem(where, "settings-broken", f"this file cannot be read: {fact[:1].lower()}{fact[1:]}", way)


def _place(text: str, file: str, table: str, key: str) -> Where:
    """Where a key of a table stands: TOML readers do not tell, so the lines below `[tool.briefkit...]` are searched.

    A key that is not found as `key =` below the very header of its table may stand in the header itself, or in a line
    that writes several levels at once (`severity.draft.stale = ...`).
    """
    inside = ""
    loose = Where(file, 0)
    for number, line in enumerate(text.split("\n"), 1):
        header = re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line)
        inside = re.sub(r"[\s\"']", "", header[1]) if header else inside
        exact = re.match(rf"""\s*["']?({re.escape(key)})["']?\s*=""", line)
        if inside == table and exact:
            return Where(file, number, exact.start(1) + 1, len(key))
        within = re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", line)
        if not loose.line and within and inside.startswith(TABLE) and (table != TABLE or not header):
            loose = Where(file, number, within.start() + 1, len(key))
    return loose
