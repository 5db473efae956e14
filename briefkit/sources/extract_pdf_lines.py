"""The characters of a PDF page, as pdfium hands them out, made into lines.

pdfium breaks the line at every raised digit and marks a hyphen at a line's end in its own way; here lines are put
together again by where their characters stand, a raised `6` becomes `⁶`, and a hyphen at a line's end is `-`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefkit.sources.plain_signs import LOWERED, RAISED, plain_signs

LINE_END_HYPHENS = "\x02\ufffe\u00ad\u2010"
"""What stands for a hyphen at the end of a line, by version of pdfium and by font."""


class Glyph(NamedTuple):
    """One character and where it stands on its page, in points."""

    sign: str
    left: float
    right: float
    base: float
    """Height of the line on which it stands."""
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    base: float
    """Height of its baseline above the page's foot, in points."""
    size: float
    gap: bool = False
    """True when more room is left above it than between the lines of a paragraph."""


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page in the order in which the file draws them."""
    lines = [line for line in map(_line, _parted(glyphs)) if line.text]
    return _with_gaps(lines)


def _parted(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    """The characters, line by line."""
    line: list[Glyph] = []
    last: Glyph | None = None
    broken = False
    for glyph in glyphs:
        if glyph.sign in "\r\n":
            broken = True
            continue
        if last and broken and not _goes_on(last, glyph):
            yield line
            line, last = [], None
        elif last and broken and glyph.sign != " " and glyph.left - last.right > 0.2 * last.size:
            line.append(Glyph(" ", last.right, glyph.left, last.base, last.size))
        line.append(glyph)
        last = glyph
        # pdfium joins a word that a hyphen parts, and hands out no line break behind it.
        broken = glyph.sign in LINE_END_HYPHENS[:2]
    if line:
        yield line


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on the same line as the one before, close behind it."""
    size = max(last.size, glyph.size, 1.0)
    return abs(glyph.base - last.base) < 0.6 * size and -0.5 * size < glyph.left - last.right < size


def _line(glyphs: Sequence[Glyph]) -> Line:
    drawn = [glyph for glyph in glyphs if glyph.sign.strip()]
    if not drawn:
        return Line("", 0.0, 0.0)
    size = Counter(round(glyph.size, 1) for glyph in drawn).most_common(1)[0][0]
    base = median(glyph.base for glyph in drawn if round(glyph.size, 1) == size)
    text = plain_signs("".join(_set(glyph, base, size) for glyph in glyphs[:-1]) + _end(glyphs[-1], base, size))
    text = text.strip()
    return Line(text[:-1] + "-" if text[-2:-1].isalpha() and text.endswith("\u2010") else text, base, size)


def _set(glyph: Glyph, base: float, size: float) -> str:
    """A character as it stands: on the line, raised or lowered."""
    if glyph.sign in LINE_END_HYPHENS[:2]:
        return "-"
    if glyph.size < size - 0.2:
        lift = (glyph.base - base) / size
        if 0.12 < lift < 0.8:
            return RAISED.get(glyph.sign, glyph.sign)
        if -0.6 < lift < -0.08:
            return LOWERED.get(glyph.sign, glyph.sign)
    return glyph.sign


def _end(glyph: Glyph, base: float, size: float) -> str:
    return "-" if glyph.sign in LINE_END_HYPHENS else _set(glyph, base, size)


def _with_gaps(lines: Sequence[Line]) -> list[Line]:
    """The lines, each told whether more room than usual stands above it."""
    steps = [above.base - below.base for above, below in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0.0])
    found = list(lines[:1])
    for step, (above, line) in zip(steps, pairwise(lines), strict=True):
        apart = step > 1.5 * usual > 0 or abs(above.size - line.size) > 0.2 * line.size
        found.append(Line(line.text, line.base, line.size, gap=apart and not above.text.endswith("-")))
    return found
