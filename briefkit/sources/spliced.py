"""Quotations that are put together: their parts stand in the source, with other words between them that were left out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.sources import loaded_words
from briefkit.sources.match import Words, run_of, runs, swapped, words_of
from briefkit.sources.scroll import Scroll
from briefkit.sources.tokens import Tokens

_GAP = re.compile(r"[\[(]\s*(?:\.{2,}|…)\s*[\])]|\.{2,}|…|\.(?:[ \u00a0]\.){2,}")
_MOST_PLACES = 200
"""Places of a part that are tried."""
_MOST_SHOWN = 12
"""Words shown of those that were left out."""
_MOST_PARTS = 5
_LONGEST_LINE = 200
"""Characters of a line of print; longer ones are paragraphs, in which two blanks are a slip."""
_FARTHEST = 20_000
"""Tokens between two parts."""

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spliced:
    """Where the parts stand."""

    parts: tuple[Run, ...]
    in_order: bool = True
    """False when the source has them in another order."""

    def gaps(self) -> list[Run]:
        """What was left out."""
        return [(one[1], two[0]) for one, two in zip(self.parts, self.parts[1:], strict=False)]

    def widest(self) -> int:
        """Tokens in the widest gap."""
        return max((end - start for start, end in self.gaps()), default=0)


def parts_of(text: str) -> list[Words]:
    """The parts between the gaps that a quotation marks itself (`…`, `...`, `. . .`); one where it marks none."""
    parts = [words_of(part) for part in _GAP.split(text)]
    return [part for part in parts if part.keys]


def marked(parts: Sequence[Words], scroll: Scroll) -> Spliced | None:
    """Where the parts of a quotation with marked gaps stand; None when one of them stands nowhere."""
    places = [_places(part.keys, scroll) for part in parts]
    if not all(places):
        return None
    ways = [way for first in places[0][:_MOST_PLACES] if (way := _onwards(first, places[1:]))]
    if ways:
        return Spliced(min(ways, key=lambda way: way[-1][1] - way[0][0]))
    return Spliced(tuple(sorted(found[0] for found in places)), in_order=False)


def _places(keys: list[str], scroll: Scroll) -> list[Run]:
    return runs(keys, scroll) or runs([swapped(keys[0]), *keys[1:]], scroll)


def _onwards(first: Run, places: Sequence[Sequence[Run]]) -> tuple[Run, ...] | None:
    way = [first]
    for found in places:
        following = next((run for run in found if run[0] >= way[-1][1]), None)
        if following is None:
            return None
        way.append(following)
    return tuple(way)


def unmarked(what: Words, scroll: Scroll) -> Spliced | None:
    """Where the parts of a quotation stand that hides its gaps: two or more runs, in order, with words between them."""
    keys = what.keys
    if not all(key in scroll.where for key in keys[1:]):
        return None
    for first in (keys[0], swapped(keys[0])):
        sought = [first, *keys[1:]]
        starts = [place for place in scroll.where.get(first, ()) if _opens(sought, place, scroll.tokens)]
        ways = [way for start in starts[:_MOST_PLACES] if (way := _way(sought, start, scroll))]
        if ways:
            return Spliced(min(ways, key=lambda way: way[-1][1] - way[0][0]))
    return None


def _way(keys: Sequence[str], start: int, scroll: Scroll) -> tuple[Run, ...] | None:
    """The runs by which all the keys can be found from a token on, each as long as it can be."""
    run, at = _longest(keys, scroll.tokens, start)
    way = [run]
    while at < len(keys):
        if len(way) == _MOST_PARTS or not _tells(scroll.tokens, run):
            return None
        found = [_longest(keys[at:], scroll.tokens, place) for place in _following(keys[at], run[1], scroll)]
        if not found:
            return None
        run, length = max(found, key=lambda one: (one[1], -one[0][0]))
        way.append(run)
        at += length
    return tuple(way) if len(way) > 1 and _tells(scroll.tokens, run) else None


def _following(key: str, after: int, scroll: Scroll) -> list[int]:
    """Places of a key after a token, with a word or more between, as far as anybody would splice."""
    places = scroll.where[key]
    first = bisect_right(places, after)
    return places[first : min(bisect_right(places, after + _FARTHEST), first + _MOST_PLACES)]


def _opens(keys: Sequence[str], start: int, tokens: Tokens) -> bool:
    """True when a run that says something begins at a token."""
    return _tells(tokens, _longest(keys, tokens, start)[0])


def _longest(keys: Sequence[str], tokens: Tokens, start: int) -> tuple[Run, int]:
    """The longest run of the keys that begins at a token, and how many of them it holds."""
    end, count = run_of(keys, tokens, start)
    return (start, end), count


def _tells(tokens: Tokens, run: Run) -> bool:
    """True for a run that is more than two small words, which stand everywhere."""
    words = [number for number in range(*run) if tokens.kinds[number] in {"word", "number"}]
    telling = any(len(tokens.keys[number]) > 3 or tokens.kinds[number] == "number" for number in words)
    return len(words) >= 3 or (len(words) == 2 and telling)


def left_out(tokens: Tokens, gap: Run, lang: str) -> str:
    """The words between two parts, as many as can be shown, and a negation among the rest."""
    words = tokens.shown(*gap).strip(" ,.;:").split()
    shown = " ".join(words[:_MOST_SHOWN])
    if len(words) <= _MOST_SHOWN:
        return f"`{shown}`"
    rest = next((word for word in words[_MOST_SHOWN:] if loaded_words.negates(word, lang)), "")
    return f"`{shown} …`" + (f", among them `{rest}`" if rest else "")


def column_gap(tokens: Tokens, start: int, end: int) -> int | None:
    """The first token after a gap between two columns that were read across, within some tokens; None without one."""
    return next((number for number in range(start + 1, end) if _is_column_gap(tokens, number)), None)


def _is_column_gap(tokens: Tokens, number: int) -> bool:
    """A gap of several blanks between words, the only one in a line of ordinary length that has lines above or below it."""
    text, left, right = tokens.text, tokens.ends[number - 1], tokens.starts[number]
    if right - left < 2 or text[left:right].strip(" \t") or tokens.kinds[number - 1] in {"mark", "quote"}:
        return False
    start, stop = text.rfind("\n", 0, left) + 1, text.find("\n", right)
    line = text[start : stop if stop >= 0 else len(text)].strip()
    if len(line) > _LONGEST_LINE or line == text.strip():
        return False
    sides = re.split(r"(?<=\S)[ \t]{2,}(?=\S)", line)
    return len(sides) == 2 and all(len(side.split()) >= 3 for side in sides)
