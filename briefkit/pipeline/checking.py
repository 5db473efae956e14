"""The second stage: briefs read and every rule applied, to the base first and then to each brief."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.brief import Brief, Citation, Gap
from briefkit.disk import Tree
from briefkit.hold import Held, Hold
from briefkit.library import Library
from briefkit.pipeline.covering import uncovered
from briefkit.pipeline.crew import Crew, LookedUp, alone
from briefkit.pipeline.evidence import Evidence, Learnt, judged, read_evidence
from briefkit.pipeline.options import Options, Progress, silent
from briefkit.pipeline.parts import JudgedPart, ReadPart, Verdicts
from briefkit.pipeline.reading import brief_files, locks_of, references_unread
from briefkit.pipeline.reviewing import read_verdicts_of
from briefkit.pipeline.stages import KeptBrief, Stages
from briefkit.problems import Problem
from briefkit.reader import Marks
from briefkit.rules.consequences import without_consequences
from briefkit.rules.names import SLUG
from briefkit.rules.waivers import Waived, Waivers, waivers_of
from briefkit.sources.holding import hold_all
from briefkit.sources.totals import totals
from briefkit.verdicts.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A project, read and checked."""

    library: Library
    briefs: Mapping[str, Brief]
    """Every brief that was wanted and could be read, by slug; one that was kept is read once somebody looks."""
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
    gaps: Mapping[str, Sequence[Gap]] = field(default_factory=dict)
    """What each brief could not show, by its file."""
    evidence: Evidence
    """The base as it was read and judged, for a later run."""
    parts: Mapping[str, tuple[ReadPart, JudgedPart]] = field(default_factory=dict)
    """What is known of each brief without looking at the brief itself, by slug."""
    crew: Crew
    """Who did the steps of the briefs, and does those that are left."""
    stages: Stages


@dataclass(frozen=True, slots=True)
class Means:
    """By whom the steps of briefs are done, and what was kept of an earlier run."""

    crew: Callable[[Tree, Options, Library, Marks], Crew] = alone
    kept: Mapping[str, KeptBrief] = field(default_factory=dict)


def check(
    tree: Tree,
    options: Options,
    progress: Progress = silent,
    before: Evidence | Learnt | None = None,
    means: Means = Means(),
) -> Checked:
    """Read the base and the briefs that are wanted, and gather everything wrong with them. `before` is the base of an
    earlier run, which need not be read and judged again as long as its files have stayed the same.
    """
    progress("reading the evidence")
    evidence = read_evidence(tree, before)
    crew = means.crew(tree, options, evidence.library, evidence.marks)
    stages = Stages(tree, options, evidence.library, evidence.marks, crew, means.kept)
    read = stages.read(progress)
    progress("looking for the quotations")
    cited = [one for part in read.values() for one in part.sought]
    holdings = hold_all(evidence.library, tree.snapshots, locks_of(tree), cited=cited)
    evidence, library = judged(evidence, holdings.figures, options.today)
    problems = [*evidence.problems, *holdings.problems, *evidence.found, *uncovered(tree, library)]
    reviews, faults = read_verdicts_of(tree, library, holdings.texts)
    problems += faults
    verdicts = Verdicts(reviews=reviews, source_text=holdings.texts)
    parts = stages.judge(library, verdicts, holdings.words, progress)
    problems += [problem for part in read.values() for problem in part.problems]
    problems += [problem for part in parts.values() for problem in part.problems]
    valid = {slug: (read[slug], part) for slug, part in parts.items() if SLUG.fullmatch(slug)}
    if references_unread(tree):
        problems = [problem for problem in problems if problem.rule != "unknown-reference"]
    known = {name for part, _ in valid.values() for name in part.parameters}
    unused = tuple(name for name in options.parameters if name not in known and len(valid) == len(options.briefs))
    unread = [*tree.binaries, *(problem.where.file for problem in tree.problems)]
    waivers = waivers_of(tree.texts, library, unread, options.today)
    counted, waived = waivers.split([*problems, *waivers.problems])
    errors = {rule for rule, grave in options.grave.items() if grave == "error"}
    files = brief_files(tree)
    gaps = {files[slug]: part.gaps for slug, part in read.items()}
    return Checked(
        library=library,
        briefs=LookedUp(valid, crew.brief),
        problems=tuple(without_consequences(counted, library, gaps, errors)),
        words=holdings.words,
        quotations=totals(holdings),
        waived=tuple(waived),
        waivers=waivers,
        unused=unused,
        reviews=LookedUp(valid, crew.review),
        source_text=holdings.texts,
        loose={slug: part.unbound for slug, (_, part) in valid.items()},
        gaps={files[slug]: gaps[files[slug]] for slug in valid},
        evidence=evidence,
        parts=valid,
        crew=crew,
        stages=stages,
    )
