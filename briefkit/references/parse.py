"""What the fields of an entry say: the one place where a .bib text meets pybtex.

`scan` has cut the text so that each piece is well formed; pybtex reads one piece at a time, so that no entry can
harm another. Its errors are captured here: pybtex keeps its strictness in a global, which nothing else may see.
"""

from collections.abc import Iterable

from pybtex import errors
from pybtex.database.input.bibtex import Parser, month_names

from briefkit.problems import Problem
from briefkit.references.raw import RawEntry, RawField, named


class FieldReader:
    """Values of fields, with the @strings of their files."""

    def __init__(self) -> None:
        self._strings: dict[str, str] = {name: str(number) for number, name in enumerate(month_names, start=1)}

    def define(self, strings: Iterable[RawEntry]) -> list[Problem]:
        """Take over @strings, in their order; one may use those before it."""
        problems: list[Problem] = []
        for entry in strings:
            values, faults = self.values(entry)
            problems += faults
            self._strings |= {name: text for name, text in values.items() if name not in month_names}
        return problems

    def values(self, entry: RawEntry) -> tuple[dict[str, str], list[Problem]]:
        """Text of each field as it was typed, LaTeX and braces included; the first wins where one stands twice."""
        problems: list[Problem] = []
        first: dict[str, RawField] = {}
        for raw in entry.fields:
            if raw.name in first:
                problems.append(_twice(raw, first[raw.name], entry.key))
            else:
                first[raw.name] = raw
                problems += self._undefined(raw)
        read = self._read(entry, list(first.values()), problems)
        return read, [named(problem, entry.key) for problem in problems]

    def _read(self, entry: RawEntry, fields: list[RawField], problems: list[Problem]) -> dict[str, str]:
        """The fields by pybtex, under names of our own, so that none can offend it."""
        body = ", ".join(f"f{at} = {' # '.join(map(self._known, raw.parts))}" for at, raw in enumerate(fields))
        with errors.capture() as faults:
            data = Parser(macros=self._strings, person_fields=()).parse_string(f"@misc{{k, {body}}}")
        problems += [
            Problem(entry.where, "bib-syntax", f"`{entry.key}` cannot be read in full", f"look at its braces: {fault}")
            for fault in faults[:1]
        ]
        read = next(iter(data.entries.values())).fields if data.entries else {}
        return {raw.name: read[f"f{at}"] for at, raw in enumerate(fields) if f"f{at}" in read}

    def _known(self, part: str) -> str:
        """A part that pybtex can resolve: a name that no @string defines stands for itself."""
        return part if part[0] in '{"' or part.isdigit() or part.lower() in self._strings else "{" + part + "}"

    def _undefined(self, raw: RawField) -> list[Problem]:
        """Each word that stands without braces and is no @string."""
        return [
            Problem(
                raw.value_where,
                "bib-no-braces",
                f"the value of `{raw.name}` stands without braces",
                f"write `{raw.name} = {{{part}}},` or define @string{{{part} = {{...}}}}",
            )
            for part in raw.parts
            if self._known(part) != part
        ]


def _twice(raw: RawField, first: RawField, key: str) -> Problem:
    message = f"`{key}` says `{raw.name}` twice; the first, in line {first.where.line}, is used"
    return Problem(raw.where, "bib-duplicate-field", message, "take one of the two out")
