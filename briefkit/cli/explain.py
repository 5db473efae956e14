"""`explain`: a rule in full, or all of them in a line each."""

from textwrap import fill, indent

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.problems import did_you_mean
from briefkit.rulebook import FAMILIES, RULES, Rule

WIDTH = 88


def command(asked: Asked, _: Project, screen: Screen) -> int:
    """Explain the rule that was named, or list all."""
    if not asked.words:
        screen.say(_all())
        return 0
    for number, name in enumerate(asked.words):
        rule = RULES.get(_plain(name))
        if rule is None:
            way = did_you_mean(_plain(name), RULES, "without a name, `explain` lists all rules")
            stop(f"there is no rule `{name}`: {way}")
        screen.say(("\n" if number else "") + explained(rule))
    return 0


def _plain(name: str) -> str:
    """The rule's id, also from `error[unknown-field]`."""
    return name.partition("[")[2].partition("]")[0] or name


def explained(rule: Rule) -> str:
    """A rule as it is read on a terminal."""
    grave = rule.draft if rule.draft == rule.publish else f"{rule.draft} in a draft, {rule.publish} in a publication"
    return "\n".join(
        [
            f"{rule.id} ({grave})",
            "",
            fill(rule.says, WIDTH),
            fill(f"Why it matters: {rule.because}", WIDTH),
            "",
            "Wrong:",
            indent(rule.wrong, "    "),
            "Right:",
            indent(rule.right, "    "),
        ]
    )


def _all() -> str:
    """Every rule, family by family."""
    blocks = []
    for family in FAMILIES:
        wide = max(len(rule.id) for rule in family.rules)
        lines = [f"  {rule.id:<{wide}}  {rule.says.partition('. ')[0].rstrip('.')}" for rule in family.rules]
        blocks.append("\n".join([family.title, *lines]))
    return "\n\n".join(blocks)
