"""Reading a project and writing its output: whatever is in the way is said, and no kill leaves half an output."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefkit.disk import create, previous, read_tree, recover, write_tree
from briefkit.disk.contents import read_contents
from briefkit.problems import Problem, Where

HERE = Path(__file__).parent.parent


def output(generation: int, count: int = 40) -> dict[str, bytes]:
    """A whole output, every file of which tells its generation."""
    manifest = json.dumps({"version": 1, "briefs": {}, "generation": generation}).encode()
    pages = {f"brief-{n}/index.html": f"{generation} ".encode() * 500 for n in range(count)}
    return {"manifest.json": manifest, **pages}


def generations(out: Path) -> set[bytes]:
    """Generations of the files that lie in an output folder."""
    return {path.read_bytes().split()[0] for path in out.rglob("*.html")}


def lay(root: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def test_a_project_is_read_by_folder_and_kind(tmp_path):
    lay(
        tmp_path,
        {
            "evidence/studies/riott.yaml": b"title: RIOTT\r\n",
            "evidence/references/all.bib": b"@misc{a}",
            "evidence/.hidden.yaml": b"no",
            "evidence/studies/riott.yaml~": b"no",
            "briefs/hat.md": "\ufeff# HAT".encode(),
            "briefs/map.png": b"\x89PNG",
            "briefs/letter.docx": b"no",
            "templates/page-brief.html.j2": b"<html>",
            "templates/fonts/regular.woff2": b"wOF2",
            "pyproject.toml": b"",
            "README.md": b"no",
        },
    )
    tree = read_tree(tmp_path)
    assert list(tree.texts) == [
        "pyproject.toml",
        "briefs/hat.md",
        "evidence/references/all.bib",
        "evidence/studies/riott.yaml",
        "templates/page-brief.html.j2",
    ]
    assert tree.texts["briefs/hat.md"] == "# HAT"
    assert sorted(tree.binaries) == ["briefs/map.png", "templates/fonts/regular.woff2"]
    assert tree.problems == ()


def test_files_that_cannot_be_read_are_problems_and_hide_no_other(tmp_path):
    lay(tmp_path / "elsewhere", {"secret.yaml": b"title: secret"})
    root = tmp_path / "project"
    lay(root, {"evidence/studies/good.yaml": b"title: good", "evidence/studies/late.txt": b"", "briefs/a.md": b"a"})
    (root / "evidence/studies/out.yaml").symlink_to(tmp_path / "elsewhere/secret.yaml")
    (root / "evidence/studies/in.yaml").symlink_to("good.yaml")
    (root / "evidence/studies/gone.yaml").symlink_to("nowhere.yaml")
    (root / "evidence/costs").symlink_to(tmp_path / "elsewhere")
    (root / "evidence/big.yaml").write_bytes(b"#" * 2_000_001)
    os.mkfifo(root / "evidence/pipe.yaml")
    tree = read_tree(root)
    assert sorted(tree.texts) == ["briefs/a.md", "evidence/studies/good.yaml", "evidence/studies/in.yaml"]
    assert [(p.where.file, p.rule, p.message) for p in sorted(tree.problems)] == [
        ("evidence/big.yaml", "file-too-large", "this file has 2.0 MB; at most 2 MB are read"),
        ("evidence/costs", "file-outside", "this is a link to a place that the build does not follow"),
        ("evidence/pipe.yaml", "file-unreadable", "this is not a file but a device or a pipe"),
        ("evidence/studies/gone.yaml", "file-unreadable", "this file cannot be read: it is not there"),
        ("evidence/studies/late.txt", "stray-file", "this file is not read"),
        ("evidence/studies/out.yaml", "file-outside", "this is a link to a place that the build does not follow"),
    ]


def test_bytes_of_another_encoding_are_a_problem_with_a_place(tmp_path):
    lay(tmp_path, {"evidence/studies/a.yaml": "title: caf\u00e9".encode("cp1252")})
    tree = read_tree(tmp_path)
    assert tree.texts == {}
    assert [(p.rule, p.where.file) for p in tree.problems] == [("not-utf8", "evidence/studies/a.yaml")]


def test_the_output_is_replaced_whole(tmp_path):
    out = tmp_path / "dist"
    assert write_tree(out, output(1)) == []
    assert write_tree(out, {**output(2, 3), "a/b/c.csv": b"x"}) == []
    assert sorted(previous(out)) == ["a/b/c.csv", *(f"brief-{n}/index.html" for n in range(3)), "manifest.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.lock", "dist"]


def test_an_unchanged_output_is_not_touched(tmp_path):
    out = tmp_path / "dist"
    write_tree(out, output(1))
    before = (out.stat().st_ino, (out / "manifest.json").stat().st_mtime_ns)
    assert write_tree(out, output(1)) == []
    assert (out.stat().st_ino, (out / "manifest.json").stat().st_mtime_ns) == before


@pytest.mark.parametrize("files", [{"thesis.docx": b"mine"}, {"manifest.json": b'{"name": "app"}', "index.js": b""}])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path, files):
    lay(tmp_path / "dist", files)
    assert write_tree(tmp_path / "dist", output(1)) == [
        Problem(
            Where("dist", 0),
            "output-not-ours",
            "this folder holds files that briefkit did not make, and is left alone",
            "choose another folder with --out, or empty this one yourself if nothing in it is needed",
        )
    ]
    assert {path.name: path.read_bytes() for path in (tmp_path / "dist").iterdir()} == files
    assert previous(tmp_path / "dist") == {}


def test_a_file_or_a_link_in_the_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        assert [p.message for p in write_tree(tmp_path / name, output(1))] == [
            "this is not a folder, and is left alone"
        ]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_in_the_path_of_the_folder_is_said(tmp_path):
    (tmp_path / "file").write_text("mine")
    assert [p.message for p in write_tree(tmp_path / "file/dist", output(1))] == [
        "the output cannot be written: a part of its path is a file, not a folder"
    ]


def test_an_output_never_leaves_its_folder(tmp_path):
    for path in ("../x", "/etc/x", "a/../../x", "a\\b", "c:x", ""):
        with pytest.raises(ValueError, match="cannot be called"):
            write_tree(tmp_path / "dist", {path: b""})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.lock"]


WRITER = """
import sys
sys.path[:0] = [{here!r}, {tests!r}]
from pathlib import Path
from briefkit.disk import write_tree
from test_disk import output
for generation in range({start}, 10**6):
    assert write_tree(Path({out!r}), output(generation), whole={whole}) == []
    print("written", flush=True)
