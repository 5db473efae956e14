"""A build of which nothing has changed: known without looking at any of it, and told as it was told then."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b, sha256

from briefkit.cli.arguments import Asked
from briefkit.cli.screen import Screen
from briefkit.disk.contents import Contents, mark
from briefkit.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a build has to say about its problems."""

    problems: tuple[str, ...] = ()
    """Each as people read it."""
    lines: tuple[str, ...] = ()
    """What follows them: what was let through, how many there are, what is missing on this machine."""
    status: int = 0

    def tell(self, screen: Screen) -> None:
        """Say it."""
        for text in self.problems:
            screen.problem(text, to_out=False)
        for line in self.lines:
            screen.tell(line)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBuild:
    """What a build was made from, what it made, and what it had to say."""

    made_from: bytes
    """A mark of everything that it read and was asked."""
    outputs: Mapping[str, str]
    """SHA-256 of each file of the output."""
    briefs: int
    first: str
    """The page to open."""
    told: Told


def made_from(contents: Contents, copies: Mapping[str, bytes | Problem], asked: Asked, day: str) -> bytes:
    """A mark of everything that a build depends on, the engine aside: files, copies of sources, wishes, the day.

    The day is a part, since every base has figures that grow old and waivers that end.
    """
    found = blake2b(digest_size=20)
    wishes = (asked.words, asked.publish, sorted(asked.set.items()), asked.formats, day)
    marks = [*contents.marks.items(), *((file, mark(read)) for file, read in sorted(copies.items()))]
    for part in (repr(wishes).encode(), *(part for path, seen in marks for part in (path.encode(), seen))):
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()


def as_it_was(outputs: Mapping[str, str], there: Mapping[str, bytes]) -> bool:
    """Whether an output folder holds just these files, as they were written."""
    if there.keys() != outputs.keys():
        return False
    paths = list(outputs)

    def same(share: list[str]) -> bool:
        found = ((there.get(path), outputs[path]) for path in share)
        return all(data is not None and sha256(data).hexdigest() == seen for data, seen in found)

    if len(paths) <= _MANY:
        return same(paths)
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  of no use to most

    with ThreadPoolExecutor(_HANDS) as hands:
        return all(hands.map(same, [paths[number::_HANDS] for number in range(_HANDS)]))


_MANY = 500
"""Files past which several are read and hashed at once: neither holds up the other."""
_HANDS = 4
