"""Finding copies of sources in the folders that the settings name, and writing one."""

import os

import pytest
from test_disk import lay

from briefkit.disk import read_tree, replace
from briefkit.disk.snapshots import inside, remove_copy, write_new
from briefkit.problems import Problem

SETTINGS = b'[tool.briefkit]\nsnapshots = ["snapshots", "../shared"]\n'


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    lay(root, {"pyproject.toml": SETTINGS, "evidence/sources/a.lock": b"{}"})
    return root


def told(tree) -> list[tuple[str, str]]:
    return [(problem.rule, problem.where.file) for problem in tree.problems]


def test_copies_are_found_by_key_and_locks_are_texts(project):
    lay(
        project,
        {"snapshots/a.pdf": b"%PDF", "snapshots/B.HTML": b"<p>", "snapshots/.c.pdf": b"", "snapshots/notes.md": b""},
    )
    lay(project.parent, {"shared/d.txt": b"words"})
    tree = read_tree(project)
    assert {key: copy.file for key, copy in tree.snapshots.items()} == {
        "B": "snapshots/B.HTML",
        "a": "snapshots/a.pdf",
        "d": "../shared/d.txt",
    }
    assert tree.snapshots["d"].read() == b"words"
    assert tree.texts["evidence/sources/a.lock"] == "{}"
    assert tree.problems == ()


def test_folders_that_are_not_there_hold_nothing(project):
    tree = read_tree(project)
    assert tree.snapshots == {}
    assert tree.problems == ()


def test_no_copy_is_opened_before_somebody_asks(project):
    lay(project, {"snapshots/a.pdf": b"%PDF"})
    tree = read_tree(project)
    (project / "snapshots/a.pdf").unlink()
    found = tree.snapshots["a"].read()
    assert isinstance(found, Problem)
    assert found.message == "this file cannot be read: it is not there"


def test_two_copies_that_differ_are_told_and_the_same_twice_is_not(project):
    lay(project, {"snapshots/a.pdf": b"%PDF", "snapshots/b.txt": b"same"})
    lay(project.parent, {"shared/a.txt": b"words", "shared/b.txt": b"same"})
    tree = read_tree(project)
    assert told(tree) == [("snapshot-twice", "snapshots/a.pdf")]
    assert tree.problems[0].message == "`a` has 2 copies that differ: `snapshots/a.pdf` and `../shared/a.txt`"
    assert tree.snapshots["a"].read() == b"%PDF"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_what_is_no_file_of_the_folder_is_not_read(project, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    lay(project, {"snapshots/kept.txt": b"x"})
    folder = project / "snapshots"
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "within.txt").symlink_to(folder / "kept.txt")
    (folder / "ring.txt").symlink_to(folder / "ring.txt")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    read = {key: copy.read() for key, copy in read_tree(project).snapshots.items()}
    assert {key: one.rule if isinstance(one, Problem) else one for key, one in read.items()} == {
        "folder": "file-unreadable",
        "kept": b"x",
        "out": "file-outside",
        "pipe": "file-unreadable",
        "ring": "file-unreadable",
        "within": b"x",
    }


def test_a_copy_that_is_too_large_is_not_read(project):
    lay(project, {"snapshots/a.pdf": b""})
    with (project / "snapshots/a.pdf").open("wb") as file:
        file.truncate(300_000_000)
    found = read_tree(project).snapshots["a"].read()
    assert isinstance(found, Problem)
    assert found.rule == "file-too-large"


def test_a_file_is_written_whole_and_only_in_the_project(project, tmp_path):
    assert replace(project, "snapshots/a.pdf", b"new") == ""
    assert replace(project, "snapshots/a.pdf", b"newer") == ""
    assert [(p.name, p.read_bytes()) for p in (project / "snapshots").iterdir()] == [("a.pdf", b"newer")]
    (project / "linked").symlink_to(tmp_path)
    refused = "its folder is a link that leads out of the project"
    assert replace(project, "linked/a.pdf", b"") == refused
    assert replace(project, "../a.pdf", b"") == refused
    assert remove_copy(project, "linked/a.pdf") == refused
    assert remove_copy(project, "snapshots/a.pdf") == ""
    assert not (project / "snapshots/a.pdf").exists()


@pytest.mark.parametrize(
    ("folders", "found"),
    [
        (["snapshots"], "snapshots"),
        (["../shared", "kept/copies/"], "kept/copies"),
        (["../shared"], ""),
        (["/opt"], ""),
        (["."], ""),
        (["kept/../../x", "\0"], ""),
    ],
)
def test_the_folder_for_new_copies_lies_in_the_project(project, folders, found):
    assert inside(project, folders) == found


def test_a_new_file_is_never_written_over_another(tmp_path):
    place = str(tmp_path / "a.zip")
    assert write_new(place, b"1") == ""
    assert write_new(place, b"2") == "it is there already"
    assert (tmp_path / "a.zip").read_bytes() == b"1"
