"""The last stage: checked briefs to the files of the output."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from briefkit import manifest
from briefkit.disk import Tree
from briefkit.disk.outputs import Outputs
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.concerning import concerning
from briefkit.pipeline.options import Options, Progress, silent
from briefkit.pipeline.parts import Printer, Wanted
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.pipeline.reads import files_of, looks_of
from briefkit.pipeline.settling import settled
from briefkit.problems import Problem, in_order
from briefkit.read_brief import read
from briefkit.render.index import Card, card, index_page
from briefkit.render.look import Look
from briefkit.rules.names import SLUG
from briefkit.rules.waivers import Waived

NO_PRINTER = frozenset({"printer-missing", "pandoc-missing"})
"""The rules that say that something cannot be written on this machine: said once, not for each brief."""
_NO_PRINTERS: Mapping[str, Printer] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A project, built."""

    outputs: Mapping[str, bytes]
    """The whole output by path."""
    made: Mapping[str, tuple[str, ...]]
    """What was made of each brief now, by slug: files in its folder. One that was kept is not among them."""
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
    printers: Mapping[str, Printer] = _NO_PRINTERS,
    progress: Progress = silent,
) -> Build:
    """Everything that the output folder is to hold. Briefs that were not asked for stay as they are in `previous`,
    and so do those that cannot be read now. `printers` make what is wanted beside HTML, each by the ending of its file.
    """
    look, problems = checked.crew.looks
    problems = [*checked.problems, *problems]
    counted, waived = checked.waivers.split(problems)
    known = concerning(checked, counted, waived)
    outputs = Outputs(previous)
    painted = checked.stages.paint(Wanted(options=options, printers=dict(printers)), known, outputs, progress)
    problems += _once(problem for part in painted.values() for problem in part.problems)
    return _joined(tree, options, checked, look, outputs, previous, in_order(problems))


def painted_problems(
    checked: Checked, tree: Tree, options: Options, progress: Progress = silent
) -> tuple[tuple[Problem, ...], tuple[Waived, ...]]:
    """What counts and what is waived once every page has been painted as a build would, for nobody to look at."""
    look, problems = checked.crew.looks
    problems = [*checked.problems, *problems]
    counted, waived = checked.waivers.split(problems)
    known = concerning(checked, counted, waived)
    painted = checked.stages.paint(Wanted(options=options), known, None, progress)
    problems += [problem for part in painted.values() for problem in part.problems]
    found, waived_now = settled(checked, problems, tree, options)
    cards = [part.card for part, _ in checked.parts.values() if part.card is not None]
    _, faults = index_page(cards, checked.library, look, {}, options.gate)
    return tuple(in_order([*found, *faults])), waived_now


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems; that nothing can be printed on this machine only once, and not for each brief."""
    found = list(problems)
    first: dict[str, Problem] = {}
    for problem in in_order(problem for problem in found if problem.rule in NO_PRINTER):
        first.setdefault(problem.rule, problem)
    return [problem for problem in found if problem.rule not in NO_PRINTER or problem == first[problem.rule]]


def _joined(
    tree: Tree,
    options: Options,
    checked: Checked,
    look: Look,
    outputs: Outputs,
    previous: Mapping[str, bytes],
    problems: list[Problem],
) -> Build:
    """The whole output: what was made now, what stays of before, the index of both, the manifest."""
    entries: dict[str, Any] = {}
    found, waived = settled(checked, problems, tree, options)
    by_file: dict[str, Counter[str]] = {}
    grave, looks = options.grave, looks_of(tree)
    for problem in found:
        by_file.setdefault(problem.where.file, Counter())[grave.get(problem.rule, "error")] += 1
    let_through = Counter(one.problem.where.file for one in waived)
    made: dict[str, tuple[str, ...]] = {}
    for slug, (_, judged) in checked.parts.items():
        marks = checked.stages.outputs(slug)
        judgement = manifest.Judgement(
            problems=by_file, waived=let_through, unbound=judged.unbound, signed=judged.signed
        )
        own = {f"{slug}/{name}": digest for name, digest in marks.items()}
        entries[slug] = manifest.entry(judged.counts, own, files_of(judged.rests, tree, looks), judgement)
        if checked.stages.why(slug):
            made[slug] = tuple(marks)
    kept = _kept(tree, options, checked, outputs, previous)
    entries |= {slug: entry for slug, (_, entry) in kept.items()}
    cards = {slug: part.card for slug, (part, _) in checked.parts.items() if part.card is not None}
    cards |= {slug: one for slug, (one, _) in kept.items() if one is not None}
    unread = sorted(slug for slug, (one, _) in kept.items() if one is None)
    index, faults = index_page(
        [cards[slug] for slug in sorted(cards)], checked.library, look, outputs, options.gate, unread
    )
    outputs.put("index.html", index.encode())
    outputs.put(manifest.FILE, manifest.written(entries))
    stayed = tuple(slug for slug in unread if slug in options.briefs)
    everything = tuple(in_order([*found, *faults]))
    return Build(outputs=outputs, made=made, problems=everything, waived=waived, stayed=stayed)


def _kept(
    tree: Tree, options: Options, checked: Checked, outputs: Outputs, previous: Mapping[str, bytes]
) -> dict[str, tuple[Card | None, Any]]:
    """Briefs that were built before and not asked for now, or cannot be read now (None): they stay, with their files,
    in the output and the index.
    """
    found: dict[str, tuple[Card | None, Any]] = {}
    before = manifest.entries_of(previous)
    files: dict[str, str | None] = {**dict.fromkeys(unread_briefs(tree)), **brief_files(tree)}
    for slug, file in files.items():
        marks = {} if slug in checked.parts else manifest.outputs_of(before.get(slug))
        if marks and all(outputs.stays(path, mark) for path, mark in marks.items()):
            readable = slug not in options.briefs and SLUG.fullmatch(slug)
            brief = read(tree.texts[file], file, checked.library, {})[0] if file and readable else None
            found[slug] = (card(brief) if brief is not None else None, before[slug])
        elif slug not in checked.parts:
            outputs.drop(f"{slug}/")
    return found
