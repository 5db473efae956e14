"""The ledger in a real browser: filters that need no script, narrow screens, contrast in light and dark, nothing fetched."""

import pytest
from review_desk import FILE, changed, said, texts, with_verdicts
from test_browser import browser  # noqa: F401  a fixture
from test_ledger import COSTS, FIRST, OTHERS, painted

CONTRAST = """() => {
  const level = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const parts = text => text.match(/[\\d.]+/g).map(Number)
  const behind = node => { for (; node; node = node.parentElement) { const c = parts(getComputedStyle(node).backgroundColor)
    if (c.length < 4 || c[3] > 0) return c.slice(0, 3) } return [255, 255, 255] }
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const low = new Set()
  for (let text; text = walk.nextNode();) { if (!text.data.trim()) continue
    const a = level(parts(getComputedStyle(text.parentElement).color).slice(0, 3)), b = level(behind(text.parentElement))
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < 4.5) low.add(text.parentElement.className + ' ' + text.parentElement.tagName + ' ' + ratio.toFixed(2)) }
  return [...low] }"""


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    """A ledger with every sort of verdict in it, as a file."""
    given = (said(FIRST), said(OTHERS, "major", error="number"), said(COSTS, "minor", comment="<i>hm</i>"))
    files = changed(with_verdicts(texts(), *given), FILE, "are higher than", "are far higher than")
    place = tmp_path_factory.mktemp("audit") / "audit.html"
    place.write_text(painted(files), encoding="utf-8")
    return place.as_uri()


@pytest.fixture(params=["light", "dark"])
def page(request, browser, address):  # noqa: F811  the fixture that is imported
    """The ledger in a window that runs no script, light and dark."""
    context = browser.new_context(java_script_enabled=False, color_scheme=request.param)
    page = context.new_page()
    page.asked = []
    page.on("request", lambda sent: page.asked.append(sent.url))
    page.goto(address)
    yield page
    context.close()


def seen(page) -> list[str]:
    """Numbers of the claims that can be seen."""
    return [one.get_attribute("id") for one in page.locator(".claims .claim").all() if one.is_visible()]


def test_a_filter_needs_no_script(page):
    assert len(seen(page)) == 6
    page.locator("input[value=major]").check()
    assert seen(page) == ["claim-3"]
    page.locator("input[value=lapsed]").check()
    assert seen(page) == ["claim-5"]
    page.locator("input[value=all]").check()
    assert len(seen(page)) == 6
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


def test_nothing_runs_off_a_narrow_screen(page):
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_every_word_can_be_read(page):
    assert page.evaluate(CONTRAST) == []


def test_the_keyboard_reaches_filters_and_wide_tables(page):
    page.locator("input[value=all]").focus()
    page.keyboard.press("ArrowRight")
    assert seen(page) == ["claim-2"]
    assert page.locator(".table-box").first.get_attribute("tabindex") == "0"
