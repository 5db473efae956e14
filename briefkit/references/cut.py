"""One entry of a .bib text cut into its key and fields, mending on the way what can be mended.

A lost comma, an equals sign left out, a brace too many or too few: each is reported where it is, and reading goes on
behind it, so that one slip costs one field at most and never the next entry.
"""

import re
from dataclasses import dataclass, field

from briefkit.problems import Problem, Where
from briefkit.references.raw import RawField, Text, named

_BLANK = re.compile(r"[\s,]*")
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"([A-Za-z][\w:.+/-]*)\s*(=|(?=[{\"]))")
_GOES_ON = re.compile(r"[A-Za-z][\w:.+/-]*\s*=")
_KEY = re.compile(r"\s*([^,={}\"\n]*[^,={}\"\s])?\s*")
_NUMBER = re.compile(r"\d+(?=\s*(?:[,#})]|[A-Za-z][\w-]*\s*=|$))")
_WORD = re.compile(r"[A-Za-z][\w:.+/-]*(?=\s*(?:[,#})]|\n\s*[A-Za-z][\w-]*\s*=|$))")
_BARE = re.compile(r"(?:[^,\n{}]|\{[^{}\n]*\})+")
_NEXT_FIELD = re.compile(r"\n[ \t]*,?[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[\"{\d]")
_OWN_LINE = re.compile(r"\n[ \t]*\}$")
_TOO_EARLY = re.compile(r"\s*,?\s*[A-Za-z][\w-]*[ \t]*=[ \t]*[\"{\d]")


class _UnclosedError(Exception):
    """The entry runs on to its limit: it is read again, carefully."""


