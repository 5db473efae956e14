"""What to say of a quotation that was not found as it should be, and of a copy that cannot be trusted."""

from collections.abc import Mapping, Sequence

from briefkit.problems import Problem, Where, listed
from briefkit.sources.finding import Finding, Verdict
from briefkit.sources.lock import lock_file
from briefkit.sources.looking import Looked
from briefkit.sources.sought import Sought

RULES: Mapping[Verdict, str] = {
    "absent": "quote-absent",
    "near": "quote-absent",
    "wrong_page": "quote-on-other-page",
    "twice": "quote-stands-twice",
    "in_references": "quote-in-references",
    "spliced": "quote-spliced",
    "cut": "quote-cut",
    "too_short": "quote-too-short",
}
"""The rule that is named for each verdict; something like the quotation is not the quotation."""


def not_found(one: Sought, key: str, finding: Finding) -> Problem:
    """The problem of one quotation."""
    message = f"`{one.shown}`, quoting `{key}`: {finding.message}"
    way = _page(one, key, finding.place) if finding.verdict == "wrong_page" else finding.help
    return Problem(one.where, RULES[finding.verdict], message, way)


def _page(one: Sought, key: str, place: str) -> str:
    """How the right place is written where the wrong one was: behind a value, as a field, in a citation."""
    if one.citation is not None:
        return f"write `[@{key}, {place}, …]`"
    if not place.startswith("p. "):
        return f"correct the page: the words are on {place}"
    return f"write `(at {place})` behind the quotation" if one.in_one_line() else f"write `at: {place}`"


def refused_copy(key: str, copy: Looked, lost: int, *, described: bool) -> Problem:
    """The problem of a copy that cannot be read, or is another document."""
    assert copy.refused is not None
    where = Where(f"evidence/sources/{key}.yaml" if described else copy.file, 0)
    message = f"{copy.refused.message}{_toll(lost)}"
    return Problem(where, copy.refused.rule, message, copy.refused.help)


def changed_copy(key: str, since: str, lost: int, absent: Sequence[str]) -> Problem:
    """The problem of a copy that is not the one in which the words were verified."""
    message = f"the copy of `{key}` is not the one that was verified{f' (of {since})' if since else ''}{_toll(lost)}"
    gone = f"no longer in it: {listed(absent, joint='and')}" if absent else "all of their words still stand in it"
    way = f"{gone}\nput the old copy back; if the new one is meant, run `source verify {key} --replace`"
    return Problem(Where(lock_file(key), 0), "snapshot-changed", message, way)


def unlocked(key: str, count: int) -> Problem:
    """Words were found that the lock does not know."""
    what = "1 quotation was" if count == 1 else f"{count} quotations were"
    message = f"{what} found in the copy of `{key}` that its lock does not know"
    way = f"run `source verify {key}`, so that a checkout without the copy knows it too"
    return Problem(Where(f"evidence/sources/{key}.yaml", 0), "lock-behind", message, way)


def _toll(lost: int) -> str:
    if not lost:
        return ""
    return f"; its {lost} quotations count as failed" if lost > 1 else "; its quotation counts as failed"
