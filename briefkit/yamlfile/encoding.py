"""Bytes to text: a file is UTF-8, or its writer learns what it is and how to save it.

Most files that are not UTF-8 come from Excel, Word or Notepad, so those are the programs that the way out names.
"""

import codecs
import re

from briefkit.problems import Problem, Where

_SAVE = (
    "save the file as UTF-8: in Notepad `Save as`, encoding `UTF-8`; in Excel the type `CSV UTF-8`;\n"
    "in Word `Save as`, `Plain text`, then `Other encoding`, `Unicode (UTF-8)`"
)
_MOST_LINES = 10
_UTF16 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_GARBLED = re.compile("Ã[\x80-¿]|Â[£§©°·»«\xa0]|â€[\x80-¿™œ“”˜¦]|â€")
"""UTF-8 that was read as Windows-1252 and saved as UTF-8 again."""


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file without its byte order mark, or None and what is wrong with its bytes."""
    for start, name in _FORMATS:
        if data.startswith(start):
            message = f"this is {name}, not a text file"
            return None, [Problem(Where(file, 0), "not-utf8", message, "copy its words into a new text file")]
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        message = "the file is saved as UTF-16, which Notepad calls `Unicode`"
        return None, [Problem(Where(file, 0), "utf16", message, _SAVE)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, _bad_bytes(data, file)
    return text, _garbled(text, file)


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every other byte at the start is nought, as in UTF-16 without its mark."""
    start = data[:64]
    pairs = len(start) // 2
    return pairs > 1 and (start[0::2].count(0) > 0.6 * pairs) != (start[1::2].count(0) > 0.6 * pairs)


def _bad_bytes(data: bytes, file: str) -> list[Problem]:
    """The first wrong byte of each line, with the word in which it stands."""
    problems: list[Problem] = []
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), start=1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode()) + 1
            problems.append(Problem(Where(file, number, column), "not-utf8", _bad_byte(line, error.start), _SAVE))
            if len(problems) == _MOST_LINES:
                break
    return problems


def _bad_byte(line: bytes, at: int) -> str:
    """What the wrong byte would be in Windows' older encoding, shown in its word."""
    meant = line[at : at + 1].decode("cp1252", errors="replace")
    if meant == "\ufffd":
        return f"the byte {line[at]:02X} (hexadecimal) is not UTF-8 text"
    before = re.search(r"\w*$", line[:at].decode(errors="replace"))
    after = re.match(r"\w*", line[at + 1 :].decode("cp1252", errors="replace"))
    word = (before.group() if before else "") + meant + (after.group() if after else "")
    return f"`{meant}` in `{word[:40]}` is saved in Windows’ older encoding (Windows-1252), not in UTF-8"


def _garbled(text: str, file: str) -> list[Problem]:
    """Characters that give away a text read in the wrong encoding, the first of each line."""
    if not _GARBLED.search(text):
        return []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = _GARBLED.search(line)
        if found:
            problems.append(_garbled_at(Where(file, number, found.start() + 1, len(found.group())), found.group()))
    return problems[:_MOST_LINES]


def _garbled_at(where: Where, wrong: str) -> Problem:
    """The problem of one garbled character, with what it probably was."""
    try:
        meant = wrong.encode("cp1252").decode()
    except UnicodeError:
        meant = ""
    way = f"write `{meant}`" if meant.strip() else "write the character that is meant"
    message = f"`{wrong}` is a character that a program has read in the wrong encoding"
    return Problem(where, "garbled", message, f"{way}, and look through the file for others")
