"""What readers see of a number that the office gave: a mark, a list on the last page, and a panel."""

import re

from render_desk import FRONT, brief, library, painted

from briefkit.render.held import held_words
from briefkit.render.worked_out import givens

LOCAL = FRONT.replace(
    "authors:",
    """parameters: {places: 12 places, cost: club_york.running_cost, spare: 3 places}
figures:
  each: {label: Cost of a place, formula: cost / places, round: 0}
authors:""",
)
BODY = "\n## Here\n\nA club of {{ places.full }} for {{ cost }} costs {{ each }} a place.\n"
NOTE = (
    "<h3>Local figures of this edition</h3> <p>The office gave these numbers for this edition. They are assumptions and not "
    "from the evidence base; nobody has checked them. What bears a raised L on these pages is one of them, or was worked out "
    "from one.</p> <ul> <li>Places: 12 places.</li> </ul>"
)


def figures():
    return [use.figure for claim in brief(BODY, LOCAL).claims for use in claim.figures if use.figure.local]


def test_a_local_figure_and_what_rests_on_it_are_marked_and_a_figure_of_the_base_is_not():
    html = " ".join(painted(BODY, LOCAL)[0].split())
    marked = re.findall(
        r'<span aria-hidden="true">([^<]*)</span>.{0,140}?<sup class="local" title="([^"]*)">L</sup>', html
    )
    assert marked == [
        ("12 places", "local figure given by the office"),
        ("about £5,083", "worked out from a local figure"),
    ]
    assert "about £61,000</span><button" in html


def test_paper_has_the_mark_too():
    assert painted(BODY, LOCAL, medium="print")[0].count('<sup class="local"') == 2


def test_the_last_page_lists_the_local_figures_that_are_used():
    assert NOTE in " ".join(painted(BODY, LOCAL)[0].split())
    assert "Local figures" not in painted()[0]


def test_a_local_figure_is_not_counted_among_the_evidence():
    html = painted(BODY, LOCAL)[0]
    assert re.findall(r"It shows (\d+) different figures", html) == ["2"]
    assert len(givens(figures(), brief(BODY, LOCAL), library())) == 1


def test_the_panel_says_that_nobody_has_checked_it():
    given, resting = figures()
    assert [held_words(one, library()) for one in (given, resting)] == [
        "Local figure given by the office for this edition, not from the evidence base: nobody has checked it.",
        "Worked out by us from a local figure that the office gave: an assumption of this edition, not evidence.",
    ]
