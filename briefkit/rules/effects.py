"""What a brief says that something does: no more than the interval, the trial and the certainty allow."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.effects_words import EffectWord, certain_words, effect_words, no_effect_words
from briefkit.rules.wording import UNCLAIMED, Mark, Said, said
from briefkit.rules.wording_results import (
    certainty_of,
    comparisons,
    inputs_of,
    is_difference,
    is_finding,
    is_imprecise,
    is_ratio,
    shows_no_effect,
)
from briefkit.values.write import full

_TRIAL = re.compile(
    r"\b(?:in|from|within|of)\s+(?:the|this|that|its|an?|one|each|both|all|these|those|[\w’'-]+)\s+"
    r"(?:[\w’'-]+\s+){0,3}(?:trials?|study|studies|reviews?|cohorts?)\b"
    r"|\b(?:trials?|study|studies|reviews?|authors|researchers|meta-analys[ei]s|analys[ei]s|abstract)\s+"
    r"(?:found|finds|pooled|saw|sees|reported|reports|observed|measured|counted|concludes?d?|estimated)\b",
    re.IGNORECASE,
)
"""Words that tie a statement to the trial in which it was found."""
_PART = re.compile(r";|,\s+(?:but|while|whereas|although|though|yet)\b", re.IGNORECASE)
_NEW_STATEMENT = re.compile(r"\b(?:was|were|is|are|had|has|for)\b", re.IGNORECASE)
"""Words between two figures after which the second one is told by itself."""
_STUDIES = frozenset({"systematic_review", "trial_report", "cohort_or_quasi"})
_VERBS = {
    3: "write `probably`, since its certainty is moderate",
    2: "write `may`, since its certainty is low",
    1: "say that it is very uncertain, since its certainty is very low",
}
_CERTAINTY = {1: "very low", 2: "low", 3: "moderate", 4: "high"}


def effect_overstated(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Reduces` and its kin beside a result whose interval leaves open that there is no effect."""
    for sentence in _claiming(brief):
        for word in effect_words(sentence.own):
            for mark in marks_of(word, sentence):
                figure = _open(mark.use.figure, word, library)
                if figure is not None:
                    where = sentence.place(word.start, word.end)
                    message = f"`{word.text}` says more than {_shown(figure, library)}, which leaves open whether there is any effect"
                    way = "say that it leaves open whether there is an effect, or give the interval without a verdict"
                    yield Problem(where, "effect-overstated", message, way)
                    break


def no_effect_overstated(brief: Brief, library: Library) -> Iterator[Problem]:
    """`No difference` and its kin beside a result that is too imprecise to show so."""
    for sentence in _claiming(brief):
        for found in no_effect_words(sentence.own):
            compared = [figure for mark in sentence.marks for figure in comparisons(mark.use.figure, library)]
            findings = [mark for mark in sentence.marks if is_finding(mark.use.figure, library)]
            if findings and all(is_imprecise(figure, library) for figure in compared):
                what = (
                    _shown(compared[0], library) if compared else "these results, which were given without an interval"
                )
                message = f"`{' '.join(found.group().split())}` says more than {what}"
                way = (
                    "say that no difference was shown, or give the interval: too little is known to rule an effect out"
                )
                yield Problem(sentence.place(*found.span()), "no-effect-overstated", message, way)


def certainty_unjudged(brief: Brief, library: Library) -> Iterator[Problem]:
    """An effect stated for everybody while nobody has judged how certain it is: only the trial's own finding may be told."""
    for sentence, word in _general(brief, library):
        rests = _findings(sentence, library)
        if (rests or sentence.by_hand) and all(certainty_of(figure, library) is None for figure in rests):
            message = f"`{word.text}` is said in general, and nobody has judged how certain it is"
            way = "say what the trial itself found, in the past tense: `in this trial it fell`"
            yield Problem(sentence.place(word.start, word.end), "certainty-unjudged", message, way)


