"""The door of this room: one brief to one page, for screens or for the printer."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Literal

from markupsafe import Markup

from briefkit import __version__
from briefkit.brief import Brief, Heading
from briefkit.library import Library
from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.prose.blocks import block_name
from briefkit.prose.html import paint, paint_inline
from briefkit.prose.parser import BLOCK
from briefkit.render.citing import bibliography_of
from briefkit.render.evidence_held import evidence_shown
from briefkit.render.glyphs import glyph_problems
from briefkit.render.held import copies_read, notice_words, source_words
from briefkit.render.look import FOLDER, SUFFIX, Look, TemplateFaultError
from briefkit.render.metadata import linked_data, metadata
from briefkit.render.painter import Medium, PagePainter
from briefkit.render.reviewed import reviewed
from briefkit.render.shown_problems import AS_THE_BOOK_SAYS, Judged, ShownProblems, shown_problems
from briefkit.render.style import SCRIPT, policy, style
from briefkit.render.worked_out import givens, workings
from briefkit.values.dates import write_date
from briefkit.values.write import date_text

KIND = "page-"
"""How the names of the templates of kinds begin."""
MANY_SECTIONS = 5
MANY_WORDS = {"screen": 700, "print": 2500}
"""From how many sections and words a brief lists its contents unasked: paper needs the list later than screens."""
RUNNING_TITLE = 78
"""Characters of a title that fit at the head of a printed page."""


def page(
    brief: Brief,
    library: Library,
    problems: Sequence[Problem],
    look: Look,
    medium: Medium,
    gate: Literal["draft", "publish"],
    judged: Judged = AS_THE_BOOK_SAYS,
) -> tuple[str, list[Problem]]:
    """The page, and what was found wrong while painting it. `problems` are those that a draft lists at its top, `judged`
    says how grave they are, and what is waived.
    """
    bibliography, unstyled = bibliography_of(brief, library, look.texts)
    painter = PagePainter(brief, library, look, bibliography, medium)
    template, faults = _template(brief, look)
    faults += unstyled
    try:
        values = _values(brief, painter, shown_problems(problems, brief.file, judged), gate)
        values |= {"reviewed": reviewed(judged.review), "audit": look.has("audit") and judged.review is not None}
        text = look.fill(template, **values)
        faults += glyph_problems(brief, library, values["panels"], look, problems)
    except TemplateFaultError as fault:
        return _bare(brief), [*faults, fault.problem]
    return text, [*faults, *painter.problems]


def _template(brief: Brief, look: Look) -> tuple[str, list[Problem]]:
    """Name of the template of the brief's kind; that of plain briefs when it has none."""
    kind = brief.front.kind
    for name in (KIND + kind, KIND + kind.replace("_", "-")):
        if look.has(name):
            return name, []
    known = sorted(path.removeprefix(KIND).removesuffix(SUFFIX) for path in look.texts if path.startswith(KIND))
    other = f"write {listed(known)}, or add the template `{FOLDER}{KIND}{kind}{SUFFIX}`"
    message = f"there is no kind of brief `{kind}`"
    return f"{KIND}brief", [Problem(Where(brief.file, 1), "kind-unknown", message, did_you_mean(kind, known, other))]


def _values(brief: Brief, painter: PagePainter, problems: ShownProblems, gate: str) -> dict[str, Any]:
    """Everything that a template of a page may use."""
    front, library = brief.front, painter.library
    painted = _painted(brief, painter)
    heads = _contents(brief, painter.medium)
    panels = painter.panels()
    return {
        **painted,
        **frame(painter.look, painter.medium, gate),
        "brief": brief,
        "front": front,
        "lang": front.lang,
        "document_title": brief.title_text,
        "running_title": _cut(brief.title_text, RUNNING_TITLE),
        "date": date_text(front.date),
        "iso_date": write_date(front.date),
        "contents": heads,
        "references": _references(painter),
        "numeric": painter.bibliography.numeric,
        "panels": panels,
        "evidence": evidence_shown(brief, library, painter.used.values()),
        "workings": workings(painter.used.values(), library),
        "givens": givens(painter.used.values(), brief, library),
        "problems": problems,
        "cite_as": _cite_as(brief),
        "metadata": metadata(brief),
        "linked_data": linked_data(
            brief, [library.references[key] for key in brief.cited if key in library.references]
        ),
    }


