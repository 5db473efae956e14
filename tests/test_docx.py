"""The Word file, read back: the words of the page, headings, notes, links, tables, pictures, properties; the same bytes twice."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from PIL import Image
from render_desk import BODY, EVIL, FRONT, ROOT, look, painted
from word_desk import DRAWN, W, Word, letters, page_letters, style_of, words

from briefkit import pandoc
from briefkit.docx.styles import BLOCKS, CELL, FIGURE, GROUP, HEAD, HEAD_NUMBER, LIST, NUMBER, ROW, TITLES, WORDS
from briefkit.docx.write import REFERENCE, to_docx
from briefkit.problems import Where

MORE = """
## More

Some say so.[^1] A [link](https://example.org/x?a=1&b=2).

[^1]: In a *note*, with [54 of 60]{=north_trial.present_6m.breakfast}.

![A square](briefs/square.svg)

![A dot](briefs/dot.webp)
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0d4f63"/></svg>'


@cache
def webp() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "#9c1f24").save(out, "WEBP", lossless=True)
    return out.getvalue()


@cache
def page(gate: str = "publish") -> str:
    """The print page of the sample brief."""
    known = replace(look(), assets=assets())
    return painted(BODY + MORE, FRONT, medium="print", gate=gate, look=known)[0]


def assets() -> dict[str, bytes]:
    return {**look().assets, "briefs/square.svg": SVG, "briefs/dot.webp": webp()}


@cache
def made(gate: str = "publish") -> Word:
    data, problems = to_docx(page(gate), assets())
    assert problems == []
    assert data is not None
    return Word(data)


@pytest.mark.parametrize("gate", ["publish", "draft"])
def test_it_says_what_the_page_says_letter_for_letter(gate):
    assert letters(words(made(gate).document)) == page_letters(page(gate))


def test_headings_are_real_and_skip_no_level():
    assert made().headings == [
        (1, "Do free breakfasts raise attendance?"),
        (2, "Key messages"),
        (2, "What clubs cost"),
        (3, "Pay for places"),
        (2, "What we do not know"),
        (2, "More"),
        (2, "References"),
        (2, "About this brief"),
        (3, "How the evidence was found"),
        (3, "How the evidence was judged"),
        (3, "What was worked out here"),
        (3, "Who wrote it, and who has reviewed it"),
        (3, "Corrections"),
        (3, "How to cite this brief"),
    ]


def test_each_citation_leads_to_its_entry_and_says_whose_it_is():
    cited = [link for link in made().links if link.get(W + "anchor").startswith("ref-")]
    assert len(cited) > 5
    assert {link.get(W + "anchor") for link in made().links} <= made().bookmarks
    assert (words(cited[0]), cited[0].get(W + "anchor"), cited[0].get(W + "tooltip")) == (
        "1, p.\u00a03",
        "ref-moss2018",
        "Reference 1, p.\u00a03: Moss and Łukasz, 2018",
    )
    entries = [words(p) for p in made().document.iter(W + "p") if style_of(p) == "Bibliography"]
    assert [entry.split(".")[0] for entry in entries] == ["1", "2", "3"]


def test_footnotes_are_footnotes():
    assert len(list(made().document.iter(W + "footnoteReference"))) == 1
    notes = [words(note).strip() for note in made().tree("word/footnotes.xml") if note.get(W + "type") is None]
    assert notes == ["In a note, with 54 of 60 [1, p.\u00a03]."]


