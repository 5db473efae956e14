"""Which numbers stand in a quotation: every way of writing that sources use, and that a changed digit is never found."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefkit.values import Date
from briefkit.values.number_words import spell
from briefkit.values.stands import standing
from briefkit.values.stands_dates import bears, dates_in, years_in
from briefkit.values.stands_rates import bases, rate_times, times_of
from briefkit.values.tongues import TONGUES, tongue

NARROW = "\u202f"


def found(text, lang="en", wanted=()):
    """Every number of the text, as it can be read, with what stands beside it."""
    lines = []
    for one in standing(text, lang, wanted=[Decimal(number) for number in wanted]):
        ways = " or ".join(f"{value.normalize():f}" for value in one.values) or "nothing"
        beside = [one.qualifier, one.unit or "", "/".join(sorted(one.currencies))]
        lines.append(" | ".join([ways, *filter(None, beside)]))
    return lines


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("127 were randomised", "en", ["127"]),
        ("One hundred and twenty-seven people", "en", ["127 | people"]),
        ("Ten people, twice a day", "en", ["10 | people", "2"]),
        ("12·5 per cent", "en", ["12.5 | percent"]),
        ("12,5 Prozent", "de", ["12.5 | percent"]),
        ("12,5 %", "", ["12.5 | percent"]),
        ("rund 1’700 Abhängige", "de", ["1700 | rund"]),
        ("13.400 Personen", "de", ["13400"]),
        ("13.400", "en", ["13.4"]),
        ("1,300", "en", ["1300"]),
        ("1,300", "de", ["1.3"]),
        ("1.300.000,50 Euro", "de", ["1300000.5 | EUR"]),
        ("0,125 und 0.125", "de", ["0.125", "0.125"]),
        (f"79{NARROW}400", "en", ["79400"]),
        ("2,3 Mio. Franken", "de", ["2300000 | CHF"]),
        ("4 Mrd.", "de", ["4000000000"]),
        ("£1.4bn and £1.2million", "en", ["1400000000 | GBP", "1200000 | GBP"]),
        ("8.5 million EUR", "en", ["8500000 | EUR"]),
        ("10 m", "en", ["10000000 or 10"]),
        ("500m of the site, 1.4m pupils, £3m", "en", ["500000000 or 500", "1400000", "3000000 | GBP"]),
        ("(p = .034; 95% CI .5 to .9)", "en", ["0.034", "95 | percent", "0.5", "0.9"]),
        ("held.12 In all", "en", ["12"]),
        ("450 mg/day, 3 times/week", "en", ["450 | mg", "3 | time"]),
        ("1,6-2,5 mio. kr.", "da", ["1600000 | DKK/NOK/SEK", "2500000 | DKK/NOK/SEK"]),
        (
            "2 to 3 million, 1,500 to 2 million, 12 and 3 bn",
            "en",
            ["2000000 or 2", "3000000", "1500", "2000000", "12000000000 or 12", "3000000000"],
        ),
        ("In 2020,1339 of them, 12,5 mio.", "da", ["2020", "1339", "12500000"]),
        ("2.3 mio. and 4 mio", "en", ["2300000", "4000000"]),
        ("SFr. 40, Sfr 30, 20 SFr", "en", ["40 | CHF", "30 | CHF", "20 | CHF"]),
        (
            "5 dänische Kronen, 6 norwegische Kronen, 7 schwedische Kronen, 8 Kronen",
            "de",
            ["5 | DKK", "6 | NOK", "7 | SEK", "8 | DKK/NOK/SEK"],
        ),
        ("$14 million and 920 life-years", "en", ["14000000 | AUD/CAD/HKD/NZD/SGD/USD", "920"]),
        (
            "£9,000 and 15,000 a year, £5, 6 and 7 respectively",
            "en",
            ["9000 | GBP", "15000 | GBP", "5 | GBP", "6 | GBP", "7 | GBP"],
        ),
        ("E12 793 (£ 8793, $16 122)", "en", ["12793 | EUR", "8793 | GBP", "16122 | AUD/CAD/HKD/NZD/SGD/USD"]),
        ("(- E25 374)", "en", ["-25374 | EUR"]),
        ("£-92.04", "en", ["-92.04 | GBP"]),
        ("−3.2 points", "en", ["-3.2 | point"]),
        ("minus 3 per cent", "en", ["-3 | percent"]),
        ("minus £3", "en", ["-3 | GBP"]),
        ("the crime - 43 of them", "en", ["43 or -43"]),
        ("2.88-23.16 in 14–26 weeks", "en", ["2.88", "23.16", "14 | week", "26 | week"]),
        ("5 to -3", "en", ["5", "-3"]),
        ("27, 81 and 93%", "en", ["27 | percent", "81 | percent", "93 | percent"]),
        ("£9,000 to 15,000", "en", ["9000 | GBP", "15000 | GBP"]),
        ("9,000 to 15,000 euros", "en", ["9000 | EUR", "15000 | EUR"]),
        ("50% or more", "en", ["50 | or more | percent"]),
        ("mindestens fünf Jahre", "de", ["5 | mindestens | year"]),
        ("over two years, over 2,000 people", "en", ["2 | year", "2000 | over | people"]),
        ("Some 3,127 deaths, some 3,000 deaths", "en", ["3127 | death", "3000 | some | death"]),
        ("no more than 15, not more than 12", "en", ["15 | no more than", "12 | not more than"]),
        ("p<0.05, ~40, ≥ 3", "en", ["0.05 | <", "40 | ~", "3 | ≥"]),
        ("10⁶ and 1½ and ½", "en", ["nothing", "1.5", "0.5"]),
        ("22.8 percentage points, 3 Prozentpunkte", "de", ["22.8 | percentage_point", "3 | percentage_point"]),
        ("06.12.2022", "de", ["6", "12", "2022"]),
        ("no deaths", "en", ["0 | death"]),
        ("half of them", "en", ["0.5"]),
        ("plus de 300 patients", "fr", ["300 | plus de | patient"]),
        ("bijna 100 patiënten", "nl", ["100 | bijna"]),
    ],
)
def test_numbers_as_sources_print_them(text, lang, expected):
    wanted = [5] if lang == "de" and "fünf" in text else []
    assert found(text, lang, wanted) == expected


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("zehn Ambulanzen", "de", 10),
        ("hundertsiebenundzwanzig", "de", 127),
        ("eine Klinik", "de", 1),
        ("quarante-trois patients", "fr", 43),
        ("drieënveertig", "nl", 43),
        ("tjugo", "sv", 20),
        ("veinte centros", "es", 20),
    ],
)
def test_number_words_of_other_languages_are_found_when_wanted(text, lang, number):
    assert found(text, lang, [number])[0].split(" | ")[0] == str(number)
    assert found(text, lang, [number + 100]) == []


def test_a_text_of_digits_alone_is_no_number():
    assert found("9" * 40) == ["nothing"]
    assert len(standing("1 " * 500)) <= 60


@pytest.mark.parametrize(
    ("text", "lang", "date", "told", "lost"),
    [
        ("came to an end on Tuesday 6 December", "en", Date(2022, 12, 6), True, ""),
        ("came to an end on Tuesday 6 December", "en", Date(2022, 12, 6), False, "year"),
        ("came to an end on Tuesday 6 December", "en", Date(2022, 12, 7), True, "day"),
        ("came to an end on Tuesday 6 December", "en", Date(2022, 11, 6), True, "month"),
        ("In 2022, on 6 December", "en", Date(2022, 12, 6), False, ""),
        ("December 6, 2022", "en", Date(2022, 12, 6), False, ""),
        ("December 6, 2022", "en", Date(2021, 12, 6), True, "year"),
        ("the 6th of December 2022", "en", Date(2022, 12), False, ""),
        ("06.12.2022", "de", Date(2022, 12, 6), False, ""),
        ("06.12.2022", "de", Date(2022, 6, 12), False, "month"),
        ("06/12/2022", "en", Date(2022, 6, 12), False, ""),
        ("Published 26/11/19", "en", Date(2019, 11), False, ""),
        ("2022-12-06", "en", Date(2022, 12, 6), False, ""),
        ("im Juli 2009 in Kraft", "de", Date(2009, 7), False, ""),
        ("6. Dezember 2022", "de", Date(2022, 12, 6), False, ""),
        ("le 1er mars 2010", "fr", Date(2010, 3, 1), False, ""),
        ("Posted on: 12 February, 2018", "en", Date(2018, 2, 12), False, ""),
        ("12 Feb 2018", "en", Date(2018, 2), False, ""),
        ("since 2010", "en", Date(2010), False, ""),
        ("since 2010", "en", Date(2011), True, "year"),
        ("it may cost more", "en", Date(2010, 5), True, "month"),
        ("between 2016/17 and 2018", "en", Date(2017), False, ""),
    ],
)
def test_dates_as_sources_print_them(text, lang, date, told, lost):
    assert bears(text, date, lang, year_told=told) == lost


def test_a_sum_of_money_or_a_count_is_no_year():
    assert years_in("£2,019 and 2019 people, 2019% and 20190") == (2019,)
    assert dates_in("nothing here") == ()


def test_rates():
    assert times_of("patient per year") == {"year"}
    assert times_of("person for 26 weeks") == {"week"}
    assert rate_times(" a year for each addict", "en", here=True) == {"year"}
    assert rate_times(" (£8793) per patient per year", "en", here=True) == frozenset()
    assert rate_times("the estimated annual cost", "en", here=False) == {"year"}
    assert rate_times("jährlich", "de", here=False) == {"year"}
    assert bases(" deaths per million") == ("million",)
    assert bases(" per 100,000 people") == ("100000",)
    assert bases(" in 21 Zentren") == ()


def test_a_language_that_is_not_known_is_read_as_english():
    assert tongue("xx") is TONGUES["en"]
    assert all(len(one.months) == 12 for one in TONGUES.values())


WAYS = (
    lambda number: f"{number}",
    lambda number: f"{number:,}",
    lambda number: f"{number:,}".replace(",", " "),
    lambda number: f"{number:,}".replace(",", "\u202f"),
    lambda number: f"{number:,}".replace(",", "’"),
    lambda number: spell(Decimal(number)),
    lambda number: spell(Decimal(number)).capitalize(),
    lambda number: f"(n={number})",
    lambda number: f"{number}%",
    lambda number: f"£{number:,}",
    lambda number: f"{number}-week",
)
SENTENCES = ("In all {} were enrolled", "{} took part, and left", "They had a total of {}", "(said {}; and more)")
numbers = st.integers(2, 9_999_999)


@given(numbers, st.sampled_from(WAYS), st.sampled_from(SENTENCES))
def test_a_number_is_found_in_every_way_of_writing(number, way, sentence):
    values = {value for one in standing(sentence.format(way(number)), "en") for value in one.values}
    assert Decimal(number) in values


@given(numbers, st.sampled_from(WAYS), st.sampled_from(SENTENCES), st.data())
def test_a_changed_digit_is_never_found(number, way, sentence, data):
    digits = list(str(number))
    at = data.draw(st.integers(0, len(digits) - 1))
    digits[at] = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[at]]))
    other = int("".join(digits))
    assume(other != number and other > 1)
    values = {
        value for one in standing(sentence.format(way(number)), "en", wanted=[Decimal(other)]) for value in one.values
    }
    assert Decimal(other) not in values


@given(numbers, st.sampled_from(WAYS), st.sampled_from(SENTENCES), st.data())
def test_swapped_digits_are_never_found(number, way, sentence, data):
    digits = list(str(number))
    assume(len(digits) > 1)
    at = data.draw(st.integers(0, len(digits) - 2))
    assume(digits[at] != digits[at + 1])
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    other = Decimal("".join(digits))
    values = {value for one in standing(sentence.format(way(number)), "en", wanted=[other]) for value in one.values}
    assert other not in values


@given(st.text(max_size=200), st.sampled_from(["", "xx", *TONGUES]))
def test_any_text_can_be_read(text, lang):
    for one in standing(text, lang, wanted=[Decimal(3)]):
        assert 0 <= one.start < one.end <= len(text)
        assert one.written == text[one.start : one.end]
        assert one.unit_end >= one.end
    dates_in(text, lang)


@given(st.decimals(0, 9999, places=2), st.sampled_from([("en", "."), ("en", "·"), ("de", ","), ("de", "."), ("", ",")]))
def test_decimals_are_found_by_the_mark_of_the_language(number, how):
    lang, mark = how
    text = f"it rose to {f'{number:f}'.replace('.', mark)} per cent"
    assert number in {value for one in standing(text, lang) for value in one.values}
    assert number * 100 not in {value for one in standing(text, lang) for value in one.values} or number == 0
