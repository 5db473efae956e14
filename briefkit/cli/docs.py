"""`docs`: the pages that are written from the code and from the base, so that they cannot lag behind them."""

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.disk import below, replace
from briefkit.problems import listed
from briefkit.rulebook import FAMILIES, UNREAD, Rule


def command(_: Asked, project: Project, screen: Screen) -> int:
    """Write `docs/rules.md`, `docs/schemas/` and the pages about the base."""
    from briefkit.pipeline.about import about_base  # noqa: PLC0415  brings the readers, which the other pages do without

    pages = written()
    about, away = about_base(project.tree())
    for path, text in {**pages, **about}.items():
        if fault := replace(project.root, path, text + below(project.root, path, KEPT)):
            stop(f"{path} cannot be written: {fault}")
    schemas = sum(path.startswith("docs/schemas/") for path in pages)
    others = [path for path in (*pages, *about) if not path.startswith("docs/schemas/")]
    screen.say(f"{', '.join(others)} and {schemas} schemas in docs/schemas/ are up to date")
    if away:
        screen.say(f"docs/base.md and docs/coverage.md stay as they were: no copy of {listed(away)} is here")
    return 0


KEPT = "<!-- What stands below this line is kept. -->\n"
"""In a page that is made here, the line under which other tools and people may add to it."""


def written() -> dict[str, str]:
    """Every page that is made from the code, by path."""
    from briefkit.records.schema import schemas  # noqa: PLC0415  brings pydantic, which rules do without
    from briefkit.synthesis.published import page  # noqa: PLC0415  brings scipy

    made = {"docs/rules.md": rules_page(), "docs/our-statistics.md": page()}
    return {**made, **{f"docs/schemas/{name}": text for name, text in schemas().items()}}


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
