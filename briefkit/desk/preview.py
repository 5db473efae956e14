"""What a project looks like now: its briefs, each with its page and its problems at either gate.

It is handed trees and hands out views; between the two it keeps what need not be made again. It opens no file, knows
no thread and no clock: the day is asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from briefkit.desk.changes import ALL, Changed, changed
from briefkit.desk.view import KEEPER, View, viewed
from briefkit.disk import Tree
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import Means, check
from briefkit.pipeline.evidence import Evidence
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, read_settings_of, unread_briefs
from briefkit.pipeline.stages import KeptBrief
from briefkit.render.style import SCRIPT

Gate = Literal["draft", "publish"]
GATES: tuple[Gate, ...] = ("draft", "publish")
Key = tuple[str, Gate]
"""A brief's slug, and the gate at which it is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A view, and what it was made from."""

    view: View
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    """A brief as it was built last at a gate: what is the same the next time is not done again."""

    brief: KeptBrief | None = None
    outputs: Mapping[str, bytes] = field(default_factory=dict)


NOTHING = _Built()


class Preview:
    """A project as it stands after the last `refresh`."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._evidence: Evidence | None = None
        self._views: dict[Key, _Kept] = {}
        self._stale: set[Key] = set()
        self._built: dict[Key, _Built] = {}
        self.tree = Tree()

    @property
    def slugs(self) -> tuple[str, ...]:
        """The briefs that are there, also those that cannot be read, in order."""
        return tuple(sorted({*brief_files(self.tree), *unread_briefs(self.tree)}))

    def refresh(self, tree: Tree) -> Changed:
        """Take a new state of the project, and tell what is no longer as it was. Nothing is made yet."""
        before, self.tree = self.tree, tree
        found = changed(before, tree)
        self._stale |= {key for key in self._views if found.briefs == ALL or key[0] in found.briefs}
        return found

    def stale(self, keys: Iterable[Key]) -> Key | None:
        """The first of these that has to be made, or made again; None when all are as the project is."""
        today = self._today()
        for key in keys:
            kept = self._views.get(key)
            if kept is None or key in self._stale or kept.day != today:
                return key
        return None

    def last(self, key: Key) -> View | None:
        """The view that was made last, however old it is."""
        kept = self._views.get(key)
        return kept.view if kept else None

    def view(self, key: Key) -> View:
        """The brief at a gate as the project is now, made if need be."""
        if self.stale([key]) is None:
            return self._views[key].view
        day = self._today()
        self._stale.discard(key)
        view = self._made(key, day)
        self._views[key] = _Kept(view=view, day=day)
        return view

    def _made(self, key: Key, day: date) -> View:
        """Check and build one brief; what depends on the base alone is taken over while the base stays the same."""
        slug, gate = key
        options = Options(
            briefs=(slug,) if slug in self.slugs else (),
            gate=gate,
            severity=read_settings_of(self.tree)[0].severity.get(gate, {}),
            formats=("html",),
            sheets=False,
            today=day,
        )
        tree, last = _with_keeper(self.tree), self._built.get(key, NOTHING)
        means = Means(kept={slug: last.brief} if last.brief is not None else {})
        checked = check(tree, options, before=self._evidence, means=means)
        self._evidence = checked.evidence
        built = build(checked, tree, options, last.outputs)
        pieces = checked.stages.pieces()
        self._built[key] = _Built(brief=pieces.get(slug, last.brief), outputs=dict(built.outputs))
        return viewed(key, self.tree, checked, built, options.grave, self.last(key))


def _with_keeper(tree: Tree) -> Tree:
    """The project with a script added to that of its pages, by which they tell the desk where they are scrolled to.

    The page's own policy lets nothing else run, and is written with the script that it gets.
    """
    path = f"templates/{SCRIPT}"
    if path not in tree.texts or KEEPER not in tree.texts:
        return tree
    return replace(tree, texts={**tree.texts, path: f"{tree.texts[path]}\n{tree.texts[KEEPER]}"})
