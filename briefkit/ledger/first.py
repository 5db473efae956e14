"""What a reviewer with an hour should look at first: what failed, what nobody has seen, what rests on nothing."""

from collections.abc import Callable, Sequence

from briefkit.ledger.rows import First, Row, every

_GRAVE = ("error", "warning")


def first(rows: Sequence[Row]) -> tuple[First, ...]:
    """Each kind of trouble with its claims; those of which there is none come last."""
    found = [First(words=words, rows=tuple(row for row in rows if holds(row))) for words, holds in _KINDS]
    return tuple(sorted(found, key=lambda one: not one.rows))


def _has_problems(row: Row) -> bool:
    return any(one.severity in _GRAVE and not one.waiver for one in row.problems)


def _noticed(row: Row) -> bool:
    sources = [source for one in every(row.figures) for source in (one.source, *one.cited)]
    return any(one.notices for one in (*sources, *(cited.source for cited in row.citations)) if one is not None)


_KINDS: tuple[tuple[str, Callable[[Row], bool]], ...] = (
    ("Found wrong by a reviewer", lambda row: row.standing in ("major", "minor")),
    ("Words not found in their source", lambda row: row.weakest == "failed"),
    ("Words that nobody has seen in their source", lambda row: row.weakest == "unseen"),
    ("Errors and warnings", _has_problems),
    ("Changed since it was judged", lambda row: bool(row.lapsed)),
    (
        "Nothing stands behind it, what nobody knows left out",
        lambda row: row.state == "uncited" and row.block != "unknown",
    ),
    ("Rests on a source with a correction, a concern or a retraction", _noticed),
    ("Problems that somebody waived", lambda row: any(one.waiver for one in row.problems)),
    ("Words bound to nothing on purpose", lambda row: bool(row.plains)),
)
