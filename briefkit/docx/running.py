"""What runs along with a Word file beside its text: its properties, heads and feet of pages, the mark of drafts."""

from html import escape

from briefkit.docx.about import About
from briefkit.docx.names import PACKAGE, R, W

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_PLACED = (
    "position:absolute;margin-left:0;margin-top:0;width:420pt;height:140pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)


def core(said: About) -> str:
    """The properties of the file. Its day is that of the brief, so that it is the same whenever it is made."""
    day = f"{said.date}T00:00:00Z" if said.date else ""
    texts = {
        "dc:title": said.title,
        "dc:creator": "; ".join(said.authors),
        "dc:description": said.description,
        "cp:keywords": said.keywords,
        "dc:language": said.lang,
        "dc:subject": said.series,
    }
    lines = [f"<{name}>{escape(text)}</{name}>" for name, text in texts.items() if text]
    days = ("created", "modified") if day else ()
    lines += [f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in days]
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(lines)}</cp:coreProperties>'
    )


def head(said: About, *, first: bool = False) -> str:
    """The head of a page: series and title, on the first page nothing; in a draft the mark of drafts across the page."""
    words = "" if first else _run(said.series, "Running Series") + _tab() + _run(said.short_title)
    mark = _draft_mark("First" if first else "Head") if said.draft else ""
    return _part("hdr", f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{mark}{words}</w:p>')


def foot(said: About) -> str:
    """The foot of a page: the edition, and which page of how many."""
    words = _run(said.edition) + _tab() + _field("PAGE") + _run(" of ") + _field("NUMPAGES")
    return _part("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words}</w:p>')


def _part(kind: str, content: str) -> str:
    return f'{_XML}<w:{kind} xmlns:w="{W}" xmlns:r="{R}" {_VML}>{content}</w:{kind}>'


def _run(text: str, style: str = "") -> str:
    looks = f'<w:rPr><w:rStyle w:val="{style.replace(" ", "")}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _draft_mark(name: str) -> str:
    """The word DRAFT across the page, as Word itself writes such marks."""
    formulas = "".join(f'<v:f eqn="{formula}"/>' for formula in _FORMULAS)
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        f'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{formulas}</v:formulas><v:path textpathok="t" '
        'o:connecttype="custom"/><v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>'
        f'</v:shapetype><v:shape id="PowerPlusWaterMarkObject{name}" type="#_x0000_t136" alt="Draft" '
        f'style="{_PLACED}" o:allowincell="f" fillcolor="#e9ecee" stroked="f">'
        '<v:textpath style="font-family:&quot;Briefkit Sans&quot;;font-size:1pt;font-weight:bold" string="DRAFT"/>'
        "</v:shape></w:pict></w:r>"
    )
