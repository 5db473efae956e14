"""Whole projects, one folder a situation: `tests/cases/<situation>/` beside the exact words that `check` says of it.

To add a case, make a folder with `evidence/` in it (and `briefs/`), and run the tests with BRIEFKIT_ACCEPT=1 in the
environment: `expected.txt` is written anew. Read it before you commit it.
"""

import io
import os
import shutil
from pathlib import Path

import pytest

from briefkit.cli import main

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(folder for folder in CASES.iterdir() if (folder / "evidence").is_dir())
ACCEPT = "BRIEFKIT_ACCEPT"


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_case(case, tmp_path):
    project = tmp_path / "project"
    shutil.copytree(case, project, ignore=shutil.ignore_patterns("expected.txt"))
    out, err = io.StringIO(), io.StringIO()

    status = main(["check"], project, out, err)

    said = out.getvalue()
    expected = case / "expected.txt"
    assert err.getvalue() == ""
    if os.environ.get(ACCEPT):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert expected.is_file(), f"{case.name} has no expected.txt: run with {ACCEPT}=1 and read what is written"
    assert said == expected.read_text(encoding="utf-8")
    assert status == (1 if "error[" in said else 0)


def test_there_are_cases():
    assert len(FOLDERS) >= 20
