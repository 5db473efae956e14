"""Pictures on real pages: what a browser measures and opens, what a printer keeps, and that no words become markup."""

import io
from functools import cache

import pikepdf
import pypdfium2
import pytest
from picture_desk import CHARTS, base, evidence
from render_desk import look
from test_browser import browser, shown
from test_pdf import nodes

from briefkit.charts.lettering import box
from briefkit.pdf import to_pdf
from briefkit.read_brief import read
from briefkit.render.page import page

assert browser
SITUATIONS = [path.stem for path in sorted(CHARTS.glob("*.md")) if not path.stem.endswith("-refused")]
EVIL = '<script>alert(1)</script> & "quotes" <b>bold</b>'


@cache
def brief():
    """One brief with the picture of every situation."""
    parts = [(CHARTS / f"{name}.md").read_text("utf-8").rpartition("---\n") for name in SITUATIONS]
    own = "".join(head.partition("figures:\n")[2] for head, _, _ in parts)
    head = f"---\ntitle: All\ndate: 2026-03-01\nauthors: Jane Doe\nfigures:\n{own}---\n"
    made, problems = read(head + "".join(calls for _, _, calls in parts), "briefs/all.md", base(), {})
    assert problems == []
    assert len(made.tables) == len(SITUATIONS)
    return made


@cache
def painted(medium):
    html, problems = page(brief(), base(), medium=medium, gate="publish", problems=(), look=look())
    assert problems == []
    return html


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "index.html"
    file.write_text(painted("screen"), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(params=[1280, 390])
def opened(request, browser, place):
    """The page at the width of a desk, and of a phone."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    tab = context.new_page()
    tab.complaints, tab.phone = [], request.param == 390
    tab.on("console", lambda message: tab.complaints.append(message.text))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.goto(place)
    yield tab
    context.close()


def test_each_width_has_its_own_drawing_and_nothing_scrolls_sideways(opened):
    seen = [name for name in ("wide", "narrow") if opened.locator(f".drawing.{name}").first.is_visible()]
    assert seen == ["narrow" if opened.phone else "wide"]
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.complaints == [], "the page's own policy forbids styles in attributes"


def test_a_click_on_a_mark_opens_the_panel_of_its_figure(opened):
    drawing = opened.locator(".drawing.narrow" if opened.phone else ".drawing.wide").first
    drawing.locator("circle").first.click()
    assert shown(opened) == ["panel-trial.arms.breakfast.amount"]
    opened.keyboard.press("Escape")
    drawing.get_by_text("£60", exact=True).click()
    assert shown(opened) == ["panel-trial.arms.voucher.amount"]
    said = opened.locator(".panel:popover-open").inner_text().replace("\u00a0", " ")
    assert "a voucher £60 (50 to 70)" in said


def test_the_tab_key_stops_once_at_each_figure(opened):
    drawing = opened.locator(".drawing.narrow" if opened.phone else ".drawing.wide").first
    stops = drawing.locator("a:not([tabindex])")
    assert [
        stops.nth(number).get_attribute("aria-label").replace("\u00a0", " ") for number in range(stops.count())
    ] == [
        "£120 (Amount, free breakfast)",
        "£60 (Amount, a voucher)",
        "£0 (Amount, nothing)",
    ]
    assert drawing.locator("a").count() > stops.count()


def test_real_letters_are_no_wider_than_they_were_taken_for(opened):
    opened.evaluate("document.fonts.ready")
    measured = opened.evaluate(
        """kind => [...document.querySelectorAll('.drawing.' + kind)].map(svg => [...svg.querySelectorAll('text')].map(
            text => [text.textContent, text.getComputedTextLength()]))""",
        "narrow" if opened.phone else "wide",
    )
    assert len(measured) == len(SITUATIONS)
    for table, texts in zip(brief().tables, measured, strict=True):
        drawing = table.picture.narrow if opened.phone else table.picture.wide
        marks = [mark for mark in drawing.marks if mark.shape == "text"]
        assert [text for text, _ in texts] == [mark.text for mark in marks]
        for mark, (text, long) in zip(marks, texts, strict=True):
            taken = box(mark).right - box(mark).left
            assert 0.8 * taken < long <= taken, text


@cache
def printed():
    data, problems = to_pdf(painted("print"), look().assets)
    assert [one for one in problems if "picture" in one.message] == []
    return data


def test_print_keeps_labels_and_numbers_as_text():
    document = pypdfium2.PdfDocument(printed())
    said = " ".join(" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)
    for table in brief().tables:
        for mark in table.picture.wide.marks:
            if mark.shape == "text":
                assert " ".join(mark.text.split()) in said, mark.text


def test_print_says_each_picture_in_words():
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        told = [str(node.Alt) for node in nodes(pdf) if "/Alt" in node]
    assert [" ".join(one.split()) for one in told] == [" ".join(table.picture.alt.split()) for table in brief().tables]


def test_print_has_no_narrow_drawing_and_no_links_into_panels():
    assert 'class="drawing narrow"' not in painted("print")
    assert "data-panel" not in painted("print")


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_what_a_record_says_is_never_markup(medium):
    texts = evidence()
    for file, words in (
        ("costs/trial.yaml", "label: a voucher"),
        ("programmes/club_leeds.yaml", "short_title: Leeds"),
        ("statistics/absent.yaml", "title: Pupils absent, England"),
    ):
        name = f"evidence/{file}"
        texts[name] = texts[name].replace(words, f"{words.partition(':')[0]}: '{EVIL}'")
    library = base(texts)
    body = '{{ costs("trial") }}\n\n{{ timeline("club_leeds") }}\n\n{{ series("absent") }}\n'
    made, _ = read("---\ntitle: A\ndate: 2026-03-01\nauthors: B\n---\n" + body, "briefs/evil.md", library, {})
    html, _ = page(made, library, medium=medium, gate="publish", problems=(), look=look())
    assert "<script>alert" not in html
    assert "<b>bold" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 6


def test_the_same_evidence_gives_the_same_bytes():
    again, _ = page(brief(), base(), medium="screen", gate="publish", problems=(), look=look())
    assert again == painted("screen")
