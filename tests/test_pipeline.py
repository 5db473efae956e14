"""From the texts of a project to the files of its output, without a disk in between."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from briefkit.disk import Tree, read_tree
from briefkit.pipeline.building import Build, build
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options
from briefkit.problems import Problem, Where
from briefkit.rulebook import severities

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 3, 2)
SLUG, FILE = "breakfast", "briefs/breakfast.md"


@pytest.fixture(scope="module")
def tree() -> Tree:
    """The small project beside the tests, with the templates of this one."""
    small, here = read_tree(ROOT / "tests/project"), read_tree(ROOT)
    templates = {path: data for path, data in here.binaries.items() if path.startswith("templates/")}
    return Tree(texts={**small.texts, **here.under("templates")}, binaries=templates)


def changed(tree: Tree, path: str, old: str, new: str) -> Tree:
    """The same project with one edit."""
    assert old in tree.texts[path]
    return replace(tree, texts={**tree.texts, path: tree.texts[path].replace(old, new)})


def added(tree: Tree, path: str, text: str) -> Tree:
    """The same project with one more file."""
    return replace(tree, texts={**tree.texts, path: text})


def printer(html, assets, where, files):
    """A printer that needs no library: the page itself is the print, with the files behind it."""
    assert "fonts/regular.woff2" in assets
    assert where.file.startswith("briefs/")
    return b"%PDF " + html.encode() + b"".join(file.data for file in files), []


def built(tree: Tree, *slugs: str, previous=None, with_printer=printer, **options) -> Build:
    asked = Options(briefs=slugs or (SLUG,), today=TODAY, **options)
    return build(check(tree, asked), tree, asked, previous or {}, {"pdf": with_printer} if with_printer else {})


def manifest(outputs) -> dict:
    return json.loads(outputs["manifest.json"])


def test_a_build_holds_pages_print_tables_index_and_manifest(tree):
    build = built(tree)
    assert build.problems == ()
    assert sorted(build.outputs) == [
        "breakfast/audit.csv",
        "breakfast/audit.html",
        "breakfast/audit.xlsx",
        "breakfast/breakfast.pdf",
        "breakfast/index.html",
        "breakfast/tables/breakfast-clubs.csv",
        "breakfast/tables/breakfast-clubs.xlsx",
        "index.html",
        "manifest.json",
    ]
    sheets = ("audit.html", "audit.csv", "audit.xlsx")
    tables = ("tables/breakfast-clubs.csv", "tables/breakfast-clubs.xlsx")
    assert build.made == {SLUG: ("index.html", "breakfast.pdf", *sheets, *tables)}


def test_the_manifest_says_what_was_made_out_of_what(tree):
    build = built(tree)
    read = manifest(build.outputs)
    assert set(read) == {"version", "briefs"}
    assert read["version"] == 1
    entry = read["briefs"][SLUG]
    own = {path: data for path, data in build.outputs.items() if path.startswith("breakfast/")}
    assert entry["outputs"] == {path: sha256(data).hexdigest() for path, data in own.items()}
    assert [path for path in entry["reads"] if not path.startswith("templates/")] == [
        "briefs/breakfast.md",
        "evidence/outcomes.yaml",
        "evidence/programmes/breakfast_leeds.yaml",
        "evidence/references/all.bib",
        "evidence/sources/leeds2020.lock",
        "evidence/sources/leeds2020.yaml",
        "evidence/sources/moss2018.lock",
        "evidence/sources/moss2018.yaml",
        "evidence/studies/north_trial.yaml",
        "evidence/terms.yaml",
        "pyproject.toml",
    ]
    # No copy is here, but the locks say that somebody has seen the words.
    assert entry["figures"] == {"exact": 0, "earlier": 0, "witnessed": 4, "unseen": 0, "failed": 0}
    assert entry["unbound"] == 0
    assert (entry["signed"], entry["problems"]) == (0, {"error": 0, "warning": 0})
    assert entry["claims"] > entry["uncited"]


def test_two_builds_are_the_same_bytes(tree):
    assert built(tree).outputs == built(tree).outputs


def test_the_forms_that_were_not_asked_for_are_not_made(tree):
    assert "breakfast/breakfast.pdf" not in built(tree, with_printer=None, formats=("html",)).outputs
    assert "breakfast/index.html" not in built(tree, formats=("pdf",)).outputs


def test_a_brief_that_cannot_be_read_does_not_stop_the_others(tree):
    build = built(added(tree, "briefs/second.md", "no front matter\n"), SLUG, "second")
    assert "breakfast/index.html" in build.outputs
    assert set(build.made) == {SLUG}
    assert [(problem.rule, problem.where.file) for problem in build.problems] == [
        ("front-matter-missing", "briefs/second.md")
    ]


def test_ten_mistakes_are_found_in_one_run(tree):
    wrong = tree
    for line in ("attended.", "did."):
        wrong = changed(wrong, FILE, line, f"{line[:-1]} {{{{ no_{line[:-1]}.such }}}}.")
    wrong = changed(wrong, "evidence/costs/breakfast_leeds_cost.yaml", "perspective", "perspectiv")
    wrong = changed(wrong, "evidence/studies/north_trial.yaml", "design:", "desing:")
    wrong = added(wrong, "evidence/programmes/other.yaml", "title:\tx\n")
    files = [problem.where.file for problem in built(wrong).problems]
    assert files.count(FILE) >= 2
    assert {"evidence/costs/breakfast_leeds_cost.yaml", "evidence/studies/north_trial.yaml"} < set(files)
    assert "evidence/programmes/other.yaml" in files


def test_the_problems_of_a_brief_are_counted_in_its_manifest(tree):
    wrong = changed(tree, FILE, "=breakfast_leeds.running_cost", "=breakfast_leeds.runing_cost")
    assert manifest(built(wrong).outputs)["briefs"][SLUG]["problems"] == {"error": 1, "warning": 0}


def second(tree: Tree) -> Tree:
    """The project with a copy of its brief."""
    return added(tree, "briefs/second.md", tree.texts[FILE].replace("Do free", "Should free"))


def test_briefs_that_were_not_asked_for_stay_as_they_are(tree):
    both = built(second(tree), SLUG, "second").outputs
    edited = changed(second(tree), FILE, "Of the others", "Among the others")
    one = built(edited, SLUG, previous=both).outputs
    assert one["breakfast/index.html"] != both["breakfast/index.html"]
    kept = {path: data for path, data in both.items() if path.startswith("second/")}
    assert kept.items() <= one.items()
    assert set(manifest(one)["briefs"]) == {SLUG, "second"}
    assert b"second/index.html" in one["index.html"]


def test_what_was_changed_by_hand_or_is_no_brief_any_more_does_not_stay(tree):
    both = built(second(tree), SLUG, "second").outputs
    spoilt = {**both, "second/index.html": b"edited"}
    assert not [path for path in built(second(tree), SLUG, previous=spoilt).outputs if path.startswith("second/")]
    assert not [path for path in built(tree, SLUG, previous=both).outputs if path.startswith("second/")]
    broken = {**both, "manifest.json": b'{"version": 1, "briefs": {"second": {"outputs": ["x"]}}}'}
    assert set(manifest(built(second(tree), SLUG, previous=broken).outputs)["briefs"]) == {SLUG}


def test_a_page_that_cannot_be_printed_is_a_problem_and_its_html_stays(tree):
    def broken(_html, _assets, where, _files):
        return None, [Problem(where, "printer-missing", "PDF cannot be written", "install Pango")]

    build = built(second(tree), SLUG, "second", with_printer=broken)
    assert [(p.rule, p.where.file) for p in build.problems] == [("printer-missing", FILE)], "it is said once"
    assert {"breakfast/index.html", "second/index.html"} <= set(build.outputs)
    assert "breakfast/breakfast.pdf" not in build.outputs


def test_a_parameter_that_no_brief_has_is_told(tree):
    assert check(tree, Options(briefs=(SLUG,), parameters={"area": "York", "aera": "x"}, today=TODAY)).unused == (
        "aera",
    )


def test_a_record_that_cannot_be_decoded_is_blamed_once(tree):
    file = "evidence/studies/north_trial.yaml"
    texts = {path: text for path, text in tree.texts.items() if path != file}
    unread = replace(tree, texts=texts, problems=(Problem(Where(file, 1), "not-utf8", "it is not UTF-8"),))
    problems = check(unread, Options(briefs=(SLUG,), today=TODAY)).problems
    grave = severities("draft")
    assert [(p.rule, p.where.file) for p in problems if grave[p.rule] == "error"] == [("not-utf8", file)]
