"""Why the parser stopped, in the words of a person who writes evidence.

PyYAML's own words ("mapping values are not allowed here") mean nothing to a policy officer. Each function of `SLIPS`
knows one kind of slip by the text round the place; the first that recognises its own words the problem.
"""

from collections.abc import Callable

from briefkit.problems import Problem
from briefkit.yamlfile import misbracketed, misplaced, misquoted
from briefkit.yamlfile.page import Page
from briefkit.yamlfile.parsers import Stop, stop

SLIPS: tuple[Callable[[Page, Stop], Problem | None], ...] = (
    misplaced.directive,
    misplaced.second_document,
    misquoted.escape,
    misbracketed.quote_cut,
    misquoted.never_closed,
    misquoted.closed_too_late,
    misquoted.cut_by_hash,
    misbracketed.comma_forgotten,
    misquoted.goes_on_after_quote,
    misbracketed.goes_on_after_bracket,
    misquoted.curly,
    misbracketed.never_closed,
    misbracketed.inside_value,
    misbracketed.nothing_to_close,
    misbracketed.nothing_between_commas,
    misplaced.name_without_blank,
    misplaced.name_forgotten,
    misplaced.too_long_a_name,
    misplaced.dash_on_the_line,
    misplaced.text_before_field,
    misquoted.colon_in_text,
    misquoted.block_mark,
    misquoted.special_character,
    misplaced.set_in_wrongly,
    misplaced.neither_field_nor_text,
)


def explain(page: Page, text: str, error: Exception) -> Problem:
    """The problem behind a parser's complaint."""
    at = stop(text, error)
    for slip in SLIPS:
        found = slip(page, at)
        if found:
            return found
    mark = page.mark(at.line, at.column)
    message = "from here on the file cannot be read"
    return page.problem("yaml-syntax", mark, message, "look for a missing quotation mark, colon or bracket just before")
