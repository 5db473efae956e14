"""The thread that follows a project: it looks at the files, makes the views that somebody looks at, and tells of both.

Looking goes before making: what was saved last is what is made next. The doors never wait for work in their own loop;
they ask for a view and hear when it is there.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefkit.desk.feed import Feed, News
from briefkit.desk.preview import Key, Preview
from briefkit.desk.view import View
from briefkit.disk import Tree

SHORTEST = 0.3
"""Seconds between two looks."""
SHARE = 8
"""A look may take one part in so many of the time: on a slow disk, the looks come less often."""
INDEX: Key = ("", "draft")
"""What the page with all briefs looks at: each of them at the draft gate."""


class Follow:
    """A project, followed; `tell_fault` hears of a failure of briefkit's own and words it."""

    def __init__(
        self, look: Callable[[], Tree | None], preview: Preview, feed: Feed, tell_fault: Callable[[Exception], str]
    ) -> None:
        """`preview` has been handed the first tree, so that there is something to ask for at once."""
        self._look = look
        self._preview = preview
        self.feed = feed
        self._tell_fault = tell_fault
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._ended = False
        self._open: Counter[Key] = Counter()
        self._asked: dict[Key, None] = {}
        self._failed: set[Key] = set()
        self._told: dict[str, str] = {}
        """Failures of briefkit's own since the last save, with the words for each."""

    def start(self) -> None:
        """Begin to follow; the process need not wait for it to end."""
        threading.Thread(target=self._run, name="follow", daemon=True).start()

    def end(self) -> None:
        """Stop looking."""
        self._ended = True
        self._wake.set()

    @property
    def slugs(self) -> tuple[str, ...]:
        """The briefs that are there."""
        return self._preview.slugs

    @property
    def tree(self) -> Tree:
        """The project as it was seen last."""
        return self._preview.tree

    def last(self, key: Key) -> View | None:
        """The view that was made last."""
        return self._preview.last(key)

    def ask(self, key: Key) -> None:
        """Have a view made, when it is not as the project is; one that failed is tried again."""
        with self._lock:
            self._asked[key] = None
            self._failed.discard(key)
        self._wake.set()

    @contextmanager
    def looked_at(self, key: Key) -> Iterator[None]:
        """For as long as a page is open, its view is made again after each change."""
        with self._lock:
            self._open[key] += 1
        self._wake.set()
        try:
            yield
        finally:
            with self._lock:
                self._open[key] -= 1

    def _run(self) -> None:
        while not self._ended:
            began = time.monotonic()
            try:
                worked = self._step()
            except Exception as fault:  # noqa: BLE001  our own fault; the next save may well be past it
                self._fail(fault, None)
                worked = False
            if not worked:
                self._wake.wait(max(SHORTEST, SHARE * (time.monotonic() - began)))
                self._wake.clear()

    def _step(self) -> bool:
        """One look, and one view if one is wanted; returns whether one was made."""
        tree = self._look()
        if tree is not None:
            self._take(tree)
        key = self._next()
        if key is None:
            return False
        try:
            self._preview.view(key)
        except Exception as fault:  # noqa: BLE001  our own fault
            self._fail(fault, key)
            return True
        self.feed.tell(News(kind="built", slug=key[0], gate=key[1]))
        return True

    def _take(self, tree: Tree) -> None:
        """Hand the project's new state on, and tell what it means for those who look."""
        found = self._preview.refresh(tree)
        self._failed.clear()
        self._told.clear()
        if found.appeared or found.gone:
            self.feed.tell(News(kind="briefs"))
        if found.desk:
            self.feed.tell(News(kind="desk"))
        if found.briefs:
            slug = next(iter(found.briefs)) if len(found.briefs) == 1 else "*"
            self.feed.tell(News(kind="working", slug=slug))

    def _next(self) -> Key | None:
        """The view to make now: one that a page shows, then one that was asked for, then one that the index counts."""
        with self._lock:
            opened = [key for key, number in self._open.items() if number > 0]
            self._asked = {key: None for key in self._asked if self._preview.stale([key])}
            asked = list(self._asked)
        waiting = [*(key for key in opened if key != INDEX), *asked]
        if INDEX in opened:
            waiting += [(slug, "draft") for slug in self._preview.slugs]
        return self._preview.stale(key for key in waiting if key not in self._failed)

    def _fail(self, fault: Exception, key: Key | None) -> None:
        """Say what went wrong, at the terminal once, and leave it until the next save."""
        if key is not None:
            self._failed.add(key)
        if repr(fault) not in self._told:
            self._told[repr(fault)] = self._tell_fault(fault)
        words = self._told[repr(fault)]
        self.feed.tell(News(kind="fault", slug=key[0] if key else "", gate=key[1] if key else "", words=words))
