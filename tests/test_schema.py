"""Schemas and templates: made from the models alone, current in the repository, and true to what the loader takes."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from evidence_texts import base, library, lines

from briefkit.records.anatomy import parts
from briefkit.records.entry import Entry
from briefkit.records.kinds import RECORD_KINDS
from briefkit.records.schema import first_line, schemas
from briefkit.records.source import Source
from briefkit.records.template import new_record
from briefkit.records.vocabularies import Holder, Outcome, Terms
from briefkit.records.waiver import Waiver
from briefkit.rules.consequences import BORNE
from briefkit.rules.evidence import check_library
from briefkit.sources.document import Document
from briefkit.sources.find import find, index

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "schemas"
KINDS = [kind.kind for kind in RECORD_KINDS]
USED = re.compile(r"# ( *[A-Za-z_0-9.]+:( .*)?)")
WANTED = re.compile(r"# For example (.*)")
BESIDE = {
    "holders": "jane_doe: {name: Jane Doe, kind: person, offices: [{office: Mayor}]}\n",
    "outcomes": "attendance: {label: attendance, higher_is: better}\nmarks: {label: marks, higher_is: better}\n",
    "studies__south_trial": "title: x\ndesign: other\n",
}


def models(model: type[Entry]) -> set[type[Entry]]:
    """A model and all models inside it."""
    inside = {part.holds.entry for part in parts(model).values() if part.holds.entry is not None}
    return {model, *(deeper for entry in inside for deeper in models(entry))}


ALL = sorted({one for top in (*RECORD_KINDS, Source, Outcome, Holder, Terms, Waiver) for one in models(top)}, key=str)


def test_the_schemas_of_the_repository_are_current():
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")} == schemas()


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_field_says_what_it_means_and_shows_an_example(model):
    assert model.noun != Entry.noun
    for part in parts(model).values():
        assert re.fullmatch(r"[A-Z`].*\.", part.description, re.DOTALL), part.key
        assert part.info.examples, part.key


@pytest.mark.parametrize("name", schemas())
def test_a_schema_knows_only_what_a_file_may_say(name):
    text = schemas()[name]
    schema = json.loads(text)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "(arms)" not in text
    assert "(pairs)" not in text
    assert '"null"' not in text
    for reference in re.findall(r'"\$ref": "([^"]+)"', text):
        assert reference.removeprefix("#/definitions/") in schema["definitions"]


def test_a_schema_lists_choices_and_needs():
    study = json.loads(schemas()["study.json"])
    assert study["required"] == ["title", "design"]
    assert "randomised controlled trial" in study["properties"]["design"]["enum"]
    assert study["additionalProperties"] is False
    assert study["properties"]["country"]["anyOf"][0] == {"type": ["string", "number", "boolean"]}
    assert study["definitions"]["Result"]["additionalProperties"]["anyOf"][1] == {"$ref": "#/definitions/FigureForm"}
    assert list(study["definitions"]["Compared"]["patternProperties"]) == ["_vs_"]


def test_the_first_line_leads_to_the_schema():
    assert first_line("study") == "# yaml-language-server: $schema=../../docs/schemas/study.json"
    assert first_line("terms", 1) == "# yaml-language-server: $schema=../docs/schemas/terms.json"


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_shows_every_field_and_waits_for_those_it_needs(kind):
    model = next(one for one in RECORD_KINDS if one.kind == kind)
    text = new_record(kind, "my_record")
    for part in parts(model).values():
        assert re.search(rf"^(# )?{part.key}:", text, re.MULTILINE), part.key
    needed = [part.key for part in parts(model).values() if part.required]
    found = lines(base(**{f"{model.folder}__my_record": text}))
    assert [re.search("`([a-z_]+)` has no value", line)[1] for line in found] == needed
    assert {re.search(" ([a-z-]+):", line)[1] for line in found} == {"empty-value"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_new_record_are_a_record(kind):
    model = next(one for one in RECORD_KINDS if one.kind == kind)
    text = filled(new_record(kind, "my_record"), model)
    made = library(**BESIDE, **{f"{model.folder}__my_record": text})
    assert made.record("my_record") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_new_record_are_quoted_as_check_wants_it(kind):
    model = next(one for one in RECORD_KINDS if one.kind == kind)
    made = library(**BESIDE, **{f"{model.folder}__my_record": filled(new_record(kind, "my_record"), model)})
    nothing = index(Document(blocks=(), media_type="text/plain", extractor=""))
    for figure in made.figures.values():
        if figure.quote is not None and figure.record == "my_record":
            assert find(figure.quote, nothing).verdict == "absent", figure
            assert len(figure.quote.exact.split()) >= 4, figure
    told = check_library(made, date(2026, 11, 22))
    assert [one for one in told if one.where.file.endswith("my_record.yaml") and one.rule in BORNE] == []


def filled(text, model):
    """A new record with all its examples used."""
    out = []
    choices = {part.key: part.holds.choices for part in parts(model).values()}
    for line in text.splitlines():
        key = line.rstrip(":")
        if line.endswith(":") and key in choices and choices[key]:
            out.append(f"{line} {choices[key][0]}")
        elif WANTED.fullmatch(line):
            out.append(WANTED.fullmatch(line)[1])
        elif USED.fullmatch(line) or line.startswith("#   - {"):
            out.append(line.removeprefix("# "))
        elif line.endswith(":") and not (out and out[-1].startswith(line)):
            out.append(line)
    return "\n".join(out) + "\n"
