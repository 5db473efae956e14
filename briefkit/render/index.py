"""The page that leads to all briefs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.record import Record
from briefkit.render.look import Look, TemplateFaultError
from briefkit.render.page import frame
from briefkit.values.write import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the list of all briefs says of one."""

    slug: str
    title: str
    """Its title as plain text."""
    asked: str
    """Its question, or the title where it has none."""
    answer: str
    series: str
    date: str
    """As people write it; the next field is for sorting."""
    day: tuple[int, int, int]
    version: str
    authors: str


def card(brief: Brief) -> Card:
    """The card of a brief."""
    front = brief.front
    return Card(
        slug=brief.slug,
        title=brief.title_text,
        asked=brief.question_text or brief.title_text,
        answer=brief.answer_text,
        series=front.series or "",
        date=date_text(front.date),
        day=(front.date.year, front.date.month or 0, front.date.day or 0),
        version=front.version or "",
        authors=", ".join(front.authors),
    )


def index_page(
    briefs: Sequence[Card],
    library: Library,
    look: Look,
    outputs: Collection[str],
    gate: str,
    unread: Sequence[str] = (),
) -> tuple[str, list[Problem]]:
    """The index of these briefs, newest first, and what was found wrong while painting it.

    `outputs` are the paths of everything that was made: only what is there is linked. `unread` are the names of
    briefs that cannot be read now, and whose pages of before are still there.
    """
    newest_first = sorted(briefs, key=lambda one: one.day, reverse=True)
    values = {
        **frame(look, "screen", "publish"),
        "lang": "en-GB",
        "document_title": "Briefs",
        "briefs": [_shown(brief, outputs) for brief in newest_first],
        "unread": [{"name": slug, "forms": _forms(slug, outputs)} for slug in unread],
        "draft": gate == "draft",
        "records": len(library.records),
        "figures": len(library.figures),
        "references": len(library.references),
        "cited": len({key for figure in library.figures.values() for key in figure.cite}),
        "gaps": [_gap(record) for record in library.of_kind("gap")],
    }
    try:
        return look.fill("index", **values), []
    except TemplateFaultError as fault:
        links = "".join(f'<li><a href="{escape(b.slug)}/index.html">{escape(b.title)}</a></li>' for b in briefs)
        return f'<!DOCTYPE html>\n<html lang="en"><title>Briefs</title><ul>{links}</ul></html>\n', [fault.problem]


def _gap(record: Record) -> dict[str, object]:
    """An open question, in words."""
    return {"title": record.title, **{name: record.field(name) for name in ("matters_for", "where_to_look")}}


def _forms(slug: str, outputs: Collection[str]) -> list[tuple[str, str]]:
    """What there is of a brief, and where."""
    ways = (
        ("web page", f"{slug}/index.html"),
        ("PDF", f"{slug}/{slug}.pdf"),
        ("check every claim", f"{slug}/audit.html"),
    )
    return [(name, path) for name, path in ways if path in outputs]


def _shown(brief: Card, outputs: Collection[str]) -> dict[str, Any]:
    forms = _forms(brief.slug, outputs)
    return {
        "forms": forms,
        "first": forms[0][1] if forms else "",
        "title": brief.asked,
        "answer": brief.answer,
        "series": brief.series,
        "date": brief.date,
        "version": brief.version,
        "authors": brief.authors,
    }
