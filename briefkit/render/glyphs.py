"""Finds the characters that the fonts of the pages lack, before a page is painted: never a silent box, never a font
that happens to lie on the machine.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from briefkit.brief import Brief, FigureUse, Plain
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.render.look import Look
from briefkit.render.panel import Panel
from briefkit.tables.table import Table

SILENT = {*range(0x20), 0x7F, 0xAD, 0xFEFF, *range(0x2028, 0x202F), *range(0x2060, 0x2070), *range(0x200B, 0x2010)}
"""Characters that are not drawn, or only break lines."""
_REPLACED = "\N{REPLACEMENT CHARACTER}"
"""What stands for an invisible character, once that has been reported."""

Piece = tuple[str, Where]
"""Some text of a page, and where it stands."""


def glyph_problems(
    brief: Brief, library: Library, panels: list[Panel], look: Look, problems: Sequence[Problem] = ()
) -> list[Problem]:
    """Every character of a brief, its tables and its references that no font has, once for each place.

    `problems` are those found before: what stands for an invisible character of theirs is not reported again.
    """
    if not look.covered:
        return []
    spoilt = {problem.where.file for problem in problems if problem.rule == "control-character"}
    known = look.once("characters", lambda: frozenset(map(chr, look.covered | SILENT)))
    found: dict[tuple[str, Where], Problem] = {}
    for text, where in _pieces(brief, library, panels):
        for character in sorted(set(text) - known):
            if character != _REPLACED or where.file not in spoilt:
                found.setdefault((character, where), _problem(character, where))
    return list(found.values())


def _problem(character: str, where: Where) -> Problem:
    name = unicodedata.name(character, "").lower() or "a character without a name"
    message = f"the fonts of the pages have no `{character}` (U+{ord(character):04X}, {name})"
    way = "write it in other characters, or add its range to `templates/fonts/` (see `templates/fonts/README.md`)"
    return Problem(where, "glyph-missing", message, way)


def _pieces(brief: Brief, library: Library, panels: list[Panel]) -> Iterator[Piece]:
    front, head = brief.front, Where(brief.file, 1)
    for text in (brief.title_text, brief.question_text, brief.answer_text, front.series, front.subject, front.version):
        yield text or "", head
    yield " ".join(front.authors), head
    for token in brief.tokens:
        where = token.meta.get("where", head)
        for part in token.children or [token]:
            noun = part.meta.get("noun")
            text = noun.shown if isinstance(noun, FigureUse) else noun.text if isinstance(noun, Plain) else part.content
            yield text, part.meta.get("where", where)
    for table in brief.tables:
        yield _table_text(table), table.where
    for key in brief.cited:
        reference = library.references[key]
        names = [str(name) for name in (*reference.authors, *reference.editors)]
        yield " ".join([reference.title, *reference.fields.values(), *names]), reference.where
    for panel in panels:
        figure = library.figure(panel.address) or brief.figures.get(panel.address)
        said = [panel.label, panel.record, panel.value, panel.quote.exact if panel.quote else ""]
        said += [panel.quote.prefix + panel.quote.suffix] if panel.quote else []
        yield " ".join([*said, *(text for _, text in panel.facts)]), figure.where if figure else head


def _table_text(table: Table) -> str:
    cells = (cell.text for row in table.rows for cell in row.cells)
    return " ".join([table.caption, *(column.heading for column in table.columns), *cells, *table.notes])
