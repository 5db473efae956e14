"""What a person sees on a terminal, and what a pipe gets."""

import os
import pty
import shutil
import signal
import subprocess
import sys
from functools import partial
from io import StringIO
from pathlib import Path

import pytest

from briefkit.cli.report import Report
from briefkit.cli.screen import Screen
from briefkit.pipeline.options import Options
from briefkit.problems import Problem, Where

ROOT = Path(__file__).parent.parent
PROJECT = Path(__file__).parent / "project"
PROBLEM = Problem(Where("a.yaml", 2, 1, 5), "unknown-field", "`titel` is not a field", "did you mean `title`?")


@pytest.fixture
def small(tmp_path) -> Path:
    """The small project, of which nothing is kept yet."""
    return Path(shutil.copytree(PROJECT, tmp_path / "small"))


def on_a_terminal(folder: Path, *argv: str, **environment: str) -> tuple[str, int]:
    """All that a terminal receives from a command, and the command's status."""
    ours, theirs = pty.openpty()
    names = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment}
    command = [sys.executable, "-m", "briefkit", *argv]
    with subprocess.Popen(command, cwd=folder, env=names, stdout=theirs, stderr=theirs, stdin=theirs) as process:
        os.close(theirs)
        received = b""
        while part := _read(ours):
            received += part
        status = process.wait()
    os.close(ours)
    return received.decode(), status


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the other side is closed
        return b""


def test_a_terminal_sees_progress_that_leaves_no_trace(small):
    received, status = on_a_terminal(small, "check")
    assert status == 0
    assert "\rreading the evidence" in received
    assert "\rreading breakfast" in received
    seen = received.replace("\r\n", "\n").split("\n")
    assert seen[-2].split("\r")[-1] == "no problems"
    assert seen[-3].split("\r")[-2].strip() == ""


def test_a_pipe_gets_neither_progress_nor_colours(small):
    command = [sys.executable, "-m", "briefkit", "check"]
    names = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=small, env=names, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"quotations: 0 of 9 quotes compared (9 witnessed)\nno problems\n", b"")


def test_interrupting_leaves_the_old_output_and_says_nothing(tmp_path):
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    shutil.copytree(ROOT / "templates", project / "templates")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "briefkit"]
    names = {**os.environ, "PYTHONPATH": str(ROOT)}
    # Run in the background of a script, the tests themselves may have been told to ignore interrupts.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    pipes = {"stderr": theirs, "stdout": subprocess.PIPE, "preexec_fn": heeding}
    with subprocess.Popen(command, cwd=project, env=names, **pipes) as process:
        os.close(theirs)
        received = b""
        while b"building" not in received:
            received += _read(ours)
        process.send_signal(signal.SIGINT)
        out = process.communicate(timeout=60)[0]
        while part := _read(ours):
            received += part
    os.close(ours)
    assert (process.returncode, out) == (130, b"")
    assert received.split(b"\r")[-1] == b""
    assert b"Traceback" not in received
    assert not (project / "dist").exists()


class Terminal(StringIO):
    """A stream that is one."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(**environment: str) -> str:
    """One problem as a terminal receives it."""
    out = Terminal()
    screen = Screen(out, StringIO(), environment)
    [text] = Report([PROBLEM], Options(), {"a.yaml": "x: 1\ntitel: A\n"}).shown()
    screen.problem(text, to_out=True)
    return out.getvalue()


PLAIN = """\
error[unknown-field]: `titel` is not a field
  --> a.yaml:2:1
 2 | titel: A
   | ^^^^^ did you mean `title`?

"""


def test_problems_are_coloured_on_a_terminal():
    red, bold, dim, off = "\x1b[1;31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
    assert shown() == (
        f"{red}error[unknown-field]{off}: {bold}`titel` is not a field{off}\n"
        f"{dim}  --> a.yaml:2:1{off}\n"
        " 2 | titel: A\n"
        f"   | {red}^^^^^{off} did you mean `title`?\n\n"
    )


def test_colours_can_be_turned_off():
    assert shown(NO_COLOR="1") == PLAIN
    assert shown(TERM="dumb") == PLAIN


def test_totals_are_counted_in_words():
    def line(*rules: str) -> str:
        return Report([Problem(Where(f"{rule}.yaml"), rule, "") for rule in rules], Options(), {}).totals_line()

    assert line() == "no problems"
    assert line("settings-broken") == "1 error in 1 file"
    assert line("settings-broken", "stray-file", "unknown-field") == "2 errors, 1 warning in 3 files"
    assert (
        Report([Problem(Where("a"), "stray-file", "")] * 3, Options(gate="publish"), {}).totals_line()
        == "1 error in 1 file"
    )


def test_the_gravest_stands_last():
    problems = [Problem(Where(file), rule, rule) for file, rule in (("a", "settings-broken"), ("b", "stray-file"))]
    shown = [text.partition("[")[0] for text in Report(problems, Options(), {}).shown()]
    assert shown == ["warning", "error"]
