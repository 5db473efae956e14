"""Setting up on a machine that lacks something: what people are told, and that it is the same everywhere."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefkit.cli.missing import PANGO

ROOT = Path(__file__).parent.parent
SHELL = shutil.which("sh") or "/bin/sh"
SYSTEMS = ("Debian, Ubuntu", "Fedora", "macOS")

OLD = "case $2 in *version_info*) exit 1;; esac"
WITHOUT_VENV = "case $2 in *'< (3, 11)'*) exit 0;; *ensurepip*) exit 1;; *print*) echo 3.11;; *) exit 1;; esac"
FULL_DISK = "case $2 in venv) echo 'Error: no space left' >&2; exit 1;; esac"


@pytest.fixture
def machine(tmp_path):
    """Runs a script in a copy of the project's tools, on a machine that has only the programs given."""
    shutil.copytree(ROOT / "tools", tmp_path / "project" / "tools")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("grep", "rm", "uname"):
        (programs / name).symlink_to(shutil.which(name))

    def ran(*words: str, **fakes: str) -> subprocess.CompletedProcess[str]:
        for name, script in {"id": "echo 1000", **fakes}.items():
            (programs / name).unlink(missing_ok=True)
            (programs / name).write_text(f"#!{SHELL}\n{script}\n", encoding="utf-8")
            (programs / name).chmod(0o755)
        command = [SHELL, *words]
        return subprocess.run(
            command, cwd=tmp_path / "project", env={"PATH": str(programs)}, capture_output=True, text=True, check=False
        )

    return ran


def debian(text: str) -> list[str]:
    return re.findall(r"sudo apt-get install ([a-z0-9. +-]+)", text)


@pytest.mark.parametrize("python", [OLD, WITHOUT_VENV])
def test_who_may_not_install_is_told_of_everything_at_once(machine, python):
    done = machine("tools/environment.sh", ".venv", python3=python)
    assert done.returncode == 1
    assert all(f"  {system}" in done.stderr for system in SYSTEMS)
    [packages] = debian(done.stderr)
    assert "python3-venv" in packages
    assert packages.endswith(debian(PANGO)[0])


def test_a_missing_part_of_python_is_fetched_where_that_is_allowed(machine):
    root = {"id": "echo 0", "apt-get": "exit 0", "env": "exit 0"}
    done = machine("tools/environment.sh", ".venv", python3=WITHOUT_VENV, **root)
    assert "python3-venv python3.11-venv" in done.stdout


def test_another_fault_is_told_in_its_own_words(machine):
    done = machine("tools/environment.sh", ".venv", python3=FULL_DISK)
    assert done.returncode == 1
    assert "no space left" in done.stderr
    assert "apt-get" not in done.stderr


def test_windows_is_sent_to_the_way_without_make(machine):
    done = machine("tools/environment.sh", ".venv", uname="echo MINGW64_NT-10.0")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Without make" in done.stderr
    assert "\n## Without make\n" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_named(machine, tmp_path):
    (tmp_path / "project").chmod(0o555)
    done = machine("tools/environment.sh", ".venv", python3="exit 0")
    assert (done.returncode, done.stdout) == (1, "")
    assert str(tmp_path / "project") in done.stderr


def test_pages_want_the_same_packages_everywhere(machine):
    done = machine("tools/libraries.sh", "python", python="exit 1")
    assert done.returncode == 1
    assert "--formats html" in done.stderr
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert debian(done.stderr) == debian(PANGO) == debian(readme)
    for command in ("dnf install pango fontconfig", "brew install pango", "pacman -S mingw-w64-x86_64-pango"):
        assert all(command in text for text in (done.stderr, PANGO, readme))


def test_the_tests_want_a_browser_and_what_drives_it(machine):
    done = machine("tools/libraries.sh", "python", "test", python="exit 1", chromium="exit 0")
    assert done.returncode == 1
    assert debian(done.stderr) == ["chromium libatomic1 qpdf poppler-utils"]
    there = dict.fromkeys(("python", "chromium", "qpdf", "pdftotext"), "exit 0")
    assert machine("tools/libraries.sh", "python", "test", **there).returncode == 0


def test_where_verapdf_is_missing_it_is_said_where_to_get_it(machine):
    done = machine("tools/verapdf.sh", "dist")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "veraPDF is not on this machine, so nothing was checked. It is free, and needs Java 11 or later:\n"
        "  get it from    https://docs.verapdf.org/install/\n"
        "  then put its folder on the PATH, so that this works:    verapdf --version\n"
    )


def test_verapdf_is_asked_for_both_standards(machine, tmp_path):
    done = machine("tools/verapdf.sh", "dist", verapdf="exit 0")
    assert (done.returncode, done.stderr) == (1, "There are no PDFs in dist/: run make first.\n")
    for slug in ("one", "two"):
        (tmp_path / "project/dist" / slug).mkdir(parents=True)
        (tmp_path / "project/dist" / slug / f"{slug}.pdf").write_bytes(b"%PDF")
    passing = 'shift 5; for file; do echo "PASS $file"; done'
    done = machine("tools/verapdf.sh", "dist", verapdf=passing)
    assert (done.returncode, done.stdout) == (0, "PDF/UA-1: 2 of 2 PDFs pass.\nPDF/A-3a: 2 of 2 PDFs pass.\n")
    failing = 'if [ $2 = 3a ]; then echo "PASS dist/one/one.pdf\nFAIL dist/two/two.pdf\n  FAIL 6.8-1"; exit 1; fi; '
    done = machine("tools/verapdf.sh", "dist", verapdf=failing + passing)
    assert (done.returncode, done.stdout) == (
        1,
        "PDF/UA-1: 2 of 2 PDFs pass.\nPDF/A-3a: 1 of 2 PDFs pass.\nFAIL dist/two/two.pdf\n  FAIL 6.8-1\n",
    )


@pytest.mark.parametrize(("target", "parts"), [("check", {"python", "packages"}), ("docs", {"python", "packages"})])
def test_what_sets_no_pdf_asks_for_no_libraries(target, parts, tmp_path):
    for name in ("Makefile", "requirements.lock", "tools"):
        (tmp_path / name).symlink_to(ROOT / name)
    command = ["make", "--dry-run", "--no-print-directory", target]
    plan = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"touch \.venv/\.([a-z-]+)", plan)) == parts
