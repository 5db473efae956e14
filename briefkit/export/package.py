"""The evidence base as a Frictionless data package: a CSV for each table, and what every column means, in one JSON.

The form is that of the Data Package specification, version 1 (https://specs.frictionlessdata.io). The same base gives the
same bytes.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from briefkit import __version__
from briefkit.export.resources import Resource, resources
from briefkit.library import Library
from briefkit.tables.csv import harmless

DESCRIPTOR = "datapackage.json"
_SAID = (
    "The figures of a base of evidence with their sources, built by briefkit. Each figure has the words of its source that "
    "bear it. A text that a spreadsheet would run as a formula has an apostrophe before it. Empty cells say nothing."
)


def data_package(library: Library) -> dict[str, bytes]:
    """The files of the package by path."""
    tables = resources(library)
    files = {f"{table.name}.csv": _csv(table) for table in tables}
    package = {
        "profile": "tabular-data-package",
        "name": "evidence-base",
        "title": "Evidence base",
        "description": _SAID,
        "version": "1.0.0",
        "keywords": ["evidence", "policy"],
        "contributors": [{"title": f"briefkit {__version__}", "role": "wrangler"}],
        "resources": [_described(table, files[f"{table.name}.csv"]) for table in tables],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def _described(table: Resource, data: bytes) -> dict[str, Any]:
    """A table as the package describes it."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.says,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: Resource) -> Mapping[str, Any]:
    fields = [
        {"name": one.name, "type": one.type, "description": one.says}
        | ({"constraints": {"required": True, "unique": True}} if one.name == table.key else {})
        for one in table.fields
    ]
    foreign = [
        {"fields": own, "reference": {"resource": other, "fields": their}}
        for own, (other, their) in table.foreign.items()
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": table.key}
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _csv(table: Resource) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([one.name for one in table.fields])
    writer.writerows(_row(row) for row in table.rows)
    return out.getvalue().encode()


def _row(row: Sequence[str]) -> list[str]:
    return [harmless(text) for text in row]
