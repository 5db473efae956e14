"""Whether a quotation bears the date that its figure states, and the numbers and negations of a fact in words."""

import re
from collections.abc import Iterator

from briefkit.rules.borne_case import Case, Told
from briefkit.rules.borne_dates import years_of_number
from briefkit.rules.borne_marks import WRITE
from briefkit.rules.borne_rates import names_time
from briefkit.values import Date, Words
from briefkit.values.dates import MONTHS
from briefkit.values.stands import Standing, standing
from briefkit.values.stands_dates import bears, years_in
from briefkit.values.tongues import ENGLISH, tongue
from briefkit.values.write import date_text

_DATE = re.compile(rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>\d{{4}}))?")
WITHOUT = r"without|unsuccessful\w*|failed|ohne|erfolglos\w*|sans|zonder|uden|uten|utan"
"""Words that deny as plainly as `not`, whose loss turns a fact round."""
_GLUED = re.compile(r"(?<!\w)(?:\d+[a-z]+|[A-Za-z]+\d+)(?!\w)")
"""`3e`, `B2`: names, which have to stand as they are."""


def date(case: Case) -> Iterator[Told]:
    """A date stands in its quotation; only its year may come from elsewhere, if the figure says from where."""
    value = case.figure.value
    if not isinstance(value, Date):
        return
    lost = bears(case.text, value, case.lang, year_told=bool(case.figure.year_from))
    text = date_text(value).replace("\u00a0", " ")
    if lost == "year" and not years_in(case.text) and value.month is not None:
        way = "say under `year_from` where the year comes from: `date of the page`"
        yield Told("value-not-in-quote", f"the year of `{text}` does not stand in its quotation: `{case.shown}`", way)
    elif lost:
        way = f"write the date of the quotation, or say under `value_from` how {text} follows: `date of the page`"
        yield Told("value-not-in-quote", f"the {lost} of `{text}` does not stand in its quotation: `{case.shown}`", way)


def counted(case: Case) -> Iterator[Told]:
    """The year as of which something was counted is none other than the quotation's."""
    figure = case.figure
    if isinstance(figure.value, Date | Words):
        return
    said = {one.year for one in (figure.as_of,) if one} | (
        set(range(figure.period.start.year, figure.period.end.year + 1)) if figure.period else set()
    )
    if said and not said & set(years_in(case.text)) and (printed := years_of_number(case)):
        when = " and ".join(str(year) for year in sorted(said))
        message = f"the figure is of {when}, and its quotation speaks of {min(printed)}: `{case.shown}`"
        yield Told(
            "date-not-in-quote", message, "write the year of the source, or say under `value_from` how it follows"
        )


def words(case: Case) -> Iterator[Told]:
    """The numbers of a fact in our own words stand in its quotation, as hard as there."""
    value = case.figure.value
    if not isinstance(value, Words) or value.text == case.text:
        return
    rest = _GLUED.sub(" ", _DATE.sub(" ", value.text))
    yield from _dates(case, value.text)
    for name in _GLUED.findall(value.text):
        if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", case.text, re.IGNORECASE):
            yield _lost(case, name)
    ours = [one for one in standing(rest, "en", case.units) if one.values and not _empty(one)]
    theirs = standing(case.text, case.lang, case.units, [value for one in ours for value in one.values])
    for one in ours:
        yield from _number(case, one, theirs)
    yield from _negation(case, value.text)
    yield from _times(case, value.text)


def _times(case: Case, text: str) -> Iterator[Told]:
    """A length of time of which the quotation has none."""
    quote = case.figure.quote
    told = f"{quote.prefix} {quote.exact} {quote.suffix}" if quote else case.text
    for match in re.finditer(r"\b(week|month|year|hour)(?:s|ly)?\b", text):
        if not names_time(told, match[1]) and not (match[1] == "year" and years_in(told)):
            message = f"`{match[0]}` does not stand in its quotation: `{case.shown}`"
            yield Told(
                "unit-not-in-quote", message, "say what the source says, or say under `value_from` how it follows"
            )


def _empty(one: Standing) -> bool:
    """`no` and `one` of running text, which count nothing."""
    return not one.digits and one.written.casefold() in {"no", "none", "nobody", "one"}


def _number(case: Case, ours: Standing, theirs: tuple[Standing, ...]) -> Iterator[Told]:
    part = [value * 100 for value in ours.values] if ours.fraction else []
    equal = [one for one in theirs if set(one.values) & {*ours.values, *part}]
    if not equal:
        yield _lost(case, ours.written)
    elif ours.bound is None and all(one.bound for one in equal):
        one = equal[0]
        assert one.bound is not None
        message = f"`{ours.written}` says more than its quotation: `{one.qualifier} {one.written}`"
        yield Told("qualifier-dropped", message, f"write `{WRITE[one.bound]} {ours.written}`")


def _dates(case: Case, text: str) -> Iterator[Told]:
    for match in _DATE.finditer(text):
        month = MONTHS.index(match["month"]) + 1
        year = int(match["year"]) if match["year"] else None
        day = int(match["day"]) if match["day"] else None
        if year is not None and bears(
            case.text, Date(year, month, day), case.lang, year_told=bool(case.figure.year_from)
        ):
            yield _lost(case, match[0])


def _lost(case: Case, written: str) -> Told:
    way = f"write what the quotation says, or say under `value_from` how {written} follows"
    return Told("value-not-in-quote", f"`{written}` does not stand in its quotation: `{case.shown}`", way)


def _negation(case: Case, text: str) -> Iterator[Told]:
    """A denial that only one of the two has."""
    denial = denied(text, case.text, case.lang)
    way = "say what the source says, or say under `value_from` how it follows"
    if denial and denial[0]:
        message = f"`{text}` denies something (`{denial[0]}`), and its quotation does not: `{case.shown}`"
        yield Told("negation-differs", message, way)
    elif denial:
        message = f"`{text}` leaves out the `{denial[1]}` of its quotation: `{case.shown}`"
        yield Told("negation-differs", message, way)


def denied(text: str, quote: str, lang: str) -> tuple[str, str] | None:
    """The word that denies in our words alone, and that in the quotation alone; None when the two agree."""
    known = tongue(lang)
    ours, theirs = _denies(text, ENGLISH.negations), _denies(quote, f"{ENGLISH.negations}|{known.negations}")
    if ours and not theirs and not _denies(quote, f"{ENGLISH.lacks}|{known.lacks}"):
        return ours, ""
    theirs = theirs or _denies(quote, WITHOUT)
    if theirs and not ours and known is ENGLISH and not _retold(quote, theirs, text):
        return None
    return ("", theirs) if theirs and not ours and not _denies(text, f"{ENGLISH.lacks}|only") else None


def _retold(quote: str, denial: str, text: str) -> bool:
    """Whether our words tell of what the quotation denies, and do not merely leave it out: `…, without charge`."""
    if denial.casefold() not in _OF_NOUNS:
        return True
    after = re.split(r"[,;.:]", quote[quote.index(denial) + len(denial) :])[0]
    words = [word.casefold()[:STEM] for word in re.findall(r"[^\W\d_]{4,}", after)]
    return any(word in text.casefold() for word in words[:FEW])


_OF_NOUNS = frozenset({"without", "no"})
"""Words that deny the noun behind them alone; a whole clause with its noun may be left out."""
STEM, FEW = 5, 4
"""Letters by which a word is known again in another form; and words behind a denial that are looked at."""


def _denies(text: str, patterns: str) -> str:
    match = re.search(rf"(?<!\w)(?:{patterns})(?!\w)|\w+n['’]t(?!\w)", text, re.IGNORECASE)
    return match[0] if match else ""
