"""The command line: what people type, what they read, and the status that they get."""

import io
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefkit import __version__
from briefkit.cli import listing, main
from briefkit.disk import read_tree
from briefkit.pipeline.reading import read_library
from briefkit.values.words import disagreement, plain

ROOT = Path(__file__).parent.parent
PROJECT = Path(__file__).parent / "project"


@pytest.fixture
def project(tmp_path):
    """A small real project of its own: one study, one programme, one cost, one brief, on another subject."""
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


def said(root: Path | None, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of a command."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, root, out, err), out.getvalue(), err.getvalue()


def spoil(project: Path) -> None:
    """Put one mistake into the brief: an address with a slip in it."""
    brief = project / "briefs/breakfast.md"
    text = brief.read_text("utf-8").replace("=breakfast_leeds.running_cost", "=breakfast_leeds.runing_cost")
    brief.write_text(text, "utf-8")


def test_help_and_version():
    assert said(None, "--version") == (0, f"briefkit {__version__}\n", "")
    for argv in (["--help"], ["-h"], ["help"], ["check", "--help"], ["help", "check"], ["hat", "--help"]):
        status, out, err = said(None, *argv)
        assert (status, err) == (0, "")
        assert out.startswith("python build.py ")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (
            ["check", "--pubish"],
            (
                "`--pubish` is not an option of `check`: did you mean `--publish`?\n"
                "`python build.py check --help` shows what there is.\n"
            ),
        ),
        (
            ["check", "--format", "xml"],
            (
                "--format: `xml` is not a form of report: write `text`, `json` or `github`\n"
                "`python build.py check --help` shows what there is.\n"
            ),
        ),
        (
            ["build", "--formats", "html,pfd"],
            (
                "--formats: `pfd` is not a form that briefs are built in: did you mean `pdf`?\n"
                "`python build.py build --help` shows what there is.\n"
            ),
        ),
        (
            ["--set", "area"],
            (
                "--set: write NAME=VALUE, as in --set area=Durham; `area` is not of that form\n"
                "`python build.py build --help` shows what there is.\n"
            ),
        ),
        (["chek"], "`chek` is neither a brief nor a command: did you mean `check`?\n"),
        (["brekfast"], "`brekfast` is neither a brief nor a command: did you mean `breakfast`?\n"),
        (["check", "brekfast"], "there is no brief `brekfast`: did you mean `breakfast`?\n"),
        (["list", "programs"], "there is no kind of record `programs`: did you mean `programmes`?\n"),
        (["list"], "write what to list, as in: python build.py list programmes\n"),
        (["explain", "unknown-feild"], "there is no rule `unknown-feild`: did you mean `unknown-field`?\n"),
        (["new", "study"], "write the kind of record and its id, as in: python build.py new study naltrexone_trial\n"),
        (
            ["new", "studdy", "x_trial"],
            "there is no kind of record `studdy`: did you mean `study`?\n",
        ),
        (
            ["--out", "evidence/dist"],
            "--out: `evidence/dist` holds the project's own files\nChoose a folder that holds nothing else.\n",
        ),
        (["--out", ".."], "--out: `..` holds the project's own files\nChoose a folder that holds nothing else.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_misuse_is_answered_with_the_way_out(project, argv, words):
    assert said(project, *argv) == (2, "", words)


def test_a_folder_without_a_project_is_said(tmp_path):
    words = (
        "there is no project here: neither this folder nor one above it holds an `evidence` folder\n"
        "Go to the project's folder, the one with evidence/ and briefs/ in it, and try again.\n"
    )
    assert said(tmp_path, "check") == (2, "", words)


def test_a_build_needs_briefs_and_templates(project):
    shutil.rmtree(project / "templates")
    words = "this project has no `templates` folder, which gives its pages their looks\n"
    assert said(project) == (2, "", f"{words}Copy that of briefkit's own repository into it, and try again.\n")
    (project / "briefs/breakfast.md").unlink()
    words = "there is no brief to build: write one as briefs/NAME.md, as docs/writing-a-brief.md shows\n"
    assert said(project) == (2, "", words)


def test_a_build_writes_pages_tables_index_and_manifest(project):
    status, out, err = said(project, "--formats", "html")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "dist/breakfast/  index.html, audit.html, audit.csv, audit.xlsx, 1 table"
    files = sorted(path.relative_to(project / "dist").as_posix() for path in (project / "dist").rglob("*.*"))
    audit = [f"breakfast/audit.{ending}" for ending in ("csv", "html", "xlsx")]
    assert files == [
        *audit,
        "breakfast/index.html",
        "breakfast/tables/breakfast-clubs.csv",
        "breakfast/tables/breakfast-clubs.xlsx",
        "index.html",
        "manifest.json",
    ]


def test_check_writes_nothing_and_reports_in_three_forms(project):
    spoil(project)
    status, out, err = said(project, "check")
    assert (status, err) == (1, "")
    assert out.splitlines()[-1] == "1 error in 1 file"
    report = json.loads(said(project, "check", "--format", "json")[1])
    assert report["gate"] == "draft"
    assert report["totals"] == {"error": 1, "warning": 0, "advice": 0}
    [problem] = report["problems"]
    assert set(problem) == {"rule", "severity", "file", "line", "column", "message", "help"}
    assert (problem["severity"], problem["file"], problem["line"]) == ("error", "briefs/breakfast.md", 19)
    notes = said(project, "check", "--format", "github")[1]
    assert notes.startswith(f"::error file=briefs/breakfast.md,line=19,col={problem['column']},endColumn=")
    assert f",title={problem['rule']}::" in notes
    assert not (project / "dist").exists()


def test_the_draft_gate_writes_and_fails_the_publish_gate_leaves_the_old(project):
    assert said(project, "--formats", "html")[0] == 0
    before = (project / "dist/breakfast/index.html").read_bytes()
    spoil(project)
    status, out, err = said(project, "--publish", "--formats", "html")
    assert (status, out) == (1, "")
    assert err.splitlines()[-1] == ("nothing was written: the publish gate lets no error through, dist/ is unchanged")
    assert (project / "dist/breakfast/index.html").read_bytes() == before
    assert said(project, "--formats", "html")[0] == 1
    assert (project / "dist/breakfast/index.html").read_bytes() != before


def test_a_parameter_makes_a_local_edition(project):
    assert said(project, "--formats", "html", "--set", "area=Durham")[0] == 0
    assert "In Durham, the clubs" in (project / "dist/breakfast/index.html").read_text("utf-8")


def test_what_list_gives_to_paste_says_what_the_figure_says():
    """A length of time needs its unit: `[18]{=...}` would be refused."""
    library, _ = read_library(read_tree(ROOT))
    units, refused = library.vocabularies.units, []
    for figure in library.figures.values():
        words = listing.paste(figure, library)[1:].rpartition("]{=")[0]
        refused += [words] if disagreement(plain(words), figure, "", units) else []
    assert refused == []


def test_list_gives_the_text_to_paste(project):
    status, out, err = said(project, "list", "programmes", "leeds")
    assert (status, err) == (0, "")
    assert out.startswith("breakfast_leeds  Leeds breakfast clubs\n  evidence/programmes/breakfast_leeds.yaml\n")
    assert "[about £40,000]{=breakfast_leeds.running_cost}" in out.replace("\N{NO-BREAK SPACE}", " ")
    assert said(project, "list", "references", "moss") == (
        0,
        "moss2018  Free breakfasts and attendance in twelve schools (2018)\n  [@moss2018]\n\n",
        "",
    )
    assert said(project, "list", "studies", "glasgow") == (0, "", "nothing is listed: no studies with glasgow\n")


def test_new_begins_a_record_that_check_knows(project):
    path = "evidence/studies/south_trial.yaml"
    status, out, err = said(project, "new", "study", "south_trial")
    assert (status, err) == (0, "")
    assert out == f"{path} is there to be filled in; `python build.py check` tells what it still lacks\n"
    assert (
        (project / path)
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=../../docs/schemas/study.json\n")
    )
    assert said(project, "new", "cost", "south_trial") == (
        2,
        "",
        f"there is a record `south_trial` already: {path}\nAn id is unique over all kinds; choose another.\n",
    )


def test_our_own_fault_is_one_sentence_and_a_traceback_only_on_request(project, monkeypatch):
    def broken(*_):
        message = "the moon"
        raise KeyError(message)

    monkeypatch.setattr("briefkit.cli.project.Project.tree", broken)
    status, out, err = said(project, "check")
    assert (status, out) == (3, "")
    assert err.startswith("briefkit itself has failed, not your files: KeyError: 'the moon' (")
    assert err.endswith("Run the same command with --debug to see where. Any output from before is unchanged.\n")
    assert "Traceback" in said(project, "check", "--debug")[2]


def test_a_missing_package_is_named_with_what_to_run(project, monkeypatch):
    def missing(*_):
        name = "weasyprint"
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr("briefkit.cli.project.Project.tree", missing)
    status, _, err = said(project, "check")
    assert status == 2
    assert err.startswith("The Python package `weasyprint` is not installed.")
    assert "python -m pip install ." in err


def run(project: Path, *argv: str, **options) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, as `python -m briefkit`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    command = [sys.executable, "-m", "briefkit", *argv]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, check=False, **options)


def test_a_reader_who_hangs_up_is_no_error(project):
    script = f"{shlex.quote(sys.executable)} -m briefkit explain | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], cwd=project, env=environment, capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_letters_that_a_terminal_lacks_do_not_stop_the_command(project):
    done = run(project, "list", "costs", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert b"?510" in done.stdout


def test_check_finds_what_only_painting_the_pages_shows(project):
    brief = project / "briefs/breakfast.md"
    text = brief.read_text("utf-8")
    brief.write_text(text.replace("---\n", "---\nkind: breif\n", 1) + "\n![A map](briefs/map.png)\n", "utf-8")
    status, out, _ = said(project, "check")
    assert status == 1
    assert "error[kind-unknown]: there is no kind of brief `breif`" in out
    assert "error[picture-missing]: there is no picture `briefs/" in out
    assert not (project / "dist").exists()


def test_causes_are_told_before_what_follows_from_them(project):
    spoil(project)
    (project / "evidence/programmes/other.yaml").write_text("titel: x\n", "utf-8")
    places = [line.split()[1].partition("/")[0] for line in said(project, "check")[1].splitlines() if " --> " in line]
    assert places == sorted(places, reverse=True)
    assert set(places) == {"evidence", "briefs"}
