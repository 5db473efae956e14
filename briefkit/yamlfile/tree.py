"""The parser's events to a tree; mistakes that do not stop the parser are found on the way, all in one go.

The events are of two classes each, the Python parser's and the C parser's marks, so they have no type here.
"""

import re
from collections.abc import Callable
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from briefkit.problems import Problem
from briefkit.yamlfile import faults
from briefkit.yamlfile.node import Mark, Node, Pair
from briefkit.yamlfile.page import Page, cut_by_comment
from briefkit.yamlfile.screen import INVISIBLE

MOST_DEEP = 40
_LIST_END: Any = SequenceEndEvent
_MAP_END: Any = MappingEndEvent
_CURLY = re.compile("(“[^”]*”?|„[^“”]*[“”]?|‘[^’]*’|«[^»]*»)$")
_COMMENT_AT_MARK = re.compile(r"(?<!\S)[|>][-+0-9]*#")
_FIELD = re.compile(r"\s*(?:- +)*[a-z][a-z0-9_]*:(?:\s|$)")
_FIELD_IN_TEXT = re.compile(r"\s*(?:- |[a-z][a-z0-9_]*:[^/\s])")


def _indent(line: str) -> int:
    """How far a line is set in."""
    return len(line) - len(line.lstrip(" "))


class TooDeepError(Exception):
    """Leaves a parser that would get slower with every further level."""


class DisagreementError(ValueError):
    """Leaves the parser in C where the one in Python stops."""


