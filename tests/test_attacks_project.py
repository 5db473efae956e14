"""What an enemy or an unlucky officer can do to a whole project and its command line, and what must come of it."""

import io
import json
import shutil
from pathlib import Path

import pytest
from evidence_texts import BASE, PROGRAMME

from briefkit.cli import main
from briefkit.load import load

ROOT = Path(__file__).parent.parent
LATIN = b"---\ntitle: \xff\n"
NOT_UTF8 = "error[not-utf8]: "


@pytest.fixture
def project(tmp_path):
    """A small real project of its own."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/project", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


def said(root: Path, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of a command."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, root, out, err), out.getvalue(), err.getvalue()


def test_the_only_brief_is_not_utf8(project):
    (project / "briefs/breakfast.md").write_bytes(LATIN)
    for argv in (["--formats", "html"], ["breakfast", "--formats", "html"]):
        status, _, err = said(project, *argv)
        assert (status, err.count("error[")) == (1, 1)
        assert err.startswith(NOT_UTF8)
        assert "  --> briefs/breakfast.md:2:8\n" in err
    assert said(project, "check")[0] == 1


def test_a_brief_that_cannot_be_read_now_keeps_its_pages(project):
    shutil.copy(project / "briefs/breakfast.md", project / "briefs/other.md")
    assert said(project, "--formats", "html")[0] == 0
    before = (project / "dist/other/index.html").read_bytes()
    for spoilt in (LATIN, b"no front matter\n"):
        (project / "briefs/other.md").write_bytes(spoilt)
        status, out, err = said(project, "--formats", "html")
        assert status == 1
        assert out.startswith("0 briefs built, 1 as before, in ")
        assert err.endswith("`other` cannot be read now: its pages of before stay in dist/other/\n")
        assert (project / "dist/other/index.html").read_bytes() == before
        index = (project / "dist/index.html").read_text("utf-8")
        assert "An earlier edition: the brief could not be read when this page was built." in index
        assert 'href="other/index.html"' in index
        assert set(json.loads((project / "dist/manifest.json").read_bytes())["briefs"]) == {"breakfast", "other"}
    (project / "briefs/other.md").unlink()
    assert said(project, "--formats", "html")[0] == 0
    assert not (project / "dist/other").exists()


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["check", "no\x1b[31mpe"], "there is no brief `no␀[31mpe`: the briefs are `breakfast`\n"),
        (
            ["list", "st\x1b[31m"],
            (
                "there is no kind of record `st␀[31m`: the kinds are `study`, `programme`, `proposal`, `cost`, "
                "`statistic`, `position`, `argument`, `synthesis`, `price_index`, `search`, `claim_review`, "
                "`gap` and `decision`\n"
            ),
        ),
        (
            ["--set", "area=\x1b[31m\u202e"],
            (
                "--set: `area` is given an invisible character: `␀[31m␀`; type it without\n"
                "`python build.py build --help` shows what there is.\n"
            ),
        ),
        (["--out", "x" * 300], f"--out: `{'x' * 59}…` cannot be a folder: its name is too long\nChoose another.\n"),
        (
            ["new", "study", "x" * 300],
            f"`{'x' * 59}…` has 300 characters\nAn id has at most 100; choose a shorter one.\n",
        ),
    ],
    ids=["check", "list", "set", "out", "new"],
)
def test_misuse_that_made_the_command_stumble(project, argv, words):
    assert said(project, *argv) == (2, "", words)


def test_a_name_with_no_room_for_its_neighbours(project):
    status, out, err = said(project, "--formats", "html", "--out", "x" * 252)
    assert (status, out) == (2, "")
    assert "the output cannot be written: its name is too long" in err


def test_reports_hold_nothing_that_steers_a_terminal(project):
    brief = project / "briefs/breakfast.md"
    text = brief.read_text("utf-8").replace("=breakfast_leeds.running_cost", "=breakfast_leeds.runing\u202e_cost")
    brief.write_text(text, "utf-8")
    for form in ("github", "json", "text"):
        status, out, _ = said(project, "check", "--format", form)
        assert status == 1
        assert out.replace("\n", "").replace("\N{NO-BREAK SPACE}", "").isprintable()
    notes = said(project, "check", "--format", "github")[1].splitlines()
    assert notes
    assert all(note.startswith("::") for note in notes)


def test_a_bibliography_that_cannot_be_read_is_one_mistake(project):
    file = project / "evidence/references/all.bib"
    file.write_bytes(b"\xff" + file.read_bytes())
    report = json.loads(said(project, "check", "--format", "json")[1])
    assert [p["rule"] for p in report["problems"] if p["severity"] == "error"] == ["not-utf8"]


def test_a_control_character_is_one_mistake(project):
    brief = project / "briefs/breakfast.md"
    brief.write_text(brief.read_text("utf-8") + "\nBread \x07 rises.\n", "utf-8")
    err = said(project, "--formats", "html")[2]
    assert err.count("error[control-character]") == 1
    assert "glyph-missing" not in err


def test_a_folder_of_somebody_else_gets_no_lock_and_loses_no_neighbour(project):
    for name in ("other", ".dist.old", ".dist.new", ".dist.bin"):
        (project / name).mkdir()
        (project / name / "thesis.txt").write_text("mine")
    assert said(project, "--formats", "html", "--out", "other")[0] == 2
    assert not (project / ".other.lock").exists()
    status, out, err = said(project, "--formats", "html")
    assert (status, out) == (2, "")
    assert err.endswith(
        "error[output-not-ours]: `.dist.old` beside it is in the way of the build, and not briefkit's\n  --> dist\n"
        "   = move or rename `.dist.old`, or choose another folder with --out\n\n"
    )
    for name in (".dist.old", ".dist.new", ".dist.bin"):
        assert [path.name for path in (project / name).iterdir()] == ["thesis.txt"]


def test_of_thousands_of_unknown_fields_the_first_are_told():
    text = PROGRAMME + "".join(f"field_{n}: x\n" for n in range(20_000))
    problems = load(BASE | {"evidence/programmes/clubs.yaml": text})[1]
    assert [p.rule for p in problems if p.where.file.endswith("clubs.yaml")] == ["unknown-field"] * 50
