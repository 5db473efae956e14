"""The live preview in a real browser: a save shows at once and keeps the place, a problem opens to its lines, a mistake
in a file keeps the page, and what was built cannot reach the preview around it.
"""

import re

import pytest
from preview_desk import BRIEF, TRIAL, own_project, serving
from test_browser import browser  # noqa: F401  a fixture
from test_ledger_browser import CONTRAST

NOISE = "Blocked autofocusing"
"""What Chromium says of panels in a frame: they ask for the focus when they open, not when the page does."""
LONG = "\n\n".join(
    f"Paragraph {letter} is here to be scrolled past{', and past' * 40}. [@moss2018]"
    for letter in "abcdefghijklmnopqrstuvwxyz"
)
EVIL = "<script>parent.document.title = 'hit'; parent.hit = 1</script><img src=https://evil.example/x onerror=parent.hit=1>"
NEAR = 3
"""Pixels by which a place may shift."""


@pytest.fixture
def desk(tmp_path):
    """The preview of a project with a long brief."""
    root = own_project(tmp_path / "project")
    with (root / BRIEF).open("a", encoding="utf-8") as file:
        file.write(f"\n## At length\n\n{LONG}\n")
    with serving(root) as running:
        yield running


@pytest.fixture
def page(browser, desk):  # noqa: F811  the fixture that is imported
    """A window on the brief; what it asks for and complains of is kept."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    watched(page)
    page.goto(f"{desk.address}briefs/breakfast/draft/")
    whole(page)
    yield page
    context.close()


def watched(page) -> None:
    """Keep what a window asks for and complains of."""
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: NOISE in message.text or page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))


def whole(page):
    """Wait until the page stands as it is in its frame; the frame's content."""
    page.wait_for_selector("text=Up to date")
    page.wait_for_function("() => document.querySelectorAll('iframe:not(.coming)').length === 1")
    page.wait_for_selector("iframe.coming", state="detached")
    inner = page.locator("iframe").element_handle().content_frame()
    inner.wait_for_selector("h1")
    return inner


def says(page, words: str):
    """Wait until the page in the frame says this; the frame's content."""
    page.frame_locator("iframe:not(.coming)").locator(f"text={words}").first.wait_for(state="attached")
    return whole(page)


def top_of(inner, words: str) -> float:
    """How far below the top of the frame a paragraph stands."""
    return inner.locator("p", has_text=words).first.evaluate("p => p.getBoundingClientRect().top")


def test_a_save_in_any_editor_shows_and_the_words_stay_where_they_were(page, desk):
    inner = whole(page)
    inner.locator("p", has_text="Paragraph n is here").first.evaluate("p => p.scrollIntoView({behavior: 'instant'})")
    page.wait_for_function("() => spot && spot.y > 400")
    before = top_of(inner, "Paragraph n is here")
    desk.write(
        BRIEF,
        "## What it costs",
        "## The price\n\nMuch is said above. " + "It takes room. " * 80 + "\n\n## What it costs",
    )
    inner = says(page, "The price")
    assert abs(top_of(inner, "Paragraph n is here") - before) <= NEAR
    assert inner.evaluate("scrollY") > 400
    desk.write(BRIEF, "## The price", "## The full price")
    inner = says(page, "The full price")
    assert abs(top_of(inner, "Paragraph n is here") - before) <= NEAR


def test_a_page_that_was_not_scrolled_stays_at_its_top(page, desk):
    desk.write(BRIEF, "In one trial they did.", "In one good trial they did.")
    assert says(page, "In one good trial they did").evaluate("scrollY") == 0


def test_a_new_title_is_the_title_everywhere(page, desk):
    desk.write(BRIEF, "Do free breakfasts raise attendance?", "Do free lunches raise attendance?")
    says(page, "Do free lunches raise attendance?")
    assert page.title() == "Do free lunches raise attendance? – preview"
    assert page.locator("[data-title]").inner_text() == "Do free lunches raise attendance?"


