"""JSON Schemas of all files of the evidence folder, for editors: they complete field names and show what each means.

Editors are gentler than the loader: a scalar may look like a number or a truth value to them, since YAML files are
read as text here and every field settles for itself what its text means.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from briefkit.records.kinds import RECORD_KINDS
from briefkit.records.source import Source
from briefkit.records.vocabularies import Holder, Outcome, Terms
from briefkit.records.waiver import Waiver

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the YAML extensions of editors read best."""
FOLDER = "docs/schemas"
SCALAR = ["string", "number", "boolean"]


def schemas() -> dict[str, str]:
    """File name to the text of its schema: one a kind of record, and one for each other file of the evidence folder."""
    models: dict[str, Any] = {kind.kind: kind for kind in RECORD_KINDS}
    models |= {"source": Source, "outcomes": dict[str, Outcome], "terms": Terms, "holders": dict[str, Holder]}
    models |= {"waivers": list[Waiver]}
    return {f"{name}.json": _text(name, model) for name, model in models.items()}


def first_line(name: str, depth: int = 2) -> str:
    """The comment that tells an editor which schema a file follows; `depth` is how deep the file lies."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}.json"


def _text(name: str, model: Any) -> str:
    schema = TypeAdapter(model).json_schema(by_alias=True, ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs", {})
    _gather(schema["definitions"])
    gentle = _gentle(schema)
    top = {"$schema": DIALECT, "title": name.replace("_", " ")}
    return json.dumps({**top, **gentle}, indent=2, ensure_ascii=False, sort_keys=False) + "\n"


def _gather(definitions: Mapping[str, Any]) -> None:
    """Put the fields of arms and pairs where they stand in a file: beside the others."""
    for entry in definitions.values():
        fields = entry.get("properties", {})
        if "(arms)" in fields:
            entry["additionalProperties"] = fields.pop("(arms)")["additionalProperties"]
        if "(pairs)" in fields:
            entry["patternProperties"] = {"_vs_": fields.pop("(pairs)")["additionalProperties"]}


def _gentle(part: Any, *, of_names: bool = False) -> Any:
    """The schema without what only our own reader needs, and with every scalar taken as YAML may see it.

    `of_names` says that the keys of this part are names of fields, which may be called anything.
    """
    if isinstance(part, list):
        return [_gentle(one) for one in part]
    if not isinstance(part, dict):
        return part
    if of_names:
        return {name: _gentle(inside) for name, inside in part.items()}
    if "anyOf" in part:
        part = _without_null(part)
    kept = {key: value for key, value in part.items() if key not in ("title", "default", "minLength", "maxLength")}
    if kept.get("type") == "string" and "enum" not in kept and "const" not in kept:
        kept["type"] = SCALAR
    kept.pop("propertyNames", None)
    named = ("properties", "definitions", "patternProperties")
    return {key: value if key == "examples" else _gentle(value, of_names=key in named) for key, value in kept.items()}


def _without_null(part: Mapping[str, Any]) -> dict[str, Any]:
    """A field may be left out, but never be empty."""
    ways = [way for way in part["anyOf"] if way != {"type": "null"}]
    rest = {key: value for key, value in part.items() if key != "anyOf"}
    return {**rest, "anyOf": ways} if len(ways) > 1 else {**ways[0], **rest}
