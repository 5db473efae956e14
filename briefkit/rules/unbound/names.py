"""Digits and number words that say how something is called, and not how much of it there is: they are no claim.

What passes here is a closed list, each kind with its reason; every other name with a digit stands in `terms.yaml`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

COVER = "\ue001"
"""Stands in a text for a character of a name."""

_CAPITAL = r"[A-Z][\w’'-]*"
_NAMED = (
    "annexe?|appendix|band|box|case study|category|channel|chapter|chart|column|cohort|edition|example|fig|figure|finding|"
    "footnote|goal|grade|heading|item|junction|key stage|level|lot|module|objective|option|page|paragraph|para|part|phase|"
    "platform|point|principle|priority|problem|proposal|recommendation|room|route|scenario|section|stage|step|strand|table|"
    "task|theme|tier|tranche|type|unit|version|volume|vol|ward|wave|work package|workstream|zone|annexes|appendices|"
    "chapters|figures|items|options|pages|paragraphs|paras|phases|recommendations|sections|stages|steps|tables"
)
"""Words before a number that says which one is meant."""
_ALSO_VERBS = "group|issue|line|map|model|note|number|question|round|row"
"""The same, but only as a noun: `we question 12 people` counts them."""
_PLACE = r"\d{1,4}(?:\.\d{1,3})*[a-zA-Z]?(?:(?:, |,? (?:and|or|to) |[-–])\d{1,3}(?:\.\d{1,3})*[a-zA-Z]?(?!\d))*(?!\d|,\d|\w|\s?%|\s?per cent)"
_STREETS = "avenue|close|court|crescent|drive|gardens|grove|hill|house|lane|parade|park|place|road|row|square|street|terrace|way"
_KNOWN = (
    # Where to find something, and whom to ring: addresses of the web and of the post, telephone numbers, postcodes.
    r"(?:https?://|www\.)[^\s<>\"”]+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}",
    r"(?<![\w.,£€$])(?:\+\d{1,3}[ ()\d-]{7,16}\d|0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4})(?!\w)",
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|(?<![\w.,£€$/])0\d+(?![\w.,]*\d)",
    rf"(?<![\w.,£€$])\d{{1,4}}[A-Za-z]? (?:{_CAPITAL} ){{1,3}}(?i:{_STREETS})\b",
    # A word that begins with a letter is a name, whatever digits follow: COVID-19, NG52, A4, EQ-5D, ISRCTN01338071.
    (
        r"(?<![\w£€$.])(?!(?:EUR|GBP|CHF|USD|DKK|NOK|SEK|CAD|AUD)-?\d|(?i:over|under|aged?|mid|pre|post|sub|top|non|up|per)-?\d)"
        r"(?:[A-Za-z]{0,12}[A-Z][A-Za-z]{0,12}(?:-[A-Z]+)*-?|[a-z]{1,3})\d\w*(?:[-/.]\w*\d\w*)*(?![\w%])"
    ),
    r"(?<![\w.,£€$])(?:[2-6]G|[234]D|24/7|9/11(?! [a-z]+s? (?:died|stayed|were|had))|7/7(?! [a-z])|Web 2\.0)(?!\w)",
    r"\b(?:Radio|Windows|Class|Formula|Channel|Office) \d{1,3}(?![\w%,.]*\d)(?!\s?%)",
    r"\bEuro [1-7]\b|(?<!\w)(?:101|105|111|112|119|999)(?= (?:line|calls?|service|number|helpline)\b)",
    r"(?<=\b(?:call|dial|ring) )(?:101|105|111|112|119|999)\b",
    # A time of the day is an appointment, the level of an interval a convention.
    r"(?<![\w.,:£€$])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.?m\b\.?|noon\b|midnight\b)|(?<![\w.,:£€$])(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:])",
    r"(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o[’']clock\b)",
    r"(?<![\w.,])(?:90|95|99)(?:\s?%|\sper\s?cent)(?= (?:confidence|credible|CI\b|CIs\b))",
    # A place in this text or another, a class, a version: `section 2`, `steps 1 to 3`, `Type 2`, `Year 6`.
    rf"(?<![\w’'-])(?i:{_NAMED})(?:\.\s?|\s|-){_PLACE}",
    rf"(?<![\w’'-])(?:pp?|ss?|v|No|nos?)\.\s?{_PLACE}",
    rf"(?:(?<=\bthe )|(?<=\b[Ss]ee )|(?<=\bin )|(?<=\bto )|(?<=\bof )|(?<=\())(?:{_ALSO_VERBS})s?\s{_PLACE}",
    rf"(?<![\w’'-])(?:{_ALSO_VERBS.title()})s?\s{_PLACE}",
    rf"(?<![\w-])(?i:{_NAMED})\s(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w-])",
    r"(?<![\w-])Years?\s\d{1,2}(?:(?: and | to |[-–])\d{1,2})?(?!\w)",
    r"^\s*\(?\d{1,2}(?:\.\d{1,2}){1,3}\.?\)?\s+(?=[A-Z])(?![A-Z][a-z]*(?:illion|housand|er cent)\b)|^\s*\(\d{1,2}\)\s",
    r"#\d+",
    # The title of a law ends in its year, a century is not a count.
    (
        r"\b(?:Act|Acts|Bill|Code|Convention|Directive|Measure|Order|Protocol|Regulation|Regulations|Rules|Treaty)"
        r"(?: \([A-Z][\w’' ]{1,40}\))? (?:of )?(?:1[2-9]|20)\d\d\b"
    ),
    r"(?<!\w)\d{1,2}(?:st|nd|rd|th)[- ]century\b",
    r"\b(?:[a-z]+teenth|(?:nine|twen)tieth|twentieth|twenty-first)[- ]century\b",
)
_SAYINGS = (
    r"\b(?:in|from|of|by|to) one (?:trial|study|report|review|survey)\b",
    r"one(?:self| another| by one|-to-one|-off|-offs|-stop| or two| day| time| place| point| side| hand| thing| way)\b",
    r"\bat one (?:time|point)\b",
    r"\b(?:of|between|among) the (?:two|three|four|five)(?=[,.;:]|\s+(?:is|was|were|are|has|had)\b)",
    r"\b(?:no|any|every|each|some)[- ]one\b",
    r"\bfirst(?:ly|-time|-hand|-line| time| place| point| instance| aid| class| name| names| hand| sight| half| quarter)\b",
    r"\bsecond(?:ly|-hand|-line| time| place| point| half| chance| opinion| nature| thoughts?| home| homes| hand| quarter)\b",
    r"\b(?:each|every|for|the|this|that|their|its|our) (?:first|second) (?:year|month|week|day|hour|meeting|report)s?\b",
    r"\b(?:first|second) (?:visit|appointment|dose|contact|assessment|interview|session|attempt|admission|attendance)\b",
    # How often something is done, which no source counts.
    r"\btwice (?:daily|nightly|weekly|monthly|yearly|annually|(?:a|an|per|each|every) (?:hour|day|night|week|fortnight|month|term|year))\b",
    (
        r"\b(?:ask|call|check|count|read|test|visit|measur|interview|remind|contact|tri|warn|look|knock)(?:e?d|ied|s|ing)?"
        r"(?: (?:him|her|it|them|us|me|you))? twice(?=\s*(?:[.,;:!?)]|$)|\s(?:for|about|by|before|why)\b)"
    ),
    r"\bonce or twice\b|\bthink twice\b|\btwice over\b|\bonce and for all\b|\bat once\b|\bonce again\b|\bonce more\b|\ball at once\b",
    r"\bhalf[- ](?:hearted\w*|term\w*|way|life|lives|baked|brothers?|sisters?|marathon|the (?:battle|time|story|point))\b",
    r"\b(?:other|better|first|second|latter|top|bottom|upper|lower) half\b|\bhalf-?year(?:ly)?\b",
    (
        r"\bdouble[- ](?:check\w*|glaz\w+|decker\w*|room|rooms|bed|beds|yellow|standards?|jeopardy|counting|counted|blind|"
        r"sided|page|edged|act|bind|figures?|bluff|dip|up|lock\w*|helix|vision)\b"
    ),
    r"\btriple[- ](?:lock|aim|therapy|glaz\w+|bottom|blind|helix)\b",
    r"\b(?:net|ground|absolute|day)[- ]zero\b|\bzero[- ](?:tolerance|hours?|carbon|emissions?|sum|rated|waste|day)\b",
    r"\b(?:four|five|three)-star\b|\bthree[- ]dimensional\b|\btwo[- ](?:way|tier|fold sense)\b|\bnine-to-five\b",
    r"\bhundreds and thousands\b|\bthousands? island\b|\bone in a million\b|\bmillionaires?\b|\ba million miles\b",
    r"\b(?:square|back to square) one\b|\bnumber one\b|\bcloud nine\b|\b(?:the )?(?:Big|Home) (?:Four|Five)\b|\bfour nations\b",
)
_LEGAL_STOP = re.compile(r"(?:article|regulation|schedule|directive|rule|clause)s?\s+\d[\w.()/]*", re.IGNORECASE)
"""References to law, which belong into `terms.yaml`, so that nobody mistypes one."""
_PATTERN = re.compile("|".join(f"(?:{pattern})" for pattern in _KNOWN))
_IDIOM = re.compile("|".join(f"(?:{pattern})" for pattern in _SAYINGS), re.IGNORECASE)
_PROPER = re.compile(
    r"(?<=[a-z,;] )(?:Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Hundred|Thousand)\b(?= [A-Z])"
    r"|\b(?:Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty)\b(?= [A-Z][a-z]+ [A-Z])|(?<=Big )(?:Four|Five|Six)\b"
)
"""A number word with a capital within a sentence: `in Three Rivers`, `on Radio Four`."""


def legal(text: str, at: int) -> bool:
    """Whether the number at a place is that of a law's article."""
    start = max(0, at - 20)
    return any(match.start() <= at - start < match.end() for match in _LEGAL_STOP.finditer(text[start : at + 12]))


def covered(text: str, names: Iterable[str]) -> str:
    """The text with every name in it covered, character by character."""
    for pattern in (*([_of_terms(tuple(names))] if names else []), _PATTERN, _IDIOM, _PROPER):
        text = pattern.sub(lambda match: COVER * len(match.group()), text)
    return text


@lru_cache(maxsize=8)
def _of_terms(names: tuple[str, ...]) -> re.Pattern[str]:
    """The names of `terms.yaml`, the longest first; a capital at the beginning of a sentence makes no difference."""
    longest = sorted((name for name in names if name.strip()), key=len, reverse=True)
    either = [
        f"[{name[0].upper()}{name[0].lower()}]{re.escape(name[1:])}" if name[0].isalpha() else re.escape(name)
        for name in longest
    ]
    spaced = [name.replace(r"\ ", r"\s+") for name in either]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced) or '(?!)'})(?!\w)")
