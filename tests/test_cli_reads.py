"""`reads`: what a brief rests on, for people and for programs."""

import io
import json
import shutil
from pathlib import Path

import pytest

from briefkit.cli import main

PROJECT = Path(__file__).parent / "project"
LEEDS = "evidence/programmes/breakfast_leeds.yaml"
STUDY = "evidence/studies/north_trial.yaml"


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    return root


def said(root: Path, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    return main(["reads", *argv], root, out, err), out.getvalue().replace("\N{NO-BREAK SPACE}", " "), err.getvalue()


def test_people_read_records_with_their_figures_then_references_then_files(project):
    status, out, err = said(project, "breakfast")
    assert (status, err) == (0, "")
    assert out == (
        "2 records, 4 figures\n"
        f"  breakfast_leeds  {LEEDS}\n"
        "    breakfast_leeds.places_planned: up to 80 places  [leeds2020]\n"
        "    breakfast_leeds.running_cost: about £40,000 a year  [leeds2020]\n"
        f"  north_trial  {STUDY}\n"
        "    north_trial.present_6m.breakfast: 54 of 60  [moss2018]\n"
        "    north_trial.present_6m.usual: 42 of 60  [moss2018]\n"
        "2 references\n"
        "  leeds2020  evidence/references/all.bib, evidence/sources/leeds2020.lock, evidence/sources/leeds2020.yaml\n"
        "  moss2018  evidence/references/all.bib, evidence/sources/moss2018.lock, evidence/sources/moss2018.yaml\n"
        "4 other files\n"
        "  briefs/breakfast.md\n"
        "  evidence/outcomes.yaml\n"
        "  evidence/terms.yaml\n"
        "  pyproject.toml\n"
        "it also asks for\n"
        "  which records of the kind programme there are\n"
    )


def test_programs_read_the_same(project):
    report = json.loads(said(project, "briefs/breakfast.md", "--format", "json")[1])
    assert list(report) == ["brief", "records", "figures", "references", "sources", "templates", "files", "asks"]
    assert report["records"] == [{"id": "breakfast_leeds", "file": LEEDS}, {"id": "north_trial", "file": STUDY}]
    assert report["figures"][0] == {
        "address": "breakfast_leeds.places_planned",
        "record": "breakfast_leeds",
        "cite": ["leeds2020"],
        "shown": True,
        "file": LEEDS,
        "line": 10,
    }
    held = ["leeds2020.lock", "leeds2020.yaml", "moss2018.lock", "moss2018.yaml"]
    assert report["sources"] == [f"evidence/sources/{name}" for name in held]
    assert set(report["sources"]) < set(report["files"])
    assert report["asks"] == ["which records of the kind programme there are"]


def test_what_a_table_only_looks_at_is_told(project):
    other = "title: York clubs\nintervention: school_breakfast\ncountry: GB\nplace: York\nstatus: closed\nknown_as_of: 2020\n"
    (project / "evidence/programmes/york.yaml").write_text(other, "utf-8")
    brief = project / "briefs/breakfast.md"
    chosen = 'table("programmes", where="place == \'Leeds\'", '
    brief.write_text(brief.read_text("utf-8").replace('table("programmes", ', chosen), "utf-8")
    assert said(project, "breakfast")[1].endswith(
        "it also asks for\n  which records of the kind programme `place == 'Leeds'` chooses\n"
    )
    out = io.StringIO()
    assert main(["uses", "york"], project, out, io.StringIO()) == 0
    assert out.getvalue() == (
        "york is a record\n  briefs/breakfast.md  query breakfast\n"
        "    asks for which records of the kind programme `place == 'Leeds'` chooses\n1 use\n"
    )


def test_what_stands_behind_a_derived_figure_is_read_too(project):
    brief = project / "briefs/breakfast.md"
    text = brief.read_text("utf-8").replace(
        "cost\n[about £40,000 a year]{=breakfast_leeds.running_cost}.", "cost money."
    )
    text = text.replace(', "running_cost"', "")
    brief.write_text(f"{text}\nThat is {{{{ breakfast_leeds.cost_per_place }}}} a place.\n", "utf-8")
    out = said(project, "breakfast")[1]
    assert "    breakfast_leeds.running_cost: about £40,000 a year  [leeds2020]  (behind a derived figure)\n" in out


def test_slips_are_answered_with_the_way_out(project):
    assert said(project) == (2, "", "write one brief, as in: python build.py reads hat_england\n")
    assert said(project, "brekfast") == (2, "", "there is no brief `brekfast`: did you mean `breakfast`?\n")
    words = "--format: `github` is for problems alone: `reads` prints `text` or `json`\n"
    assert said(project, "breakfast", "--format", "github") == (2, "", words)
    (project / "briefs/breakfast.md").write_text("nothing\n", "utf-8")
    words = "`breakfast` cannot be read: `python build.py check breakfast` shows what is wrong\n"
    assert said(project, "breakfast") == (1, "", words)


def test_one_of_a_thing_is_said_in_the_singular(project):
    text = (project / "briefs/breakfast.md").read_text("utf-8")
    head = text[: text.index("\n---\n") + 5]
    body = "\n[54 of 60]{=north_trial.present_6m.breakfast} attended.\n"
    (project / "briefs/breakfast.md").write_text(head.replace(' [@moss2018]"', '"') + body, "utf-8")
    lines = said(project, "breakfast")[1].splitlines()
    assert lines[0] == "1 record, 1 figure"
    assert "1 reference" in lines
