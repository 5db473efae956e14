"""Makes `reference.docx`, whose styles every Word file takes: pandoc's own, with the fonts, sizes and colours of our pages.

Run by hand, when the looks change. A team may as well open the document in Word, change its styles and save it.

    python templates/word/make_reference.py
"""

import re
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))
from briefkit.pandoc import pandoc  # noqa: E402  found by the line above

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Briefkit Sans"
INK, QUIET, RULE, TINT, ACCENT, ACCENT_TINT = "1B2127", "525C66", "C5CCD2", "F2F5F6", "0D4F63", "E6F0F2"
UNKNOWN, UNKNOWN_TINT, ALARM, ALARM_TINT = "7A4A00", "FAF3E6", "9C1F24", "FBEEEE"
"""The colours of css/tokens.css."""
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1247" w:bottom="1361" w:left="1247" '
    'w:header="709" w:footer="624" w:gutter="0"/>'
)
"""A4, with the margins of the PDF."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How text of a style looks; lengths in points."""

    based: str = "Normal"
    then: str = ""
    size: float = 0
    bold: bool | None = None
    italic: bool = False
    color: str = ""
    before: float | None = None
    after: float | None = None
    line: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    together: bool = False
    """Stays on the page of the paragraph after it."""
    whole: bool = False
    """Its lines stay on one page."""
    outline: int = -1
    """Level among headings, from 0."""
    align: str = ""
    borders: str = ""
    fill: str = ""
    tabs: str = ""


