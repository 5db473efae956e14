"""The print, read back: pages, text, title, language, tags, links, outline; the same bytes twice; nothing fetched."""

import io
import os
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from render_desk import BODY, FRONT, ROOT, look, painted

from briefkit.pdf import to_pdf
from briefkit.rulebook import RULES

PLAIN = '<!DOCTYPE html><html lang="en-GB"><head><title>T</title><style>{css}</style></head><body>{body}</body></html>'


@cache
def printed(gate: str = "publish") -> bytes:
    """The PDF of the sample brief, made long enough for several pages."""
    html, _ = painted(BODY + long_text(), FRONT.replace("date:", "contents: yes\ndate:"), medium="print", gate=gate)
    data, problems = to_pdf(html, look().assets)
    assert problems == []
    assert data is not None
    return data


def long_text() -> str:
    rows = "\n".join(f"| town {number} | words about it |" for number in range(70))
    wide = (
        '{{ table("programmes", columns=["place", "started", "places_planned", "running_cost", "cost_per_place", '
        '"patients", "paid_by", "title", "status", "known_as_of"], caption="Everything", name="wide") }}'
    )
    return f"\n{wide}\n\n## Every town\n\n| Town | Note |\n| --- | --- |\n{rows}\n\n### A detail\n\nText with a [link](https://example.org/x).\n"


