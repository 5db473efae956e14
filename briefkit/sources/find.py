"""Looking for a quotation in a document: once, in the body, on the stated page, with nothing left off its ends."""

from collections.abc import Sequence
from dataclasses import replace

from briefkit.sources import spliced, telling
from briefkit.sources.abstracts import the_one_in_abstract
from briefkit.sources.context import around, new_paragraph, on_pages, place, stated_pages
from briefkit.sources.finding import Finding, Verdict
from briefkit.sources.left_off import LeftOff, left_off
from briefkit.sources.match import Hit, Sought, folds_of, hits, in_context, sought
from briefkit.sources.near import nearest
from briefkit.sources.scroll import Index, Scroll, index
from briefkit.values import Quote

__all__ = ["find", "index"]

_FEWEST_WORDS = 4
_FEWEST_CHARACTERS = 12
_SLIGHT = 2
"""Words left out up to which a quotation is told as one that differs, not as one put together."""

_FAR = 60
"""Words left out past which parts that stand apart may do so by chance."""


def find(quote: Quote, index: Index, *, at: str | None = None, lang: str = "en") -> Finding:
    """Where a quotation stands in a document, or what is wrong with it.

    `at` is the locator beside it, of which pages count; `lang` the source's language, which says what a negation is.
    """
    what = sought(quote)
    if _too_short(what):
        return telling.too_short(quote)
    scroll = index.bearing
    found = hits(what.exact, scroll)
    if not found:
        return _missing(quote, what, index, lang)
    placed = [one for hit in found if (one := in_context(hit, what, scroll))]
    if not placed:
        return _told(telling.out_of_context(quote, what, found[0], scroll.tokens), found[0], scroll, what)
    return _settled(what, placed, scroll, at, lang)


def _too_short(what: Sought) -> bool:
    """True for words that could stand anywhere: one word, one number, a few letters."""
    parts = (what.prefix, what.exact, what.suffix)
    kinds = [kind for part in parts for kind in part.tokens.kinds[part.start : part.end]]
    words = kinds.count("word")
    if not what.exact.keys or words + kinds.count("number") < 2:
        return True
    telling_kinds = {"number", "comparator"} & set(kinds)
    characters = sum(len(key) for part in parts for key in part.keys) + max(words - 1, 0)
    return not words or (words < _FEWEST_WORDS and characters < _FEWEST_CHARACTERS and not telling_kinds)


def _settled(what: Sought, found: Sequence[Hit], scroll: Scroll, at: str | None, lang: str) -> Finding:
    """The finding for words that stand in the body at least once."""
    lost = {hit: left_off(scroll.tokens, hit, lang) for hit in found}
    whole = [hit for hit in found if not _inside(lost[hit])]
    whole = [hit for hit in whole if hit.to_the_letter] or whole
    pages = stated_pages(at)
    there = [hit for hit in whole if on_pages(scroll.between(hit.start, hit.end), pages)] if pages else whole
    counted = the_one_in_abstract(scroll, there or whole, at) or there or whole or found[:1]
    hit = counted[0]
    if len(counted) > 1:
        finding = telling.twice([place(scroll, one.start) for one in counted], scroll.tokens, counted)
    elif (gap := spliced.column_gap(scroll.tokens, hit.start, hit.end)) is not None:
        finding = telling.across_columns(scroll.tokens, hit, gap)
    elif any(new_paragraph(scroll.tokens, number) for number in range(hit.start + 1, hit.end)):
        finding = telling.across_paragraphs()
    elif missing := lost[hit]:
        finding = telling.cut(scroll.tokens, hit, missing)
    elif pages and not there:
        finding = telling.wrong_page(place(scroll, hit.start), at or "")
    else:
        finding = Finding(verdict="exact")
    return _told(finding, hit, scroll, what)


def _inside(lost: LeftOff | None) -> bool:
    return lost is not None and lost.inside


def _told(finding: Finding, hit: Hit, scroll: Scroll, what: Sought) -> Finding:
    """The finding with its place and what stands round it."""
    before, after = around(scroll.tokens, hit.start, hit.end)
    folds = folds_of(hit, what.exact, scroll)
    return replace(finding, place=place(scroll, hit.start), before=before, after=after, folds=folds)


def _missing(quote: Quote, what: Sought, index: Index, lang: str) -> Finding:
    """The finding for words that stand nowhere in the body as they are."""
    elsewhere = hits(what.exact, index.elsewhere)
    if elsewhere:
        zone = index.elsewhere.piece(elsewhere[0].start).block.zone
        return _told(telling.in_references(zone), elsewhere[0], index.elsewhere, what)
    return _put_together(quote, what, index.bearing, lang) or _unlike(what, index, lang)


def _put_together(quote: Quote, what: Sought, scroll: Scroll, lang: str) -> Finding | None:
    """The finding for parts that stand apart; None when they do not, or nearly stand together."""
    parts = spliced.parts_of(quote.exact)
    if len(parts) > 1:
        apart = spliced.marked(parts, scroll)
        if apart is None:
            absent = next((part for part in parts if not hits(part, scroll)), parts[0])
            return telling.part_absent(absent.tokens.shown(absent.start, absent.end))
    else:
        apart = spliced.unmarked(what.exact, scroll)
        if apart is None or not _is_splice(apart, what, scroll, lang):
            return None
    before, after = around(scroll.tokens, apart.parts[0][0], apart.parts[-1][1])
    told = telling.spliced(apart, scroll.tokens, lang)
    return replace(told, place=place(scroll, apart.parts[0][0]), before=before, after=after)


def _is_splice(apart: spliced.Spliced, what: Sought, scroll: Scroll, lang: str) -> bool:
    """False for what differs by a word or two from one passage: that is told as a difference."""
    if apart.widest() > _FAR:
        passage = nearest(what.exact, scroll, lang)
        return passage is None or not passage.slight
    return _parted(apart, scroll) or apart.widest() > _SLIGHT


def _parted(apart: spliced.Spliced, scroll: Scroll) -> bool:
    """True when the parts stand in two paragraphs or cells."""
    return any("end" in scroll.tokens.kinds[start:end] for start, end in apart.gaps())


def _unlike(what: Sought, index: Index, lang: str) -> Finding:
    """The finding for words that are not there, with the passage that is most like them."""
    passage = nearest(what.exact, index.bearing, lang)
    if passage is None or not passage.changes:
        return telling.absent(index.textless)
    verdict: Verdict = "absent" if passage.grave else "near"
    where = place(index.bearing, passage.start)
    before, after = around(index.bearing.tokens, passage.start, passage.end)
    return replace(telling.differs(verdict, passage, where), place=where, before=before, after=after)
