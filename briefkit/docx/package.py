"""What pandoc makes, finished: its properties, the heads and feet of its pages, fonts, and a zip that is the same each day."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefkit.docx.about import About
from briefkit.docx.body import mended
from briefkit.docx.names import CONTENT, FONT, FONT_TABLE, FOOTER, HEADER, MATH, PACKAGE, R, w
from briefkit.docx.running import core, foot, head
from briefkit.docx.styles import CARRIED

_STAMP = (1980, 1, 1, 0, 0, 0)
_DOCUMENT, _NUMBERING, _STYLES, _SETTINGS, _FONTS, _TYPES = (
    "word/document.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "[Content_Types].xml",
)
RUNNING = {
    "briefkitHead": ("word/briefkit-head.xml", HEADER),
    "briefkitFirst": ("word/briefkit-first.xml", HEADER),
    "briefkitFoot": ("word/briefkit-foot.xml", FOOTER),
}
"""Heads and feet of pages: the name of their relation, their file, their kind."""
MODERN = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
AFTER_COMPAT = {
    w("docVars"),
    w("rsids"),
    w("themeFontLang"),
    w("clrSchemeMapping"),
    w("decimalSymbol"),
    f"{{{MATH}}}mathPr",
}
"""Settings that stand behind that of how old a file is."""
STEP, HANG = 340, 283
"""Twentieths of a point by which each level of a list stands in, and its sign hangs out."""


def finished(
    made: bytes, said: About, spoken: Sequence[tuple[str, str]], fonts: Mapping[str, tuple[str, bytes]]
) -> bytes:
    """The whole Word file. `spoken` is what is said of each link within it, `fonts` key and bytes by cut."""
    parts = _parts(made)
    parts[_DOCUMENT] = _changed(parts[_DOCUMENT], lambda root: mended(root, spoken, RUNNING))
    parts[_NUMBERING] = _changed(parts[_NUMBERING], _indent)
    parts[_STYLES] = _changed(parts[_STYLES], _no_carriers)
    parts[_SETTINGS] = _changed(parts[_SETTINGS], lambda root: _settings(root, said.lang, embeds=bool(fonts)))
    parts["docProps/core.xml"] = core(said).encode()
    parts["word/briefkit-head.xml"] = head(said).encode()
    parts["word/briefkit-first.xml"] = head(said, first=True).encode()
    parts["word/briefkit-foot.xml"] = foot(said).encode()
    kinds = dict(RUNNING.values())
    related = {name: (path.removeprefix("word/"), kind) for name, (path, kind) in RUNNING.items()}
    _relate(parts, "word/_rels/document.xml.rels", related)
    _embed(parts, fonts)
    parts[_TYPES] = _changed(parts[_TYPES], lambda root: _declare(root, kinds, fonts=bool(fonts)))
    return _packed(parts)


def _parts(made: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(made)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes its parts alone decide; what kinds of parts there are stands first, as readers expect."""
    out = BytesIO()
    with ZipFile(out, "w") as file:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            info = ZipInfo(name, _STAMP)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            file.writestr(info, parts[name])
    return out.getvalue()


def _changed(data: bytes, change: Any) -> bytes:
    from lxml import etree  # noqa: PLC0415  heavy, loaded only when used

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    change(root)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text


def _indent(root: Any) -> None:
    """Lists as narrow as on the page."""
    for level in root.iter(w("lvl")):
        for place in level.iter(w("ind")):
            place.set(w("left"), str(HANG + STEP * int(level.get(w("ilvl")))))
            place.set(w("hanging"), str(HANG))


def _no_carriers(root: Any) -> None:
    """Styles of words that only carried those of titles go."""
    for style in root.findall(w("style")):
        if style.get(w("styleId")).startswith(CARRIED.strip()):
            root.remove(style)


def _settings(root: Any, lang: str, *, embeds: bool) -> None:
    """Fonts go along with the file; the language that it is checked in is that of the brief; Word shows it as a file of
    today's, not of its version of 2007.
    """
    for theme in root.iter(w("themeFontLang")):
        theme.set(w("val"), lang)
    if root.find(w("compat")) is None:
        after = next((child for child in root if child.tag in AFTER_COMPAT), None)
        compat = root.makeelement(w("compat"))
        compat.append(compat.makeelement(w("compatSetting"), {w(name): value for name, value in MODERN.items()}))
        root.insert(len(root) if after is None else root.index(after), compat)
    if embeds and root.find(w("embedTrueTypeFonts")) is None:
        zoom = root.find(w("zoom"))
        at = 0 if zoom is None else root.index(zoom) + 1
        root.insert(at, root.makeelement(w("embedTrueTypeFonts")))


def _relate(parts: dict[str, bytes], path: str, targets: Mapping[str, tuple[str, str]]) -> None:
    """Add relations to a part: target and kind, by name."""
    empty = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()

    def change(root: Any) -> None:
        for name, (target, kind) in targets.items():
            made = {"Id": name, "Type": f"{R}/{kind}", "Target": target}
            root.append(root.makeelement(f"{{{PACKAGE}/relationships}}Relationship", made))

    parts[path] = _changed(parts.get(path, empty), change)


def _embed(parts: dict[str, bytes], fonts: Mapping[str, tuple[str, bytes]]) -> None:
    """Put the fonts into the file."""
    if not fonts:
        return
    names = {called: f"fonts/{called}.odttf" for called in fonts}
    parts |= {f"word/{names[called]}": data for called, (_, data) in fonts.items()}
    _relate(parts, "word/_rels/fontTable.xml.rels", {called: (names[called], FONT) for called in fonts})
    parts[_FONTS] = _changed(parts[_FONTS], lambda root: _list_font(root, fonts))


def _list_font(root: Any, fonts: Mapping[str, tuple[str, bytes]]) -> None:
    """The entry of our family in the table of fonts, in place of one that is there."""
    from briefkit.docx.fonts import FAMILY  # noqa: PLC0415

    for there in [*root]:
        if there.get(w("name")) == FAMILY:
            root.remove(there)
    entry = root.makeelement(w("font"), {w("name"): FAMILY})
    for tag, value in (("altName", "Source Sans 3"), ("charset", "00"), ("family", "swiss"), ("pitch", "variable")):
        entry.append(entry.makeelement(w(tag), {w("val"): value}))
    for called, (key, _) in fonts.items():
        entry.append(entry.makeelement(w(called), {f"{{{R}}}id": called, w("fontKey"): f"{{{key}}}"}))
    root.append(entry)


def _declare(root: Any, kinds: Mapping[str, str], *, fonts: bool) -> None:
    """Say what kinds of parts were added."""
    for path, kind in kinds.items():
        made = {"PartName": f"/{path}", "ContentType": f"{CONTENT}.{kind}+xml"}
        root.append(root.makeelement(f"{{{PACKAGE}/content-types}}Override", made))
    if fonts:
        made = {"Extension": "odttf", "ContentType": FONT_TABLE}
        root.insert(0, root.makeelement(f"{{{PACKAGE}/content-types}}Default", made))
