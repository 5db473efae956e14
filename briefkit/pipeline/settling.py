"""What counts at the end of a run, once nothing more is to be found, and what is waived; the waivers are judged themselves."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from posixpath import splitext

from briefkit.brief import Gap
from briefkit.disk import Tree
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.problems import Problem, in_order
from briefkit.rulebook import severities
from briefkit.rules.waivers import Waived


def settled(
    checked: Checked, problems: Iterable[Problem], tree: Tree, options: Options
) -> tuple[tuple[Problem, ...], tuple[Waived, ...]]:
    """Everything that counts and everything that is waived, once nothing more is to be found.

    A waiver that lets nothing through is told only when every brief was looked at.
    """
    kept, more = checked.waivers.split(problems)
    known = set(checked.waived)
    waived = [*checked.waived, *(one for one in more if one not in known)]
    grave, book = options.grave, severities(options.gate)
    errors = [problem for problem in kept if grave.get(problem.rule, "error") == "error"]
    milder = [p for p in kept if grave.get(p.rule, "error") != "error" and book.get(p.rule) == "error"]
    quiet = [*milder, *(one.problem for one in waived)]
    with_gaps = {file: gaps for file, gaps in checked.gaps.items() if gaps}
    last = [gap for file, gaps in with_gaps.items() for gap in hidden_gaps(file, gaps, errors, quiet)]
    if set(options.briefs) >= {*brief_files(tree), *unread_briefs(tree)}:
        last += checked.waivers.unused(waived)
    return tuple(in_order([*kept, *last])), tuple(sorted(waived, key=lambda one: one.problem))


def hidden_gaps(
    file: str, gaps: Sequence[Gap], errors: Collection[Problem], quiet: Collection[Problem]
) -> Iterator[Problem]:
    """The gaps of the brief in a file of which no error tells, but a problem that is waived, or that the project has made milder:
    one at the gap, or one in the record that it names.
    """
    told = {(p.where.file, p.where.line) for p in errors} | {(_record(p), 0) for p in errors}
    lines = {p.where.line: p.rule for p in quiet if p.where.file == file}
    records = {_record(p): p.rule for p in quiet if _record(p)}
    for gap in gaps:
        names = [word for word in re.findall(r"\w+", gap.source) if word in records]
        rule = lines.get(gap.where.line) or next((records[word] for word in names), "")
        if rule and (file, gap.where.line) not in told and not any((word, 0) in told for word in names):
            way = "mend what is wrong, or take the sentence out: readers can judge a doubt, but no hole"
            message = f"nothing stands here for `{gap.source}`, and `{rule}`, which says so, is no error here"
            yield Problem(gap.where, "gap-let-through", message, way)


def _record(problem: Problem) -> str:
    """Id of the record in whose file a problem lies; empty for other files."""
    folder, *rest = problem.where.file.split("/")
    return splitext(rest[-1])[0] if folder == "evidence" and len(rest) == 2 else ""
