"""The file form of a spreadsheet: sheets of texts to the bytes of an `.xlsx`. Same sheets, same bytes.

Written here, part by part, as a sheet of ours needs nothing but texts and numbers, nine styles and lists to choose from, and a
library that can do everything takes twenty times as long over it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PLAIN, TITLE, WRAPPED, BOLD, YELLOW, BOLD_YELLOW, WRAPPED_YELLOW, CUT, NUMBER = range(9)
"""Styles of cells: by their place in the list of styles below. What a cell of the style NUMBER holds is a number."""
_STAMP = (1980, 1, 1, 0, 0, 0)
_WRAPS = '<alignment vertical="top" wrapText="1"/>'
_STYLES = (
    (0, 0, ""),
    (1, 0, _WRAPS),
    (0, 0, _WRAPS),
    (2, 0, ""),
    (0, 2, ""),
    (2, 2, ""),
    (0, 2, _WRAPS),
    (0, 0, '<alignment vertical="top"/>'),
    (0, 0, '<alignment vertical="top"/>'),
)
"""Font, fill and alignment of each style."""
_FONTS = (
    '<font><name val="Calibri"/><family val="2"/><sz val="11"/></font>',
    '<font><b val="1"/><sz val="14"/></font>',
    '<font><b val="1"/></font>',
)
_FILLS = (
    "<fill><patternFill/></fill>",
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="00FFF7D6"/></patternFill></fill>',
)
"""The first two are those that every such file has."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
_KINDS = {
    "/xl/workbook.xml": "officedocument.spreadsheetml.sheet.main+xml",
    "/xl/styles.xml": "officedocument.spreadsheetml.styles+xml",
    "/docProps/core.xml": "package.core-properties+xml",
    "/docProps/app.xml": "officedocument.extended-properties+xml",
}
_FROZEN = (
    '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/><selection pane="topRight"/>'
    '<selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="A1" sqref="A1"/>'
)
_ASKED = "Choose one of the words of the list, or leave the cell empty."
_DAY = "1980-01-01T00:00:00Z"

Cell = tuple[str, int] | None
"""A text and its style; None where there is no cell at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet."""

    name: str
    widths: Sequence[float]
    """Of its columns, of which there are as many."""
    rows: Sequence[Sequence[Cell]]
    headed: bool = False
    """Whether its first row is a header: it stays in sight with the first two columns, and can be filtered."""
    choices: Sequence[tuple[int, str, Sequence[str]]] = ()
    """By number of the column, from nought: its name and the words that it takes below the header."""

    @property
    def whole(self) -> tuple[str, str]:
        """Its first cell and its last."""
        return "A1", f"{_letter(len(self.widths) - 1)}{len(self.rows)}"


