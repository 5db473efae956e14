"""The figures of a brief's own, from its front matter: settled and derived like those of a record."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefkit.derive import Pending, derive
from briefkit.expressions.edition import Edition, edition
from briefkit.expressions.names import Names
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.load.ids import RESERVED
from briefkit.load.settle import stated_figure
from briefkit.problems import Problem
from briefkit.records.front_matter import FrontMatter
from briefkit.yamlfile import Node, place


@dataclass(frozen=True, slots=True)
class Brought:
    """What front matter adds to the names of a brief."""

    names: Names
    problems: tuple[Problem, ...]


def bring(front: FrontMatter, node: Node, slug: str, library: Library, given: Mapping[str, str]) -> Brought:
    """The names that a brief knows; `given` are the parameters of this edition."""
    written = {key: node.pairs[key].value.pairs for key in ("figures", "parameters") if key in node.pairs}
    lost = [name for name in written.get("figures", {}) if name not in front.figures]
    lost += [name for name in written.get("parameters", {}) if name not in front.parameters]
    local = edition(front, node, slug, library, given)
    figures, broken, problems = _figures(front, node, slug, library, local)
    names = Names(
        library=library,
        slug=slug,
        own=figures,
        broken=frozenset([*lost, *broken, *local.broken]),
        parameters=local.words,
    )
    return Brought(names, (*_clashes(front, node, library), *local.problems, *problems))


def _figures(
    front: FrontMatter, node: Node, slug: str, library: Library, local: Edition
) -> tuple[dict[str, Figure], Collection[str], list[Problem]]:
    """Own figures by address, keys of those that could not be made, and why."""
    figures: dict[str, Figure] = dict(local.figures)
    pending: list[Pending] = []
    problems: list[Problem] = []
    for key, form in front.figures.items():
        where = place(node, ("figures", key))
        address, label = f"{slug}.{key}", form.label or key.replace("_", " ").capitalize()
        if form.stated is None:
            where = place(node, ("figures", key, "formula"))
            pending.append(Pending(address, slug, label, form, where))
        else:
            figures[address] = stated_figure(address, label, form, form.stated, where)
            problems += _unsourced(figures[address], key)
    lost = [f"{slug}.{name}" for name in local.broken]
    derived = derive(pending, library.with_own(figures, lost) if pending else library)
    broken = [short.removeprefix(f"{slug}.") for short in derived.broken]
    return figures | derived.figures, broken, [*problems, *derived.problems]


def _unsourced(figure: Figure, key: str) -> Iterator[Problem]:
    """A figure of a brief has nothing to inherit a source from."""
    if not figure.cite:
        way = "add its source, `(cite KEY)` and the quote, or derive it from figures of the base with `formula:`"
        yield Problem(figure.where, "own-figure-unsourced", f"the figure `{key}` names no source", way)


def _clashes(front: FrontMatter, node: Node, library: Library) -> Iterator[Problem]:
    """Names that mean something else already."""
    for group, names in (("figures", front.figures), ("parameters", front.parameters)):
        for name in names:
            where = place(node, (group, name), key=True)
            if name in RESERVED:
                message = f"nothing can be called `{name}`: the word means something else in expressions"
            elif library.record(name) or library.is_broken(name):
                message = f"`{name}` is the id of a record already"
            elif group == "parameters" and name in front.figures:
                message = f"`{name}` is a figure of this brief already"
            else:
                continue
            yield Problem(where, "name-taken", message, "choose another name")
