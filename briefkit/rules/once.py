"""Reads a brief once for all the rules that ask for the same of it.

What was read is known by the very object that it was read from, which is kept with it: another brief that merely looks
the same, or takes its place in memory, is read anew. Whoever gets such a result only reads it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

Made = TypeVar("Made")
KEPT = 8
"""Results that are kept of each function: a brief, and the drafts of it that `--fix` tries."""


class _Same:
    """A thing that is equal to itself alone."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


def once(function: Callable[..., Made]) -> Callable[..., Made]:
    """A function of frozen things, made so that it works on the same ones no more than once."""

    @lru_cache(maxsize=KEPT)
    def kept(*same: _Same) -> Made:
        return function(*(one.thing for one in same))

    def asked(*things: Any) -> Made:
        return kept(*map(_Same, things))

    asked.__doc__ = function.__doc__
    return asked
