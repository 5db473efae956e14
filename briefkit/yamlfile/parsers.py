"""The two parsers of YAML: one in C, which is fast, and one in Python, which is everywhere.

The Python one also tells why a file cannot be read, whichever of the two has met the mistake first, so that the
messages are the same on every machine.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken

FAULTS = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser raises for a mistake; the last two come from impossible escapes such as `\\UFFFFFFFF`."""
QUESTION = "\U0010fffd"
"""Stands for a question mark inside a text; nobody writes this character, and the screen refuses it."""
_QUESTIONS = re.compile(r"([^\s\[\]{},:?-] *)\?|(?<=[^\s\[\]{},])\?")
_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark as the parser sees it, with its place counted from 0."""

    kind: str
    """`<scalar>`, or the mark itself: `[`, `,`, `-`, `:` and so on."""
    line: int
    column: int
    end_line: int
    end_column: int
    style: str
    """The quotation mark round a text, if any."""
    text: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Where and why the parser in Python has stopped."""

    context: str
    """What it was reading, in its own words."""
    said: str
    """What it complains of, in its own words."""
    from_line: int
    """Where what it was reading begins, counted from 0; the place itself when that is not known."""
    from_column: int
    line: int
    column: int
    before: tuple[Piece, ...]
    """The last words and marks before the place."""


class _PurePython(Reader, Scanner, Parser):
    """PyYAML's parser in Python, without the parts that build values."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def fast(text: str) -> Callable[[], Any] | None:
    """The next event of the parser in C, or None where PyYAML was installed without it."""
    if not yaml.__with_libyaml__:
        return None
    from yaml import _yaml  # noqa: PLC0415  not there where PyYAML was built without it

    return _yaml.CParser(text).get_event


def slow(text: str) -> Callable[[], Any]:
    """The next event of the parser in Python."""
    next_event: Callable[[], Any] = _pure(text).get_event

    def restored() -> Any:
        event = next_event()
        if isinstance(event, ScalarEvent):
            event.value = event.value.replace(QUESTION, "?")
        return event

    return restored


def _pure(text: str) -> Any:
    """The parser in Python, which must not see question marks: inside brackets it would end a text at them."""
    return _PurePython(_QUESTIONS.sub(rf"\g<1>{QUESTION}", text))


def stop(text: str, error: Exception) -> Stop:
    """Where the parser stopped and what stands before it."""
    scanner = _pure(text)
    place = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    last = place.index if place else len(text)
    tokens: deque[Any] = deque(maxlen=_REMEMBERED)
    try:
        while scanner.check_token() and (token := scanner.get_token()).start_mark.index < last:
            tokens.append(token)
    except FAULTS:
        tokens += [token for token in scanner.tokens if token.start_mark.index < last]
        place = place or scanner.get_mark()
    before = tuple(_piece(token) for token in tokens if token.start_mark.index < token.end_mark.index)
    line, column = (place.line, place.column) if place else (0, 0)
    context = getattr(error, "context_mark", None) or place
    begin = (context.line, context.column) if context else (0, 0)
    reading, said = (str(getattr(error, name, None) or "") for name in ("context", "problem"))
    return Stop(reading, said, *begin, line, column, before)


def _piece(token: Any) -> Piece:
    """A token without PyYAML's types."""
    start, end = token.start_mark, token.end_mark
    scalar = isinstance(token, ScalarToken)
    style = (token.style or "") if scalar else ""
    text = token.value.replace(QUESTION, "?") if scalar else ""
    return Piece(token.id, start.line, start.column, end.line, end.column, style, text)
