"""Quotations that are cut badly: in the middle of a phrase, or of a number."""

import re
from collections.abc import Iterator

from briefkit.rules.borne_case import Case, Told

_LOOSE_END = re.compile(
    r"(?<!\w)(?:the|a|an|of|within|and|or|to|by|with|for|from|at|in|on|that|which|than|as|its|their|der|die|das|und|von|mit)$",
    re.IGNORECASE,
)
_CUT_START = re.compile(r"[.,·]\d")
_CUT_END = re.compile(r"\d[,·]$")


def fragment(case: Case) -> Iterator[Told]:
    """A quotation that breaks off in the middle of a phrase."""
    match = _LOOSE_END.search(case.text)
    if match and not (case.figure.quote and case.figure.quote.suffix):
        message = f"the quotation breaks off after `{match[0]}`: `{case.shown}`"
        yield Told("quote-fragment", message, f"quote on to the word that `{match[0]}` belongs to, or end before it")


def cut_number(case: Case) -> Iterator[Told]:
    """A quotation that begins or ends inside a number."""
    quote = case.figure.quote
    assert quote is not None
    starts = _CUT_START.match(quote.exact) or (quote.prefix[-1:].isdigit() and quote.exact[:1].isdigit())
    ends = _CUT_END.search(quote.exact) or (quote.exact[-1:].isdigit() and re.match(r"\d|[.,·]\d", quote.suffix))
    if starts or ends:
        message = f"the quotation {'begins' if starts else 'ends'} inside a number: `{case.shown}`"
        yield Told("quote-cuts-number", message, "quote the whole number")
