"""The ledger of a brief: every claim with all that stands behind it, counted so that it adds up."""

import itertools
import re
from dataclasses import replace

import pytest
from render_desk import look
from review_desk import FILE, KEPT, TRIAL, changed, claim, opened, reviewed, said, texts, with_verdicts

from briefkit.hold import Hold
from briefkit.ledger.gather import ledger
from briefkit.ledger.page import audit_page
from briefkit.ledger.placing import Findings
from briefkit.ledger.rows import Ledger
from briefkit.problems import Problem, Where

NONE = reviewed(texts())
FIRST, OTHERS, COSTS = (claim(NONE, words) for words in ("Of those offered", "Of the others", "Costs per child"))
FOUND = "north_trial.results.present_6m.breakfast"


def made(files=None, **found) -> Ledger:
    files = files or texts()
    brief, library = opened(files)
    holds = {
        FOUND: Hold(state="exact", key="moss2018", place="p. 3", before="In all,", after="every day.", folds=("dash",))
    }
    return ledger(brief, replace(library, holds=holds), reviewed(files), Findings(**found))


def painted(files=None, **found) -> str:
    files = files or texts()
    text, problems = audit_page(opened(files)[0], made(files, **found), look(), "draft")
    assert problems == []
    return text


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_sentence_and_row_stands_in_it_in_the_order_of_the_brief():
    assert [(row.number, row.what, row.state, row.text[:14], row.section) for row in made().rows] == [
        (1, "Sentence", "cited", "In one trial t", ""),
        (2, "Sentence", "bound", "Of those offer", ""),
        (3, "Sentence", "bound", "Of the others,", ""),
        (4, "Sentence", "bound", "In Leeds, the ", "What it costs"),
        (5, "Sentence", "cited", "Costs per chil", "What it costs"),
        (6, "Table row", "bound", "Leeds; Places ", "What it costs"),
    ]


def test_a_figure_has_its_words_in_context_and_how_they_are_held_beside_the_class_of_the_source():
    (figure,) = made().rows[1].figures
    assert figure.words is not None
    assert figure.source is not None
    assert (figure.words.before, figure.words.exact, figure.words.after) == (
        "In all,",
        "54 of the 60 offered breakfast attended",
        "every day.",
    )
    assert (figure.state, figure.found, figure.locator) == ("exact", "p. 3; folded: dash", "abstract")
    assert (figure.source.kind, figure.source.name) == (
        "Trial report; only its abstract was read",
        "Moss and Fell, 2018",
    )


def test_the_counts_add_up():
    for count in made(with_verdicts(texts(), said(FIRST), said(OTHERS, "major"))).counts:
        *rows, (name, sums) = count.rows
        assert name == "All"
        assert all(sum(numbers[:-1]) == numbers[-1] for _, numbers in count.rows)
        assert [sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True)] == list(sums)
    claims, figures, cited = made().counts
    assert claims.rows[-1][1][-1] == 6
    assert figures.rows == (
        ("Agency report", (0, 0, 0, 2, 0, 2)),
        ("Trial report", (1, 0, 0, 1, 0, 2)),
        ("All", (1, 0, 0, 3, 0, 4)),
    )
    assert cited.columns[-2:] == ("No words quoted", "All")
    assert cited.rows == (
        ("Agency report", (0, 0, 0, 0, 0, 1, 1)),
        ("Trial report", (0, 0, 0, 0, 0, 1, 1)),
        ("All", (0, 0, 0, 0, 0, 2, 2)),
    )


def test_one_source_open_with_all_its_claims():
    found = {one.source.key: [use.row.number for use in one.uses] for one in made().sources}
    assert found == {"leeds2020": [4, 5, 6], "moss2018": [1, 2, 3]}
    assert {one.source.key: one.figures for one in made().sources} == {"leeds2020": 2, "moss2018": 2}
    (leeds,) = (one for one in made().sources if one.source.key == "leeds2020")
    assert [(len(use.figures), len(use.again), len(use.citations)) for use in leeds.uses] == [
        (2, 0, 0),
        (0, 0, 1),
        (0, 2, 0),
    ]


@pytest.mark.parametrize(
    ("where", "number"),
    [
        (Where(FILE, 12, 5), 2),
        (Where(FILE, 18, 3), 4),
        (Where(FILE, 19, 60), 5),
        (Where(TRIAL, 14), 2),
        (Where(FILE, 16, 1), 0),
        (Where("evidence/studies/other.yaml", 3), 0),
    ],
)
def test_a_problem_stands_at_the_claim_in_whose_lines_it_lies(where, number):
    assert texts()[TRIAL].split("\n")[13].strip().startswith("breakfast: 54 of 60")
    problem = Problem(where, "unbound-number", "`6` is bound to nothing", "bind it")
    rows = made(problems=[problem], severity={"unbound-number": "error"}).rows
    assert [row.number for row in rows if row.problems] == ([number] if number else [])


