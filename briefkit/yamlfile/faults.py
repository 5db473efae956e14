"""The wording of mistakes that leave a file readable: each is found beside all the others."""

import re
from typing import Any

from briefkit.problems import Problem
from briefkit.yamlfile.node import Mark, Node
from briefkit.yamlfile.page import Page, brief, end_in_brackets, in_brackets, in_quotes, straightened, without_comment
from briefkit.yamlfile.screen import INVISIBLE, name

LONGEST_KEY = 200
_SAY = (
    "write its value; of a figure, say why there is none: `not_reported`, `not_applicable`, `not_seen` or `unclear`;\n"
    "a field that a record may lack can be left out"
)


def empty_file(page: Page) -> Problem:
    """Nothing but comments and empty lines."""
    comments = any(line.strip() for line in page.lines)
    what = "the file" if page.first_line == 1 else "the front matter"
    message = f"{what} holds comments and no field" if comments else f"{what} is empty"
    mark = page.mark(0, 0) if comments else (page.file, 0, 1, 1)
    return page.problem("empty-file", mark, message, "write its fields, each as `name: value`")


def too_large(page: Page, size: int, most: int) -> Problem:
    """More characters than anybody writes."""
    message = f"the file holds {size:,} characters; at most {most:,} are read"
    return page.problem("too-large", (page.file, 0, 1, 1), message, "split it into several files")


def too_deep(page: Page, event: Any, most: int) -> Problem:
    """Brackets in brackets in brackets."""
    start = event.start_mark
    message = f"fields and brackets lie inside each other more than {most} times"
    mark = page.mark(start.line, start.column, start.column + 1)
    return page.problem("too-deep", mark, message, "look for a bracket or for blanks that have gone astray")


def not_fields(page: Page, root: Node) -> Problem:
    """The whole file is one text or one list."""
    name_, colon, rest = root.text.partition(":")
    if colon and rest and " " not in name_.strip():
        return missing_blank(page, root.mark, name_, rest)
    what = "a list" if root.kind == "list" else "a piece of text"
    message = f"this is {what}, and fields are expected"
    return page.problem("not-fields", root.mark, message, "begin each line with the name of a field: `title: ...`")


def not_a_list(page: Page, root: Node) -> Problem:
    """The whole file is one text, or fields, where entries of a list belong."""
    what = "a piece of text" if root.kind == "text" else "a set of fields"
    return page.problem(
        "verdicts-not-listed", root.mark, f"this is {what}, and a list is expected", "begin each entry with `- `"
    )


def missing_blank(page: Page, mark: Mark, key: str, rest: str) -> Problem:
    """`key:value`."""
    message = f"no blank stands after the colon of `{brief(key)}`"
    return page.problem("missing-blank", mark, message, f"write `{brief(key)}: {brief(rest)}`")


def second_document(page: Page, line: int) -> Problem:
    """`---` further down."""
    message = "a second document begins here, and a file holds one"
    way = f"delete the line `{page.line(line)[:3]}`, or move what follows into a file of its own"
    return page.problem("several-documents", page.mark(line, 0), message, way)


def empty_value(page: Page, key: str, key_mark: Mark, value: Node) -> Problem:
    """A field without a value, or with a word for nothing."""
    if value.text.strip() and not value.quoted:
        message = f"`{value.text}` does not say why `{brief(key)}` has no value"
        return page.problem("empty-value", value.mark, message, _SAY)
    return page.problem("empty-value", key_mark, f"`{brief(key)}` has no value", _SAY)


def empty_entry(page: Page, value: Node) -> Problem:
    """An entry of a list without a value."""
    return page.problem(
        "empty-value", value.mark, "this entry of the list is empty", "write its value, or delete the entry"
    )


def duplicate_key(page: Page, key: Node, first: Mark) -> Problem:
    """A field given twice."""
    message = f"`{brief(key.text)}` is given twice, first in line {first[1]}"
    return page.problem("duplicate-key", key.mark, message, "keep the one that is meant and delete the other")


def non_text_key(page: Page, key: Node) -> Problem:
    """A list or fields as the name of a field."""
    what = "a list" if key.kind == "list" else "a group of fields"
    message = f"the name of a field is one word, and this is {what}"
    way = "write a word before the colon, or put the whole value in quotation marks"
    return page.problem("non-text-key", key.mark, message, way)


def nameless(page: Page, mark: Mark) -> Problem:
    """A colon with nothing before it."""
    return page.problem(
        "non-text-key", mark, "a value stands here without the name of its field", "write `name: value`"
    )


def merge_key(page: Page, key: Node) -> Problem:
    """`<<`."""
    message = "`<<` copies fields from another place, which is not done here"
    return page.problem("merge-key", key.mark, message, "write the fields out in this place")


def long_key(page: Page, mark: Mark, key: str) -> Problem:
    """A sentence as the name of a field."""
    message = f"`{brief(key, 40)}` is {len(key)} characters long, too long for the name of a field"
    way = "if it is a text with a colon in it, put the text in quotation marks behind the name of its field"
    return page.problem("long-key", mark, message, way)


def alias(page: Page, mark: Mark, anchor: str) -> Problem:
    """`*name`."""
    rest = without_comment(page.line(mark[1] - page.first_line)[mark[2] - 1 :])
    message = f"`*{brief(anchor)}` refers to another place in the file, which is not followed"
    return page.problem("alias", mark, message, _value_or_text(rest))


