"""What stands round a place in a document: its sentence, for a reviewer to read, and its page or paragraph, to look it up."""

import re
from collections.abc import Iterable, Iterator

from briefkit.sources.document import Block
from briefkit.sources.loaded_words import words
from briefkit.sources.scroll import Piece, Scroll
from briefkit.sources.tokens import Tokens, plain

MOST_WORDS = 60
"""Words shown of a sentence on either side."""

_FARTHEST = 400
"""Tokens looked through for a sentence's end; tables have none."""
_CLOSING = frozenset({"quote", "bracket"})
_ABBREVIATIONS = words(
    "al approx art bzw ca cf dr ed eds eq et etc fig figs inkl ing jr kl max mill min mio mr mrd mrs ms nr no nos op p para "
    "pp prof resp rd sr st tab tsd usw v vgl vol vs"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n")


def sentence(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """First and last token (not included) of the sentences over which some tokens run."""
    first, last = max(start - _FARTHEST, 1), min(end + _FARTHEST, len(tokens.keys) - 1)
    while start > first and not begins(tokens, start):
        start -= 1
    while end < last and not begins(tokens, end):
        end += 1
    return start, end


def begins(tokens: Tokens, number: int) -> bool:
    """True when a sentence begins at a token."""
    if "end" in (tokens.kinds[number], tokens.kinds[number - 1]):
        return True
    if _parted(tokens, number) and _can_open(tokens, number):
        return True
    return _after_stop(tokens, number) and _can_open(tokens, number)


def new_paragraph(tokens: Tokens, number: int) -> bool:
    """True when a token begins a paragraph, and the one before has come to its end."""
    return _parted(tokens, number) and _after_stop(tokens, number) and _can_open(tokens, number)


def _parted(tokens: Tokens, number: int) -> bool:
    """True when an empty line stands before a token; extraction puts one also where a page or column ends."""
    return _PARAGRAPH.search(tokens.text, tokens.ends[number - 1], tokens.starts[number]) is not None


def _after_stop(tokens: Tokens, number: int) -> bool:
    """True when a full stop, or its like, stands before a token."""
    before = number - 1
    while tokens.kinds[before] in _CLOSING and tokens.glued(before):
        before -= 1
    if tokens.kinds[before] == "ellipsis" or tokens.keys[before] not in {".", "!", "?"}:
        return False
    return tokens.keys[before] != "." or not _abbreviates(tokens, before)


def _abbreviates(tokens: Tokens, stop: int) -> bool:
    """True when a full stop belongs to the word before it, as in `et al.` and `n.s.` they do."""
    word = tokens.keys[stop - 1]
    if tokens.kinds[stop - 1] != "word" or not tokens.glued(stop):
        return False
    return len(word) == 1 or word.casefold() in _ABBREVIATIONS


def _can_open(tokens: Tokens, number: int) -> bool:
    kind = tokens.kinds[number]
    if kind == "word":
        return tokens.raw(number)[0].isupper()
    if kind == "quote":
        # A mark that is glued to the stop closes what came before; one after a blank opens a sentence.
        return not tokens.glued(number) or tokens.raw(number) in "“‘„«"
    return kind in {"number", "currency"} or (kind == "bracket" and tokens.keys[number] in "([")


def around(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentence before and after some tokens.

    Each keeps the blank on their side where there is one, so that the three can be written one after the other.
    """
    first, last = sentence(tokens, start, end)
    before = tokens.text[tokens.starts[first] : tokens.starts[start]]
    after = tokens.text[tokens.ends[end - 1] : tokens.ends[last - 1]] if last > end else ""
    blank_before = " " if before[-1:].isspace() else ""
    blank_after = " " if after[:1].isspace() else ""
    words_before, words_after = plain(before).split(), plain(after).split()
    if len(words_before) > MOST_WORDS:
        words_before = ["…", *words_before[-MOST_WORDS:]]
    if len(words_after) > MOST_WORDS:
        words_after = [*words_after[:MOST_WORDS], "…"]
    return " ".join(words_before) + blank_before, blank_after + " ".join(words_after)


def place(scroll: Scroll, token: int) -> str:
    """Where a token stands, as a reviewer would look it up: `p. 337`, `page 3 of the file`, `paragraph 12`."""
    if not scroll.pieces:
        return ""
    block = scroll.piece(token).block
    if block.label:
        return f"p. {block.label}"
    return f"page {block.page} of the file" if block.page else f"paragraph {block.number}"


_PAGES = re.compile(
    r"(?:\b(?:pp?|pages?|pgs?|seiten?|side[rn]?|sider|blz|pagina)\b\.?|\bS\.)\s*(?P<list>(?:[a-z]?\d+|[ivxlc]+\b)"
    r"(?:\s*(?:[-–,;&]|to|and|bis|og)\s*(?:[a-z]?\d+|[ivxlc]+\b))*)",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?P<from>[a-z]*\d+|[ivxlc]+)(?:\s*(?:[-–]|to|bis)\s*(?P<to>[a-z]*\d+))?", re.IGNORECASE)
_MOST_PAGES = 3000


def stated_pages(at: str | None) -> frozenset[str]:
    """The pages that a locator names: `pp. 3-4` names `3` and `4`; `abstract` and `table 2` name none."""
    found = _PAGES.search(at or "")
    return frozenset(page for step in _STEP.finditer(found["list"]) for page in _span(step)) if found else frozenset()


def _span(step: re.Match[str]) -> Iterator[str]:
    first, last = step["from"].casefold(), (step["to"] or "").casefold()
    yield first
    if first.isdigit() and last.isdigit():
        whole = first[: max(len(first) - len(last), 0)] + last
        yield from (str(page) for page in range(int(first), min(int(whole), int(first) + _MOST_PAGES) + 1))
    elif last:
        yield last


def on_pages(pieces: Iterable[Piece], pages: frozenset[str]) -> bool:
    """True when any of the blocks is on one of the pages, or has no page."""
    return any(_is_on(piece.block, pages) for piece in pieces)


def _is_on(block: Block, pages: frozenset[str]) -> bool:
    """By the number printed on the page, or by its place in the file."""
    if block.page is None and not block.label:
        return True
    return block.label.casefold() in pages or str(block.page) in pages
