"""Whether a sentence gives a figure another event, another length of time or another nation than its own."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.wording import UNCLAIMED, Mark, Said, marked, said
from briefkit.rules.wording_names import before
from briefkit.rules.wording_results import inputs_of, result_of
from briefkit.values import Date, Number
from briefkit.values.claim import read_claim
from briefkit.values.fault import Fault
from briefkit.values.units import UnitNames

_OPENED = r"opened|began|begun|started|launched|(?:was|were)\s+(?:founded|introduced|set\s+up)"
_CLOSED = r"closed|ended|stopped|shut(?:\s+down)?|(?:came|come)\s+to\s+an\s+end|folded|ceased"
_EVENT = re.compile(
    rf"\b(?:(?P<opened>{_OPENED})|(?P<closed>{_CLOSED}))(?:\s+(?:its\s+doors|there|again|work))?\s*(?:,\s*)?(?:in|on)?\s+(?:about\s+)?$",
    re.IGNORECASE,
)
"""What happened on a date, right before it."""
_AFTER = re.compile(
    r"\b[Aa]fter\s+(?P<length>(?:\d+|an?|one|two|three|four|six|nine|twelve|eighteen|twenty-four)\s+(?:days?|weeks?|months?|years?))\b"
    r"(?!\s+(?:of|in|on|without)\b)"
)
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4"), "year": Decimal(365)}
_CLOSE = Decimal("0.85")
"""Two lengths of time are the same when the shorter is no less than this much of the longer: 26 weeks are six months."""
_NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
_NATION = re.compile(
    r"(?<!New South )(?<![\w-])(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Ff]or)\s+(?P<name>England|Wales|Scotland|Northern\s+Ireland)\b"
)


def date_misnamed(brief: Brief, _library: Library) -> Iterator[Problem]:
    """`It opened in [December 2022]`, which is when it closed."""
    for sentence, mark in marked(brief):
        if not isinstance(mark.use.figure.value, Date):
            continue
        own = {"started": "opened", "closed": "closed"}.get(mark.use.figure.address.rpartition(".")[2])
        found = _EVENT.search(sentence.own, *before(sentence, mark)) or _EVENT.search(sentence.own[: mark.start])
        said_ = found.lastgroup if found else None
        if found and own and said_ and said_ != own:
            message = f"`{found[said_]}` stands before `{mark.use.shown}`, which is when it {own}"
            way = "correct the verb, or bind the other date"
            yield Problem(sentence.place(*found.span(said_)), "date-misnamed", message, way)


def follow_up_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`After a year [38 of 43]`, when people were followed for 26 weeks."""
    units = library.vocabularies.units
    for sentence in said(brief):
        found = list(_AFTER.finditer(sentence.own)) if sentence.block not in UNCLAIMED else []
        length = _days(found[0]["length"], units) if len(found) == 1 else None
        own = {text for mark in sentence.marks if (text := _follow_up(mark, library))}
        lengths = [_days(text, units) for text in own]
        if not length or not lengths or None in lengths:
            continue
        if not any(other and min(length, other) >= _CLOSE * max(length, other) for other in lengths):
            message = (
                f"`{' '.join(found[0]['length'].split())}` is named, and the figures are of {' and '.join(sorted(own))}"
            )
            way = "write the time at which the study looked"
            yield Problem(sentence.place(*found[0].span("length")), "time-misnamed", message, way)


def _follow_up(mark: Mark, library: Library) -> str:
    result = result_of(mark.use.figure, library)
    follow_up = getattr(result, "follow_up", None)
    return str(follow_up) if follow_up else ""


def _days(text: str, units: UnitNames) -> Decimal | None:
    claim = read_claim(re.sub(r"^an?\s", "1 ", text), units)
    if isinstance(claim, Fault) or claim.unit not in _DAYS or not isinstance(claim.value, Number):
        return None
    return claim.value.value * _DAYS[claim.unit]


def nation_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`In Scotland` of figures of England and Wales."""
    for sentence in said(brief):
        records = {one.record for mark in sentence.marks for one in inputs_of(mark.use.figure, library)}
        nations = {name: _nations_of(name, library) for name in records}
        own = {nation for found in nations.values() for nation in found}
        if not own or not all(nations.values()):
            continue
        named = list(_NATION.finditer(sentence.own))
        strange = [found for found in named if " ".join(found["name"].split()) not in own]
        if strange and len(strange) == len(named) and not _names_one(sentence, own):
            message = f"`{strange[0]['name']}` is named, but the figures beside it are of {' and '.join(sorted(own))}"
            way = "correct the name, or bind the figures of that nation"
            yield Problem(sentence.place(*strange[0].span("name")), "place-misnamed", message, way)


def _nations_of(record_id: str, library: Library) -> set[str]:
    """The nations of the United Kingdom that a record's place or name tells."""
    record = library.record(record_id)
    if record is None:
        return set()
    place = getattr(record, "place", None)
    text = f"{record.title} {record.name} {place if isinstance(place, str) else ''}"
    return {nation for nation in _NATIONS if re.search(rf"\b{nation}\b", text)}


def _names_one(sentence: Said, own: set[str]) -> bool:
    return any(nation in sentence.own for nation in own)
