"""Every quotation looked for in the copies that are here: one copy after the other, so that one text is in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefkit.library import Library
from briefkit.sources.finding import Finding
from briefkit.sources.opening import Opened, Refused, open_copy
from briefkit.sources.snapshots import Snapshot
from briefkit.sources.sought import Sought

Name = tuple[str, str]
"""Brief and name of a quotation: together they are unique."""


def name_of(one: Sought) -> Name:
    """What a quotation is filed under."""
    return one.slug, one.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What came of one copy."""

    key: str
    file: str
    """Its path."""
    refused: Refused | None = None
    opened: Opened | None = None
    """Its facts; the document itself is let go."""
    findings: Mapping[Name, Finding] = field(default_factory=dict)


def look(
    library: Library, snapshots: Mapping[str, Snapshot], sought: Iterable[Sought], always: Iterable[str] = ()
) -> dict[str, Looked]:
    """What was found in each copy that may hold any of the words; other copies are opened only if `always` names them."""
    by_key: dict[str, list[Sought]] = {key: [] for key in always if key in snapshots}
    for one in sought:
        for key in one.documents:
            if key in snapshots:
                by_key.setdefault(key, []).append(one)
    return {key: _looked(key, snapshots[key], by_key[key], library) for key in sorted(by_key)}


def _looked(key: str, snapshot: Snapshot, sought: list[Sought], library: Library) -> Looked:
    reference = library.references.get(key)
    opened = open_copy(key, snapshot, library, [one.quote.exact for one in sought])
    if isinstance(opened, Refused):
        return Looked(key=key, file=snapshot.file, refused=opened)
    lang = reference.lang if reference else ""
    findings = find_each(opened, sought, lang or "en")
    return Looked(key=key, file=snapshot.file, opened=opened, findings=findings)


def find_each(opened: Opened, sought: Iterable[Sought], lang: str) -> dict[Name, Finding]:
    """What became of each quotation; one that several figures share is looked for once."""
    from briefkit.sources.find import find, index  # noqa: PLC0415  most commands look for nothing

    made = index(opened.document)
    known: dict[tuple[object, str | None], Finding] = {}
    found = {}
    for one in sought:
        question = (one.quote, one.at)
        if question not in known:
            known[question] = find(one.quote, made, at=one.at, lang=lang)
        found[name_of(one)] = known[question]
    return found