def test_tables_repeat_their_heads_and_name_their_rows():
    tables = list(made().document.iter(W + "tbl"))
    assert tables
    for table in tables:
        first, *rest = table.findall(W + "tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rest)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(W + "tr"))
        assert table.find(f"{W}tblPr/{W}tblLook").get(W + "firstColumn") == "1"
        widths = [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]
        assert sum(widths) == 9411
        assert min(widths) > 300
        assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val").startswith("Breakfast clubs")
        assert style_of(table.getprevious()) == "TableCaption"


def test_pictures_have_their_words_and_a_form_that_every_word_shows():
    assert made().alts == ["A square", "A dot"]
    drawings = list(made().document.iter(DRAWN))
    assert [drawing.get("name") for drawing in drawings] == ["Picture 1", "Picture 2"]
    pictures = {name: data for name, data in made().parts.items() if name.startswith("word/media/")}
    colours = []
    for name, data in pictures.items():
        assert name.endswith(".png")
        with Image.open(io.BytesIO(data)) as image:
            colours.append((image.convert("RGB").getpixel((4, 4)), round(image.width / image.height, 1)))
    assert sorted(colours) == [((13, 79, 99), 2.0), ((156, 31, 36), 1.0)]


def test_it_knows_its_language_and_that_of_quoted_words():
    styles = made().tree("word/styles.xml")
    assert {mark.get(W + "val") for mark in styles.iter(W + "lang")} == {"en-GB"}
    assert made().tree("word/settings.xml").find(W + "themeFontLang").get(W + "val") == "en-GB"
    spoken = page().replace("Somebody wrote", '<em lang="de">Frühstück in Schulen</em> wrote')
    foreign = Word(to_docx(spoken, assets())[0] or b"")
    paragraph = next(p for p in foreign.document.iter(W + "p") if words(p).startswith("Frühstück"))
    runs = [run for run in paragraph.iter(W + "r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert {run.find(f"{W}rPr/{W}lang").get(W + "val") for run in runs} == {"de"}
    assert "".join(map(words, runs)) == "Frühstück in Schulen"


def test_its_properties_are_those_of_the_brief():
    found = {etree.QName(one).localname: one.text for one in made().tree("docProps/core.xml")}
    assert found == {
        "title": "Free breakfasts in schools",
        "creator": "Ada Moss; Jan Kowalski",
        "description": "In one trial 54 of 60 came to school.",
        "keywords": "breakfast, attendance",
        "language": "en-GB",
        "subject": "School meals",
        "created": "2026-11-22T00:00:00Z",
        "modified": "2026-11-22T00:00:00Z",
    }


def test_it_points_to_nothing_but_the_links_of_the_brief():
    assert sorted(set(made().targets)) == [
        "https://doi.org/10.1000/x",
        "https://example.org/amt",
        "https://example.org/leeds",
        "https://example.org/x?a=1&b=2",
    ]


def test_every_style_that_is_used_is_there_once():
    styles = [style.get(W + "styleId") for style in made("draft").tree("word/styles.xml").iter(W + "style")]
    assert len(styles) == len(set(styles))
    used = {
        mark.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for mark in made("draft").document.iter(W + tag)
    }
    assert used - set(styles) == set()
    assert not any(style.startswith("carried") for style in styles)


def test_words_that_look_like_code_stay_words():
    assert EVIL in words(made().document)
    assert b"<script" not in made().parts["word/document.xml"]


def test_a_link_to_anywhere_but_the_web_is_left_out():
    evil = page().replace("https://example.org/x?a=1&amp;b=2", "file:///etc/passwd")
    data, _ = to_docx(evil, assets())
    assert not any(target.startswith("file:") for target in Word(data or b"").targets)


def heads(gate: str) -> dict[str, bytes]:
    return {name: data for name, data in made(gate).parts.items() if name.startswith("word/briefkit-")}


def test_a_draft_says_so_on_every_page_and_a_published_brief_does_not():
    assert sorted(heads("draft")) == ["word/briefkit-first.xml", "word/briefkit-foot.xml", "word/briefkit-head.xml"]
    for name in ("word/briefkit-first.xml", "word/briefkit-head.xml"):
        assert b'string="DRAFT"' in heads("draft")[name]
        assert b"DRAFT" not in heads("publish")[name]
    assert "Draft: 0 errors, 0 warnings" in words(made("draft").document)
    assert "Draft:" not in words(made().document)


def test_pages_have_heads_and_feet_and_are_a4():
    section = made().document.find(f"{W}body/{W}sectPr")
    size = section.find(W + "pgSz")
    assert (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838")
    assert words(made().tree("word/briefkit-head.xml")) == "School mealsFree breakfasts in schools"
    assert words(made().tree("word/briefkit-first.xml")) == ""
    assert words(made().tree("word/briefkit-foot.xml")) == "Version 1.0, 22\u00a0November\u00a020261 of 1"


def test_every_part_is_declared_and_every_relation_leads_somewhere():
    declared = made().tree("[Content_Types].xml")
    endings = {one.get("Extension") for one in declared if one.get("Extension")}
    named = {one.get("PartName") for one in declared if one.get("PartName")}
    parts = set(made().parts) - {"[Content_Types].xml"}
    assert named <= {f"/{name}" for name in parts}
    assert [name for name in parts if f"/{name}" not in named and name.rpartition(".")[2] not in endings] == []
    for name in parts:
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            inside = [one.get("Target") for one in made().tree(name) if one.get("TargetMode") != "External"]
            paths = [target.lstrip("/") if target[:1] == "/" else f"{folder}/{target}".lstrip("/") for target in inside]
            assert set(paths) <= parts, name


def test_the_fonts_go_along_and_open():
    table = made().tree("word/fontTable.xml")
    ours = next(font for font in table if font.get(W + "name") == "Briefkit Sans")
    kinds = {"embedRegular": "Regular", "embedBold": "Bold", "embedItalic": "Italic"}
    for called, kind in kinds.items():
        key = bytes.fromhex(ours.find(W + called).get(W + "fontKey").strip("{}").replace("-", ""))[::-1]
        hidden = made().parts[f"word/fonts/{called}.odttf"]
        opened = bytes(one ^ key[at % 16] for at, one in enumerate(hidden[:32])) + hidden[32:]
        names = TTFont(io.BytesIO(opened))["name"]
        assert names.getDebugName(1).startswith("Briefkit Sans")
        assert names.getDebugName(4).endswith(kind)


SCRIPT = """
import sys
sys.path[:0] = ["tests"]
from hashlib import sha256
from test_docx import made
print(sha256(made("draft").data).hexdigest())
"""


def test_the_same_page_gives_the_same_bytes_on_another_day_and_machine():
    prints = set()
    for surroundings in (
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "C"},
    ):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        prints.add(done.stdout)
    assert len(prints) == 1


def test_without_pandoc_there_is_one_problem_with_its_way_out(monkeypatch):
    monkeypatch.setattr(pandoc, "find_spec", {}.get)
    data, (problem,) = to_docx(page(), assets(), Where("briefs/breakfast.md", 0))
    assert data is None
    assert (problem.rule, problem.where.file) == ("pandoc-missing", "briefs/breakfast.md")
    assert problem.message == "Word files cannot be written: pandoc is not installed"
    assert problem.help == 'install it with `pip install "briefkit[pandoc]"`'


@pytest.mark.parametrize("damaged", [b"", b"no document", b"PK\x03\x04"])
def test_a_reference_document_that_is_none_is_a_problem(damaged):
    data, (problem,) = to_docx(page(), {**assets(), REFERENCE: damaged}, Where("briefs/breakfast.md", 0))
    assert data is None
    assert problem.rule == "print-fault"
    assert problem.message.startswith("pandoc gave up: ")
    assert problem.help == "undo the last change of a template, or of `templates/word/reference.docx`"


def test_a_project_without_a_reference_document_or_fonts_has_word_files_all_the_same():
    data, problems = to_docx(page(), {"briefs/square.svg": SVG, "briefs/dot.webp": webp()})
    assert problems == []
    assert letters(words(Word(data or b"").document)) == page_letters(page())


def test_a_picture_that_cannot_be_read_is_left_to_its_words():
    data, _ = to_docx(page(), {**assets(), "briefs/dot.webp": b"RIFF cut off"})
    assert Word(data or b"").alts == ["A square"]


def reference_styles() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(look().assets[REFERENCE])) as file:
        root = etree.fromstring(file.read("word/styles.xml"))
    named = {style.find(W + "name").get(W + "val"): style for style in root.iter(W + "style")}
    return {name: etree.tostring(style, method="c14n") for name, style in named.items()}


def test_the_reference_document_has_every_style_that_is_used():
    cells = (LIST, CELL, NUMBER, HEAD, HEAD_NUMBER, ROW, GROUP, FIGURE)
    assert {*BLOCKS.values(), *TITLES.values(), *WORDS.values(), *cells, "Citation Link"} - set(
        reference_styles()
    ) == set()


def test_the_reference_document_is_what_its_script_makes():
    spec = spec_from_file_location("make_reference", ROOT / "templates/word/make_reference.py")
    script = module_from_spec(spec)
    sys.modules["make_reference"] = script
    spec.loader.exec_module(script)
    empty = f'<w:styles xmlns:w="{script.W}"/>'.encode()
    ours = etree.fromstring(script.styled(empty))
    for style in ours.iter(W + "style"):
        name = style.find(W + "name").get(W + "val")
        assert etree.tostring(style, method="c14n", exclusive=True) == etree.tostring(
            etree.fromstring(reference_styles()[name]), method="c14n", exclusive=True
        ), f"{name}: run templates/word/make_reference.py again"
