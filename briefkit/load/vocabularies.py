"""The three vocabulary files. One bad entry loses no other, and its id stays known, so that nobody is blamed for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TypeVar

from briefkit.problems import Problem, did_you_mean, listed
from briefkit.records.anatomy import parts
from briefkit.records.entry import Entry
from briefkit.records.known import Known
from briefkit.records.read import read
from briefkit.records.texts import KEY, simplified
from briefkit.records.vocabularies import Holder, Intervention, Name, Outcome, UnitName, Vocabularies
from briefkit.values.units import BUILT_IN, UnitNames
from briefkit.yamlfile import Node

E = TypeVar("E", bound=Entry)
SECTIONS = ("interventions", "units", "names")


@dataclass(slots=True)
class Words:
    """The entries of the vocabularies before they are read; None for a vocabulary whose file cannot be read."""

    outcomes: Mapping[str, Node] | None = field(default_factory=dict)
    holders: Mapping[str, Node] | None = field(default_factory=dict)
    interventions: Mapping[str, Node] | None = field(default_factory=dict)
    units: Mapping[str, Node] | None = field(default_factory=dict)
    names: Mapping[str, Node] | None = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def entries(trees: Mapping[str, Node | None]) -> Words:
    """The entries of the vocabulary files, by file."""
    words = Words()
    for file, node in trees.items():
        name = PurePosixPath(file).stem
        if name == "terms":
            _terms(words, node)
        else:
            setattr(words, name, _entries(words, node, f"`evidence/{name}.yaml`"))
    return words


def _terms(words: Words, node: Node | None) -> None:
    sections = _entries(words, node, "`evidence/terms.yaml`", checked=False)
    for name in SECTIONS:
        section = None if sections is None else sections.get(name)
        found = _entries(words, section, f"`{name}`") if section is not None else None if sections is None else {}
        setattr(words, name, found)
    if node is None or sections is None:
        return
    for name in sections:
        if name not in SECTIONS:
            way = did_you_mean(name, SECTIONS, f"its parts are {listed(SECTIONS, joint='and')}")
            for meant in get_close_matches(name, SECTIONS, n=1):
                setattr(words, meant, None)
            where = node.pairs[name].key_where
            words.problems.append(Problem(where, "unknown-field", f"`{name}` is not a part of `terms.yaml`", way))


def _entries(words: Words, node: Node | None, what: str, *, checked: bool = True) -> dict[str, Node] | None:
    if node is None:
        return None
    if node.kind != "map":
        way = "write each id in a line of its own, and what belongs to it below, indented"
        words.problems.append(Problem(node.where, "value-kind", f"{what} takes ids with fields under them", way))
        return None
    if checked:
        words.problems += _bad_keys(node)
    return {key: pair.value for key, pair in node.pairs.items()}


def _bad_keys(node: Node) -> Iterator[Problem]:
    for key, pair in node.pairs.items():
        if not KEY.fullmatch(key):
            near = simplified(key)
            way = f"write `{near}`" if KEY.fullmatch(near) else "use lower-case letters, digits and `_`"
            yield Problem(pair.key_where, "key-invalid", f"`{key}` cannot be used as an id", way)


def read_units(words: Words, known: Known) -> tuple[UnitNames, list[Problem]]:
    """The units of this base together with those built in: the first thing needed, since figures are read by them."""
    found, problems = _read_all(UnitName, words.units, known, BUILT_IN)
    return UnitNames({key: (unit.one, unit.many) for key, unit in found.items()}), problems


def read_vocabularies(words: Words, known: Known, units: UnitNames) -> tuple[Vocabularies, list[Problem]]:
    """All vocabularies, and what is wrong with their entries."""
    outcomes, one = _read_all(Outcome, words.outcomes, known, units)
    interventions, two = _read_all(Intervention, words.interventions, known, units)
    names, three = _read_all(Name, words.names, known, units)
    holders, four = _read_all(Holder, words.holders, known, units)
    made = Vocabularies(outcomes=outcomes, interventions=interventions, names=names, holders=holders, units=units)
    return made, [*one, *two, *three, *four]


def _read_all(
    model: type[E], nodes: Mapping[str, Node] | None, known: Known, units: UnitNames
) -> tuple[dict[str, E], list[Problem]]:
    made: dict[str, E] = {}
    problems: list[Problem] = []
    for key, node in (nodes or {}).items():
        if node.kind != "map":
            problems.append(_flat(model, key, node))
            continue
        entry, wrong = read(model, node, known, units)
        problems += wrong
        if entry is not None:
            made[key] = entry
    return made, problems


def _flat(model: type[Entry], key: str, node: Node) -> Problem:
    """An entry that has no fields."""
    wanted = listed([f"{part.key}: …" for part in parts(model).values() if part.required], joint="and")
    return Problem(node.where, "value-kind", f"`{key}` takes fields of its own", f"write below it, indented, {wanted}")
