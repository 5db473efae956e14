"""What is looked at before a file is parsed: its size, invisible characters, and tabs at the beginning of lines.

After it, lines end in line feeds only and hold no character over which two parsers of YAML disagree.
"""

import re
import unicodedata

from briefkit.problems import Problem
from briefkit.yamlfile.page import Page

MOST_CHARACTERS = 2_000_000
_MOST_PROBLEMS = 20
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0010fffd]"
)
_INDENT = re.compile(r"^ *[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][^\S\n]*(?=\S)", re.MULTILINE)
_NAMES = {
    "\x00": "a nought (NUL)",
    "\x0b": "a vertical tab, Word’s line break",
    "\x0c": "a form feed, the page break of a PDF",
    "\r": "a carriage return without a line feed",
    "\x85": "an old line break (NEL)",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width blank",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark inside the text",
}


def repaired(text: str) -> str:
    """The text with blanks for tabs and for what looks like blanks at the beginning of lines, and no invisible character.

    Every character keeps its place. The two parsers disagree about tabs, so that none may reach them.
    """
    text = _INDENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text).replace("\t", " ")


def invisible(text: str, page: Page) -> list[Problem]:
    """Every invisible character, with its name."""
    problems: list[Problem] = []
    if not INVISIBLE.search(text):
        return problems
    for number, line in enumerate(page.lines):
        for found in INVISIBLE.finditer(line):
            mark = page.mark(number, found.start(), found.end())
            message = f"an invisible character stands here: {name(found.group())}"
            way = "delete the character; retype the blank or line break if one is meant"
            problems.append(page.problem("control-character", mark, message, way))
            if len(problems) == _MOST_PROBLEMS:
                return problems
    return problems


def name(character: str) -> str:
    """What an invisible character is called."""
    if character in _NAMES:
        return _NAMES[character]
    known = unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X}"
    return f"{known} ({code})" if known else f"control character {code}"


def misleading_indents(text: str, page: Page) -> list[Problem]:
    """Every line that is set in with a tab, or with blanks that only look like blanks."""
    problems: list[Problem] = []
    lines = enumerate(page.lines) if _INDENT.search(text) else ()
    for number, line in lines:
        found = _INDENT.match(line)
        if found is None or not line.strip():
            continue
        column = len(found.group()) - len(found.group().lstrip(" "))
        kind = "a tab" if "\t" in found.group() else "a no-break blank"
        mark = page.mark(number, column, found.end())
        message = f"this line is set in with {kind}"
        problems.append(page.problem("tab-indent", mark, message, f"use blanks instead of {kind}"))
    return problems[:_MOST_PROBLEMS]
