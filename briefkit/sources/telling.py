"""What an officer is told about a quotation that did not pass: what is wrong, and the way out."""

from collections.abc import Sequence

from briefkit.sources import spliced as splices
from briefkit.sources.document import Zone
from briefkit.sources.finding import Finding, Verdict
from briefkit.sources.left_off import LeftOff
from briefkit.sources.match import Hit, Sought
from briefkit.sources.near import Change, Nearest
from briefkit.sources.tokens import Tokens
from briefkit.values import Quote

_ZONES: dict[Zone, str] = {
    "references": "the source's own list of references",
    "running_head": "the head or foot of a page, or beside the article",
    "title": "the source's title",
    "cover": "a cover sheet, which is not part of the work",
}
_MOST_CHANGES = 3
_COPY = "copy the words as the source prints them, with what they are about"


def too_short(quote: Quote) -> Finding:
    """Words that could stand anywhere."""
    message = f"`{quote.exact}` is too short to be known again"
    way = "quote a few words more, so that they say of what the value is one; or put those words into `prefix:`"
    return Finding(verdict="too_short", message=message, help=way)


def out_of_context(quote: Quote, what: Sought, hit: Hit, tokens: Tokens) -> Finding:
    """Words that are there, without their prefix or suffix."""
    start, end = max(hit.start - 8, 0), min(hit.end + 8, len(tokens.keys))
    before, after = _clear(tokens.shown(start, hit.start)), _clear(tokens.shown(hit.end, end))
    message = f"the words stand in the source, but not with {_context(quote)}"
    reads = " and ".join(
        part
        for part in (
            f"{before} before them" if what.prefix.keys else "",
            f"{after} after them" if what.suffix.keys else "",
        )
        if part
    )
    way = f"the source has {reads}; a prefix or suffix is what stands directly beside the quotation"
    return Finding(verdict="absent", message=message, help=way)


def _context(quote: Quote) -> str:
    parts = (
        f"`{quote.prefix}` before them" if quote.prefix else "",
        f"`{quote.suffix}` after them" if quote.suffix else "",
    )
    return " and ".join(part for part in parts if part)


def _clear(text: str) -> str:
    return f"`{text}`" if text else "nothing"


def twice(places: Sequence[str], tokens: Tokens, hits: Sequence[Hit]) -> Finding:
    """Words that stand more than once."""
    different = list(dict.fromkeys(places))
    more = [] if len(different) <= 4 else [f"{len(different) - 3} places more"]
    shown = different[: 3 if more else 4] + more
    where = " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
    times = "twice" if len(places) == 2 else f"{len(places)} times"
    message = f"these words stand {times} in the source ({where}), and nothing says which is meant"
    return Finding(
        verdict="twice", message=message, help=f"say which one is meant: {_apart(tokens, hits)}, or quote more"
    )


def _apart(tokens: Tokens, hits: Sequence[Hit]) -> str:
    """What tells the first places at which words stand from each other: the words before or after each."""
    befores = [_beside(tokens, hit.start, before=True) for hit in hits]
    afters = [_beside(tokens, hit.end, before=False) for hit in hits]
    for slot, found in (("prefix", befores), ("suffix", afters)):
        if all(found) and len(set(found)) == len(found):
            return " or ".join(f"`{slot}: {_scalar(words)}`" for words in found[:2]) + (" …" if len(found) > 2 else "")
    return "put the words directly before them into `prefix:`, or those directly after into `suffix:`"


def _beside(tokens: Tokens, at: int, *, before: bool) -> str:
    """The three words before or after a place, as far as its paragraph goes; empty where it ends there."""
    step = -1 if before else 1
    number, words = at - (1 if before else 0), 0
    while tokens.kinds[number] != "end" and words < 3:
        words += tokens.kinds[number] in {"word", "number"}
        number += step
    span = (number + 1, at) if before else (at, number)
    return tokens.shown(*span).strip(" ,.;:()[]") if words else ""


def _scalar(words: str) -> str:
    """Words as they can stand in a record: in quotation marks where they could mean something else there."""
    plain = words.replace(" ", "").isalnum() and not words.replace(" ", "").isdigit()
    return words if plain else '"' + words.replace("\\", "").replace('"', "'") + '"'


def across_columns(tokens: Tokens, hit: Hit, gap: int) -> Finding:
    """Words that are a sentence only when two columns are read across."""
    left, right = tokens.shown(max(hit.start, gap - 4), gap), tokens.shown(gap, min(hit.end, gap + 4))
    message = f"the quotation runs from one column into another, between `{left}` and `{right}`"
    return Finding(verdict="spliced", message=message, help="look at the page, and quote words of one column")


def across_paragraphs() -> Finding:
    """Words that end one paragraph and begin another."""
    message = "the quotation is put together: its parts stand in two paragraphs or cells"
    return Finding(verdict="spliced", message=message, help="quote words of one paragraph")


