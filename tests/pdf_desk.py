"""Reads a PDF back as those who listen to it get it: its tags in order, the words under each, what is drawn beside them."""

import io
from collections.abc import Iterator
from ctypes import c_ulong, c_ushort
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2
from pypdfium2 import raw

PLAIN = '<!DOCTYPE html><html lang="en-GB"><head><title>T</title><style>{css}</style></head><body>{body}</body></html>'
MANY = 40
"""Letters of the name of a mark that are read."""


@dataclass(eq=False)
class Element:
    """One structure element."""

    kind: str
    kids: "list[Element | Piece | Area]"
    attributes: dict[str, object]
    lang: str = ""
    alt: str = ""
    expansion: str = ""
    id: str = ""

    @property
    def text(self) -> str:
        """The words below it, in reading order, each piece apart by a space."""
        return " ".join(" ".join(piece.text for piece in self.find(Piece)).split())

    def find(self, kind: type) -> Iterator:
        """Everything of one sort below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, kind):
                yield kid
            if isinstance(kid, Element):
                yield from kid.find(kind)

    def all(self, *kinds: str) -> "list[Element]":
        """The elements of some kinds below it; all without kinds."""
        return [one for one in self.find(Element) if not kinds or one.kind in kinds]

    def below(self, *kinds: str) -> "list[Element]":
        """Its own children of some kinds."""
        return [kid for kid in self.kids if isinstance(kid, Element) and (not kinds or kid.kind in kinds)]

    def outline(self, depth: int = 0) -> str:
        """It and what is below it, a line each, with the words of those that hold words."""
        said = "".join(f" {name}={value}" for name, value in (("lang", self.lang), ("alt", self.alt)) if value)
        words = " ".join(" ".join(kid.text for kid in self.kids if isinstance(kid, Piece)).split())
        line = "  " * depth + self.kind + said + (f": {words}" if words else "") + "\n"
        return line + "".join(kid.outline(depth + 1) for kid in self.below())


@dataclass(eq=False)
class Piece:
    """A run of text or a picture that is marked as content of an element."""

    page: int
    mcid: int
    text: str


@dataclass(eq=False)
class Area:
    """What is clicked to follow a link."""

    page: int
    says: str
    leads: str
    """An address, or the name of a place in the document."""


@dataclass(eq=False)
class Drawn:
    """One thing that a page draws: the names of the marks that it stands under, its number (-1 for none), its text."""

    marks: list[str]
    mcid: int
    text: str


@dataclass
class Print:
    """A PDF, read."""

    data: bytes

    @cached_property
    def pages(self) -> list[list[Drawn]]:
        """What each page draws, in order."""
        return [_drawn(page) for page in pypdfium2.PdfDocument(self.data)]

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The file itself."""
        return pikepdf.open(io.BytesIO(self.data))

    @cached_property
    def root(self) -> Element:
        """The element `Document`."""
        numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        (top,) = self.pdf.Root.StructTreeRoot.K
        return self._element(top, numbers)

    def _element(self, node: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> Element:
        page = numbers[node.Pg.objgen] if "/Pg" in node else -1
        kids = list(node.K) if isinstance(node.get("/K"), pikepdf.Array) else [node.K] if "/K" in node else []
        said = {key: str(node.get(f"/{key}", "")) for key in ("Lang", "Alt", "E", "ID")}
        attributes = {key.lstrip("/"): _value(value) for key, value in node.get("/A", {}).items()}
        made = [self._kid(kid, page, numbers) for kid in kids]
        return Element(str(node.S)[1:], made, attributes, said["Lang"], said["Alt"], said["E"], said["ID"])

    def _kid(self, kid: object, page: int, numbers: dict[tuple[int, int], int]) -> "Element | Piece | Area":
        if isinstance(kid, int):
            return self._piece(page, kid)
        if kid.get("/Type") == "/MCR":
            return self._piece(numbers[kid.Pg.objgen], int(kid.MCID))
        if kid.get("/Type") == "/OBJR":
            target = kid.Obj
            leads = str(target.A.URI) if "/A" in target else str(target.Dest)
            return Area(numbers[kid.Pg.objgen], str(target.Contents), leads)
        return self._element(kid, numbers)

    def _piece(self, page: int, mcid: int) -> Piece:
        return Piece(page, mcid, "".join(one.text for one in self.pages[page] if one.mcid == mcid))


def _value(value: object) -> object:
    """An attribute as Python has it."""
    if isinstance(value, pikepdf.Array):
        return [_value(one) for one in value]
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    return str(value) if isinstance(value, pikepdf.String) else value


def _drawn(page: pypdfium2.PdfPage) -> list[Drawn]:
    """Everything that a page draws itself, in order."""
    words = page.get_textpage()
    found = []
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        one = raw.FPDFPage_GetObject(page.raw, number)
        marks = [_name(raw.FPDFPageObj_GetMark(one, place)) for place in range(raw.FPDFPageObj_CountMarks(one))]
        is_text = raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT
        text = (
            _read(lambda buffer, size, one=one: raw.FPDFTextObj_GetText(one, words.raw, buffer, size))
            if is_text
            else ""
        )
        found.append(Drawn(marks, raw.FPDFPageObj_GetMarkedContentID(one), text))
    return found


def _name(mark: object) -> str:
    length = c_ulong()
    buffer = (c_ushort * MANY)()
    raw.FPDFPageObjMark_GetName(mark, buffer, MANY * 2, length)
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def _read(ask: object) -> str:
    size = ask(None, 0)
    buffer = (c_ushort * (size // 2 + 1))()
    ask(buffer, size)
    # pdfium says a hyphen at the end of a line in a way of its own.
    return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0").replace("\x02", "-")
