"""What a page holds, what it never holds, and what a draft adds."""

import re

from render_desk import BODY, EVIL, FRONT, library, look, painted

from briefkit.problems import Problem, Where
from briefkit.render.index import card, index_page
from briefkit.render.look import Look
from briefkit.render.shown_problems import MOST, shown_problems

WRONG = Problem(Where("briefs/breakfast.md", 12), "unknown-figure", "there is no figure `x.y`", "did you mean `x.z`?")


def text_of(html: str) -> str:
    """What a reader sees: no tags, one blank between words."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_first_page_is_strip_title_question_answer_byline():
    html, problems = painted()
    assert problems == []
    cover = html[html.index('<header class="cover">') : html.index('<div class="lead">')]
    assert text_of(cover) == (
        "School meals Attendance 22 November 2026 Version 1.0 Free breakfasts in schools "
        "Do free breakfasts raise attendance? In one trial 54 of 60 came to school [ 1, p. 3 ] . Ada Moss, Jan Kowalski"
    )
    assert html.count("<h1>") == 1


def test_without_a_question_the_title_is_the_heading():
    html, _ = painted(front=FRONT.replace("question: Do free breakfasts raise attendance?\n", ""))
    assert "<h1>Free breakfasts in schools</h1>" in html
    assert 'class="kicker"' not in html


def test_a_figure_says_what_it_is_to_readers_machines_and_keyboards():
    html, _ = painted()
    assert (
        '<data class="figure" value="54/60" data-address="north_trial.results.present_6m.breakfast"><label>'
        '<span aria-hidden="true">54 of 60</span><button type="button" '
        'popovertarget="panel-north_trial.results.present_6m.breakfast" aria-haspopup="dialog" aria-label="54 of 60">'
        "</button></label></data>"
    ) in html
    assert html.count('id="panel-north_trial.results.present_6m.breakfast"') == 1


def test_what_a_file_holds_is_never_markup():
    for medium in ("screen", "print"):
        html, _ = painted(BODY.replace("It helps.", f"It helps {EVIL}"), medium=medium, gate="draft")
        assert EVIL not in html
        assert "<b>" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_page_of_its_own_fetches_nothing():
    html, _ = painted()
    assert re.findall(r'<(?:link|img|iframe|object|embed)\b|src="http|url\("?http|@import', html) == []
    assert html.count("<script>") == 1
    assert "default-src &#39;none&#39;" in html
    assert not re.search(r'\sstyle="', html)


def test_a_table_has_headers_units_numbers_notes_sources_and_data():
    html, _ = painted()
    table = html[html.index('id="table-clubs"') : html.index("This table as data")]
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)', table) == [
        "Place",
        "Started",
        "Places planned",
        "Running cost",
        "Cost per place",
        "Patients",
        "Paid by",
    ]
    assert '<th scope="row"><span class="value">Bonn</span></th>' in table
    assert '<span class="unit"> £ a year, 2019 prices' in table
    assert '<span class="value missing">' in table
    assert "Sources: Schulamt, 2020 [2]; Leeds City Council, 2021 [3]." in table
    assert 'href="tables/clubs.csv"' in html


def test_blocks_have_their_own_looks():
    html, _ = painted()
    for part in (
        '<section class="box key-messages" aria-label="Key messages">',
        '<aside class="box unknown" aria-label="What we do not know">',
        '<section class="box option" aria-label="Option: Pay for places">',
        '<div class="box judgement" role="note" aria-label="Our judgement">',
        '<div class="box method" role="note" aria-label="How we worked">',
    ):
        assert part in html


def test_references_say_what_they_are_and_what_stands_against_them():
    html, _ = painted()
    entry = html[html.index('<li id="ref-moss2018">') :]
    assert text_of(entry[: entry.index("</li>")]).startswith("1. Moss A, Łukasz J. Breakfast and attendance.")
    assert (
        '<span class="held">Trial report; only its abstract was read. '
        "There is a correction: J School 2019;4:1; we have not read it.</span>"
    ) in entry


def test_the_last_page_tells_how_the_brief_came_about():
    html, _ = painted()
    last = text_of(html[html.index('class="last-page"') : html.index("<footer")])
    assert "No systematic search is recorded for this brief." in last
    assert "It cites 3 sources, by sort of document: 1 trial report, 1 government report." in last
    assert "Written by Ada Moss, Jan Kowalski. No reviewer has signed this brief yet." in last
    assert (
        "Ada Moss and Jan Kowalski (2026). Free breakfasts in schools. School meals, version 1.0, 22 November 2026."
        in (last)
    )


def test_a_draft_shows_what_is_wrong_and_what_is_missing():
    body = BODY + "\nNothing is known of {{ club_bonn.nowhere }}.\n"
    html, _ = painted(body, problems=[WRONG], gate="draft")
    assert '<h2 id="Problems">Draft: 1 error, 0 warnings</h2>' in html
    assert "there is no figure <code>x.y</code>" in html
    assert '<span class="place">(briefs/breakfast.md:12, unknown-figure)</span>' in html
    assert '<mark class="gap">[missing: {{ club_bonn.nowhere }}]</mark>' in html
    assert "--draft-mark: url(" in html


def test_a_published_page_has_nothing_of_a_draft():
    html, _ = painted(problems=[WRONG])
    assert 'id="Problems"' not in html
    assert "--draft-mark: url(" not in html
    assert 'class="medium-screen gate-publish' in html


def test_a_long_list_of_problems_is_cut_and_other_briefs_are_left_out():
    many = [Problem(Where("briefs/one.md", n), "unknown-figure", f"fault {n}") for n in range(1, MOST + 4)]
    shown = shown_problems([*many, Problem(Where("briefs/two.md", 1), "unknown-figure", "not mine")], "briefs/one.md")
    assert (shown.errors, shown.warnings, len(shown.listed), shown.more) == (MOST + 3, 0, MOST, 3)
    assert {one.place.partition(":")[0] for one in shown.listed} == {"briefs/one.md"}


def test_print_has_no_buttons_no_panels_and_no_links_to_data():
    html, _ = painted(medium="print")
    assert re.findall(r"<button|popover|tables/clubs\.csv|<script", html) == []
    assert 'data-series="School meals"' in html
    assert 'data-edition="Version 1.0, 22\u00a0November\u00a02026"' in html


def test_contents_are_listed_when_asked_for_after_the_key_messages():
    assert "In this brief" not in painted()[0]
    html, _ = painted(front=FRONT.replace("date:", "contents: yes\ndate:"))
    assert '<li><a href="#what-clubs-cost">What clubs cost</a></li>' in html
    assert html.index(">Key messages<") < html.index(">In this brief<") < html.index('<h2 id="what-clubs-cost">')


def test_a_body_that_begins_otherwise_has_its_contents_first():
    html, _ = painted("\nWords.\n" + BODY, front=FRONT.replace("date:", "contents: yes\ndate:"))
    assert html.index(">In this brief<") < html.index(">Key messages<")


def test_an_unknown_kind_is_a_problem_and_still_a_page():
    html, problems = painted(front=FRONT.replace("date:", "kind: comparisson\ndate:"))
    assert [(p.rule, p.message, p.help) for p in problems] == [
        ("kind-unknown", "there is no kind of brief `comparisson`", "did you mean `comparison`?")
    ]
    assert "<h1>" in html


def test_a_new_kind_is_one_template_and_one_line():
    new = '{% extends "page-brief.html.j2" %}{% block body %}<p>Two pages only.</p>{{ body }}{% endblock %}'
    mine = Look({**look().texts, "page-two-pages.html.j2": new}, look().assets)
    html, problems = painted(front=FRONT.replace("date:", "kind: two-pages\ndate:"), look=mine)
    assert problems == []
    assert "<p>Two pages only.</p>" in html


def test_a_missing_picture_is_a_problem_and_a_mark():
    html, problems = painted(BODY + "\n![Clubs by town](briefs/clubs.png)\n")
    assert [(p.rule, p.message) for p in problems] == [("picture-missing", "there is no picture `briefs/clubs.png`")]
    assert "[missing: briefs/clubs.png]" in html


def test_a_picture_is_inlined_with_its_words():
    mine = Look(look().texts, {**look().assets, "briefs/clubs.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"})
    body = BODY + "\n![Clubs by town](briefs/clubs.svg)\n"
    assert '<img src="data:image/svg+xml;base64,PHN2Zy' in painted(body, look=mine)[0]
    assert '<img src="asset:briefs/clubs.svg" alt="Clubs by town">' in painted(body, look=mine, medium="print")[0]


def test_the_index_leads_to_every_brief():
    from render_desk import brief

    made = ["breakfast/index.html", "breakfast/breakfast.pdf", "older/older.pdf", "older/tables/one.csv"]
    briefs = [brief(), brief(slug="older", front=FRONT.replace("2026", "2025"))]
    html, problems = index_page([card(brief) for brief in briefs], library(), look(), made, "draft")
    assert problems == []
    assert re.findall(r'<h2><a href="([^"]+)">([^<]+)</a></h2>', html) == [
        ("breakfast/index.html", "Do free breakfasts raise attendance?"),
        ("older/older.pdf", "Do free breakfasts raise attendance?"),
    ]
    assert re.findall(r'<a href="([^"]+)" aria-label="([^":]+):', html) == [
        ("breakfast/index.html", "web page"),
        ("breakfast/breakfast.pdf", "PDF"),
        ("older/older.pdf", "PDF"),
    ]
    assert "Drafts, built to be checked" in html
    assert "Drafts" not in index_page([card(brief) for brief in briefs], library(), look(), made, "publish")[0]
    assert "In one trial 54 of 60 came to school." in html.replace("\u00a0", " ")


def test_the_same_brief_is_the_same_page():
    assert painted(gate="draft") == painted(gate="draft")


def test_documents_are_counted_in_plain_english():
    from briefkit.render.evidence_held import _documents

    assert [
        _documents(*pair) for pair in (("news", 2), ("trial_report", 1), ("ngo_report", 3), ("cohort_or_quasi", 2))
    ] == [
        "news articles",
        "trial report",
        "reports of a non-governmental organisation",
        "cohort or quasi-experimental studies",
    ]
