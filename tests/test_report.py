"""What `check`, `build` and `explain` say at each gate: totals, waived problems, severities of the project."""

import io
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefkit.cli import main

ROOT = Path(__file__).parent.parent
LATER = (datetime.now(tz=UTC) + timedelta(days=90)).date().isoformat()
WAIVER = """\
- rule: {rule}
  where: {where}
  reason: the council has promised its report
  by: Ada Moss
  until: {until}
"""
STUDY = "evidence/studies/north_trial.yaml"
BRIEF = "briefs/breakfast.md"


@pytest.fixture
def project(tmp_path):
    """A small project with one mistake in a brief: a figure without its quotation."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/project", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    edit(root, BRIEF, "In one trial", "In the trial")
    edit(root, STUDY, ' "we randomised 120 pupils"', "")
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change a file of the project."""
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def waive(root: Path, rule: str = "quote-missing", where: str = "north_trial.randomised", until: str = LATER) -> None:
    """Put one waiver into the project."""
    with (root / "evidence/waivers.yaml").open("a", encoding="utf-8") as file:
        file.write(WAIVER.format(rule=rule, where=where, until=until))


def said(root: Path, *argv: str) -> tuple[int, str]:
    """Status and standard output of a command."""
    out, err = io.StringIO(), io.StringIO()
    status = main(argv, root, out, err)
    return status, out.getvalue() or err.getvalue()


def report(root: Path, *argv: str) -> dict:
    """What `check` tells programs."""
    return json.loads(said(root, "check", "--format", "json", *argv)[1])


def rules(root: Path, *argv: str) -> list[str]:
    return [problem["rule"] for problem in report(root, *argv)["problems"]]


def test_a_waived_problem_counts_no_more_and_is_shown(project):
    assert "quote-missing" in rules(project)
    waive(project)
    found = report(project, "--publish")
    assert "quote-missing" not in [problem["rule"] for problem in found["problems"]]
    [waived] = found["waived"]
    assert waived == {
        "rule": "quote-missing",
        "severity": "error",
        "file": STUDY,
        "line": 6,
        "column": 13,
        "message": "`randomised` has no quotation",
        "help": waived["help"],
        "reason": "the council has promised its report",
        "by": "Ada Moss",
        "until": LATER,
    }
    assert sum(found["totals"].values()) == len(found["problems"])


def test_people_read_what_is_waived_below_the_problems(project):
    waive(project)
    lines = said(project, "check")[1].splitlines()
    at = lines.index("1 waived")
    assert lines[at + 1 : at + 3] == [
        f"  {STUDY}:6:13  quote-missing: `randomised` has no quotation",
        f"    the council has promised its report (Ada Moss, until {LATER})",
    ]
    assert lines[-1].endswith("; 1 waived")


def test_github_is_given_a_notice_of_what_is_waived(project):
    waive(project)
    notes = said(project, "check", "--format", "github")[1].splitlines()
    [note] = [note for note in notes if "title=quote-missing" in note]
    assert note.startswith(f"::notice file={STUDY},line=6,col=13,")
    assert note.endswith(
        f"::`randomised` has no quotation%0Awaived by Ada Moss until {LATER}: the council has promised its report"
    )


def test_an_expired_waiver_lets_nothing_through(project):
    waive(project, until="2020-01-31")
    assert {"quote-missing", "waiver-expired"} <= set(rules(project))
    assert report(project)["waived"] == []
    grave = {p["rule"]: p["severity"] for p in report(project, "--publish")["problems"]}
    assert grave["waiver-expired"] == "error"


def test_a_waiver_without_a_problem_is_told_when_every_brief_was_looked_at(project):
    waive(project, where="breakfast_leeds")
    assert "waiver-unused" in rules(project)
    shutil.copy(project / BRIEF, project / "briefs/second.md")
    assert "waiver-unused" not in rules(project, "second")


def test_a_gap_is_not_published_whoever_waives_its_problem(project):
    edit(project, BRIEF, "=breakfast_leeds.running_cost", "=breakfast_leeds.runing_cost")
    [rule] = {p["rule"] for p in report(project)["problems"] if p["file"] == BRIEF and p["severity"] == "error"}
    waive(project, rule=rule, where="breakfast")
    found = {p["rule"]: p for p in report(project, "--publish")["problems"]}
    assert rule not in found
    assert found["gap-let-through"]["severity"] == "error"
    assert found["gap-let-through"]["message"].endswith(f"and `{rule}`, which says so, is no error here")


def test_a_project_may_judge_more_strictly(project):
    waive(project)
    rule = "record-stale"
    edit(project, STUDY, "country: GB", "country: GB\nstale_after: 2020-01")
    assert rule in rules(project)
    assert said(project, "check")[0] == 0
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f'[tool.briefkit.severity.draft]\n{rule} = "error"\n')
    status, text = said(project, "check")
    assert status == 1
    assert f"error[{rule}]" in text


def test_the_publish_gate_says_in_one_place_what_is_in_its_way(project):
    edit(project, STUDY, ' "60 were offered breakfast"', "")
    status, text = said(project, "--publish", "--formats", "html")
    assert status == 1
    assert next(line for line in text.splitlines() if line.startswith("in the way: ")).count("2 quote-missing") == 1
    assert text.splitlines()[-1] == "nothing was written: the publish gate lets no error through, dist/ is unchanged"
    assert not (project / "dist").exists()


def test_a_severity_that_breaks_the_promise_is_refused(project):
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('[tool.briefkit.severity.publish]\nquote-missing = "advice"\n')
    status, text = said(project, "check", "--publish")
    assert status == 1
    assert "error[quote-missing]" in text
    assert "error[severity-fixed]: `quote-missing` carries the promise of a brief" in text


def test_pages_and_manifest_tell_what_is_waived(project):
    waive(project)
    assert said(project, "--formats", "html")[0] == 0
    page = (project / "dist/breakfast/index.html").read_text("utf-8")
    assert "Let through for now, each by somebody who answers for it:" in page
    assert "Waived by Ada Moss until" in page
    assert "Let through for a time: 1 of the problems that checking found, 1 of them about whether the sources" in page
    assert (
        f"<code>randomised</code> has no quotation ({STUDY}:6). The council has promised its report. Ada Moss" in page
    )
    entry = json.loads((project / "dist/manifest.json").read_text("utf-8"))["briefs"]["breakfast"]
    assert entry["waived"] == 1
    assert "evidence/waivers.yaml" in entry["reads"]


def test_a_publication_tells_readers_of_each_waiver_that_touches_the_promise(project):
    waive(project)
    assert said(project, "--publish", "--formats", "html")[0] == 0
    page = (project / "dist/breakfast/index.html").read_text("utf-8")
    assert "<h3>What was let through</h3>" in page
    assert "Let through for now" not in page, "the list of problems is for drafts"


def test_explain_tells_severities_and_how_to_waive(project):
    text = said(project, "explain", "quote-missing")[1]
    assert text.startswith("quote-missing (warning in a draft, error in a publication)\n\n")
    assert "    - rule: quote-missing\n      where: a file, a record's id" in text
    assert "It carries the promise of a brief: no project can make it milder at the publish gate" in text
    assert said(project, "explain", "waiver-expired")[1].endswith("\n\nIt cannot be waived.\n")
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('[tool.briefkit.severity.draft]\nquote-missing = "error"\n')
    assert said(project, "explain", "quote-missing")[1].startswith(
        "quote-missing (warning in a draft, error in a publication)\nIn this project (pyproject.toml): error\n\n"
    )
