"""What may be the source of what, and the same thing met twice."""

from datetime import date

import pytest
from words_desk import COST, DEATHS, GERMANY, REVIEW, RIOTT, broken, library, problems_of

from briefkit.rules import provenance, provenance_doubles
from briefkit.rules.evidence import check_library

TODAY = date(2026, 11, 22)


def base(rule, **files):
    return [problem.message for problem in rule(library(**files), TODAY)]


def test_a_newspaper_is_no_source_of_a_result():
    wrong = RIOTT.replace('29 of 42 "69% (n=29) on oral methadone"', '29 of 42 "29 of 42 stayed" (cite paper2019)')
    assert base(provenance.result_from_news, studies__riott=wrong) == [
        "`results.retention.oral_methadone` is what a study found, and its source `paper2019` is of the class news"
    ]


@pytest.mark.parametrize(
    ("old", "new", "times"),
    [
        ('randomised: 127 people "127 were enrolled"', 'randomised: 127 people "127 took part" (cite paper2019)', 1),
        ("arms:", "sites: {quote: three towns, cite: paper2019}\narms:", 0),
        (
            "arms:",
            "figures: {towns: {value: London and Brighton, quote: London and Brighton, cite: paper2019}}\narms:",
            0,
        ),
        ('26.9% "26.9% on oral methadone"', "not_reported", 0),
        ('26.9% "26.9% on oral methadone"', '26.9% "26.9%" (cite haasen2007)', 0),
        ("short_title: RIOTT (England)", "short_title: RIOTT (England)\nnotes: A newspaper says otherwise.", 0),
    ],
)
def test_what_a_study_found_and_what_is_only_known_of_it(old, new, times):
    assert len(base(provenance.result_from_news, studies__riott=RIOTT.replace(old, new))) == times


def test_facts_of_towns_may_come_from_the_newspaper():
    assert base(provenance.result_from_news) == []


@pytest.mark.parametrize(
    "quote",
    [
        "four times more expensive (Smith et al.)",
        "was lower [12]",
        "was lower [3, 7]",
        "according to the ministry 38 stayed",
        "as reported by the ministry 38 stayed",
        "38 stayed (Smith 2010)",
    ],
)
def test_a_quotation_that_points_to_another_source(quote):
    wrong = RIOTT.replace('38 of 43 "88% (n=38) on injectable heroin"', f'{{value: 38 of 43, quote: "{quote}"}}')
    assert len(base(provenance.quote_cites_another, studies__riott=wrong)) == 1
    said_so = wrong.replace(f'quote: "{quote}"', f'quote: "{quote}", via: haasen2007')
    assert base(provenance.quote_cites_another, studies__riott=said_so) == []


@pytest.mark.parametrize(
    "quote", ["38 of 43 [88%] stayed", "(n=38) stayed", "accordingly 38 stayed", "38 (see table 2)"]
)
def test_a_quotation_that_points_nowhere(quote):
    right = RIOTT.replace('38 of 43 "88% (n=38) on injectable heroin"', f'{{value: 38 of 43, quote: "{quote}"}}')
    assert base(provenance.quote_cites_another, studies__riott=right) == []


def test_an_unread_correction_is_told_where_the_brief_rests_on_it():
    (problem,) = [one for one in problems_of("Crime fell in the trial [@haasen2007].") if one.rule == "notice-unread"]
    assert problem.message == "`haasen2007` has a correction that nobody has read (J 1)"
    assert (problem.where.line, problem.where.column) == (8, 26)


def test_a_correction_that_is_passed_with_a_reason_stays_told():
    passed = "class: trial_report\nread: abstract\nnotices: [{kind: correction, where: J 1, read: false, used_unread: Not found.}]\n"
    (problem,) = problems_of("Crime fell in the trial [@haasen2007].", sources__haasen2007=passed)
    assert (problem.rule, problem.message) == (
        "notice-passed",
        "`haasen2007` has a correction that nobody has read (J 1)",
    )


def test_a_retraction_is_never_passed():
    gone = "class: trial_report\nread: abstract\nnotices: [{kind: retraction, where: J 1, read: false, used_unread: So.}]\n"
    (problem,) = problems_of("Crime fell in the trial [@haasen2007].", sources__haasen2007=gone)
    assert problem.rule == "source-retracted"


def test_a_correction_that_was_read_or_is_of_a_source_not_used():
    read = "class: trial_report\nread: abstract\nnotices: [{kind: correction, where: J 1, read: true}]\n"
    assert problems_of("Crime fell in the trial [@haasen2007].", sources__haasen2007=read) == []
    assert problems_of("Crime fell in the trial [@ferri2011].") == []


