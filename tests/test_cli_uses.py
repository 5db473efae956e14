"""`uses`: where a record, a figure, a reference or a term is used, for people and for programs."""

import io
import json
import shutil
from pathlib import Path

import pytest

from briefkit.cli import main

PROJECT = Path(__file__).parent / "project"
LEEDS = "evidence/programmes/breakfast_leeds.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project; it needs no templates."""
    root = tmp_path_factory.mktemp("uses") / "project"
    shutil.copytree(PROJECT, root)
    (root / "briefs/broken.md").write_text("no front matter\n", "utf-8")
    return root


def said(root: Path, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    return main(["uses", *argv], root, out, err), out.getvalue(), err.getvalue()


def used(root: Path, name: str) -> list[tuple[str, str, str, str]]:
    """Kind, file with line, user and what it goes through, of each use."""
    report = json.loads(said(root, name, "--format", "json")[1])
    assert set(report) == {"id", "is", "uses"}
    return [(use["kind"], f"{use['file']}:{use['line']}", use["user"], use["through"]) for use in report["uses"]]


def test_a_sentence_that_shows_several_figures_is_told_once_with_them(project):
    out = said(project, "breakfast_leeds")[1]
    assert (
        "  briefs/breakfast.md:18  sentence of breakfast, "
        "which shows `breakfast_leeds.places_planned` and `breakfast_leeds.running_cost`\n"
    ) in out
    assert out.count("In Leeds, the clubs have room") == 1


def test_a_figure_is_used_by_sentences_tables_and_what_is_derived_from_it(project):
    status, out, err = said(project, "breakfast_leeds.running_cost")
    assert status == 0
    assert out.replace("\N{NO-BREAK SPACE}", " ") == (
        "breakfast_leeds.running_cost is a figure\n"
        "  briefs/breakfast.md:19  sentence of breakfast\n"
        "    In Leeds, the clubs have room for up to 80 places and cost about £40,000 a year.\n"
        "  briefs/breakfast.md:21  table breakfast/breakfast-clubs\n"
        "    Breakfast clubs\n"
        f"  {LEEDS}:13  derived figure breakfast_leeds.cost_per_place\n"
        "    running_cost / places_planned\n"
        "3 uses\n"
    )
    assert err == "left out because of mistakes in them: broken; `python build.py check` shows what is wrong\n"


def test_what_rests_on_a_derived_figure_rests_on_its_inputs(project, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(project, root)
    brief = root / "briefs/breakfast.md"
    text = brief.read_text("utf-8")
    brief.write_text(f"{text}\nThat is {{{{ breakfast_leeds.cost_per_place }}}} a place.\n", "utf-8")
    through = "breakfast_leeds.cost_per_place"
    assert ("sentence", "briefs/breakfast.md:23", "breakfast", through) in used(root, "breakfast_leeds.running_cost")
    assert ("sentence", "briefs/breakfast.md:23", "breakfast", "") in used(root, through)


def test_a_record_is_used_through_its_figures_and_by_name(project):
    assert used(project, "breakfast_leeds") == [
        ("sentence", "briefs/breakfast.md:18", "breakfast", ""),
        ("sentence", "briefs/breakfast.md:19", "breakfast", ""),
        ("table", "briefs/breakfast.md:21", "breakfast/breakfast-clubs", ""),
        ("record", "evidence/costs/breakfast_leeds_cost.yaml:10", "breakfast_leeds_cost", ""),
        ("derived figure", f"{LEEDS}:13", "breakfast_leeds.cost_per_place", ""),
    ]


def test_a_part_of_a_record_is_all_that_lies_below_it(project):
    assert used(project, "north_trial.present_6m") == used(project, "north_trial.results.present_6m")
    assert [use[1] for use in used(project, "north_trial.present_6m")] == [
        "briefs/breakfast.md:12",
        "briefs/breakfast.md:13",
    ]


def test_a_reference_is_used_by_sentences_and_by_the_figures_that_cite_it(project):
    kinds = {(kind, user) for kind, _, user, _ in used(project, "moss2018")}
    assert ("sentence", "breakfast") in kinds
    assert ("figure", "north_trial.present_6m.breakfast") in kinds
    assert not [user for _, user in kinds if user.startswith("breakfast_leeds")]


def test_terms_are_used_by_records(project):
    assert [use[:3] for use in used(project, "attendance")] == [
        ("record", "evidence/studies/north_trial.yaml:12", "north_trial")
    ]
    assert [use[:3] for use in used(project, "school_breakfast")] == [
        ("record", "evidence/costs/breakfast_leeds_cost.yaml:2", "breakfast_leeds_cost"),
        ("record", f"{LEEDS}:2", "breakfast_leeds"),
    ]


def test_what_nobody_uses_is_said(project):
    assert said(project, "north_trial.randomised")[:2] == (
        0,
        "north_trial.randomised is a figure\nit is used nowhere\n",
    )


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "write one id, address or key, as in: python build.py uses riott.retention_26w.heroin\n"),
        (
            ["breakfast_leads"],
            "there is no record, figure, reference or term `breakfast_leads`: did you mean `breakfast_leeds`?\n",
        ),
        (
            ["north_trial.presnt_6m"],
            "there is no record, figure, reference or term `north_trial.presnt_6m`: did you mean `north_trial.present_6m`?\n",
        ),
        (
            ["zzz"],
            "there is no record, figure, reference or term `zzz`: `python build.py list KIND` lists what there is\n",
        ),
        (
            ["moss2018", "--format", "github"],
            "--format: `github` is for problems alone: `uses` prints `text` or `json`\n",
        ),
    ],
)
def test_a_slip_is_answered_with_the_way_out(project, argv, words):
    assert said(project, *argv) == (2, "", words)
