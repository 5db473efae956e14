"""Figures quoted from one sentence, against each other: their words, their dates and their prices are the same."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, groupby

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.synthesis import Synthesis
from briefkit.rules.borne_case import wanted
from briefkit.values import PriceYear, Words
from briefkit.values.stands import standing
from briefkit.values.stands_dates import years_in
from briefkit.values.stands_words import words_of

FEWEST = 4
"""Words that two quotations share before they are taken for one sentence."""
LEAST_BESIDE = 3
"""Words shared on either side of words that one of two quotations lacks."""
MOST_LEFT_OUT = 4
"""Words that one of them may lack in the middle."""


Differing = tuple[Sequence[str], Sequence[str]]
"""What each of two quotations has at the one place where they differ."""


def quotes_disagree(library: Library, _today: date) -> Iterator[Problem]:
    """Two quotations of one sentence of a source that differ in a number, or of which one lacks words."""
    for problem, _, _ in disagreements(library):
        yield problem


def disagreements(library: Library) -> Iterator[tuple[Problem, Figure, Figure]]:
    """The same, each with the two figures."""
    words = {figure.address: words_of(figure.quote.exact) for figure in library.figures.values() if figure.quote}
    known = {address: frozenset(own) for address, own in words.items()}
    for one, other in _beside(library):
        if len(known[one.address] & known[other.address]) < FEWEST:
            continue
        counts = _one_result(one, other, library)
        differ = difference(words[one.address], words[other.address], one_result=counts)
        if differ and not (_is_own(one, differ[0]) and _is_own(other, differ[1])):
            yield _disagreement(library, one, other, differ), one, other


def _disagreement(library: Library, one: Figure, other: Figure, differ: Differing) -> Problem:
    """Told at the one in which the slip is likelier, and naming the place of the other."""
    here, there, (own, theirs) = one, other, differ
    if not _is_suspect(one, differ[0], other, differ[1]):
        here, there, own, theirs = other, one, theirs, own
    names = [library.short_address(figure.address) for figure in (here, there)]
    shown = [f"`{' '.join(words)}`" if words else "nothing" for words in (own, theirs)]
    message = (
        f"`{names[0]}` and `{names[1]}` quote one sentence: the first has {shown[0]} where the second has {shown[1]}"
    )
    way = f"look the sentence up, and mend the one that is wrong; `{names[1]}` is in {there.where.file}:{there.where.line}"
    return Problem(here.where, "quotes-disagree", message, way)


def _is_suspect(one: Figure, first: Sequence[str], other: Figure, second: Sequence[str]) -> bool:
    """Whether the slip is likelier in the first: its value is another there, or it lacks words that the second has."""
    bearing = [_is_own(one, first), _is_own(other, second)]
    return bearing[1] if bearing[0] != bearing[1] else len(first) < len(second)


def _is_own(figure: Figure, words: Sequence[str]) -> bool:
    """Whether the number is the figure's own: two sentences of one build may give two of them."""
    text = " ".join(words)
    return any(number in one.values for one in standing(text) for number in wanted(figure))


def _one_result(one: Figure, other: Figure, library: Library) -> bool:
    """Whether both tell of one result of a synthesis, whose studies and people are counted once."""
    parents = {figure.address.rpartition(".")[0] for figure in (one, other)}
    return len(parents) == 1 and isinstance(library.records.get(one.record), Synthesis)


def difference(one: Sequence[str], other: Sequence[str], *, one_result: bool = False) -> Differing | None:
    """What stands at the one place where two runs of words of one sentence differ; None when they agree or are of two."""
    if _contained(one, other):
        return None
    for start in range(-len(other) + 1, len(one)):
        left, right = one[max(start, 0) :], other[max(-start, 0) :]
        front = _shared(left, right)
        if front == min(len(left), len(right)):
            continue
        for cut, put in _gaps(len(left) - front, len(right) - front):
            rest = (left[front + cut :], right[front + put :])
            back = _shared(*rest)
            found = (left[front : front + cut], right[front : front + put])
            if back == min(map(len, rest)) and _is_one(front, back, found, rest[0][:back], one_result=one_result):
                return found
    return None