def cut(tokens: Tokens, hit: Hit, lost: LeftOff) -> Finding:
    """Words whose meaning hangs on what was left off."""
    words = tokens.shown(lost.start, lost.end)
    first = lost.start < hit.start
    if first:
        side, whole, slot = "before", tokens.shown(lost.start, hit.start), "prefix"
    else:
        side, whole, slot = "after", tokens.shown(hit.end, lost.end), "suffix"
    message = f"the quotation leaves off `{words}`, which stands directly {side} it and {lost.why}"
    if lost.inside:
        start, end = min(lost.start, hit.start), max(lost.end, hit.end)
        torn = tokens.shown(start, hit.start + 1) if first else tokens.shown(hit.end - 1, end)
        message = f"the quotation {'begins' if first else 'ends'} inside `{torn}`"
    joined = tokens.shown(min(lost.start, hit.start), max(lost.end, hit.end))
    way = f"quote it as well (`{_short(joined, from_end=not first)}`), or put `{whole}` into `{slot}:`"
    if lost.inside:
        way = "quote whole words and numbers, as the source prints them"
    return Finding(verdict="cut", message=message, help=way)


def _short(text: str, *, from_end: bool) -> str:
    words = text.split()
    if len(words) <= 8:
        return text
    return "… " + " ".join(words[-8:]) if from_end else " ".join(words[:8]) + " …"


def wrong_page(where: str, at: str) -> Finding:
    """Words on another page than stated."""
    message = f"these words stand on {where}, not at `{at}`"
    way = f"write `at: {where}`" if where.startswith("p. ") else f"correct the page: the words are on {where}"
    return Finding(verdict="wrong_page", message=message, help=way)


def in_references(zone: Zone) -> Finding:
    """Words that stand only where they bear nothing."""
    message = f"these words stand only in {_ZONES.get(zone, 'a part that bears nothing')}"
    way = "quote the body of the source; if another work says it, cite that work"
    return Finding(verdict="in_references", message=message, help=way)


def part_absent(part: str) -> Finding:
    """A quotation with a gap, of which a part is nowhere."""
    message = f"the quotation leaves words out, and its part `{part}` is not in the source"
    return Finding(verdict="absent", message=message, help="quote one unbroken run of words, " + _COPY)


def spliced(apart: splices.Spliced, tokens: Tokens, lang: str) -> Finding:
    """A quotation that is put together."""
    gaps = apart.gaps()
    way = "quote one unbroken run of words; put what stands apart into `prefix:` or `suffix:`, or into a figure of its own"
    if not apart.in_order:
        message = "the quotation is put together from parts that stand in another order in the source"
        return Finding(verdict="spliced", message=message, help=way)
    shown = "; ".join(_gap(tokens, gap, lang) for gap in gaps)
    return Finding(verdict="spliced", message=f"the quotation is put together: {shown}", help=way)


def _gap(tokens: Tokens, gap: tuple[int, int], lang: str) -> str:
    start, end = gap
    if not any(kind not in {"mark", "quote", "end"} for kind in tokens.kinds[start:end]):
        return (
            "its parts stand in two paragraphs or cells"
            if "end" in tokens.kinds[start:end]
            else "its parts are two sentences"
        )
    paragraphs = ", in another paragraph," if "end" in tokens.kinds[start:end] else ""
    return (
        f"before `{tokens.shown(end, min(end + 4, len(tokens.keys) - 1))}`{paragraphs} it leaves out "
        + splices.left_out(tokens, gap, lang)
    )


def absent(textless: Sequence[int]) -> Finding:
    """Words that are not there, nor anything like them."""
    way = f"{_COPY}; they may be from another source, or another edition of this one"
    if textless:
        pages = ", ".join(str(page) for page in textless[:5]) + (" and more" if len(textless) > 5 else "")
        way += f"; or they stand on a page that is a picture without text (page {pages} of the file)"
    return Finding(verdict="absent", message="these words are nowhere in the source", help=way)


def differs(verdict: Verdict, passage: Nearest, where: str) -> Finding:
    """Words that are not there, and the passage most like them."""
    told = passage.grave if verdict == "absent" else passage.changes
    changes = "; ".join(_change(change) for change in told[:_MOST_CHANGES])
    more = f"; and {len(told) - _MOST_CHANGES} more" if len(told) > _MOST_CHANGES else ""
    message = f"these words are not in the source: {changes}{more}"
    if verdict == "near":
        way = f"if this is the passage, copy it as it stands ({where}): `{passage.text}`"
    else:
        way = f"the nearest passage is `{passage.text}` ({where}): compare the value with it before you change either"
    return Finding(verdict=verdict, message=message, help=way)


def _change(change: Change) -> str:
    if not change.source:
        return f"the quotation has `{change.quoted}`, which is not there"
    if not change.quoted:
        return f"the quotation leaves out `{change.source}`"
    return f"the source has `{change.source}` where the quotation has `{change.quoted}`"
