"""The reviewer's ledger of a brief, as the files that lie beside it: page, CSV and spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefkit.brief import Brief, Citation
from briefkit.hold import Hold
from briefkit.ledger.gather import ledger
from briefkit.ledger.page import audit_page
from briefkit.ledger.placing import Findings
from briefkit.ledger.rows import Ledger
from briefkit.ledger.sheet import csv_of
from briefkit.ledger.workbook import workbook
from briefkit.library import Library
from briefkit.pipeline.options import Options
from briefkit.problems import Problem
from briefkit.render.look import Look
from briefkit.render.shown_problems import Judged
from briefkit.values.write import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one brief."""

    problems: Sequence[Problem]
    """Those that count and that concern it."""
    judged: Judged
    """What the project and its reviewers have said."""
    words: Mapping[Citation, Hold]
    """How the words are held that it cites."""
    unbound: int
    """How many of its numbers rest on nothing, waived or not."""


def audit(
    brief: Brief, library: Library, found: Found, look: Look, options: Options
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files, by name, and what was found wrong while painting the page."""
    if "html" not in options.formats or found.judged.review is None:
        return {}, []
    made = ledger_of(brief, library, found)
    page, faults = audit_page(brief, made, look, options.gate)
    files = {"audit.html": page.encode()} if page else {}
    if options.sheets:
        files |= {"audit.csv": csv_of(made).encode(), "audit.xlsx": workbook(made)}
    return files, faults


def ledger_of(brief: Brief, library: Library, found: Found) -> Ledger:
    """The ledger of a brief that has been reviewed as far as it has, with everything that rules found in it."""
    judged = found.judged
    if judged.review is None:
        message = "a ledger needs a review, if an empty one"
        raise ValueError(message)
    waived = tuple(
        (one.problem, f"{one.waiver.reason} ({one.waiver.by}, until {date_text(one.waiver.until)})")
        for one in judged.waived
    )
    findings = Findings(
        problems=found.problems, severity=judged.grave, waived=waived, words=found.words, unbound=found.unbound
    )
    return ledger(brief, library, judged.review, findings)
