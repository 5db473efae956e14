"""Where words go: results to standard output, problems and progress to standard error, colours to people only."""

import os
import re
import sys
from collections.abc import Mapping
from typing import TextIO

from briefkit.problems import printable

_PAINT = {"error": "1;31", "warning": "1;33", "advice": "1;36", "place": "2", "mark": "1"}
"""What is painted how, as ANSI codes."""


class Screen:
    """Two streams that never fail: a reader who hangs up early (`briefkit check | head`) is no error."""

    def __init__(self, out: TextIO, err: TextIO, environment: Mapping[str, str] = os.environ) -> None:
        self.out, self.err = out, err
        self._environment = environment
        self._shown = 0

    def say(self, text: str) -> None:
        """A result, to standard output."""
        self._write(self.out, _masked(text) + "\n")

    def tell(self, text: str) -> None:
        """A problem or a remark, to standard error."""
        self._write(self.err, _masked(text) + "\n")

    def progress(self, text: str) -> None:
        """What goes on now: one line that comes and goes on a terminal, nothing in a pipe. An empty text clears it."""
        if not self.err.isatty():
            return
        cut = printable(text)[: self._width() - 1]
        self._write(self.err, "\r" + cut.ljust(self._shown) + ("\r" if not text else ""))
        self._shown = len(cut)

    def problem(self, text: str, *, to_out: bool) -> None:
        """One problem as `problems.show` gives it, with colours where a person looks on."""
        stream = self.out if to_out else self.err
        self._write(stream, (_painted(text) if self._colours(stream) else text) + "\n\n")

    def _colours(self, stream: TextIO) -> bool:
        return stream.isatty() and not self._environment.get("NO_COLOR") and self._environment.get("TERM") != "dumb"

    def _width(self) -> int:
        try:
            return os.get_terminal_size(self.err.fileno()).columns or 80
        except (OSError, ValueError):
            return 80

    def _write(self, stream: TextIO, text: str) -> None:
        """Write and flush, so that the two streams keep their order on a screen."""
        if self._shown and not text.startswith("\r"):
            self.progress("")
        try:
            stream.write(text)
            stream.flush()
        except BrokenPipeError:
            _silence(stream)


def _silence(stream: TextIO) -> None:
    """Let all further words of a stream that nobody reads go nowhere, also those that Python flushes at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


def _masked(text: str) -> str:
    """The same lines, without anything in them that could steer a terminal or turn a line round."""
    return "\n".join(printable(line) for line in text.split("\n"))


def _painted(text: str) -> str:
    """The same problem in colours: its severity, its place, its underline."""
    head, _, rest = text.partition("\n")
    severity = head.partition("[")[0]
    mark, colon, message = head.partition(": ")
    head = f"{_in('mark', mark, _PAINT.get(severity, '1'))}{colon}{_in('mark', message)}"
    rest = re.sub(r"^( *-->.*)$", lambda found: _in("place", found[1]), rest, count=1, flags=re.MULTILINE)
    carets = re.compile(r"^( *\| *)(\^+)(.*)$", re.MULTILINE)
    return head + "\n" + carets.sub(lambda f: f[1] + _in("mark", f[2], _PAINT.get(severity, "1")) + f[3], rest, count=1)


def _in(kind: str, text: str, code: str = "") -> str:
    return f"\x1b[{code or _PAINT[kind]}m{text}\x1b[0m"


def readable(stream: TextIO) -> TextIO:
    """The stream, made to print a mark for letters that its encoding lacks instead of failing on them."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream


def standard() -> Screen:
    """The screen of the running process."""
    return Screen(readable(sys.stdout), readable(sys.stderr))
