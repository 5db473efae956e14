"""The workers of a cluster make what this process makes, and one that dies loses nothing."""

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster
from preview_desk import own_project
from test_incremental import STORY

from briefkit.cli import main
from briefkit.disk import previous
from briefkit.pipeline import cluster
from briefkit.pipeline.cluster import Cluster

pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster of two processes."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", processes=True) as found:
        yield found.scheduler_address


def project(folder: Path) -> Path:
    """The small project with its three briefs."""
    root = own_project(folder)
    for file, text in STORY.items():
        (root / file).write_text(text, "utf-8")
    return root


def said(root: Path, *argv: str) -> tuple[int, str, str]:
    """Status, standard output and standard error of a command."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, root, out, err), out.getvalue(), err.getvalue()


def outputs(root: Path) -> dict[str, bytes]:
    return dict(previous(root / "dist"))


def test_a_cluster_makes_the_same_to_the_byte(tmp_path, scheduler):
    here, there = project(tmp_path / "here"), project(tmp_path / "there")
    assert said(here)[0] == 0
    status, out, err = said(there, "--cluster", scheduler)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1].startswith("3 briefs built in ")
    assert outputs(there) == outputs(here)
    assert {"all/all.pdf", "breakfast/breakfast.pdf", "cited/cited.pdf"} <= set(outputs(there))
    assert said(there, "--cluster", scheduler)[1].startswith("nothing has changed: 3 briefs are up to date in dist/ (")


def test_a_worker_that_dies_midway_loses_nothing(tmp_path, scheduler, monkeypatch):
    whole, killed = Cluster.each, []

    def each(self: Cluster, step: str, jobs: Any) -> Iterator[Any]:
        for pair in whole(self, step, jobs):
            if step == "judge" and not killed:
                with Client(scheduler, set_as_default=False) as client:
                    killed.extend(client.run(os.getpid).values())
                os.kill(killed[0], signal.SIGKILL)
            yield pair

    monkeypatch.setattr(Cluster, "each", each)
    here, there = project(tmp_path / "here"), project(tmp_path / "there")
    assert said(here, "--formats", "html")[0] == 0
    status, _, err = said(there, "--formats", "html", "--cluster", scheduler)
    assert (status, err, len(killed)) == (0, "", 2)
    assert outputs(there) == outputs(here)


def test_workers_with_another_engine_are_not_let_in(tmp_path, scheduler, monkeypatch):
    monkeypatch.setattr(cluster, "ours", lambda: "another")
    status, out, err = said(project(tmp_path / "p"), "--cluster", scheduler)
    assert (status, out) == (2, "")
    assert err.startswith("--cluster: the worker tcp://127.0.0.1:")
    assert err.endswith(
        " has another briefkit, other libraries or another Python\n"
        "install the same briefkit, with the same lock file, for each of them\n"
    )


def test_an_address_at_which_nobody_answers_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    root = project(tmp_path / "p")
    status, out, err = said(root, "--cluster", "tcp://127.0.0.1:1")
    assert (status, out) == (2, "")
    assert err == (
        "--cluster: nobody answers as a Dask scheduler at `tcp://127.0.0.1:1`\n"
        "is the scheduler running? its first lines say its address, such as tcp://10.0.0.5:8786\n"
    )
    assert not (root / "dist").exists()


def test_a_cluster_without_workers_is_told(tmp_path):
    with LocalCluster(n_workers=0, dashboard_address=":0") as empty:
        address = empty.scheduler_address
        status, _, err = said(project(tmp_path / "p"), "--cluster", address)
    assert status == 2
    assert err == (
        f"--cluster: the scheduler at `{address}` has no workers\n"
        f"start at least one: `dask worker {address} --nthreads 1`\n"
    )