def test_nothing_rests_on_what_was_withdrawn():
    gone = "class: trial_report\nread: abstract\nnotices: [{kind: retraction, where: J 1, read: true}]\n"
    (problem,) = problems_of("Crime fell in the trial [@haasen2007].", sources__haasen2007=gone)
    assert (problem.rule, problem.message) == ("source-retracted", "`haasen2007` was retracted (J 1)")


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("On heroin <HEROIN> stayed [@haasen2007].", ["citation-differs"]),
        ("On heroin <HEROIN> stayed [@strang2010].", []),
        ("On heroin <HEROIN> stayed [@strang2010, p. 3].", []),
        ('On heroin <HEROIN> stayed [@haasen2007, abstract, "so they did"].', []),
        ("On heroin <HEROIN> stayed [see @haasen2007].", []),
        ("Crime fell in the trial [@haasen2007].", []),
        ("In the trial <HEROIN> stayed on heroin, and in the review <STAY> [@ferri2011].", []),
    ],
)
def test_a_citation_by_hand_is_of_the_figures_source_or_has_its_own_words(text, rules):
    assert broken(text) == rules


def test_no_people_are_counted_twice():
    again = RIOTT.replace("design:", "registration: ISRCTN01\ndesign:")
    review = REVIEW.replace("results:", "studies: [riott, again, riott]\nresults:", 1)
    found = base(
        provenance_doubles.double_counting, studies__riott=again, studies__again=again, syntheses__review=review
    )
    assert found == [
        "`riott` is counted twice",
        "`riott` and `again` have the same registration: they may be one investigation",
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("design:", "registration: ISRCTN01\ndesign:"), "registration"),
        (("cite: strang2010", "sites: {quote: three clinics}\ncite: ferri2011"), "country, sites and number of people"),
        (("cite: strang2010", 'started: 2005 "in 2005"\ncite: ferri2011'), "country, beginning and number of people"),
        (("design:", "references: [strang2010]\ndesign:"), "country, number of people and report"),
        (("cite: strang2010", "cite: ferri2011"), ""),
    ],
)
def test_two_records_of_one_investigation(change, says):
    one = RIOTT.replace(*change, 1)
    other = one.replace("title: Randomised", "title: Another")
    found = base(provenance_doubles.study_twice, studies__riott=one, studies__another=other)
    assert found == ([f"`another` and `riott` have the same {says}: they may be one investigation"] if says else [])


@pytest.mark.parametrize(
    ("kind", "owner"),
    [
        ("studies", RIOTT.replace("design:", "references: [haasen2007]\ndesign:")),
        ("syntheses", REVIEW.replace("cite:", "references: [haasen2007]\ncite:")),
    ],
)
def test_a_study_made_from_a_report_of_another_record(kind, owner):
    costs = (
        RIOTT.replace("cite: strang2010", "cite: haasen2007")
        .replace("127", "97")
        .replace("title: R", "title: Costs, R")
    )
    told = provenance_doubles.study_of_reported(library(studies__sums=costs, **{f"{kind}__owner": owner}), TODAY)
    (found,) = [problem for problem in told if problem.where.file.endswith("sums.yaml")]
    assert found.message == "`sums` is made from `haasen2007`, which is a report of `owner`"
    assert found.help == (
        "add its figures to `owner`; if the paper tells of two investigations, name it under `references:` of both, "
        "and quote from it the number of people of each"
    )
    every = check_library(library(studies__sums=costs, **{f"{kind}__owner": owner}), TODAY)
    assert found in every
    review = "class: systematic_review\nread: abstract\n"
    of_many = base(
        provenance_doubles.study_of_reported,
        studies__sums=costs,
        sources__haasen2007=review,
        **{f"{kind}__owner": owner},
    )
    assert of_many == []


OWNER = RIOTT.replace("design:", "references: [haasen2007]\ndesign:")
AGAIN = (
    OWNER.replace("cite: strang2010", "cite: haasen2007").replace("title: R", "title: Costs, R").replace("127", "97")
)


@pytest.mark.parametrize(
    ("change", "apart"),
    [
        (("", ""), False),
        (('"97 were enrolled"', '"97 were enrolled" (cite strang2010)'), True),
        (('97 people "97 were enrolled"', "not_reported"), False),
        (('97 people "97 were', '127 people "127 were'), True),
        (("country: GB", "country: CA"), True),
        (("design:", "registration: ISRCTN02\ndesign:"), True),
    ],
)
def test_a_report_named_by_two_studies_has_to_tell_their_people_apart(change, apart):
    owner = OWNER.replace("design:", "registration: ISRCTN01\ndesign:")
    texts = {"studies__riott": owner, "studies__sums": AGAIN.replace(*change)}
    told = base(provenance_doubles.study_of_reported, **texts)
    assert told == ([] if apart else ["`sums` is made from `haasen2007`, which is a report of `riott`"])
    same = AGAIN.replace("97", "127")
    assert base(provenance_doubles.study_twice, studies__riott=owner, studies__sums=same) == [
        "`riott` and `sums` have the same country, number of people and report: they may be one investigation"
    ]


