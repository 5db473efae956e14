"""Takes the `{{ }}` out of a text before Markdown sees it, so that no `*`, `_` or `|` in one is taken for a mark.

Each becomes one private character, which Markdown treats as a letter. Jinja's own lexer finds where an expression
ends, so a `}}` between quotation marks does no harm. Code is left alone.
"""

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from briefkit.expressions.atom import FIRST, MARK, MOST, Atom, Lifted
from briefkit.expressions.origin import Origin
from briefkit.values.fault import Fault
from briefkit.yamlfile.screen import INVISIBLE

LONGEST = 10_000
"""Characters that one expression may have."""
_LEXER = SandboxedEnvironment().lexer
_OPENING = re.compile(r"\\.|(?<!`)`+|\{[{%#]|^[ \t>*+.)\d:-]*?(?:~{3,}|`{3,}(?=[^`\n]*$))", re.MULTILINE | re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")


def tidied(text: str) -> str:
    """A text with one kind of line end, without invisible characters and those that the lifting keeps for itself."""
    return MARK.sub("\ufffd", INVISIBLE.sub("\ufffd", one_line_end(text)))


def one_line_end(text: str) -> str:
    """A text whose lines all end in a line feed, as on Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lift(text: str, file: str, first_line: int = 1) -> Lifted:
    """The text of a file from one of its lines on, its expressions taken out."""
    return lift_from(Origin(tidied(text), file, first_line))


def lift_from(origin: Origin) -> Lifted:
    """A tidied text, wherever it stands, its expressions taken out."""
    text, done = origin.text, 0
    atoms: list[Atom] = []
    parts: list[str] = []
    for start, end, fault in _found(text):
        last = len(atoms) == MOST - 1
        wrong = _too_many() if last else fault
        atoms.append(Atom(text[start:end], start, origin.where(start, end - start), wrong, bool(origin.fixed)))
        parts += [text[done:start], chr(FIRST + len(atoms) - 1)]
        done = end
        if last:
            break
    return Lifted("".join([*parts, text[done:]]), origin, tuple(atoms))


def _found(text: str) -> Iterator[tuple[int, int, Fault | None]]:
    """Start, end and fault of each expression outside of code."""
    at = 0
    while opening := _OPENING.search(text, at):
        mark, start = opening.group(), opening.start()
        if mark.endswith(("~~~", "```")) and (start == 0 or text[start - 1] == "\n"):
            at = _fence_end(text, opening.end(), mark.lstrip(" \t>*+.):-0123456789"))
        elif mark.startswith("`"):
            at = _span_end(text, opening.end(), len(mark))
        elif mark.startswith("{"):
            at, fault = _expression(text, start) if mark == "{{" else _statement(text, start)
            yield start, at, fault
        else:
            at = opening.end()


def _fence_end(text: str, at: int, fence: str) -> int:
    """Where fenced code ends."""
    closing = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE).search(text, at)
    return closing.end() if closing else len(text)


def _span_end(text: str, at: int, marks: int) -> int:
    """Where a code span ends, or the backticks themselves when nothing closes them."""
    stop = _paragraph_end(text, at)
    closing = re.compile(rf"(?<!`)`{{{marks}}}(?!`)").search(text, at, stop)
    return closing.end() if closing else at


def _paragraph_end(text: str, at: int) -> int:
    """Where the next blank line is, or the end."""
    blank = _BLANK_LINE.search(text, at)
    return blank.start() if blank else len(text)


def _expression(text: str, start: int) -> tuple[int, Fault | None]:
    """Where the expression that begins at `{{` ends, and what is wrong with it."""
    if end := _lexed(text, start):
        return end, None
    stop = _paragraph_end(text, start)
    following = text.find("{{", start + 2, stop)
    end = text.find("}}", start + 2, following if following >= 0 else stop)
    if end < 0:
        return start + 2, Fault("unclosed-expression", "`{{` is never closed", "end the expression with `}}`", 0, 2)
    return end + 2, _unreadable(text[start : end + 2])


def _lexed(text: str, start: int) -> int | None:
    """Where Jinja's lexer sees the end of an expression; None when it finds none."""
    at, before = start, ""
    try:
        for _, kind, value in _LEXER.tokeniter(text[start : start + LONGEST], None):
            if kind == "operator" and value == before == "{":
                return None  # another `{{`: the end of the first one is missing
            at, before = at + len(value), value
            if kind == "variable_end":
                return at - len(value) + value.index("}}") + 2
    except TemplateSyntaxError:
        pass
    return None


def _unreadable(source: str) -> Fault:
    """What to say of an expression that the lexer cannot cut into words."""
    if curly := re.search("[“”„‘’]", source):
        help_ = 'type straight quotation marks inside `{{ }}`: "programmes"'
        return Fault("expression-syntax", f"`{curly.group()}` is a curly quotation mark", help_, curly.start())
    help_ = "an expression is an address, `table(...)` or `plain(...)`; look for a quotation mark or bracket without its partner"
    return Fault("expression-syntax", "this expression cannot be read", help_, 0, len(source))


def _statement(text: str, start: int) -> tuple[int, Fault]:
    """Where `{% %}` or `{# #}` ends, and what is wrong with it: that it is there."""
    closing = text[start + 1] + "}"
    end = text.find(closing, start + 2, _paragraph_end(text, start))
    end = end + 2 if end >= 0 else start + 2
    if closing == "%}":
        help_ = "a brief is text with `{{ }}` in it; what repeats or depends on something belongs in a template or a `table(...)`"
        return end, Fault("statement-in-brief", "a brief has no `{% %}`", help_, 0, end - start)
    help_ = "remarks for colleagues stand in `notes:` of a record, or in a message to them"
    return end, Fault("statement-in-brief", "a brief has no `{# #}`", help_, 0, end - start)


def _too_many() -> Fault:
    return Fault(
        "unclosed-expression", f"this brief holds more than {MOST} expressions", "split it into several briefs", 0, 2
    )