@cache
def texts() -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(printed())
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def nodes(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every element of the tag tree, in reading order."""
    found: list[pikepdf.Dictionary] = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.Root.StructTreeRoot.K)
    return found


def test_the_text_is_there_in_order():
    whole = " ".join(texts())
    places = [
        whole.index(part)
        for part in (
            "School meals",
            "Do free breakfasts raise attendance?",
            "In one trial 54 of 60 came to school",
            "Key messages",
            "In this brief",
            "Somebody wrote",
            "References",
            "About this brief",
            "No reviewer has signed this brief yet.",
        )
    ]
    assert places == sorted(places)
    assert "\ufffd" not in whole


def test_pages_carry_running_heads_numbers_and_the_edition():
    count = len(texts())
    assert count >= 4
    for number, text in enumerate(texts(), 1):
        assert f"{number} of {count}" in text
        assert "Version 1.0, 22 November 2026" in text
    assert "Free breakfasts in schools" in texts()[2]


def test_title_language_tags_and_standard_are_declared():
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Free breakfasts in schools"
        assert str(pdf.docinfo["/Author"]) == "Ada Moss, Jan Kowalski"
        assert str(pdf.docinfo["/Subject"]).replace("\u00a0", " ") == "In one trial 54 of 60 came to school."
        assert "/CreationDate" not in pdf.docinfo
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert re.search(r'pdfuaid:part="?>?1', metadata)


def test_the_tag_tree_has_the_shape_of_the_text():
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        kinds = [str(node["/S"]) for node in nodes(pdf)]
    assert kinds.count("/H1") == 1
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for kind in ("/Table", "/TR", "/TH", "/TD", "/Caption", "/L", "/LI", "/Link", "/P"):
        assert kind in kinds, kind


def test_links_lead_to_the_web_and_to_references():
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        annotations = [one for page in pdf.pages for one in page.get("/Annots", [])]
        addresses = {str(one.A.URI) for one in annotations if "/A" in one and "/URI" in one.A}
        inner = [one for one in annotations if "/Dest" in one]
    assert {"https://example.org/x", "https://doi.org/10.1000/x"} <= addresses
    assert len(inner) > 10
    assert not [one for one in addresses if not one.startswith(("https://", "http://", "mailto:"))]


def test_bookmarks_follow_the_headings():
    titles = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(printed()).get_toc()]
    assert titles[0] == (0, "Do free breakfasts raise attendance?")
    assert [title for level, title in titles if level == 1] == [
        "Key messages",
        "In this brief",
        "What clubs cost",
        "What we do not know",
        "Every town",
        "References",
        "About this brief",
    ]


def test_contents_name_the_pages():
    assert re.search(r"What clubs cost[ .]+1 What we do not know[ .]+2", texts()[0])


def test_wide_tables_are_turned_and_nothing_runs_off_the_page():
    document = pypdfium2.PdfDocument(printed())
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    wide = next(number for number, text in enumerate(texts()) if "Everything" in text)
    assert sizes[wide] == (842, 595)
    assert sizes[0] == sizes[-1] == (595, 842)
    for page in document:
        width, height = page.get_size()
        for number in range(page.get_textpage().count_chars()):
            left, bottom, right, top = page.get_textpage().get_charbox(number)
            assert 0 <= left <= right <= width
            assert 0 <= bottom <= top <= height


def test_long_tables_repeat_their_headers():
    pages = [text for text in texts() if re.search(r"town \d+ words about it", text)]
    assert len(pages) >= 2
    assert all("Town Note" in text for text in pages)


def test_only_the_fonts_of_the_project_are_used():
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        names = {
            str(font.BaseFont) for page in pdf.pages for font in page.get("/Resources", {}).get("/Font", {}).values()
        }
    assert names
    assert all("Briefkit-Sans" in name or "BriefkitSans" in name for name in names), names


def test_a_draft_is_marked_on_every_page():
    html, _ = painted(medium="print", gate="draft")
    data, problems = to_pdf(html, look().assets)
    assert problems == []
    document = pypdfium2.PdfDocument(data)
    assert "School meals – DRAFT" in document[1].get_textpage().get_text_bounded()
    assert len(list(document[0].get_objects())) > 0
    assert b"DRAFT" not in printed()
    assert "DRAFT" not in " ".join(texts())


def test_the_same_page_is_the_same_bytes_whatever_the_day_and_the_seed():
    script = (
        "import sys; from pathlib import Path; sys.path[:0] = ['tests', '.']\n"
        "from render_desk import look, painted\nfrom briefkit.pdf import to_pdf\nfrom hashlib import sha256\n"
        "print(sha256(to_pdf(painted(medium='print')[0], look().assets)[0]).hexdigest())"
    )
    digests = set()
    for seed, epoch in (("1", None), ("2", "86400")):
        known = {**os.environ, "PYTHONHASHSEED": seed} | ({"SOURCE_DATE_EPOCH": epoch} if epoch else {})
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=known, capture_output=True, text=True, check=True
        )
        digests.add(run.stdout)
    assert len(digests) == 1


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "https://example.org/x.png",
        "/etc/passwd",
        "asset:../secret.png",
    ],
)
def test_nothing_but_assets_is_fetched(url):
    html = PLAIN.format(css="", body=f'<h1>T</h1><img src="{url}" alt="a picture">')
    data, problems = to_pdf(html, {"secret.png": b"never"})
    assert data is not None
    assert [p.rule for p in problems] == ["asset-refused"]
    assert "which it may not fetch" in problems[0].message


def test_links_to_attachments_are_not_followed():
    body = (
        '<h1>T</h1><a rel="attachment" href="file:///etc/passwd">x</a><link rel="attachment" href="file:///etc/passwd">'
    )
    data, problems = to_pdf(PLAIN.format(css="", body=body), {})
    assert data is not None
    assert {p.rule for p in problems} == {"asset-refused"}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.attachments) == 0


def test_a_style_sheet_cannot_import_another():
    css = '@import url("https://example.org/a.css"); p { background: url("file:///etc/hostname") }'
    _, problems = to_pdf(PLAIN.format(css=css, body="<h1>T</h1><p>x</p>"), {})
    assert {p.rule for p in problems} == {"asset-refused"}


def test_what_the_printer_does_not_understand_is_a_problem():
    _, problems = to_pdf(PLAIN.format(css="p { text-wrap: pretty; margin: 0 }", body="<h1>T</h1>"), {})
    assert [(p.rule, p.message) for p in problems] == [
        ("print-fault", "the printer says: Ignored `text-wrap: pretty` at 1:5, unknown property")
    ]


@pytest.mark.parametrize(
    ("name", "data"), [("a.png", b"junk"), ("a.png", b""), ("a.jpg", b"\xff\xd8junk"), ("a.svg", b"<svg")]
)
def test_a_picture_that_cannot_be_read_is_an_error(name, data):
    html = PLAIN.format(css="", body=f'<h1>T</h1><img src="asset:briefs/{name}" alt="a picture">')
    _, problems = to_pdf(html, {f"briefs/{name}": data})
    message = f"the printer cannot read the picture `briefs/{name}`, so that it is missing from the PDF"
    assert [(p.rule, p.message, p.help) for p in problems] == [
        ("picture-unreadable", message, "is the file whole? save it anew as PNG, JPEG or SVG")
    ]
    assert RULES["picture-unreadable"].draft == "error"


def test_a_font_that_cannot_be_read_is_said():
    css = '@font-face { font-family: X; src: url("asset:fonts/x.woff2") format("woff2") } p { font-family: X }'
    _, problems = to_pdf(PLAIN.format(css=css, body="<h1>T</h1><p>x</p>"), {"fonts/x.woff2": b"junk"})
    words = "a font file cannot be read, so that the PDF is set in another font: Font-face 'X' cannot be loaded"
    assert [(p.rule, p.message) for p in problems] == [("print-fault", words)]


def test_what_the_printer_stumbles_over_is_a_problem_and_no_traceback():
    css = 'li::marker { content: "?" }'
    data, problems = to_pdf(PLAIN.format(css=css, body="<ul><li>x</li></ul>"), {})
    if data is None:
        assert [p.message.startswith("the printer gave up: ") for p in problems] == [True]
    else:
        assert problems == []


def test_a_machine_without_pango_is_told_what_to_install():
    script = (
        "import sys, types\n"
        "class Broken:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'weasyprint': raise OSError('cannot load library')\n"
        "sys.meta_path.insert(0, Broken())\n"
        "from briefkit.pdf import to_pdf\n"
        "data, problems = to_pdf('<p>x', {})\n"
        "print(data, problems[0].rule, problems[0].help)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("None printer-missing install Pango (on Debian: `apt-get install libpango-1.0-0")
