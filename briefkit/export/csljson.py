"""References as a file of CSL JSON, which Zotero and every program of that family read."""

import json
from collections.abc import Iterable

from briefkit.csl.items import csl_item
from briefkit.references.reference import Reference


def csljson(references: Iterable[Reference]) -> str:
    """The file, an entry for each reference, in their order; the same references give the same text."""
    return json.dumps([csl_item(one) for one in references], ensure_ascii=False, indent=2) + "\n"
