"""Whether the words round a figure name another arm, country, place or year than the figure's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import Cost
from briefkit.records.study import Study
from briefkit.rules.wording import UNCLAIMED, Mark, Said, said

_EDGE = re.compile(
    r"[,;:.()–—]|\b(?:and|but|against|versus|vs|compared|than|unlike|while|whereas|although|or|rather|instead|as|before)\b",
    re.IGNORECASE,
)
_NOT_ARMS = re.compile(
    r"\b(?:trials?|study|studies|reviews?|project|scheme|plan|service)\s+(?:of|with)\s+(?:[\w-]+\s+){0,2}?[\w-]+(?=\s|,)"
    r"|\b(?:street|illicit|illegal|black-market)\s+\w+|\b[\w-]+\s+(?:users?|addicts?|addiction|dependen(?:ce|t)|use|injections?)\b",
    re.IGNORECASE,
)
"""Words in which the name of an arm names something else: `street heroin`, `heroin users`."""


def arm_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`[38 of 43]` on oral methadone, when it is the result of those given heroin."""
    for sentence in said(brief):
        if sentence.block in UNCLAIMED:
            continue
        for mark in sentence.marks:
            arm, names = arms_of(mark.use.figure, library)
            found = _misnamed(sentence, mark, arm, names) if arm else None
            if found:
                named = sentence.text[found.start : found.end]
                message = f"`{named}` stands beside `{mark.use.shown}`, which is of {_label(arm, names)}"
                way = f"bind the figure of {_label(found.arm, names)}, or name {_label(arm, names)}"
                yield Problem(sentence.place(found.start, found.end), "arm-misnamed", message, way)
            elif arm and sentence.kind == "cell" and (head := _in_table(sentence, arm, names)):
                message = f"`{head}` heads the cell of `{mark.use.shown}`, which is of {_label(arm, names)}"
                yield Problem(
                    mark.use.where, "arm-misnamed", message, "correct the head, or bind the figure of that arm"
                )


@dataclass(frozen=True, slots=True)
class _Mention:
    """An arm named at a place of a sentence."""

    start: int
    end: int
    arm: str


def _misnamed(sentence: Said, mark: Mark, arm: str, names: Mapping[str, tuple[str, ...]]) -> _Mention | None:
    """Where another arm is named; None where the figure's own is named as well, or none is."""
    text = _NOT_ARMS.sub(lambda found: " " * len(found.group()), sentence.other_words(0, len(sentence.text)))
    for start, end in (after(sentence, mark), before(sentence, mark)):
        met = list(_mentions(text[:end].casefold(), start, names))
        # `methadone` within `oral methadone` says no more than the longer name.
        whole = [one for one in met if not any(_holds(other, one) for other in met)]
        if whole:
            return None if any(one.arm == arm for one in whole) else whole[0]
    return None


def _in_table(sentence: Said, arm: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The other arm that the head of a cell's column, or else its row, names; empty where its own is named, or none is."""
    for text in (sentence.above, sentence.beside):
        met = list(_mentions(_NOT_ARMS.sub(" ", text).casefold(), 0, names))
        whole = [one for one in met if not any(_holds(other, one) for other in met)]
        if whole:
            return "" if any(one.arm == arm for one in whole) else text[whole[0].start : whole[0].end].casefold()
    return ""


def _mentions(text: str, start: int, names: Mapping[str, tuple[str, ...]]) -> Iterator[_Mention]:
    for arm, words in names.items():
        for word in words:
            for found in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text[start:]):
                yield _Mention(start + found.start(), start + found.end(), arm)


def arms_named(text: str, names: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The arms that a text names; `methadone` within `oral methadone` says no more than the longer name."""
    met = list(_mentions(_NOT_ARMS.sub(" ", text).casefold(), 0, names))
    return {one.arm for one in met if not any(_holds(other, one) for other in met)}


def _holds(longer: _Mention, one: _Mention) -> bool:
    return longer.start <= one.start and longer.end >= one.end and longer.end - longer.start > one.end - one.start


def after(sentence: Said, mark: Mark) -> tuple[int, int]:
    """The words after a figure as far as the next figure or the end of its clause."""
    nexts = [other.start for other in sentence.marks if other.start >= mark.end]
    until = min(nexts, default=len(sentence.text))
    edge = _EDGE.search(sentence.own, mark.end, until)
    return mark.end, edge.start() if edge else until


def before(sentence: Said, mark: Mark) -> tuple[int, int]:
    """The words before a figure back to the figure before or the beginning of its clause; one comma may lie between."""
    start = max((other.end for other in sentence.marks if other.end <= mark.start), default=0)
    text = sentence.own[start : mark.start]
    stripped = text.rstrip(" ,:(")
    edges = [found.end() for found in _EDGE.finditer(stripped)]
    return start + max(edges, default=0), start + len(stripped)


def arms_of(figure: Figure, library: Library) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """The arm that the figure is of, and the names of it and of its sisters; empty when it is of none."""
    record = library.record(figure.record)
    if not isinstance(record, Study | Cost):
        return _series(figure, library)
    steps = figure.address.split(".")[1:]
    arm = next((step for step in steps if step in record.arms), "")
    if not arm and ".figures." in figure.address:
        return _kinds(figure, figure.address.rpartition(".")[0], library)
    if not arm or len(record.arms) < 2 or "compared" in steps:
        return "", {}
    return arm, names_of_arms(record, library)


def names_of_arms(record: Study | Cost, library: Library) -> Mapping[str, tuple[str, ...]]:
    """What each arm of a record goes by, in small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for key, one in record.arms.items():
        intervention = library.vocabularies.interventions.get(getattr(one, "intervention", None) or "")
        label = intervention.label if intervention else ""
        own = {key.replace("_", " "), one.label.casefold(), label.casefold(), key.split("_")[-1]}
        found[key] = tuple(sorted(name for name in own if len(name) > 2))
    return found


def _series(figure: Figure, library: Library) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """The same for a series of which each entry has a label of its own: `North East, 2018`."""
    start = figure.address.rpartition(".")[0]
    if not start.endswith(".series"):
        return "", {}
    sisters = {one.address: one for one in _beside(figure, library) if one.address.rpartition(".")[0] == start}
    labels = {address: one.label.partition(",")[0].casefold() for address, one in sisters.items() if "," in one.label}
    if figure.address not in labels or len(set(labels.values())) < 2:
        return "", {}
    return labels[figure.address], {label: (label,) for label in labels.values()}


def _kinds(figure: Figure, start: str, library: Library) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """The same for counts of one result, of which each says first what it counts: `Overdoses tied to ...`."""
    sisters = {one.address: one for one in _beside(figure, library) if one.address.rpartition(".")[0] == start}
    firsts = {address: one.label.partition(" ")[0].casefold() for address, one in sisters.items() if " " in one.label}
    known = {address: word for address, word in firsts.items() if len(word) > 5 and word.endswith("s")}
    if figure.address not in known or len(set(known.values())) < max(2, len(known)):
        return "", {}
    return known[figure.address], {word: (word, word[:-1]) for word in known.values()}


def _beside(figure: Figure, library: Library) -> Iterable[Figure]:
    """The figures of the same record, itself included."""
    return library.figures_of(figure.record)


def _label(arm: str, names: Mapping[str, tuple[str, ...]]) -> str:
    return f"`{max(names[arm], key=len)}`"
