"""Each value is borne out by its own quotation, or its record says how it follows: a quotation that was found proves nothing else."""

from collections.abc import Callable, Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.records.record import Record
from briefkit.rules import borne_dates, borne_facts, borne_numbers, borne_quotes, borne_words
from briefkit.rules.borne_case import Case, Told, case_of
from briefkit.values import Missing

CHECKS: tuple[Callable[[Case], Iterator[Told]], ...] = (
    borne_numbers.number,
    borne_numbers.share,
    borne_numbers.ends,
    borne_numbers.interval,
    borne_facts.date,
    borne_facts.counted,
    borne_facts.words,
    borne_words.doubt,
    borne_words.names,
    borne_dates.paged,
    borne_dates.worked_out,
    borne_dates.counted_after,
    borne_quotes.cut_number,
    borne_quotes.fragment,
)
EXCUSED = frozenset(
    {
        "value-not-in-quote",
        "sign-not-in-quote",
        "unit-not-in-quote",
        "per-not-in-quote",
        "date-not-in-quote",
        "currency-not-in-quote",
        "interval-not-in-quote",
        "qualifier-added",
        "negation-differs",
        "doubt-dropped",
        "name-not-in-quote",
    }
)
"""What `value_from` may explain. A number that is cut and a qualifier that is dropped can only be mended."""
FEWEST_WORDS = 3
"""An explanation in fewer words explains nothing."""


def not_borne(library: Library, _today: date) -> Iterator[Problem]:
    """Figures that say something else, or more, than the words quoted for them."""
    for record in library.records.values():
        yield from not_borne_in(record, library)


def not_borne_in(record: Record, library: Library) -> Iterator[Problem]:
    """The same for the figures of one record."""
    for figure in library.figures_of(record.id):
        if isinstance(figure.value, Missing):
            continue
        case = case_of(figure, library)
        if case is None:
            continue
        for told in settled(figure, [told for check in CHECKS for told in check(case)]):
            yield Problem(place(figure, library), told.rule, told.message, told.help)


def settled(figure: Figure, found: list[Told]) -> list[Told]:
    """What is left when the record says how the value follows; and what is wrong with what it says."""
    told = figure.value_from
    if not told:
        return found
    if len(told.split()) < FEWEST_WORDS:
        way = "say in a few words how the value comes from the quotation: `the mean of the two years`"
        return [
            *found,
            Told("value-from-empty", f"`{told}` does not say how the value follows from its quotation", way),
        ]
    if not found:
        way = "delete it: it would hide a value that somebody changes later"
        return [Told("value-from-needless", "the quotation bears the value, so `value_from` explains nothing", way)]
    return [one for one in found if one.rule not in EXCUSED]


def place(figure: Figure, library: Library) -> Where:
    """Where the figure's value stands in its file."""
    record = library.records.get(figure.record)
    return record.place_of(*figure.address.split(".")[1:], "value") if record else figure.where
