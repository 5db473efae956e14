"""Files that commands write by themselves: whole or not at all, all or none, and through no link."""

from test_disk import lay

from briefkit.disk.files import replace_all, save


def test_several_files_are_written_all_or_none(tmp_path):
    project, outside = tmp_path / "project", tmp_path / "outside"
    lay(project, {"evidence/a.yaml": b"old"})
    outside.mkdir()
    (project / "linked").symlink_to(outside)
    said = replace_all(project, {"evidence/a.yaml": "new", "linked/b.yaml": "new"})
    assert said == "linked/b.yaml: its folder is a link that leads out of the project"
    said = replace_all(project, {"evidence/a.yaml": "new", "evidence/a.yaml/b": "new"})
    assert said == "a part of its path is a file, not a folder"
    assert [(p.name, p.read_bytes()) for p in (project / "evidence").iterdir()] == [("a.yaml", b"old")]
    assert list(outside.iterdir()) == []
    assert replace_all(project, {"evidence/a.yaml": "new", "evidence/costs/b.yaml": b"\xff"}) == ""
    assert (project / "evidence/a.yaml").read_bytes() == b"new"
    assert (project / "evidence/costs/b.yaml").read_bytes() == b"\xff"


def test_what_was_left_under_the_name_of_a_half_written_file_is_never_written_through(tmp_path):
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / ".review.csv.new").symlink_to(tmp_path / "mine")
    assert save(tmp_path / "review.csv", b"sheet") == ""
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert sorted((p.name, p.read_bytes()) for p in tmp_path.iterdir()) == [("mine", b"mine"), ("review.csv", b"sheet")]
    assert save(tmp_path / "nowhere/review.csv", b"sheet") == "it is not there"
