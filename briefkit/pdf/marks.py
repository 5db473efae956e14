"""What a file says of itself: that it is PDF/UA-1 beside PDF/A-3a, in which language, and nothing that A-3 forbids.

WeasyPrint writes one of the two standards into the metadata; the other is added here, with the description of its field
that PDF/A asks for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    import pikepdf

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UA = "http://www.aiim.org/pdfua/ns/id/"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": UA,
    "rdf": RDF,
    "x": "adobe:ns:meta/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
DECLARED = f"""
<rdf:RDF {" ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())}>
<rdf:Description rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about=""><dc:language><rdf:Bag><rdf:li/></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>
"""
"""The field that says PDF/UA, the language, and the description of that field, which PDF/A does not know of itself."""
PACKET = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n{}\n<?xpacket end="r"?>'


def mark(pdf: "pikepdf.Pdf") -> None:
    """Complete what the file says of itself, in place."""
    import pikepdf  # noqa: PLC0415  heavy, loaded only when used

    said = bytes(pdf.Root.Metadata.get_stream_buffer())
    pdf.Root.Metadata = pikepdf.Stream(pdf, _completed(said, str(pdf.Root.get("/Lang", ""))))
    pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    for page in pdf.pages:
        for picture in _pictures(page.obj, set()):
            picture.Interpolate = False


def _completed(metadata: bytes, language: str) -> bytes:
    """The metadata with what is declared here."""
    for prefix, address in NAMESPACES.items():
        ET.register_namespace(prefix, address)
    tree = ET.fromstring(metadata)  # noqa: S314  WeasyPrint wrote it a moment ago
    described = tree.find(f"{{{RDF}}}RDF")
    assert described is not None
    declared = ET.fromstring(DECLARED)  # noqa: S314  it stands above
    for line in declared.iter(f"{{{RDF}}}li"):
        if not len(line):
            line.text = language
    described.extend(list(declared))
    return PACKET.format(ET.tostring(tree, encoding="unicode")).encode()


def _pictures(drawn: Any, seen: set[tuple[int, int]]) -> Iterator[Any]:
    """The bitmaps that a page or a drawing within it uses: PDF/A does not let viewers smooth them."""
    for one in drawn.get("/Resources", {}).get("/XObject", {}).values():
        if one.objgen in seen:
            continue
        seen.add(one.objgen)
        if one.get("/Subtype") == "/Image":
            yield one
        else:
            yield from _pictures(one, seen)
