"""What to write in a field that stands in a file without a value: only the model knows whether it needs one, and which."""

import re
from collections.abc import Mapping
from dataclasses import replace

from briefkit.problems import Problem, listed
from briefkit.records.anatomy import Part, parts
from briefkit.records.entry import Entry
from briefkit.records.wording import unknown_field

_NAMED = re.compile(r"`([^`]*)` has no value$")
NONE_THERE = "say why there is none: `not_reported`, `not_applicable`, `not_seen` or `unclear`"


def with_ways(problems: list[Problem], models: Mapping[str, type[Entry]], texts: Mapping[str, str]) -> list[Problem]:
    """The problems, those of empty fields with the way out that fits the field. `models` are those of the files."""
    return [_with_way(one, models, texts) if one.rule == "empty-value" else one for one in problems]


def _with_way(problem: Problem, models: Mapping[str, type[Entry]], texts: Mapping[str, str]) -> Problem:
    model, named = models.get(problem.where.file), _NAMED.search(problem.message)
    if model is None or named is None:
        return problem
    line = texts[problem.where.file].split("\n")[problem.where.line - 1]
    if not re.match(rf"{re.escape(named[1])}\s*:", line):
        return problem  # a field within a field: the same name can be of several kinds there
    part = parts(model).get(named[1])
    if part is None:
        rule, message, way = unknown_field(model, named[1])
        return replace(problem, rule=rule, message=message, help=way)
    return replace(problem, help=_way(part))


def _way(part: Part) -> str:
    """What to write, and whether the field can be left out."""
    if part.holds.what == "figure":
        way = f"write its value with the words that bear it, or {NONE_THERE}"
    elif part.holds.choices:
        way = f"write {listed(part.holds.choices, most=20)}"
    else:
        what = "the title" if part.key == "title" else "its value"
        way = f"write {what}: {part.description[:1].lower()}{part.description[1:].rstrip('.')}"
    return way if part.required else f"{way};\nor delete the line: a record may lack it"