"""


def writing(out: Path, whole: bool = True, start: int = 1) -> str:
    """A program that writes one output after the other."""
    tests = str(Path(__file__).parent)
    return WRITER.format(here=str(HERE), tests=tests, out=str(out), whole=whole, start=start)


@pytest.mark.parametrize("whole", [True, False], ids=["exchange", "renames"])
def test_a_kill_at_any_moment_leaves_the_old_output_or_the_new(tmp_path, whole):
    out = tmp_path / "dist"
    write_tree(out, output(0))
    chance = random.Random(20)
    struck = 0
    for kill in range(10):
        script = writing(out, whole, start=1000 * kill + 1)
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            writer.send_signal(signal.SIGKILL)
        struck += any((tmp_path / f".dist.{name}").exists() for name in ("new", "old", "bin"))
        if not whole:
            recover(out)  # as every start does; only the exchange has no moment without a folder
        assert len(list(out.rglob("*.html"))) == 40
        [generation] = generations(out)
        assert int(generation) > 1000 * kill
    assert struck > 2, "the kills missed the writing, and tested nothing"
    assert write_tree(out, output(7)) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.lock", "dist"]


def test_what_a_kill_between_two_renames_leaves_is_put_right(tmp_path):
    lay(tmp_path / ".dist.old", output(1))
    lay(tmp_path / ".dist.new", output(2))
    recover(tmp_path / "dist")
    assert generations(tmp_path / "dist") == {b"1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.lock", "dist"]


def test_half_of_an_old_output_never_comes_back(tmp_path):
    lay(tmp_path / "dist", output(2))
    lay(tmp_path / ".dist.old", {**output(1, 1), "brief-1/index.html": b"1 "})
    recover(tmp_path / "dist")
    assert generations(tmp_path / "dist") == {b"2"}
    assert not (tmp_path / ".dist.old").exists()


def test_two_builds_at_once_do_not_mix(tmp_path):
    out = tmp_path / "dist"
    limited = writing(out).replace("10**6", "16")
    writers = [subprocess.Popen([sys.executable, "-c", limited], stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert len(generations(out)) == 1


def test_a_build_that_waits_too_long_for_another_says_so(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    with (tmp_path / ".dist.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert write_tree(tmp_path / "dist", output(1), patience=0.1) == [
            Problem(
                Where("dist", 0),
                "output-busy",
                "another build is writing to this folder",
                "wait until it has finished, then run this again",
            )
        ]


LIMITED = """
import os, resource, sys
sys.path[:0] = [{here!r}, {tests!r}]
from pathlib import Path
from briefkit.disk import write_tree
from test_disk import output
{limit}
for problem in write_tree(Path({out!r}), output(9)):
    print(problem.rule, problem.message, sep=": ")
"""


def refused(out: Path, limit: str) -> str:
    """What a process says that may not write, for the reason that `limit` sets up."""
    script = LIMITED.format(here=str(HERE), tests=str(Path(__file__).parent), out=str(out), limit=limit)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout


def test_a_refusal_of_the_disk_is_worded_and_the_old_output_stays(tmp_path):
    out = tmp_path / "dist"
    write_tree(out, output(1))
    said = refused(out, "resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))")
    assert said == "output-not-written: the output cannot be written: it is larger than files may be here\n"
    assert generations(out) == {b"1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.lock", "dist"]


def test_lacking_permission_is_worded_and_the_old_output_stays(tmp_path):
    out = tmp_path / "dist"
    write_tree(out, output(1))
    tmp_path.chmod(0o555)
    try:
        said = refused(out, "if os.getuid() == 0: os.setuid(65534)")
    finally:
        tmp_path.chmod(0o755)
    assert said == "output-not-written: the output cannot be written: permission is refused\n"
    assert generations(out) == {b"1"}


def test_a_new_file_never_replaces_another_and_never_leaves_the_project(tmp_path):
    assert create(tmp_path, "evidence/studies/a.yaml", "title: A\n") == ""
    assert create(tmp_path, "evidence/studies/a.yaml", "title: B\n") == "it is there already"
    assert (tmp_path / "evidence/studies/a.yaml").read_text() == "title: A\n"
    (tmp_path / "evidence/costs").symlink_to("/")
    assert create(tmp_path, "evidence/costs/b.yaml", "") == "its folder is a link that leads out of the project"


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux shows what a process has mapped")
def test_a_file_takes_no_more_room_than_it_has_bytes(tmp_path):
    (tmp_path / "evidence").mkdir()
    for number in range(400):
        (tmp_path / f"evidence/{number}.yaml").write_text("title: x\n" * 50, "utf-8")
    before = len(Path("/proc/self/maps").read_text("utf-8").splitlines())
    contents = read_contents(tmp_path)
    assert len(contents.files) == 400
    assert len(Path("/proc/self/maps").read_text("utf-8").splitlines()) < before + 40
