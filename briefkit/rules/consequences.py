"""One slip is told once: what only follows from another problem of the same figure is left out, once all are gathered.

A wrong quotation bears no value, a wrong value is not what somebody vouched for, a figure that is wrong is not what a brief
says of it. Only the first of each is told, and nothing is left out whose cause is not told as an error: what somebody has
waived, or the project made milder, takes nothing with it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefkit.brief import Gap
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.rules.borne import place
from briefkit.rules.borne_siblings import disagreements
from briefkit.sources.lapses import ANOTHER_QUOTATION
from briefkit.sources.lock import FOLDER, SUFFIX
from briefkit.values.words import DIFFERS

OTHER_WORDS = frozenset({"quote-absent", "quote-cut", "quote-spliced", "quote-too-short", "quote-in-references"})
"""The quotation itself has to be another. Words on another page, or that stand twice, are the source's own."""
BORNE = frozenset(
    {
        "value-not-in-quote",
        "quote-cuts-number",
        "interval-not-in-quote",
        "percentage-impossible",
        "qualifier-dropped",
        "qualifier-added",
        "unit-not-in-quote",
        "currency-not-in-quote",
        "sign-not-in-quote",
        "negation-differs",
        "doubt-dropped",
        "name-not-in-quote",
        "per-not-in-quote",
        "arm-not-in-quote",
        "date-not-in-quote",
        "price-year-not-in-quote",
        "value-from-needless",
        "quote-fragment",
    }
)
"""The quotation says something else than the figure: nobody can tell while the quotation is wrong itself."""
CHANGED = BORNE | {
    "arms-per-differ",
    "count-without-date",
    "counted-after-source",
    "counted-before-start",
    "date-against-name",
    "date-not-of-page",
    "price-years-differ",
    "unit-not-of-field",
    "value-from-empty",
}
"""The figure is wrong in itself, so that it matters no more that it was another when somebody vouched for it."""
LAPSED = "witness-lapsed"
DISAGREE = "quotes-disagree"
Figures = dict[Where, str]
"""Address of the figure whose problems stand at a place."""


def without_consequences(
    problems: Iterable[Problem], library: Library, gaps: Mapping[str, Sequence[Gap]], errors: Collection[str]
) -> list[Problem]:
    """The problems without those that only follow from others. `gaps` are what briefs could not show, by file; `errors`
    are the rules that are errors for this run.
    """
    found = list(problems)
    figures = _places(library, {one.where.file for one in found})
    for step in (_of_quotations, _of_changes):
        found = step(found, figures, errors)
    found = _of_pairs(found, figures, library, errors)
    found = _of_locks(found, errors)
    return [_in_doubt(one, found, figures, library, gaps, errors) if one.rule == DIFFERS else one for one in found]


def _places(library: Library, files: Collection[str]) -> Figures:
    """Both places at which problems of a figure stand, in these files: the figure, and its value alone."""
    found: Figures = {}
    for figure in library.figures.values():
        if figure.derivation is None and figure.where.file in files:
            found |= {figure.where: figure.address, place(figure, library): figure.address}
    return found


def _with(rules: Collection[str], problems: Sequence[Problem], figures: Figures, errors: Collection[str]) -> set[str]:
    """Addresses of the figures of which one of these rules tells an error."""
    told = (one for one in problems if one.rule in rules and one.rule in errors)
    return {figures[one.where] for one in told if one.where in figures}


def _of_quotations(problems: list[Problem], figures: Figures, errors: Collection[str]) -> list[Problem]:
    """Without what a quotation does not bear that is not the source's."""
    failed = _with(OTHER_WORDS, problems, figures, errors)
    return [one for one in problems if not (one.rule in BORNE and figures.get(one.where) in failed)]


def _of_changes(problems: list[Problem], figures: Figures, errors: Collection[str]) -> list[Problem]:
    """Without the lapse of a figure that is wrong in itself. Where only its quotation is another than the one that
    somebody has seen, the way out is to put that back, and not to write what the wrong one says.
    """
    wrong = _with(CHANGED, problems, figures, errors)
    gone = {figures[one.where]: one for one in problems if one.rule == LAPSED and figures.get(one.where) in wrong}
    kept = [one for one in problems if not (one.rule == LAPSED and figures.get(one.where) in gone)]
    return [_put_back(one, gone.get(figures.get(one.where, ""))) for one in kept]


def _put_back(problem: Problem, lapse: Problem | None) -> Problem:
    if lapse is None or problem.rule not in BORNE or not lapse.message.endswith(ANOTHER_QUOTATION):
        return problem
    since = lapse.message.partition(" has changed since ")[2].removesuffix(f": {ANOTHER_QUOTATION}")
    return replace(problem, help=f"the quotation alone has changed since {since}: put its words back\nor {lapse.help}")


def _of_pairs(problems: list[Problem], figures: Figures, library: Library, errors: Collection[str]) -> list[Problem]:
    """Without what tells that two quotations differ, where one of the two is known to be wrong."""
    if not any(one.rule == DISAGREE for one in problems):
        return problems
    doubted = _with(OTHER_WORDS | CHANGED | {LAPSED}, problems, figures, errors)
    follows = {told for told, *pair in disagreements(library) if not doubted.isdisjoint(one.address for one in pair)}
    return [one for one in problems if one not in follows]


def _of_locks(problems: list[Problem], errors: Collection[str]) -> list[Problem]:
    """Without the remark that a lock does not know something, where its entry was changed by hand."""
    edited = {one.where.file for one in problems if one.rule == "lock-edited" and one.rule in errors}
    return [one for one in problems if not (one.rule == "lock-behind" and _lock_of(one) in edited)]


def _lock_of(problem: Problem) -> str:
    key = problem.where.file.removeprefix(FOLDER).removesuffix(".yaml")
    return f"{FOLDER}{key}{SUFFIX}"


def _in_doubt(
    problem: Problem,
    problems: Sequence[Problem],
    figures: Figures,
    library: Library,
    gaps: Mapping[str, Sequence[Gap]],
    errors: Collection[str],
) -> Problem:
    """Bound words that differ from a figure that is wrong itself: they are not to be made as wrong."""
    told = {
        figures[one.where]: one.where
        for one in problems
        if one.where in figures and one.rule in errors and one.rule in OTHER_WORDS | CHANGED | {LAPSED}
    }
    bound = [library.figure(address) for address in _bound_at(problem.where, gaps.get(problem.where.file, ()))]
    for figure in (one for one in bound if one is not None):
        for address in _inputs(figure, library):
            if address in told:
                way = f"the figure itself is in doubt: see `{told[address].told()}`, and mend that first"
                return replace(problem, help=way)
    return problem


def _inputs(figure: Figure, library: Library) -> Iterator[str]:
    """The figure and all that it is worked out from."""
    yield figure.address
    for one in figure.derivation.inputs if figure.derivation else ():
        if (found := library.figure(one)) is not None:
            yield from _inputs(found, library)


def _bound_at(where: Where, gaps: Sequence[Gap]) -> Iterator[str]:
    """Addresses of what could not be shown at a place of a brief: `[54 of 60]{=trial.present}`."""
    for gap in gaps:
        words, bound, rest = gap.source.rpartition("]{=")
        inside = gap.where.column <= where.column < gap.where.column + max(gap.where.length, len(gap.source))
        if words and bound and gap.where.line == where.line and inside:
            address = rest.partition("}")[0].strip()
            yield from (address, address.rpartition(".")[0])
