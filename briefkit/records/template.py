"""A new record: every field of its kind, explained where it stands. Needed fields wait to be filled in, the others are
comments: take the `#` away to use one.
"""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.records.anatomy import Part, parts
from briefkit.records.entry import Entry
from briefkit.records.kinds import find_kind
from briefkit.records.record import Group
from briefkit.records.schema import first_line

WIDTH = 110


def new_record(kind: str, record_id: str) -> str:
    """The text of a new record's file."""
    model = find_kind(kind)
    assert model is not None, f"{kind} is a kind of record"
    lines = [first_line(model.kind), *_opening(model.noun, record_id)]
    known = list(parts(model).values())
    for part in (one for one in known if one.required):
        lines += ["", *_explained(part, "# "), *_wanted(part)]
    lines += ["", "# Fields that may be left out:"]
    for part in sorted((one for one in known if not one.required), key=_late):
        lines += ["#", *_explained(part, "#   "), *_example(part)]
    return "\n".join(lines) + "\n"


def _opening(noun: str, record_id: str) -> list[str]:
    return [
        f"# {noun.capitalize()}, known in briefs as `{record_id}`: its id is the name of this file.",
        '# A figure is written with the words that bear it: `up to 15 places "up to 15 of the most deprived"`.',
        "# Where a value is not there, say why: not_reported, not_applicable, not_seen or unclear.",
    ]


def _late(part: Part) -> int:
    """Fields of the kind itself come first, those that every record has come last."""
    order = ("cite", "at", "via", "short_title")
    return (
        order.index(part.key) - len(order)
        if part.key in order
        else int(part.key in Group.model_fields or part.key in LAST)
    )


LAST = ("references", "notes", "aliases", "stale_after", "figures")


def _wanted(part: Part) -> list[str]:
    """A field that has to be filled in, with an example where the explanation alone would not do."""
    if part.holds.choices:
        return [f"{part.key}:"]
    first, *rest = _example(part)
    if rest:
        return [f"{part.key}:", *rest]
    return [f"# For example {first.removeprefix('# ')}", f"{part.key}:"]


def _explained(part: Part, margin: str) -> list[str]:
    text = part.description
    if part.holds.choices:
        text += f" One of: {', '.join(part.holds.choices)}."
    return textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin)


def _example(part: Part) -> list[str]:
    example = next(iter(part.info.examples or []), "…")
    if part.holds.entry is not None and isinstance(example, Mapping):
        return [f"# {line}" for line in _block(part.key, _filled(part.holds.entry, part, example))]
    return [f"# {line}" for line in _block(part.key, example)]


def _filled(entry: type[Entry], part: Part, example: Mapping[str, Any]) -> Any:
    """An example of a group of fields, with every field that the group may have."""
    if part.holds.shape == "one":
        return {**_every(entry), **example}
    return {
        name: {**_every(entry), **(inside if isinstance(inside, Mapping) else {})} for name, inside in example.items()
    }


def _every(entry: type[Entry]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for part in parts(entry).values():
        example: Any = next(iter(part.info.examples or []), "…")
        if part.holds.inline:
            fields.update(example)
        elif part.key not in ("cite", "at", "via", "figures"):
            fields[part.key] = example
    return fields


def _block(key: str, value: Any) -> Iterator[str]:
    """A field as YAML; values are plain text, quoted only where YAML would misread them."""
    if isinstance(value, Mapping) and "quote" in value:
        yield f"{key}: {{{', '.join(f'{name}: {_quoted(text)}' for name, text in value.items())}}}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        for name, inside in value.items():
            yield from (f"  {line}" for line in _block(name, inside))
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield f"{key}: [{', '.join(value)}]"
    elif isinstance(value, list):
        yield f"{key}:"
        for one in value:
            inside = ", ".join(f"{name}: {text}" for name, text in one.items())
            yield f"  - {{{inside}}}"
    else:
        yield f"{key}: {value}"


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
