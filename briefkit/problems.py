"""What every stage speaks when a person has made a mistake.

A mistake is a value: a `Problem` with a place, gathered with all the others and shown in one run. This room knows
nobody, so that every other room may speak it. How grave a problem is stands in the rulebook, per gate, not here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from unicodedata import category, combining, east_asian_width


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file that a person wrote."""

    file: str
    """Path relative to the project's folder, with forward slashes."""
    line: int = 1
    """1-based; 0 means the file as a whole."""
    column: int = 1
    """1-based, in characters."""
    length: int = 1
    """How many characters of that line to underline."""

    def shifted(self, columns: int, length: int | None = None) -> "Where":
        """The place `columns` characters further along the same line."""
        return Where(self.file, self.line, self.column + columns, self.length if length is None else length)

    def told(self, *, column: bool = False) -> str:
        """The place as people read it: `evidence/terms.yaml:3`, the file alone where it is meant as a whole."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if column else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: what is wrong, where, and the way out."""

    where: Where
    rule: str
    """Id of a rule in the rulebook, in kebab-case."""
    message: str
    """The fact, in lower case, with backticks round what the person wrote."""
    help: str = field(default="", compare=True)
    """The way out, a line or two in plain words; may hold line breaks."""


BESIDE = 105
"""Columns within which a way out stands beside the underline; a longer one gets a line of its own."""


def show(problem: Problem, severity: str, text: str | None) -> str:
    """The problem as people read it: heading, place, the line it stands in, underlined, and the way out.

    `text` is the whole text of the file, or None when it could not be read; then the excerpt is left out.
    """
    where = problem.where
    out = [f"{severity}[{problem.rule}]: {printable(problem.message)}", f"  --> {printable(where.told(column=True))}"]
    lines = text.split("\n") if text is not None and where.line else []
    ways = [printable(way) for way in problem.help.split("\n")] if problem.help else []
    if 0 < where.line <= len(lines):
        number = f"{where.line:>2}"
        margin = " " * len(number)
        source = lines[where.line - 1].rstrip("\r")
        shown, start = _excerpt(source, where.column - 1)
        shown = printable(shown)
        out.append(f"{number} | {shown}")
        before = " " * _cells(shown[:start])
        carets = "^" * max(1, _cells(shown[start : start + where.length]))
        beside = len(before) + len(carets) + max(map(_cells, ways), default=0) <= BESIDE
        first = f" {ways[0]}" if ways and beside else ""
        out.append(f"{margin} | {before}{carets}{first}")
        if beside:
            return "\n".join(out + [f"{margin} | {before}{' ' * len(carets)} {way}" for way in ways[1:]])
    return "\n".join(out + [f"   {' ' if number else '='} {way}" for number, way in enumerate(ways)])


def _excerpt(line: str, start: int, width: int = 100) -> tuple[str, int]:
    """The part of a long line around `start`, and where `start` then lies in it."""
    if len(line) <= width:
        return line, min(start, len(line))
    left = max(0, min(start - 30, len(line) - width))
    cut = line[left : left + width]
    if left:
        cut, start = "…" + cut[1:], start - left
    return (cut[:-1] + "…" if left + width < len(line) else cut), min(start, width)


def printable(text: str) -> str:
    """Tabs and invisible characters made visible, one character each: they could shift a line, or steer a terminal."""
    if text.isprintable():
        return text
    return "".join("→" if c == "\t" else c if c.isprintable() or category(c) == "Zs" else "␀" for c in text)


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese characters take two, combining accents none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def did_you_mean(wrong: str, known: Iterable[str], other: str = "") -> str:
    """`did you mean ...?` for the known name that is nearest to the wrong one, else `other`."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(wrong.casefold(), names, n=1, cutoff=0.6)
    return f"did you mean `{names[near[0]]}`?" if near else other


def listed(names: Iterable[str], most: int = 12, joint: str = "or") -> str:
    """`a`, `b` or `c`: names in backticks as a sentence lists them, cut after `most`."""
    shown = [f"`{name}`" for name in names]
    if len(shown) > most:
        return ", ".join(shown[:most]) + f" … ({len(shown)} in all)"
    return f" {joint} ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file and place."""
    return sorted(set(problems), key=_place)


def _place(problem: Problem) -> tuple[str, int, int, int, str, str, str]:
    """What problems are sorted by: a tuple, which is compared many times as fast as the problems themselves."""
    where = problem.where
    return where.file, where.line, where.column, where.length, problem.rule, problem.message, problem.help
