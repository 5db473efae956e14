"""The reviewer's ledger of a brief, as the files that lie beside it: page, CSV and spreadsheet."""

from collections.abc import Sequence

from briefkit.brief import Brief
from briefkit.ledger.gather import ledger
from briefkit.ledger.page import audit_page
from briefkit.ledger.placing import Findings
from briefkit.ledger.rows import Ledger
from briefkit.ledger.sheet import csv_of
from briefkit.ledger.workbook import workbook
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.options import Options
from briefkit.problems import Problem
from briefkit.render.look import Look
from briefkit.render.shown_problems import Judged
from briefkit.values.write import date_text
from briefkit.verdicts.review import Review


def audit(
    brief: Brief,
    review: Review,
    checked: Checked,
    found: tuple[Sequence[Problem], Judged],
    look: Look,
    options: Options,
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files, by name, and what was found wrong while painting the page. `found` are the problems that count, and
    what the project has decided about them.
    """
    if "html" not in options.formats:
        return {}, []
    made = ledger_of(brief, review, checked, *found)
    page, faults = audit_page(brief, made, look, options.gate)
    files = {"audit.html": page.encode()} if page else {}
    if options.sheets:
        files |= {"audit.csv": csv_of(made).encode(), "audit.xlsx": workbook(made)}
    return files, faults


def ledger_of(brief: Brief, review: Review, checked: Checked, problems: Sequence[Problem], judged: Judged) -> Ledger:
    """The ledger of a brief, with everything that rules found in it."""
    waived = tuple(
        (one.problem, f"{one.waiver.reason} ({one.waiver.by}, until {date_text(one.waiver.until)})")
        for one in judged.waived
    )
    findings = Findings(
        problems=problems,
        severity=judged.grave,
        waived=waived,
        words=checked.words.get(brief.slug, {}),
        unbound=checked.loose.get(brief.slug, 0),
    )
    return ledger(brief, checked.library, review, findings)
