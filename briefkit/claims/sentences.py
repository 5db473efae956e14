"""Where the sentences of a text end.

A full stop does not always end one: abbreviations, initials and numbers have theirs. What must not be cut (figures, code)
comes as `SOLID`, citations and footnote marks as `MARK`; a citation after the full stop belongs to the sentence before it.
"""

import re
from dataclasses import dataclass

SOLID = "X"
"""Stands for a character of something that is never cut."""
MARK = "\ufffc"
"""Stands for a citation in brackets or a footnote mark."""
_END = re.compile(rf"[.!?…]+(?P<quote>[\"'”’»]*)[)\]]*(?P<marks>(?:\s*{MARK})*)(?=\s|$)")
_WORD = re.compile(r"[\w.]*$")
_ALWAYS = re.compile(
    r"al|approx|cf|col|dept|dr|e\.g|fr|gen|gov|govt|hon|i\.e|incl|lt|messrs|mr|mrs|ms|prof|rev|rt|sgt|st|v|viz|vs|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
"""Abbreviations that end no sentence."""
_BEFORE_NUMBERS = re.compile(r"arts?|ca?|ch|cl|col|eds?|figs?|nos?|pp?|paras?|pt|ss?|sec|tab|vols?")
"""Abbreviations before a number; elsewhere some of them are words (`no`)."""
_EITHER = re.compile(r"a\.m|etc|inc|jr|ltd|p\.m|plc|sr")
"""Abbreviations that may also stand at the end of a sentence."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LETTERED = re.compile(
    r"annex|appendix|arm|article|category|class|figure|grade|group|hepatitis|level|option|part|phase|plan|schedule|"
    r"section|stage|step|table|tier|type|vitamin"
)
"""Words that a single letter may follow at the end of a sentence: `Class A.`"""
_STARTERS = re.compile(
    r"after|all|an|and|as|at|a|both|but|by|each|every|first|for|from|here|he|how|however|if|in|its?|many|most|no|none|nor|"
    r"of|one|on|other|our|second|she|since|some|so|such|that|their|then|there|these|they|the|this|those|three|today|to|"
    r"two|under|until|what|we|when|where|while|who|with|yet"
)
"""Words that begin sentences often, and names seldom."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Offsets of one sentence in its text."""

    start: int
    stop: int
    """Where its full stop stands, or the closing quotation mark after it ends: citations belong right before it. Where
    there is none, the end of its words."""
    end: int
    """Behind everything that belongs to it."""


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; blanks between them belong to none."""
    found, start = [], 0
    for ending in _END.finditer(text):
        if ending.end() < len(text.rstrip()) and not _ends(text, ending):
            continue
        begin = start + len(text[start:]) - len(text[start:].lstrip())
        stop = ending.end("quote") if ending["quote"] else ending.start()
        found.append(Sentence(begin, stop, ending.end()))
        start = ending.end()
    rest = text[start:]
    if rest.strip():
        begin = start + len(rest) - len(rest.lstrip())
        end = start + len(rest.rstrip())
        found.append(Sentence(begin, begin + len(text[begin:end].rstrip(f":;,{MARK} ")), end))
    return found


def _ends(text: str, ending: re.Match[str]) -> bool:
    """Whether a full stop with words after it ends its sentence."""
    following = text[ending.end() :].lstrip()
    if following[0].islower():
        return False
    if text[ending.start() : ending.start() + 2].strip(f"{MARK} \n") != "." or ending["quote"]:
        return True
    before = text[: ending.start()]
    last = _word(before)
    word, numbered = last.casefold(), following[0].isdigit() or following[0] == SOLID
    if _ALWAYS.fullmatch(word) or (_BEFORE_NUMBERS.fullmatch(word) and numbered):
        return False
    begins = re.match(r"\w+", following)
    starter = begins is not None and _STARTERS.fullmatch(begins.group().casefold()) is not None
    if _EITHER.fullmatch(word) or _INITIALS.fullmatch(last):
        return starter
    if len(last) == 1 and last.isupper() and last != SOLID:
        return starter or _after_lettered(before[:-1])
    return True


def _word(before: str) -> str:
    """The word that a text ends with, its inner full stops kept."""
    match = _WORD.search(before[-40:])
    return match.group().lstrip(".") if match else ""


def _after_lettered(before: str) -> bool:
    """Whether the word before a single letter makes it a class or group rather than the initial of a name."""
    word = _word(before.rstrip())
    return _LETTERED.fullmatch(word.casefold()) is not None or word.islower()
