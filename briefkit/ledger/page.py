"""The door of this room to screens: a ledger to `audit.html`."""

from dataclasses import replace
from html import escape
from typing import Any

from briefkit.brief import Brief
from briefkit.ledger.rows import Ledger
from briefkit.ledger.wording import HELD, HELD_MEANS, STANDINGS, STATES, VERDICTS
from briefkit.problems import Problem
from briefkit.render.look import Look, TemplateFaultError
from briefkit.render.markup import safe
from briefkit.render.page import frame
from briefkit.render.style import policy
from briefkit.values.write import date_text
from briefkit.verdicts.rates import PUBLISHED, PUBLISHED_DOI

TEMPLATE = "audit"
SHEET = "css/audit.css"
OVERRIDE = "css/override.css"
FACES = ("fonts/regular.woff2", "fonts/semibold.woff2")
"""What the ledger takes along of the fonts: it is a working paper, sent by e-mail, and the other faces would be a third of it."""


def audit_page(brief: Brief, ledger: Ledger, look: Look, gate: str) -> tuple[str, list[Problem]]:
    """The page, and what was found wrong while painting it; no text where the look has no template for it."""
    if not look.has(TEMPLATE):
        return "", []
    try:
        return look.fill(TEMPLATE, **_values(brief, ledger, look, gate)), []
    except TemplateFaultError as fault:
        title = escape(brief.title_text)
        return f'<!DOCTYPE html>\n<html lang="en-GB"><title>{title}</title><h1>{title}</h1></html>\n', [fault.problem]


def _values(brief: Brief, ledger: Ledger, look: Look, gate: str) -> dict[str, Any]:
    """Everything that the template may use."""
    return {
        **look.once("ledger", lambda: _frame(look)),
        "lang": "en-GB",
        "brief_lang": brief.front.lang,
        "document_title": f"Ledger for reviewers: {brief.question_text or brief.title_text}",
        "title": brief.question_text or brief.title_text,
        "date": date_text(brief.front.date),
        "version": brief.front.version or "",
        "draft": gate == "draft",
        "slug": brief.slug,
        "ledger": ledger,
        "states": STATES,
        "words": VERDICTS,
        "held": HELD,
        "legend": {state: HELD_MEANS[state] for state in HELD if state in _states(ledger)},
        "filters": [one for one in STANDINGS if any(row.standing == one for row in ledger.rows)],
        "published": PUBLISHED,
        "published_doi": PUBLISHED_DOI,
    }


def _frame(look: Look) -> dict[str, Any]:
    """What the frame of every ledger needs."""
    front = frame(
        replace(look, assets={name: look.assets[name] for name in FACES if name in look.assets}), "screen", "publish"
    )
    own = "\n".join(look.texts.get(name, "") for name in (SHEET, OVERRIDE)).replace("</", "<\\/")
    style = safe(f"{front['style']}\n{own}")  # the project's own style sheets, their end tags made harmless
    return {**front, "style": style, "policy": policy(str(style), str(front["script"]))}


def _states(ledger: Ledger) -> set[str]:
    """How anything in the ledger is held."""
    shown = [one.state for row in ledger.rows for one in row.quoted]
    return {state for state in shown if state}
