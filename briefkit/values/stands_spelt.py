"""Numbers in words as sources print them: `One hundred and twenty-seven`, `zehn`, `twice`, `half`."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from briefkit.values.number_words import scan_spelt, spell_in
from briefkit.values.stands_digits import Digits
from briefkit.values.tongues import ENGLISH, Tongue

_WORD = re.compile(r"(?<!\w)[A-Za-z]+")
_NOUGHT = re.compile(
    r"(?<!\w)(?:zero|no(?! (?:more|fewer|less|longer|doubt|one)(?!\w))|none|nobody)(?!\w)", re.IGNORECASE
)
_FRACTIONS = {
    "half": Decimal("0.5"),
    "a quarter": Decimal("0.25"),
    "one quarter": Decimal("0.25"),
    "three quarters": Decimal("0.75"),
    "a fifth": Decimal("0.2"),
    "one in five": Decimal("0.2"),
    "a tenth": Decimal("0.1"),
    "one in ten": Decimal("0.1"),
    "hälfte": Decimal("0.5"),
    "moitié": Decimal("0.5"),
}
"""Parts that are exact; a third is none of them."""
_ONES = {
    "de": "ein eine einer einem einen eines",
    "fr": "un une",
    "nl": "een één",
    "da": "en et én ét",
    "no": "en ei et én",
    "sv": "en ett",
    "es": "un uno una",
}
"""Forms of `one` by num2words's code of the language."""


def scan_words(text: str, known: Tongue, wanted: Iterable[Decimal]) -> list[Digits]:
    """Every number in words: all that are English, and of another language those that are wanted."""
    found = [*_english(text), *_fractions(text), *_repeats(text, known), *_noughts(text)]
    if known.spelt:
        found += [one for number in wanted for one in _foreign(text, number, known.spelt)]
    starts: dict[int, Digits] = {}
    for one in sorted(found, key=lambda one: one.end):
        starts[one.start] = one
    return list(starts.values())


def _english(text: str) -> list[Digits]:
    found: list[Digits] = []
    at = 0
    while match := _WORD.search(text, at):
        spelt = scan_spelt(text, match.start())
        at = match.end()
        if spelt is not None:
            found.append(Digits(match.start(), spelt.end, (spelt.value,)))
            at = spelt.end
    return found


def _fractions(text: str) -> list[Digits]:
    return [
        Digits(match.start(), match.end(), (value,), places=2, fraction=True)
        for words, value in _FRACTIONS.items()
        for match in _alone(words).finditer(text)
    ]


def _repeats(text: str, known: Tongue) -> list[Digits]:
    return [
        Digits(match.start(), match.end(), (Decimal(count),))
        for words, count in {**ENGLISH.repeats, **known.repeats}.items()
        for match in _alone(words).finditer(text)
    ]


@cache
def _alone(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _noughts(text: str) -> list[Digits]:
    return [Digits(match.start(), match.end(), (Decimal(0),)) for match in _NOUGHT.finditer(text)]


def _foreign(text: str, number: Decimal, lang: str) -> list[Digits]:
    """Where a whole number stands in the words of another language."""
    if number != number.to_integral_value() or not 0 <= number < 10**9:
        return []
    forms = {spell_in(number, lang)} | set(_ONES.get(lang, "").split() if number == 1 else ())
    forms |= {form.removeprefix("ein") for form in forms if form.startswith(("einhundert", "eintausend"))}
    return [
        Digits(match.start(), match.end(), (number,))
        for form in forms
        if form
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE)
    ]
