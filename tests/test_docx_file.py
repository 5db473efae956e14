"""The Word file as a file: its parts, its fonts, its reference document, the same bytes twice, and what can go wrong."""

import io
import os
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from render_desk import ROOT, look
from word_desk import DRAWN, SVG, W, Word, assets, letters, made, page, page_letters, webp, words

from briefkit import pandoc
from briefkit.cli import main
from briefkit.docx.styles import BLOCKS, CELL, FIGURE, GROUP, HEAD, HEAD_NUMBER, LIST, NUMBER, ROW, TITLES, WORDS
from briefkit.docx.write import REFERENCE, to_docx
from briefkit.problems import Where


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


ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl numPr pBdr shd tabs wordWrap spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike noProof color spacing kern sz szCs u bdr shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols titlePg docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr tblPr tblStylePr",
    "font": "altName panose1 charset family pitch sig embedRegular embedBold embedItalic",
    "pBdr": "top left bottom right",
    "settings": "zoom embedTrueTypeFonts embedSystemFonts proofState stylePaneFormatFilter doNotTrackMoves defaultTabStop "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery characterSpacingControl savePreviewPicture footnotePr compat rsids mathPr "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}
"""What the format wants inside an element, in this order; Word calls a file damaged that has another."""


def test_what_describes_a_part_stands_in_the_order_that_word_wants():
    for name in made("draft").parts:
        for one in made("draft").tree(name).iter() if name.endswith(".xml") else ():
            kind = etree.QName(one).localname if isinstance(one.tag, str) else ""
            if kind in ORDER and etree.QName(one).namespace == W[1:-1]:
                places = [ORDER[kind].split().index(etree.QName(child).localname) for child in one]
                assert places == sorted(places), f"{name}: {kind}"


def test_names_and_numbers_of_parts_are_there_once():
    document = made().document
    for tag, attribute in ((DRAWN, "id"), (W + "bookmarkStart", W + "name"), (W + "bookmarkStart", W + "id")):
        found = [one.get(attribute) for one in document.iter(tag)]
        assert found
        assert len(found) == len(set(found)), attribute


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
from word_desk import made
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


def test_the_command_writes_word_files_when_asked(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "tests" / "project", tmp_path / "project")
    shutil.copytree(ROOT / "templates", tmp_path / "project" / "templates")
    told = io.StringIO()
    asked = ["build", "--formats", "docx", "--jobs", "1"]
    assert main(asked, tmp_path / "project", told, told) == 0, told.getvalue()
    assert "dist/breakfast/  breakfast.docx" in told.getvalue()
    word = Word((tmp_path / "project/dist/breakfast/breakfast.docx").read_bytes())
    assert word.headings[0] == (1, "Do free breakfasts raise attendance?")

    monkeypatch.setattr(pandoc, "find_spec", {}.get)
    told = io.StringIO()
    assert main([*asked, "--out", "elsewhere"], tmp_path / "project", told, told) == 1
    assert (
        "error[pandoc-missing]: Word files cannot be written: pandoc is not installed\n"
        "  --> briefs/breakfast.md\n"
        '   = install it with `pip install "briefkit[pandoc]"`\n'
    ) in told.getvalue()
    assert told.getvalue().count("Word files need pandoc, which comes with an optional part of briefkit.") == 1
