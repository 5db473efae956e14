"""`explain`: a rule in full, with how grave it is in this project and how to waive it; or all rules in a line each."""

from textwrap import fill, indent

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.problems import did_you_mean
from briefkit.rulebook import FAMILIES, RULES, Rule
from briefkit.settings import FILE, GATES, Severities, read_settings

WIDTH = 88
WAIVER = """\
- rule: {rule}
  where: {where}
  reason: why it may stand for now, in at least five words
  by: the name of whoever answers for it
  until: the last day on which it holds, such as 2027-03-31"""
PLACES = "a file, a record's id, the address of a figure, a reference's key, or a brief's name"
PROMISE = (
    "It carries the promise of a brief: no project can make it milder at the publish gate, and readers are told of each "
    "waiver of it on the brief's last page."
)


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Explain the rule that was named, or list all."""
    if not asked.words:
        screen.say(_all())
        return 0
    own = _own(project)
    for number, name in enumerate(asked.words):
        rule = RULES.get(_plain(name))
        if rule is None:
            way = did_you_mean(_plain(name), RULES, "without a name, `explain` lists all rules")
            stop(f"there is no rule `{name}`: {way}")
        screen.say(("\n" if number else "") + explained(rule, own))
    return 0


def _plain(name: str) -> str:
    """The rule's id, also from `error[unknown-field]`."""
    return name.partition("[")[2].partition("]")[0] or name


def _own(project: Project) -> Severities:
    """The severities that the project has chosen for itself; none when there is no project here."""
    if project.folder is None:
        return {}
    from briefkit.disk.contents import MOST_TEXT  # noqa: PLC0415  likewise
    from briefkit.disk.plain_file import file_bytes  # noqa: PLC0415  brings the YAML reader, which --help does without

    data = file_bytes(project.folder, FILE, MOST_TEXT, project.folder)
    return read_settings(data.decode("utf-8", "replace"))[0].severity if isinstance(data, bytes) else {}


def explained(rule: Rule, own: Severities) -> str:
    """A rule as it is read on a terminal."""
    return "\n".join(
        [
            f"{rule.id} ({_grave(rule.draft, rule.publish)})",
            *_in_this_project(rule, own),
            "",
            fill(rule.says, WIDTH),
            fill(f"Why it matters: {rule.because}", WIDTH),
            "",
            "Wrong:",
            indent(rule.wrong, "    "),
            "Right:",
            indent(rule.right, "    "),
            *_waiver(rule),
        ]
    )


def _grave(draft: str, publish: str) -> str:
    return draft if draft == publish else f"{draft} in a draft, {publish} in a publication"


def _in_this_project(rule: Rule, own: Severities) -> list[str]:
    """How grave it is here, where that differs from the rulebook."""
    draft, publish = (own.get(gate, {}).get(rule.id, getattr(rule, gate)) for gate in GATES)
    same = (draft, publish) == (rule.draft, rule.publish)
    return [] if same else [f"In this project ({FILE}): {_grave(draft, publish)}"]


def _waiver(rule: Rule) -> list[str]:
    """How to let it through at one place for a time."""
    promise = ["", fill(PROMISE, WIDTH)] if rule.fixed else []
    if not rule.waivable:
        return [*promise, "", "It cannot be waived."]
    entry = WAIVER.format(rule=rule.id, where=PLACES)
    return [*promise, "", "To let it through at one place for a time, in evidence/waivers.yaml:", indent(entry, "    ")]


def _all() -> str:
    """Every rule, family by family."""
    blocks = []
    for family in FAMILIES:
        wide = max(len(rule.id) for rule in family.rules)
        lines = [f"  {rule.id:<{wide}}  {rule.says.partition('. ')[0].rstrip('.')}" for rule in family.rules]
        blocks.append("\n".join([family.title, *lines]))
    return "\n\n".join(blocks)