def _painted(brief: Brief, painter: PagePainter) -> dict[str, Markup]:
    """Title, question, answer, leading key messages and body as HTML, in the order in which they are read."""
    lines = {name: paint_inline(getattr(brief, name), painter) for name in ("title", "question", "answer")}
    lines["title"] = lines["title"] or escape(brief.title_text)
    end = _lead(brief)
    lines["lead"], lines["body"] = paint(brief.tokens[:end], painter), paint(brief.tokens[end:], painter)
    return {name: Markup(html) for name, html in lines.items()}  # noqa: S704  painted by `prose`, which escapes


def _lead(brief: Brief) -> int:
    """How many tokens of the body stand before the list of contents: the key messages, when it begins with them."""
    for number, token in enumerate(brief.tokens):
        if number == 0 and not (token.type == f"{BLOCK}_open" and block_name(token)[0] == "key-messages"):
            return 0
        if token.type == f"{BLOCK}_close" and token.level == brief.tokens[0].level:
            return number + 1
    return 0


def frame(look: Look, medium: Medium, gate: str) -> Mapping[str, Any]:
    """What the frame of every page needs, whatever it shows."""
    return look.once(("frame", medium, gate), lambda: _frame(look, medium, gate))


def _frame(look: Look, medium: Medium, gate: str) -> Mapping[str, Any]:
    style_text = style(look, medium, gate)
    script = look.texts.get(SCRIPT, "") if medium == "screen" else ""
    return {
        "medium": medium,
        "gate": gate,
        "style": Markup(style_text),  # noqa: S704  the project's own style sheets, their end tags made harmless
        "script": Markup(script.replace("</", "<\\/")),  # noqa: S704  the project's own script, likewise
        "policy": policy(style_text, script.replace("</", "<\\/")),
        "engine": f"briefkit {__version__}",
    }


def _contents(brief: Brief, medium: Medium) -> list[Heading]:
    """The headings to list before the text; none in a short brief."""
    wanted = brief.front.contents
    heads = [heading for heading in brief.headings if heading.level == 2]
    words = sum(len(claim.text.split()) for claim in brief.claims)
    long = len(heads) >= MANY_SECTIONS and words >= MANY_WORDS[medium]
    return heads if wanted == "yes" or (wanted == "auto" and long) else []


def _references(painter: PagePainter) -> list[dict[str, Any]]:
    """The list of references, each with what sort of document it is, and where it was read when not there."""
    copies = copies_read(painter.used.values(), painter.library)
    return [
        {
            "anchor": entry.anchor,
            "label": entry.label,
            "margin": entry.margin,
            "html": Markup(entry.html),  # noqa: S704  escaped by the bibliography
            "kind": source_words(painter.library.sources.get(entry.key)),
            "notices": notice_words(painter.library.sources.get(entry.key)),
            "copies": copies.get(entry.key, ()),
        }
        for entry in painter.bibliography.entries()
    ]


def _cite_as(brief: Brief) -> str:
    """How to cite the brief itself, as in `Jane Doe (2026). Title. School meals, version 1.0, 1 March 2026`."""
    front = brief.front
    *others, last = front.authors
    names = f"{', '.join(others)} and {last}" if others else last
    edition = ", ".join(part for part in (front.series, f"version {front.version}" if front.version else "") if part)
    end = "" if brief.title_text.endswith(("?", "!", ".")) else "."
    return f"{names} ({front.date.year}). {brief.title_text}{end} {edition + ', ' if edition else ''}{date_text(front.date)}."


def _cut(text: str, most: int) -> str:
    """The text, cut between two words where it is too long."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _bare(brief: Brief) -> str:
    """What stands for a page whose template cannot be filled."""
    title = escape(brief.title_text)
    said = "A template of this page has a mistake in it: the list of problems says where."
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(brief.front.lang)}"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body><main><h1>{title}</h1><p>{said}</p></main></body></html>\n"
    )
