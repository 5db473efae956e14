"""By what a number in a quotation is counted: `a year`, `per month`, `per 100,000`, `jährlich`."""

import re
from functools import cache

from briefkit.values.stands_digits import BLANKS
from briefkit.values.tongues import ENGLISH, Tongue, tongue

_ADVERBS = {
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "jährlich": "year",
    "monatlich": "month",
    "wöchentlich": "week",
    "täglich": "day",
    "annuel": "year",
    "annuelle": "year",
}
_BASE = re.compile(
    rf"\W{{0,2}}(?:\w+\s+){{0,3}}?(?:per|in every|je|pro|pour|par)\s+(\d[\d,.’'{BLANKS}]*\d|million|thousand|Million)"
)
MOST_WORDS = 2
"""Words that may stand between a number and its rate: `£15,000 for each patient per year`."""


def times_of(per: str) -> frozenset[str]:
    """Lengths of time by which a figure's rate is counted: `patient per year` to `year`; `26 weeks` to `week`."""
    names = "|".join(ENGLISH.times)
    return frozenset(match[1] for match in re.finditer(rf"(?<!\w)({names})s?(?!\w)", per, re.IGNORECASE))


def rate_times(text: str, lang: str, *, here: bool) -> frozenset[str]:
    """Lengths of time by which the text counts; only right at its start when `here`."""
    found: set[str] = set()
    for lang_read in dict.fromkeys((lang, "en")):
        known = tongue(lang_read)
        pattern = _pattern(lang_read, here=here)
        if here:
            match = pattern.match(text)
            found |= {_unit(match["time"], known)} if match else set()
        else:
            found |= {_unit(match["time"], known) for match in pattern.finditer(text)}
    if not here:
        words = re.findall(r"\w+", text.casefold())
        found |= {_ADVERBS[word] for word in words if word in _ADVERBS}
    return frozenset(found)


def bases(text: str) -> tuple[str, ...]:
    """The number of others by which a rate right at the start of a text is counted: `100,000`, `million`."""
    match = _BASE.match(text)
    return (re.sub(rf"[,.’'{BLANKS}]", "", match[1]).casefold(),) if match else ()


@cache
def _pattern(lang: str, *, here: bool) -> re.Pattern[str]:
    known = tongue(lang)
    every = "|".join(re.escape(word) for word in known.every.split("|"))
    times = "|".join(known.times)
    lead = rf"\W{{0,2}}(?:\w+\s+){{0,{MOST_WORDS}}}?" if here else ""
    return re.compile(rf"{lead}(?<!\w)(?:{every})\s+(?P<time>{times})(?:[a-zäöüß]{{0,3}})(?!\w)", re.IGNORECASE)


def _unit(written: str, known: Tongue) -> str:
    return next(unit for start, unit in known.times.items() if written.casefold().startswith(start))