def test_a_copy_of_a_record():
    assert base(provenance_doubles.study_twice, studies__copy=RIOTT) == [
        "`copy` and `riott` have the same title and number of people: they may be one investigation"
    ]


def test_a_copy_of_a_record_that_counts_no_people():
    none = RIOTT.replace('127 people "127 were enrolled"', "not_reported")
    assert base(provenance_doubles.study_twice, studies__riott=none, studies__copy=none) == [
        "`copy` and `riott` have the same title and report: they may be one investigation"
    ]
    other = none.replace("title: R", "title: Costs, R")
    assert base(provenance_doubles.study_twice, studies__riott=none, studies__other=other) == []


def test_words_of_a_document_that_nobody_has_seen():
    seen = "class: trial_report\nread: abstract\nwitnessed: 2026-11-22\n"
    where = "class: trial_report\nread: abstract\naddress: https://example.org/a\n"
    copied = COST.replace("cite: strang2010", "cite: strang2010\nvia: paper2019", 1)
    assert base(provenance.secondary_unsaid) == []
    wrong = base(provenance.secondary_unsaid, costs__alone=copied)
    assert "`randomised` quotes `strang2010`, which nobody has seen" in wrong
    for source in (seen, where):
        said = base(provenance.secondary_unsaid, sources__strang2010=source, costs__alone=copied)
        assert [message for message in said if "strang2010" in message] == []
    via = RIOTT.replace("cite: strang2010", "cite: strang2010\nvia: haasen2007", 1)
    said = base(provenance.secondary_unsaid, studies__riott=via, costs__alone=copied)
    assert [message for message in said if message.startswith("`randomised`")] == []


@pytest.mark.parametrize(
    ("figure", "times"),
    [
        ("clinics: {value: 10, unit: site, as_of: 2019, quote: the projection gave ten sites}", 1),
        ("clinics: {value: 10, unit: site, as_of: 2019, quote: forecast of ten sites}", 1),
        ("clinics: {value: 10, unit: site, as_of: 2019, quote: die Hochrechnung nennt 10}", 1),
        (
            "clinics: {value: 10, unit: site, as_of: 2019, label: Projected sites, quote: the projection gave ten sites}",
            0,
        ),
        ("clinics: {value: 10, unit: site, as_of: 2019, note: a forecast, quote: forecast of ten sites}", 0),
        ("clinics: {value: 10, unit: site, as_of: 2019, quote: ten sites of the project}", 0),
        ("eligibility: {quote: those in the projected area}", 0),
    ],
)
def test_a_projection_says_that_it_is_one(figure, times):
    other = GERMANY.replace("clinics: {value: 10, unit: site, as_of: 2019, quote: ten sites}", figure)
    assert len(base(provenance.projection_unsaid, programmes__hat_germany=other)) == times


def test_trials_of_one_report_with_other_people_are_two():
    one = RIOTT.replace("arms:", "sites: {quote: three clinics}\narms:", 1)
    other = one.replace('127 people "127 were enrolled"', '174 people "174 were enrolled"')
    abroad = one.replace("country: GB", "country: DE")
    assert base(provenance_doubles.study_twice, studies__riott=one, studies__other=other, studies__abroad=abroad) == []


def test_two_numbers_for_the_same_are_owned_up_to():
    other = DEATHS.replace("5,565", "5,600")
    assert base(provenance_doubles.conflict_unsaid, statistics__deaths_again=other) == [
        "`deaths_again.series.y2024` gives another number for the same as `deaths.series.y2024`"
    ]


@pytest.mark.parametrize(
    "other",
    [
        DEATHS,
        DEATHS.replace("5,565", "5,600").replace("place: England and Wales", "place: Scotland"),
        DEATHS.replace("5,565", "5,600").replace("measure: deaths", "measure: opiate deaths"),
        DEATHS.replace("5,565", "5,600").replace("{from: 2024, to: 2024}", "{from: 2025, to: 2025}"),
        DEATHS.replace("unit: deaths", "unit: people").replace("5,565", "5,600"),
        GERMANY.replace("short_title: Germany", "short_title: Germany, again"),
    ],
)
def test_numbers_for_other_things_are_no_conflict(other):
    name = "programmes__again" if "status:" in other else "statistics__again"
    assert base(provenance_doubles.conflict_unsaid, **{name: other}) == []


def test_a_conflict_between_programmes():
    other = GERMANY.replace("value: 10", "value: 12")
    assert len(base(provenance_doubles.conflict_unsaid, programmes__again=other)) == 1
