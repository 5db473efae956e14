"""How numbers are put: points and percent, ratios with absolute numbers, directions, times, what belongs beside them."""

import pytest
from words_desk import COST, REVIEW, broken, problems_of


def rules(text: str, **files: str) -> list[str]:
    return [problem.rule for problem in problems_of(text, **files)]


@pytest.mark.parametrize(
    "text",
    [
        "Response rose from <WORSE> to <BETTER>, by 22.8%.",
        "Response was 23 per cent higher: <BETTER> against <WORSE>.",
        "That is 22.8 per cent more than on methadone: <POINTS>.",
        "The difference was [22.8]{=riott.response.compared.heroin_vs_oral_methadone.risk_difference.value}%.",
        "In the trial [49.7]{=riott.response.heroin.value} percentage points did better on heroin.",
        "Of those on methadone <WORSE> did better, and <BETTER> on heroin: a gain of 22.8 percent.",
    ],
)
def test_points_are_not_told_as_percent(text):
    assert "points-as-percent" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the trial <BETTER> did better on heroin and <WORSE> on methadone, a difference of <POINTS>.",
        "From <WORSE> to <BETTER> is 85 per cent more.",
        "On heroin <BETTER> did better; 95% of clinics took part.",
        "[22.8]{=riott.response.compared.heroin_vs_oral_methadone.risk_difference.value} percentage points lay between them.",
        "In the trial [49.7]{=riott.response.heroin.value}% did better on heroin.",
        "The interval of <POINTS> is a 95 per cent one.",
    ],
)
def test_points_and_relative_changes_said_rightly_are_let_through(text):
    assert "points-as-percent" not in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deaths rose from <D24> to <D14>.",
        "Deaths fell from <D14> registered in 2014 to <D24>.",
        "Deaths fell to <D24> from <D14>.",
        "Deaths, which had increased steadily for some years from <D24> to <D14>, were counted.",
        "More people stayed on oral methadone: <ORAL>, against <HEROIN> on heroin.",
        "Fewer people stayed on heroin: <HEROIN>, against <ORAL> on oral methadone.",
        "<ORAL> stayed on oral methadone, more than the <HEROIN> on heroin.",
        "Treatment cost less with heroin, <COST>, than the <COST_ORAL> with oral methadone.",
        "The rate is lower in the North East, at <NORTH>, compared with <LONDON> in London.",
        "Spending rose by <SPENT>.",
    ],
)
def test_words_that_go_against_their_numbers(text):
    assert "direction-contradicts" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deaths rose from <D14> to <D24>.",
        "Deaths rose to <D24> in 2024 from <D14> in 2014.",
        "Deaths rose between 2014 and 2024 from <D14> to <D24>.",
        "More people stayed on heroin: <HEROIN>, against <ORAL> on oral methadone.",
        "Fewer stayed on oral methadone: <ORAL>, against <HEROIN>.",
        "No more than <ORAL> stayed on oral methadone, against <HEROIN> on heroin.",
        "<HEROIN> stayed on heroin, and fewer, <ORAL>, on oral methadone.",
        "Whether more people stay on oral methadone is asked: <ORAL>, against <HEROIN>.",
        "Treatment with heroin cost more, <COST>, than that with oral methadone, <COST_ORAL>.",
        "More people died in 2024 than ever: <D24>. In 2014 it was <D14>.",
        "More places were open: <CLINICS>, against <HEROIN> people who stayed.",
        "Money spent on drugs changed by <SPENT>.",
        "It was more than a fall from grace to <D24>, and <D14> before.",
    ],
)
def test_words_that_agree_with_their_numbers_or_say_nothing_of_them(text):
    assert "direction-contradicts" not in rules(text)


