"""`docs`: the pages that are written from the code, so that they cannot lag behind it."""

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.disk import replace
from briefkit.rulebook import FAMILIES, UNREAD, Rule


def command(_: Asked, project: Project, screen: Screen) -> int:
    """Write `docs/rules.md` and `docs/schemas/`."""
    pages = written()
    for path, text in pages.items():
        if fault := replace(project.root, path, text):
            stop(f"{path} cannot be written: {fault}")
    screen.say(f"docs/rules.md and {len(pages) - 1} schemas in docs/schemas/ are up to date")
    return 0


def written() -> dict[str, str]:
    """Every page that is made from the code, by path."""
    from briefkit.records.schema import schemas  # noqa: PLC0415  brings pydantic, which rules do without

    return {"docs/rules.md": rules_page(), **{f"docs/schemas/{name}": text for name, text in schemas().items()}}


def rules_page() -> str:
    """The whole rulebook as Markdown."""
    return "\n".join([_OPENING, *(_family(family.title, family.rules) for family in FAMILIES)])


_OPENING = """\
# Every rule

What a message means, why the rule is there, and how to mend what it found. The same is shown by
`python build.py explain RULE`. This page is written by `python build.py docs`: change the rulebook in
`briefkit/rulebook/`, not this page.

The draft gate, which `python build.py` uses, builds whatever can be built and exits with 1 when there is an error. The
publish gate (`--publish`) writes nothing while there is one. How a project sets severities of its own, and how it lets
a problem through for a time, is told in [gates.md](gates.md).
"""


def _family(title: str, rules: tuple[Rule, ...]) -> str:
    return "\n".join([f"## {title}\n", *(_rule(rule) for rule in rules)])


def _rule(rule: Rule) -> str:
    return f"""\
### {rule.id}

{rule.says}

*Why it matters:* {rule.because}

*How grave:* {rule.draft} in a draft, {rule.publish} in a publication.{_limits(rule)}

Wrong:

{_fenced(rule.wrong)}

Right:

{_fenced(rule.right)}
"""


def _limits(rule: Rule) -> str:
    """What no project can change about it."""
    promise = " It carries the promise of a brief, so it cannot be made milder at the publish gate."
    unread = " It cannot be made milder at the publish gate." if rule.id in UNREAD else ""
    return (promise if rule.fixed else unread) + ("" if rule.waivable else " It cannot be waived.")


def _fenced(text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}\n{text}\n{fence}"
