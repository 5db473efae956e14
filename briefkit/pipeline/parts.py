"""The nouns that the three steps of a brief hand on: what each was given, and what it came to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from briefkit import manifest
from briefkit.brief import Citation, Gap
from briefkit.hold import Hold
from briefkit.pdf import Attached
from briefkit.pipeline.options import Options
from briefkit.pipeline.reads import RestsOn
from briefkit.problems import Problem, Where
from briefkit.reader import Asked
from briefkit.render.index import Card
from briefkit.rules.waivers import Waived
from briefkit.sources.sought import Sought
from briefkit.verdicts.reading import Reviews

Printer = Callable[[str, Mapping[str, bytes], Where, Sequence[Attached]], tuple[bytes | None, list[Problem]]]
"""A print page, the assets that it may use, the place to blame and the files to put inside, to the bytes of a PDF or a Word file."""
Words = Mapping[Citation, Hold]
"""How the words are held that a brief cites."""
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Done(Generic[Part]):
    """What a step has come to, and the marks of everything in the base that it has asked for."""

    part: Part
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPart:
    """What the rest of a run needs to know of a brief that was read."""

    problems: tuple[Problem, ...]
    """What is wrong with its text."""
    card: Card | None = None
    """None for a brief whose front matter cannot be read, like everything below."""
    sought: tuple[Sought, ...] = ()
    """Words that it cites, to be found in their sources."""
    parameters: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    """What it could not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPart:
    """What the rest of a run needs to know of a brief that was judged."""

    problems: tuple[Problem, ...]
    unbound: int
    """How many of its numbers rest on nothing, waived or not."""
    signed: int
    """Claims that reviewers have found accurate."""
    reviewed: bytes
    """A mark of what reviewers have said of it."""
    counts: manifest.Counts
    rests: RestsOn


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedPart:
    """What was made of a brief."""

    files: Mapping[str, bytes]
    """By path in its folder."""
    problems: tuple[Problem, ...]
    printed: bytes = b""
    """A mark of what its prints were made from; empty without any."""
    stayed: tuple[str, ...] = ()
    """Prints that would be made from what they were made from before, by path: left out of the files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What reviewers have said, and the text of what they have said it of."""

    reviews: Reviews = field(default_factory=Reviews)
    source_text: Mapping[str, str] = field(default_factory=dict)
    """Hash of the text of each source that is or was held, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerning:
    """What was found before the pages are painted, as far as it concerns one brief."""

    problems: Sequence[Problem] = ()
    """Those that count, in order."""
    waived: tuple[Waived, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be made of a brief."""

    options: Options
    printers: Mapping[str, Printer] = field(default_factory=dict)
    """What makes the prints that are wanted, each by the ending of its file: `pdf`, `docx`."""
    printed: bytes = b""
    """The mark of what its prints of before were made from, when all that are wanted are still there."""
