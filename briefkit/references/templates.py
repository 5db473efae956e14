"""The two house styles, as templates of pybtex: one line a kind of work and style.

`author-date` is Harvard as British departments print it; `numeric` is the short form of medical journals, with the
titles of whole works in italics. Addresses follow both alike.
"""

from functools import lru_cache
from typing import Any

from briefkit.references.item import Item
from briefkit.references.leads import AUTHOR_DATE, NUMERIC, begun, editors, names, title
from briefkit.references.pieces import (
    container,
    day,
    edition,
    full_day,
    in_journal,
    issue,
    links,
    message,
    page_words,
    pages,
    published,
    said,
    series,
    thesis,
    year,
)
from briefkit.references.reference import Kind
from briefkit.references.rich import as_html, as_text, commas, paragraph, spaces, together, whole


def _year(item: Item) -> str:
    return item.year


_IN_BOOK = whole["in ", together[editors(AUTHOR_DATE), container("booktitle")]]
_FROM_BOOK = whole["In: ", together[editors(NUMERIC), container("booktitle")]]
_EVENT = commas[said("eventtitle"), said("venue")]
_GAZETTE = spaces[container("journaltitle"), said("volume")]
_VERSION = whole["version ", said("version")]
_HOW = said("howpublished")
_TITLE = title(NUMERIC)

_AUTHOR_DATE: dict[Kind, tuple[Any, ...]] = {
    "article": (begun[container("journaltitle"), issue, pages],),
    "news": (begun[container("journaltitle", "organization"), day, pages],),
    "report": (begun, edition, series, published),
    "book": (begun, edition, series, published),
    "chapter": (begun[_IN_BOOK], edition, series, published(page_words)),
    "paper": (begun[_IN_BOOK], _EVENT, series, published(page_words)),
    "thesis": (begun, thesis, published),
    "web": (begun[day], _HOW, published),
    "statute": (begun[said("number"), _GAZETTE, pages], said("location")),
    "case": (begun[said("number"), said("institution")], said("location")),
    "dataset": (begun[_VERSION], published),
    "speech": (begun, commas[said("eventtitle"), said("venue", "location"), day]),
    "communication": (begun[message, day],),
    "other": (begun, _HOW, edition, series, published),
}
_NUMERIC: dict[Kind, tuple[Any, ...]] = {
    "article": (names, _TITLE, in_journal),
    "news": (names, _TITLE, commas[container("journaltitle", "organization"), full_day, pages]),
    "report": (names, _TITLE, edition, series, published(_year)),
    "book": (names, _TITLE, edition, series, published(_year)),
    "chapter": (names, _TITLE, _FROM_BOOK, edition, series, published(_year, page_words)),
    "paper": (names, _TITLE, _FROM_BOOK, _EVENT, series, published(_year, page_words)),
    "thesis": (names, _TITLE, thesis, published(_year)),
    "web": (names, _TITLE, _HOW, commas[published, full_day]),
    "statute": (commas[_TITLE, said("number"), _GAZETTE, pages, year], said("location")),
    "case": (commas[spaces[_TITLE, said("number")], said("institution"), year], said("location")),
    "dataset": (names, commas[_TITLE, _VERSION], published(_year)),
    "speech": (names, _TITLE, commas[said("eventtitle"), said("venue", "location"), full_day]),
    "communication": (names, _TITLE, commas[message, full_day]),
    "other": (names, _TITLE, _HOW, edition, series, published(_year)),
}


class _Printed:
    """An item as the key of what was printed of it: of the same reference, and alike in all that is not the reference's."""

    __slots__ = ("item",)

    def __init__(self, item: Item) -> None:
        self.item = item

    def _beside(self) -> tuple[Any, ...]:
        one = self.item
        return one.year, one.address, one.accessed, one.archived, one.archived_on

    def __hash__(self) -> int:
        """The reference's identity, as it holds fields that cannot be hashed; it lives as long as this key does."""
        return hash((id(self.item.reference), self._beside()))

    def __eq__(self, other: object) -> bool:
        """Whether the same would be printed."""
        return (
            isinstance(other, _Printed)
            and self.item.reference is other.item.reference
            and self._beside() == other._beside()
        )


def entry(item: Item, style: str) -> tuple[str, str]:
    """The entry of a list of references, as HTML and as text."""
    return _entry(_Printed(item), style)


@lru_cache(maxsize=20_000)
def _entry(printed: _Printed, style: str) -> tuple[str, str]:
    """The same, made once: many briefs of one base cite the same works."""
    item = printed.item
    sentences = (_NUMERIC if style == NUMERIC else _AUTHOR_DATE)[item.reference.type]
    rich = spaces[paragraph[(*sentences, said("addendum"))], links].format_data(item)
    return as_html(rich), as_text(rich)