def certainty_claimed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Proves that`, `beyond doubt`, of what a trial or a review found, while nobody has judged how certain it is."""
    for sentence in _claiming(brief):
        found = certain_words(sentence.own)
        rests = _findings(sentence, library)
        cited = [library.sources[one.key].source_class for one in sentence.by_hand if one.key in library.sources]
        if found and (rests or _STUDIES & set(cited)) and all((certainty_of(one, library) or 0) < 4 for one in rests):
            message = f"`{found.group()}` is surer than anybody has judged the evidence to be"
            way = "take the words away, and say what the study itself found"
            yield Problem(sentence.place(*found.span()), "certainty-unjudged", message, way)


def verb_certainty(brief: Brief, library: Library) -> Iterator[Problem]:
    """A verb that is surer than the certainty that was judged."""
    for sentence, word in _general(brief, library):
        judged = [level for one in _findings(sentence, library) if (level := certainty_of(one, library)) is not None]
        if judged and word.strength > min(judged):
            message = f"`{word.text}` is surer than the evidence, whose certainty is {_CERTAINTY[min(judged)]}"
            yield Problem(sentence.place(word.start, word.end), "verb-certainty", message, _VERBS[min(judged)])


def _claiming(brief: Brief) -> Iterator[Said]:
    """The sentences that claim something."""
    return (sentence for sentence in said(brief) if sentence.block not in UNCLAIMED)


def _general(brief: Brief, library: Library) -> Iterator[tuple[Said, EffectWord]]:
    """Words that state an effect in the present tense, in sentences that tie them to no trial; one a sentence."""
    names = _named(library.gathered(_short_names))
    for sentence in _claiming(brief):
        words = [word for word in effect_words(sentence.own) if word.strong and word.tense == "present"]
        if words and not _TRIAL.search(sentence.own) and not (names and names.search(sentence.own)):
            yield sentence, words[0]


def _short_names(library: Library) -> tuple[str, ...]:
    """Names by which a sentence names a trial: `RIOTT` of `RIOTT (England)`."""
    trials = (record for record in library.records.values() if record.kind in ("study", "synthesis"))
    return tuple(sorted({record.name.partition(" (")[0] for record in trials}))


@lru_cache(maxsize=4)
def _named(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Where a sentence names one of these trials."""
    if not names:
        return None
    return re.compile(r"\b(?:[Ii]n|[Ff]rom|[Oo]f)\s+(?:" + "|".join(map(re.escape, names)) + r")\b")


def _findings(sentence: Said, library: Library) -> list[Figure]:
    return [one for mark in sentence.marks for one in inputs_of(mark.use.figure, library) if is_finding(one, library)]


def marks_of(word: EffectWord, sentence: Said) -> Sequence[Mark]:
    """The figures that a word speaks of: those after it in its part of the sentence, else those before it there."""
    starts = [0, *(found.end() for found in _PART.finditer(sentence.own)), len(sentence.own) + 1]
    start = max(at for at in starts if at <= word.start)
    end = min(at for at in starts if at > word.start)
    part = [mark for mark in sentence.marks if start <= mark.start < end]
    following = [other.start for other in effect_words(sentence.own) if other.start > word.start]
    until = min([*following, end])
    after = [mark for mark in part if word.end <= mark.start < until]
    for number, (one, other) in enumerate(pairwise(after), 1):
        if _NEW_STATEMENT.search(sentence.own[one.end : other.start]):
            after = after[:number]
            break
    return after or [mark for mark in part if mark.start < word.start] or ([] if part else sentence.marks)


def _open(figure: Figure, word: EffectWord, library: Library) -> Figure | None:
    """The comparison that leaves no effect open. Two arms may be told apart without a word of what did it."""
    compared = comparisons(figure, library)
    own = is_ratio(figure, library) or is_difference(figure, library)
    if not compared and figure.interval is not None and figure.interval.low < 0 < figure.interval.high:
        return figure
    if not own and not word.strong:
        return None
    open_ones = [one for one in compared if shows_no_effect(one, library)]
    return open_ones[0] if open_ones and len(open_ones) == len(compared) else None


def _shown(figure: Figure, library: Library) -> str:
    """A comparison with its interval, as a message gives it."""
    units = library.vocabularies.units
    value = full(figure, units).replace("\u00a0", " ")
    if figure.interval is None:
        return f"`{value}`"
    interval = figure.interval
    return f"`{value}` ({interval.level:f}% CI {interval.low:f} to {interval.high:f})"
