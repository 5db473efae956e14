"""The steps of briefs, done by the workers of a Dask cluster that somebody has set up, on this machine or on others.

Home of `distributed`, an optional library. The base goes to each worker once; each step is a function of what it is
given, so that it may be done anywhere, and again elsewhere when a worker dies. A worker with other code, libraries or
another Python than this process could make other bytes, and is not let in.
"""

import threading
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from briefkit.cache.engine import engine
from briefkit.disk import Tree
from briefkit.hold import Hold
from briefkit.library import Library
from briefkit.pipeline.crew import Alone, Jobs
from briefkit.pipeline.options import Options
from briefkit.pipeline.parts import Done, Verdicts
from briefkit.pipeline.workshop import Workshop
from briefkit.reader import Marks

PATIENCE = 10
"""Seconds to wait until a scheduler answers."""
TRIES = 3
"""How often a step is given to another worker when one dies."""


class UnfitClusterError(Exception):
    """A cluster that cannot be used; says why, and what to do."""


class Cluster(Alone):
    """This process, and the workers of a cluster."""

    def __init__(self, workshop: Workshop, client: Any, name: str) -> None:
        """`client` is connected; `name` tells this run's base from any other that its workers hold."""
        super().__init__(workshop)
        self._client, self._name = client, name
        self._base = client.scatter(workshop.bare(), broadcast=True, hash=False)
        self._taken: Any = None

    def take(self, library: Library, verdicts: Verdicts) -> None:
        """From here on this is known of the quotations of the base, and of what reviewers have said."""
        super().take(library, verdicts)
        self._taken = self._client.scatter((dict(library.holds), verdicts), broadcast=True, hash=False)

    def each(self, step: str, jobs: Jobs) -> Iterator[tuple[str, Done[Any]]]:
        """Do a step for several briefs; brief by brief as each is done. What no worker can finish is done here."""
        from distributed import CancelledError, KilledWorker, as_completed  # noqa: PLC0415  optional, and heavy

        waiting = {
            self._client.submit(
                _do, self._base, self._taken, self._name, step, slug, given, pure=False, retries=TRIES
            ): slug
            for slug, given in jobs.items()
        }
        for future in as_completed(list(waiting), loop=self._client.loop):
            slug = waiting.pop(future)
            try:
                done = future.result()
            except (KilledWorker, CancelledError):
                done = getattr(self._workshop, step)(slug, *jobs[slug])
            yield slug, done


class Hired:
    """A cluster, for as long as a command runs."""

    def __init__(self, address: str) -> None:
        """Connects to the scheduler at an address; raises `UnfitClusterError` when that cannot be used."""
        self._client = _connected(address)
        self._runs = 0

    def __call__(self, tree: Tree, options: Options, library: Library, marks: Marks) -> Cluster:
        """Its workers, for a project."""
        self._runs += 1
        name = f"{self._client.id} {self._runs}"
        return Cluster(Workshop(tree, options, library, marks), self._client, name)

    def __enter__(self) -> Self:
        """For as long as the command runs."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the workers go; what they hold for us goes with it."""
        self._client.close(timeout=PATIENCE)


def _connected(address: str) -> Any:
    """A client of the cluster, once its workers are known to be fit."""
    try:
        from distributed import Client  # noqa: PLC0415  optional, and heavy
    except ModuleNotFoundError:
        way = "install it with `python -m pip install 'briefkit[cluster]'`, or leave --cluster out"
        message = f"--cluster needs the library `distributed`, which is not installed\n{way}"
        raise UnfitClusterError(message) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        way = "is the scheduler running? its first lines say its address, such as tcp://10.0.0.5:8786"
        message = f"--cluster: nobody answers as a Dask scheduler at `{address}`\n{way}"
        raise UnfitClusterError(message) from fault
    try:
        _fit(client.run(engine), address)
    except UnfitClusterError:
        client.close()
        raise
    except Exception as fault:
        client.close()
        message = (
            f"--cluster: the workers of `{address}` cannot load briefkit\ninstall the same briefkit for each of them"
        )
        raise UnfitClusterError(message) from fault
    return client


def ours() -> str:
    """The mark of this process's own engine."""
    return engine()


def _fit(engines: Mapping[str, str], address: str) -> None:
    """Refuse a cluster without workers, or with some that could make other bytes."""
    if not engines:
        way = f"start at least one: `dask worker {address} --nthreads 1`"
        message = f"--cluster: the scheduler at `{address}` has no workers\n{way}"
        raise UnfitClusterError(message)
    own = ours()
    other = sorted(name for name, mark in engines.items() if mark != own)
    if other:
        way = "install the same briefkit, with the same lock file, for each of them"
        message = f"--cluster: the worker {other[0]} has another briefkit, other libraries or another Python\n{way}"
        raise UnfitClusterError(message)


_ONE = threading.Lock()
"""One step at a time in each process: the printer is not made for more."""
_OWN: dict[str, Workshop] = {}
"""The workshop of the run that this worker works for, by the run's name."""


def _do(
    base: Workshop,
    taken: tuple[Mapping[str, Hold], Verdicts] | None,
    name: str,
    step: str,
    slug: str,
    given: tuple[Any, ...],
) -> Done[Any]:
    """One step, in a worker."""
    with _ONE:
        stage = f"{name} {'judging' if taken else 'reading'}"
        if stage not in _OWN:
            workshop = base.bare()
            if taken is not None:
                workshop.take_holds(*taken)
            for gone in [one for one in _OWN if not one.startswith(name)]:
                del _OWN[gone]
            _OWN[stage] = workshop
        done: Done[Any] = getattr(_OWN[stage], step)(slug, *given)
        return done
