"""Who does the steps of briefs: this process alone, here; others stand beside it under the same names."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from briefkit.brief import Brief
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline.options import Options
from briefkit.pipeline.parts import Done, Verdicts
from briefkit.pipeline.workshop import Workshop
from briefkit.problems import Problem
from briefkit.reader import Marks
from briefkit.render.look import Look
from briefkit.verdicts.review import Review

T = TypeVar("T")
Jobs = Mapping[str, tuple[Any, ...]]
"""What a step is given besides the brief, by slug."""


class Crew(Protocol):
    """Whoever does the steps."""

    @property
    def looks(self) -> tuple[Look, list[Problem]]:
        """The templates, made ready, and what is wrong with them."""

    def take(self, library: Library, verdicts: Verdicts) -> None:
        """From here on this is known of the quotations of the base, and of what reviewers have said."""

    def brief(self, slug: str) -> Brief | None:
        """A brief itself."""

    def review(self, slug: str) -> Review:
        """What reviewers have said of one."""

    def each(self, step: str, jobs: Jobs) -> Iterator[tuple[str, Done[Any]]]:
        """Do a step (`read`, `judge`, `paint`) for several briefs; what it has come to, brief by brief as each is
        done.
        """


class Alone:
    """One process, one brief after the other."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    @property
    def looks(self) -> tuple[Look, list[Problem]]:
        """The templates, made ready, and what is wrong with them."""
        return self._workshop.looks

    def take(self, library: Library, verdicts: Verdicts) -> None:
        """From here on this is known of the quotations of the base, and of what reviewers have said."""
        self._workshop.take(library, verdicts)

    def brief(self, slug: str) -> Brief | None:
        """A brief itself."""
        return self._workshop.brief(slug)

    def review(self, slug: str) -> Review:
        """What reviewers have said of one."""
        return self._workshop.review(slug)

    def each(self, step: str, jobs: Jobs) -> Iterator[tuple[str, Done[Any]]]:
        """Do a step for several briefs, in their order."""
        for slug, given in jobs.items():
            yield slug, getattr(self._workshop, step)(slug, *given)


def alone(tree: Tree, options: Options, library: Library, marks: Marks) -> Alone:
    """A crew of this process alone."""
    return Alone(Workshop(tree, options, library, marks))


class LookedUp(Mapping[str, T]):
    """Something of each brief, looked up when somebody asks."""

    def __init__(self, slugs: Iterable[str], look: Callable[[str], T | None]) -> None:
        self._slugs, self._look = dict.fromkeys(slugs), look

    def __getitem__(self, slug: str) -> T:
        """That of a brief which can be read."""
        found = self._look(slug) if slug in self._slugs else None
        if found is None:
            raise KeyError(slug)
        return found

    def __contains__(self, slug: object) -> bool:
        """Whether there is such a brief; it is not looked at."""
        return slug in self._slugs

    def __iter__(self) -> Iterator[str]:
        """The slugs."""
        return iter(self._slugs)

    def __len__(self) -> int:
        """How many briefs there are."""
        return len(self._slugs)
