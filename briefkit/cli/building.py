"""A build that has something to do: what has changed is made, the rest stays, and what was learnt is kept."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.cache.store import Store
from briefkit.cli.arguments import Asked
from briefkit.cli.browser import show
from briefkit.cli.keeping import kept_base, kept_briefs, to_keep
from briefkit.cli.kept import LastBuild, Told
from briefkit.cli.missing import MISSING
from briefkit.cli.options import options_of, refuse_unused
from briefkit.cli.report import Report
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.disk.contents import Contents
from briefkit.disk.outputs import Outputs
from briefkit.disk.reading import Tree, read_tree
from briefkit.disk.writing import previous, write_tree
from briefkit.pipeline.building import NO_PRINTER, Build, build
from briefkit.pipeline.checking import Checked, Means, check
from briefkit.pipeline.options import Options
from briefkit.pipeline.parts import Printer
from briefkit.pipeline.team import Staff, workers
from briefkit.problems import Problem

if TYPE_CHECKING:
    from briefkit.pipeline.cluster import Hired


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A build that has looked at the files."""

    root: Path
    contents: Contents
    seen: bytes
    """A mark of everything that it depends on."""
    out: Path
    start: float


def built(asked: Asked, begun: Begun, store: Store, screen: Screen) -> int:
    """Build and write; at the publish gate write nothing while there is an error."""
    out = begun.out
    tree = read_tree(begun.root, begun.contents)
    options = options_of(asked, tree)
    _ready(tree, options)
    with _hands(asked) as staff:
        means = Means(crew=staff, kept=kept_briefs(store, str(out), options))
        before = kept_base(store)
        checked = check(tree, options, screen.progress, before, means)
        refuse_unused(checked)
        made = build(checked, tree, options, previous(out), _printers(options), screen.progress)
    screen.progress("")
    report = Report(made.problems, options, tree.texts, made.waived)
    told = _told(report)
    told.tell(screen)
    if options.gate == "publish" and report.status:
        screen.tell(report.in_the_way())
        screen.tell(f"nothing was written: the publish gate lets no error through, {asked.out}/ is unchanged")
        return 1
    if refused := write_tree(out, made.outputs):
        return _refused(refused, screen)
    for slug in made.stayed:
        screen.tell(f"`{slug}` cannot be read now: its pages of before stay in {asked.out.rstrip('/')}/{slug}/")
    last = _last(begun, checked, made, told, _first(options, made))
    if last is not None:
        store.put(to_keep(checked, str(out), before) | {f"build {out}": last})
    screen.say(_written(made, len(checked.parts), asked.out, time.monotonic() - begun.start))
    if asked.why:
        screen.say(why_lines(checked, options))
    if asked.open:
        show((out / _first(options, made)).as_uri(), screen)
    return report.status


def _hands(asked: Asked) -> "Staff | Hired":
    """Whoever does the work: processes of this machine, or a cluster that was asked for."""
    if not asked.cluster:
        return Staff(workers(asked.jobs))
    from briefkit.pipeline.cluster import Hired, UnfitClusterError  # noqa: PLC0415  optional, and heavy

    try:
        return Hired(asked.cluster)
    except UnfitClusterError as fault:
        stop(str(fault))


def why_lines(checked: Checked, options: Options) -> str:
    """Why each brief was made anew, or that it was not."""
    lines = []
    for slug in options.briefs:
        reasons = checked.stages.why(slug)
        more = f", and {len(reasons) - _MOST} more" if len(reasons) > _MOST else ""
        said = f"made anew, because of {', '.join(reasons[:_MOST])}{more}" if reasons else "as it was"
        lines.append(f"{slug}: {said}")
    return "\n".join(lines)


_MOST = 5
"""Reasons that are named for one brief."""


def _last(begun: Begun, checked: Checked, made: Build, told: Told, first: Path) -> LastBuild | None:
    """What the next run can know of this one; None when nothing of it is to be kept."""
    if any(problem.rule in NO_PRINTER for problem in made.problems) or not isinstance(made.outputs, Outputs):
        return None  # once the machine has a printer, everything is to be printed
    return LastBuild(
        made_from=begun.seen,
        outputs=dict(made.outputs.marks),
        briefs=len(checked.parts),
        first=first.as_posix(),
        told=told,
    )


def _told(report: Report) -> Told:
    """What was found, what was let through, and what is missing on this machine."""
    lines = report.waived_lines()
    if report.problems or report.waived:
        lines.append(report.totals_line() + ("; `check` shows the advice" if report.totals["advice"] else ""))
    missing = {problem.rule for problem in report.problems} & NO_PRINTER
    lines += [f"\n{MISSING[rule]}" for rule in sorted(missing)]
    return Told(problems=tuple(report.shown(advice=False)), lines=tuple(lines), status=report.status)


def _ready(tree: Tree, options: Options) -> None:
    """End the command when there is nothing to build, or nothing to build it with."""
    if not options.briefs:
        stop("there is no brief to build: write one as briefs/NAME.md, as docs/writing-a-brief.md shows")
    if not tree.under("templates"):
        words = "this project has no `templates` folder, which gives its pages their looks"
        stop(f"{words}\nCopy that of briefkit's own repository into it, and try again.")


def _printers(options: Options) -> dict[str, Printer]:
    """What turns pages into PDF and Word files, as far as they are wanted; heavy libraries are loaded when the first page
    is printed.
    """
    found: dict[str, Printer] = {}
    if "pdf" in options.formats:
        from briefkit.pdf import to_pdf  # noqa: PLC0415  not wanted for HTML alone

        found["pdf"] = to_pdf
    if "docx" in options.formats:
        from briefkit.docx.write import to_docx  # noqa: PLC0415  wanted by few

        found["docx"] = to_docx
    return found


def _refused(problems: list[Problem], screen: Screen) -> int:
    """The output could not be written: that is no fault of the briefs."""
    for text in Report(problems, Options(), {}).shown():
        screen.problem(text, to_out=False)
    return 2


def _written(made: Build, briefs: int, out: str, seconds: float) -> str:
    """What was made and lies where now, a line a brief, and how many briefs stayed as they were."""
    lines = [f"{out.rstrip('/')}/{slug}/  {_counted(names)}" for slug, names in made.made.items()]
    count = len(made.made)
    same = f", {briefs - count} as before," if briefs > count else ""
    return "\n".join([*lines, f"{count} brief{'s' if count != 1 else ''} built{same} in {seconds:.1f} s"])


def _counted(names: Sequence[str]) -> str:
    """Files of a brief, its tables counted: `index.html, hat.pdf, 4 tables`."""
    tables = sum(name.startswith("tables/") and name.endswith(".csv") for name in names)
    rest = [name for name in names if not name.startswith("tables/")]
    return ", ".join([*rest, f"{tables} table{'s' if tables != 1 else ''}"] if tables else rest)


def _first(options: Options, made: Build) -> Path:
    """The page to open: the brief that was asked for, or the index."""
    page = f"{options.briefs[0]}/index.html"
    return Path(page if len(options.briefs) == 1 and page in made.outputs else "index.html")
