"""What a quotation counts, by the nouns of the things that are counted most: people, places, deaths, studies, services."""

import re

from briefkit.rules.borne_case import Case
from briefkit.values.stands import Standing

_THINGS = {
    "persons": r"people|persons?|adults?|child(?:ren)?|pupils?|participants?|patients?\w*|users?|abusers?|addicts?|individuals?"
    r"|offenders?|men|women|residents?|Patient\w+|Person(?:en)?|Abhängige\w*|Menschen|Teilnehm\w+|personnes|usagers",
    "rooms": r"places?|beds?|Plätze|Betten|plaatsen",
    "deaths": r"deaths?|died|fatalities|Todesfälle|Verstorbene|décès|doden",
    "studies": r"stud(?:y|ies)|trials?|RCTs?|Studien?",
    "services": r"clinics?|centres?|centers?|units?|sites?|\w*Zentr\w+|\w*zentr\w+|\w*-?Ambulanz\w*|Kliniken|services?",
}
_PATTERNS = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _THINGS.items()}
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:to|in|at|on|for|from|by|with|into|across|für|in|an|auf|bei|mit|zu|til|ved|i|på)(?!\w)", re.IGNORECASE
)
"""Behind these stands where something is, or for whom, and not what is counted: `990 to usual services`."""
WORDS_AFTER = 6
"""Words after a number among which stands what it counts."""


def other_thing(case: Case, unit: str, one: Standing) -> bool | None:
    """Whether the number counts another thing than the unit says; None when the nouns do not tell."""
    own = thing(case.units.noun(unit, plural=True))
    there = _counted(case, one)
    if own is None or there is None:
        return None
    if there == own:
        # Two words of vocabularies for services may mean two things: `18 units` are not `18 clinics`.
        return own == "services" and one.unit is not None and one.unit != unit
    if own == "rooms" and there == "persons" and re.search("place|bed", case.figure.address):
        return False  # `up to 15 patients` says how many places there are
    quote = case.figure.quote
    told = f"{quote.prefix} {quote.exact} {quote.suffix}" if quote else case.text
    return not _PATTERNS[own].search(told)


def thing(noun: str) -> str | None:
    """The sort of thing that a noun names."""
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(noun)), None)


def _counted(case: Case, one: Standing) -> str | None:
    """The sort of the first such noun after the number, before the next number."""
    stop = min((other.start for other in case.found if other.start > one.end and other.digits), default=len(case.text))
    words = re.findall(r"[^\W\d_][\w-]*", _ELSEWHERE.split(case.text[one.end : stop], maxsplit=1)[0])[:WORDS_AFTER]
    return next((found for word in words if (found := thing(word)) is not None), None)
