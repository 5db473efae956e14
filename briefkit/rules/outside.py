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
from briefkit.values import Date, Number, Range, Share, Words
from briefkit.values.claim import SAYINGS
from briefkit.values.units import DURATIONS, UnitNames

_OTHERS = {
    "just over": "more than", "well over": "more than", "in excess of": "more than", "upwards of": "more than",
    "exceeding": "more than", "exceeded": "more than", "as many as": "up to", "a maximum of": "up to",
    "exceeds": "more than", "surpassed": "more than", "topped": "more than", "higher than": "more than",
    "larger than": "more than", "bigger than": "more than", "lower than": "fewer than", "smaller than": "fewer than",
    "at the very least": "at least", "at the very most": "up to", "well under": "fewer than", "just short of": "nearly",
    "short of": "nearly", "scarcely": "nearly", "hardly": "nearly", "barely": "nearly", "not": "not", "not even": "not",
    "never": "not", "all but": "not", "none but": "not",
}  # fmt: skip
_WORDS: dict[str, str] = {**SAYINGS, **_OTHERS}
_LEAD = re.compile(
    rf"(?<![\w-])(?P<word>{'|'.join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))})\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_PLUS = re.compile(
    r"\+|\s(?:or\s(?:more|fewer|less)|(?:or|and)\s(?:over|above|under|below))(?![\w]|\s+(?:than|likely|so))"
    r"|,?\sif\snot\s(?:more|fewer|less)\b|,?\sand\s(?:counting|rising|falling)\b"
)
_COMPARES = re.compile(
    r"[^.;:\d]{0,80}?(?<!\band)[,\s(–—](?:far\s|much\s|many\s|well\s|slightly\s|somewhat\s|rather\s|clearly\s|a\slittle\s|a\slot\s)?"
    r"(?:more|fewer|less|higher|lower|larger|bigger|smaller|greater|above|below)(?:\s\w+)?(?:\sthan)?"
    r"\s(?:(?:the|those|in|with|for|on|among|at)\s){0,2}",
    re.IGNORECASE,
)
"""What lies between two figures of which one is told beside the other: `[38 of 43], more than the [29 of 42]`."""
_THAT_IS = re.compile(
    r"\b(?:That|This|It)\s(?:is|was)\s(?:\w+\s){0,2}?(?:more|fewer|less|higher|lower|larger|smaller|greater)\sthan\s(?:in\s)?the\s$"
)
"""The same where the other figure stands in the sentence before."""
_DENIES = re.compile(
    r"(?:(?<!\bwhether\sor\s)(?<!\bif\s)\b(?:not(?:\s+once|\s+even)?|never|nor|nowhere)"
    r"|\b(?:false|untrue|wrong|not\s+true|not\s+the\s+case|never\s+the\s+case|never\s+true|a\s+myth|unlikely|doubtful|no\s+evidence)\s+that)\s+$",
    re.IGNORECASE,
)
"""Words right before a fact in words that say that it is none."""
_EXCEPTS = re.compile(r",?\s+(?:except|but\s+not|apart\s+from|save\s+for|excepting)\b", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"(?:\s+(?!who\b|that\b|which\b|and\b|but\b|against\b|compared\b|when\b|than\b|versus\b)[\w’'-]+){0,7}?\s+"
    r"(?P<word>(?:did|do|does|were|was|had|have|has|are|is)\s+(?:not|never)|(?:did|do|does|were|was|had|have|has|are|is)n[’']t|failed\s+to|never)"
    r"(?!\s+(?:\w+ly\s+)?(?:signific\w*|differ\w*|clear\w*|an?|the|only|just|known|reported|yet|comparable|compared|blind\w*|enough|due|because)\b)",
    re.IGNORECASE,
)
"""Words behind how many did something that say that they did not."""
_LEFT = re.compile(
    r"(?:\s+(?:of|those|the|all|people|patients|participants|users|given|on|in|with|supervised|injectable|oral|optimised|heroin|methadone|group|arm|had))*"
    r"\s+(?P<word>dropped\s+out|left|gave\s+up|quit|were\s+lost|withdrew|walked\s+out)\b",
    re.IGNORECASE,
)
"""The same of those who stayed."""
_DENIED_IN_SOURCE = re.compile(
    r"\b(?:no|not|never|without|un\w+|non\w*|fail\w*|drop\w*|lost|left)\b|n[’']t\b", re.IGNORECASE
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
    yield from _denied_facts(brief)
    for passage, at, use in _numbers(brief):
        found = _LEAD.search(passage.text, max(0, at - 40), at)
        word = " ".join(found["word"].casefold().split()) if found else ""
        plus = _PLUS.match(passage.text, at + 1)
        if isinstance(use.figure.value, Date) and word != "not":
            continue
        if not word and not plus and (denied := _not_done(passage.text, at, use)):
            message = f"`{denied}` stands behind `{use.shown}`, and the figure does not say it"
            yield Problem(use.where, "qualifier-outside", message, _way(use))
        elif word and not _allowed(word, use, passage, at):
            message = f"`{word}` stands before `{use.shown}`, and the figure does not say it"
            yield Problem(use.where, "qualifier-outside", message, _way(use))
        elif plus:
            message = f"`{plus.group().strip()}` stands behind `{use.shown}`, and the figure does not say it"
            yield Problem(use.where, "qualifier-outside", message, _way(use))


def _denied_facts(brief: Brief) -> Iterator[Problem]:
    """Words round a fact in words that deny it, or take something out of it."""
    for passage in passages(brief):
        for at, use in passage.uses:
            if not isinstance(use.figure.value, Words) or passage.text[at - 1 : at] in ("“", '"', "‘"):
                continue
            found = _DENIES.search(passage.text, max(0, at - 40), at)
            behind = _EXCEPTS.match(passage.text, at + 1)
            if found or behind:
                word = " ".join((found or behind or [""])[0].strip(" ,").split())
                side = "before" if found else "behind"
                message = f"`{word}` stands {side} `{use.shown}`, and the figure does not say it"
                yield Problem(
                    use.where, "qualifier-outside", message, "take the words away, or say them of something else"
                )


def _not_done(text: str, at: int, use: FigureUse) -> str:
    """`did not`, behind how many of an arm did something, where neither the figure's label nor its quotation says so."""
    figure = use.figure
    if ".results." not in figure.address or not (isinstance(figure.value, Share) or figure.unit == "percent"):
        return ""
    stayed = "retention" in f"{figure.address} {figure.label}".casefold()
    found = _NOT_DONE.match(text, at + 1) or (_LEFT.match(text, at + 1) if stayed else None)
    says = (
        f"{figure.label} {figure.quote.prefix} {figure.quote.exact} {figure.quote.suffix}"
        if figure.quote
        else figure.label
    )
    return " ".join(found["word"].split()) if found and not _DENIED_IN_SOURCE.search(says) else ""


def _compares(passage: Passage, at: int, figure: Figure) -> bool:
    """Whether a figure before, which counts the same, is said to be more or less than this one."""
    if _THAT_IS.search(passage.text, max(0, at - 60), at):
        return True
    before = [(other, use.figure) for other, use in passage.uses if other < at]
    if not before or before[-1][1].unit != figure.unit:
        return False
    return _COMPARES.fullmatch(passage.text, before[-1][0] + 1, at) is not None


def _allowed(word: str, use: FigureUse, passage: Passage, at: int) -> bool:
    """Whether the word before a figure takes nothing from what it says, or adds nothing to it."""
    if word in _SOFT and (use.figure.unit in DURATIONS or not _plainly(passage.text, at, word)):
        return True
    if _WORDS[word] in ("more than", "fewer than") and _compares(passage, at, use.figure):
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