def test_the_direction_is_told_with_both_numbers():
    (problem,) = problems_of("Deaths rose from <D24> to <D14> in 2014.")
    assert problem.message == "`rose` from `5,565` to `3,346`: the numbers go the other way"
    assert (problem.where.line, problem.where.column, problem.where.length) == (8, 8, 4)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The risk ratio was <STAY>.", True),
        ("The risk ratio was <STAY>.\n\nOn heroin <HEROIN> stayed.", False),
        ("The risk ratio was <STAY>.\n\n## Another\n\nOn heroin <HEROIN> stayed.", True),
        ("The risk ratio was <STAY>; on heroin <BETTER> did better.", True),
        ("The interval is {{ review.retention.estimate.interval }}.", False),
        ("On heroin <HEROIN> stayed.", False),
        ("Response differed by <POINTS>.", False),
    ],
)
def test_a_ratio_stands_beside_numbers_of_people(text, wrong):
    assert ("ratio-without-absolute" in rules(text)) is wrong


def test_a_ratio_whose_source_gives_no_numbers_says_so():
    review = REVIEW.replace(
        "    certainty: not_judged\n  mortality",
        "    certainty: not_judged\n    figures: {staying: not_reported}\n  mortality",
    )
    text = "The risk ratio was <STAY>; how many stayed is {{ review.retention.staying }}."
    assert "ratio-without-absolute" not in rules(text, syntheses__review=review)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Treatment cost <COST> a year with heroin.", True),
        ("Each year, treatment cost <COST> per year with heroin.", True),
        ("Treatment cost <COST> with heroin, annually.", True),
        ("Treatment cost <COST> with heroin for 26 weeks.", False),
        ("Treatment cost <COST> with heroin, for 26 weeks and not for a year.", False),
        ("Treatment cost <COST> with heroin.", False),
        ("The town pays [£250,000 a year]{=hat_town.running_cost}.", False),
        ("The town pays [£250,000]{=hat_town.running_cost} annually.", False),
        ("The town pays [£250,000]{=hat_town.running_cost} each month.", True),
        ("Treatment cost <COST>, a newspaper of the year before last had said, and that was not much.", False),
    ],
)
def test_an_amount_keeps_its_length_of_time(text, wrong):
    assert ("time-misnamed" in rules(text)) is wrong


OVER_26_WEEKS = COST.replace("per: person for 26 weeks", "per: person").replace(
    "covers:", "time_horizon: 26 weeks\ncovers:"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("| What | Heroin |\n|---|---|\n| Cost per person a year | <COST> |", True),
        ("| What | Heroin, a year |\n|---|---|\n| Cost | <COST> |", True),
        ("| Per person a year | Heroin |\n|---|---|\n| Cost | <COST> |", True),
        ("| What | Heroin |\n|---|---|\n| Cost for 26 weeks, not a year | <COST> |", False),
        ("| What | Heroin |\n|---|---|\n| Cost a year | <COST> for 26 weeks |", False),
        ("| What | Heroin |\n|---|---|\n| After one year | <COST> |", False),
        ("| What | Heroin |\n|---|---|\n| Injected twice a day | <COST> |", False),
        ("| What | Town |\n|---|---|\n| Cost yearly | [£250,000]{=hat_town.running_cost} |", False),
        ("Cost per person a year: see below.\n\nIt came to <COST>.", False),
    ],
)
@pytest.mark.parametrize("cost", [COST, OVER_26_WEEKS], ids=["rate", "horizon"])
def test_the_heads_of_a_table_keep_it_too(text, wrong, cost):
    assert ("time-misnamed" in rules(text, costs__alone=cost)) is wrong


