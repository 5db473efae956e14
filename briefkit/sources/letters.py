"""Texts reduced to their letters and digits, to compare titles, names and running heads however they were set.

Capitals, accents, ligatures, quotation marks, hyphens and line breaks differ between a bibliography and a title page and
mean nothing there. Quotations are compared by `folds` and `tokens`, which are far stricter.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

_WRITTEN_OUT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "z": "s"}
)
_RAISED = re.compile("[⁰¹²³⁴-⁹₀-₉]+")
_RUN = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text, in small plain letters; raised digits are marks of footnotes and left out.

    `randomized` and `randomised`, `&` and `and` are the same word.

    >>> words("Überdosis: the “ﬁrst” trial²")
    ['uberdosis', 'the', 'first', 'trial']
    """
    folded = normalize("NFKD", _RAISED.sub(" ", text).replace("&", " and ").casefold()).translate(_WRITTEN_OUT)
    plain = "".join(sign for sign in folded if not "\u0300" <= sign <= "\u036f" and sign not in "'’‘\u00ad")
    return _RUN.findall(plain)


def letters(text: str) -> str:
    """The same without any blanks, so that hyphens and broken lines make no difference."""
    return "".join(words(text))


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of text joined letter by letter, with the places where lines and words begin and end."""

    text: str
    starts: frozenset[int]
    """Where lines begin."""
    ends: frozenset[int]
    """Where lines end."""
    edges: frozenset[int]
    """Where words begin or end."""


def run_of(lines: list[str]) -> Run:
    """Lines as one run of letters."""
    parts: list[str] = []
    at = 0
    starts, ends, edges = set(), set(), {0}
    for line in lines:
        found = words(line)
        if found:
            starts.add(at)
        for word in found:
            parts.append(word)
            at += len(word)
            edges.add(at)
        ends.add(at)
    return Run("".join(parts), frozenset(starts), frozenset(ends), frozenset(edges))


def places(needle: str, run: Run) -> list[int]:
    """Where a run holds some letters, from the edge of a word to the edge of a word."""
    found, at = [], run.text.find(needle) if needle else -1
    while at >= 0:
        if at in run.edges and at + len(needle) in run.edges:
            found.append(at)
        at = run.text.find(needle, at + 1)
    return found
