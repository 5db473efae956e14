"""Words that somebody saw in one source and that are now laid to another: a citation changed by mistake.

Only a lock can tell: it stays with the source in which the words were seen.
"""

from collections.abc import Mapping

from briefkit.problems import Problem
from briefkit.sources.lock import LockRead
from briefkit.sources.sought import Sought


def displaced(one: Sought, locks: Mapping[str, LockRead]) -> Problem | None:
    """The problem of a quotation that nobody saw in its source, but that a lock of another source knows."""
    for key, read in locks.items():
        if key in one.documents or read.lock is None:
            continue
        entry = (read.lock.words if one.slug else read.lock.figures).get(one.name)
        if entry is not None and (not one.slug or one.slug in entry.briefs):
            what = "these words" if one.slug else f"the words of `{one.shown}`"
            message = f"{what} were seen in `{key}` on {entry.on}, and are now laid to `{one.document}`"
            way = f"cite `{key}` again; or, if they stand in `{one.document}` as well, run `source witness {one.document}`"
            return Problem(one.where, "seen-elsewhere", message, way)
    return None
