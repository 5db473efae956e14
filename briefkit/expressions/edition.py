"""What the parameters of a brief come to in one edition: words, figures of the base, or figures that the office gives.

The default says which: the address of a figure, a number, or words. A number that the office gives is an assumption of
the edition and never evidence: it has no source, and pages mark it and all that is worked out from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefkit.expressions.names import ADDRESS
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where, listed
from briefkit.records.front_matter import FrontMatter
from briefkit.values import Number, Range, Share
from briefkit.values.fault import Fault
from briefkit.values.line import read_line
from briefkit.values.stated import Stated
from briefkit.values.units import UnitNames
from briefkit.values.write import full
from briefkit.yamlfile import Node, place

_YEARS = range(1000, 3000)
"""A default that is a bare whole number among these is a year, and stays words."""
_PERSONS = frozenset({"people", "adults", "patients", "participants", "clients", "users", "offenders"})
_SHORT = 60


@dataclass(slots=True)
class Edition:
    """The parameters of one brief in one edition."""

    words: dict[str, str] = field(default_factory=dict)
    """Every parameter with its value as it was written."""
    figures: dict[str, Figure] = field(default_factory=dict)
    """Those that are figures, by the address that the brief knows them by; one of the base keeps its own address."""
    broken: list[str] = field(default_factory=list)
    """Names of those that could not be made."""
    problems: list[Problem] = field(default_factory=list)


def edition(front: FrontMatter, node: Node, slug: str, library: Library, given: Mapping[str, str]) -> Edition:
    """The parameters of a brief; `given` are those that `--set` names, for this brief or another."""
    made = Edition()
    for name, default in front.parameters.items():
        where, address = place(node, ("parameters", name)), f"{slug}.{name}"
        made.words[name] = " ".join(given.get(name, default).split())
        found = _default(" ".join(default.split()), address, where, library)
        if isinstance(found, Figure) and name in given:
            found = _instead(made.words[name], address, found, where, library)
        if isinstance(found, Figure):
            made.figures[address] = found
        elif found is not None:
            made.broken.append(name)
            made.problems.append(Problem(where, found.rule, found.message, found.help))
    made.problems += _half_set(front, node, made, given)
    return made


def _default(text: str, address: str, where: Where, library: Library) -> Figure | Fault | None:
    """The figure that a default names or states; None for words."""
    if _is_address(text):
        return library.figure(text) or _no_figure(text, library)
    said = _stated(text, library.vocabularies.units)
    bare_year = said is not None and said.unit is None and text.isdigit() and int(text[:5]) in _YEARS
    return None if said is None or bare_year else _given(said, address, where)


def _instead(text: str, address: str, model: Figure, where: Where, library: Library) -> Figure | Fault:
    """The figure given in the place of another; a number without unit or rate is counted as that one is."""
    units, name = library.vocabularies.units, address.partition(".")[2]
    said = _stated(text, units)
    found = library.figure(text) if _is_address(text) else None
    if said is not None:
        unit = model.unit if said.unit is None or _people(said.unit, model.unit, units) else said.unit
        found = _given(replace(said, unit=unit, per=said.per or model.per), address, where)
    wanted = f"`{name}` is counted as in `{full(model, units)}`"
    way = (
        f'write for example `--set {name}="{full(replace(model, qualifier=None), units)}"`, or the address of a figure'
    )
    if found is None:
        return Fault("parameter-not-figure", f"`--set {name}={_cut(text)}` states no figure; {wanted}", way)
    if (found.unit, found.per) != (model.unit, model.per):
        return Fault("parameter-unlike", f"`--set {name}={_cut(text)}` counts another thing; {wanted}", way)
    return found


def _people(one: str, other: str | None, units: UnitNames) -> bool:
    """Whether both count people: patients given for people are the same people."""
    return other is not None and all(units.noun(unit, plural=True) in _PERSONS for unit in (one, other))


def _stated(text: str, units: UnitNames) -> Stated | None:
    """The number that a text is; one with a source is refused, since a source belongs into a record."""
    said = read_line(text, units)
    if not isinstance(said, Stated) or said.quote or said.cite or said.via:
        return None
    return said if isinstance(said.value, Number | Range | Share) else None


def _given(said: Stated, address: str, where: Where) -> Figure:
    """A figure for which nobody but the office stands."""
    slug, _, name = address.partition(".")
    return Figure(
        address=address,
        record=slug,
        label=name.replace("_", " ").capitalize(),
        value=said.value,
        qualifier=said.qualifier,
        unit=said.unit,
        per=said.per,
        price_year=said.price_year,
        as_of=said.as_of,
        period=said.period,
        interval=said.interval,
        local="given",
        where=where,
    )


def _is_address(text: str) -> bool:
    return "." in text and ADDRESS.fullmatch(text) is not None


def _no_figure(text: str, library: Library) -> Fault | None:
    """What to say of a default that begins with the id of a record and leads to no figure; None when it is words."""
    first = text.partition(".")[0]
    if library.record(first) is None and not library.is_broken(first):
        return None
    way = library.suggest(text) or "`python build.py list KIND` prints the addresses of figures"
    return Fault("unknown-name", f"there is no figure `{text}`", way)


def _half_set(front: FrontMatter, node: Node, made: Edition, given: Mapping[str, str]) -> Iterator[Problem]:
    """Values of one place left standing in an edition for another; words alone can be told apart by whoever reads them."""
    told = [name for name in front.parameters if name in given]
    ours = {one.address.partition(".")[2] for one in made.figures.values() if one.local}
    left = [name for name in front.parameters if name not in given and name not in ours]
    if told and left and made.figures:
        one = len(left) == 1
        message = f"this edition sets {listed(told, joint='and')}, and not {listed(left, joint='and')}"
        way = f"give {'it' if one else 'them'} too with `--set`: else the page counts with the brief's own example"
        yield Problem(place(node, ("parameters", left[0]), key=True), "edition-half-set", message, way)


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
