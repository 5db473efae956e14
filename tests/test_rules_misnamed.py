"""Arms, countries, places and years that the words round a figure name, and that are not its own."""

import pytest
from words_desk import DEATHS, TOWN, broken, problems_of


def rules(text: str) -> list[str]:
    return [problem.rule for problem in problems_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "<HEROIN> people stayed on oral methadone.",
        "<ORAL> people given supervised heroin stayed.",
        "In the oral methadone group, <HEROIN> stayed.",
        "On methadone <HEROIN> stayed.",
        "Treatment cost <COST> with oral methadone.",
        "On heroin <HEROIN> stayed, against <ORAL> on injectable methadone.",
        "More of those given oral methadone got better: <BETTER>.",
        "The rate was <NORTH> in London.",
        "The rate was <LONDON> in the North East and <NORTH> elsewhere.",
    ],
)
def test_another_arm_is_not_named(text):
    assert "arm-misnamed" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "<HEROIN> people stayed on heroin, against <ORAL> on oral methadone.",
        "<HEROIN> people on heroin and <ORAL> on methadone stayed.",
        "On oral methadone <ORAL> stayed, on heroin <HEROIN>.",
        "<HEROIN> on heroin with methadone stayed.",
        "<BETTER> of those given heroin stopped using street heroin.",
        "<WORSE> met the target for street heroin.",
        "In the trial of heroin, <ORAL> stayed in treatment.",
        "Of heroin users, <ORAL> stayed.",
        "<ORAL> stayed, fewer than on heroin.",
        "Then heroin came to <TOTAL> per person and oral methadone to <TOTAL_ORAL>.",
        "<HEROIN> stayed, unlike those on oral methadone.",
        "The rate was <NORTH> in the North East and <LONDON> in London.",
        "The difference for heroin was <POINTS>.",
        "::: unknown\nWhether <HEROIN> on oral methadone is right.\n:::",
    ],
)
def test_the_arm_itself_and_other_uses_of_its_name_are_let_through(text):
    assert "arm-misnamed" not in rules(text)


def test_an_arm_is_told_with_both_names():
    (problem,) = [one for one in problems_of("<HEROIN> people stayed on oral methadone.") if one.rule == "arm-misnamed"]
    assert problem.message == "`oral methadone` stands beside `38 of 43`, which is of `supervised injectable heroin`"
    assert problem.help == "bind the figure of `optimised oral methadone`, or name `supervised injectable heroin`"
    assert problem.where.length == len("oral methadone")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("In the Danish trial, <HEROIN> people stayed.", "country-misnamed"),
        ("In Denmark there were <CLINICS> sites in 2019.", "country-misnamed"),
        (
            "It is paid as in Denmark, where [statutory health insurance]{=hat_germany.paid_by} pays.",
            "country-misnamed",
        ),
        ("Swiss insurers: [statutory health insurance]{=hat_germany.paid_by} pays.", "country-misnamed"),
        ("In the United States deaths came to <D24>.", "country-misnamed"),
        ("Glasgow's service closed on <CLOSED>.", "place-misnamed"),
        ("The Glasgow scheme, at [£250,000 a year]{=hat_town.running_cost}, was dear.", "place-misnamed"),
    ],
)
def test_another_country_or_town_is_not_named(text, rule):
    assert rules(text).count(rule) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In the English trial <HEROIN> people stayed.",
        "Unlike in Denmark, <HEROIN> people stayed.",
        "Without the Danish people <HEROIN> stayed.",
        "By the law of New South Wales, <CLINICS> sites opened in 2019.",
        "In England, as in Denmark, heroin is prescribed: <HEROIN> stayed.",
        "In Germany there were <CLINICS> sites in 2019, and in Britain deaths came to <D24>.",
        "A German text has it too: in the United Kingdom <HEROIN> stayed.",
        "Middlesbrough, which followed Glasgow, closed on <CLOSED>.",
        "<HEROIN> people stayed, more than in Denmark.",
        "Some danish pastries were given to <HEROIN> people.",
        "The Cochrane review, with trials from Canada, gave a risk ratio of <STAY>.",
    ],
)
def test_countries_that_the_figures_are_of_or_that_are_set_apart(text):
    assert broken(text, "undated-count") == []


