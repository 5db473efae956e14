"""Where a run of tokens stands in a scroll, with the words that must stand directly before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefkit.sources import folds
from briefkit.sources.scroll import Scroll
from briefkit.sources.tokens import Tokens, tokenise, trimmed
from briefkit.values import Quote

_AT_SEAMS = frozenset({"mark", "quote", "bracket", "dash", "ellipsis"})
"""What may stand between a quotation and its prefix or suffix although neither names it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of something that is looked for, without the marks at its ends."""

    tokens: Tokens
    start: int
    end: int

    @property
    def keys(self) -> list[str]:
        """What it is compared by."""
        return self.tokens.keys[self.start : self.end]

    @property
    def all_keys(self) -> list[str]:
        """The same with the marks at its ends."""
        return self.tokens.keys[1:-1]


@dataclass(frozen=True, slots=True)
class Sought:
    """A quotation ready to be looked for."""

    exact: Words
    prefix: Words
    suffix: Words


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a quotation stands: token numbers, the ends not included."""

    start: int
    end: int
    capital: bool = False
    """True when it was found only with the case of its first letter changed."""
    before: int = -1
    """First token of the prefix; where there is none, of the quotation."""
    after: int = -1
    """Where the suffix ends, or the quotation."""
    to_the_letter: bool = True
    """True when the marks between the quotation and its prefix and suffix are those that were written."""


def words_of(text: str) -> Words:
    """A text as it is looked for."""
    tokens = tokenise(text)
    return Words(tokens, *trimmed(tokens))


def sought(quote: Quote) -> Sought:
    """A quotation as it is looked for."""
    return Sought(words_of(quote.exact), words_of(quote.prefix), words_of(quote.suffix))


def hits(what: Words, scroll: Scroll) -> list[Hit]:
    """Every place at which the words stand; with another first letter (`The` for `the`) only when there is none as written."""
    keys = what.keys
    found = [Hit(start, end) for start, end in runs(keys, scroll)]
    if found or not keys or what.tokens.kinds[what.start] != "word":
        return found
    return [Hit(start, end, capital=True) for start, end in runs([swapped(keys[0]), *keys[1:]], scroll)]


def swapped(word: str) -> str:
    """The word with its first letter in the other case."""
    return word[:1].swapcase() + word[1:]


def runs(keys: Sequence[str], scroll: Scroll) -> list[tuple[int, int]]:
    """First and last token (not included) of each place at which the keys stand one after the other."""
    if not keys:
        return []
    anchor = min(range(len(keys)), key=lambda number: len(scroll.where.get(keys[number], ())))
    found = set()
    for at in scroll.where.get(keys[anchor], ()):
        end = ahead(keys[anchor:], scroll.tokens, at)
        start = behind(keys[:anchor], scroll.tokens, at)
        if start is not None and end is not None:
            found.add((start, end))
    return sorted(found)


def ahead(keys: Sequence[str], tokens: Tokens, at: int) -> int | None:
    """Where the keys end that begin at a token; None when others stand there."""
    end, count = run_of(keys, tokens, at)
    return end if count == len(keys) else None


def run_of(keys: Sequence[str], tokens: Tokens, at: int) -> tuple[int, int]:
    """Where the first of the keys end that stand one after the other from a token on, and how many they are."""
    for count, key in enumerate(keys):
        if tokens.keys[at] == key:
            at += 1
        elif tokens.joined.get(at) == key:
            at += 3
        else:
            return at, count
    return at, len(keys)


def behind(keys: Sequence[str], tokens: Tokens, at: int) -> int | None:
    """Where the keys begin that end before a token; None when others stand there."""
    for key in reversed(keys):
        if tokens.keys[at - 1] == key:
            at -= 1
        elif tokens.joined.get(at - 3) == key:
            at -= 3
        else:
            return None
    return at


def in_context(hit: Hit, what: Sought, scroll: Scroll) -> Hit | None:
    """The hit with its prefix and suffix; None when they do not stand there. In a table they may be other cells of the row."""
    tokens = scroll.tokens
    before = _before(what.prefix.keys, tokens, hit.start)
    after = _after(what.suffix.keys, tokens, hit.end)
    if before is None:
        before = _cells_before(what.prefix.keys, scroll, hit.start)
    if after is None:
        after = _cells_after(what.suffix.keys, scroll, hit.end)
    if before is None or after is None:
        return None
    as_written = behind(what.prefix.all_keys, tokens, hit.start), ahead(what.suffix.all_keys, tokens, hit.end)
    return Hit(hit.start, hit.end, hit.capital, before, after, to_the_letter=None not in as_written)


def _before(keys: list[str], tokens: Tokens, at: int) -> int | None:
    if not keys:
        return at
    while (found := behind(keys, tokens, at)) is None:
        if tokens.kinds[at - 1] not in _AT_SEAMS:
            return behind([swapped(keys[0]), *keys[1:]], tokens, at)
        at -= 1
    return found


def _after(keys: list[str], tokens: Tokens, at: int) -> int | None:
    if not keys:
        return at
    while (found := ahead(keys, tokens, at)) is None:
        if tokens.kinds[at] not in _AT_SEAMS:
            return None
        at += 1
    return found


def _cells_before(keys: Sequence[str], scroll: Scroll, at: int) -> int | None:
    """Where the keys begin that stand before a token in its own cell and in those before it."""
    for key in reversed(keys):
        while scroll.tokens.keys[at - 1] != key and _between_cells(scroll, at - 1):
            at -= 1
        found = behind([key], scroll.tokens, at)
        if found is None:
            return None
        at = found
    return at


def _cells_after(keys: Sequence[str], scroll: Scroll, at: int) -> int | None:
    """The same for what stands after a token."""
    for key in keys:
        while scroll.tokens.keys[at] != key and _between_cells(scroll, at):
            at += 1
        found = ahead([key], scroll.tokens, at)
        if found is None:
            return None
        at = found
    return at


def _between_cells(scroll: Scroll, token: int) -> bool:
    """Whether a token may stand between what a quotation and its prefix or suffix name, in a row of a table."""
    in_table = scroll.piece(token).block.zone == "table"
    return scroll.parts_cells(token) or (in_table and scroll.tokens.kinds[token] in _AT_SEAMS)


def folds_of(hit: Hit, what: Words, scroll: Scroll) -> tuple[str, ...]:
    """Names of the folds that were needed to find the words there."""
    tokens, ours = scroll.tokens, what.tokens
    names = {"capital"} if hit.capital else set()
    at = hit.start
    for number in range(what.start, what.end):
        parted = tokens.keys[at] != ours.keys[number] and tokens.joined.get(at) == ours.keys[number]
        if number > what.start:
            names |= _gap(tokens, at, ours, number)
        if parted or tokens.kinds[at] == "hyphen":
            names.add("line-end hyphen")
        elif not (hit.capital and number == what.start):
            names |= folds.needed(ours.raw(number), tokens.raw(at))
        at += 3 if parted else 1
    if any(piece.after_other for piece in scroll.between(hit.start, hit.end)[1:]):
        names.add("running head")
    return folds.in_order(names)


def _gap(tokens: Tokens, at: int, ours: Tokens, number: int) -> set[str]:
    """What was folded of the blanks before a token."""
    source = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    quoted = ours.text[ours.ends[number - 1] : ours.starts[number]]
    if tokens.kinds[at - 1] == "hyphen" or source == quoted:
        return set()
    hidden = source.strip() or quoted.strip()
    return {"soft hyphen" if hidden else "blank"}
