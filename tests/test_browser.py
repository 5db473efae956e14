"""The pages in a real browser: panels by mouse and keyboard, narrow screens, no other host, nothing that runs."""

import shutil

import pytest
from render_desk import BODY, EVIL, library, look, painted

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)


@pytest.fixture(scope="module")
def browser():
    """Chromium; without it nothing here can be said, so its lack is a failure."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "these tests need Chromium: `apt-get install chromium`"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    """The sample page as a file."""
    place = tmp_path_factory.mktemp("page") / "index.html"
    html, _ = painted(BODY.replace("It helps.", f"It helps {EVIL}"), gate="draft")
    place.write_text(html, encoding="utf-8")
    return place.as_uri()


@pytest.fixture
def opened(browser, address):
    """The page in a fresh window; what it asks for and complains of is kept."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
    page.goto(address)
    yield page
    context.close()


def shown(page) -> list[str]:
    """Ids of the panels that are open."""
    return page.eval_on_selector_all(".panel:popover-open", "panels => panels.map(panel => panel.id)")


def focused(page) -> str:
    return page.evaluate("document.activeElement.getAttribute('popovertarget') || document.activeElement.id || ''")


FIRST = "panel-north_trial.results.present_6m.breakfast"


def test_a_page_asks_no_host_and_complains_of_nothing(opened, address):
    opened.wait_for_timeout(200)
    fetched = [url for url in opened.asked if not url.startswith("data:")]
    assert (fetched, opened.complaints) == ([address], [])
    assert opened.evaluate("document.fonts.check('16px \"Briefkit Sans\"')")
    assert opened.evaluate("document.activeElement === document.body"), "nothing takes the focus on arrival"


def test_a_click_opens_the_panel_and_a_click_elsewhere_closes_it(opened):
    opened.get_by_role("button", name="54 of 60").first.click()
    assert shown(opened) == [FIRST]
    said = opened.locator(f'[id="{FIRST}"]').inner_text()
    for part in (
        "54 of 60",
        "In all, 54 of the 60 offered breakfast came to school",
        "North of England School Breakfast Trial",
        "Trial report; only its abstract was read.",
        "p. 3",
        "Words seen in the source, or in a copy of it, on 22 November 2026; no copy is kept here.",
        "Others say",
        "{{ north_trial.present_6m.breakfast }}",
    ):
        assert part in said.replace("\u00a0", " "), part
    opened.mouse.click(200, 500)
    assert shown(opened) == []


def test_a_click_on_any_of_the_words_opens_the_panel(opened):
    opened.locator(".body p .figure label", has_text="paid out of").click(position={"x": 5, "y": 8})
    assert shown(opened) == ["panel-club_bonn.paid_by"]


def test_keys_open_the_panel_close_it_and_come_back(opened):
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    for _ in range(30):
        opened.keyboard.press("Tab")
        if focused(opened) == FIRST:
            break
    assert focused(opened) == FIRST
    outline = opened.evaluate("getComputedStyle(document.activeElement.closest('label')).outlineStyle")
    assert outline == "solid", "the focus can be seen"
    opened.keyboard.press("Enter")
    assert shown(opened) == [FIRST]
    assert focused(opened) == f"{FIRST}-title", "readers of screens are led into the panel"
    opened.keyboard.press("Escape")
    assert (shown(opened), focused(opened)) == ([], FIRST)
    opened.keyboard.press("Space")
    assert shown(opened) == [FIRST]


def test_a_panel_leads_to_the_figures_behind_it_and_back(opened):
    opened.get_by_role("button", name="about £16,667").first.click()
    panel = opened.locator('[id="panel-club_bonn.figures.cost_per_place"]')
    panel.get_by_role("button", name="about £250,000 a year").click()
    assert shown(opened)[-1] == "panel-club_bonn.running_cost"
    opened.keyboard.press("Escape")
    assert shown(opened) == ["panel-club_bonn.figures.cost_per_place"]


def test_the_address_is_copied(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="54 of 60").first.click()
    page.locator(f'[id="{FIRST}"] [data-copy]').click()
    page.wait_for_selector("text=Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "{{ north_trial.present_6m.breakfast }}"
    context.close()


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_and_wide_tables_do_in_their_box(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = page.locator("#table-clubs .table-box")
    overflows = box.evaluate("box => box.scrollWidth > box.clientWidth + 1")
    assert overflows == (width < 1024)
    assert box.get_attribute("tabindex") == ("0" if overflows else None)
    assert page.locator("#table-clubs .sideways").is_visible() == overflows
    page.locator(".figure button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    panel = page.locator(".panel:popover-open").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_far_enough_apart(browser, address, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    pairs = [
        (ink, ground)
        for ground in ("paper", "tint", "accent-tint", "unknown-tint", "alarm-tint")
        for ink in ("ink", "quiet", "accent")
    ]
    pairs += [("unknown", "unknown-tint"), ("alarm", "alarm-tint"), ("alarm", "paper"), ("ink", "mark")]
    values = page.evaluate(
        "names => Object.fromEntries(names.map(n => [n, getComputedStyle(document.documentElement).getPropertyValue('--' + n).trim()]))",
        sorted({name for pair in pairs for name in pair}),
    )
    low = {pair: round(contrast(values[pair[0]], values[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}
    context.close()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#rrggbb`) as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_lines_are_of_a_readable_length(opened):
    characters = opened.evaluate(
        """() => {
            const p = [...document.querySelectorAll('.last-page p, .body p')].find(p => p.textContent.length > 150);
            const probe = document.createElement('span');
            probe.textContent = 'The trial compared breakfast with usual practice in schools. '.repeat(4);
            probe.style.whiteSpace = 'nowrap'; probe.style.position = 'absolute';
            document.querySelector('.body').append(probe);
            return parseFloat(getComputedStyle(document.querySelector('.body p')).maxWidth) / probe.getBoundingClientRect().width * probe.textContent.length;
        }"""
    )
    assert 65 <= characters <= 78


def test_without_scripts_panels_still_open(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    panel = page.locator(f'[id="{FIRST}"]')
    assert not panel.is_visible()
    page.get_by_role("button", name="54 of 60").first.click()
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    context.close()


def test_no_script_from_a_file_lives(opened):
    assert opened.locator("script:not([type])").count() == 1
    assert opened.locator("text=It helps <script>alert(1)</script>").count() == 1
    opened.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hit = 1'}))"
    )
    assert opened.evaluate("window.hit") is None, "the page's own policy stops what is not its script"


def test_landmarks_and_the_way_past_the_head(opened):
    assert opened.locator("main").count() == 1
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "Main"
    assert library().records
    assert look().texts["js/panels.js"]
