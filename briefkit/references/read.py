"""Reading of .bib files: every entry that can be read, as `Reference` values, and every fault with its place.

A fault never costs another entry: `scan` cuts, `parse` (pybtex) reads one entry at a time, `check` judges what it
says. Nothing here raises for what a person wrote.
"""

import re
from collections.abc import Mapping

from briefkit.problems import Problem
from briefkit.references.check import check, clean_doi, place, safe_address
from briefkit.references.dates import TO_COME, read_date, read_issued, read_month
from briefkit.references.kinds import KIND_OF, NEWS, OLD_NAMES, VERBATIM
from briefkit.references.languages import read_language
from briefkit.references.latex import plain, verbatim
from briefkit.references.parse import FieldReader
from briefkit.references.people import People, read_people
from briefkit.references.raw import RawEntry, Scanned, named
from briefkit.references.reference import Issued, Kind, Reference
from briefkit.references.scan import scan
from briefkit.values import Date
from briefkit.yamlfile.page import Page
from briefkit.yamlfile.screen import INVISIBLE, invisible

_NOT_FIELDS = frozenset({"title", "author", "editor", "date", "year", "month", "day", "langid", "language"})


def read(texts: Mapping[str, str]) -> tuple[dict[str, Reference], list[Problem]]:
    """Every reference of these files (path to text) by key, in their order, and what is wrong with them."""
    problems: list[Problem] = []
    scanned = [scan(_screened(text.removeprefix("\ufeff"), file, problems), file) for file, text in texts.items()]
    problems += [problem for one in scanned for problem in one.problems]
    reader = FieldReader()
    problems += reader.define(entry for one in scanned for entry in one.strings)
    entries = _once(scanned, problems)
    values: dict[str, dict[str, str]] = {}
    for entry in entries:
        read_values, faults = reader.values(entry)
        values[entry.key] = _renamed(read_values)
        problems += faults
    for entry in entries:
        problems += _inherit(entry, values)
    references = {entry.key: _reference(entry, values[entry.key], problems) for entry in entries}
    return references, problems


def _screened(text: str, file: str, problems: list[Problem]) -> str:
    """The text with a blank for every invisible character: one could turn a line of a page or a terminal round."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems += invisible(text, Page(file, text.split("\n"), 1))
    return INVISIBLE.sub(" ", text)


def _once(scanned: list[Scanned], problems: list[Problem]) -> list[RawEntry]:
    """The entries, of those with one key the first."""
    first: dict[str, RawEntry] = {}
    for entry in (entry for one in scanned for entry in one.entries):
        earlier = first.setdefault(entry.key.casefold(), entry)
        if earlier is entry:
            continue
        spelt = "" if earlier.key == entry.key else f" as `{earlier.key}`"
        message = f"`{entry.key}` is already in {earlier.where.file}:{earlier.where.line}{spelt}; the first is used"
        way = "take one of the two out; when they are two works, give this one another key"
        problems.append(Problem(entry.where, "bib-duplicate-key", message, way))
    return list(first.values())


def _renamed(values: dict[str, str]) -> dict[str, str]:
    """The fields under their biblatex names; where both names stand, the biblatex one wins."""
    new = {OLD_NAMES.get(name, name): text for name, text in values.items() if name in OLD_NAMES}
    new |= {name: text for name, text in values.items() if name not in OLD_NAMES}
    date = new.get("date") or new.get("year")
    return new | ({"date": date} if date else {})


def _inherit(entry: RawEntry, values: dict[str, dict[str, str]]) -> list[Problem]:
    """What a chapter or paper takes over from the book that it names with `crossref`."""
    named = values[entry.key].get("crossref", "")
    if not named:
        return []
    parent = values.get(named)
    if parent is None or named == entry.key:
        way = "write the key of an entry of this bibliography, or the book's own fields here"
        return [
            Problem(
                place(entry, "crossref"), "bib-unknown-crossref", f"`{named}` is no entry that can be taken over", way
            )
        ]
    taken = {("booktitle" if name == "title" else name): text for name, text in parent.items() if name != "crossref"}
    values[entry.key] = {**taken, **values[entry.key]}
    return []


def _kind(entry: RawEntry, fields: Mapping[str, str]) -> Kind:
    """The kind of work, from its type and its fields."""
    kind = KIND_OF.get(entry.type, "other")
    if kind in ("article", "other") and fields.get("entrysubtype", "").strip().lower() in NEWS:
        return "news"
    if kind == "other" and entry.type != "patent":
        if fields.get("eventtitle") and entry.type == "unpublished":
            return "speech"
        return "web" if entry.type == "misc" and fields.get("url") else kind
    return kind


def _reference(entry: RawEntry, values: Mapping[str, str], problems: list[Problem]) -> Reference:
    """One reference, and its problems."""
    kind = _kind(entry, values)
    fields = {name: verbatim(text) if name in VERBATIM else plain(text) for name, text in values.items()}
    found = check(entry, kind, fields)
    authors, editors = (_people(entry, role, values, found) for role in ("author", "editor"))
    problems += [named(problem, entry.key) for problem in found]
    return Reference(
        key=entry.key,
        type=kind,
        title=_title(fields),
        issued=_issued(fields),
        status=fields.get("date", "").lower() if fields.get("date", "").lower() in TO_COME else "",
        lang=read_language(fields.get("langid") or fields.get("language", "")),
        fields=_kept(fields, entry.type),
        authors=tuple(authors.names),
        editors=tuple(editors.names),
        more_authors=authors.others,
        more_editors=editors.others,
        where=entry.where,
    )


def _people(entry: RawEntry, role: str, values: Mapping[str, str], problems: list[Problem]) -> People:
    people = read_people(values.get(role, ""))
    problems += [Problem(place(entry, role), "bib-bad-name", message, way) for message, way in people.faults]
    return people


def _title(fields: Mapping[str, str]) -> str:
    """Title and subtitle, as biblatex keeps them apart."""
    title, subtitle = fields.get("title", ""), fields.get("subtitle", "")
    if not (title and subtitle):
        return title or subtitle
    return f"{title} {subtitle}" if re.search(r"[.:?!]$", title) else f"{title}: {subtitle}"


def _issued(fields: Mapping[str, str]) -> Issued | None:
    """The date; BibTeX keeps month and day in fields of their own."""
    issued = read_issued(fields.get("date", ""))
    month = read_month(fields.get("month", "")) if issued else None
    if issued is None or month is None or issued.start.month:
        return issued
    day = month[1] or (int(fields["day"]) if fields.get("day", "").isdecimal() else None)
    whole = read_date(f"{issued.start.year:04}-{month[0]:02}" + (f"-{day:02}" if day else ""))
    return Issued(whole or Date(issued.start.year, month[0]), issued.end, issued.doubt)


def _kept(fields: Mapping[str, str], written: str) -> dict[str, str]:
    """What else the entry says; an address or DOI that must not be linked is left out."""
    kept = {name: text for name, text in fields.items() if text and name not in _NOT_FIELDS}
    for name, clean in (("doi", clean_doi), ("url", safe_address), ("archiveurl", safe_address)):
        kept[name] = clean(kept.get(name, ""))
    if written in ("phdthesis", "mastersthesis"):
        kept.setdefault("type", written)
    if written == "software":
        kept.setdefault("type", written)
    return {name: text for name, text in kept.items() if text}
