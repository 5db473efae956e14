"""The second stage: briefs read and every rule applied, to the base first and then to each brief."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefkit.brief import Brief, Citation
from briefkit.disk import Tree
from briefkit.hold import Held, Hold
from briefkit.library import Library
from briefkit.pipeline.covering import uncovered
from briefkit.pipeline.evidence import Evidence, judged, read_evidence
from briefkit.pipeline.options import Options, Progress, silent
from briefkit.pipeline.reading import brief_files, locks_of, references_unread
from briefkit.pipeline.reviewing import reviewed
from briefkit.problems import Problem
from briefkit.read_brief import read
from briefkit.rules.briefs import check_brief
from briefkit.rules.consequences import without_consequences
from briefkit.rules.holding import words_unseen
from briefkit.rules.names import SLUG
from briefkit.rules.unbound.judge import unbound
from briefkit.rules.waivers import Waived, Waivers, waivers_of
from briefkit.sources.holding import hold_all
from briefkit.sources.totals import totals
from briefkit.verdicts.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A project, read and checked."""

    library: Library
    briefs: Mapping[str, Brief]
    """Every brief that was wanted and could be read, by slug."""
    problems: tuple[Problem, ...]
    """What counts; what is waived is not among them."""
    words: Mapping[str, Mapping[Citation, Hold]] = field(default_factory=dict)
    """How the words are held that each brief cites, by slug."""
    quotations: Mapping[Held, int] = field(default_factory=dict)
    """How many quotations are held how: those of the base, and the words that these briefs cite."""
    waived: tuple[Waived, ...] = ()
    """Problems that somebody has let through, with who and why."""
    waivers: Waivers = field(default_factory=Waivers)
    """For the problems that later stages find."""
    unused: tuple[str, ...] = ()
    """Parameters that were given and that no brief has; empty as well when a brief could not be read."""
    reviews: Mapping[str, Review] = field(default_factory=dict)
    """How far each brief has been reviewed, by slug."""
    source_text: Mapping[str, str] = field(default_factory=dict)
    """Hash of the text of each source that is or was held, by key."""
    loose: Mapping[str, int] = field(default_factory=dict)
    """How many numbers of each brief rest on nothing, by slug, waived or not."""
    evidence: Evidence | None = None
    """The base as it was read and judged, for a later run."""


def check(tree: Tree, options: Options, progress: Progress = silent, before: Evidence | None = None) -> Checked:
    """Read the base and the briefs that are wanted, and gather everything wrong with them. `before` is the base of an
    earlier run, which need not be read and judged again as long as its files have stayed the same.
    """
    progress("reading the evidence")
    evidence = read_evidence(tree, before)
    found, faults = read_briefs(tree, options, evidence.library, progress)
    progress("looking for the quotations")
    holdings = hold_all(evidence.library, tree.snapshots, locks_of(tree), found)
    evidence, library = judged(evidence, holdings.figures, options.today)
    problems = [*evidence.problems, *faults, *holdings.problems, *evidence.found, *uncovered(tree, library)]
    for brief in found:
        problems += [*check_brief(brief, library), *words_unseen(brief, holdings.words.get(brief.slug, {}))]
    briefs = {brief.slug: brief for brief in found if SLUG.fullmatch(brief.slug)}
    reviews, faults = reviewed(tree, library, briefs, holdings.texts)
    problems += faults
    if references_unread(tree):
        problems = [problem for problem in problems if problem.rule != "unknown-reference"]
    known = {name for brief in briefs.values() for name in brief.parameters}
    unused = tuple(name for name in options.parameters if name not in known and len(briefs) == len(options.briefs))
    unread = [*tree.binaries, *(problem.where.file for problem in tree.problems)]
    waivers = waivers_of(tree.texts, library, unread, options.today)
    counted, waived = waivers.split([*problems, *waivers.problems])
    errors = {rule for rule, grave in options.grave.items() if grave == "error"}
    return Checked(
        library=library,
        briefs=briefs,
        problems=tuple(without_consequences(counted, library, found, errors)),
        words=holdings.words,
        quotations=totals(holdings),
        waived=tuple(waived),
        waivers=waivers,
        unused=unused,
        reviews=reviews,
        source_text=holdings.texts,
        loose={slug: len(unbound(brief, library)) for slug, brief in briefs.items()},
        evidence=evidence,
    )


def read_briefs(
    tree: Tree, options: Options, library: Library, progress: Progress
) -> tuple[list[Brief], list[Problem]]:
    """The briefs that are wanted and can be read, and everything wrong with the text of any."""
    briefs: list[Brief] = []
    problems: list[Problem] = []
    files = brief_files(tree)
    for slug in (slug for slug in options.briefs if slug in files):
        progress(f"reading {slug}")
        brief, faults = read(tree.texts[files[slug]], files[slug], library, options.parameters)
        problems += faults
        briefs += [brief] if brief is not None else []
    return briefs, problems