def test_each_part_of_a_sentence_and_each_definition_has_its_country():
    right = "In Germany [statutory health insurance]{=hat_germany.paid_by} pays; in England <HEROIN> stayed."
    assert broken(right) == []
    assert broken(right.replace("In Germany", "In England").replace("in England", "in Germany")) == ["country-misnamed"]
    listed = "Germany\n:   In 2019 there were <CLINICS> sites.\n\nEngland\n:   In the trial <HEROIN> stayed."
    assert broken(listed) == []
    assert broken(listed.replace("Germany", "Denmark")) == ["country-misnamed"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In the EU <HEROIN> stayed on heroin.", True),
        ('{{ table("programmes", columns=["name", "clinics"], caption="Programmes in the EU") }}', True),
        ("In the EU there were <CLINICS> sites in 2019.", False),
        ("In Europe <HEROIN> stayed on heroin.", False),
        ("Unlike in the EU, <HEROIN> stayed on heroin.", False),
        ('{{ table("programmes", columns=["name", "clinics"], caption="Programmes in Europe") }}', False),
    ],
)
def test_the_european_union_is_of_its_members(text, wrong):
    assert ("bloc-misnamed" in rules(text)) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "Deaths rose from <D14> registered in 2015 to <D24> registered in 2024.",
        "Deaths rose from <D14> registered in 2024 to <D24> registered in 2014.",
        "Of the deaths registered in 2022, <D23> were counted.",
        "In 2018 there were <CLINICS> sites.",
        "The Council wrote in December 2015: “<SAID>”.",
        "In 2024 it was <D14>.",
        "In 2023 it was <D24> deaths, against <D14> a while before.",
    ],
)
def test_another_year_is_not_named(text):
    assert "year-misnamed" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deaths rose from <D14> registered in 2014 to <D24> registered in 2024.",
        "Deaths rose between 2014 and 2024 from <D14> to <D24>.",
        "Deaths rose from <D14> registered in 2014 to <D24>.",
        "Of the deaths registered in 2023, <D23> were counted.",
        "A bulletin published in 2025 counts <D24>.",
        "In 2025 the office said that <D23> deaths were registered in 2023.",
        "The Council wrote in December 2016: “<SAID>”.",
        "In 2024 it was <D24> deaths, against <D23> a year before.",
        "The count in 2024 was <D24>, against <D23> the year before and <D14> at first.",
        "In 2010 the trial was printed, with <HEROIN> staying.",
        "In 2019, long after the trial of 2002, there were <CLINICS> sites.",
    ],
)
def test_the_figures_own_year_and_years_of_other_things(text):
    assert "year-misnamed" not in rules(text)


def test_a_year_is_told_with_the_right_one():
    (problem,) = [one for one in problems_of("In 2018 there were <CLINICS> sites.") if one.rule == "year-misnamed"]
    assert problem.message == "`2018` stands beside `ten`, which is of 2019"
    assert (problem.where.column, problem.where.length) == (4, 4)


SITES = TOWN.replace("place: Middlesbrough", "place: South London, Brighton and Darlington").replace("Middle", "Little")
LANDS = DEATHS.replace("place: England and Wales", "place: Glasgow and Paisley").replace("D", "d", 1)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Brighton closed on {{ sites.closed }}, before Glasgow began.", False),
        ("South London closed on {{ sites.closed }}, before Glasgow began.", False),
        ("London closed on {{ sites.closed }}, before Glasgow began.", False),
        ("Leeds closed on {{ sites.closed }}, before Glasgow began.", True),
        ("In Glasgow it closed on {{ sites.closed }}.", True),
        ("In Middlesbrough it closed on {{ sites.closed }}.", True),
        ("In Glasgow [3,346]{=lands.series.y2014} people died in 2014.", True),
        ("In Glasgow and Paisley [3,346]{=lands.series.y2014} people died in 2014.", False),
        ("In England and Wales [3,346]{=lands.series.y2014} people died in 2014.", True),
    ],
)
def test_a_record_of_several_sites_is_of_each_and_a_count_of_two_lands_of_neither(text, wrong):
    found = [one.rule for one in problems_of(text, programmes__sites=SITES, statistics__lands=LANDS)]
    assert ("place-misnamed" in found) is wrong
