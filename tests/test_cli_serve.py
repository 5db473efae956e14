"""`serve` as people start and end it."""

import http.client
import io
import re
import signal
import socket
import subprocess
import sys

import pytest
from preview_desk import ROOT, own_project

from briefkit.cli import main


def said(root, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of a command."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, root, out, err), out.getvalue(), err.getvalue()


@pytest.fixture
def project(tmp_path):
    """A project of its own."""
    return own_project(tmp_path / "project")


def test_a_taken_port_is_told_with_a_way_out(project):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        status, out, err = said(project, "serve", "--port", str(port))
    assert (status, out) == (2, "")
    first, second = err.splitlines()
    assert first == f"port {port} is in use by another program, perhaps by a preview that is still running"
    assert re.fullmatch(
        rf"Look at http://127\.0\.0\.1:{port}/, or take another port: `python build\.py serve --port \d+`\.", second
    )


@pytest.mark.parametrize("word", ["http", "-1", "70000", "80.5", "١٢٣٤"])
def test_a_port_is_a_number(project, word):
    status, out, err = said(project, "serve", f"--port={word}")
    assert (status, out) == (2, "")
    assert err.splitlines()[0] == f"--port: `{word}` is not a port: write a number from 1024 to 65535"


def test_a_brief_that_is_not_there_is_told_before_anything_is_served(project):
    assert said(project, "serve", "brekfast")[2] == "there is no brief `brekfast`: did you mean `breakfast`?\n"


def test_a_project_without_the_looks_of_the_preview_is_told_where_they_are(project):
    for place in (project / "templates/desk").iterdir():
        place.unlink()
    status, out, err = said(project, "serve")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        "this project's `templates` folder has no `desk` folder, which gives the preview its looks",
        "Copy `templates` of briefkit's own repository into it, and try again.",
    ]


def test_it_says_where_it_is_listens_to_this_machine_alone_and_ends_with_one_line(project):
    command = [sys.executable, "-m", "briefkit", "serve", "breakfast", "--port", "0"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        first = running.stdout.readline()
        address = re.fullmatch(
            r"The preview is at (http://127\.0\.0\.1:(\d+)/)briefs/breakfast/draft/ and follows every save; Ctrl-C ends it\.\n",
            first,
        )
        assert address, first
        here = http.client.HTTPConnection("127.0.0.1", int(address[2]), timeout=60)
        here.request("GET", "/briefs/breakfast/draft/state")
        assert b"Do free breakfasts raise attendance?" in here.getresponse().read()
        here.request("GET", "/news?slug=breakfast&gate=draft")
        assert here.getresponse().readline() == b"retry: 1000\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
        here.close()
    assert (running.returncode, out, err) == (0, "The preview has ended.\n", "")
    assert not (project / "dist").exists(), "nothing is written"
