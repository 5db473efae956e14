"""What each sentence of a source came to: the figures and facts that quote it, or the reason why none does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefkit.coverage.sentences import Sentence, sentences_of, squeezed
from briefkit.sources.document import Document
from briefkit.values import Quote


@dataclass(frozen=True, slots=True)
class Covered:
    """One sentence, and what became of it."""

    sentence: Sentence
    figures: tuple[str, ...]
    """Short addresses of the figures that quote words of it, in their order."""
    reason: str
    """Why none does, as the source's file says; empty where nobody has said."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source, sentence by sentence."""

    key: str
    sentences: tuple[Covered, ...]
    astray: tuple[int, ...]
    """Which of the reasons, by their place in the file, fit no sentence."""
    needless: tuple[int, ...]
    """Which of them are given for a sentence that a figure quotes."""

    @property
    def silent(self) -> tuple[Covered, ...]:
        """The sentences of which nothing is said."""
        return tuple(one for one in self.sentences if not one.figures and not one.reason)


def coverage(key: str, document: Document, quotes: Mapping[str, Quote], reasons: Iterable[tuple[str, str]]) -> Coverage:
    """Set figures (`quotes`, by address) and reasons (first words, reason) beside the sentences of a source.

    A quotation belongs to every sentence that it has words of; one that is not found belongs to none, and is reported elsewhere.
    """
    found = sentences_of(document)
    whole = "".join(squeezed(one.text) for one in found)
    quoting = _quoting(found, whole, quotes)
    given = list(reasons)
    told = [_starting(found, starts) for starts, _ in given]
    said = {number: reason for numbers, (_, reason) in zip(told, given, strict=True) for number in numbers}
    rows = tuple(Covered(one, quoting.get(one.number, ()), said.get(one.number, "")) for one in found)
    return Coverage(
        key,
        rows,
        astray=tuple(place for place, numbers in enumerate(told) if not numbers),
        needless=tuple(place for place, numbers in enumerate(told) if numbers and all(quoting.get(n) for n in numbers)),
    )


def _quoting(found: list[Sentence], whole: str, quotes: Mapping[str, Quote]) -> dict[int, tuple[str, ...]]:
    rows: dict[int, list[str]] = {}
    for address, quote in quotes.items():
        start, end = _place(whole, quote)
        for one in found:
            if one.start < end and start < one.end:
                rows.setdefault(one.number, []).append(address)
    return {number: tuple(addresses) for number, addresses in rows.items()}


def _place(whole: str, quote: Quote) -> tuple[int, int]:
    """From where to where the words stand; nowhere gives an empty stretch."""
    words, before, after = squeezed(quote.exact), squeezed(quote.prefix or ""), squeezed(quote.suffix or "")
    start = whole.find(before + words + after)
    if start < 0:
        return 0, 0
    return start + len(before), start + len(before) + len(words)


def _starting(found: list[Sentence], starts: str) -> list[int]:
    """Numbers of the sentences that begin so; a page may print one twice."""
    opening = squeezed(starts)
    return [one.number for one in found if opening and squeezed(one.text).startswith(opening)]
