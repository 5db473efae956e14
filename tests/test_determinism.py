"""The whole output of a project, built twice by separate processes in other surroundings, is the same to the byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def built(folder: Path, **surroundings: str) -> dict[str, bytes]:
    shutil.copytree(ROOT / "tests" / "project", folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    command = [sys.executable, "-m", "briefkit", "build", "--formats", "html,pdf,docx", "--out", "out"]
    known = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    done = subprocess.run(command, cwd=folder, env=known, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    out = folder / "out"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_two_builds_are_the_same_to_the_byte(tmp_path):
    one = built(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    other = built(tmp_path / "another place", PYTHONHASHSEED="2", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="86400")
    assert {Path(name).suffix for name in one} == {".html", ".pdf", ".docx", ".csv", ".json", ".xlsx"}
    assert one == other
