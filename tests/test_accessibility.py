"""The pages as a machine can judge them for people who see, hear or move otherwise: axe-core in a real browser, by the rules
of WCAG 2.2 AA and by good practice. Every brief that ships is looked at on a wide light screen or on a dark phone, turn about
(on both where `BRIEFKIT_EVERY_PAGE` is set); each kind of page of a small project on four screens, with its panels open.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from preview_desk import ROOT, TODAY, tree, with_text
from render_desk import BODY, painted
from test_browser import browser

from briefkit.disk import Tree, read_tree
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files

__all__ = ["browser"]
pytestmark = pytest.mark.xdist_group("accessibility")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY = bool(os.environ.get("BRIEFKIT_EVERY_PAGE"))
BRIEFS = sorted(file.stem for file in (ROOT / "briefs").glob("*.md"))
WIDE, PHONE = (1280, "light"), (320, "dark")
SCREENS = {"wide, light": WIDE, "wide, dark": (1280, "dark"), "phone, light": (320, "light"), "phone, dark": PHONE}


def built(of: Tree) -> dict[str, bytes]:
    """Everything that a build of pages makes."""
    options = Options(briefs=tuple(brief_files(of)), formats=("html",), today=TODAY)
    return dict(build(check(of, options), of, options, {}).outputs)


@cache
def shipped() -> dict[str, bytes]:
    """The same of what ships."""
    return built(read_tree(ROOT))


@cache
def small() -> dict[str, bytes]:
    """The same of the small project, with one mistake to show."""
    wrong = with_text(tree(), "briefs/breakfast.md", "breakfast_leeds.places_planned.full", "breakfast_leads.places")
    compared = wrong.texts["briefs/breakfast.md"].replace("authors:", "kind: comparison\nauthors:")
    return built(with_text(wrong, "briefs/breakfast.md", wrong.texts["briefs/breakfast.md"], compared))


def faults(browser, html: bytes, place: Path, screen: tuple[int, str], panels: str = "") -> list[str]:
    """What axe-core finds in a page, a line each, with the panels open that `panels` selects."""
    width, scheme = screen
    place.write_bytes(html)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(place.as_uri())
    if panels:
        page.eval_on_selector_all(panels, "panels => panels.forEach(panel => panel.showPopover())")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    context.close()
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


TURNS = [
    (slug, screen)
    for number, slug in enumerate(BRIEFS)
    for screen in ((WIDE, PHONE) if EVERY else (WIDE, PHONE)[number % 2 :][:1])
]


@pytest.mark.parametrize(("slug", "screen"), TURNS)
def test_no_fault_in_any_brief_that_ships(browser, tmp_path, slug, screen):
    assert faults(browser, shipped()[f"{slug}/index.html"], tmp_path / "page.html", screen) == []


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("page", ["index.html", "breakfast/index.html", "breakfast/audit.html"])
def test_no_fault_in_any_kind_of_page_on_any_screen(browser, tmp_path, page, screen):
    assert faults(browser, small()[page], tmp_path / "page.html", screen) == []


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("number", [1, 2, 5])
def test_no_fault_with_a_panel_open(browser, tmp_path, number, screen):
    html, _ = painted(BODY, gate="draft")
    assert faults(browser, html.encode(), tmp_path / "page.html", screen, f".panel:nth-of-type({number})") == []


def test_a_fault_is_found(browser, tmp_path):
    html = shipped()["hat_local/index.html"].replace(b"<h1", b'<img src="data:,"><h1', 1)
    assert faults(browser, html, tmp_path / "page.html", WIDE) == ['image-alt: <img src="data:,">']
