"""Which verdicts still hold, which have lapsed, and what a lapsed one is now about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from briefkit.problems import Where
from briefkit.records.verdict import Verdict
from briefkit.values.dates import first_day
from briefkit.verdicts.hashing import Judged, plain_words

ALIKE = 0.55
"""Share of words from which on two sentences are taken for an old and a new wording of one."""
NEAR = 5
"""How many sentences are compared word by word with a lapsed one: those that share most of its words."""


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict and its place in its file."""

    verdict: Verdict
    where: Where = field(default=Where(""), compare=False)

    @property
    def reviewer(self) -> str:
        """The reviewer's name, for comparing."""
        return plain_words(self.verdict.reviewer).casefold()


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A verdict on something that has changed since."""

    given: Given
    now: Judged | None
    """What it has become; None when nothing like it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All verdicts on the parts of one brief, or on the figures of one source."""

    current: Mapping[str, tuple[Given, ...]] = field(default_factory=dict)
    """By hash, each reviewer's last."""
    lapsed: tuple[Lapsed, ...] = ()
    """Each reviewer's last on each thing that has changed, until the same reviewer judges it anew."""
    missing: tuple[Given, ...] = ()
    """What reviewers say should be there."""

    def of(self, judged: Judged) -> tuple[Given, ...]:
        """The verdicts that hold for it."""
        return self.current.get(judged.hash, ())

    def lapsed_of(self, judged: Judged) -> tuple[Given, ...]:
        """The verdicts on what it was before."""
        return tuple(one.given for one in self.lapsed if one.now is not None and one.now.hash == judged.hash)

    def accurate(self, judged: Judged) -> int:
        """How many reviewers find it accurate as it stands now."""
        return sum(given.verdict.verdict == "accurate" for given in self.of(judged))


def stand(things: Sequence[Judged], given: Iterable[Given], today: Mapping[str, str] | None = None) -> Standing:
    """What these verdicts, in the order of their file, come to for the things of today.

    `today` has the id of today for old ids of records.
    """
    in_order = sorted(given, key=lambda one: first_day(one.verdict.date))
    known = {thing.hash for thing in things}
    current: dict[str, dict[str, Given]] = {}
    old: dict[tuple[str, str], Given] = {}
    for one in in_order:
        mark = one.verdict.hash or ""
        if mark in known:
            current.setdefault(mark, {})[one.reviewer] = one
        elif one.verdict.mark != "missing":
            old[one.reviewer, mark] = one
    match = _Matcher(things, today or {})
    last: dict[tuple[str, str], Lapsed] = {}
    for one in old.values():
        now = match.of(one.verdict)
        if now is None or one.reviewer not in current.get(now.hash, {}):
            last[one.reviewer, now.hash if now else one.verdict.hash or ""] = Lapsed(one, now)
    missing = tuple(one for one in in_order if one.verdict.mark == "missing")
    return Standing(
        current={mark: tuple(by.values()) for mark, by in current.items()}, lapsed=tuple(last.values()), missing=missing
    )


class _Matcher:
    """Finds what a lapsed verdict is now about."""

    def __init__(self, things: Sequence[Judged], today: Mapping[str, str]) -> None:
        self._things = things
        self._words = [frozenset(thing.text.casefold().split()) for thing in things]
        self._today = today

    def of(self, verdict: Verdict) -> Judged | None:
        """The thing with the same figures, else the one whose sentence is most like; None when none is like it."""
        text = plain_words(verdict.sentence or "")
        addresses = {self._renamed(address) for address in verdict.figures}
        same = [thing for thing in self._things if addresses and addresses == set(thing.figures)]
        if len(same) == 1:
            return same[0]
        words = frozenset(text.casefold().split())
        scored = sorted(
            (-_shared(words, mine), number)
            for number, mine in enumerate(self._words)
            if not same or self._things[number] in same
        )
        near = [(alike(text, self._things[number].text), self._things[number]) for _, number in scored[:NEAR]]
        ratio, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        return best if best is not None and (same or ratio >= ALIKE) else None

    def _renamed(self, address: str) -> str:
        first, dot, rest = address.partition(".")
        return self._today.get(first, first) + dot + rest


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def alike(old: str, new: str) -> float:
    """How much of two texts is the same, word by word, from 0 to 1."""
    return SequenceMatcher(None, old.casefold().split(), new.casefold().split(), autojunk=False).ratio()
