"""What a print page says about itself, for the properties of a Word file and the heads and feet of its pages."""

from dataclasses import dataclass
from typing import Any

WEB = ("http://", "https://", "mailto:", "#")
"""How the targets of links begin that a Word file may hold: the web, and places in itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One brief."""

    title: str
    authors: tuple[str, ...]
    description: str
    keywords: str
    lang: str
    date: str
    """As in `2026-11-22`; empty when the page has none."""
    series: str
    short_title: str
    """What fits at the head of a page."""
    edition: str
    draft: bool


def about(page: Any) -> About:
    """What the page, an lxml tree, says about itself."""
    article = next(page.iter("article"), page)
    dates = page.xpath("//header//time/@datetime")
    return About(
        title=_first(page.xpath("//head/title/text()")),
        authors=tuple(str(name) for name in page.xpath("//head/meta[@name='author']/@content")),
        description=_first(page.xpath("//head/meta[@name='description']/@content")),
        keywords=_first(page.xpath("//head/meta[@name='keywords']/@content")),
        lang=page.get("lang") or "en-GB",
        date=_first(dates)[:10],
        series=article.get("data-series", ""),
        short_title=article.get("data-short-title", ""),
        edition=article.get("data-edition", ""),
        draft="gate-draft" in (page.find("body").get("class") or "").split(),
    )


def _first(found: Any) -> str:
    return str(found[0]).strip() if found else ""
