"""Whether a sentence says `rose` of numbers that fell, or `more` of the smaller one."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.wording import Mark, Said, said
from briefkit.rules.wording_results import outcome_of
from briefkit.values import Number

_UP = r"rose|rises?|risen|rising|increased?|increases|increasing|grew|grown|grows?|growing|climbed|climbs|went up|gone up|up|soared|jumped"
_DOWN = (
    r"fell|falls?|fallen|falling|decreased?|decreases|decreasing|dropped|drops?|declined?|declines|went down|gone down|down|"
    r"shrank|shrunk|plunged|sank"
)
_FROM = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:]{{0,80}}?\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"[^.;:]{0,60}?\bto\s+$", re.IGNORECASE)
_MOVED_TO = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:]{{0,80}}?\bto\s+$", re.IGNORECASE)
_FROM_BETWEEN = re.compile(r"[^.;:]{0,60}?\bfrom\s+$", re.IGNORECASE)
_BY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:]{{0,40}}?\bby\s+$", re.IGNORECASE)
_HIGH = r"dearer|costlier|more|higher|greater|larger|longer|oftener"
_LOW = r"cheaper|fewer|lower|less|smaller|shorter"
_COMPARED = re.compile(
    rf"(?<!\bno\s)(?<!\bnot\s)(?<!\bany\s)\b(?:(?P<up>{_HIGH})|(?P<down>{_LOW}))\b(?!\s+(?:than|likely\s+to\s+\w+less))",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"[^.;]*?\b(?:against|compared\s+(?:with|to)|versus|vs\.?|as\s+against|than)\b[^.;]*$", re.IGNORECASE
)
_IS_HIGHER = re.compile(
    rf"[^.;]*?(?<!\bno\s)(?<!\bnot\s)\b(?:(?P<up>{_HIGH})|(?P<down>{_LOW}))\b[^.;,]{{0,40}}?\bthan\b[^.;]*$",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|never|neither|nor|without|rather than|whether|if)\b|n[’']t\b", re.IGNORECASE)
_SKIPPED = re.compile(r"\btimes\b|\bpercentage points?\b", re.IGNORECASE)


def direction_contradicts(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Rose from` the larger number `to` the smaller, `more` beside the smaller of two."""
    for sentence in said(brief):
        for one, other in pairwise(sentence.marks):
            yield from _between(sentence, one, other, library)
        for mark in sentence.marks:
            found = _BY.search(sentence.own[: mark.start])
            number = _number(mark)
            if found and found["up"] and number is not None and number < 0 and mark.use.form in ("", "full"):
                yield _problem(sentence, found, f"{_word(found)} by `{mark.use.shown}`", "it is a negative number")


def _between(sentence: Said, one: Mark, other: Mark, library: Library) -> Iterator[Problem]:
    """What two figures that follow each other show against the words round them."""
    pair = _numbers(one, other)
    if pair is None or not _alike(one.use.figure, other.use.figure, library):
        return
    before = sentence.own[_after_last(sentence, one) : one.start]
    between = sentence.own[one.end : other.start]
    first, second = pair
    moved = _FROM.search(before)
    if moved and _TO.fullmatch(between):
        yield from _judged(sentence, moved, second - first, one, other, "from {0} to {1}")
        return
    moved = _MOVED_TO.search(before)
    if moved and _FROM_BETWEEN.fullmatch(between):
        yield from _judged(sentence, moved, first - second, one, other, "to {0} from {1}")
        return
    if _NEGATED.search(before) or _NEGATED.search(between) or _SKIPPED.search(before + between):
        return
    higher = _IS_HIGHER.fullmatch(between)
    if higher:
        yield from _judged(sentence, higher, first - second, one, other, "{0} beside {1}", one.end)
        return
    compared = list(_COMPARED.finditer(before))
    if len(compared) == 1 and _AGAINST.fullmatch(between):
        yield from _judged(sentence, compared[0], first - second, one, other, "{0} beside {1}")


def _judged(
    sentence: Said, found: re.Match[str], change: Decimal, one: Mark, other: Mark, shape: str, shift: int | None = None
) -> Iterator[Problem]:
    if change == 0 or (change > 0) == bool(found["up"]):
        return
    shown = shape.format(f"`{one.use.shown}`", f"`{other.use.shown}`")
    offset = _after_last(sentence, one) if shift is None else shift
    yield _problem(sentence, found, f"{_word(found)} {shown}", "the numbers go the other way", offset)


def _problem(sentence: Said, found: re.Match[str], message: str, why: str, offset: int = 0) -> Problem:
    name = "up" if found["up"] else "down"
    start, end = found.span(name)
    where = sentence.place(start + offset, end + offset)
    return Problem(where, "direction-contradicts", f"{message}: {why}", "correct the word, or swap the figures")


def _word(found: re.Match[str]) -> str:
    return f"`{' '.join((found['up'] or found['down']).split())}`"


def _after_last(sentence: Said, mark: Mark) -> int:
    """Where the figure before this one ends: words before that speak of that one."""
    return max((one.end for one in sentence.marks if one.end <= mark.start), default=0)


def _alike(one: Figure, other: Figure, library: Library) -> bool:
    """Whether two figures measure the same, so that one can be more than the other."""
    if one.derivation or other.derivation:
        return False
    outcome = outcome_of(one, library)
    if outcome or outcome_of(other, library):
        return outcome == outcome_of(other, library)
    return one.record == other.record and one.per == other.per


def _numbers(one: Mark, other: Mark) -> tuple[Decimal, Decimal] | None:
    """Both as numbers of the same kind: as percentages where both have one."""
    first, second = one.use.figure, other.use.figure
    if first.percent is not None and second.percent is not None:
        return first.percent, second.percent
    values = _number(one), _number(other)
    if values[0] is None or values[1] is None or first.unit != second.unit:
        return None
    return values[0], values[1]


def _number(mark: Mark) -> Decimal | None:
    value = mark.use.figure.value
    return value.value if isinstance(value, Number) and mark.use.form in ("", "full", "value") else None
