"""`build`: the briefs into their folder, the problems onto the screen."""

import time
from collections.abc import Sequence
from pathlib import Path

from briefkit.cli.arguments import Asked
from briefkit.cli.browser import show
from briefkit.cli.missing import PANGO
from briefkit.cli.options import options_of, refuse_unused
from briefkit.cli.project import Project
from briefkit.cli.report import Report
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.disk import Tree, previous, recover, write_tree
from briefkit.pipeline.building import NO_PRINTER, Build, Printer, build
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options
from briefkit.problems import Problem


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Build and write; at the publish gate write nothing while there is an error."""
    start = time.monotonic()
    tree = project.tree()
    options = options_of(asked, tree)
    _ready(tree, options)
    out = project.out(asked.out)
    recover(out)
    checked = check(tree, options, screen.progress)
    refuse_unused(checked)
    built = build(checked, tree, options, previous(out), _printer(options), screen.progress)
    screen.progress("")
    report = Report(built.problems, options, tree.texts, built.waived)
    _tell(report, screen)
    if options.gate == "publish" and report.status:
        screen.tell(report.in_the_way())
        screen.tell(f"nothing was written: the publish gate lets no error through, {asked.out}/ is unchanged")
        return 1
    if refused := write_tree(out, built.outputs):
        return _refused(refused, screen)
    for slug in built.stayed:
        screen.tell(f"`{slug}` cannot be read now: its pages of before stay in {asked.out.rstrip('/')}/{slug}/")
    screen.say(_written(built, asked.out, time.monotonic() - start))
    if asked.open:
        show((out / _first(options, built)).as_uri(), screen)
    return report.status


def _tell(report: Report, screen: Screen) -> None:
    """Say what was found, what was let through, and what is missing on this machine."""
    for text in report.shown(advice=False):
        screen.problem(text, to_out=False)
    for line in report.waived_lines():
        screen.tell(line)
    if report.problems or report.waived:
        screen.tell(report.totals_line() + ("; `check` shows the advice" if report.totals["advice"] else ""))
    if any(problem.rule == NO_PRINTER for problem in report.problems):
        screen.tell(f"\n{PANGO}")


def _ready(tree: Tree, options: Options) -> None:
    """End the command when there is nothing to build, or nothing to build it with."""
    if not options.briefs:
        stop("there is no brief to build: write one as briefs/NAME.md, as docs/writing-a-brief.md shows")
    if not tree.under("templates"):
        words = "this project has no `templates` folder, which gives its pages their looks"
        stop(f"{words}\nCopy that of briefkit's own repository into it, and try again.")


def _printer(options: Options) -> Printer | None:
    """What turns pages into PDF, when that is wanted; WeasyPrint itself is loaded when the first page is printed."""
    if "pdf" not in options.formats:
        return None
    from briefkit.pdf import to_pdf  # noqa: PLC0415  not wanted for HTML alone

    return to_pdf


def _refused(problems: list[Problem], screen: Screen) -> int:
    """The output could not be written: that is no fault of the briefs."""
    for text in Report(problems, Options(), {}).shown():
        screen.problem(text, to_out=False)
    return 2


def _written(built: Build, out: str, seconds: float) -> str:
    """What lies where now, a line a brief."""
    lines = [f"{out.rstrip('/')}/{slug}/  {_counted(names)}" for slug, names in built.made.items()]
    count = len(built.made)
    return "\n".join([*lines, f"{count} brief{'s' if count != 1 else ''} built in {seconds:.1f} s"])


def _counted(names: Sequence[str]) -> str:
    """Files of a brief, its tables counted: `index.html, hat.pdf, 4 tables`."""
    tables = sum(name.startswith("tables/") for name in names)
    rest = [name for name in names if not name.startswith("tables/")]
    return ", ".join([*rest, f"{tables} table{'s' if tables != 1 else ''}"] if tables else rest)


def _first(options: Options, built: Build) -> Path:
    """The page to open: the brief that was asked for, or the index."""
    page = f"{options.briefs[0]}/index.html"
    return Path(page if len(options.briefs) == 1 and page in built.outputs else "index.html")
