"""Several processes that share the steps of briefs, each brief with the one that has read it, as far as that goes.

Each process holds the base once, and hands back only what the rest of a run needs. One that dies loses nothing: what it
was doing is done here instead.
"""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from types import TracebackType
from typing import Any, Self

from briefkit.disk import Tree
from briefkit.hold import Hold
from briefkit.library import Library
from briefkit.pipeline.crew import Alone, Jobs
from briefkit.pipeline.options import Options
from briefkit.pipeline.parts import Done, Verdicts
from briefkit.pipeline.workshop import Workshop
from briefkit.reader import Marks

FEWEST = 2
"""Briefs from which on it is worth while to begin other processes."""
MEMORY = 400_000_000
"""Bytes that a process may come to need: no more are begun than there is room for."""

_OWN: Workshop | None = None
"""The workshop of this process, when it is one of a team."""


def workers(asked: int = 0) -> int:
    """How many processes to use: as many as asked for, else as there are processors and as memory allows."""
    if asked:
        return asked
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, _free() // MEMORY))


def _free() -> int:
    """Bytes of memory that are free; where the system does not say, enough for two."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 2 * MEMORY


class Team(Alone):
    """This process and several others."""

    def __init__(self, workshop: Workshop, count: int, way: str = "") -> None:
        """`count` processes are begun once there is enough to do; `workshop` does the rest. `way` is how they begin:
        `fork` or `spawn`, by itself what the system can do best.
        """
        super().__init__(workshop)
        self._count = count
        self._way = way or ("fork" if "fork" in get_all_start_methods() else "spawn")
        self._hands: list[ProcessPoolExecutor] = []
        self._numbers: list[Future[int]] = []
        self._places: dict[str, int] = {}
        self._taken: tuple[Mapping[str, Hold], Verdicts] | None = None

    def take(self, library: Library, verdicts: Verdicts) -> None:
        """From here on this is known of the quotations of the base, and of what reviewers have said."""
        super().take(library, verdicts)
        self._taken = (library.holds, verdicts)
        for hand in self._hands:
            self._submitted(hand, _take, *self._taken)

    def each(self, step: str, jobs: Jobs) -> Iterator[tuple[str, Done[Any]]]:
        """Do a step for several briefs; brief by brief as each is done."""
        if self._count < FEWEST or (len(jobs) < FEWEST and not self._hands):
            yield from super().each(step, jobs)
            return
        hands = self._hands or self._begun()
        for slug in jobs:
            self._places.setdefault(slug, len(self._places))
        waiting = [[slug for slug in jobs if self._places[slug] % len(hands) == place] for place in range(len(hands))]
        running: dict[Future[Done[Any]], tuple[str, int]] = {}
        free = set(range(len(hands)))
        while running or any(waiting):
            for place in sorted(free):
                if slug := _next(waiting, place):
                    free.discard(place)
                    running[self._submitted(hands[place], _do, step, slug, jobs[slug])] = (slug, place)
            if not running:  # all others have died
                slug = _next(waiting, 0)
                yield slug, getattr(self._workshop, step)(slug, *jobs[slug])
                continue
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                slug, place = running.pop(future)
                try:
                    done = future.result()
                    free.add(place)
                except BrokenProcessPool:
                    done = getattr(self._workshop, step)(slug, *jobs[slug])
                yield slug, done
                del future, done

    def numbers(self) -> list[int]:
        """By what numbers the system knows the others that were begun."""
        return [number.result() for number in self._numbers]

    def end(self) -> None:
        """Send the others home; what they have begun is not waited for."""
        for hand, number in zip(self._hands, self._numbers, strict=True):
            hand.shutdown(wait=False, cancel_futures=True)
            with suppress(BrokenProcessPool, CancelledError, OSError):
                os.kill(number.result(), signal.SIGTERM)
        self._hands, self._numbers = [], []

    def _submitted(self, hand: ProcessPoolExecutor, function: Callable[..., Any], *given: object) -> "Future[Any]":
        """What a process is to do; a process that is dead has failed to do it."""
        try:
            return hand.submit(function, *given)
        except BrokenProcessPool as fault:
            lost: Future[Any] = Future()
            lost.set_exception(fault)
            return lost

    def _begun(self) -> list[ProcessPoolExecutor]:
        """The other processes: copies of this one where the system can do that, which spares them all the reading."""
        copied = self._way == "fork"
        _own(self._workshop)
        given = (None if copied else self._workshop.bare(),)
        context = get_context(self._way)
        self._hands = [ProcessPoolExecutor(1, context, initializer=_begin, initargs=given) for _ in range(self._count)]
        with _uninterrupted():
            self._numbers = [self._submitted(hand, os.getpid) for hand in self._hands]
        if self._taken is not None and not copied:
            for hand in self._hands:
                self._submitted(hand, _take, *self._taken)
        return self._hands


class Staff:
    """Whoever is called together for one command, and sent home at its end, however it ends."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._teams: list[Team] = []

    def __call__(self, tree: Tree, options: Options, library: Library, marks: Marks) -> Team:
        """A team for a project."""
        team = Team(Workshop(tree, options, library, marks), self._count)
        self._teams.append(team)
        return team

    def numbers(self) -> list[int]:
        """By what numbers the system knows all who were called."""
        return [number for team in self._teams for number in team.numbers()]

    def __enter__(self) -> Self:
        """For as long as the command runs."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Send everybody home."""
        for team in self._teams:
            team.end()


def _next(waiting: list[list[str]], place: int) -> str:
    """The next brief for a process: one that it has done a step of before, else one that another has most of."""
    queue = waiting[place] or max(waiting, key=len)
    return queue.pop(0) if queue else ""


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that begin meanwhile hear of no interruption: it is for the first to end the others."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(workshop: Workshop | None) -> None:
    """A process begins; one that is a copy has its workshop. It leaves it to the first to be interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if workshop is not None:
        _own(workshop)


def _own(workshop: Workshop | None) -> None:
    """Make a workshop that of this process."""
    global _OWN  # noqa: PLW0603  one a process, set once before any work
    _OWN = workshop


def _workshop() -> Workshop:
    if _OWN is None:
        message = "this process is not one of a team"
        raise RuntimeError(message)
    return _OWN


def _take(holds: Mapping[str, Hold], verdicts: Verdicts) -> None:
    _workshop().take_holds(holds, verdicts)


def _do(step: str, slug: str, given: tuple[Any, ...]) -> Done[Any]:
    done: Done[Any] = getattr(_workshop(), step)(slug, *given)
    return done
