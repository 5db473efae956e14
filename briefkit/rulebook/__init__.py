"""The rulebook: every rule's id, how grave it is at each gate, and its explanation.

`explain RULE` and `docs/rules.md` are written from here. A rule is named for the fault it finds. Rules that test
base or brief live in `briefkit.rules`; readers (YAML, references, briefs) report under the ids of their family.
"""

from briefkit.rulebook.briefs import BRIEFS
from briefkit.rulebook.evidence import EVIDENCE
from briefkit.rulebook.families import Family, Rule
from briefkit.rulebook.figures import FIGURES
from briefkit.rulebook.formulas import FORMULAS
from briefkit.rulebook.line import LINE
from briefkit.rulebook.pages import PAGES
from briefkit.rulebook.quotations import QUOTATIONS
from briefkit.rulebook.records import RECORDS
from briefkit.rulebook.references import REFERENCES
from briefkit.rulebook.tables import TABLES
from briefkit.rulebook.yaml import YAML

FAMILIES: tuple[Family, ...] = (
    YAML,
    RECORDS,
    FIGURES,
    FORMULAS,
    EVIDENCE,
    QUOTATIONS,
    REFERENCES,
    LINE,
    TABLES,
    BRIEFS,
    PAGES,
)
RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.rules}


def severities(gate: str) -> dict[str, str]:
    """Severity of each rule (`error`, `warning` or `advice`) at the gate `draft` or `publish`."""
    return {rule.id: rule.publish if gate == "publish" else rule.draft for rule in RULES.values()}


__all__ = ["FAMILIES", "RULES", "Family", "Rule", "severities"]
