"""One line of a lock: that certain words were found in a source, or seen there by somebody, and when.

An entry holds no words of the source, which may be under copyright, but their seal; and a check over itself, so that an
edit by hand shows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from briefkit.sources.document import hash_of

State = Literal["exact", "witnessed"]
WORDLESS = frozenset({"quote", "prefix", "suffix"})
"""What a lock does not repeat: the words of the source."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SEAL = re.compile(r"[0-9a-f]{64}")
_MOST = 2_000
"""Characters of a text in an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of one quotation."""

    seal: str
    """Hash of everything that the figure said when its words were found or seen (`briefkit.seal`)."""
    state: State
    on: str
    """The day, `2026-11-22`."""
    place: str = ""
    """Where the words stood: `p. 3`."""
    folds: tuple[str, ...] = ()
    """What was folded to find them."""
    says: Mapping[str, str] = field(default_factory=dict)
    """What the figure said then, without the words of the source: a later change can be named."""
    briefs: tuple[str, ...] = ()
    """For words that a brief cites: the briefs in which they stood."""


def said_without_words(says: Mapping[str, str]) -> dict[str, str]:
    """What a figure says, fit to stand in a lock: a fact, whose value is its quotation, says nothing more."""
    words = says.get("quote")
    return {name: text for name, text in says.items() if name not in WORDLESS and text != words}


def written(name: str, entry: Entry, copy: object) -> dict[str, Any]:
    """An entry as it stands in the file. `copy` is what the lock says of the snapshot and its text."""
    whole: dict[str, Any] = {
        "state": entry.state,
        "on": entry.on,
        "seal": entry.seal,
        "place": entry.place,
        "folds": list(entry.folds),
        "says": dict(entry.says),
        "in": list(entry.briefs),
    }
    data = {key: value for key, value in whole.items() if value}
    return {**data, "check": check_of(name, data, copy)}


def check_of(name: str, data: Mapping[str, Any], copy: object) -> str:
    """Hash over an entry. One that was found in a copy holds for that copy alone; what a person saw needs none."""
    bound = copy if data.get("state") == "exact" else None
    return hash_of({"name": name, "entry": dict(data), "copy": bound})[:16]


def read_entry(data: object) -> Entry | None:
    """The entry that was written so; None when it does not have the form of one."""
    if not isinstance(data, dict) or set(data) - {"state", "on", "seal", "place", "folds", "says", "in", "check"}:
        return None
    says, folds, briefs, place = data.get("says", {}), data.get("folds", []), data.get("in", []), data.get("place", "")
    sound = (
        data.get("state") in get_args(State)
        and _is_day(data.get("on"))
        and _fits(_SEAL, data.get("seal"))
        and _texts([place, data.get("check")])
        and isinstance(folds, list)
        and _texts(folds)
        and isinstance(briefs, list)
        and _texts(briefs)
        and isinstance(says, dict)
        and _texts(says.values())
    )
    if not sound:
        return None
    return Entry(
        seal=data["seal"],
        state=data["state"],
        on=data["on"],
        place=place,
        folds=tuple(folds),
        says=says,
        briefs=tuple(briefs),
    )


def _is_day(value: object) -> bool:
    try:
        return _fits(_DAY, value) and isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _texts(values: Any) -> bool:
    return all(isinstance(value, str) and len(value) <= _MOST for value in values)
