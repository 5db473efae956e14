"""The live preview as values: what a save touches, what is made again, what stays."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from preview_desk import BRIEF, CLUB, TRIAL, previewed, tree, with_text, without

from briefkit.desk.changes import ALL
from briefkit.desk.excerpt import excerpt
from briefkit.desk.preview import Preview
from briefkit.desk.view import View
from briefkit.disk import Tree
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import check
from briefkit.pipeline.evidence import read_evidence
from briefkit.pipeline.options import Options
from briefkit.problems import Where

KEY = ("breakfast", "draft")


def html(view: View) -> str:
    return view.files["index.html"].decode()


def shown(view: View) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Titles of the groups, with severity, rule and place of each problem."""
    return [(g.title, [(one.severity, one.rule, one.place) for one in g.listed]) for g in view.findings.groups]


def after(now: Tree) -> tuple[Preview, View]:
    """The preview of the project once it was whole and then became this."""
    preview = previewed(tree())
    preview.view(KEY)
    preview.refresh(now)
    return preview, preview.view(KEY)


def test_a_brief_is_shown_as_it_is_built():
    view = previewed(tree()).view(KEY)
    assert (view.title, view.findings.words, view.notice) == ("Do free breakfasts raise attendance?", "no problems", "")
    assert "<h1>Do free breakfasts raise attendance?</h1>" in html(view)
    tables = ["tables/breakfast-clubs.csv", "tables/breakfast-clubs.xlsx"]
    assert list(view.files) == ["index.html", "audit.html", *tables]


def test_a_page_gets_the_script_that_keeps_its_place_and_its_policy_lets_that_run():
    plain = previewed(without(tree(), "templates/desk/keeper.js")).view(KEY)
    kept = previewed(tree()).view(KEY)
    assert tree().texts["templates/desk/keeper.js"] in html(kept)
    assert "briefkit:" not in html(plain)
    policies = [unescape(html(one)).partition("script-src ")[2].partition(";")[0] for one in (plain, kept)]
    assert policies[0] != policies[1]
    assert "unsafe" not in policies[1]


@pytest.mark.parametrize(
    ("file", "touched", "desk"),
    [
        (BRIEF, frozenset({"breakfast"}), False),
        ("briefs/breakfast.verdicts.yaml", frozenset({"breakfast"}), False),
        (TRIAL, ALL, False),
        ("evidence/waivers.yaml", ALL, False),
        ("pyproject.toml", ALL, False),
        ("templates/css/tokens.css", ALL, True),
        ("templates/desk/desk.css", frozenset(), True),
        ("templates/desk/keeper.js", ALL, True),
    ],
)
def test_a_save_touches_the_pages_that_it_may_show_in(file, touched, desk):
    preview = previewed(tree())
    changed = preview.refresh(replace(tree(), texts={**tree().texts, file: tree().texts.get(file, "") + "\n"}))
    assert (changed.briefs, changed.desk, changed.appeared, changed.gone) == (touched, desk, set(), set())


def test_a_copy_with_other_bytes_touches_every_page():
    assert previewed(tree()).refresh(replace(tree())).briefs == ALL


def test_only_what_a_save_touched_is_made_again():
    preview = previewed(replace(tree(), texts={**tree().texts, "briefs/lunch.md": tree().texts[BRIEF]}))
    keys = [KEY, ("lunch", "draft")]
    before = [preview.view(key) for key in keys]
    assert preview.stale(keys) is None
    preview.refresh(with_text(preview.tree, BRIEF, "What it costs", "The price"))
    assert preview.stale(keys) == KEY
    now = [preview.view(key) for key in keys]
    assert now[1] is before[1]
    assert "The price" in html(now[0])
    assert before[0].mark != now[0].mark


def test_the_base_is_not_read_again_when_a_brief_has_changed():
    evidence = read_evidence(tree())
    assert read_evidence(with_text(tree(), BRIEF, "What it costs", "The price"), evidence) is evidence
    assert read_evidence(with_text(tree(), TRIAL, "Northern", "Southern"), evidence) is not evidence


@pytest.mark.parametrize("day", [1, 2])
def test_what_was_known_of_the_base_changes_no_result(day):
    options = Options(briefs=("breakfast",), today=day_of(day))
    other = with_text(tree(), BRIEF, "[54 of 60]", "[55 of 60]")
    known = check(tree(), Options(briefs=("breakfast",), today=day_of(1))).evidence
    cold, warm = check(other, options), check(other, options, before=known)
    assert [problem.rule for problem in warm.problems] == ["bound-words-differ"]
    assert warm.problems == cold.problems
    assert build(warm, other, options, {}) == build(cold, other, options, {})


def day_of(day: int) -> date:
    return date(2026, 11, day)


def test_a_new_day_makes_every_view_old():
    days = [date(2026, 11, 23)]
    preview = Preview(lambda: days[0])
    preview.refresh(tree())
    preview.view(KEY)
    assert preview.stale([KEY]) is None
    days[0] = date(2026, 11, 24)
    assert preview.stale([KEY]) == KEY


def test_a_record_that_cannot_be_read_keeps_the_page_and_says_which_file_it_waits_for():
    before = previewed(tree()).view(KEY)
    preview, view = after(with_text(tree(), TRIAL, "design: randomised", "design randomised"))
    assert view.notice == "`evidence/studies/north_trial.yaml` cannot be read as it is"
    assert view.mark == before.mark
    title, problems = shown(view)[0]
    assert title == "What the page waits for"
    assert problems == [("error", "missing-colon", "evidence/studies/north_trial.yaml:2")]
    preview.refresh(tree())
    assert (preview.view(KEY).notice, preview.view(KEY).findings.words) == ("", "no problems")


