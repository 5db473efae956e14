"""What is kept between runs comes back as it was put, or not at all."""

import os
import pickle
import shutil
import sqlite3
import stat
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.cache.key import own_key
from briefkit.cache.store import FILE, FOLDER, Store

ROOT = Path(__file__).parent.parent
KEY = b"k" * 32
PIECE = {"a": (1, "two"), "b": [b"three"]}


def store(root: Path, key: bytes | None = KEY, engine: str = "e") -> Store:
    return Store(root, key, engine)


def put(root: Path, **pieces: object) -> Path:
    """A store with these pieces; where its file lies."""
    with store(root) as kept:
        kept.put(pieces)
    return root / FOLDER / FILE


def got(root: Path, name: str = "piece", **of: object) -> object:
    with store(root, **of) as kept:
        return kept.get(name)


def test_a_piece_comes_back_as_it_was_put(tmp_path):
    put(tmp_path, piece=PIECE, other=1)
    assert got(tmp_path) == PIECE
    assert got(tmp_path, "another") is None
    put(tmp_path, piece=2)
    assert (got(tmp_path), got(tmp_path, "other")) == (2, 1)
    assert (tmp_path / FOLDER / ".gitignore").read_text("utf-8") == "*\n"


def test_a_piece_of_another_key_engine_or_name_is_none(tmp_path):
    file = put(tmp_path, piece=PIECE)
    assert got(tmp_path, key=b"x" * 32) is None
    assert got(tmp_path, engine="f") is None
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO piece SELECT 'moved', mark, data FROM piece")
    connection.close()
    assert got(tmp_path, "moved") is None
    assert got(tmp_path) == PIECE


class Dangerous:
    """Loading it would run a command."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """What it would run."""
        return os.mkdir, (str(self.file),)


def test_what_a_stranger_has_put_there_is_never_loaded(tmp_path):
    made = tmp_path / "made"
    with store(tmp_path, key=b"s" * 32) as theirs:
        theirs.put({"piece": Dangerous(made)})
    assert got(tmp_path) is None
    assert not made.exists()
    pickle.loads(pickle.dumps(Dangerous(made)))  # noqa: S301  to see that it is
    assert made.exists(), "it would have run"


@pytest.mark.parametrize(
    "data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000], ids=["empty", "text", "torn"]
)
def test_a_file_that_is_no_database_is_dropped_and_made_anew(tmp_path, data):
    file = put(tmp_path, piece=PIECE)
    file.write_bytes(data)
    assert got(tmp_path) is None
    put(tmp_path, piece=PIECE)
    put(tmp_path, piece=PIECE)
    assert got(tmp_path) == PIECE


@settings(max_examples=60, deadline=None)
@given(places=st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), min_size=1, max_size=20))
def test_whatever_is_damaged_a_piece_is_right_or_not_there(tmp_path_factory, places):
    root = tmp_path_factory.mktemp("kept")
    file = put(root, piece=PIECE, more=list(range(2000)))
    data = bytearray(file.read_bytes())
    for place, byte in places:
        data[place % len(data)] = byte
    file.write_bytes(data)
    assert got(root) in (PIECE, None)
    assert got(root, "more") in (list(range(2000)), None)


def test_without_a_key_nothing_is_kept(tmp_path):
    with store(tmp_path, key=None) as kept:
        kept.put({"piece": PIECE})
        assert kept.get("piece") is None
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.parametrize("linked", ["folder", "file"])
def test_nothing_is_written_through_a_link(tmp_path, linked):
    other = put(tmp_path / "other", piece=1) if (tmp_path / "other").mkdir() is None else None
    root = tmp_path / "root"
    root.mkdir()
    if linked == "folder":
        (root / FOLDER).symlink_to(other.parent, target_is_directory=True)
    else:
        (root / FOLDER).mkdir()
        (root / FOLDER / FILE).symlink_to(other)
    put(root, piece=2)
    assert got(root) is None
    assert got(tmp_path / "other") == 1


def test_a_store_that_another_run_is_writing_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("briefkit.cache.store._PATIENCE", 0.1)
    file = put(tmp_path, piece=PIECE)
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    put(tmp_path, piece=2)
    other.close()
    assert got(tmp_path) == PIECE


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path):
    surroundings = {"XDG_CACHE_HOME": str(tmp_path)}
    key = own_key(surroundings)
    assert key is not None
    assert len(key) == 32
    assert own_key(surroundings) == key
    assert stat.S_IMODE((tmp_path / "briefkit/key").stat().st_mode) == 0o600
    assert sorted(path.name for path in (tmp_path / "briefkit").iterdir()) == ["key"]
    assert own_key({"HOME": str(tmp_path / "home")}) != key
    assert own_key({}) is None
    assert own_key({"HOME": "relative"}) is None


@pytest.mark.parametrize("spoilt", ["read by others", "short", "linked"])
def test_a_key_that_others_may_know_is_replaced(tmp_path, spoilt):
    surroundings = {"XDG_CACHE_HOME": str(tmp_path)}
    key, file = own_key(surroundings), tmp_path / "briefkit/key"
    if spoilt == "read by others":
        file.chmod(0o644)
    elif spoilt == "short":
        file.write_bytes(b"short")
    else:
        file.rename(tmp_path / "elsewhere")
        file.symlink_to(tmp_path / "elsewhere")
    found = own_key(surroundings)
    assert found is not None
    assert found != key
    assert own_key(surroundings) == found


def test_a_folder_that_cannot_be_made_gives_no_key(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    assert own_key({"XDG_CACHE_HOME": str(tmp_path / "file")}) is None


def _key(folder: str) -> bytes | None:
    return own_key({"XDG_CACHE_HOME": folder})


def test_processes_that_begin_at_once_have_the_same_key(tmp_path):
    with get_context("spawn").Pool(4) as pool:
        keys = pool.map(_key, [str(tmp_path)] * 16, chunksize=1)
    assert len(set(keys)) == 1


def engine_of(package: Path, *more: Path) -> str:
    code = "from briefkit.cache.engine import engine; print(engine())"
    path = os.pathsep.join(map(str, [package, *more]))
    known = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=package, env=known, capture_output=True, text=True, check=True).stdout


def test_another_engine_has_another_mark(tmp_path):
    shutil.copytree(ROOT / "briefkit", tmp_path / "briefkit", ignore=shutil.ignore_patterns("__pycache__"))
    first = engine_of(tmp_path)
    assert engine_of(tmp_path) == first
    (tmp_path / "more/lib-2.0.dist-info").mkdir(parents=True)
    assert engine_of(tmp_path, tmp_path / "more") != first
    with (tmp_path / "briefkit/problems.py").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert engine_of(tmp_path) != first
