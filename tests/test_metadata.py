"""What a page says of itself to machines, read back as they read it."""

import json

from lxml import html as parser
from render_desk import BODY, FRONT, painted

EVIL = "</script><script>alert(1)</script>"
Found = dict[str, list[str]]


def read_back(front: str = FRONT, medium: str = "screen") -> tuple[Found, list[dict]]:
    """The meta elements of the sample page by name, and its linked data."""
    text, _ = painted(BODY, front, medium=medium)
    tree = parser.fromstring(text)
    found: Found = {}
    for meta in tree.xpath("//head/meta[@content]"):
        found.setdefault(meta.get("name") or meta.get("property") or "", []).append(meta.get("content"))
    return found, [json.loads(one) for one in tree.xpath("//script[@type='application/ld+json']/text()")]


def test_reference_managers_and_libraries_find_what_they_look_for():
    found, _ = read_back()
    schemes = ("citation_", "DC.", "og:", "article:")
    assert {name: said for name, said in found.items() if name.startswith(schemes)} == {
        "citation_title": ["Free breakfasts in schools"],
        "citation_author": ["Ada Moss", "Jan Kowalski"],
        "citation_publication_date": ["2026/11/22"],
        "citation_language": ["en-GB"],
        "citation_series_title": ["School meals"],
        "citation_technical_report_number": ["1.0"],
        "DC.title": ["Free breakfasts in schools"],
        "DC.creator": ["Ada Moss", "Jan Kowalski"],
        "DC.date": ["2026-11-22"],
        "DC.language": ["en-GB"],
        "DC.description": ["In one trial 54 of 60 came to school."],
        "DC.subject": ["breakfast", "attendance"],
        "DC.type": ["Text"],
        "DC.format": ["text/html"],
        "og:type": ["article"],
        "og:title": ["Do free breakfasts raise attendance?"],
        "og:description": ["In one trial 54 of 60 came to school."],
        "og:site_name": ["School meals"],
        "og:locale": ["en_GB"],
        "article:published_time": ["2026-11-22"],
    }


def test_linked_data_is_the_brief_and_what_it_cites():
    _, (said,) = read_back()
    assert said == {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": "Free breakfasts in schools",
        "alternativeHeadline": "Do free breakfasts raise attendance?",
        "abstract": "In one trial 54 of 60 came to school.",
        "author": [{"@type": "Thing", "name": "Ada Moss"}, {"@type": "Thing", "name": "Jan Kowalski"}],
        "datePublished": "2026-11-22",
        "inLanguage": "en-GB",
        "version": "1.0",
        "keywords": ["breakfast", "attendance"],
        "isPartOf": {"@type": "CreativeWorkSeries", "name": "School meals"},
        "citation": [
            {
                "@type": "CreativeWork",
                "@id": "https://doi.org/10.1000/x",
                "name": "Breakfast and attendance",
                "datePublished": "2018",
            },
            {
                "@type": "CreativeWork",
                "name": "Frühstück in Schulen",
                "datePublished": "2020",
                "url": "https://example.org/amt",
            },
            {
                "@type": "CreativeWork",
                "name": "Clubs <script>alert(1)</script>",
                "datePublished": "2021",
                "url": "https://example.org/leeds",
            },
        ],
    }


def test_nothing_in_a_title_ends_the_script():
    front = FRONT.replace("title: Free breakfasts in schools", f'title: "{EVIL}"')
    text, _ = painted(BODY, front)
    assert EVIL not in text
    _, (said,) = read_back(front)
    assert said["headline"] == EVIL


def test_a_print_says_none_of_it():
    found, linked = read_back(medium="print")
    assert linked == []
    assert [name for name in found if "." in name or "_" in name or ":" in name] == []
