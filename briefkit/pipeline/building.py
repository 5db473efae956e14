"""The last stage: checked briefs to the files of the output."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefkit import manifest
from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.pipeline.auditing import audit
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.options import Options, Progress, silent
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.pipeline.reads import reads
from briefkit.pipeline.settling import settled
from briefkit.problems import Problem, Where, in_order
from briefkit.read_brief import read
from briefkit.render.index import index_page
from briefkit.render.look import Look, read_look
from briefkit.render.page import page
from briefkit.render.shown_problems import Judged
from briefkit.rules.names import SLUG
from briefkit.rules.waivers import Waived
from briefkit.tables.csv import csv_text

Printer = Callable[[str, Mapping[str, bytes], Where], tuple[bytes | None, list[Problem]]]
"""A print page, the assets that it may use and the place to blame, to the bytes of a PDF."""
NO_PRINTER = "printer-missing"
"""The rule that says that nothing can be printed on this machine: said once, not for each brief."""
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A project, built."""

    outputs: Mapping[str, bytes]
    """The whole output by path."""
    made: Mapping[str, tuple[str, ...]]
    """What was made of each brief now, by slug: files in its folder."""
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...] = ()
    """Problems that somebody has let through."""
    stayed: tuple[str, ...] = ()
    """Briefs that were wanted and cannot be read now: their pages of before stay."""


def build(
    checked: Checked,
    tree: Tree,
    options: Options,
    previous: Mapping[str, bytes],
    printer: Printer | None = None,
    progress: Progress = silent,
) -> Build:
    """Everything that the output folder is to hold. Briefs that were not asked for stay as they are in `previous`,
    and so do those that cannot be read now.
    """
    look, problems = read_look(tree.texts, tree.binaries)
    problems = [*checked.problems, *problems]
    counted, waived = checked.waivers.split(problems)
    files: dict[str, Files] = {}
    for number, (slug, brief) in enumerate(checked.briefs.items(), 1):
        progress(f"building {slug} ({number} of {len(checked.briefs)})")
        files[slug], faults = _one(brief, checked, (counted, waived), options, look, printer)
        problems += faults
        if any(problem.rule == NO_PRINTER for problem in faults):
            printer = None
    return _joined(tree, options, checked, look, files, previous, in_order(problems))


def _one(
    brief: Brief,
    checked: Checked,
    known: tuple[Sequence[Problem], Sequence[Waived]],
    options: Options,
    look: Look,
    printer: Printer | None,
) -> tuple[Files, list[Problem]]:
    """Everything made of one brief, by path in its folder, and what was found wrong while making it.

    `known` are the problems found before and those let through: no brief is told what another's page came to.
    """
    counted, waived = known
    review = checked.reviews.get(brief.slug)
    judged = Judged(grave=options.grave, waived=(*checked.waived, *waived), review=review)
    of_page = (brief, checked.library, counted, look)
    files: Files = {}
    faults: list[Problem] = []
    if "html" in options.formats:
        text, wrong = page(*of_page, medium="screen", gate=options.gate, judged=judged)
        files["index.html"] = text.encode()
        faults += wrong
    if printer is not None:
        text, wrong = page(*of_page, medium="print", gate=options.gate, judged=judged)
        data, unprinted = printer(text, look.assets, Where(brief.file, 0))
        files |= {f"{brief.slug}.pdf": data} if data is not None else {}
        faults += [*wrong, *unprinted]
    if review is not None:
        made, wrong = audit(brief, review, checked, (counted, judged), look, options)
        files |= made
        faults += wrong
    for table in brief.tables:
        files[f"tables/{table.name}.csv"] = csv_text(table, checked.library).encode()
    return files, faults


def _joined(
    tree: Tree,
    options: Options,
    checked: Checked,
    look: Look,
    files: Mapping[str, Files],
    previous: Mapping[str, bytes],
    problems: list[Problem],
) -> Build:
    """The whole output: what was made now, what stays of before, the index of both, the manifest."""
    outputs: Files = {}
    entries: dict[str, Any] = {}
    found, waived = settled(checked, problems, tree, options)
    for slug, made in files.items():
        brief = checked.briefs[slug]
        own = {f"{slug}/{name}": data for name, data in made.items()}
        review = checked.reviews.get(slug)
        judged = manifest.Judgement(
            problems=frozenset(found),
            grave=options.grave,
            waived=waived,
            unbound=checked.loose.get(slug, 0),
            signed=review.signed if review else 0,
        )
        entries[slug] = manifest.entry(brief, checked.library, own, reads(brief, checked.library, tree), judged)
        outputs |= own
    kept = _kept(tree, options, checked, previous)
    for slug, (_, entry, own) in kept.items():
        entries[slug] = entry
        outputs |= own
    briefs = {**checked.briefs, **{slug: brief for slug, (brief, _, _) in kept.items() if brief is not None}}
    unread = sorted(slug for slug, (brief, _, _) in kept.items() if brief is None)
    shown = [briefs[slug] for slug in sorted(briefs)]
    index, faults = index_page(shown, checked.library, look, outputs, options.gate, unread)
    outputs["index.html"] = index.encode()
    outputs[manifest.FILE] = manifest.written(entries)
    made_now = {slug: tuple(made) for slug, made in files.items()}
    stayed = tuple(slug for slug in unread if slug in options.briefs)
    everything = tuple(in_order([*found, *faults]))
    return Build(outputs=outputs, made=made_now, problems=everything, waived=waived, stayed=stayed)


def _kept(
    tree: Tree, options: Options, checked: Checked, previous: Mapping[str, bytes]
) -> dict[str, tuple[Brief | None, Any, Files]]:
    """Briefs that were built before and not asked for now, or cannot be read now (None): they stay, with their files,
    in the output and the index.
    """
    found: dict[str, tuple[Brief | None, Any, Files]] = {}
    before = manifest.entries_of(previous)
    files: dict[str, str | None] = {**dict.fromkeys(unread_briefs(tree)), **brief_files(tree)}
    for slug, file in files.items():
        own = None if slug in checked.briefs else manifest.untouched(before.get(slug), previous)
        if own is not None:
            readable = slug not in options.briefs and SLUG.fullmatch(slug)
            brief = read(tree.texts[file], file, checked.library, {})[0] if file and readable else None
            found[slug] = (brief, before[slug], own)
    return found
