"""What pydantic found wrong, before it is worded: one slip of a person must not be reported as two."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from briefkit.records.anatomy import parts
from briefkit.records.entry import Entry

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake as pydantic sees it."""

    type: str
    """Pydantic's name for it, or ours."""
    loc: Loc
    """Keys down to the place."""
    input: Any
    """What stands there."""
    said: Mapping[str, Any]
    """What whoever refused it had to say."""


def without_doubles(model: type[Entry], slips: Sequence[Slip], data: Any, empty: Collection[str]) -> list[Slip]:
    """The slips without those that only follow from another.

    A field is missing because its name is misspelt, or because it stands there without a value.
    """
    unknown = [slip for slip in slips if slip.type == "extra_forbidden"]
    misnamed = [name.casefold() for name in empty if name not in parts(model)]
    missing = [slip for slip in slips if slip.type == "missing"]
    twice = [slip for slip in missing if str(slip.loc[-1]) in empty or _meant(slip.loc, unknown, misnamed)]
    kept = [slip for slip in slips if slip not in twice]
    return [slip for slip in kept if slip.type != "extra_forbidden" or not model.excused(slip.loc, data)]


def _meant(loc: Loc, unknown: Sequence[Slip], misnamed: Sequence[str]) -> bool:
    beside = [str(slip.loc[-1]).casefold() for slip in unknown if slip.loc[:-1] == loc[:-1]]
    beside += misnamed if len(loc) == 1 else []
    return bool(get_close_matches(str(loc[-1]), beside, n=1, cutoff=0.6))
