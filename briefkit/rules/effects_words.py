"""The closed list of words that say that something has an effect, and what takes their edge off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Tense = Literal["present", "past", "other"]

_VERBS = (
    ("reduce", "reduces", "reduced", "reducing"),
    ("cut", "cuts", "", "cutting"),
    ("lower", "lowers", "lowered", "lowering"),
    ("decrease", "decreases", "decreased", "decreasing"),
    ("increase", "increases", "increased", "increasing"),
    ("raise", "raises", "raised", "raising"),
    ("improve", "improves", "improved", "improving"),
    ("prevent", "prevents", "prevented", "preventing"),
    ("avert", "averts", "averted", "averting"),
    ("save", "saves", "saved", "saving"),
    ("lead to", "leads to", "led to", "leading to"),
    ("bring down", "brings down", "brought down", "bringing down"),
    ("cause", "causes", "caused", "causing"),
    ("boost", "boosts", "boosted", "boosting"),
    ("halve", "halves", "halved", "halving"),
    ("double", "doubles", "doubled", "doubling"),
    ("curb", "curbs", "curbed", "curbing"),
    ("lessen", "lessens", "lessened", "lessening"),
    ("protect", "protects", "protected", "protecting"),
    ("work", "works", "worked", ""),
    ("keep more", "keeps more", "kept more", "keeping more"),
    ("retain more", "retains more", "retained more", "retaining more"),
)
"""Base form, present, past, participle. `cut` is told by what stands before it."""
_QUALITIES = (
    r"effective|ineffective|cost-effective|beneficial|successful|harmful|safer|cheaper|better|worse|superior|inferior"
)
_COMPARED = (
    r"(?:more|less) likely|(?:fewer|better|worse|higher|lower|greater|smaller|longer|shorter|superior|inferior|"
    r"more effective|less effective)"
)


def _either(forms: Iterator[str]) -> str:
    return "|".join(sorted((re.escape(form).replace(r"\ ", r"\s+") for form in forms if form), key=len, reverse=True))


_BASE = _either(verbs[0] for verbs in _VERBS if verbs[0] not in ("lower", "cause", "work", "double"))
_S = _either(verbs[1] for verbs in _VERBS)
_PAST = _either(verbs[2] for verbs in _VERBS)
_ING = _either(verbs[3] for verbs in _VERBS)
_LEAD = re.compile(r"(?:[\w'’-]+\s+){1,3}$")
_WORD = re.compile(
    rf"(?<![\w-])(?:(?P<s>{_S})|(?P<base>{_BASE})|(?P<past>{_PAST})|(?P<ing>{_ING})|"
    rf"(?P<is>is|are|was|were)\s+(?:(?:very|highly|clearly|also|much|far|more|most|less)\s+)*(?:{_QUALITIES})|"
    rf"(?P<compared>{_COMPARED}))(?![\w-])",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\b(?:an?|the|this|these|those|its|their|no|any|such|of|in|for|with|by|from|on|per|some|many|few|big|deep|"
    r"large|largest|steep|sharp|further|biggest|spending|budget|price|tax|other|another|different|various|several|"
    r"possible|common|main|root|underlying|likely|have|has|had|having|what)\s+$",
    re.IGNORECASE,
)
"""What makes the word after it a noun: `a cut`, `in works`, `the causes`."""
_NOT_PRESENT = re.compile(
    r"\b(?:to|not|would|could|might|should|must|did|does|do|let|lets|help|helped|cannot|never)\s+(?:\w+ly\s+)?$"
    r"|n[’']t\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|might|could)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LIKELY = re.compile(r"\b(?:probably|likely(?:\s+to)?)\s+$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:can|will)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:whether|if|unless|how far|how much|aims?|aimed|goal|hopes?|hoped|intended|meant|designed|expected|wants?|wanted|"
    r"uncertain|unclear|unknown|unsure|not clear|not known|open|no evidence|question|asks?|asked|would|could|might|should|"
    r"says?|said|argues?|argued|claims?|claimed|according to|writes?|wrote|believes?|believed|thinks?|thought|"
    r"promises?|promised|in theory|assumes?|assumed|supposed|calls?|called)\b",
    re.IGNORECASE,
)
"""Words that make what follows them in the same clause a question, an aim or somebody's opinion."""
_SAID_AFTER = re.compile(
    r",\s+(?:[\w’'-]+\s+){0,5}(?:says?|said|argues?|argued|claims?|claimed|writes?|wrote|believes?|believed)\b",
    re.IGNORECASE,
)
"""Who said it, after it was told."""
_CLAUSE = re.compile(r"[;:()–—]|\.\s|,\s+(?:but|while|whereas|although|though|yet|and)\b|\?\s*$")
_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|neither|nor|without|cannot|hardly|nobody)|n[’']t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
NO_EFFECT = re.compile(
    r"\bno\s+(?:difference|effect|effects|impact|benefit|harm|change|improvement|reduction|increase|advantage)\b"
    r"|\b(?:(?:does|did|do)\s+not|(?:does|did|do)n[’']t)\s+(?:reduce|cut|lower|decrease|increase|raise|improve|prevent|"
    r"affect|change|alter|differ|save|work|help|influence|harm)\b"
    r"|\b(?:was|were|is|are|about|remained?|stayed|exactly|just|much)\s+the\s+same\b(?!\s+\w+\s+(?:as\s+)?(?:who|that))"
    r"|\b(?:just|equally|every bit)\s+as\s+(?:likely|effective|good|safe|many|often)\b|\bas\s+effective\s+as\b"
    r"|\bequally\s+(?:effective|likely|good|safe)\b|\b(?:is|was|are|were)\s+ineffective\b|\bmakes?\s+no\s+odds\b",
    re.IGNORECASE,
)
"""Words that say that there is no effect, which only a precise interval can show."""
_CERTAIN = re.compile(
    r"\b(?:definitely|undoubtedly|unquestionably|indisputably|conclusively|incontrovertibl[ey]|beyond\s+(?:any\s+|all\s+)?(?:reasonable\s+)?doubt|"
    r"without\s+(?:a\s+|any\s+)?doubt|no\s+doubt\s+that|prove[sd]?\s+(?:that|beyond|conclusively)|(?:is|are|been|was|were)\s+proven|proof\s+that)\b",
    re.IGNORECASE,
)
_SIGNIFICANCE = re.compile(r"\bsignifican|\bclear|\bdetect|\bevidence\b|\bknown\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EffectWord:
    """One word of the list at its place."""

    start: int
    end: int
    text: str
    tense: Tense
    strength: int
    """4 for a plain statement, 3 with `probably`, 2 with `may`; as high as the certainty that it needs."""
    strong: bool
    """Whether it says that something is done to something (`reduces`), and not only how two things compare."""


def certain_words(text: str) -> re.Match[str] | None:
    """The first words that call something certain, where they are no question, aim, opinion or negation."""
    if text.rstrip().endswith("?"):
        return None
    for found in _CERTAIN.finditer(text):
        before = text[: found.start()]
        if not _NEGATED.search(before) and not _HEDGED.search(clause_before(text, found.start())):
            return found
    return None


@lru_cache(maxsize=1024)
def effect_words(text: str) -> tuple[EffectWord, ...]:
    """The words of the list that stand in a text and are no question, aim, opinion or negation."""
    return tuple(_effect_words(text))


def _effect_words(text: str) -> Iterator[EffectWord]:
    if text.rstrip().endswith("?") or _SAID_AFTER.search(text):
        return
    for found in _WORD.finditer(text):
        before = text[: found.start()]
        led = _LEAD.search(before)
        word = _read(found, led.group() if led else "")
        if word and not _NEGATED.search(before) and not _HEDGED.search(clause_before(text, found.start())):
            yield word


def clause_before(text: str, start: int) -> str:
    """The clause that a place lies in, as far as that place."""
    return _CLAUSE.split(text[:start])[-1]


def no_effect_words(text: str) -> Iterator[re.Match[str]]:
    """Where a text says that there is no effect, and does not mean that none was shown."""
    for found in NO_EFFECT.finditer(text):
        after = _CLAUSE.split(text[found.end() :])[0]
        if _HEDGED.search(clause_before(text, found.start())) or _SIGNIFICANCE.search(found.group() + after):
            continue
        yield found


def _read(found: re.Match[str], lead: str) -> EffectWord | None:
    strength = 2 if _MAY.search(lead) else 3 if _LIKELY.search(lead) else 4
    tense: Tense | None = "other" if found["compared"] else _tense(found, lead, strength)
    if tense is None:
        return None
    words = " ".join(found.group().split())
    return EffectWord(found.start(), found.end(), words, tense, strength, strong=not found["compared"])


def _tense(found: re.Match[str], lead: str, strength: int) -> Tense | None:
    """When it is said to happen; None of a word that is a noun here."""
    if found["is"]:
        return "present" if found["is"].casefold() in ("is", "are") else "past"
    if found["ing"]:
        return "past"
    if _DETERMINER.search(lead):
        return None
    if found["past"] or found["s"]:
        return "past" if found["past"] else "present"
    return _tense_of_base(lead, strength)


def _tense_of_base(lead: str, strength: int) -> Tense | None:
    """The same for `reduce` and `cut`, which are infinitives and nouns as well."""
    if strength < 4 or _WILL.search(lead):
        return "present"
    if _NOT_PRESENT.search(lead):
        return None
    if re.search(r"\b(?:and|or)\s+$", lead, re.IGNORECASE):
        return "other"
    plural = r"(?:\w{2,}s|people|that|which|who|they)\s+(?:\w+ly\s+|also\s+)?$"
    return "present" if re.search(plural, lead, re.IGNORECASE) else None
