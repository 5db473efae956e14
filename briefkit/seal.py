"""What a figure says and of what it says it, so that a change of either is noticed wherever somebody vouched for it.

Locks hash it, and verdicts do. What is only described (titles, notes, the spelling of a label) is left out: mending a typo
there must lapse nothing. Addresses are left out too: renaming a record changes nothing that it says.
"""

from collections.abc import Mapping
from hashlib import sha256
from json import dumps

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.records.record import Record
from briefkit.values.dates import write_date
from briefkit.values.write import full

CONTEXT = (
    "country",
    "place",
    "intervention",
    "outcome",
    "follow_up",
    "analysis_set",
    "measure",
    "population",
    "covers",
    "perspective",
    "compared_with",
    "time_horizon",
    "comparison",
    "holder",
    "regarding",
    "stance",
    "date",
)
"""Fields above a figure that say of what its value is one."""


def says(figure: Figure, library: Library) -> dict[str, str]:
    """Everything that the figure says, by name, in words that can be shown: `value`, `quote`, `cite`, `of country`...

    A name that is not there says nothing; two figures that say the same have equal mappings.
    """
    quote = figure.quote
    period = figure.period
    interval = figure.interval
    found = {
        "value": full(figure, library.vocabularies.units).replace("\u00a0", " "),
        "price year": _price_year(figure),
        "as of": write_date(figure.as_of) if figure.as_of else "",
        "period": f"{write_date(period.start)} to {write_date(period.end)}" if period else "",
        "interval": f"{interval.level} {interval.low} {interval.high}" if interval else "",
        "quote": quote.exact if quote else "",
        "prefix": quote.prefix if quote else "",
        "suffix": quote.suffix if quote else "",
        "cite": " ".join(figure.cite),
        "at": figure.at or "",
        "via": figure.via or "",
        "year from": figure.year_from,
        "value from": figure.value_from,
        **_context(figure, library),
    }
    return {name: text for name, text in found.items() if text}


def seal(said: Mapping[str, str]) -> str:
    """SHA-256 of what was said."""
    return sha256(dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _price_year(figure: Figure) -> str:
    year = figure.price_year
    return "" if year is None else f"{year.year or 'not_reported'}{' assumed' if year.assumed else ''}"


def _context(figure: Figure, library: Library) -> Mapping[str, str]:
    """The fields above the figure, and the arm of which it is the result."""
    return library.worked_out(_contexts, "records", figure.record).get(figure.address, {})


def _contexts(library: Library, record_id: str) -> dict[str, dict[str, str]]:
    """The same of all figures of a record, by address."""
    record = library.record(record_id)
    figures = library.figures_of(record_id) if record is not None else ()
    return {one.address: _above(one.address.split(".")[1:], record) for one in figures if record is not None}


def _above(steps: list[str], record: Record) -> dict[str, str]:
    """The fields of a record on the way to a figure, and the arm that the way goes through."""
    found: dict[str, str] = {}
    for depth in range(len(steps)):
        start = "".join(f"{step}." for step in steps[:depth])
        for name in CONTEXT:
            value = record.field(start + name)
            if value:
                found[f"of {name}"] = value if isinstance(value, str) else " ".join(value)
    for step in steps:
        label = record.field(f"arms.{step}.label")
        if isinstance(label, str):
            found["of arm"] = label
    return found
