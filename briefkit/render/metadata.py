"""What a page says of itself to machines: to reference managers and scholarly search (Highwire's tags), to libraries (Dublin
Core), to search engines (schema.org as JSON-LD), and to whatever shows a preview of a link (Open Graph).

It says nothing that the page does not show: title, authors, date, answer, and what is cited.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from briefkit.brief import Brief
from briefkit.references.reference import Reference
from briefkit.values.dates import write_date

RESOLVER = "https://doi.org/"
"""What makes an address of a DOI."""


class Meta(NamedTuple):
    """One `meta` element."""

    attribute: str
    """`name`, or `property` for Open Graph."""
    name: str
    content: str


def metadata(brief: Brief) -> list[Meta]:
    """The tags of a brief, in the order of these schemes; none for what it does not say."""
    return [tag for tag in (*_highwire(brief), *_dublin_core(brief), *_open_graph(brief)) if tag.content]


def _highwire(brief: Brief) -> Iterator[Meta]:
    """Tags that reference managers and scholarly search read; a day is written `2026/03/01`."""
    front = brief.front
    yield Meta("name", "citation_title", brief.title_text)
    for author in front.authors:
        yield Meta("name", "citation_author", author)
    yield Meta("name", "citation_publication_date", write_date(front.date).replace("-", "/"))
    yield Meta("name", "citation_language", front.lang)
    yield Meta("name", "citation_series_title", front.series or "")
    yield Meta("name", "citation_technical_report_number", front.version or "")


def _dublin_core(brief: Brief) -> Iterator[Meta]:
    """The elements of Dublin Core."""
    front = brief.front
    yield Meta("name", "DC.title", brief.title_text)
    for author in front.authors:
        yield Meta("name", "DC.creator", author)
    yield Meta("name", "DC.date", write_date(front.date))
    yield Meta("name", "DC.language", front.lang)
    yield Meta("name", "DC.description", brief.answer_text)
    for keyword in front.keywords:
        yield Meta("name", "DC.subject", keyword)
    yield Meta("name", "DC.type", "Text")
    yield Meta("name", "DC.format", "text/html")


def _open_graph(brief: Brief) -> Iterator[Meta]:
    """What a preview of a link shows: words alone, for a picture would have to come from somewhere."""
    yield Meta("property", "og:type", "article")
    yield Meta("property", "og:title", brief.question_text or brief.title_text)
    yield Meta("property", "og:description", brief.answer_text)
    yield Meta("property", "og:site_name", brief.front.series or "")
    yield Meta("property", "og:locale", brief.front.lang.replace("-", "_") if "-" in brief.front.lang else "")
    yield Meta("property", "article:published_time", write_date(brief.front.date))
    yield Meta("name", "twitter:card", "summary")


def linked_data(brief: Brief, cited: Sequence[Reference]) -> Markup:
    """The brief as a schema.org `Report` with the works that it cites, in JSON that is safe within a `script`."""
    front = brief.front
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": brief.title_text,
        "alternativeHeadline": brief.question_text,
        "abstract": brief.answer_text,
        "author": [{"@type": "Thing", "name": author} for author in front.authors],
        "datePublished": write_date(front.date),
        "inLanguage": front.lang,
        "version": front.version,
        "keywords": list(front.keywords),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": front.series} if front.series else None,
        "citation": [_work(reference) for reference in cited],
    }
    text = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704  nothing in it can end the script


def _work(reference: Reference) -> dict[str, str]:
    doi, url = reference.get("doi"), reference.get("url")
    said = {
        "@type": "CreativeWork",
        "@id": f"{RESOLVER}{doi}" if doi else "",
        "name": reference.title,
        "datePublished": reference.year,
        "url": "" if doi else url,
    }
    return {key: value for key, value in said.items() if value}