def test_waived_problems_and_plain_words_are_listed_with_their_reasons():
    body = 'Costs per child {{ plain("six times over", why="counted by us") }} are higher'
    files = changed(texts(), FILE, "Costs per child are higher", body)
    files[FILE] += '\n## The {{ plain("9", why="a name") }} steps\n'
    elsewhere = Problem(Where("evidence/studies/other.yaml", 3), "title-long", "too long")
    problem = Problem(Where(FILE, 13, 5), "unbound-number", "`6` is bound to nothing")
    found = made(
        files,
        waived=[(problem, "a name (Jo Doe, until 2027)"), (elsewhere, "short enough (Jo Doe, until 2027)")],
        unbound=3,
    )
    assert [row.plains for row in found.rows if row.plains] == [
        (("six times over", "counted by us"),),
        (("9", "a name"),),
    ]
    assert [row.what for row in found.rows if row.plains] == ["Sentence", "Heading"]
    assert [(one.place, one.waiver) for one in found.loose] == [
        ("evidence/studies/other.yaml:3", "short enough (Jo Doe, until 2027)")
    ]
    assert [row.problems[0].waiver for row in found.rows if row.problems] == ["a name (Jo Doe, until 2027)"]
    assert [count for _, count in found.others] == [2, 2, 3]


def test_every_problem_of_the_brief_and_of_what_it_rests_on_stands_somewhere_and_no_other():
    places = [
        (FILE, 1),
        (FILE, 16),
        (TRIAL, 1),
        ("evidence/sources/moss2018.yaml", 1),
        ("evidence/studies/other.yaml", 3),
    ]
    problems = [Problem(Where(*place), "title-long", "too long") for place in (*places, ("briefs/other.md", 3))]
    found = made(problems=problems, severity={"title-long": "warning"})
    at_claims = [one.place for row in found.rows for one in row.problems]
    assert sorted([*at_claims, *(one.place for one in found.loose)]) == [
        "briefs/breakfast.md:1",
        "briefs/breakfast.md:16",
        "evidence/sources/moss2018.yaml:1",
        "evidence/studies/north_trial.yaml:1",
    ]
    assert "Problems that belong to no claim" in painted(problems=problems)


def test_a_title_that_claims_something_is_judged_like_a_sentence():
    files = changed(
        texts(),
        FILE,
        "title: Do free breakfasts raise attendance?",
        "title: Do 2 free breakfasts raise attendance?",
    )
    first, *_ = made(files).rows
    assert (first.what, first.state, first.text) == ("Title", "uncited", "Do 2 free breakfasts raise attendance?")
    bound = "title: 'Why did [54 of 60]{=north_trial.present_6m.breakfast} attend?'"
    row = made(changed(texts(), FILE, "title: Do free breakfasts raise attendance?", bound)).rows[0]
    assert (row.what, row.state, [one.address for one in row.figures]) == (
        "Title",
        "bound",
        ["north_trial.present_6m.breakfast"],
    )


def test_what_failed_and_what_nobody_has_seen_comes_first():
    brief, library = opened(texts())
    holds = {FOUND: Hold(state="failed", key="moss2018", why="the page says 53")}
    found = ledger(brief, replace(library, holds=holds), reviewed(texts()), Findings())
    assert [(one.words, [row.number for row in one.rows]) for one in found.first if one.rows] == [
        ("Words not found in their source", [2]),
        ("Words that nobody has seen in their source", [3, 4, 6]),
    ]
    page, _ = audit_page(brief, found, look(), "draft")
    assert page.index('id="First"') < page.index('id="Counts"')
    assert 'value="failed"> words not found (1)' in page
    assert "the page says 53" in page


def test_the_page_says_first_what_a_machine_cannot_say():
    text = plain(painted().partition("<main")[2])
    assert text.index("“Found in the source” is not “the claim follows”.") < text.index(
        "Do free breakfasts raise attendance?"
    )
    assert "In this brief: no verdict yet." in text
    assert (
        "find 16.9\u00a0% wrong (95\u00a0% confidence interval 14.1 to 20.0), 8.0\u00a0% seriously (Baethge and Jergas 2025)"
        in painted()
    )
    assert 'href="https://doi.org/10.1186/s41073-025-00173-z"' in painted()


def test_the_page_shows_old_and_new_side_by_side():
    files = with_verdicts(
        texts(),
        said(COSTS, "minor", comment="<b>too</b> simple"),
        said(None, "", mark="missing", comment="Nothing on wages."),
    )
    html = painted(changed(files, FILE, "are higher than", "are far higher than"))
    assert "<ins>far</ins>" in html
    assert "&lt;b&gt;too&lt;/b&gt; simple" in html
    assert "Nothing on wages." in html
    assert "In this brief: 100.0 % (1 of 1): 1 minor, 0 major." in plain(html).replace("\u00a0", " ")
    shown = made(changed(with_verdicts(texts(), said(FIRST)), TRIAL, "breakfast attended", "breakfast came")).rows[1]
    assert (shown.standing, shown.lapsed[0].difference) == ("lapsed", ())
    assert [(name, [(run.kind, run.text) for run in runs]) for name, runs in shown.lapsed[0].parts] == [
        (
            "north_trial.present_6m.breakfast",
            [
                ("same", '54 of 60 "54 of the 60 offered breakfast'),
                ("gone", 'attended"'),
                ("new", 'came"'),
                ("same", "(moss2018, abstract)"),
            ],
        )
    ]


def test_the_page_is_sound_for_those_who_cannot_see_it():
    html = painted(with_verdicts(texts(), said(FIRST), said(OTHERS, "major")))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= set(ids)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))
    assert "<fieldset" in html
    assert html.count("<legend>") == 1


def test_the_same_project_makes_the_same_page():
    assert painted() == painted()
    assert KEPT["moss2018"] not in painted()