def _is_one(front: int, back: int, found: Differing, behind: Sequence[str], *, one_result: bool) -> bool:
    """Whether so much is shared before and behind the place that it is one sentence."""
    if not (found[0] and found[1]):
        lesser = min(front, back)
        return lesser >= LEAST_BESIDE or (lesser == LEAST_BESIDE - 1 and front + back >= 2 * FEWEST - 1)
    if not (found[0][0][0].isdigit() and found[1][0][0].isdigit()):
        return False
    long = any(word.isdigit() and len(word) > 2 for word in behind)
    return (
        (front > 1 and back > 0 and front + back >= FEWEST + 1)
        or (back >= FEWEST and long)
        or (back > 0 and front + back >= 2 * FEWEST - 1)
        or (one_result and front >= FEWEST)
    )


def _gaps(left: int, right: int) -> Iterator[tuple[int, int]]:
    """Ways in which one word was changed, or some were left out of one of the two."""
    yield 1, 1
    for length in range(1, MOST_LEFT_OUT + 1):
        if length < left:
            yield length, 0
        if length < right:
            yield 0, length


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two runs have in common at their beginnings."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _contained(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter stands whole in the longer, or goes on where the other ends."""
    short, long = sorted((list(one), list(other)), key=len)
    if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
        return True
    return any(
        first[-count:] == second[:count]
        for first, second in ((short, long), (long, short))
        for count in range(4, len(short))
    )


def _beside(library: Library) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures whose words stand in the same document."""
    quoted = [figure for figure in library.figures.values() if figure.quote and figure.cite and not figure.derivation]
    documents = sorted(quoted, key=lambda one: (one.cite, one.via or "", one.address))
    for _, group in groupby(documents, key=lambda one: (one.cite, one.via or "")):
        yield from combinations(group, 2)


def same_words_other_time(library: Library, _today: date) -> Iterator[Problem]:
    """Two figures from one sentence with two dates, or with prices of two years."""
    for one, other in _beside(library):
        money = [library.vocabularies.units.is_money(figure.unit) for figure in (one, other)]
        if (
            all(money)
            and _year(one) != _year(other)
            and (_one_sentence(one, other) or _one_record(one, other))
            and not (_prints_year(one) or _prints_year(other))
        ):
            yield _differ(library, one, other, "price-years-differ", "price years", (_year(one), _year(other)))
        times = [figure.as_of or figure.period for figure in (one, other)]
        worded = any(isinstance(figure.value, Words) for figure in (one, other))
        if all(times) and not worded and times[0] != times[1] and _same_dates(one, other):
            yield _differ(library, one, other, "date-not-in-quote", "dates", ("", ""))


def _same_dates(one: Figure, other: Figure) -> bool:
    return one.as_of is not None and other.as_of is not None and _one_sentence(one, other)


def _differ(library: Library, one: Figure, other: Figure, rule: str, what: str, said: tuple[str, str]) -> Problem:
    name = library.short_address(one.address)
    told = f" ({said[0]} and {said[1]})" if said[0] else ""
    place = "are quoted from the same words" if _one_sentence(one, other) else "come from the same place of one source"
    message = f"this figure and `{name}` {place}, and have two {what}{told}"
    return Problem(other.where, rule, message, "write the same in both, as the source says it")


def _one_sentence(one: Figure, other: Figure) -> bool:
    """Whether the words of one figure stand in, or overlap with, those of the other."""
    assert one.quote is not None
    assert other.quote is not None
    first, second = words_of(one.quote.exact), words_of(other.quote.exact)
    return min(len(first), len(second)) >= FEWEST and _contained(first, second)


def _one_record(one: Figure, other: Figure) -> bool:
    """Whether two amounts of one record come from one place of one source, and neither quotation prints a year."""
    quotes = [figure.quote.exact for figure in (one, other) if figure.quote]
    compared = all(".arms." in figure.address for figure in (one, other))
    years = [figure.price_year for figure in (one, other)]
    if not compared and (not one.at or any(year is None or year.year is None or year.assumed for year in years)):
        return False  # amounts of two places, or a year that was judged for one of them alone
    return one.record == other.record and one.at == other.at and not any(years_in(quote) for quote in quotes)


def _prints_year(figure: Figure) -> bool:
    """Whether its quotation prints its price year right behind its number: `EUR 24 (EUR 22, price year 2007)`."""
    text = figure.quote.exact if figure.quote else ""
    ends = [one.end for one in standing(text) for number in wanted(figure) if number in one.values]
    year = re.compile(rf"[,;(\s]*(?:in\s+)?(?:price year\s+{_year(figure)}|{_year(figure)}\s+prices)\b", re.IGNORECASE)
    return any(year.match(text, end) for end in ends)


def _year(figure: Figure) -> str:
    year = figure.price_year or PriceYear(None)
    return str(year.year) if year.year is not None else "not_reported"
