"""What is wrong with an entry that can be read: fields missing, dates, DOIs and addresses that cannot be right.

Each check takes the entry as it stands (for places) and its fields under biblatex names; the reference is kept
whatever they find.
"""

import re
from collections.abc import Mapping

from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.references.dates import NO_DATE, TO_COME, read_date, read_issued, read_month
from briefkit.references.kinds import KIND_OF, KNOWN_TYPES, OLD_NAMES, REQUIRED, SAID
from briefkit.references.languages import NAMES, read_language
from briefkit.references.raw import RawEntry
from briefkit.references.reference import Kind

KEY = re.compile(r"\w[\w:.+-]*")
DOI = re.compile(r"10\.\d{4,9}/\S+")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_DOI_BEGINS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def clean_doi(text: str) -> str:
    """The DOI alone, whether it was given alone, as an address or after `doi:`; empty when it is none."""
    doi = _DOI_BEGINS.sub("", text.strip())
    return doi if DOI.fullmatch(doi) else ""


def safe_address(text: str) -> str:
    """The address when a page may link to it (http or https), else empty."""
    return text if ADDRESS.fullmatch(text) else ""


def check(entry: RawEntry, kind: Kind, fields: Mapping[str, str]) -> list[Problem]:
    """Everything that is wrong with what the entry says."""
    problems = _key(entry) + _type(entry)
    problems += [] if entry.damaged else _missing(entry, kind, fields)
    for name in ("url", "archiveurl"):
        problems += _address(entry, name, fields.get(name, ""))
    problems += _doi(entry, fields.get("doi", "")) + _year(entry, fields) + _language(entry, fields)
    for name in ("urldate", "archivedate"):
        problems += _day(entry, name, fields.get(name, ""))
    return problems


def place(entry: RawEntry, *names: str) -> Where:
    """Where the value of a field begins, under its new or its old name; the entry's key when it has none."""
    old = [old for old, new in OLD_NAMES.items() if new in names]
    found = entry.field(*names, *old)
    return found.value_where if found else entry.where


def _key(entry: RawEntry) -> list[Problem]:
    if KEY.fullmatch(entry.key):
        return []
    better = re.sub(r"[^\w:.+-]+", "_", entry.key).strip("_.:+-") or "name2020"
    way = f"write `{better}`: letters, digits and `_ - . : +`"
    return [
        Problem(entry.where, "bib-bad-key", f"`{entry.key}` cannot be cited: a key holds no blanks or other signs", way)
    ]


def _type(entry: RawEntry) -> list[Problem]:
    if entry.type in KIND_OF:
        return []
    common = listed(f"@{name}" for name in ("article", "report", "book", "online", "misc"))
    way = did_you_mean(
        f"@{entry.type}",
        (f"@{name}" for name in KNOWN_TYPES),
        f"write {common}; `briefkit explain bib-unknown-type` lists all",
    )
    return [Problem(entry.type_where, "bib-unknown-type", f"`@{entry.type}` is no type of reference", way)]


def _missing(entry: RawEntry, kind: Kind, fields: Mapping[str, str]) -> list[Problem]:
    """One problem for each thing that a reader needs to find a work of this kind."""
    problems = []
    for choices in REQUIRED[kind]:
        if any(fields.get(name) for name in choices):
            continue
        said = SAID.get(choices[0], f"its {choices[0]}")
        others = f", or {listed(choices[1:])}" if choices[1:] else ""
        way = f"write {said}: `{choices[0]} = {{...}},`{others}"
        if choices == ("date",):
            way += "; when there is none, write `date = {n.d.}`"
        problems.append(
            Problem(entry.where, "bib-missing-field", f"`{entry.key}` (@{entry.type}) has no `{choices[0]}`", way)
        )
    return problems


def _address(entry: RawEntry, name: str, text: str) -> list[Problem]:
    if not text or safe_address(text):
        return []
    if re.match(r"https?://", text, re.IGNORECASE):
        message = f"`{text}` holds signs that no web address has"
        way = "copy the address again from the browser; a blank is written `%20`"
    elif re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) and not re.match(r"[\w.-]+:\d", text):
        message = f"`{text.partition(':')[0]}:` addresses are never linked"
        way = "only addresses that begin with `https://` or `http://` are; use one or take the field out"
    else:
        message, way = f"`{text}` is no full web address", f"write `{name} = {{https://{text.lstrip('/')}}}`"
    return [Problem(place(entry, name), "bib-unsafe-url", message, way)]


def _doi(entry: RawEntry, text: str) -> list[Problem]:
    if not text or clean_doi(text):
        return []
    way = "a DOI begins with `10.` and holds a `/`: `10.1016/S0140-6736(10)60349-2`"
    return [Problem(place(entry, "doi"), "bib-bad-doi", f"`{text}` is no DOI", way)]


def _year(entry: RawEntry, fields: Mapping[str, str]) -> list[Problem]:
    text, month = fields.get("date", ""), fields.get("month", "")
    if text.strip().lower() in (*NO_DATE, *TO_COME):
        return []
    if read_issued(text) is None:
        years = re.findall(r"\b[12]\d{3}", text)
        way = (
            f"write `date = {{{years[0]}}}`"
            if len(years) == 1
            else "write `2019`, `2019-05` or `2019-05-03`; `n.d.` for none"
        )
        return [Problem(place(entry, "date", "year"), "bib-bad-year", f"`{text}` is no year or date", way)]
    if month and read_month(month) is None:
        return [
            Problem(
                place(entry, "month"), "bib-bad-date", f"`{month}` is no month", "write `month = may,` or `month = 5,`"
            )
        ]
    return []


def _day(entry: RawEntry, name: str, text: str) -> list[Problem]:
    if not text or read_date(text):
        return []
    way = f"write year, month, day: `{name} = {{2019-05-03}}`"
    return [Problem(place(entry, name), "bib-bad-date", f"`{text}` is no date", way)]


def _language(entry: RawEntry, fields: Mapping[str, str]) -> list[Problem]:
    text = fields.get("langid") or fields.get("language", "")
    if not text or read_language(text):
        return []
    way = did_you_mean(text, NAMES, "write its English name, such as `German`, or its code, such as `de`")
    return [
        Problem(
            place(entry, "langid", "language"), "bib-unknown-language", f"`{text}` is no language that we know", way
        )
    ]
