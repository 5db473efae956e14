"""Words next to a figure that make it say more than it says: another unit, another qualifier, another rate."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief, FigureUse
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.unbound.kinship import clash
from briefkit.rules.unbound.mentions import following
from briefkit.rules.unbound.passages import Passage, passages
from briefkit.values import Date, Number, Range, Share
from briefkit.values.claim import SAYINGS
from briefkit.values.units import DURATIONS, UnitNames

_OTHERS = {
    "just over": "more than", "well over": "more than", "in excess of": "more than", "upwards of": "more than",
    "exceeding": "more than", "exceeded": "more than", "as many as": "up to", "a maximum of": "up to",
    "not": "not", "never": "not", "hardly": "nearly", "barely": "nearly", "well under": "fewer than",
}  # fmt: skip
_WORDS: dict[str, str] = {**SAYINGS, **_OTHERS}
_LEAD = re.compile(
    rf"(?<![\w-])(?P<word>{'|'.join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))})\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_PLUS = re.compile(
    r"\+|\s(?:or\s(?:more|fewer|less)|(?:or|and)\s(?:over|above|under|below))(?![\w]|\s+(?:than|likely|so))"
)
_SOFT = frozenset({"some", "under", "over", "above", "below", "c."})
"""Words that mean other things as well: `some [15 people]`, `under [the Act]`, `over [26 weeks]`."""


def unit_outside_differs(brief: Brief, library: Library) -> Iterator[Problem]:
    """A noun behind a figure that is another unit than the figure's."""
    units = library.vocabularies.units
    for passage, at, use in _numbers(brief):
        unit = _unit(use)
        direct, _ = following(passage.text, at + 1, units)
        if direct is None or unit is None or _says_its_unit(use, units):
            continue
        end, said = direct
        if clash(said, unit, units):
            noun = passage.text[at + 1 : end].strip(" -")
            message = f"`{noun}` follows `{use.shown}`, and the figure counts {units.noun(unit, plural=True)}"
            way = f"write the unit of the figure, or bind the figure that counts {noun}"
            yield Problem(use.where, "unit-outside-differs", message, way)


def qualifier_outside(brief: Brief, _library: Library) -> Iterator[Problem]:
    """Words such as `more than` or `not` right before a figure that does not say so."""
    for passage, at, use in _numbers(brief):
        if isinstance(use.figure.value, Date):
            continue
        found = _LEAD.search(passage.text, max(0, at - 40), at)
        word = " ".join(found["word"].casefold().split()) if found else ""
        plus = _PLUS.match(passage.text, at + 1)
        if word and not _allowed(word, use, passage, at):
            message = f"`{word}` stands before `{use.shown}`, and the figure does not say it"
            yield Problem(use.where, "qualifier-outside", message, _way(use))
        elif plus:
            message = f"`{plus.group().strip()}` stands behind `{use.shown}`, and the figure does not say it"
            yield Problem(use.where, "qualifier-outside", message, _way(use))


def _allowed(word: str, use: FigureUse, passage: Passage, at: int) -> bool:
    """Whether the word before a figure takes nothing from what it says, or adds nothing to it."""
    if word in _SOFT and (use.figure.unit in DURATIONS or not _plainly(passage.text, at, word)):
        return True
    if _WORDS[word] == "about" and use.figure.qualifier in (None, "about"):
        return True
    return word == "not" and bool(re.search(r"\b(?:or|whether|if)\s+not\s+$", passage.text[max(0, at - 20) : at]))


def _plainly(text: str, at: int, word: str) -> bool:
    """Whether `over` or `under` can only qualify the number: after a verb or at the beginning, not `over the year`."""
    return text[at - 1 : at].isspace() and not text[:at].rstrip().endswith(f"{word} the") and word != "some"


def _way(use: FigureUse) -> str:
    if use.figure.qualifier:
        return "take the word away: the figure has a qualifier of its own, which stands in its words"
    return "take the word away, or correct the figure if its source says it"


def _numbers(brief: Brief) -> Iterator[tuple[Passage, int, FigureUse]]:
    for passage in passages(brief):
        for at, use in passage.uses:
            if isinstance(use.figure.value, Number | Share | Range | Date):
                yield passage, at, use


def _unit(use: FigureUse) -> str | None:
    figure: Figure = use.figure
    if isinstance(figure.value, Date) or use.form in {"unit", "quote", "year", "price_year"}:
        return None
    return "percent" if use.form.startswith("percent") else figure.unit


def _says_its_unit(use: FigureUse, units: UnitNames) -> bool:
    """Whether what is shown ends in the figure's own unit, so that the noun behind it is another's: `26 weeks` `visits`."""
    unit = _unit(use)
    if unit is None or units.is_money(unit) or units.unit(unit).symbol:
        return True
    last = use.shown.casefold().replace("\u00a0", " ")
    return any(last.endswith(name.casefold()) for name in (units.unit(unit).one, units.unit(unit).many) if name)
