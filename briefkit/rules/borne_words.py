"""Whether our words for a fact say more than its quotation: without its `would` and `may`, or with names of our own."""

import re
from collections.abc import Iterator

from briefkit.rules.borne_case import Case, Told
from briefkit.rules.unbound.carried import texts_of
from briefkit.values import Words
from briefkit.values.dates import MONTHS

_DOUBT = re.compile(
    r"(?<!\w)(?:would|could|may|might|(?:plan|propose|hope|aim|intend|seek|want|expect)(?:s|d|ed|ned)? to)(?!\w)",
    re.IGNORECASE,
)
"""Words after which something is not yet so, or not surely."""
_SOFT = re.compile(
    r"(?<!\w)(?:would|could|may|might|should|will|perhaps|possibl[ey]|potential\w*|(?:un)?likely|probabl[ey]|if|whether|to|"
    r"(?:plan|propos|hop|aim|intend|intent|seek|want|wish|expect|alleg|claim|believ|think|argu|mean)\w*|said|says?)(?!\w)",
    re.IGNORECASE,
)
"""Words of ours that leave it as open, or tell it as an aim or as somebody's opinion."""
_PASSED = frozenset(["not", "be", "been", "being", "have", "has", "also", "then", "only", "still", "never", "it", "they", "the", "a", "an", "in"])  # fmt: skip
"""Words between `would` and what would be."""
STEM = 5
"""Letters by which a word is known again in another form."""


def doubt(case: Case) -> Iterator[Told]:
    """`Are not legal` where the source says that they would not be: what may be is told as what is."""
    value = case.figure.value
    if (
        not isinstance(value, Words)
        or value.text == case.text
        or case.lang not in {"", "en"}
        or _SOFT.search(value.text)
    ):
        return
    for found in _DOUBT.finditer(case.text):
        words = re.findall(r"[^\W\d_]+", case.text[found.end() :])
        told = next((word for word in words if word.casefold() not in _PASSED and not word.endswith("ly")), "")
        if told and re.search(rf"(?<!\w){re.escape(told[:STEM])}", value.text, re.IGNORECASE):
            message = f"`{value.text}` leaves out the `{found[0]}` of its quotation: `{case.shown}`"
            yield Told("doubt-dropped", message, f"say it as the source does, with `{found[0]}`")
            return


_NAMES = re.compile(r"(?<![\w.’'-])[A-Z][\w-]*[a-z][\w-]*(?:\s+(?:(?:of|and|the|for)\s+){0,2}[A-Z][\w-]*)*")
_SMALL_WORDS = frozenset({"of", "and", "the", "for"})
_TIMES = frozenset(
    [
        *(month.casefold() for month in MONTHS),
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "christmas",
        "easter",
    ]
)


def names(case: Case) -> Iterator[Told]:
    """Names in our words of which neither the quotation nor anything else of the record knows."""
    value = case.figure.value
    if not isinstance(value, Words) or value.text == case.text or case.lang not in {"", "en"}:
        return
    told = " ".join(_known(case, value.text))
    short = set(re.findall(r"\b[A-Z]{2,}\b", told))
    for found in _NAMES.finditer(value.text):
        parts = [part for part in found[0].split() if part not in _SMALL_WORDS]
        start = found.start() == 0 or value.text[: found.start()].rstrip()[-1:] in {".", ":", "?"}
        missing = [part for part in parts[1 if start else 0 :] if not _spoken(part, told)]
        if missing and not _shortened(parts, missing[0], short):
            message = f"`{missing[0]}` stands neither in the quotation nor elsewhere in the record: `{case.shown}`"
            way = "quote the words that name it, or say under `subject_not_in_quote` where the source does"
            yield Told("name-not-in-quote", message, way)
            return


def _known(case: Case, own: str) -> Iterator[str]:
    """What the quotation and the record say, without our own words for this fact."""
    figure, library = case.figure, case.library
    yield from (case.text, figure.label, figure.subject_not_in_quote, figure.note)
    if figure.quote:
        yield from (figure.quote.prefix, figure.quote.suffix)
    record = library.record(figure.record)
    yield from (text for text in texts_of(record.node) if " ".join(text.split()) != own) if record else ()
    yield from (library.references[key].title for key in figure.cite if key in library.references)
    yield from (name.text for name in library.vocabularies.names.values())


def _spoken(name: str, told: str) -> bool:
    known = name.casefold() in _TIMES or len(name) == 1
    return known or re.search(rf"(?<!\w){re.escape(name[:STEM])}", told, re.IGNORECASE) is not None


def _shortened(parts: list[str], name: str, short: set[str]) -> bool:
    """Whether a name is one of a row whose first letters stand elsewhere: `Police and Crime Commissioner` of `PCC`."""
    at = parts.index(name)
    rows = (
        "".join(part[0] for part in parts[start:end])
        for start in range(at + 1)
        for end in range(at + 1, len(parts) + 1)
    )
    return any(len(row) > 1 and row in short for row in rows)
