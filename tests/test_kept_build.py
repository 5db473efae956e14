"""A second build as people see it: what it says, what it leaves alone, and what it does not fall for."""

import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from preview_desk import own_project
from test_incremental import STORY

from briefkit.cli import main
from briefkit.cli.kept import as_it_was
from briefkit.disk import previous

ROOT = Path(__file__).parent.parent
HEAVY = "pandas weasyprint jinja2 markdown_it pybtex pydantic scipy openpyxl numpy yaml asyncio multiprocessing"
PROBE = """
import io, sys
from pathlib import Path
from briefkit.cli import main
from briefkit.cli.kept import as_it_was
out = io.StringIO()
status = main(["build", "--formats", "html"], Path(sys.argv[1]), out, io.StringIO())
print(status, out.getvalue().partition(" (")[0])
print(*[name for name in sys.argv[2].split() if name in sys.modules])
"""


@pytest.fixture
def project(tmp_path) -> Path:
    """The small project with three briefs, built."""
    root = own_project(tmp_path / "project")
    for file, text in STORY.items():
        (root / file).write_text(text, "utf-8")
    assert said(root)[0] == 0
    return root


def said(root: Path, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of a build of pages, the seconds left out."""
    out, err = io.StringIO(), io.StringIO()
    status = main(["build", "--formats", "html", *argv], root, out, err)
    return status, re.sub(r"\d+\.\d s", "… s", out.getvalue()), err.getvalue()


def test_nothing_has_changed_and_nothing_heavy_is_loaded(project):
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROBE, str(project), HEAVY]
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=True)
    assert done.stdout == "0 nothing has changed: 3 briefs are up to date in dist/\n\n"


def test_only_what_has_changed_is_built(project):
    brief = project / "briefs/cited.md"
    brief.write_text(brief.read_text("utf-8").replace("Much", "Little"), "utf-8")
    before = {path: (project / "dist" / path).stat().st_ino for path in previous(project / "dist")}
    status, out, err = said(project, "--why")
    assert (status, err) == (0, "")
    assert out == (
        "dist/cited/  index.html, audit.html, audit.csv, audit.xlsx\n"
        "1 brief built, 2 as before, in … s\n"
        "all: as it was\nbreakfast: as it was\ncited: made anew, because of its text\n"
    )
    after = {path: (project / "dist" / path).stat().st_ino for path in previous(project / "dist")}
    changed = {path.partition("/")[0] for path in after if after[path] != before[path]}
    assert changed == {"cited", "index.html", "manifest.json"}


def pieces(root: Path) -> dict[str, bytes]:
    """What is kept, by name."""
    with closing(sqlite3.connect(root / ".build/kept.sqlite")) as connection:
        return dict(connection.execute("SELECT name, data FROM piece"))


def test_only_the_part_of_the_base_is_put_back_in_which_something_has_changed(project):
    before = pieces(project)
    record = project / "evidence/studies/north_trial.yaml"
    record.write_text(record.read_text("utf-8").replace("Northern", "Southern"), "utf-8")
    assert said(project)[0] == 0
    changed = [name for name, data in pieces(project).items() if data != before[name]]
    parts = [name for name in before if name.startswith("base ")]
    assert len(parts) > 5
    assert len([name for name in changed if name in parts]) == 1


def test_a_page_that_somebody_has_changed_by_hand_is_made_anew(project):
    page = project / "dist/all/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole.replace(b"clubs", b"pubs", 1))
    assert said(project, "--why")[1].endswith(
        "all: made anew, because of its files in the output\nbreakfast: as it was\ncited: as it was\n"
    )
    assert page.read_bytes() == whole
    page.unlink()
    assert said(project)[1].endswith("1 brief built, 2 as before, in … s\n")
    assert page.read_bytes() == whole
    (project / "dist/all/more.html").write_text("not ours", "utf-8")
    assert said(project)[1] == "0 briefs built, 3 as before, in … s\n"
    assert not (project / "dist/all/more.html").exists()


def test_without_what_was_kept_all_is_made_and_the_same(project):
    before = dict(previous(project / "dist"))
    shutil.rmtree(project / ".build")
    assert said(project)[1].endswith("3 briefs built in … s\n")
    assert dict(previous(project / "dist")) == before
    (project / ".build/kept.sqlite").write_bytes(b"damaged")
    assert said(project)[1].endswith("3 briefs built in … s\n")
    assert dict(previous(project / "dist")) == before


def test_a_copy_of_a_project_is_not_taken_at_its_word_by_somebody_else(project, monkeypatch, tmp_path):
    assert said(project)[1] == "nothing has changed: 3 briefs are up to date in dist/ (… s)\n"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "of somebody else"))
    assert said(project)[1].endswith("3 briefs built in … s\n")


def test_mistakes_are_told_again_each_time(project):
    brief = project / "briefs/all.md"
    brief.write_text(brief.read_text("utf-8").replace("per_place }}", "per_plaice }}"), "utf-8")
    status, _, told = said(project)
    assert status == 1
    assert "error[unknown-name]: nothing is called `per_plaice`\n" in told
    assert said(project) == (1, "nothing has changed: 3 briefs are up to date in dist/ (… s)\n", told)


def test_another_wish_is_another_build(project):
    assert said(project, "--out", "other")[1].endswith("3 briefs built in … s\n")
    assert said(project, "breakfast", "--set", "area=York")[1].endswith("1 brief built in … s\n")
    assert b"In York" in (project / "dist/breakfast/index.html").read_bytes()
    assert said(project)[1].endswith("1 brief built, 2 as before, in … s\n")
    assert b"In Leeds" in (project / "dist/breakfast/index.html").read_bytes()
    assert said(project, "--out", "other")[1] == "nothing has changed: 3 briefs are up to date in other/ (… s)\n"


def test_the_publish_gate_that_refuses_keeps_nothing_of_what_it_did_not_write(project):
    brief = project / "briefs/all.md"
    brief.write_text(brief.read_text("utf-8").replace("per_place }}", "per_plaice }}"), "utf-8")
    for _ in range(2):
        status, out, err = said(project, "--publish", "--out", "published")
        assert (status, out) == (1, "")
        assert err.endswith("nothing was written: the publish gate lets no error through, published/ is unchanged\n")
        assert not (project / "published").exists()


@pytest.mark.parametrize("count", [3, 1200])
def test_an_output_is_as_it_was_only_when_every_file_is(count):
    there = {f"{number}.html": b"%d" % number for number in range(count)}
    outputs = {path: sha256(data).hexdigest() for path, data in there.items()}
    assert as_it_was(outputs, there)
    for path in ("0.html", f"{count - 1}.html"):
        assert not as_it_was(outputs, there | {path: b"other"})
        assert not as_it_was(outputs, {name: data for name, data in there.items() if name != path})
    assert not as_it_was(outputs, there | {"more.html": b""})