class Tree:
    """One reading of a file's events; `problems` gathers what is found on the way."""

    def __init__(self, page: Page, next_event: Callable[[], Any], *, in_c: bool) -> None:
        self.page = page
        self.next_event = next_event
        self.in_c = in_c
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        """The first document of the stream, or None when there is none; a second one is a problem."""
        self.next_event()  # the stream's start
        if self.next_event().__class__ is StreamEndEvent:
            return None
        root = self._node(self.next_event(), 0)
        self.next_event()  # the document's end
        after = self.next_event()
        kind = after.__class__
        if kind is DocumentStartEvent:
            self.problems.append(faults.second_document(self.page, after.start_mark.line))
        return root

    def _node(self, event: Any, depth: int) -> Node:
        """The value that begins with `event`."""
        kind = event.__class__
        if kind is ScalarEvent:
            return self._text(event)
        if kind is AliasEvent:
            self._leave_to_python()
            start = event.start_mark
            mark = self.page.mark(start.line, start.column, event.end_mark.column)
            self.problems.append(faults.alias(self.page, mark, event.anchor))
            return Node("text", mark, f"*{event.anchor}", quoted=True)
        if event.anchor is not None or event.tag is not None:
            self._leave_to_python()
            self.problems += faults.prefixes(self.page, event)
        if depth == MOST_DEEP:
            self.problems.append(faults.too_deep(self.page, event, MOST_DEEP))
            raise TooDeepError
        return self._map(event, depth + 1) if kind is MappingStartEvent else self._list(event, depth + 1)

    def _text(self, event: Any) -> Node:
        """A piece of text."""
        page, start, end, text = self.page, event.start_mark, event.end_mark, event.value
        line, column = start.line, start.column
        mark = page.mark(line, column, end.column if end.line == line else None)
        if event.anchor is not None or event.tag is not None:
            self._leave_to_python()
            self.problems += faults.prefixes(page, event)
        elif not text and not event.style:
            return Node("text", self._of_nothing(line, column))
        if event.style:
            return self._quoted(event, mark)
        if ('"' in text or "“" in text) and cut_by_comment(page, end.line, text, end.column):
            begin = column if end.line == line else _indent(page.line(end.line))
            self.problems.append(faults.comment_in_quote(page, end.line, begin, end.column))
            text += page.line(end.line)[end.column :].rstrip()  # as meant, lest the figure be blamed as well
        elif text[:1] in "“„‘«" and _CURLY.match(text):
            self.problems.append(faults.typographic_quote(page, mark, text))
        for below in range(line + 1, end.line + 1):
            if _FIELD_IN_TEXT.match(page.line(below)):
                self.problems.append(faults.field_in_text(page, below))
                text = " ".join([page.line(line)[column:].strip(), *map(str.strip, page.lines[line + 1 : below])])
                break
        return Node("text", mark, text)

    def _of_nothing(self, line: int, column: int) -> Mark:
        """The place of a value that is not there: the last mark before it."""
        before = self.page.line(line)[:column].rstrip()
        while not before and line:
            line -= 1
            before = self.page.line(line).rstrip()
        return self.page.mark(line, max(0, len(before) - 1), len(before))

    def _leave_to_python(self) -> None:
        """Leave the parser in C before anchors, aliases and tags, whose letters are not the same in both parsers."""
        if self.in_c:
            raise DisagreementError

    def _quoted(self, event: Any, mark: Mark) -> Node:
        """A piece of text in quotation marks, or below a `>` or `|`."""
        text = event.value
        if event.end_mark.line > event.start_mark.line and event.style in ('"', "'"):
            self._look_for_swallowed_fields(event)
        if event.style == '"' and INVISIBLE.search(text):
            self.problems.append(faults.escape(self.page, mark, text))
            text = INVISIBLE.sub("", text) or "\\"
        start = event.start_mark
        if (
            self.in_c
            and event.style in ("|", ">")
            and _COMMENT_AT_MARK.search(self.page.line(start.line), start.column)
        ):
            raise DisagreementError
        if faults.is_style_of_number(event, self.page):
            self.problems.append(faults.block_mark(self.page, start.line, start.column))
            text = self.page.line(start.line)[start.column :]
        return Node("text", mark, text, quoted=True)

    def _look_for_swallowed_fields(self, event: Any) -> None:
        """Blame a quotation mark that seems to be closed by the one that opens a later value."""
        start, page = event.start_mark, self.page
        indent = _indent(page.line(start.line))
        for number in range(start.line + 1, event.end_mark.line + 1):
            line = page.line(number)
            if _FIELD.match(line) and _indent(line) <= indent:
                self.problems.append(faults.unclosed_quote(page, start.line, start.column))
                return

    def _list(self, opened: Any, depth: int) -> Node:
        """The entries of a list."""
        items: list[Node] = []
        while (event := self.next_event()).__class__ is not _LIST_END:
            item = self._node(event, depth)
            if faults.is_empty(item):
                self.problems.append(faults.empty_entry(self.page, item))
            else:
                items.append(item)
        start, end = opened.start_mark, event.end_mark
        stop = end.column if end.line == start.line else None
        stop = stop if opened.flow_style else start.column + 1
        return Node("list", self.page.mark(start.line, start.column, stop), items=tuple(items))

    def _map(self, opened: Any, depth: int) -> Node:
        """Fields; of a field that is given twice, the first."""
        pairs: dict[str, Pair] = {}
        flow = opened.flow_style
        cut = False
        while (event := self.next_event()).__class__ is not _MAP_END:
            key = self._node(event, depth)
            found = len(self.problems)
            value = self._node(self.next_event(), depth)
            if key.text == "<<" and not key.quoted:
                del self.problems[found:]  # what is copied goes with the mark that copies it
            if cut and faults.is_empty(value):
                continue  # the rest of a value that a comma has cut: it is said where the value begins
            cut = bool(flow) and not value.quoted and (value.text.count('"') % 2 == 1 or faults.call_is_open(value))
            if flow and faults.call_is_open(value):
                self.problems.append(faults.call_cut(self.page, value))
            if self._is_field(key, value, pairs):
                pairs[key.text] = Pair(key.mark, value)
        start, end = opened.start_mark, event.end_mark
        if flow:
            mark = self.page.mark(start.line, start.column, end.column if end.line == start.line else None)
        else:
            first = next(iter(pairs.values()), None)
            mark = first.key_mark if first else self.page.mark(start.line, start.column)
        return Node("map", mark, pairs=pairs)

    def _is_field(self, key: Node, value: Node, pairs: dict[str, Pair]) -> bool:
        """Whether a name and its value make a field of the tree; what is wrong with them is noted.

        A field without a value is left out, lest whoever asks for its value blame it again.
        """
        wrong = faults.key_problem(self.page, key)
        if wrong:
            self.problems.append(wrong)
            return False
        name, colon, rest = key.text.partition(":")
        if faults.is_empty(value) and colon and rest and not key.quoted:
            self.problems.append(faults.missing_blank(self.page, key.mark, name, rest))
            return False
        if key.text in pairs:
            self.problems.append(faults.duplicate_key(self.page, key, pairs[key.text].key_mark))
            return False
        if faults.is_empty(value):
            self.problems.append(faults.empty_value(self.page, key.text, key.mark, value))
            return False
        return True
