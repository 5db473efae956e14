"""Every fault that the project offers, and a sample of them that is the same each time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from faults import kinds_figures as figures
from faults import kinds_prose
from faults.kinds_modes import MODES
from faults.project import options
from faults.sites import Fault, figure_sites

from briefkit.disk import Tree
from briefkit.pipeline.checking import check


def every_fault(tree: Tree, seed: int) -> Iterator[Fault]:
    """All faults of all kinds; each draw of a digit or a key comes from one generator."""
    rng = Random(seed)
    library = check(tree, options(tree)).library
    sites = list(figure_sites(library, tree))
    keys = sorted(library.sources)
    for site in sites:
        made = [*(kind(site, rng) for kind in figures.EACH), figures.citation(site, rng, keys)]
        yield from (fault for fault in made if fault is not None)
    yield from figures.splices(sites, rng)
    yield from figures.arms(sites)
    yield from figures.from_references(sites)
    yield from kinds_prose.prose(tree, library, rng)
    yield from kinds_prose.stale(tree)
    for mode in MODES:
        yield from mode(tree, sites, rng)


def drawn(faults: Iterable[Fault], each: int, seed: int) -> list[Fault]:
    """At most `each` of every kind, drawn by lot; what changes nothing is no fault."""
    by_kind: dict[str, dict[str, Fault]] = defaultdict(dict)
    for fault in faults:
        by_kind[fault.kind].setdefault(f"{fault.where} {fault.did}", fault)
    return [
        fault
        for kind, found in sorted(by_kind.items())
        for fault in Random(f"{seed} {kind}").sample(list(found.values()), min(each, len(found)))
    ]