def test_a_problem_opens_to_its_lines_and_stays_open_over_the_next_save(page, desk):
    assert page.locator("[data-words]").inner_text() == "no problems"
    desk.write(BRIEF, "[54 of 60]", "[55 of 60]")
    problem = page.locator(".desk-list li.error")
    problem.wait_for()
    assert not problem.locator(".excerpt").is_visible()
    problem.locator("summary").click()
    lines = problem.locator(".excerpt").inner_text().split("\n")
    assert "12" in lines
    assert "- Of those offered breakfast, [55 of 60]{=north_trial.present_6m.breakfast} attended." in lines
    assert problem.locator("mark").inner_text() == "55 of 60"
    assert problem.locator(".here .number").inner_text() == "12"
    assert problem.locator(".place").inner_text() == "briefs/breakfast.md:12"
    assert problem.locator(".way").inner_text().startswith("What to do: ")
    desk.write(BRIEF, "## What it costs", "## What it takes")
    says(page, "What it takes")
    assert problem.locator(".excerpt").is_visible()
    desk.write(BRIEF, "[55 of 60]", "[54 of 60]")
    problem.wait_for(state="detached")
    assert page.locator("[data-words]").inner_text() == "no problems"


def test_the_keyboard_opens_a_problem_and_keeps_its_place(page, desk):
    desk.write(BRIEF, "[54 of 60]", "[55 of 60]")
    page.locator(".desk-list li.error").wait_for()
    page.locator(".desk-list summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".excerpt").is_visible()
    desk.write(BRIEF, "## What it costs", "## What it takes")
    says(page, "What it takes")
    assert page.evaluate("document.activeElement.tagName + document.activeElement.parentElement.open") == "SUMMARYtrue"


def test_yaml_that_cannot_be_read_keeps_the_page_says_where_and_goes_on_once_it_is_mended(page, desk):
    mark = page.locator("iframe").get_attribute("src")
    desk.write(TRIAL, "arms:\n", "arms\n")
    notice = page.locator(".notice")
    notice.wait_for()
    assert (
        notice.inner_text() == "evidence/studies/north_trial.yaml cannot be read as it is. The page is that of before."
    )
    assert page.locator("[data-panel] h2").first.inner_text() == "What the page waits for"
    page.locator(".desk-list summary").first.click()
    assert page.locator(".desk-list .place").first.inner_text().startswith("evidence/studies/north_trial.yaml:")
    assert "arms" in page.locator(".excerpt .here").first.inner_text()
    inner = whole(page)
    assert page.locator("iframe").get_attribute("src") == mark
    assert inner.locator("text=54 of 60").count() >= 1
    desk.write(TRIAL, "arms\n", "arms:\n")
    notice.wait_for(state="detached")
    assert page.locator("[data-words]").inner_text() == "no problems"


def test_a_brief_that_vanishes_and_comes_back_is_followed(page, desk):
    text = (desk.root / BRIEF).read_text("utf-8")
    (desk.root / BRIEF).unlink()
    page.locator(".notice").wait_for()
    assert (
        page.locator(".notice").inner_text() == "There is no briefs/breakfast.md any more. The page is that of before."
    )
    (desk.root / BRIEF).write_text(text.replace("What it costs", "What it takes"), "utf-8")
    says(page, "What it takes")
    assert page.locator(".notice").count() == 0


def test_the_gates_are_one_click_apart(page):
    inner = whole(page)
    assert inner.locator("body").get_attribute("class").startswith("medium-screen gate-draft")
    page.get_by_role("link", name="Publish").click()
    page.wait_for_url("**/publish/")
    inner = whole(page)
    assert inner.locator("body").get_attribute("class").startswith("medium-screen gate-publish")
    assert page.locator(".desk-gate").inner_text() == "Nothing is in the way of publishing."
    assert page.locator("nav [aria-current]").inner_text() == "Publish"


def test_the_index_follows_briefs_and_their_problems(page, desk):
    page.goto(desk.address)
    page.wait_for_selector("text=Up to date")
    assert page.locator(".desk-briefs .meta").all_inner_texts() == ["briefs/breakfast.md · no problems"]
    text = (desk.root / BRIEF).read_text("utf-8")
    (desk.root / "briefs/lunch.md").write_text(
        text.replace("breakfasts", "lunches").replace("[54 of", "[55 of"), "utf-8"
    )
    page.wait_for_selector("text=briefs/lunch.md · 1 error")
    page.get_by_role("link", name="Do free lunches raise attendance?").click()
    whole(page)
    assert page.locator("[data-words]").inner_text() == "1 error"


def test_nothing_is_asked_of_another_host_and_nothing_is_complained_of(page, desk):
    whole(page)
    page.goto(desk.address)
    page.wait_for_selector("text=Up to date")
    assert [url for url in page.asked if not url.startswith((desk.address, "data:"))] == []
    assert page.complaints == []


def test_what_was_built_cannot_reach_the_preview_around_it(page, desk):
    desk.write(BRIEF, "## What it costs", f"{EVIL}\n\n## What it costs")
    inner = says(page, "parent.hit = 1")
    assert inner.evaluate("origin") == "null"
    assert (
        inner.evaluate("() => { try { return parent.document.title } catch (fault) { return fault.name } }")
        == "SecurityError"
    )
    assert (
        inner.evaluate("() => { try { return document.cookie } catch (fault) { return fault.name } }")
        == "SecurityError"
    )
    assert page.evaluate("window.hit") is None
    assert page.title() == "Do free breakfasts raise attendance? – preview"
    fetched = inner.evaluate("fetch('/list').then(() => 'read', () => 'refused')")
    assert fetched == "refused"
    said = page.evaluate(
        "() => { postMessage({briefkit: 'placed'}); return document.querySelectorAll('iframe').length }"
    )
    assert said == 1


def test_another_site_learns_nothing_and_cannot_frame_the_preview(browser, desk):  # noqa: F811
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    class Other(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!DOCTYPE html><iframe src='{desk.address}'></iframe>".encode())

        def log_message(self, *_):
            """Say nothing."""

    other = HTTPServer(("127.0.0.1", 0), Other)
    Thread(target=other.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{other.server_port}/")
    read = f"fetch('{desk.address}list').then(a => a.text()).catch(() => 'refused')"
    assert page.evaluate(read) == "refused"
    assert page.evaluate(read.replace("').then", "', {mode: 'no-cors'}).then")) in {"", "refused"}
    framed = next(frame for frame in page.frames if frame is not page.main_frame)
    assert framed.locator("text=Briefs").count() == 0
    context.close()
    other.shutdown()
    other.server_close()


def test_links_out_of_the_page_open_beside_the_preview(page):
    inner = whole(page)
    with page.context.expect_page() as opened:
        inner.get_by_role("link", name="Check every claim").first.click()
    assert re.search(r"/briefs/breakfast/draft/page/audit\.html$", opened.value.url)
    assert opened.value.locator("h1").count() == 1
    assert page.url.endswith("/briefs/breakfast/draft/")


def test_figures_open_their_panel_in_the_preview_as_in_the_page(page):
    inner = whole(page)
    inner.get_by_role("button", name="54 of 60").first.click()
    assert "54 of the 60 offered breakfast attended" in inner.locator(".panel:popover-open").inner_text()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_off_the_screen_and_every_word_can_be_read(browser, desk, width, scheme):  # noqa: F811
    desk.write(BRIEF, "[54 of 60]", "[55 of 60]")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for path in ("", "briefs/breakfast/publish/"):
        page.goto(desk.address + path)
        page.wait_for_selector("text=1 error", state="attached", timeout=60_000)
        page.wait_for_selector("text=Up to date")
        for one in page.locator("summary").all():
            if one.is_visible() and not one.evaluate("one => one.parentElement.open"):
                one.click()
        for one in page.locator(".desk-list summary").all():
            if not one.evaluate("one => one.parentElement.open"):
                one.click()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight") or not path
        assert page.evaluate(CONTRAST) == []
    assert page.locator("iframe").bounding_box()["height"] > 250, "the page keeps its room"
    context.close()


def test_when_the_preview_has_ended_the_page_says_so(browser, tmp_path):  # noqa: F811
    context = browser.new_context()
    page = context.new_page()
    with serving(own_project(tmp_path / "project")) as desk:
        page.goto(f"{desk.address}briefs/breakfast/draft/")
        page.wait_for_selector("text=Up to date", timeout=60_000)
    page.wait_for_selector("text=The preview does not answer. Has it been ended?")
    assert page.locator("iframe").count() == 1, "the last page stays"
    context.close()
