"""What readers see in place of ids, codes and field names: `GB` as United Kingdom, `running_cost` as Running cost."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from briefkit.records.anatomy import Part, parts, reach
from briefkit.records.entry import Entry
from briefkit.records.record import Record
from briefkit.records.vocabularies import Vocabularies
from briefkit.values import MissingKind
from briefkit.values.dates import MONTHS, read_date
from briefkit.values.fault import Fault
from briefkit.values.iso import country_name

CHOICES = {
    "became_programme": "became a programme",
    "cohort_or_quasi": "cohort or quasi-experimental study",
    "ngo_report": "report of a non-governmental organisation",
    "no_news": "no news since",
    "right_but_incomplete": "right, but incomplete",
}
"""Choices whose words are more than the choice without its `_`."""
UNNAMED = ("compared", "results", "arms", "figures", "series", "links")
"""Parts of an address that a label does not mention."""


def humanised(name: str) -> str:
    """A field's name as words: `places_planned` as Places planned; `y2014`, a year as a key, as 2014."""
    if re.fullmatch(r"y\d{4}", name):
        return name[1:]
    words = name.replace("_vs_", " v ").replace("_", " ")
    return words[:1].upper() + words[1:]


def value_label(kind: type[Record], path: str, value: str, words: Vocabularies, name_of: Callable[[str], str]) -> str:
    """A field's value in a reader's words; `name_of` gives the name of a record by its id."""
    if value in get_args(MissingKind):
        return value.replace("_", " ")
    part = reach(kind, path.split("."))[1]
    return value if part is None else _value(part, value, words) or name_of(value) or value


def _value(part: Part, value: str, words: Vocabularies) -> str:
    if part.holds.what == "choice":
        return CHOICES.get(value, value.replace("_", " "))
    if part.holds.what == "truth":
        return {"true": "yes", "false": "no"}.get(value, value)
    if part.holds.what == "date":
        return _date(value)
    if part.holds.names == "country":
        return country_name(value)
    return _in_vocabulary(words, value) if part.holds.names else value


def _in_vocabulary(words: Vocabularies, value: str) -> str:
    if value in words.outcomes:
        return words.outcomes[value].label
    if value in words.interventions:
        return words.interventions[value].label
    return words.holders[value].name if value in words.holders else ""


def _date(text: str) -> str:
    date = read_date(text)
    if isinstance(date, Fault):
        return text
    day = f"{date.day}\N{NO-BREAK SPACE}" if date.day else ""
    return f"{day}{MONTHS[date.month - 1]}\N{NO-BREAK SPACE}{date.year}" if date.month else str(date.year)


def figure_label(record: Record, loc: Sequence[str], words: Vocabularies) -> str:
    """What a figure is, in a few words: in a result the result, then the arm; elsewhere its own name, then whose it is."""
    names: list[str] = []
    here: object = record
    arm = False
    for step in loc:
        arm = isinstance(here, Entry) and step in vars(here).get("by_arm", {})
        here, name = _step(here, step, record, words)
        names += [name] if name else []
    text = ", ".join(names if arm else reversed(names))
    return text[:1].upper() + text[1:]


def _step(here: object, step: str, record: Record, words: Vocabularies) -> tuple[object, str]:
    """What lies one step further, and its name; empty for a step that needs none."""
    if isinstance(here, Entry):
        part = parts(type(here)).get(step)
        if part is not None:
            return getattr(here, part.attribute), "" if step in UNNAMED else humanised(step)
        here = next((found for found in _hidden(here) if step in found), {})
    inside = here.get(step) if isinstance(here, Mapping) else None
    return inside, _own_name(inside, words) or _arm_names(record, step) or humanised(step)


def _hidden(entry: Entry) -> list[Mapping[str, object]]:
    """The mappings whose own name an address may leave out."""
    return [vars(entry).get(name, {}) for name in ("by_arm", "pairs", "results", "arms", "figures")]


def _own_name(entry: object, words: Vocabularies) -> str:
    """The label that something gives itself, or that of its outcome."""
    fields = vars(entry) if isinstance(entry, Entry) else {}
    if fields.get("label"):
        return str(fields["label"])
    outcome = words.outcomes.get(str(fields.get("outcome")))
    return outcome.label if outcome else ""


def _arm_names(record: Record, step: str) -> str:
    """The labels of an arm, or of the two arms of a pair; empty for anything else."""
    arms = vars(record).get("arms", {})
    sides = [arms[side].label for side in step.split("_vs_") if side in arms]
    return " v ".join(sides) if len(sides) == step.count("_vs_") + 1 else ""
