"""Panels: everything that is needed to follow a figure to its source."""

import re
from dataclasses import replace

import pytest
from render_desk import brief, library, look, painted

from briefkit.hold import Hold
from briefkit.references.bibliography import Bibliography
from briefkit.render.held import held_words
from briefkit.render.machine import machine_value, words_link
from briefkit.render.page import page
from briefkit.render.painter import PagePainter
from briefkit.render.panel import Panel, Panels
from briefkit.values import Quote


def panel(address: str) -> Panel:
    """The panel of one figure of the base."""
    made, base = brief(), library()
    bibliography = Bibliography(base.references, base.sources, "numeric", made.cited)
    figure = base.figure(address)
    assert figure is not None
    return Panels(made, base, bibliography).panel(figure)[0]


def test_a_panel_tells_value_source_words_place_and_state():
    found = panel("north_trial.present_6m.breakfast")
    assert found.value == "54\u00a0of\u00a060"
    assert found.record == "North of England School Breakfast Trial"
    assert found.quote == Quote("54 of the 60 offered breakfast", "In all,", "came to school")
    assert [(source.label, source.kind) for source in found.sources] == [
        ("1", "Trial report; only its abstract was read")
    ]
    assert found.sources[0].notices == ("There is a correction: J School 2019;4:1; we have not read it.",)
    assert found.facts == (("Place in the source", "p. 3"), ("Per cent", "90.0%"))
    assert (
        found.held
        == "Words seen in the source, or in a copy of it, on 22\u00a0November\u00a02026; no copy is kept here."
    )
    assert found.paste == "{{ north_trial.present_6m.breakfast }}"
    assert [(other.value, other.panel) for other in found.conflicts] == [
        ("53\u00a0of\u00a060", "panel-north_trial.figures.recount")
    ]
    assert found.preferred_because == "it is the count of the trial itself"


def test_a_derived_figure_shows_its_working_and_its_weakest_part():
    found = panel("club_bonn.cost_per_place")
    assert found.formula == "running_cost / places_planned"
    assert "250,000" in found.working
    assert found.assumes == "all places filled"
    assert [other.panel for other in found.inputs] == ["panel-club_bonn.running_cost", "panel-club_bonn.places_planned"]
    assert found.held.startswith("Worked out by us. The weakest of its figures: words seen in the source")
    assert ("Prices", "2019 prices, assumed") in found.facts


def test_words_in_another_language_say_so():
    assert panel("club_bonn.running_cost").quote_lang == "de"
    assert panel("north_trial.present_6m.breakfast").quote_lang == ""
    assert '<blockquote lang="de">' in painted()[0]


def test_a_web_source_opens_at_the_words():
    assert panel("club_bonn.started").quote_link == "https://example.org/amt#:~:text=began%20in%202016"
    assert words_link("https://e.org/a", Quote("a-b, c", "x", "y")) == "https://e.org/a#:~:text=x-,a%2Db%2C%20c,-y"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("club_leeds.started", "Nobody has yet confirmed that these words stand in the source."),
        ("club_bonn.patients", "The source does not report it."),
    ],
)
def test_what_is_not_held_is_said(address, words):
    figure = library().figure(address)
    assert figure is not None
    assert held_words(figure, library()) == words


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("north_trial.present_6m.usual", "42/60"),
        ("club_bonn.running_cost", "250000"),
        ("club_bonn.started", "2016"),
        ("club_bonn.patients", "not_reported"),
    ],
)
def test_machines_read_plain_values(address, value):
    figure = library().figure(address)
    assert figure is not None
    assert machine_value(figure) == value


def test_every_button_has_its_panel_and_every_panel_is_there_once():
    html, _ = painted()
    targets = set(re.findall(r'popovertarget="([^"]+)"', html))
    panels = re.findall(r'<section class="panel" id="([^"]+)"', html)
    assert targets == set(panels)
    assert len(panels) == len(set(panels))
    # Only a panel leads to the count of somebody else.
    assert "panel-north_trial.figures.recount" in panels


def test_ids_on_a_page_are_unique():
    html, _ = painted(gate="draft")
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))


def test_the_painter_remembers_what_it_met():
    made, base = brief(), library()
    bibliography = Bibliography(base.references, base.sources, "numeric", made.cited)
    painter = PagePainter(made, base, look(), bibliography, "screen")
    assert painter.panels() == []
    painter.table(made.tables[0])
    assert "club_york.running_cost" in painter.used


def test_a_copy_in_which_figures_were_read_is_told_with_the_source():
    from brief_desk import SCHEME, TEXTS

    from briefkit.load import load
    from briefkit.render.held import copies_read

    derived = 'figures:\n  each: {formula: running_cost / 15, round: 0, assumes: "all 15"}\n'
    texts = {
        **TEXTS,
        "evidence/programmes/scheme.yaml": SCHEME + "via: mirror2020\n" + derived,
        "evidence/references/copies.bib": "@online{mirror2020, title={Copy}, url={https://www.copy.example/a}}",
        "evidence/sources/mirror2020.yaml": "class: news\nread: excerpt\naddress: https://www.copy.example/a\n",
    }
    base = load(texts)[0]
    told = {"independent2019": (("copy.example", "https://www.copy.example/a"),)}
    assert copies_read([base.figures["scheme.running_cost"]], base) == told
    assert copies_read([base.figures["scheme.figures.each"]], base) == told
    assert copies_read([base.figures["riott.randomised"]], base) == {}


def test_words_found_in_a_copy_stand_in_their_sentence():
    base = library()
    figure = base.figures["north_trial.results.present_6m.usual"]
    hold = Hold(state="exact", key="moss2018", place="p. 3", before="Against ", after=" as counted.", folds=("dash",))
    base = replace(base, holds={figure.address: hold})
    bibliography = Bibliography(base.references, base.sources, "numeric", brief().cited)
    found = Panels(brief(), base, bibliography).panel(figure)[0]
    assert (found.before, found.after, found.state) == ("Against ", " as counted.", "exact")
    assert found.held == "Words found in our copy of the source, p. 3. Not counted as different: dash."
    html, _ = page(brief(), base, medium="screen", gate="publish", problems=(), look=look())
    assert "<p>Against <mark>42 of 60 controls</mark> as counted.</p>" in html


@pytest.mark.parametrize(
    ("hold", "words"),
    [
        (
            Hold(state="earlier", on="2026-11-22", place="p. 3"),
            (
                "Words found in a copy of the source, p. 3, last on 22\u00a0November\u00a02026; the copy is not at hand "
                "now."
            ),
        ),
        (Hold(state="failed", why="x"), "The source, as far as we hold it, does not bear these words out."),
        (Hold(state="unseen"), "Nobody has yet confirmed that these words stand in the source."),
    ],
)
def test_how_words_are_held_is_said_in_full(hold, words):
    figure = library().figures["north_trial.results.present_6m.usual"]
    assert held_words(figure, replace(library(), holds={figure.address: hold})) == words