def prefixes(page: Page, event: Any) -> list[Problem]:
    """`&name` and `!type` before a value."""
    line, column = event.start_mark.line, event.start_mark.column
    rest = without_comment(page.line(line)[column:])
    way = _value_or_text(rest)
    problems: list[Problem] = []
    tag = getattr(event, "tag", None)
    if event.anchor is not None:
        mark = page.mark(line, column, min(column + len(event.anchor) + 1, column + len(rest)))
        message = f"`&{brief(event.anchor)}` names this place for others to refer to, which is not done here"
        problems.append(page.problem("alias", mark, message, way))
    if tag is not None:
        word = rest.split(" ", 1)[0] if rest.startswith("!") else tag
        mark = page.mark(line, column, min(column + len(word), column + len(rest)))
        message = f"`{brief(word)}` would set the type of the value, which its field does"
        problems.append(page.problem("tag", mark, message, way))
    return problems


def _value_or_text(rest: str) -> str:
    """The way out where a value begins with a character of YAML's own."""
    return f"write the value itself, or put the text in quotation marks: `{in_quotes(rest)}`"


def escape(page: Page, mark: Mark, text: str) -> Problem:
    """A backslash in double quotation marks that makes an invisible character."""
    found = INVISIBLE.search(text)
    what = name(found.group()) if found else "an invisible character"
    message = f"a backslash between double quotation marks makes {what} here"
    return page.problem("backslash", mark, message, "use single quotation marks, in which a backslash is a backslash")


def block_mark(page: Page, line: int, column: int) -> Problem:
    """`>5 mg`."""
    value = without_comment(page.line(line)[column:])
    words = "more than " + value[1:].strip()
    both = f"write `{words}`, or put the value" if value[0] == ">" and value[1:].strip()[:1].isdigit() else "put it"
    message = f"`{value[0]}` at the start of a value announces a text on the lines below"
    mark = page.mark(line, column, column + len(value))
    return page.problem("block-mark", mark, message, f"{both} in quotation marks: `{in_quotes(value)}`")


def comment_in_quote(page: Page, line: int, column: int, end: int) -> Problem:
    """` #` between quotation marks that do not count, because the value does not begin with them."""
    written = page.line(line).rstrip()
    at = written.index("#", end)
    rest = written[column : end_in_brackets(written, column) if in_brackets(written, column) else None]
    message = "a blank and `#` begin a comment, and so cut the quoted words short"
    way = f"put the whole value in quotation marks: `{in_quotes(rest)}`"
    return page.problem("comment-in-quote", page.mark(line, at), message, way)


def unclosed_quote(page: Page, line: int, column: int) -> Problem:
    """The opening mark, and how the value is to be closed."""
    rest = page.line(line)[column:].rstrip()
    quote = rest[:1]
    inside = in_brackets(page.line(line), column)
    way = "close it where the quoted words end" if inside else f"close it at the end: `{brief(rest)}{quote}`"
    if quote == "'" and re.match(r"'\w", rest) and not inside:
        way += f"\nor, if it is an apostrophe, write `{in_quotes(rest)}`"
    message = f"the quotation mark `{quote}` that opens here is never closed"
    return page.problem("unclosed-quote", page.mark(line, column, column + 1), message, way)


def typographic_quote(page: Page, mark: Mark, text: str) -> Problem:
    """“A value” in curly marks."""
    inside = straightened(text)
    message = f"the curly quotation marks round `{brief(inside)}` are letters to YAML, not quotation marks"
    way = f"type straight ones: `{in_quotes(inside)}`"
    if '"' not in text:
        way += f"\nor, if the marks belong to the text, write `{in_quotes(text)}`"
    return page.problem("typographic-quote", mark, message, way)


def field_in_text(page: Page, line: int) -> Problem:
    """A line that looks like a field or an entry and is read as part of the text above it."""
    written = page.line(line)
    column = len(written) - len(written.lstrip())
    key, colon, rest = written.strip().partition(":")
    if written.strip().startswith("- "):
        way = "begin it in the same column as the `-` above"
    else:
        way = f"write `{brief(key)}{colon} {brief(rest)}` in the same column as the field above"
    message = f"`{brief(written)}` is read as part of the text above, because it is set in deeper"
    return page.problem("indentation", page.mark(line, column), message, way)


def key_problem(page: Page, key: Node) -> Problem | None:
    """What is wrong with the name of a field by itself, if anything."""
    if key.kind != "text":
        return non_text_key(page, key)
    if key.text == "<<" and not key.quoted:
        return merge_key(page, key)
    if not key.text.strip():
        return nameless(page, key.mark)
    return long_key(page, key.mark, key.text) if len(key.text) > LONGEST_KEY else None


def is_empty(node: Node) -> bool:
    """Whether the node is a text that says nothing."""
    if node.kind != "text":
        return False
    return not node.text.strip() or (not node.quoted and node.text in {"~", "null", "Null", "NULL"})


def is_style_of_number(event: Any, page: Page) -> bool:
    """Whether `>5` or `|5` was read as a setting of a text that is not there."""
    start = event.start_mark
    after = page.line(start.line)[start.column + 1 : start.column + 2]
    return event.style in ("|", ">") and not event.value.strip() and after.isdigit()


def call_is_open(value: Node) -> bool:
    """Whether an unquoted value ends within the round brackets of a call such as `sum(a`."""
    return not value.quoted and re.search(r"\w\([^()]*$", value.text) is not None


def call_cut(page: Page, value: Node) -> Problem:
    """A call of a formula that a comma cuts, because its value lies between brackets: `{formula: sum(a, b)}`."""
    _, line, column, length = value.mark
    start = column - 1
    text = page.line(line - page.first_line)
    close = text.find(")", start)
    raw = text[start : close + 1] if close >= 0 else text[start : start + length]
    message = "`,` cuts this value short, because it lies between brackets"
    return page.problem(
        "bracket-in-value", value.mark, message, f"put the whole value in quotation marks: `{in_quotes(raw)}`"
    )
