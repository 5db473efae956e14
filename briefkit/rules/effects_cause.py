"""Whether a brief says that something brought a result about, of a study that can only show what goes together."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.study import Study
from briefkit.rules.effects import marks_of
from briefkit.rules.effects_words import EffectWord, effect_words
from briefkit.rules.wording import UNCLAIMED, Said, said
from briefkit.rules.wording_results import inputs_of, result_of

_OBSERVED = frozenset({"non-randomised trial", "cohort study", "cross-sectional study", "qualitative study"})
"""Designs in which nobody was allotted by chance; of the others that may be so or not."""
_DONE = re.compile(
    r"reduces?d?|cuts?|lower(?:s|ed)?|decreased?s?|increased?s?|raise[sd]?|improve[sd]?|prevent(?:s|ed)?|avert(?:s|ed)?|"
    r"leads?\s+to|led\s+to|brings?\s+down|brought\s+down|cause[sd]?|boost(?:s|ed)?|halve[sd]?|double[sd]?|curb(?:s|ed)?|lessen(?:s|ed)?",
    re.IGNORECASE,
)
"""The verbs of the list by which one thing does something to another."""
_OBJECT = re.compile(
    r"\s+(?!(?:by|from|to|in|over|since|at|with|among|after|when|while|during|between|on|for|of|and|or|but|as|than|too|also|"
    r"(?:more|less)\s+(?:than|among|in|with|for|when|over|after|there|often|by)|about|nearly|almost|again|only|their|his|her|its|our|my|\w+ly)\b)[^\W\d_]",
    re.IGNORECASE,
)
"""What something is done to, right behind the verb; a preposition or number there leaves it open who did it."""
_BEFALLS = re.compile(
    r"\b(?:was|were|is|are|be|been|being|had|have|has|showed|shows?|saw|found|reported|with|patients|people|pupils|children|"
    r"adults|men|women|participants|clients|households|users|those|who|they|we|he|she|staff)\s+(?:\w+ly\s+|also\s+)?$",
    re.IGNORECASE,
)
"""Words before the verb after which it is no deed of the thing that was studied: `were reduced`, `patients cut`."""
_TOGETHER = re.compile(
    r"\b(?:associat|correlat|link(?:s|ed)?\b|went\s+(?:with|together)|go(?:es)?\s+(?:with|together)|coincid)",
    re.IGNORECASE,
)


def cause_from_observation(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Free passes caused [23 points] more`, of a cohort study."""
    for sentence in said(brief):
        if sentence.block in UNCLAIMED or _TOGETHER.search(sentence.own):
            continue
        for word in effect_words(sentence.own):
            designs = _designs(word, sentence, library) if _is_deed(word, sentence.own) else []
            if designs:
                shown, design = designs[0]
                message = f"`{word.text}` says what brought it about, and `{shown}` is of a {design}, in which chance allotted nobody"
                way = "say what went together: `was associated with`, `went with`, `was higher among those with`"
                yield Problem(sentence.place(word.start, word.end), "cause-from-observation", message, way)
                break


def _is_deed(word: EffectWord, text: str) -> bool:
    """Whether the word says that one thing did something to another; with `may` it leaves that open."""
    return (
        word.strength > 2
        and _DONE.fullmatch(word.text) is not None
        and _OBJECT.match(text, word.end) is not None
        and not _BEFALLS.search(text[: word.start])
    )


def _designs(word: EffectWord, sentence: Said, library: Library) -> list[tuple[str, str]]:
    """Each figure that the word speaks of with its design, where all that are findings of studies were only observed."""
    found: list[tuple[str, str]] = []
    for mark in marks_of(word, sentence) or sentence.marks:
        for one in inputs_of(mark.use.figure, library):
            design = _design(one, library)
            if design and design not in _OBSERVED:
                return []
            found += [(mark.use.shown, design)] if design else []
    return found


def _design(figure: Figure, library: Library) -> str:
    """The design of the study that found it; empty where no study did."""
    record = library.record(figure.record)
    return record.design if isinstance(record, Study) and result_of(figure, library) is not None else ""
