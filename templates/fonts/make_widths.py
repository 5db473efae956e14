"""Makes the table of letter widths by which pictures are laid out before any browser sees them. Run after `make_fonts.py`.

Widths are read from our own cuts, in thousandths of the height of text, and rounded up to the next twenty, so that the
table is short and an estimate errs on the wide side.

    python templates/fonts/make_widths.py
"""

from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "briefkit" / "charts" / "letter_widths.py"
RANGES = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x2010, 0x2015), (0x2018, 0x2026), (0x20AC, 0x20AC))
RANGES += ((0x2190, 0x2193), (0x2212, 0x2212), (0x2264, 0x2265))
STEP = 20
PIECE = 16
"""Letters to a line."""
HEAD = '''"""How wide the letters of our fonts are, in thousandths of the height of text, rounded up: read from the fonts themselves.

Made by `templates/fonts/make_widths.py`; not to be edited by hand.
"""

'''


def rows(name: str, cut: str) -> list[str]:
    """The table of one cut, as lines of Python."""
    font = TTFont(HERE / f"{cut}.woff2")
    assert font["head"].unitsPerEm == 1000
    names = font.getBestCmap()
    groups: dict[int, str] = {}
    for code in (code for low, high in RANGES for code in range(low, high + 1) if code in names):
        width = -(-font["hmtx"][names[code]][0] // STEP) * STEP
        groups[width] = groups.get(width, "") + chr(code)
    pieces = [
        (width, groups[width][at : at + PIECE])
        for width in sorted(groups)
        for at in range(0, len(groups[width]), PIECE)
    ]
    return [f"{name} = (", *(f"    ({width}, {_quoted(piece)})," for width, piece in pieces), ")", ""]


def _quoted(text: str) -> str:
    """The letters between quotation marks, those beyond ASCII by their numbers."""
    escaped = "".join(
        f"\\u{ord(letter):04x}" if ord(letter) > 0x7E else letter for letter in text.replace("\\", "\\\\")
    )
    mark = "'" if '"' in escaped and "'" not in escaped else '"'
    return mark + escaped.replace(mark, f"\\{mark}") + mark


def main() -> None:
    """Write the table of both cuts that pictures use."""
    body = [*rows("REGULAR", "regular"), *rows("SEMIBOLD", "semibold")]
    TARGET.write_text(HEAD + "\n".join(body), encoding="utf-8")


if __name__ == "__main__":
    main()
