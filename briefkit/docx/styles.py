"""Which part of a print page gets which style of the reference document, by the classes that the templates give.

A style that the reference document lacks is added by pandoc as a plain one, so a team's own document need not have all.
"""

from typing import Any

BLOCKS = {
    "kicker": "Kicker",
    "answer": "Answer",
    "byline": "Byline",
    "strip": "Strip",
    "key-messages": "Key Messages",
    "unknown": "Unknown",
    "option": "Option",
    "method": "Method",
    "judgement": "Judgement",
    "problems": "Draft Problems",
    "contents": "Contents",
    "table-notes": "Table Note",
    "table-sources": "Table Note",
    "picture-caption": "Image Caption",
    "picture-claim": "Picture Claim",
    "flow-caption": "Image Caption",
    "decision-caption": "Image Caption",
    "decision-head": "Picture Note",
    "flow-whose": "Picture Note",
    "flow-phase": "Flow Phase",
    "flow-cell": "Flow Step",
    "aside": "Flow Aside",
    "criterion-name": "Criterion",
    "criterion": "Criterion Text",
    "link-head": "Criterion",
    "chain": "Criterion Text",
    "references": "Bibliography",
    "last-page": "Small Print",
    "footnotes": "Footnote Text",
}
"""Paragraph styles by class; the class nearest to the text counts."""
TITLES = {
    "key-messages": "Key Messages Title",
    "unknown": "Unknown Title",
    "option": "Option Title",
    "method": "Method Title",
    "judgement": "Judgement Title",
    "problems": "Draft Title",
    "contents": "Contents Title",
    "last-page": "Small Title",
}
"""Those of the titles of such parts. In the last one, of the titles below its own."""
CARRIED = "carried "
"""Before the style of a title that its words carry to where it can be given to the whole: pandoc has no door for that."""
UPRIGHT, SIDEWAYS = "Upright", "Sideways"
"""How pages lie, carried likewise by a paragraph after the last of them."""
WORDS = {
    "cite": "Citation",
    "missing": "Missing",
    "gap": "Gap",
    "unit": "Quiet",
    "place": "Quiet",
    "help": "Quiet",
    "lead": "Quiet",
    "held": "Quiet",
    "part-of": "Quiet",
    "label": "Reference Label",
    "severity": "Strong",
    "flow-label": "Strong",
    "flow-number": "Strong",
    "link-letter": "Strong",
    "criterion-asks": "Emphasis",
    "steps": "Strong",
    "light": "Strong",
    "local": "Quiet",
}
"""Character styles by class."""
BOXES = ("Key Messages", "Unknown", "Option", "Method", "Judgement", "Draft Problems")
"""Styles of paragraphs that together make a box."""
LIST = "List Paragraph"
CELL, NUMBER, HEAD, HEAD_NUMBER, ROW, GROUP = (
    "Table Text",
    "Table Number",
    "Table Heading",
    "Table Number Heading",
    "Table Row Heading",
    "Table Group",
)
FIGURE = "Figure"


def classes(element: Any) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def block_style(element: Any) -> str:
    """The paragraph style of text in an element; empty for plain text of the body."""
    for one in (element, *element.iterancestors()):
        if one.tag in {"td", "th"}:
            return _cell_style(one)
        for name in reversed(classes(one)):
            if name in BLOCKS:
                titled = "box-title" in classes(element) and name in TITLES
                return TITLES[name] if titled else BLOCKS[name]
    return LIST if any(one.tag == "li" for one in (element, *element.iterancestors())) else ""


def title_style(heading: Any) -> str:
    """The style of a heading that is the title of a part with a look of its own; else empty."""
    for one in heading.iterancestors():
        for name in classes(one):
            if name in TITLES:
                small = name == "last-page" and heading.tag == "h2"
                return "" if small else TITLES[name]
    return ""


def _cell_style(cell: Any) -> str:
    if any(one.tag == "thead" for one in cell.iterancestors()):
        return HEAD_NUMBER if "number" in classes(cell) else HEAD
    if cell.get("scope") == "rowgroup":
        return GROUP
    if cell.tag == "th":
        return ROW
    return NUMBER if "number" in classes(cell) else CELL
