"""Whether the words quoted for one arm, or one entry of a series, are about that one and not about another of its record."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import Cost
from briefkit.records.record import Record
from briefkit.records.statistic import Statistic
from briefkit.records.study import Study
from briefkit.rules.borne_case import case_of, wanted
from briefkit.values import Missing
from briefkit.values.stands import Standing

_EMPTY = frozenset(
    {"a", "alone", "also", "an", "and", "at", "by", "care", "control", "for", "from", "group", "in", "of", "on", "only"}
    | {"or", "other", "plus", "standard", "supervised", "than", "the", "then", "to", "treatment", "usual", "with"}
    | {"without", "assisted", "optimised", "deaths", "people", "patients", "costs", "cost"}
)
"""Words of labels that tell no arm from another."""
_WORD = re.compile(r"[^\W\d_]+")
_USED = r"(?<!street )(?<!illicit )(?<!illegal )(?<!used )(?<!using )(?<!use of )"
_GIVEN = re.compile(
    rf"(?:\b(?:on|received|receiving|given|to receive|assigned to|the)\s+){_USED}(?P<a>[^\W\d_]+)(?= (?:group|arm)\b|\W*$|\W*[(\[,;.])"
    rf"|{_USED}\b(?P<b>[^\W\d_]+)(?= (?:group|arm|recipients|patients)\b| \()",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:\+|\bwith|\bplus)\s*(?:[^\W\d_]+\s+)?$", re.IGNORECASE)
"""What stands before a drug that a group got beside its own."""
_COMPARES = re.compile(
    r"(?<!\w)(?:compared|versus|vs|v|than|against|while|whereas|control|usual|standard|comparison|placebo|others?|"
    r"gegenüber|verglichen|sammenlignet|mot|mod|jämfört)(?!\w)",
    re.IGNORECASE,
)
"""Words that set one group against another."""
NEAR = 8
"""Words after a number among which stands the group that it is of."""


def arm_not_in_quote(library: Library, _today: date) -> Iterator[Problem]:
    """A figure of one arm whose quotation is about another one."""
    for record in library.records.values():
        names = Names(_labels(record, library))
        if len(names.labels) < 2:
            continue
        for arm, figure in _by_arm(record, library):
            other = names.other(arm, figure, library)
            if other:
                message = (
                    f"`{figure.address.partition('.')[2]}` is of `{arm}`, and its quotation is about `{other}`: "
                    f"`{figure.quote.exact if figure.quote else ''}`"
                )
                way = (
                    "put the figure under the arm of which the source says it, or quote the words that name its own arm"
                )
                yield Problem(figure.where, "arm-not-in-quote", message, way)


def _labels(record: Record, library: Library) -> Mapping[str, str]:
    """Everything by which each arm, or each entry of a series, goes."""
    if isinstance(record, Study | Cost):
        terms = library.vocabularies.interventions
        own = {key: (arm.label or "", getattr(arm, "intervention", None)) for key, arm in record.arms.items()}
        more = {key: terms[name].label if name in terms else "" for key, (_, name) in own.items() if name}
        return {key: f"{key.replace('_', ' ')} ; {label} ; {more.get(key, '')}" for key, (label, _) in own.items()}
    if isinstance(record, Statistic):
        return {key: key.replace("_", " ") for key in record.series}
    return {}


def _by_arm(record: Record, library: Library) -> Iterator[tuple[str, Figure]]:
    paths: list[tuple[str, str]] = []
    if isinstance(record, Study):
        paths = [(arm, f"results.{key}.{arm}") for key, result in record.results.items() for arm in result.by_arm]
        paths += [(arm, f"arms.{arm}.randomised") for arm in record.arms]
    elif isinstance(record, Cost):
        paths = [(arm, f"arms.{arm}.amount") for arm in record.arms]
    elif isinstance(record, Statistic):
        paths = [(key, f"series.{key}") for key in record.series]
    for arm, path in paths:
        figure = library.figures.get(f"{record.id}.{path}")
        if figure is not None and figure.quote is not None and not isinstance(figure.value, Missing):
            yield arm, figure


class Names:
    """The words by which the arms of one record are told apart."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """`labels` has the words of each arm, parts of them parted by `;`."""
        self.labels = labels
        words = {arm: {word for part in _parts(label) for word in part} for arm, label in labels.items()}
        pairs = {arm: {pair for part in _parts(label) for pair in _pairs(part)} for arm, label in labels.items()}
        self._words = {arm: own - _of_others(arm, words) for arm, own in words.items()}
        self._pairs = {arm: own - _of_others(arm, pairs) for arm, own in pairs.items()}

    def named(self, text: str, *, strictly: bool) -> set[str]:
        """The arms that a text names; `strictly` only where it speaks of people who were given it."""
        plain = " ".join(_tokens(text))
        found = {arm for arm, own in self._pairs.items() for one, two in own if self._pair(text, one, two)}
        if strictly:
            places = (match for match in _GIVEN.finditer(text) if not _BESIDE.search(text[: match.start()]))
            given = {(match["a"] or match["b"]).casefold() for match in places}
            return found | {arm for arm, own in self._words.items() if own & given}
        return found | {arm for arm, own in self._words.items() if own & set(plain.split())}

    @staticmethod
    def _pair(text: str, one: str, two: str) -> bool:
        pattern = rf"(?<!\w){one}[\s-]+{two}(?!\w)"
        found = re.finditer(pattern, text, re.IGNORECASE)
        return any(not _BESIDE.search(text[: match.start()]) for match in found)

    def other(self, arm: str, figure: Figure, library: Library) -> str:
        """The arm that the quotation is about when it is not about this one; else empty."""
        quote = figure.quote
        assert quote is not None
        whole = f"{quote.prefix} {quote.exact} {quote.suffix}"
        at, at_hand = self._at_number(figure, library)
        if at and arm not in at:
            return min(at)
        if at:
            return ""
        told = figure.subject_not_in_quote
        if told:
            named = self.named(told, strictly=True)
            return min(named) if named and arm not in self.named(told, strictly=False) else ""
        if at_hand and _COMPARES.search(whole):
            return ""  # two numbers of two groups, and nothing right at this one
        others = self.named(whole, strictly=True) - {arm}
        return min(others) if others and arm not in self.named(whole, strictly=False) else ""

    def _at_number(self, figure: Figure, library: Library) -> tuple[set[str], bool]:
        """The arms that are named right at the number, where it stands once; and whether others stand beside it."""
        case = case_of(figure, library)
        if case is None:
            return set(), False
        numbers = wanted(figure)[:1]
        places = [one for one in case.found if any(number in one.values for number in numbers)]
        alike = [one for one in case.found if one.digits and places and one.unit == places[0].unit]
        return (self._beside(case.text, places[0], case.found) if len(places) == 1 else set()), len(alike) > 1

    def _beside(self, text: str, one: Standing, found: tuple[Standing, ...]) -> set[str]:
        stop = min((other.start for other in found if other.start > one.end and other.digits), default=len(text))
        after = " ".join(re.split(r"[;.:]", text[one.end : stop])[0].split()[:NEAR])
        here = self.named(after, strictly=True)
        if here:
            return here
        opened = text.rfind("(", 0, one.start)
        start = max((other.end for other in found if other.end < opened and other.digits), default=0)
        closed = opened < 0 or ")" in text[opened : one.start]
        before = "" if closed or any(opened < other.start < one.start for other in found) else text[start:opened]
        return self.named(f"{before.rstrip()} (", strictly=True) if before else set()


def _parts(label: str) -> list[list[str]]:
    return [_tokens(part) for part in re.split(r"[;,()]|\bthen\b|\bwith\b", label)]


def _tokens(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return [(one, two) for one, two in pairwise(words) if one not in _EMPTY and two not in _EMPTY]


def _of_others(arm: str, every: Mapping[str, set[Any]]) -> set[Any]:
    """What the words of some other arm have too, and what tells nothing."""
    return {one for other, own in every.items() if other != arm for one in own} | _EMPTY