def packed(sheets: Sequence[Sheet], creator: str) -> bytes:
    """The file."""
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations(
            ("officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}">'
        f"<Application>{escape(creator)}</Application></Properties>",
        "docProps/core.xml": _core(creator),
        "xl/_rels/workbook.xml.rels": _relations(
            *(("worksheet", f"/xl/worksheets/sheet{number}.xml") for number, _ in enumerate(sheets, 1)),
            ("styles", "styles.xml"),
        ),
        "xl/styles.xml": _styles(),
        "xl/workbook.xml": _book(sheets),
        **{f"xl/worksheets/sheet{number}.xml": _sheet(sheet) for number, sheet in enumerate(sheets, 1)},
    }
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name, text in parts.items():
            info = ZipInfo(name, _STAMP)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            file.writestr(info, text.encode("ascii", "xmlcharrefreplace"))
    return out.getvalue()


def _types(sheets: int) -> str:
    own = {
        f"/xl/worksheets/sheet{number}.xml": "officedocument.spreadsheetml.worksheet+xml"
        for number in range(1, sheets + 1)
    }
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{_TYPE}{kind}"/>' for name, kind in {**_KINDS, **own}.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    """Which parts a part goes with: the kind of each and where it lies."""
    lines = "".join(
        f'<Relationship Type="{kind if kind.startswith("http") else f"{_OFFICE}/{kind}"}" Target="{target}" Id="rId{number}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _core(creator: str) -> str:
    """Who made it, and a day that is always the same."""
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{escape(creator)}</dc:creator>{when}</cp:coreProperties>"
    )


def _styles() -> str:
    kinds = "".join(
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0"'
        f'{" applyAlignment=" + chr(34) + "1" + chr(34) if aligned else ""} xfId="0">{aligned}</xf>'
        for font, fill, aligned in _STYLES
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="{len(_FONTS)}">{"".join(_FONTS)}</fonts>'
        f'<fills count="{len(_FILLS)}">{"".join(_FILLS)}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_STYLES)}">{kinds}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _book(sheets: Sequence[Sheet]) -> str:
    """The list of the sheets, and what can be filtered in them."""
    names = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" state="visible" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
        f"'{escape(sheet.name)}'!{':'.join(_fixed(one) for one in sheet.whole)}</definedName>"
        for at, sheet in enumerate(sheets)
        if sheet.headed
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{names}</sheets><definedNames>{filters}</definedNames></workbook>"
    )


def _sheet(sheet: Sheet) -> str:
    whole = ":".join(sheet.whole)
    letters = [_letter(at) for at in range(len(sheet.widths))]
    widths = "".join(
        f'<col width="{width}" customWidth="1" min="{at}" max="{at}"/>' for at, width in enumerate(sheet.widths, 1)
    )
    rows = "".join(
        f'<row r="{number}">{"".join(_cell(letter, number, cell) for letter, cell in zip(letters, row, strict=True) if cell)}</row>'
        for number, row in enumerate(sheet.rows, 1)
        if any(row)
    )
    view = _FROZEN if sheet.headed else '<selection activeCell="A1" sqref="A1"/>'
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><outlinePr summaryBelow="1" summaryRight="1"/><pageSetUpPr/></sheetPr>'
        f'<dimension ref="{whole}"/><sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'
        f'<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/><cols>{widths}</cols><sheetData>{rows}</sheetData>'
        f"{f'<autoFilter ref={chr(34)}{whole}{chr(34)}/>' if sheet.headed else ''}{_choices(sheet)}"
        '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/></worksheet>'
    )


def _cell(letter: str, number: int, cell: tuple[str, int]) -> str:
    """A cell, its text as a text: nothing in it is ever run."""
    text, style = cell
    begin = f'<c r="{letter}{number}" s="{style}"' if style else f'<c r="{letter}{number}"'
    if not text:
        return f'{begin} t="n"></c>'
    if style == NUMBER:
        return f"{begin}><v>{escape(text)}</v></c>"
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f'{begin} t="inlineStr"><is><t{kept}>{escape(text, quote=False)}</t></is></c>'.replace("\r", "&#13;")


def _choices(sheet: Sheet) -> str:
    """The words that columns take, to choose from."""
    last = len(sheet.rows)
    if not sheet.choices or last < 2:
        return ""
    rules = "".join(
        f'<dataValidation sqref="{_letter(at)}2:{_letter(at)}{last}" showDropDown="0" showInputMessage="0" '
        f'showErrorMessage="1" allowBlank="1" errorTitle="{escape(name)}" error="{_ASKED}" type="list">'
        f'<formula1>"{escape(",".join(words), quote=False)}"</formula1></dataValidation>'
        for at, name, words in sheet.choices
    )
    return f'<dataValidations count="{len(sheet.choices)}">{rules}</dataValidations>'


def _fixed(cell: str) -> str:
    """The name of a cell that stays where it is: `$AB$12`."""
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", cell)


def _letter(at: int) -> str:
    """Name of a column by its number from nought: `A`, `Z`, `AA`."""
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
