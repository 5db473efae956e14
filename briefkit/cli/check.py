"""`check`: every rule over base, briefs and their pages; nothing is written."""

from dataclasses import replace

from briefkit.cli.arguments import Asked
from briefkit.cli.options import options_of, refuse_unused
from briefkit.cli.project import Project
from briefkit.cli.report import Report
from briefkit.cli.screen import Screen
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import check


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Check, print what was found in the form that was asked for, and return the status that the gate gives."""
    tree = project.tree()
    options = options_of(asked, tree)
    checked = check(tree, options, screen.progress)
    screen.progress("")
    refuse_unused(checked)
    problems = checked.problems
    if tree.under("templates"):  # pages are painted as a build would, for what only then is found
        problems = build(checked, tree, replace(options, formats=("html",)), {}, None, screen.progress).problems
        screen.progress("")
    report = Report(problems, options.gate, tree.texts)
    if asked.format == "json":
        screen.say(report.as_json())
    elif asked.format == "github":
        screen.say(report.as_github())
    else:
        for text in report.shown():
            screen.problem(text, to_out=True)
        screen.say(report.totals_line())
    return report.status
