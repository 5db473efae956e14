"""What the functions of a brief hand back: not the thing itself, but what was asked for, to be checked first."""

from dataclasses import dataclass
from typing import Any

from briefkit.problems import listed
from briefkit.values.fault import Fault

LONGEST_PLAIN = 200
"""Characters that `plain(...)` may show."""
_NOT_FOR_BRIEFS = frozenset({"kind", "library", "parameters", "taken"})
"""What the maker of tables is told by us."""


@dataclass(frozen=True, slots=True)
class Address:
    """A name and what follows it, not yet looked up."""

    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """A call of one of the functions."""

    function: str
    given: tuple[Any, ...]
    """Arguments without a name."""
    named: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What `plain(...)` is to show, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class TableWish:
    """What `table(...)` is to show."""

    kind: str
    arguments: dict[str, Any]


def plain(request: Request) -> PlainWords | Fault:
    """The words of `plain("three", why="...")`."""
    arguments = dict(zip(("text", "why"), request.given, strict=False)) | request.named
    text, why = arguments.pop("text", ""), arguments.pop("why", "")
    if arguments or len(request.given) > 2:
        return _fault("plain", f"takes words and the reason, not {listed(arguments) or 'more'}")
    if isinstance(text, int) and not isinstance(text, bool):
        text = str(text)
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_PLAIN or "\n" in text:
        return _fault("plain", f"shows words on one line, at most {LONGEST_PLAIN} characters")
    if not isinstance(why, str) or not why.strip():
        return _fault("plain", "does not say why the number rests on no figure")
    return PlainWords(text.strip(), why.strip())


def table(request: Request) -> TableWish | Fault:
    """What `table("programmes", where=..., columns=[...])` asks for."""
    kind, *more = request.given or ("",)
    if more or not isinstance(kind, str) or not kind:
        return _fault("table", "takes the kind of record first, in quotation marks, then arguments with names")
    wrong = next((name for name in request.named if name in _NOT_FOR_BRIEFS), "")
    if wrong:
        return _fault("table", f"has no argument `{wrong}`")
    return TableWish(kind, {name: texts(value) for name, value in request.named.items()})


def record(request: Request) -> Address | Fault:
    """What `record("riott")` names, so that an id can come from a parameter."""
    if len(request.given) == 1 and not request.named and isinstance(request.given[0], str | Address):
        return Address(texts(request.given[0]))
    return _fault("record", "takes one id of a record, in quotation marks")


def no_record(text: str) -> Fault:
    """What to say of a text that `record(...)` was given and that can be nobody's id."""
    return _fault("record", f"was given `{text}`, which is no id of a record")


_EXAMPLES = {
    "plain": '{{ plain("three", why="steps of our advice, not findings") }}',
    "table": '{{ table("programmes", columns=["place", "patients"]) }}',
    "record": '{{ record("riott").randomised }}',
}


def _fault(function: str, message: str) -> Fault:
    return Fault("expression-call", f"`{function}` {message}", f"write `{_EXAMPLES[function]}`")


def texts(value: Any) -> Any:
    """A value with plain text for each address in it."""
    if isinstance(value, list | tuple):
        return [texts(part) for part in value]
    if isinstance(value, dict):
        return {key: texts(part) for key, part in value.items()}
    return value.text if isinstance(value, Address) else value
