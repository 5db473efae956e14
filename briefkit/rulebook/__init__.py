"""The rulebook: every rule's id, how grave it is at each gate, and its explanation.

`explain RULE` and `docs/rules.md` are written from here. A rule is named for the fault it finds. Rules that test
base or brief live in `briefkit.rules`; readers (YAML, references, briefs) report under the ids of their family.
"""

from collections.abc import Mapping

from briefkit.rulebook.borne import BORNE
from briefkit.rulebook.briefs import BRIEFS
from briefkit.rulebook.coverage import COVERAGE
from briefkit.rulebook.evidence import EVIDENCE
from briefkit.rulebook.families import Family, Rule
from briefkit.rulebook.figures import FIGURES
from briefkit.rulebook.formulas import FORMULAS
from briefkit.rulebook.gates import GATES
from briefkit.rulebook.holding import HOLDING
from briefkit.rulebook.judgements import JUDGEMENTS
from briefkit.rulebook.line import LINE
from briefkit.rulebook.pages import PAGES
from briefkit.rulebook.pictures import PICTURES
from briefkit.rulebook.provenance import PROVENANCE
from briefkit.rulebook.quotations import QUOTATIONS
from briefkit.rulebook.records import RECORDS
from briefkit.rulebook.references import REFERENCES
from briefkit.rulebook.statistics import STATISTICS
from briefkit.rulebook.synthesis import SYNTHESIS
from briefkit.rulebook.tables import TABLES
from briefkit.rulebook.unbound import UNBOUND
from briefkit.rulebook.verdicts import VERDICTS
from briefkit.rulebook.wording import WORDING
from briefkit.rulebook.yaml import YAML

FAMILIES: tuple[Family, ...] = (
    YAML,
    RECORDS,
    FIGURES,
    FORMULAS,
    EVIDENCE,
    PROVENANCE,
    QUOTATIONS,
    BORNE,
    STATISTICS,
    SYNTHESIS,
    JUDGEMENTS,
    HOLDING,
    COVERAGE,
    REFERENCES,
    LINE,
    TABLES,
    PICTURES,
    BRIEFS,
    WORDING,
    UNBOUND,
    PAGES,
    GATES,
    VERDICTS,
)
RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.rules}
UNREAD: frozenset[str] = frozenset(rule.id for family in FAMILIES if family.unread for rule in family.rules)
"""Rules that say that something could not be read."""


def severities(gate: str, own: Mapping[str, str] | None = None) -> dict[str, str]:
    """Severity of each rule (`error`, `warning` or `advice`) at the gate `draft` or `publish`.

    `own` are those that a project has chosen for that gate, by rule.
    """
    book = {rule.id: rule.publish if gate == "publish" else rule.draft for rule in RULES.values()}
    return {**book, **(own or {})}


__all__ = ["FAMILIES", "RULES", "UNREAD", "Family", "Rule", "severities"]
