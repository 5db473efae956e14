"""Quotations that are cut badly: in the middle of a phrase, or of a number."""

import re
from collections.abc import Iterator
from functools import cache

from briefkit.rules.borne_case import Case, Told

_LOOSE = "the|a|an|of|within|and|or|to|by|with|for|from|at|in|on|that|which|than|as|its|their"
_LOOSE_ELSEWHERE = {
    "de": "der|die|das|den|dem|des|ein|eine|einer|und|oder|von|vom|mit|zu|zum|zur|bei|für|im|am",
    "fr": "le|la|les|un|une|des|du|de|et|ou|à|au|aux|par|pour|avec",
    "nl": "de|het|een|en|of|van|met|voor|bij|te",
}
"""The same in other languages; `die` ends no English quotation too soon."""
_CUT_START = re.compile(r"[.,·]\d")
_CUT_END = re.compile(r"\d[,·]$")


@cache
def _loose_end(lang: str) -> re.Pattern[str]:
    words = _LOOSE_ELSEWHERE.get(lang, _LOOSE)
    return re.compile(rf"(?<!\w)(?:{words})$", re.IGNORECASE)


def fragment(case: Case) -> Iterator[Told]:
    """A quotation that breaks off in the middle of a phrase."""
    match = _loose_end(case.lang).search(case.text)
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