def test_a_reference_or_a_vocabulary_that_cannot_be_read_keeps_the_page():
    bib = next(file for file in tree().texts if file.endswith(".bib"))
    _, view = after(with_text(tree(), bib, "@article{moss2018,", "@article moss2018,"))
    assert view.notice == f"`{bib}` cannot be read as it is"
    _, view = after(with_text(tree(), "evidence/terms.yaml", ":", " "))
    assert view.notice == "`evidence/terms.yaml` cannot be read as it is"


def test_a_template_with_a_mistake_keeps_the_page():
    _, view = after(with_text(tree(), "templates/page-brief.html.j2", "{% endblock %}", "{% endblok %}"))
    assert view.notice == "`templates/page-brief.html.j2` cannot be read as it is"
    assert "<h1>Do free breakfasts raise attendance?</h1>" in html(view)


def test_a_record_that_was_taken_out_on_purpose_leaves_its_holes_in_the_page():
    _, view = after(without(tree(), CLUB))
    assert view.notice == ""
    assert view.mark != previewed(tree()).view(KEY).mark


def test_a_slip_in_the_brief_itself_is_marked_in_the_page():
    _, view = after(with_text(tree(), BRIEF, "{=breakfast_leeds.running_cost}", "{=breakfast_leeds.runing_cost}"))
    assert view.notice == ""
    assert shown(view) == [("In the brief", [("error", "unknown-name", "briefs/breakfast.md:19")])]
    assert "runing_cost" in html(view)


def test_front_matter_that_cannot_be_read_keeps_the_page_and_the_title():
    _, view = after(with_text(tree(), BRIEF, "authors: [Ada Moss]", "authors: [Ada Moss"))
    assert view.notice == "`briefs/breakfast.md` cannot be read as it is"
    assert view.title == "Do free breakfasts raise attendance?"
    assert view.findings.groups[0].title == "What the page waits for"
    assert "<h1>Do free breakfasts raise attendance?</h1>" in html(view)


def test_without_a_page_of_before_there_is_none():
    view = previewed(with_text(tree(), BRIEF, "authors: [Ada Moss]", "authors: [Ada Moss")).view(KEY)
    assert (view.files, view.mark, view.title) == ({}, "", "breakfast")


def test_a_brief_that_is_gone_keeps_its_page_until_it_comes_back():
    preview = previewed(tree())
    first = preview.view(KEY)
    changed = preview.refresh(without(tree(), BRIEF))
    assert (changed.gone, changed.briefs, preview.slugs) == ({"breakfast"}, {"breakfast"}, ())
    view = preview.view(KEY)
    assert (view.notice, view.there, view.mark) == ("There is no `briefs/breakfast.md` any more", False, first.mark)
    changed = preview.refresh(tree())
    assert (changed.appeared, preview.slugs) == ({"breakfast"}, ("breakfast",))
    assert (preview.view(KEY).notice, preview.view(KEY).there) == ("", True)


def test_each_gate_has_its_own_page_and_its_own_severities():
    settings = '[tool.briefkit.severity.publish]\nbound-words-differ = "error"\n[tool.briefkit.severity.draft]\nbound-words-differ = "warning"\n'
    other = with_text(tree(), BRIEF, "[54 of 60]", "[55 of 60]")
    preview = previewed(replace(other, texts={**other.texts, "pyproject.toml": settings}))
    assert preview.view(KEY).findings.words == "2 warnings"
    assert preview.view(("breakfast", "publish")).findings.words == "1 error"
    assert 'class="medium-screen gate-draft' in html(preview.view(KEY))
    assert 'class="medium-screen gate-publish' in html(preview.view(("breakfast", "publish")))


def test_problems_of_other_files_come_after_those_that_matter_here():
    other = with_text(tree(), BRIEF, "[54 of 60]", "[55 of 60]")
    other = with_text(other, TRIAL, "54 of the 60 offered", "54 of those 60 offered")
    other = replace(other, texts={**other.texts, "evidence/studies/odd.yaml": "titel: Odd\n"})
    groups = [title for title, _ in shown(previewed(other).view(KEY))]
    assert groups == ["In the brief", "In what it rests on", "Elsewhere in the project"]


def test_an_excerpt_shows_the_place_and_the_lines_around_it():
    text = "\n".join(f"line {number}" for number in range(1, 21)) + "\n"
    lines = excerpt(text, Where("a.yaml", 10, 6, 2))
    assert [line.number for line in lines] == [6, 7, 8, 9, 10, 11, 12, 13, 14]
    [here] = [line for line in lines if line.here]
    assert (here.number, here.before, here.marked, here.after) == (10, "line ", "10", "")
    assert [line.number for line in excerpt(text, Where("a.yaml", 1))] == [1, 2, 3, 4, 5]
    assert [line.number for line in excerpt(text, Where("a.yaml", 20))][-1] == 20
    assert excerpt(text, Where("a.yaml", 0)) == excerpt(None, Where("a.yaml", 3)) == excerpt("", Where("a", 9)) == ()


def test_an_excerpt_is_bounded_and_shows_nothing_that_steers():
    long = "x" * 5000 + "\u202ewrong" + "y" * 5000
    [line] = excerpt(long, Where("a.yaml", 1, 5001, 6))
    assert line.marked == "␀wrong"
    assert len(line.before) + len(line.after) < 900
    [end] = excerpt("short", Where("a.yaml", 1, 99, 3))
    assert (end.before, end.marked) == ("short", " ")
