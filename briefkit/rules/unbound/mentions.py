"""Finds the numbers that a text mentions, in digits and in words, and reads what each says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefkit.rules.unbound.dated import Dated, dates
from briefkit.rules.unbound.names import COVER, covered
from briefkit.values.claim import SAYINGS, Claim, read_claim
from briefkit.values.fault import Fault
from briefkit.values.units import UnitNames

Sort = Literal["number", "date", "part", "small"]
"""A number; a date or year; a part or a multiple (`half`, `twice`); `one`, `two`, `first`, `second`, `once`, `both`."""

_DIGITS = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009'’]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d,.]\d|\d)|\d+)(?:[.·]\d+)?"
    r"(?:[⁰¹²³⁴-⁹½⅓⅔¼¾⅕⅛]+)?(?:[eE]-?\d+)?"
)
_AMOUNT = rf"(?:[£€$¥]\s?|(?:GBP|EUR|CHF|USD|DKK|NOK|SEK|CAD|AUD)\s?)?(?:{_DIGITS}|[.·]\d+|[¼½¾⅐-⅞↉①-⓿❶-➓㈠-㈩㊀-㊉])"
_SCALE = r"(?:\s?(?:%|percentage points?\b|per\s?cent\b|hundred\b|thousand\b|million\b|billion\b|trillion\b|bn\b|mn\b|tn\b|[mk](?!\w)))?"
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_WORD = rf"(?:{_ONES}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zero)"
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_SPELT = (
    rf"(?:(?:an?\s)?{_LARGE}s?|{_WORD})(?:(?:[-\s]|(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s)(?:{_WORD}|{_LARGE}s?)(?![\w])){{0,11}}"
    r"(?:\s(?:per\s?cent\b|percentage points?\b))?"
)
_ONE = rf"(?:(?<![\w.,·/{COVER}])(?:(?<=[\s(])[-−–](?=[\d£€$]))?{_AMOUNT}{_SCALE}|(?<![\w{COVER}-]){_SPELT}(?![\w]))"
_JOINT = r"(?:\s?[-–—]\s?|\sto\s|\s(?:out\s)?of\s(?:the\s|its\s|their\s|our\s|every\s)?|\sin\s(?:every\s)?|/|:)"
_NUMBER = re.compile(rf"(?:between\s(?P<low>{_ONE})\sand\s(?P<high>{_ONE})|{_ONE}(?:{_JOINT}{_ONE})?)", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<![\w.,])\d+(?:st|nd|rd|th)\b")
_AFTER = r"(?=[\s-]+(?:of|more|less|fewer|higher|lower|bigger|larger|smaller|as|were|was|are|is|had|have|has|in|to|by|said|on|from|the|who|will|would|could|should|can|may|might|must|do|does|did|got|came|went|come|go|live|lived|need|think|thought|feel|felt|fell|rose|stayed|stays|died|die|dropped|left|gave|lost|took|take|met|reached|completed|received|used|relapsed|reported|stopped|started|voted|agreed|wanted|want|returned|kept|keep|found|find|never|also|still|now)\b|\s*(?:[.,;:!?)—–]|$))"
_PARTS = re.compile(
    rf"\b(?:a|one)\s(?:third|quarter|fifth|sixth|eighth|tenth|twentieth|hundredth){_AFTER}"
    r"|\b(?:two|three|four|five|six|seven|eight|nine)[-\s](?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
    r"|\b(?:a|one)?(?:\s|\b)half\b(?!-)|\bhalves\b|\bhalved\b|\bhalving\b|\bhalve\b"
    r"|\b(?:twice|thrice|doubled|doubling|doubles|tripled|tripling|trebled|trebling|quadrupled|quadrupling)\b"
    r"|\b(?:to|will|would|could|might|may|can|should|than|nearly|almost|about|over|is|are|was|were|at|by)\s(?:double|triple|treble|quadruple)\b"
    r"|\b(?:double|triple|treble|quadruple)(?=\s(?:the|that|its|their|what|this|those|in|since|last)\b)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|\d+)-?fold\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?<![\w-])(?:first|second|once|both)\b", re.IGNORECASE)
_COUPLE = re.compile(r"\b(?:a\s(?:couple|score|gross|handful|pair)|scores)\sof(?=\s)", re.IGNORECASE)
"""Counts in other words, where a unit follows: `a couple of clinics`."""
_BEFELL = re.compile(r"\s(?:died|survived|overdosed|relapsed|recovered|dropped\sout|were\s(?:killed|hurt|injured))\b")
"""What befalls people, behind a number that counts them without a noun: `two died`."""
_RANKED = re.compile(
    r"(?<![\w-])(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[-\s](?=\w+est\b|most\b|leading\b)",
    re.IGNORECASE,
)
_ANY_DIGIT = re.compile(r"[\d\u00b2-\u00b9¼-¾⁰-⁹⅐-↉①-⓿❶-➓㈠-㊉]")
_ANY_WORD = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "teen",
    "thirty",
    "forty",
    "fifty",
    "twenty",
    "sixty",
    "ninety",
    "zero",
    "hundred",
    "thousand",
    "illion",
    "dozen",
    "third",
    "quarter",
    "fifth",
    "sixth",
    "eighth",
    "ninth",
    "half",
    "halv",
    "twice",
    "thrice",
    "doubl",
    "tripl",
    "trebl",
    "quadrupl",
    "fold",
    "first",
    "second",
    "once",
    "both",
    "couple",
    "score",
    "gross",
    "handful",
    "pair",
    "ties",
]
"""Every word, or part of one, of which a number can consist."""
_DOTTED = str.maketrans("\u0130\u0131", "ii")
"""Letters that a pattern takes for an `i` where capitals do not count, and that `casefold` leaves."""
SMALL = frozenset({"one", "two", "first", "second", "once", "both"})
_SAID = "|".join(re.escape(word) for word in sorted(SAYINGS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?<![\w-])(?:{_SAID})\s+$", re.IGNORECASE)
_TIME = r"(?:a|an|each|every|per)\s+(?:second|minute|hour|night|day|week|month|quarter|year)(?!\w)"
_PER = re.compile(rf"\s+{_TIME}|\s+per\s+[\w,]+(?:\s+{_TIME})?|\s+(?:annually|yearly)(?!\w)")
_NEXT = re.compile(r"[\s-]*([^\W\d_][\w’'-]*)")
_WORDS = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,2}")
_NO_NOUN = frozenset(
    ["a", "about", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "if", "in", "into", "is", "it", "its", "may", "might", "more", "most", "much", "no", "nor", "not", "of", "off", "on", "or", "other", "our", "out", "over", "per", "said", "should", "since", "so", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "under", "until", "up", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your"]
)  # fmt: skip
"""Words behind a number behind which its noun does not stand any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One number in a text."""

    start: int
    end: int
    text: str
    """As it stands there: `about` and the noun left out, `%` and `million` included."""
    sort: Sort
    claim: Claim | None = None
    """What it says; None for a date, and where it cannot be read."""
    dated: Dated | None = None
    """The date, years or decade that it is."""
    unit: str | None = None
    """Id of the unit that it carries or that follows it, words such as `new` between them left out."""
    lead: int = 0
    """Where the words that qualify it begin (`about`); its own start when there are none."""
    tails: tuple[int, ...] = ()
    """Where the number with its unit, and with what it is counted by, ends; the longest first."""
    per: bool = False
    """Whether words such as `a year` follow; the first of the tails is their end."""


def mentions(text: str, units: UnitNames, names: Iterable[str] = ()) -> list[Mention]:
    """Every number in a text, in order; names are passed over."""
    if not may_count(text):
        return []
    bare = covered(text, names)
    found: list[Mention] = []
    for start, end, dated in dates(bare, units):
        found.append(Mention(start=start, end=end, text=text[start:end], sort="date", dated=dated, lead=start))
    bare = _cut(bare, found)
    for pattern, sort in ((_ORDINAL, "number"), (_PARTS, "part"), (_RANKED, "number")):
        new = [_plain(match, sort) for match in pattern.finditer(bare)]
        found += new
        bare = _cut(bare, new)
    found += _numbers(bare, units)
    bare = _cut(bare, found)
    found += [_small(match, bare, units) for match in _SMALL.finditer(bare)]
    found += [one for match in _COUPLE.finditer(bare) if (one := _small(match, bare, units)).unit is not None]
    return sorted(found, key=lambda mention: mention.start)


def may_count(text: str) -> bool:
    """Whether a text can hold a number at all; most do not, and need no closer look."""
    plain = text.translate(_DOTTED).casefold()
    return any(word in plain for word in _ANY_WORD) or _ANY_DIGIT.search(text) is not None


def _cut(text: str, found: Iterable[Mention]) -> str:
    """The text with what was found in it covered."""
    parts, at = [], 0
    for mention in sorted(found, key=lambda one: one.start):
        parts += [text[at : mention.start], COVER * (mention.end - max(at, mention.start))]
        at = max(at, mention.end)
    return "".join([*parts, text[at:]])


def _plain(match: re.Match[str], sort: str) -> Mention:
    words = match.group()
    start = match.start() + len(words) - len(words.lstrip())
    text = words.strip(" -")
    return Mention(
        start=start, end=start + len(text), text=text, sort="part" if sort == "part" else "number", lead=start
    )


def _numbers(bare: str, units: UnitNames) -> Iterator[Mention]:
    for match in _NUMBER.finditer(bare):
        text = match.group().rstrip()
        start, end = match.start(), match.start() + len(text)
        said = _BEFORE.search(bare, max(0, start - 30), start)
        lead = said.start() if said else start
        direct, near = following(bare, end, units)
        noun_end, unit = direct or (end, near)
        per = _PER.match(bare, noun_end)
        tails = tuple(dict.fromkeys([*([per.end()] if per else []), noun_end, end]))
        claim = _read(re.sub(r"(?<=\d) ?m$", " million", text) if unit else text, units)
        own = claim.unit if claim else None
        if text.casefold() in SMALL and unit is None and _BEFELL.match(bare, end) and not _those(bare, start):
            unit = "people"
        sort: Sort = "small" if text.casefold() in SMALL else "number"
        yield Mention(
            start=start, end=end, text=text, sort=sort, claim=claim, unit=own or unit, lead=lead, tails=tails, per=per is not None
        )  # fmt: skip


def _those(bare: str, at: int) -> bool:
    """Whether `the` or `these` before a number says that its things were named before."""
    return bare[max(0, at - 8) : at].casefold().split()[-1:] in (["the"], ["these"], ["those"], ["no"])


def _read(text: str, units: UnitNames) -> Claim | None:
    claim = read_claim(re.sub(r"(?<!\d)\.(?=\d)", "0.", text.replace("·", ".")), units)
    return None if isinstance(claim, Fault) else claim


def _small(match: re.Match[str], bare: str, units: UnitNames) -> Mention:
    start, end = match.span()
    direct, near = following(bare, end, units)
    unit = direct[1] if direct else near
    return Mention(start=start, end=end, text=match.group(), sort="small", unit=unit, lead=start)


def following(text: str, at: int, units: UnitNames) -> tuple[tuple[int, str] | None, str | None]:
    """The unit right behind a number, with its end; or the one of the noun a few words further on."""
    for step in range(3):
        word = _NEXT.match(text, at)
        if word is None or word[1].casefold() in _NO_NOUN:
            break
        start = word.start(1)
        words = _WORDS.match(text, start)
        found = units.leading(words.group()) if words else None
        if found:
            return ((start + found[1], found[0]), None) if not step else (None, found[0])
        if not step and (singular := _singular(word[1], units)):
            return (word.end(), singular), None
        at = word.end()
    return None, None


def _singular(word: str, units: UnitNames) -> str | None:
    """The unit in a compound: `week` in `26-week-long`."""
    return units.find(word.partition("-")[0]) if "-" in word else None
