"""News, from the thread that works to the pages that are open: each page hears everything from when it began to listen."""

import asyncio
import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["working", "built", "briefs", "desk", "fault"]
"""A save was seen; a view was made; briefs came or went; the desk looks different; briefkit itself failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that has happened."""

    kind: Kind
    slug: str = ""
    gate: str = ""
    words: str = ""

    def event(self) -> bytes:
        """The same as browsers read it from an event stream."""
        data = json.dumps({"slug": self.slug, "gate": self.gate, "words": self.words})
        return f"event: {self.kind}\ndata: {data}\n\n".encode()


class Feed:
    """Who listens. Listening belongs to one loop; telling may come from any thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Queue[News]] = set()

    @contextlib.contextmanager
    def listening(self) -> Iterator[asyncio.Queue[News]]:
        """What happens from now on, in order."""
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[News] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    def tell(self, news: News) -> None:
        """Tell all who listen; nobody may, before the first page is open and after the last was closed."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and with it all who listened
                self._loop.call_soon_threadsafe(self._hand_out, news)

    def _hand_out(self, news: News) -> None:
        for queue in self._listeners:
            queue.put_nowait(news)
