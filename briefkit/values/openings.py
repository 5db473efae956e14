"""How a one-line figure opens: typed absence, and the words that qualify a value."""

import re
from typing import get_args

from briefkit.problems import listed
from briefkit.values import Missing, MissingKind, Qualifier
from briefkit.values.fault import Fault
from briefkit.values.reading import Reading

MISSING: tuple[MissingKind, ...] = get_args(MissingKind)
QUALIFIERS: dict[str, Qualifier] = {**{word: word for word in get_args(Qualifier)}, "less than": "fewer than"}
"""As written, to what it is kept as."""
INSTEAD: dict[str, str] = {
    **dict.fromkeys(
        ("approximately", "approx.", "approx", "around", "roughly", "circa", "ca.", "ca", "c.", "some", "~", "≈"),
        "about",
    ),
    **dict.fromkeys(("over", "above", "greater than", ">", "in excess of", "upwards of", "just over"), "more than"),
    **dict.fromkeys(("under", "below", "<", "fewer"), "fewer than"),
    **dict.fromkeys(("just under", "close to", "not quite"), "nearly"),
    **dict.fromkeys(("at most", "no more than", "not more than", "maximum", "max.", "max", "≤", "<="), "up to"),
    **dict.fromkeys(
        ("no fewer than", "no less than", "not less than", "minimum", "min.", "min", "≥", ">="), "at least"
    ),
}
"""Other words of the same meaning, to the one to write instead."""
_ABSENCE = {
    **dict.fromkeys(("n/a", "na", "not applicable", "not-applicable"), "not_applicable"),
    **dict.fromkeys(
        ("nr", "n.r.", "not reported", "not-reported", "not stated", "not given", "unreported"), "not_reported"
    ),
    **dict.fromkeys(("not seen", "not-seen", "tbc", "tbd", "todo", "pending"), "not_seen"),
}
_UNDECIDED = frozenset({"unknown", "none", "nil", "missing", "?", "??", "-", "–", "—", "...", "…", "not known"})


def _alternatives(words: object) -> str:
    ordered = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


_QUALIFIER = re.compile(rf"({_alternatives(QUALIFIERS)})(?![\w-])", re.IGNORECASE)
_NEAR_QUALIFIER = re.compile(rf"({_alternatives(INSTEAD)})(?=[\s\d£€])", re.IGNORECASE)
_MISSING = re.compile(rf"({'|'.join(MISSING)})(?![\w-])", re.IGNORECASE)


def absence(reading: Reading) -> Fault | None:
    """A value that is not there: `not_reported`, or something that was meant to say so."""
    match = _MISSING.match(reading.text, reading.at)
    if match:
        kind = next(kind for kind in MISSING if kind == match[1].casefold())
        reading.keep("value", Missing(kind), match.end())
        return None
    written = re.split(r"[\"(]", reading.rest, maxsplit=1)[0].strip()
    folded = " ".join(written.casefold().split())
    if folded in _ABSENCE:
        return reading.blame(
            "missing-form", f"`{written}` is not how a missing value is written", f"write `{_ABSENCE[folded]}`"
        )
    if folded in _UNDECIDED:
        return reading.blame("missing-form", f"`{written}` does not say why the value is missing", WHY_MISSING)
    return None


WHY_MISSING = (
    "write `not_reported` (the source does not say), `not_seen` (nobody has looked yet), `not_applicable` (it cannot "
    "exist) or `unclear` (the source can be read in two ways)"
)


def qualifier(reading: Reading) -> Fault | None:
    """The word before a value that belongs to it."""
    match = _QUALIFIER.match(reading.text, reading.at)
    if match:
        reading.keep("qualifier", QUALIFIERS[" ".join(match[1].casefold().split())], match.end())
        reading.skip_blanks()
        return _second(reading)
    return _unknown(reading)


def _second(reading: Reading) -> Fault | None:
    match = _QUALIFIER.match(reading.text, reading.at) or _NEAR_QUALIFIER.match(reading.text, reading.at)
    if match is None:
        return None
    message = f"two words qualify the value: `{reading.said['qualifier']}` and `{match[1]}`"
    return reading.blame("unknown-qualifier", message, "keep the one that the source prints", match.end())


_BETWEEN = re.compile(r"(between|from)\s+(\S+)\s+(?:and|to|-|–)\s+(\S+)", re.IGNORECASE)


def _unknown(reading: Reading) -> Fault | None:
    match = _NEAR_QUALIFIER.match(reading.text, reading.at)
    between = _BETWEEN.match(reading.text, reading.at)
    if between:
        word, low, high = between.groups()
        way = f"write `{low} to {high}`"
        return reading.blame("unknown-qualifier", f"`{word}` is not needed before a range", way, between.end(1))
    if match is None:
        return None
    word = match[1]
    instead = INSTEAD[" ".join(word.casefold().split())]
    way = f"write `{instead}`; the words that may stand before a value are {listed(get_args(Qualifier))}"
    return reading.blame(
        "unknown-qualifier", f"`{word}` is not a word that a value is qualified with", way, match.end()
    )
