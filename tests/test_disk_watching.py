"""A folder that is followed: every save is seen by what the file then holds, whatever its times say."""

import os

import pytest
from preview_desk import BRIEF, CLUB, own_project

from briefkit.disk.watching import Watch


@pytest.fixture
def root(tmp_path):
    """A project with a copy of a source in it."""
    root = own_project(tmp_path / "project")
    (root / "snapshots").mkdir()
    (root / "snapshots/moss2018.txt").write_text("54 of the 60 offered breakfast attended", "utf-8")
    (root / "snapshots/leeds2020.txt").write_text("room for up to 80 children", "utf-8")
    return root


@pytest.fixture
def watch(root):
    """A watch that has had its first look."""
    watch = Watch(root)
    assert BRIEF in watch.look().texts
    return watch


def test_nothing_is_new_where_nothing_has_changed(watch, root):
    assert [watch.look() for _ in range(4)] == [None] * 4
    os.utime(root / BRIEF)
    assert watch.look() is None, "a file that was only touched holds what it held"


def test_other_words_of_the_same_length_at_the_same_time_are_seen(watch, root):
    place = root / BRIEF
    before = place.stat()
    place.write_text(place.read_text("utf-8").replace("What it costs", "What it saves"), "utf-8")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (place.stat().st_size, place.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert "What it saves" in watch.look().texts[BRIEF]
    assert watch.look() is None


def test_files_that_come_go_and_are_put_in_the_place_of_others_are_seen(watch, root):
    (root / "briefs/lunch.md").write_text("---\n", "utf-8")
    assert "briefs/lunch.md" in watch.look().texts
    (root / "briefs/lunch.md").unlink()
    assert "briefs/lunch.md" not in watch.look().texts
    (root / "briefs/.breakfast.md.new").write_text("put here whole", "utf-8")
    assert watch.look() is None, "what editors write beside a file is none of ours"
    (root / "briefs/.breakfast.md.new").replace(root / BRIEF)
    assert watch.look().texts[BRIEF] == "put here whole"


def test_what_cannot_be_read_is_seen_to_come_and_go(watch, root):
    (root / CLUB).rename(root / "kept.yaml")
    (root / CLUB).mkdir()
    assert CLUB not in watch.look().texts
    assert watch.look() is None
    (root / CLUB).rmdir()
    os.mkfifo(root / CLUB)
    assert [problem.where.file for problem in watch.look().problems] == [CLUB]
    assert watch.look() is None
    (root / CLUB).unlink()
    (root / "kept.yaml").rename(root / CLUB)
    assert CLUB in watch.look().texts


def test_a_copy_of_a_source_is_seen_to_come_and_to_change(watch, root):
    (root / "snapshots/amt2020.txt").write_text("in all", "utf-8")
    assert "amt2020" in watch.look().snapshots
    assert [watch.look() for _ in range(6)] == [None] * 6
    (root / "snapshots/leeds2020.txt").write_text("room for up to 70 children", "utf-8")
    looks = [watch.look() for _ in range(3)]
    assert sum(look is not None for look in looks) == 1, "of the same length: seen when its turn comes"


def test_a_folder_of_copies_that_the_settings_name_from_now_on_is_followed(watch, root):
    (root / "papers").mkdir()
    (root / "papers/amt2020.txt").write_text("in all", "utf-8")
    assert watch.look() is None
    (root / "pyproject.toml").write_text('[tool.briefkit]\nsnapshots = ["papers"]\n', "utf-8")
    assert list(watch.look().snapshots) == ["amt2020"]
    (root / "papers/amt2020.txt").unlink()
    assert list(watch.look().snapshots) == []
