"""Several processes make what one makes, and one that dies loses nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from preview_desk import own_project
from test_incremental import STORY, clean, printed, same, start, wanted

from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline import team
from briefkit.pipeline.building import Build, build
from briefkit.pipeline.checking import Means, check
from briefkit.pipeline.options import Options
from briefkit.pipeline.team import Staff, Team, workers
from briefkit.pipeline.workshop import Workshop
from briefkit.reader import Marks

ROOT = Path(__file__).parent.parent


def built_by(count: int, way: str) -> tuple[Build, int]:
    """The small project, built by so many processes, and how many were begun."""
    teams: list[Team] = []

    def crew(tree: Tree, options: Options, library: Library, marks: Marks) -> Team:
        teams.append(Team(Workshop(tree, options, library, marks), count, way))
        return teams[-1]

    now = start()
    options = wanted(now)
    try:
        checked = check(now, options, means=Means(crew=crew))
        made = build(checked, now, options, {}, {"pdf": printed})
        return made, len(teams[0].numbers())
    finally:
        for one in teams:
            one.end()


@pytest.mark.parametrize(("count", "way", "begun"), [(1, "fork", 0), (2, "fork", 2), (2, "spawn", 2)])
def test_several_processes_make_what_one_makes(count, way, begun):
    made, found = built_by(count, way)
    assert found == begun
    same(made, clean(start(), {}))


@pytest.mark.parametrize("step", ["read", "judge", "paint"])
@pytest.mark.parametrize("every", [False, True], ids=["one dies", "all die"])
def test_a_process_that_dies_loses_nothing(monkeypatch, step, every):
    here, whole = os.getpid(), getattr(Workshop, step)

    def dying(self: Workshop, slug: str, *given: object) -> object:
        if os.getpid() != here and (every or slug == "all"):
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(self, slug, *given)

    monkeypatch.setattr(Workshop, step, dying)
    made, _ = built_by(2, "fork")
    same(made, clean(start(), {}))


def test_no_more_processes_are_begun_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    monkeypatch.setattr(team, "_free", lambda: 3 * team.MEMORY + 5)
    assert workers() == 3
    assert workers(7) == 7
    monkeypatch.setattr(team, "_free", lambda: 5)
    assert workers() == 1


def test_a_staff_sends_everybody_home():
    with Staff(2) as staff:
        now = start()
        check(now, wanted(now), means=Means(crew=staff))
        numbers = staff.numbers()
        assert len(numbers) == 2
        assert all(alive(number) for number in numbers)
    end = time.monotonic() + 30
    while any(alive(number) for number in numbers) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(alive(number) for number in numbers)


def alive(number: int) -> bool:
    """Whether a process runs; one that only waits to be counted does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_interrupting_a_team_leaves_nobody_behind(tmp_path):
    project = own_project(tmp_path / "project")
    for file, text in STORY.items():
        (project / file).write_text(text, "utf-8")
    for number in range(6):
        shutil.copy(project / "briefs/breakfast.md", project / f"briefs/more_{number}.md")
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    command = [sys.executable, "-m", "briefkit", "build", "--jobs", "2"]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "preexec_fn": heeding, "start_new_session": True}
    with subprocess.Popen(command, cwd=project, env=known, **pipes) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while len(begun := children.read_text("utf-8").split()) < 2:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert not (project / "dist").exists()
    assert not any(alive(int(number)) for number in begun)
