"""One wrong `cite:` or `at:` for many figures is told once, where it is written, and not at each of them.

A record says for all its figures where they come from. When every quotation that takes its source or its page from one
such line fails in the same way, it is that line which is wrong.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.sources.finding import Finding
from briefkit.sources.sought import Sought, nodes

FIELDS = {"quote-on-other-page": "at", "quote-absent": "cite", "seen-elsewhere": "cite"}
"""The field that is wrong when all quotations fail by a rule."""
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Failed:
    """A quotation that failed, with what is told of it."""

    one: Sought
    key: str
    """The document in which it was looked for."""
    problem: Problem
    finding: Finding | None = None
    """None where no copy is here."""


def at_their_line(
    failed: Sequence[Failed], sought: Iterable[Sought], library: Library
) -> tuple[list[Problem], dict[Where, str]]:
    """The problem of each quotation, or of the line that all of several take their page or their source from; and the
    document that each such line is about.
    """
    lines: dict[tuple[str, Where], list[Failed]] = {}
    for fail in failed:
        if (where := _line(fail.one, FIELDS.get(fail.problem.rule, ""), library)) is not None:
            lines.setdefault((fail.problem.rule, where), []).append(fail)
    alike = {place: fails for place, fails in lines.items() if len(fails) >= FEWEST and _of_one_source(fails)}
    resting = [one for one in sought if not one.slug] if alike else []
    found, told = [], set[str]()
    for (rule, where), fails in alike.items():
        all_of_it = [one.name for one in resting if _line(one, FIELDS[rule], library) == where]
        if len(all_of_it) == len(fails):
            found.append(_of_line(rule, where, fails))
            told |= {fail.one.name for fail in fails}
    single = [fail.problem for fail in failed if fail.one.slug or fail.one.name not in told]
    return [*found, *single], {one.where: alike[one.rule, one.where][0].key for one in found}


def _of_one_source(fails: Sequence[Failed]) -> bool:
    """Whether they were looked for in one document, and are not merely mistyped: most have nothing like them there."""
    nowhere = [fail for fail in fails if fail.finding is None or not fail.finding.place]
    mistyped = fails[0].problem.rule == "quote-absent" and 2 * len(nowhere) <= len(fails)
    return len({fail.key for fail in fails}) == 1 and not mistyped


def _of_line(rule: str, where: Where, fails: Sequence[Failed]) -> Problem:
    key, count = fails[0].key, len(fails)
    which = "neither of its 2" if count == 2 else f"none of its {count}"
    if rule == "quote-on-other-page":
        at = fails[0].one.at
        places = sorted({fail.finding.place for fail in fails if fail.finding})
        way = f"write `{places[0]}`" if len(places) == 1 else f"they stand on {', '.join(places)}: say it at each"
        return Problem(where, rule, f"{which} quotations stands at `{at}` of `{key}`", way)
    if rule == "quote-absent":
        way = "cite the source that they were copied from; this one says nothing like it"
        return Problem(where, rule, f"{which} quotations stands in `{key}`", way)
    seen = fails[0].problem.message.partition("were seen in ")[2].partition(", and")[0]
    message = f"{which} quotations was seen in `{key}`: they were seen in {seen}"
    return Problem(where, rule, message, fails[0].problem.help)


def _line(one: Sought, field: str, library: Library) -> Where | None:
    """The line of the record from which a quotation takes its page or source; None for one with its own."""
    figure = None if one.slug else library.figures.get(one.name)
    if figure is None or not field:
        return None
    *above, own = nodes(figure, library)
    if field in own.pairs:
        return None
    written = next((node.pairs[field].value for node in reversed(above) if field in node.pairs), None)
    said = figure.at if field == "at" else figure.cite[0]
    return written.where if written is not None and written.text == said else None
