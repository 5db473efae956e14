"""`check`: every rule over base, briefs and their pages; nothing is written but what `--fix` binds."""

from dataclasses import replace

from briefkit.cache.engine import engine
from briefkit.cache.key import own_key
from briefkit.cache.store import Store
from briefkit.cli.arguments import Asked
from briefkit.cli.fix import bound_line, fix
from briefkit.cli.keeping import kept_base, kept_briefs, to_keep
from briefkit.cli.options import options_of, refuse_unused
from briefkit.cli.project import Project
from briefkit.cli.report import Report
from briefkit.cli.screen import Screen
from briefkit.pipeline.building import painted_problems
from briefkit.pipeline.checking import Checked, Means, check
from briefkit.pipeline.settling import settled
from briefkit.pipeline.team import Staff, workers
from briefkit.sources.totals import totals_line


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Check, print what was found in the form that was asked for, and return the status that the gate gives."""
    tree = project.tree()
    options = options_of(asked, tree)
    if asked.fix:
        tell = screen.say if asked.format == "text" else screen.tell
        tell(bound_line(fix(project.root, tree, options, tell)))
        tree = project.tree()
    place = f"check {options.gate}"
    with Store(project.root, own_key(), engine()) as store, Staff(workers(asked.jobs)) as staff:
        means = Means(crew=staff, kept=kept_briefs(store, place, options))
        before = kept_base(store)
        checked = check(tree, options, screen.progress, before, means)
        screen.progress("")
        refuse_unused(checked)
        if tree.under("templates"):  # pages are painted as a build would, for what only then is found
            painting = replace(options, formats=("html",), sheets=False)
            problems, waived = painted_problems(checked, tree, painting, screen.progress)
            screen.progress("")
        else:
            problems, waived = settled(checked, checked.problems, tree, options)
        store.put(to_keep(checked, place, before))
    report = Report(problems, options, tree.texts, waived)
    _tell(report, checked, asked.format, screen)
    return report.status


def _tell(report: Report, checked: Checked, form: str, screen: Screen) -> None:
    """Print what was found in the form that was asked for."""
    if form == "json":
        screen.say(report.as_json(checked.quotations))
    elif form == "github":
        screen.say(report.as_github())
    else:
        for text in report.shown():
            screen.problem(text, to_out=True)
        for line in report.waived_lines():
            screen.say(line)
        if line := totals_line(checked.quotations):
            screen.say(line)
        screen.say(report.totals_line())
