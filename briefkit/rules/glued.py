"""Whether something stands so close to a figure that readers see another number than the one that was checked."""

import re
from collections.abc import Iterator, Sequence

from briefkit.brief import Brief, FigureUse
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.prose.fill import shown_text
from briefkit.prose.token import Token
from briefkit.values import Date, Number, Range, Share

_BEFORE = re.compile(r"(?:[^\W_]|[<>~≈≤≥±×]|\d[.,·'’]|\d\s?[-–—]|(?:^|\s)[-−])$")
_AFTER = re.compile(
    r"[^\W_]|[.,·'’]\d|[-–—]\s?\d|[½⅓⅔¼¾²³¹⁰⁴-⁹+×‰]|\s?(?:hundred|thousand|million|billion|trillion|bn|m|k)(?!\w)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[£€$¥]\s?$")
_UNIT = re.compile(r"\s?%|\s?(?:per\s?cent|percentage[ -]points?)(?!\w)", re.IGNORECASE)
_WAY = "put all that belongs to the number inside the square brackets, where it is checked, or a blank between"


def figure_glued(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A number of a figure that characters outside of it make another: `[15]{=address}0`, `[15]{=address} million`."""
    lines = [brief.title, brief.question, brief.answer, *(token.children or [] for token in brief.tokens)]
    for line in lines:
        for number, token in enumerate(line):
            use = token.meta.get("noun")
            if isinstance(use, FigureUse) and isinstance(use.figure.value, Number | Share | Range | Date):
                yield from _glued(use, line, number)


def _glued(use: FigureUse, line: Sequence[Token], number: int) -> Iterator[Problem]:
    before, _ = _beside(line[:number][::-1])
    after, touching = _beside(line[number + 1 :])
    found = _BEFORE.search("".join(before[::-1])) or _AFTER.match("".join(after))
    if use.form != "value":
        found = found or _SIGN.search("".join(before[::-1])) or _UNIT.match("".join(after))
    if found or (touching and not after):
        met = found.group().strip() if found else "another figure"
        message = f"`{met}` stands so close to `{use.shown}` that the two read as one number"
        yield Problem(use.where, "figure-glued", message, _WAY)


def _beside(tokens: Sequence[Token]) -> tuple[list[str], bool]:
    """The texts next to a figure as far as the next figure, and whether there is one."""
    texts: list[str] = []
    for token in tokens:
        if isinstance(token.meta.get("noun"), FigureUse):
            return texts, True
        if text := shown_text(token):
            texts.append(text)
    return texts, False
