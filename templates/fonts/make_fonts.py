"""Makes the fonts of the pages: static, subset, renamed cuts of Source Sans 3. Run by hand, hardly ever.

The licence (OFL.txt) reserves the name of the original for the original, so the cuts carry a name of their own.
They keep Latin with its extensions, Greek, Cyrillic, marks, arrows and mathematics; figures are tabular by default.
`coverage.json` lists which characters they have; pages are tested against it before they are painted.

    python templates/fonts/make_fonts.py UPRIGHT.ttf ITALIC.ttf
"""

import json
import sys
from itertools import groupby
from pathlib import Path

from fontTools import subset
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
FAMILY = "Briefkit Sans"
CUTS = (
    ("regular", "Regular", 0, 400),
    ("italic", "Italic", 1, 400),
    ("semibold", "SemiBold", 0, 600),
    ("bold", "Bold", 0, 700),
)
RANGES = (
    (0x20, 0x7E),  # Latin
    (0xA0, 0x24F),  # Latin-1, Extended-A, Extended-B
    (0x259, 0x259),  # schwa, in Azerbaijani names
    (0x2B0, 0x2DD),  # spacing marks
    (0x300, 0x36F),  # combining marks
    (0x370, 0x45F),  # Greek, Cyrillic
    (0x490, 0x491),  # Ukrainian
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Welsh, Vietnamese
    (0x2000, 0x206F),  # punctuation and blanks
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x218F),  # letter-like signs and fractions
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x25A0, 0x25FF),  # shapes, for marks of certainty
    (0x2610, 0x2613),
    (0x2713, 0x2717),
)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "pnum", "lnum", "tnum", "sups", "subs", "case", "frac")
KEPT_NAMES = {0, 5, 13, 14}


def cut(source: Path, style: str, weight: int) -> TTFont:
    """One static, subset, renamed font."""
    font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = sorted(KEPT_NAMES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    subsetter.subset(font)
    _even_digits(font)
    full = f"{FAMILY} {style}"
    for number, text in ((1, FAMILY), (2, style), (3, full), (4, full), (6, full.replace(" ", "") + "-" + style)):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    return font


def _even_digits(font: TTFont) -> None:
    """Give all digits one width: making the font static rounds some of them by a unit."""
    names = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    widest = max(font["hmtx"][name][0] for name in names)
    for name in names:
        font["hmtx"][name] = (widest, font["hmtx"][name][1])


def covered(fonts: list[TTFont]) -> list[str]:
    """The ranges of characters that every cut has, as `20-7E`."""
    codes = sorted(set.intersection(*(set(font.getBestCmap()) for font in fonts)))
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    return [f"{run[0]:04X}-{run[-1]:04X}" for run in runs]


def watermark(font: TTFont, word: str = "DRAFT") -> str:
    """The word as an outline, so that the mark needs no font."""
    glyphs, pen, x = font.getGlyphSet(), SVGPathPen(font.getGlyphSet(), ntos=lambda n: str(round(n))), 0
    for letter in word:
        name = font.getBestCmap()[ord(letter)]
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, -1, x, 700)))
        x += glyphs[name].width + 40
    turned = '<g transform="translate(520 2560) rotate(-45) scale(.65)">'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2480 3508" width="210mm" height="297mm">'
        f'{turned}<path fill="#7a8288" fill-opacity=".07" d="{pen.getCommands()}"/></g></svg>\n'
    )


def main(upright: str, italic: str) -> None:
    """Write the cuts, their coverage and the watermark."""
    fonts = []
    for name, style, slant, weight in CUTS:
        font = cut(Path((upright, italic)[slant]), style, weight)
        font.save(HERE / f"{name}.woff2")
        fonts.append(font)
    ranges = json.dumps({"family": FAMILY, "ranges": covered(fonts)}, indent=1)
    (HERE / "coverage.json").write_text(ranges + "\n", encoding="utf-8")
    (HERE.parent / "images" / "draft.svg").write_text(watermark(fonts[-1]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
