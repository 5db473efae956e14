"""The ledger's words for what files and code call by shorter names."""

STATES = {
    "bound": "Rests on figures",
    "derived": "Worked out from figures",
    "cited": "Cites a source",
    "judgement": "Marked as judgement",
    "method": "Tells how the work was done",
    "uncited": "Nothing stands behind it",
}
"""States of a claim."""
VERDICTS = {
    "accurate": "Accurate",
    "minor": "Minor error",
    "major": "Major error",
    "cannot_verify": "Cannot verify",
    "missing": "Missing",
    "good": "Good as it is",
    "lapsed": "Changed since it was judged",
    "waiting": "Not judged yet",
}
STANDINGS = ("accurate", "minor", "major", "cannot_verify", "lapsed", "waiting")
HELD = {
    "exact": "Found now",
    "earlier": "Found earlier",
    "witnessed": "Seen by somebody",
    "unseen": "Seen by nobody",
    "failed": "Not found",
}
HELD_MEANS = {
    "exact": "the words stand in our copy of the source, at this place; the machine has just looked",
    "earlier": "they were found in a copy that is not on this machine; nothing has changed since",
    "witnessed": "somebody saw the words, in the source or a copy of it, on that day; no copy is kept here",
    "unseen": "nobody has confirmed that the words stand in the source",
    "failed": "the source, as far as we hold it, does not bear the words out, or they changed since somebody vouched for them",
}
"""What each of these says, once for the whole page."""
LOOKED_AT = {"full_text": "the full text", "abstract": "the abstract", "quote_only": "the quoted words alone"}
READ = {"full_text": "read in full", "abstract": "only its abstract was read", "excerpt": "only an excerpt was read"}
WORKED_OUT = "Worked out by us"
UNRECORDED = "Class not recorded"


def looked_at(word: str | None) -> str:
    """How much a reviewer looked at, in words."""
    return f"looked at {LOOKED_AT[word]}" if word else ""