def edge(side: str, kind: str, size: int, color: str, space: int = 0) -> str:
    """A border: kind as Word names it, size in eighths of a point."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def box(kind: str, size: int, color: str, fill: str) -> str:
    """A bar at the left, and room on the other sides in the colour of the ground."""
    ground = fill or "FFFFFF"
    room = {side: edge(side, "single", 24, ground, 3) for side in ("top", "bottom", "right")}
    return room["top"] + edge("left", kind, size, color, 8) + room["bottom"] + room["right"]


def frame(color: str, size: int) -> str:
    """A line around."""
    return "".join(edge(side, "single", size, color, 6) for side in ("top", "left", "bottom", "right"))


KEY = {"borders": box("single", 36, ACCENT, ACCENT_TINT), "fill": ACCENT_TINT, "right": 8.5}
OPEN = {"borders": box("dotted", 36, UNKNOWN, UNKNOWN_TINT), "fill": UNKNOWN_TINT, "right": 8.5}
SIDES = edge("left", "single", 6, RULE, 6) + "{}" + edge("right", "single", 6, RULE, 6)
OPTION_TITLE = {"borders": edge("top", "single", 24, ACCENT, 6) + SIDES.format(""), "right": 8.5}
OPTION = {"borders": SIDES.format(edge("bottom", "single", 6, RULE, 5)), "right": 8.5}
METHOD = {"borders": box("dotted", 24, RULE, ""), "right": 8.5}
JUDGED = {"borders": box("double", 6, QUIET, ""), "right": 8.5}
DRAFT = {"borders": frame(ALARM, 12), "left": 8.5, "right": 8.5}
LISTED = {"left": 22.7, "hanging": 14.2}
SMALL = 9.5

PARAGRAPHS = {
    "Normal": Look(size=11.5, color=INK, after=8, line=1.15),
    "Body Text": Look(before=0, after=9),
    "First Paragraph": Look(based="Body Text", before=0, after=9),
    "Compact": Look(based="Body Text", before=0, after=4),
    "List Paragraph": Look(based="Body Text", before=0, after=5),
    "Heading 1": Look(then="Body Text", size=26, bold=True, before=0, after=10, line=0.95, together=True, outline=0),
    "Heading 2": Look(then="Body Text", size=15, bold=True, before=20, after=6, line=1, together=True, outline=1),
    "Heading 3": Look(then="Body Text", size=11.5, bold=True, before=14, after=4, line=1, together=True, outline=2),
    "Heading 4": Look(
        then="Body Text", size=11.5, bold=True, color=QUIET, before=12, after=3, together=True, outline=3
    ),
    "Strip": Look(size=SMALL, color=QUIET, before=0, after=22, borders=edge("top", "single", 32, ACCENT, 8)),
    "Kicker": Look(bold=True, color=ACCENT, after=4, together=True),
    "Answer": Look(size=15, before=6, after=10, line=1.08),
    "Byline": Look(size=SMALL, color=QUIET, after=18),
    "Key Messages Title": Look(
        based="Heading 2", then="Key Messages", color=ACCENT, before=14, after=5, **KEY, **LISTED
    ),
    "Key Messages": Look(before=0, after=6, left=8.5, **KEY),
    "Unknown Title": Look(
        then="Unknown", bold=True, color=UNKNOWN, before=14, after=4, together=True, left=8.5, **OPEN
    ),
    "Unknown": Look(before=0, after=5, left=8.5, **OPEN),
    "Option Title": Look(based="Heading 3", then="Option", before=14, after=0, line=1.35, left=8.5, **OPTION_TITLE),
    "Option": Look(before=0, after=4, left=8.5, whole=True, **OPTION),
    "Method Title": Look(
        then="Method", size=SMALL, bold=True, color=QUIET, before=10, after=2, together=True, left=8.5, **METHOD
    ),
    "Method": Look(before=0, after=6, left=8.5, **METHOD),
    "Judgement Title": Look(
        then="Judgement", size=SMALL, bold=True, color=QUIET, before=10, after=2, together=True, left=8.5, **JUDGED
    ),
    "Judgement": Look(before=0, after=6, left=8.5, **JUDGED),
    "Draft Title": Look(based="Heading 2", then="Draft Problems", size=11.5, color=ALARM, before=6, after=3, **DRAFT),
    "Draft Problems": Look(size=SMALL, after=4, **DRAFT),
    "Contents Title": Look(based="Heading 2", then="Contents", size=SMALL, color=QUIET, before=12, after=4),
    "Contents": Look(size=SMALL, after=2),
    "Caption": Look(bold=True, before=14, after=5, line=1.05, together=True),
    "Table Caption": Look(based="Caption"),
    "Image Caption": Look(based="Caption"),
    "Picture Claim": Look(before=0, after=6, together=True),
    "Figure": Look(before=0, after=5, line=1, together=True),
    "Captioned Figure": Look(based="Figure"),
    "Table Note": Look(size=9, color=QUIET, before=4, after=3, line=1.08),
    "Picture Note": Look(based="Table Note", together=True),
    "Table Text": Look(size=9, before=0, after=0, line=1.05),
    "Table Number": Look(based="Table Text", align="right"),
    "Table Heading": Look(based="Table Text", bold=True, together=True),
    "Table Number Heading": Look(based="Table Heading", align="right"),
    "Table Row Heading": Look(based="Table Text", bold=True),
    "Table Group": Look(based="Table Text", bold=True, color=ACCENT, before=6, together=True),
    "Flow Phase": Look(size=SMALL, bold=True, color=ACCENT, before=8, after=8, together=True),
    "Flow Step": Look(size=9, after=9, left=6, right=120, together=True, borders=frame(INK, 12)),
    "Flow Aside": Look(size=9, after=9, left=60, right=6, together=True, borders=frame(INK, 4)),
    "Criterion": Look(size=9.5, bold=True, before=8, after=2, together=True, borders=edge("top", "single", 4, RULE, 5)),
    "Criterion Text": Look(size=9.5, after=3, line=1.08),
    "Bibliography": Look(
        size=9, after=4, line=1.05, left=20, hanging=20, tabs='<w:tab w:val="left" w:pos="400"/>', whole=True
    ),
    "Small Print": Look(size=9, after=4, line=1.08),
    "Small Title": Look(based="Heading 3", then="Small Print", size=9, before=9, after=2),
    "Footnote Text": Look(size=9, after=3, line=1.05),
    "Block Text": Look(left=14, right=14, after=9, borders=edge("left", "single", 18, RULE, 8)),
    "header": Look(size=8.5, color=QUIET, after=0, line=1, tabs='<w:tab w:val="right" w:pos="9412"/>'),
    "footer": Look(size=8.5, color=QUIET, after=0, line=1, tabs='<w:tab w:val="right" w:pos="9412"/>'),
}
WORDS = {
    "Citation": f'<w:color w:val="{QUIET}"/>',
    "Citation Link": f'<w:color w:val="{ACCENT}"/>',
    "Hyperlink": f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>',
    "Quiet": f'<w:b w:val="0"/><w:color w:val="{QUIET}"/>',
    "Missing": f'<w:b w:val="0"/><w:color w:val="{QUIET}"/>',
    "Gap": f'<w:b/><w:color w:val="{ALARM}"/><w:u w:val="single"/><w:shd w:val="clear" w:color="auto" w:fill="{ALARM_TINT}"/>',
    "Strong": "<w:b/>",
    "Emphasis": "<w:b w:val='0'/><w:i/>",
    "Reference Label": f'<w:color w:val="{QUIET}"/>',
    "Running Series": f'<w:b/><w:color w:val="{ACCENT}"/>',
    "Verbatim Char": f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>',
    "Footnote Reference": '<w:vertAlign w:val="superscript"/>',
}
BUILT_IN = re.compile(
    r"Heading \d|Normal|Body Text|List Paragraph|Caption|Bibliography|header|footer|Footnote .*|Block Text|Hyperlink|Strong|Emphasis"
)
TABLE = f"""<w:style xmlns:w="{W}" w:type="table" w:default="1" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{edge("top", "single", 12, INK)}{edge("bottom", "single", 12, INK)}\
{edge("insideH", "single", 4, RULE)}</w:tblBorders><w:tblCellMar><w:top w:w="62" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>\
<w:bottom w:w="72" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>{edge("bottom", "single", 6, INK)}</w:tcBorders>\
<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>"""


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def paragraph(name: str, look: Look) -> str:
    """A paragraph style."""
    default = ' w:default="1"' if name == "Normal" else ""
    based = "" if name == "Normal" else f'<w:basedOn w:val="{ident(look.based)}"/>'
    then = f'<w:next w:val="{ident(look.then)}"/>' if look.then else ""
    return opening("paragraph", name, default) + (
        f"{based}{then}<w:qFormat/><w:pPr>{placed(look)}</w:pPr><w:rPr>{lettered(look)}</w:rPr></w:style>"
    )


def placed(look: Look) -> str:
    """Its paragraph properties, in the order that the format wants."""
    gaps = {"before": look.before, "after": look.after}
    spacing = "".join(f' w:{side}="{twips(gap)}"' for side, gap in gaps.items() if gap is not None)
    spacing += f' w:line="{round(240 * look.line)}" w:lineRule="auto"' if look.line else ""
    sides = {"left": look.left, "right": look.right, "hanging": look.hanging}
    indent = "".join(f' w:{side}="{twips(length)}"' for side, length in sides.items() if length)
    parts = [
        "<w:keepNext/>" if look.together else "",
        "<w:keepLines/>" if look.whole or look.together else "",
        f"<w:pBdr>{look.borders}</w:pBdr>" if look.borders else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else "",
        f"<w:tabs>{look.tabs}</w:tabs>" if look.tabs else "",
        f"<w:spacing{spacing}/>" if spacing else "",
        f"<w:ind{indent}/>" if indent else "",
        f'<w:jc w:val="{look.align}"/>' if look.align else "",
        f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline >= 0 else "",
    ]
    return "".join(parts)


def lettered(look: Look) -> str:
    """Its character properties, likewise."""
    parts = [
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>',
        "" if look.bold is None else "<w:b/><w:bCs/>" if look.bold else '<w:b w:val="0"/>',
        "<w:i/><w:iCs/>" if look.italic else "",
        f'<w:color w:val="{look.color}"/>' if look.color else "",
        f'<w:sz w:val="{round(2 * look.size)}"/><w:szCs w:val="{round(2 * look.size)}"/>' if look.size else "",
    ]
    return "".join(parts)


def opening(kind: str, name: str, more: str = "") -> str:
    """How a style begins."""
    own = "" if BUILT_IN.fullmatch(name) else ' w:customStyle="1"'
    return f'<w:style xmlns:w="{W}" w:type="{kind}"{more}{own} w:styleId="{ident(name)}"><w:name w:val="{name}"/>'


def ident(name: str) -> str:
    """The identifier that pandoc gives a style of this name."""
    return name.replace(" ", "") if name[0].isupper() else name.capitalize()


def words(name: str, looks: str) -> str:
    """A character style."""
    return (
        opening("character", name)
        + f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{looks}</w:rPr></w:style>'
    )


def styled(data: bytes) -> bytes:
    """The styles of pandoc's document with ours in the place of those of the same name."""
    root = etree.fromstring(data)
    ours = [paragraph(name, look) for name, look in PARAGRAPHS.items()]
    ours += [*(words(name, looks) for name, looks in WORDS.items()), TABLE]
    made = [etree.fromstring(text) for text in ours]
    ids = {style.get(f"{{{W}}}styleId") for style in made}
    for style in root.findall(f"{{{W}}}style"):
        if style.get(f"{{{W}}}styleId") in ids:
            root.remove(style)
    root.extend(made)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def main() -> None:
    """Write the document."""
    made = pandoc(["--print-default-data-file=reference.docx"], "")
    with ZipFile(BytesIO(made)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/styles.xml"] = styled(parts["word/styles.xml"])
    theme = re.sub(
        rb'<a:latin typeface="Aptos[^"]*"[^>]*/>',
        f'<a:latin typeface="{FONT}"/>'.encode(),
        parts["word/theme/theme1.xml"],
    )
    parts["word/theme/theme1.xml"] = theme
    parts["word/document.xml"] = re.sub(
        rb"(?s)<w:sectPr>.*</w:sectPr>", f"<w:sectPr>{PAGE}</w:sectPr>".encode(), parts["word/document.xml"]
    )
    with ZipFile(HERE / "reference.docx", "w") as file:
        for name, data in parts.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            file.writestr(info, data)


if __name__ == "__main__":
    main()
