"""What may not be told without something else: a difference without its significance, one cost without the other."""

import re
from collections.abc import Iterator
from textwrap import shorten

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import Cost
from briefkit.rules.wording import UNCLAIMED, Said, said
from briefkit.rules.wording_results import result_of
from briefkit.values import Words

NOT_SIGNIFICANT = re.compile(
    r"\bp\s*=\s*n\.?\s?s\b|\bn\.s\.|\b(?:not|non)[\s-]+(?:statistically\s+)?significant|"
    r"\bno\s+(?:statistically\s+)?significant\s+difference|\bp\s*=\s*0?[.·](?:0[6-9]|[1-9])\d*",
    re.IGNORECASE,
)
"""How a source says that a difference may be chance."""
_TOLD = re.compile(
    r"\bsignifican|\bn\.s\.|\bby chance\b|\bdue to chance\b|\buncertain|\bCI\b|\bp\s*[=<>]", re.IGNORECASE
)
_DIFFERENCE = re.compile(r"\s*(?:but\s+|and\s+|yet\s+)?(?:the|this|that)\s+difference\b", re.IGNORECASE)
_SIGNIFICANT = re.compile(r"\b(?:statistically\s+)?significant(?:ly)?\b", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:not|no|never|nor|neither|without|hardly|non|whether|if)\b|n[’']t\b|\bin-?significant", re.IGNORECASE
)
_RATINGS = re.compile(
    r"(?:likely to be |probably |possibly )?(?:beneficial|effective|ineffective|recommended|not recommended|promising|safe|"
    r"harmful|cost-effective|proven|evidence-based|trade-off between benefits and harms|unknown effectiveness)"
)
"""A verdict that somebody else has given, in one word or few."""
LONGEST = 60
"""Characters of what was rated that a message says."""
_SMALL = frozenset({"about", "after", "their", "these", "which", "rating", "rated", "treatment"})


def companion_missing(brief: Brief, library: Library) -> Iterator[Problem]:
    """Arms told side by side whose difference the source calls not significant, while the paragraph does not say so."""
    sentences = said(brief)
    for sentence in sentences:
        if sentence.block in UNCLAIMED:
            continue
        chance = [mark for mark in sentence.marks if _by_chance(mark.use.figure)]
        records = [mark.use.figure.record for mark in sentence.marks]
        near = " ".join(one.text for one in sentences if one.paragraph == sentence.paragraph)
        if chance and records.count(chance[0].use.figure.record) > 1 and not _TOLD.search(near):
            message = f"the source of `{chance[0].use.shown}` says that the difference is not significant; this paragraph does not"
            yield Problem(chance[0].use.where, "companion-missing", message, "add that the difference may be chance")
    yield from _other_scopes(brief, library)


def significance_contradicts(brief: Brief, _library: Library) -> Iterator[Problem]:
    """`Significant`, where the words that are cited for it, or the figure's own source, say that it is not."""
    before: Said | None = None
    for sentence in said(brief):
        told, before = _told_of(sentence, before), sentence
        if sentence.block in UNCLAIMED or sentence.text.rstrip().endswith("?"):
            continue
        words = [citation.words for citation in sentence.by_hand if NOT_SIGNIFICANT.search(citation.words)]
        words += [mark.use.shown for mark in told.marks if _by_chance(mark.use.figure)]
        found = _SIGNIFICANT.search(sentence.own)
        if words and found and not DENIED.search(sentence.own[: found.start()]):
            message = f"`{found.group()}` goes against the source of `{words[0]}`, which calls it not significant"
            way = "say that the difference was not statistically significant"
            yield Problem(sentence.place(*found.span()), "significance-contradicts", message, way)


def _told_of(sentence: Said, before: Said | None) -> Said:
    """The sentence whose figures a sentence speaks of: for `the difference was significant`, the one before it."""
    if before is None or sentence.marks or sentence.by_hand or before.paragraph != sentence.paragraph:
        return sentence
    return before if _DIFFERENCE.match(sentence.own) else sentence


def _by_chance(figure: Figure) -> bool:
    quote = figure.quote
    words = f"{quote.prefix} {quote.exact} {quote.suffix}" if quote else ""
    return not isinstance(figure.value, Words) and NOT_SIGNIFICANT.search(words) is not None


def _other_scopes(brief: Brief, library: Library) -> Iterator[Problem]:
    """A cost of a study told without the study's other cost, which covers more or less."""
    used = {use.figure.record: use for claim in reversed(brief.claims) for use in claim.figures if claim.figures}
    inputs = {
        address.partition(".")[0]
        for figure in brief.figures.values()
        if figure.derivation
        for address in figure.derivation.inputs
    }
    if not any(isinstance(library.record(name), Cost) for name in used):
        return
    costs = library.gathered(_scopes)
    for cost, (study, covers) in costs.items():
        if cost not in used:
            continue
        others = [name for name, (its, what) in costs.items() if its == study and name != cost and what != covers]
        for other in others:
            if other not in used and other not in inputs:
                use = used[cost]
                message = f"`{use.shown}` covers {covers}; what covers {costs[other][1]} is told nowhere"
                yield Problem(use.where, "companion-missing", message, f"show a figure of `{other}` as well")


def _scopes(library: Library) -> dict[str, tuple[str, str]]:
    """The study that each cost of a study belongs to, and what it covers, by the cost's id."""
    costs = (record for record in library.records.values() if isinstance(record, Cost))
    return {cost.id: (cost.study, str(cost.covers)) for cost in costs if cost.study}


def rating_stretched(brief: Brief, library: Library) -> Iterator[Problem]:
    """Somebody's verdict on one thing told without the thing: `beneficial`, which was said of crime alone."""
    for sentence in said(brief):
        for mark in sentence.marks:
            figure = mark.use.figure
            judged = _judged(figure, library)
            if not isinstance(figure.value, Words) or not judged:
                continue
            subject = _subject(figure, judged)
            if subject and not any(word in _rest(sentence, mark.start, mark.end) for word in subject):
                short = shorten(judged, LONGEST, placeholder=" …")
                message = f"`{mark.use.shown}` was said of `{short}`, which this sentence does not name"
                yield Problem(mark.use.where, "rating-stretched", message, f"name what was judged: {judged}")


def _judged(figure: Figure, library: Library) -> str:
    """What somebody's verdict was given for; empty for a figure that is no verdict."""
    head, _, part = figure.address.rpartition(".")
    if ".ratings." in head and part == "words":
        result = result_of(figure, library)
        if result is not None:
            outcome = library.vocabularies.outcomes.get(result.outcome)
            return ", ".join(dict.fromkeys(name for name in (result.label, outcome.label if outcome else "") if name))
        rates = library.figures.get(f"{head}.rates")
        return rates.value.text if rates is not None and isinstance(rates.value, Words) else figure.label
    verdict = isinstance(figure.value, Words) and _RATINGS.fullmatch(figure.value.text.casefold())
    return figure.label if verdict else ""


def _subject(figure: Figure, judged: str) -> set[str]:
    """Stems of the words that say what was judged."""
    own = figure.value.text.casefold() if isinstance(figure.value, Words) else ""
    words = re.findall(r"[a-z]{5,}", judged.casefold())
    return {word[:6] for word in words if word not in _SMALL and word not in own}


def _rest(sentence: Said, start: int, end: int) -> str:
    return f"{sentence.text[:start]} {sentence.text[end:]} {sentence.beside}".casefold()
