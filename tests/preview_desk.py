"""A small project and its preview: as values, and behind a real server on this machine."""

import http.client
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from briefkit.desk.feed import Feed
from briefkit.desk.follow import Follow
from briefkit.desk.preview import Preview
from briefkit.desk.serving import listening, server
from briefkit.disk import Tree, read_tree
from briefkit.disk.watching import Watch

ROOT = Path(__file__).parent.parent
PROJECT = Path(__file__).parent / "project"
TODAY = date(2026, 11, 23)
BRIEF = "briefs/breakfast.md"
TRIAL = "evidence/studies/north_trial.yaml"
CLUB = "evidence/programmes/breakfast_leeds.yaml"


def own_project(folder: Path) -> Path:
    """A copy of the small project, with the templates of this repository."""
    shutil.copytree(PROJECT, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


@cache
def tree() -> Tree:
    """The same as it is read."""
    shipped = read_tree(ROOT)
    looks = {path: data for path, data in shipped.binaries.items() if path.startswith("templates/")}
    found = read_tree(PROJECT)
    return replace(found, texts={**found.texts, **shipped.under("templates")}, binaries=looks)


def with_text(of: Tree, file: str, old: str, new: str) -> Tree:
    """The project with other words in a file."""
    assert old in of.texts[file]
    return replace(of, texts={**of.texts, file: of.texts[file].replace(old, new)})


def without(of: Tree, file: str) -> Tree:
    """The project without a file."""
    return replace(of, texts={path: text for path, text in of.texts.items() if path != file})


def previewed(of: Tree) -> Preview:
    """A preview that has been handed this tree."""
    preview = Preview(lambda: TODAY)
    preview.refresh(of)
    return preview


@dataclass
class Serving:
    """A preview that runs."""

    root: Path
    port: int
    faults: list[str]

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}/"

    def asked(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of an answer; `_` in the names of headers stands for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": f"127.0.0.1:{self.port}", **named}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text

    def state(self, slug: str = "breakfast", gate: str = "draft") -> dict[str, str]:
        """What the page's script is told of a brief."""
        return json.loads(self.asked(f"/briefs/{slug}/{gate}/state")[2])

    @contextmanager
    def news(self, query: str) -> Iterator[Iterator[tuple[str, dict[str, str]]]]:
        """What is told to a page that listens: kinds of news with their data."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", f"/news?{query}")
        answer = connection.getresponse()
        assert answer.readline() == b"retry: 1000\n", "said once it is heard what happens"
        yield _events(answer)
        connection.close()

    def write(self, file: str, old: str, new: str) -> None:
        """Save a file as an editor does."""
        place = self.root / file
        text = place.read_text("utf-8")
        assert old in text
        place.write_text(text.replace(old, new), "utf-8")


def _events(answer: http.client.HTTPResponse) -> Iterator[tuple[str, dict[str, str]]]:
    kind = ""
    for line in iter(answer.readline, b""):
        name, _, rest = line.decode().strip().partition(": ")
        kind = rest if name == "event" else kind
        if name == "data":
            yield kind, json.loads(rest)


@contextmanager
def serving(root: Path) -> Iterator[Serving]:
    """The preview of a project, on a port of its own."""
    watch = Watch(root)
    preview = Preview(lambda: TODAY)
    preview.refresh(watch.look())
    faults: list[str] = []

    def tell(fault: Exception) -> str:
        faults.append(repr(fault))
        return f"failed: {fault}"

    follow = Follow(watch.look, preview, Feed(), tell)
    with listening(0) as door:
        port = door.getsockname()[1]
        running = server(follow, port, tell)
        thread = threading.Thread(target=running.run, args=([door],), daemon=True)
        thread.start()
        follow.start()
        try:
            yield Serving(root, port, faults)
        finally:
            running.should_exit = True
            follow.end()
            thread.join(timeout=30)
    assert not thread.is_alive(), "a page that is still open keeps nobody from leaving"
    assert faults == []
