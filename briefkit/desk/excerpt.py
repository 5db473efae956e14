"""The lines around a place in a file, for who has to mend what stands there."""

from dataclasses import dataclass

from briefkit.problems import Where, printable

AROUND = 4
"""Lines shown above and below."""
WIDEST = 400
"""Characters shown of one line: past them only a part of it is of use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a file, in the three parts that a mark makes of it."""

    number: int
    before: str
    marked: str = ""
    """What the problem is about; empty in all other lines."""
    after: str = ""
    here: bool = False
    """Whether the problem lies in this line."""


def excerpt(text: str | None, where: Where) -> tuple[Line, ...]:
    """The line of a place with those around it; nothing for a file as a whole, or one that cannot be read."""
    lines = text.split("\n") if text is not None else []
    if not 0 < where.line <= len(lines):
        return ()
    first, last = max(1, where.line - AROUND), min(len(lines), where.line + AROUND)
    if last == len(lines) > first and not lines[-1]:
        last -= where.line < last  # what follows the last line break is no line
    return tuple(_line(number, lines[number - 1].rstrip("\r"), where) for number in range(first, last + 1))


def _line(number: int, text: str, where: Where) -> Line:
    """One line; of a very long one, the part that matters."""
    if number != where.line:
        return Line(number=number, before=printable(_cut(text)))
    start = min(max(where.column - 1, 0), len(text))
    end = min(start + max(where.length, 1), len(text))
    left = 0 if end <= WIDEST else max(0, start - WIDEST // 4)
    return Line(
        number=number,
        before=("…" if left else "") + printable(text[left:start]),
        marked=printable(_cut(text[start:end])) or " ",
        after=printable(_cut(text[end:])),
        here=True,
    )


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
