"""What a person reads about a mistake in a record: never a word of pydantic's, always a way out."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.records.anatomy import Part, parts, reach
from briefkit.records.entry import Entry
from briefkit.records.figure_form import FigureForm
from briefkit.records.record import Record
from briefkit.records.slips import Loc, Slip
from briefkit.records.source import Source
from briefkit.yamlfile import Node, place

Said = tuple[str, str, str]
"""Rule, message, way out."""

SYNONYMS = {
    "rct": "randomised controlled trial",
    "randomised trial": "randomised controlled trial",
    "cohort": "cohort study",
    "review": "systematic review",
    "itt": "intention to treat",
    "open": "operating",
    "running": "operating",
    "active": "operating",
    "ended": "closed",
    "for": "support",
    "in favour": "support",
    "against": "oppose",
    "organisation": "body",
    "full text": "full_text",
    "newspaper": "news",
    "erratum": "correction",
    "true": "right",
    "correct": "right",
    "false": "wrong",
    "incorrect": "wrong",
    "misleading": "right_but_incomplete",
    "partly right": "right_but_incomplete",
    "outdated": "out_of_date",
    "unproven": "unsupported",
    "unchecked": "not_checked",
}
"""What people write for some choices."""


def word(model: type[Entry], root: Node, slip: Slip, data: Any) -> Problem:
    """The problem that a slip is."""
    if slip.type == "figure":
        return _figure(root, slip)
    inside = slip.type in ("extra_forbidden", "missing")
    home, part = reach(model, slip.loc[:-1] if inside else slip.loc)
    if inside and part is not None and part.holds.entry is not None and part.holds.shape == "one":
        home, part = part.holds.entry, None  # the long form of a choice
    by_key = slip.type == "extra_forbidden" or (
        slip.type not in ("missing", "refused") and not isinstance(slip.input, str)
    )
    rule, message, way_out = _SAID.get(slip.type, _other)(slip, model, home, part, data)
    if slip.type == "missing" and len(slip.loc) == 1 and issubclass(model, Record | Source):
        return Problem(Where(root.where.file, 0), rule, message, way_out)
    inner = str(slip.said.get("key", ""))
    return Problem(place(root, (*slip.loc, inner) if inner else slip.loc, key=by_key), rule, message, way_out)


def _figure(root: Node, slip: Slip) -> Problem:
    said = slip.said
    inner = str(said.get("key") or "")
    loc = (*slip.loc, inner) if inner else slip.loc
    where = _within(place(root, loc), _at(root, loc), int(said.get("offset", 0)), int(said.get("length", 0)))
    return Problem(where, str(said["rule"]), str(said["said"]), str(said.get("help", "")))


def _within(where: Where, node: Node | None, offset: int, length: int) -> Where:
    """The part of a value that is meant, when the value stands in one line just as it was read."""
    marks = 2 if node is not None and node.quoted else 0
    if node is None or node.kind != "text" or where.length != len(node.text) + marks or not length:
        return where
    return where.shifted(marks // 2 + offset, max(1, min(length, len(node.text) - offset)))


def _at(node: Node, loc: Loc) -> Node | None:
    for step in loc:
        if node.kind == "map" and str(step) in node.pairs:
            node = node.pairs[str(step)].value
        elif node.kind == "list" and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def _unknown(slip: Slip, model: type[Entry], home: type[Entry], part: Part | None, data: Any) -> Said:
    wrong = str(slip.loc[-1])
    if part is not None and part.holds.what == "figure":
        names = [field.alias or name for name, field in FigureForm.model_fields.items()]
        way = did_you_mean(wrong, names, _fields("a figure may have", names))
        return "unknown-field", f"`{wrong}` is not a part of a figure", way
    others, besides = model.other_names(slip.loc[:-1], data), model.besides(slip.loc[:-1])
    names = [key for key in _in_order(home) if not key.startswith("(")]
    way = home.hint(wrong) or did_you_mean(wrong, [*names, *others], _fields("its fields are", [*names, *others]))
    if besides and not others and not way.startswith("did you mean"):
        way = f"if `{wrong}` is {besides}, name it under `arms:` first;\n{way}"
    what = f"neither a field of {home.noun} nor {besides}" if besides else f"not a field of {home.noun}"
    return "unknown-field", f"`{wrong}` is {what}", way


def unknown_field(model: type[Entry], name: str) -> Said:
    """What to say of a name at the top of a file that is none of its fields."""
    return _unknown(Slip("extra_forbidden", (name,), "", {}), model, model, None, {})


def _in_order(home: type[Entry]) -> list[str]:
    """Its fields, those first that it cannot do without, those last that every record has."""
    known = list(parts(home).values())
    return [part.key for part in sorted(known, key=lambda part: (not part.required, part.key in Record.model_fields))]


def _fields(opening: str, names: Sequence[str], joint: str = "and") -> str:
    """All names there are, over as many lines as they need."""
    return textwrap.fill(f"{opening} {listed(names, most=50, joint=joint)}", 90, break_on_hyphens=False)


def _missing(slip: Slip, _model: type[Entry], home: type[Entry], _part: Part | None, _data: Any) -> Said:
    key = str(slip.loc[-1])
    wanted = parts(home).get(key)
    meaning = f" ({wanted.description[:1].lower()}{wanted.description[1:].rstrip('.')})" if wanted else ""
    choices = f": {listed(wanted.holds.choices, most=20)}" if wanted and wanted.holds.choices else ""
    return "missing-field", f"{home.noun} needs `{key}`", f"add `{key}:`{meaning}{choices}"


def _choice(slip: Slip, _model: type[Entry], home: type[Entry], part: Part | None, _data: Any) -> Said:
    written, choices = str(slip.input), part.holds.choices if part else ()
    if not isinstance(slip.input, str):
        return _kind(slip, _model, home, part, _data)
    key = part.key if part else str(slip.loc[-1])
    meant = {word: choice for word, choice in SYNONYMS.items() if choice in choices}
    meant |= {choice.replace("_", " "): choice for choice in choices}
    near = get_close_matches(written.casefold().replace("_", " "), meant, n=1, cutoff=0.6)
    way = f"did you mean `{meant[near[0]]}`?" if near else _fields("write", choices, "or")
    return "unknown-choice", f"`{written}` is not one of the choices for `{key}`", way


def _kind(slip: Slip, model: type[Entry], home: type[Entry], part: Part | None, _data: Any) -> Said:
    key = next((str(step) for step in reversed(slip.loc) if isinstance(step, str)), "this")
    got = "text" if isinstance(slip.input, str) else "a list" if isinstance(slip.input, list) else "fields of its own"
    message = f"`{key}` takes {_WANTED.get(slip.type, 'something else')}, not {got}"
    return "value-kind", message, _listed(key, slip, part) or _nested(slip, model, home, part) or _meaning(part)


def _listed(key: str, slip: Slip, part: Part | None) -> str:
    """A list in place of a text, or the other way round: how to write it."""
    if slip.type in ("tuple_type", "list_type") and isinstance(slip.input, str):
        return f"write `{key}: [{slip.input}]`"
    texts = slip.input if isinstance(slip.input, list) and all(isinstance(one, str) for one in slip.input) else []
    if slip.type != "string_type" or not texts:
        return ""
    one_only = key in ("cite", "via") or (part is not None and part.holds.names)
    return f"name one only: `{key}: {texts[0]}`" if one_only else f"write `{key}: {', '.join(texts)}`"


def _nested(slip: Slip, model: type[Entry], home: type[Entry], part: Part | None) -> str:
    """What belongs below the name of something with fields."""
    entry = part.holds.entry if part is not None else home if home is not model else None
    if entry is None:
        return ""
    own_name = part is not None and part.holds.shape == "map" and str(slip.loc[-1]) == part.key
    name = "a name of your own, and below that " if own_name else ""
    inside = [f"{one.key}: …" for one in parts(entry).values() if one.required]
    return f"write below it, indented, {name}{listed(inside, joint='and')}" if inside else ""


def _meaning(part: Part | None) -> str:
    if part is not None and part.holds.choices:
        return _fields("write", part.holds.choices, "or")
    return f"it holds: {part.description}" if part is not None and part.description else ""


def _short(slip: Slip, _model: type[Entry], home: type[Entry], part: Part | None, _data: Any) -> Said:
    key = str(slip.loc[-1])
    return "missing-field", f"{home.noun} needs at least one entry under `{key}`", _meaning(part)


def _refused(slip: Slip, _model: type[Entry], _home: type[Entry], _part: Part | None, _data: Any) -> Said:
    return str(slip.said["rule"]), str(slip.said["said"]), str(slip.said.get("help", ""))


def _other(slip: Slip, _model: type[Entry], _home: type[Entry], part: Part | None, _data: Any) -> Said:
    key = str(slip.loc[-1]) if slip.loc else "this"
    return "value-invalid", f"this cannot stand as `{key}`", _meaning(part)


_WANTED = {
    "string_type": "text",
    "literal_error": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "fields of its own",
    "mapping_type": "fields of its own",
    "model_type": "fields of its own",
    "model_attributes_type": "fields of its own",
}
_SAID: Mapping[str, Callable[[Slip, type[Entry], type[Entry], Part | None, Any], Said]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "literal_error": _choice,
    "too_short": _short,
    "refused": _refused,
    **dict.fromkeys((kind for kind in _WANTED if kind != "literal_error"), _kind),
}
