"""An output on its way to its folder: what stays is not copied, and what is much does not stay in memory."""

import os
from hashlib import sha256
from pathlib import Path

from briefkit.disk import previous, write_tree
from briefkit.disk.outputs import Folder, Outputs

MANIFEST = b'{"version": 1, "briefs": {}}'


def seen(data: bytes) -> str:
    return sha256(data).hexdigest()


def written(out: Path, **files: bytes) -> Path:
    """An output folder with these files."""
    assert write_tree(out, {"manifest.json": MANIFEST, **files}) == []
    return out


def test_what_was_made_and_what_stays_is_there():
    made = Outputs({"a": b"old a", "b": b"old b"})
    made.put("c", b"new c")
    assert made.stays("a", seen(b"old a"))
    assert not made.stays("b", seen(b"another"))
    assert not made.stays("d", seen(b""))
    assert dict(made) == {"c": b"new c", "a": b"old a"}
    assert made.marks == {"c": seen(b"new c"), "a": seen(b"old a")}
    assert made.staying == {"a"}
    assert "b" not in made
    assert made.get("b") is None


def test_what_is_dropped_is_gone():
    made = Outputs({"one/a": b"a"})
    made.stays("one/a", seen(b"a"))
    made.put("one/b", b"b")
    made.put("two/b", b"b")
    made.drop("one/")
    assert list(made) == ["two/b"]
    made.put("one/a", b"another")
    assert made["one/a"] == b"another"
    assert made.staying == frozenset()


def test_much_waits_outside_memory_and_comes_back_the_same(monkeypatch):
    monkeypatch.setattr("briefkit.disk.outputs.MUCH", 10)
    made = Outputs({})
    wanted = {f"file{number}": bytes([number]) * number for number in range(1, 9)}
    for path, data in wanted.items():
        made.put(path, data)
    made.put("file8", b"put again")
    made.drop("file2")
    made.put("file9", b"another")
    del wanted["file2"]
    assert dict(made) == {**wanted, "file8": b"put again", "file9": b"another"}
    aside = made._aside  # noqa: SLF001  nothing else tells where it is
    assert aside is not None
    assert aside.is_dir()
    del made
    assert not aside.exists()


def test_a_folder_is_read_file_by_file(tmp_path):
    (tmp_path / "a").write_bytes(b"a")
    found = Folder(tmp_path, ["a", "gone"])
    assert (found["a"], found.get("gone"), found.get("unknown")) == (b"a", None, None)
    assert list(found) == ["a", "gone"]
    (tmp_path / "secret").write_bytes(b"s")
    assert found.get("secret") is None


def test_a_file_that_stays_is_the_same_file(tmp_path):
    out = written(tmp_path / "dist", a=b"a", b=b"b")
    number = (out / "a").stat().st_ino
    made = Outputs(previous(out))
    assert made.stays("a", seen(b"a"))
    made.put("manifest.json", MANIFEST)
    made.put("b", b"new")
    assert write_tree(out, made) == []
    assert dict(previous(out)) == {"a": b"a", "b": b"new", "manifest.json": MANIFEST}
    assert (out / "a").stat().st_ino == number
    assert (out / "a").stat().st_nlink == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [".dist.lock", "dist"]


def test_a_disk_that_knows_no_second_names_gets_a_copy(tmp_path, monkeypatch):
    def refused(*_: object) -> None:
        raise OSError(1, "not here")

    out = written(tmp_path / "dist", a=b"a")
    number = (out / "a").stat().st_ino
    monkeypatch.setattr(os, "link", refused)
    made = Outputs(previous(out))
    assert made.stays("a", seen(b"a"))
    made.put("manifest.json", b'{"version": 1, "briefs": {}} ')
    assert write_tree(out, made) == []
    assert (out / "a").read_bytes() == b"a"
    assert (out / "a").stat().st_ino != number


def test_an_output_of_which_all_stays_is_not_touched(tmp_path):
    out = written(tmp_path / "dist", a=b"a")
    number = out.stat().st_ino
    made = Outputs(previous(out))
    assert made.stays("a", seen(b"a"))
    made.put("manifest.json", MANIFEST)
    assert write_tree(out, made) == []
    assert out.stat().st_ino == number
