"""Sources that cannot be those of their figure: of another language, of another study, of an earlier time."""

import re
from collections.abc import Iterator
from datetime import date

from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import Cost
from briefkit.records.study import Study
from briefkit.references.reference import Issued
from briefkit.values import Date
from briefkit.values.dates import first_day, last_day
from briefkit.values.stands_dates import years_in

_SMALL = {
    "en": "the of and was were with for from that which by had been are not have has would who they their it",
    "de": "der die das und wurde wurden nicht mit von ist eine einer einem im zum zur sie auf werden bis nur wer dem den",
    "fr": "le la les des et une dans pour est sont avec qui que par sur aux du ont été",
    "nl": "het een en van zijn niet met voor wordt werden aan door ook worden bij",
    "da": "og det er til af ikke med som blev den har på fra",
    "es": "el los las una por con para que del fueron son más",
}
"""Small words by which a language is known."""
_LANGUAGES = {
    word: tuple(lang for lang, words in _SMALL.items() if word in words.split())
    for small in _SMALL.values()
    for word in small.split()
}
"""The languages that have each of them."""
_AHEAD = re.compile(
    r"(?<!\w)(?:by|until|will|would|plan\w*|expect\w*|project\w*|target\w*|bis|wird|werden|from|aim\w*)(?!\w)",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"(?<!\w)(?:english|summary|abstract)(?!\w)", re.IGNORECASE)
"""Parts that documents of other languages have in English."""
_SAID = ("started", "closed", "ended", "proposed", "date")


def language_not_of_source(library: Library, _today: date) -> Iterator[Problem]:
    """Words in another language than the document that they are said to stand in."""
    for figure in library.figures.values():
        keys = [key for key in (figure.via, *figure.cite[:1]) if key and key in library.references]
        if not keys or figure.quote is None or figure.derivation is not None:
            continue
        said = {library.references[key].lang for key in keys} - {""} or {"en"}
        said |= {"en"} if _SUMMARY.search(figure.at or "") else set()
        found = language_of(figure.quote.exact)
        if found and found not in said and said <= set(_SMALL):
            key, lang = keys[-1], min(said)
            message = f"the quotation of `{_path(figure)}` is in the language `{found}`, and the bibliography has `{key}` in `{lang}`"
            way = "cite the document in which the words stand, give its entry a `langid`, or say under `at:` that this is its summary"
            yield Problem(figure.where, "language-not-of-source", message, way)


def language_of(text: str) -> str:
    """The language of a text as far as its small words tell beyond doubt; else empty."""
    counts = dict.fromkeys(_SMALL, 0)
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        for lang in _LANGUAGES.get(word, ()):
            counts[lang] += 1
    best, *rest = sorted(counts, key=lambda lang: -counts[lang])
    return best if counts[best] >= 2 and counts[best] >= 3 * counts[rest[0]] else ""


def report_of_another_study(library: Library, _today: date) -> Iterator[Problem]:
    """A result whose source is the report of another investigation."""
    reports: dict[str, set[str]] = {}
    for record in library.records.values():
        if isinstance(record, Study):
            for key in {*record.references, *([record.cite] if record.cite else [])}:
                reports.setdefault(key, set()).add(record.id)
    for figure in library.figures.values():
        study = _study(figure, library)
        for key in figure.cite if study and figure.derivation is None else ():
            source = library.sources.get(key)
            own = reports.get(key, set())
            review = source is not None and source.source_class == "systematic_review"
            if own and study not in own and not review:
                message = f"`{_path(figure)}` is of `{study}`, and `{key}` reports on `{min(own)}`"
                way = f"cite a report of this study, or add `{key}` to its `references:` if it tells of both"
                yield Problem(figure.where, "report-of-another-study", message, way)


def _study(figure: Figure, library: Library) -> str:
    record = library.records.get(figure.record)
    if isinstance(record, Study):
        return record.id
    return record.study or "" if isinstance(record, Cost) else ""


def via_of_another(library: Library, _today: date) -> Iterator[Problem]:
    """A copy of one document named as the place where the words of another were met."""
    for figure in library.figures.values():
        via = figure.via
        if not via or not figure.cite or figure.derivation is not None:
            continue
        whole = [key for key in library.references if via.startswith(f"{key}_")]
        title = library.references[via].title if via in library.references else ""
        copied = [key for key in whole if _same_title(library.references[key].title, title)]
        if copied and not set(copied) & set(figure.cite):
            message = f"`{via}` is a copy of `{max(copied, key=len)}`, and `{_path(figure)}` cites `{figure.cite[0]}`"
            yield Problem(
                figure.where, "via-of-another", message, "cite the document of which it is a copy, or mend `via:`"
            )


def _same_title(title: str, copied: str) -> bool:
    plain = [re.sub(r"\W+", " ", one).casefold().strip() for one in (title, copied)]
    return bool(plain[0]) and plain[0][:20] in plain[1]


def source_before_event(library: Library, today: date) -> Iterator[Problem]:
    """Something that happened after the document that tells of it appeared."""
    for figure in library.figures.values():
        ends = [
            last_day(one.end or one.start) for key in (figure.via, *figure.cite) if key for one in _issue(library, key)
        ]
        if not ends or figure.derivation is not None:
            continue
        if isinstance(figure.value, Date):
            ahead = getattr(library.records.get(figure.record), "status", "") == "planned"
            future = first_day(figure.value) > (today.year, today.month, today.day)  # told by `date-in-future`
            told = figure.year_from or figure.value_from or ahead or future
            late = not told and first_day(figure.value) > max(ends) and figure.address.rpartition(".")[2] in _SAID
            year = figure.value.year
        else:
            quote = figure.quote.exact if figure.quote else ""
            year = max((one for one in years_in(quote) if one < 2100), default=0)
            late = year > max(ends)[0] and not _AHEAD.search(quote) and not _counted_so(figure, year)
        if late:
            message = f"`{_path(figure)}` tells of {year}, and its source is of {max(ends)[0]}"
            yield Problem(figure.where, "counted-after-source", message, "look up of which time the source speaks")


def _counted_so(figure: Figure, year: int) -> bool:
    """Whether the year is only the number itself: `2007 patients`; or is told of by another rule."""
    return str(year) == str(getattr(figure.value, "value", "")) or bool(figure.as_of or figure.period)


def _issue(library: Library, key: str) -> list[Issued]:
    found = library.references[key].issued if key in library.references else None
    return [found] if found else []


def _path(figure: Figure) -> str:
    return figure.address.partition(".")[2]