def test_the_words_in_which_a_head_is_told():
    text = "| What | Heroin |\n|---|---|\n| Cost per person a year | <COST> |"
    (one,) = [one for one in problems_of(text, costs__alone=OVER_26_WEEKS) if one.rule == "time-misnamed"]
    assert one.message == "`a year` heads the cell of `£8,995`, which is counted by `person for 26 weeks`"
    assert one.help == (
        "write `person for 26 weeks` there, or declare a figure that converts it and says what that assumes"
    )
    (one,) = [
        one
        for one in problems_of("Treatment cost <COST> a year.", costs__alone=OVER_26_WEEKS)
        if one.rule == "time-misnamed"
    ]
    assert one.message == "`a year` stands after `£8,995`, which is counted by `person for 26 weeks`"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Crime changed by <SPENT> with heroin.", True),
        ("Money spent on drugs, which may show crime, changed by <SPENT>.", False),
        ("It changed by <SPENT>.", False),
        ("Spending on drugs changed by <SPENT>; crime was not counted.", False),
        ("What people spent on illicit drugs changed by <SPENT>; crime was not counted.", False),
        ("Crime was counted, and <HEROIN> stayed.", False),
    ],
)
def test_what_stands_in_for_something_is_called_by_its_name(text, wrong):
    assert ("surrogate-unsaid" in rules(text)) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Experts rate the treatment [beneficial]{=review.rating}.", True),
        ("For criminal activity experts rate it [beneficial]{=review.rating}.", False),
        ("On crime and other criminality it is [beneficial]{=review.rating}.", False),
        ("In Germany [statutory health insurance]{=hat_germany.paid_by} pays.", False),
    ],
)
def test_a_rating_keeps_its_subject(text, wrong):
    assert ("rating-stretched" in rules(text)) is wrong


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("All costs were <TOTAL> with heroin and <TOTAL_ORAL> with oral methadone, <COST> for treatment.", 1),
        ("All costs were <TOTAL> and <TOTAL_ORAL>, <COST> for treatment. The difference was not significant.", 0),
        ("All costs were <TOTAL> and <TOTAL_ORAL>, <COST> for treatment; this may be due to chance.", 0),
        ("All costs were <TOTAL> and <TOTAL_ORAL>. Treatment was <COST>.\n\nThat is not significant.", 1),
        ("Treatment cost <COST> with heroin.", 1),
        ("Treatment cost <COST> with heroin.\n\nAll costs were <TOTAL>.", 0),
        ("On heroin <HEROIN> stayed.", 0),
    ],
)
def test_a_difference_is_told_with_its_chance_and_a_cost_with_the_other_cost(text, times):
    assert rules(text).count("companion-missing") == times


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("There are <CLINICS> sites.", True),
        ("In 2019 there were <CLINICS> sites.", False),
        ("There were <CLINICS> sites (2019).", False),
        ("Deaths came to <D14>.", True),
        ("Deaths came to <D24>.", False),
        ("Deaths rose from <D14> to <D24> in 2024.", True),
        ("| Country | Sites |\n|---|---|\n| Germany | <CLINICS> |", True),
        ("| Country | Sites in 2019 |\n|---|---|\n| Germany | <CLINICS> |", False),
        ("| Country | Sites | Year |\n|---|---|---|\n| Germany | <CLINICS> | 2019 |", False),
        ('{{ table("programmes", columns=["name", "clinics"]) }}', False),
        ("On heroin <HEROIN> stayed.", False),
    ],
)
def test_an_old_count_says_its_year(text, wrong):
    assert ("undated-count" in rules(text)) is wrong


def test_the_lines_of_a_short_text_break_nothing_else():
    assert broken("Deaths rose from <D14> in 2014 to <D24> in 2024.") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('The difference was statistically significant [@strang2010, "P =n.s."].', True),
        ('The difference was significant [@strang2010, "was not significant"].', True),
        ("Costs differed significantly: <TOTAL> and <TOTAL_ORAL>.", True),
        ('The difference was not statistically significant [@strang2010, "P =n.s."].', False),
        ('There was no significant difference [@strang2010, "P = 0.21"].', False),
        ('Whether it is significant was asked [@strang2010, "P = 0.21"].', False),
        ('The difference was significant [@strang2010, "P = 0.03"].', False),
        ('The difference was significant [@strang2010, "P = 0.001"].', False),
        ("Retention differed significantly: <HEROIN> and <ORAL>.", False),
    ],
)
def test_chance_is_not_told_as_significant(text, wrong):
    assert ("significance-contradicts" in rules(text)) is wrong
