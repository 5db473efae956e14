"""The data package of the shipped base, by the rules of its kind: specs.frictionlessdata.io, version 1."""

import csv
import io
import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from briefkit.disk import read_tree
from briefkit.export.package import data_package
from briefkit.library import Library
from briefkit.pipeline.reading import read_library

ROOT = Path(__file__).parent.parent
NAME = re.compile(r"[-a-z0-9._/]+")
TYPES = {"string", "number", "integer", "boolean", "date", "year", "any"}


@cache
def library() -> Library:
    return read_library(read_tree(ROOT))[0]


@cache
def package() -> dict[str, bytes]:
    return data_package(library())


def descriptor() -> dict:
    return json.loads(package()["datapackage.json"])


@cache
def tables() -> dict[str, list[dict[str, str]]]:
    """The rows of each table, as any reader of CSV has them."""
    paths = {one["name"]: one["path"] for one in descriptor()["resources"]}
    return {name: list(csv.DictReader(io.StringIO(package()[at].decode(), newline=""))) for name, at in paths.items()}


def test_the_descriptor_keeps_the_rules():
    files, told = package(), descriptor()
    assert told["profile"] == "tabular-data-package"
    assert NAME.fullmatch(told["name"])
    assert {one["path"] for one in told["resources"]} | {"datapackage.json"} == set(files)
    names = [one["name"] for one in told["resources"]]
    assert len(set(names)) == len(names)
    for one in told["resources"]:
        assert NAME.fullmatch(one["name"])
        assert not urlsplit(one["path"]).scheme
        assert not one["path"].startswith(("/", "."))
        assert (one["profile"], one["encoding"], one["format"]) == ("tabular-data-resource", "utf-8", "csv")
        data = files[one["path"]]
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")


def test_every_column_is_described():
    for one in descriptor()["resources"]:
        fields = one["schema"]["fields"]
        assert len({field["name"] for field in fields}) == len(fields)
        assert {field["type"] for field in fields} <= TYPES
        assert all(field["description"] for field in fields), one["name"]
        header = package()[one["path"]].decode().split("\r\n", 1)[0]
        assert header.split(",") == [field["name"] for field in fields]


def test_every_row_keeps_its_schema():
    for one in descriptor()["resources"]:
        rows, schema = tables()[one["name"]], one["schema"]
        keys = [row[schema["primaryKey"]] for row in rows]
        assert all(keys)
        assert len(set(keys)) == len(keys)
        for field in schema["fields"]:
            if field["type"] == "number":
                assert all(re.fullmatch(r"|-?\d+(\.\d+)?", row[field["name"]]) for row in rows), field
        for foreign in schema.get("foreignKeys", ()):
            other = {row[foreign["reference"]["fields"]] for row in tables()[foreign["reference"]["resource"]]}
            assert {row[foreign["fields"]] for row in rows} <= other
        assert all(None not in row and None not in row.values() for row in rows)


def test_it_holds_the_whole_base():
    base = library()
    assert [row["address"] for row in tables()["figures"]] == list(base.figures)
    assert [row["id"] for row in tables()["records"]] == list(base.records)
    assert [row["key"] for row in tables()["references"]] == list(base.references)
    assert {key for row in tables()["figures"] for key in row["source"].split("; ") if key} <= set(base.references)


def test_a_figure_as_it_stands():
    row = next(row for row in tables()["figures"] if row["address"] == "riott.results.retention_26w.heroin")
    assert {name: text for name, text in row.items() if text} == {
        "address": "riott.results.retention_26w.heroin",
        "record": "riott",
        "label": row["label"],
        "words": "38 of 43",
        "value": "88.3721",
        "events": "38",
        "total": "43",
        "unit": "percent",
        "source": "strang2010",
        "seen_in": "strang2010_pubmed",
        "locator": "abstract",
        "quote": row["quote"],
        "how_held": "unseen",
    }
    assert "38" in row["quote"]


def test_the_same_base_has_the_same_bytes():
    assert data_package(library()) == package()


def test_nothing_in_it_is_run_by_a_spreadsheet():
    texts = (text for rows in tables().values() for row in rows for text in row.values())
    assert [text for text in texts if text.startswith(("=", "@", "|", "\t"))] == []