@dataclass(slots=True)
class EntryCut:
    """One pass over one entry."""

    source: Text
    start: re.Match[str]
    """Where it begins: `@article{`."""
    limit: int
    """Where the next entry surely begins: nothing is read beyond."""
    careful: bool = False
    """True on a second pass: a value ends where a line begins like a field, closed or not."""
    at: int = field(init=False)
    closer: str = field(init=False)
    closed: bool = False
    key: str = ""
    key_where: Where | None = None
    fields: list[RawField] = field(default_factory=list)
    last: tuple[str, int] = ("", 0)
    """Name and beginning of the last value in braces that ended on a line of its own: it may have taken the entry's brace."""
    shortened: bool = False
    """True when the last value was ended by us."""
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin behind the opening bracket."""
        self.at = self.start.end()
        self.closer = "}" if self.start.group("open") == "{" else ")"

    def read(self) -> "EntryCut":
        """Key and fields, up to the closing bracket or the limit."""
        try:
            if self.start.group("type").lower() != "string":
                self._key()
            while not self.closed:
                self._field()
        except _UnclosedError:
            self.at = self.limit
        if self.start.group("type").lower() == "string" and self.fields:
            self.key, self.key_where = self.fields[0].name, self.fields[0].where
        return self

    def _fault(self, start: int, end: int | None, message: str, way: str, rule: str = "bib-syntax") -> None:
        """Report what stands from `start` to `end`."""
        self.problems.append(named(Problem(self.source.where(start, end), rule, message, way), self.key))

    def _named(self) -> str:
        """The entry, for messages."""
        return f"`{self.key}`" if self.key else f"this @{self.start.group('type').lower()}"

    def _key(self) -> None:
        """The key; without one the entry is read on, so that its end is found, but not kept."""
        text = self.source.text
        found = _KEY.match(text, self.at, self.limit)
        assert found is not None, "every part of the pattern may be empty"
        words, begin, after = found.group(1) or "", found.start(1), found.end()
        if text[after : after + 1] == "=" and after < self.limit:
            words, _, name = words.rpartition(" ")
            words, after = words.strip(), found.end(1) - len(name)
        self.at = after
        if not words:
            self._fault(
                self.start.start(),
                self.start.end(),
                f"this @{self.start.group('type').lower()} has no key, so nothing can cite it",
                f"write a short name after the brace: `@{self.start.group('type').lower()}{{name2020,`",
                "bib-missing-key",
            )
            return
        self.key, self.key_where = words, self.source.where(begin, begin + len(words))
        if text[after : after + 1] not in (",", self.closer) and after < self.limit:
            self._fault(begin + len(words), None, f"no comma after the key `{words}`", f"write `{words},`")

    def _field(self) -> None:
        """The next field, or the end of the entry."""
        text = self.source.text
        self.at = self._blank(_BLANK)
        if self.at >= self.limit:
            self._unclosed()
        elif text[self.at] == self.closer:
            self._close()
        elif found := _NAME.match(text, self.at, self.limit):
            self._value(found)
            self._after_value(found.group(1))
        else:
            self._stray("this cannot be read as a field", "a field is written `name = {value},`")

    def _blank(self, pattern: re.Pattern[str]) -> int:
        """The offset behind blanks (and commas)."""
        found = pattern.match(self.source.text, self.at, self.limit)
        return found.end() if found else self.at

    def _unclosed(self) -> None:
        """The limit was reached: once more, carefully, or give in and say so."""
        if not self.careful:
            raise _UnclosedError
        self.closed = True
        if any("never closed" in problem.message for problem in self.problems):
            return
        name, begin = self.last
        if name:
            self._never_closed(name, begin)
        else:
            way = f"write `{self.closer}` behind its last field"
            self._fault(self.start.start(), self.start.end(), f"{self._named()} is never closed", way)

    def _never_closed(self, name: str, begin: int) -> None:
        """A value that runs on."""
        mark, closing = ("brace", "}") if self.source.text[begin] == "{" else ("quotation mark", '"')
        way = f"write `{closing},` at the end of `{name}`"
        self._fault(begin, None, f"the {mark} that opens `{name}` is never closed", way)

    def _close(self) -> None:
        """The closing bracket, unless fields go on behind it."""
        begin, self.at = self.at, self.at + 1
        if _TOO_EARLY.match(self.source.text, self.at, self.limit):
            way = f"take this `{self.closer}` out: fields follow"
            self._fault(begin, None, f"`{self.closer}` closes {self._named()} too early", way)
        else:
            self.closed = True

    def _value(self, found: re.Match[str]) -> None:
        """The value of a field: parts that `#` joins."""
        name = found.group(1)
        where = self.source.where(found.start(1), found.end(1))
        self.at = found.end()
        if not found.group(2):
            self._fault(found.start(1), found.end(1), f"no `=` after `{name}`", f"write `{name} = {{...}}`")
        self.at = self._blank(_SPACE)
        begin, parts = self.at, [self._part(name)]
        while self.source.text[(end := self._blank(_SPACE)) : end + 1] == "#" and end < self.limit:
            self.at = end + 1
            self.at = self._blank(_SPACE)
            parts.append(self._part(name))
        kept = tuple(part for part in parts if part)
        if kept:
            self.fields.append(RawField(name.lower(), kept, where, self.source.where(begin, self.at)))

    def _part(self, name: str) -> str:
        """One part of a value, such that its braces balance."""
        text, begin = self.source.text, self.at
        sign = text[begin : begin + 1] if begin < self.limit else ""
        if sign in ("{", '"') and sign:
            return self._enclosed(name, begin)
        if found := _NUMBER.match(text, begin, self.limit) or _WORD.match(text, begin, self.limit):
            self.at = found.end()
            return found.group()
        return self._bare(name, begin)

    def _bare(self, name: str, begin: int) -> str:
        """Words that stand without braces; or nothing at all."""
        found = _BARE.match(self.source.text, begin, self.limit)
        words = found.group().strip() if found else ""
        if not found or not words:
            self._fault(begin, None, f"`{name}` has no value", f"write `{name} = {{...}},` or take the field out")
            return ""
        self.at = begin + len(found.group().rstrip())
        way = f"write `{name} = {{{words}}},`"
        self._fault(begin, self.at, f"the value of `{name}` stands without braces", way, "bib-no-braces")
        return "{" + re.sub(r"[{}\"]", "", words) + "}"

    def _enclosed(self, name: str, begin: int) -> str:
        """A part in braces or quotation marks."""
        stop = _NEXT_FIELD.search(self.source.text, begin, self.limit) if self.careful else None
        end = self._balance(begin, stop.start() if stop else self.limit)
        if end is None and not self.careful:
            raise _UnclosedError
        if end is not None:
            self.at = end
            self.last = (name, begin) if _OWN_LINE.search(self.source.text, begin, end) else ("", 0)
            return self.source.text[begin:end]
        self._never_closed(name, begin)
        self.shortened = True
        line_end = self.source.text.find("\n", begin, self.limit)
        self.at = stop.start() if stop else line_end if line_end >= 0 else self.limit
        return "{" + re.sub(r"[{}\"]", "", self.source.text[begin : self.at]).strip(" \t\r\n,") + "}"

    def _balance(self, begin: int, limit: int) -> int | None:
        """The offset behind the bracket or quotation mark that closes the one at `begin`; None when none does."""
        quoted, depth = self.source.text[begin] == '"', 0
        for sign in re.compile(r'[{}"]' if quoted else "[{}]").finditer(self.source.text, begin + quoted, limit):
            if sign.group() == '"':
                if depth == 0:
                    return sign.end()
                continue
            depth += 1 if sign.group() == "{" else -1
            if depth < 0 or (depth == 0 and not quoted):
                return sign.end() if not quoted else None
        return None

    def _after_value(self, name: str) -> None:
        """What follows a value: a comma, the end, or a slip."""
        end, text, shortened = self.at, self.source.text, self.shortened
        self.at, self.shortened = self._blank(_SPACE), False
        if shortened or self.at >= self.limit or text[self.at] in (",", self.closer):
            return
        if _GOES_ON.match(text, self.at, self.limit):
            self._fault(max(end - 1, 0), None, f"no comma after the value of `{name}`", f"end `{name}` with `,`")
        else:
            way = "inside quotation marks, write a quotation in braces; then end the value with `,`"
            self._stray(f"words behind the value of `{name}`", way)

    def _stray(self, message: str, way: str) -> None:
        """Report what cannot be read, and go on at the next field or the end."""
        begin, depth = self.at, 0
        for sign in re.compile(r"[{}(),\n]").finditer(self.source.text, begin, self.limit):
            if depth == 0 and (sign.group() == self.closer or self._goes_on(sign)):
                self.at = sign.start()
                break
            depth = max(0, depth + (sign.group() == "{") - (sign.group() == "}"))
        else:
            self.at = self.limit
        self.at = max(self.at, begin + 1) if self.source.text[begin] != self.closer else self.at
        self._fault(begin, self.at, message, way)

    def _goes_on(self, sign: re.Match[str]) -> bool:
        """True where a field follows a comma or a line's end."""
        return sign.group() in ",\n" and bool(_GOES_ON.match(self.source.text, self._next(sign), self.limit))

    def _next(self, sign: re.Match[str]) -> int:
        """The offset of what stands behind a sign."""
        found = _BLANK.match(self.source.text, sign.end(), self.limit)
        return found.end() if found else sign.end()
