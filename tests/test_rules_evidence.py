"""The rules that only a whole base can break: each in its exact words, at its place."""

from datetime import date

import pytest
from evidence_texts import STUDY, library

from briefkit.rulebook import RULES
from briefkit.rules.evidence import EVIDENCE_RULES, check_library

TODAY = date(2026, 3, 2)
HEAD = "title: x\ndesign: other\n"
PROGRAMME = (
    "title: x\nintervention: school_breakfast\ncountry: GB\nstatus: {status}\nknown_as_of: {known}\ncite: smith2020\n"
)
POSITION = (
    "title: x\nholder: jane_doe\noffice: {office}\nregarding: school_breakfast\nstance: support\ndate: {date}\n"
    'cite: smith2020\nstatement: {{quote: "every child deserves one"}}\n'
)
SYNTHESIS = "title: x\npublished: {published}\nstudies: [north_trial]\n"


def found(**files):
    """What the rules find in the base with these files, a line each."""
    return [
        f"{one.where.file.removeprefix('evidence/')}:{one.where.line}:{one.where.column} {one.rule}: {one.message} | {one.help}"
        for one in check_library(library(**files), TODAY)
    ]


def programme(more="", status="operating", known="2020"):
    return PROGRAMME.format(status=status, known=known) + more


def test_the_base_keeps_all_rules():
    assert found() == []


def test_every_rule_has_a_docstring():
    assert all(rule.__doc__ for rule in EVIDENCE_RULES)


def test_a_figure_names_its_source():
    text = (
        HEAD
        + 'randomised: 9 people "9 pupils"\narms:\n  a: {label: a, randomised: 9 people}\n  b: {label: b, randomised: not_reported}\n'
    )
    way = "add `cite:` with a reference key: at the top of the record for all its figures, or to one figure"
    assert found(studies__x=text) == [
        f"studies/x.yaml:3:13 figure-without-citation: `randomised` and 1 more figure of this record have no source | {way}"
    ]


def test_a_figure_has_the_words_of_its_source():
    assert found(
        studies__x=HEAD + "cite: smith2020\nrandomised: 9 people\nfigures: {twice: {formula: randomised * 2}}\n"
    ) == [
        (
            "studies/x.yaml:4:13 quote-missing: `randomised` has no quotation | "
            'add the words of `smith2020` that bear it, between straight marks: `"…"`'
        )
    ]
    assert (RULES["quote-missing"].draft, RULES["quote-missing"].publish) == ("warning", "error")


def test_what_we_counted_ourselves_needs_no_source():
    search = "title: x\nquestion: x\ndate: 2020\nidentified: 812 records\n"
    pooled = SYNTHESIS.format(published="false") + "results: {a: {outcome: attendance, studies: 1 study}}\n"
    assert found(searches__x=search, syntheses__y=pooled) == []
    assert len(found(syntheses__y=pooled.replace("false", "true"))) == 1


def test_dates_follow_each_other():
    assert found(programmes__x=programme('started: 2012 "since 2012"\nclosed: 2011-12 "until December 2011"\n')) == [
        (
            "programmes/x.yaml:8:9 dates-out-of-order: `closed` (2011-12) lies before `started` (2012) | "
            "look both up in their sources"
        )
    ]
    assert found(programmes__x=programme('started: 2012-06 "June 2012"\nclosed: 2012 "until 2012"\n')) == []


def test_nothing_is_known_from_the_future():
    assert found(programmes__x=programme(known="2026-04")) == [
        (
            "programmes/x.yaml:5:14 date-in-future: `known_as_of` is 2026-04, which is still to come | "
            "today is 2026-03-02; correct the date"
        )
    ]
    assert found(programmes__x=programme(known="2026-03")) == []
    assert found(programmes__x=programme('started: 2027 "in 2027"\n', status="planned")) == []
    assert len(found(programmes__x=programme('started: 2027 "in 2027"\n'))) == 1


def test_a_record_is_looked_at_again_in_time():
    assert found(studies__x=HEAD + "stale_after: 2026-02\n") == [
        (
            "studies/x.yaml:3:14 record-stale: `x` was to be looked at again after 2026-02 | "
            "look whether its figures still hold, then set `stale_after:` to a later date"
        )
    ]
    assert found(studies__x=HEAD + "stale_after: 2026\n") == []


def test_a_count_of_a_changing_thing_has_its_time():
    way = "add `(as of 2021)` or `(period 2021-01 to 2021-12)` at its end; in the long form `as_of:` or `period:`"
    statistic = (
        'title: x\nmeasure: x\ncountry: GB\ncite: smith2020\nseries:\n  2020: 9 people "9"\n  2021: not_reported\n'
    )
    assert found(programmes__x=programme('patients: 9 people "9"\n'), statistics__y=statistic) == [
        f"programmes/x.yaml:7:11 count-without-date: `patients` does not say when it was so | {way}",
        f"statistics/y.yaml:6:9 count-without-date: `series.2020` does not say when it was so | {way}",
    ]
    assert found(programmes__x=programme('patients: 9 people "9" (as of 2020)\n')) == []


def test_arms_add_up_when_all_are_exact():
    assert found(studies__north_trial=STUDY.replace('85 people "85', '127 people "127')) == [
        (
            "studies/north_trial.yaml:7:13 arms-sum: the arms have 43 + 42 = 85 people, the study says 127 | look up which "
            "number is wrong, or whether an arm is left out; people who left before are in `figures:`"
        )
    ]
    assert found(studies__north_trial=STUDY.replace('85 people "85', 'about 127 people "about 127')) == []
    assert (
        found(
            studies__north_trial=STUDY.replace('85 people "85', '127 people "127').replace(
                '42 people "usual care (n=42)"', "not_reported"
            )
        )
        == []
    )


def test_a_result_is_counted_among_the_people_of_its_arm():
    assert found(
        studies__north_trial=STUDY.replace('breakfast: 38 of 43 "38 of 43', 'breakfast: 38 of 85 "38 of 85')
    ) == [
        (
            "studies/north_trial.yaml:15:16 total-over-randomised: `attendance_1y.breakfast` counts among 85, "
            "but the arm had 43 people | look both up in their source"
        )
    ]


def test_a_study_is_in_a_synthesis_or_out_of_it():
    assert found(syntheses__x=SYNTHESIS.format(published="true") + "left_out:\n  north_trial: no data\n") == [
        (
            "syntheses/x.yaml:5:3 study-in-and-out: `north_trial` stands under `studies` and under `left_out` | "
            "take it out of one of them"
        )
    ]


@pytest.mark.parametrize(
    ("office", "day", "expected"),
    [
        ("Mayor", "2017-03-02", []),
        ("Mayor for Leeds", "2019", []),
        (
            "Mayor",
            "2019-05-04",
            [
                ("positions/x.yaml:6:7 outside-office: Jane Doe was not `Mayor` on 2019-05-04 | `evidence/holders.yaml` says "
                "from 2015-05 to 2019-05-03; correct the date, the office or the holder's dates")
            ],
        ),
        (
            "Major of Leeds",
            "2017",
            ["positions/x.yaml:3:9 unknown-office: `Major of Leeds` is not an office of Jane Doe | did you mean `Mayor of Leeds`?"],
        ),
    ],
)  # fmt: skip
def test_a_position_lies_in_the_time_of_its_office(office, day, expected):
    assert found(positions__x=POSITION.format(office=office, date=day)) == expected


def test_a_link_says_what_evidence_it_has():
    text = (
        "title: x\nclaim: x\nlinks:\n  a: {cause: x, effect: y}\n  b: {cause: x, effect: y, none: nobody looked, for: [north_trial]}\n"
        "  c: {cause: x, effect: y, against: [north_trial.attendance_1y.breakfst, north_trial.attendance_1y]}\n"
    )
    assert found(arguments__x=text) == [
        (
            "arguments/x.yaml:4:3 link-without-evidence: `a` does not say what evidence it has | "
            "name figures under `for:` or `against:`, or say under `none:` why there are none"
        ),
        (
            "arguments/x.yaml:5:34 link-without-evidence: `b` says that there is no evidence, and names some | "
            "take `none:` out, or the addresses"
        ),
        (
            "arguments/x.yaml:6:38 unknown-figure-address: there is no figure `north_trial.attendance_1y.breakfst` | "
            "did you mean `north_trial.attendance_1y.breakfast`?"
        ),
    ]


def test_figures_that_disagree_both_say_so_and_one_says_why_it_is_used():
    one = (
        HEAD + 'cite: smith2020\nrandomised: {value: 9 people, quote: "9", conflicts_with: [y.randomised, y.people]}\n'
    )
    other = HEAD + 'cite: smith2020\nrandomised: {value: 8 people, quote: "8"}\n'
    assert found(studies__x=one, studies__y=other) == [
        (
            "studies/x.yaml:4:13 conflict-unsettled: `x.randomised` and `y.randomised` disagree, and nothing says which to use | "
            "add `preferred_because:` to the one that briefs should use"
        ),
        (
            "studies/x.yaml:4:60 conflict-one-sided: `y.randomised` does not say that it disagrees with `x.randomised` | "
            "add `conflicts_with: [x.randomised]` to it"
        ),
        "studies/x.yaml:4:74 unknown-figure-address: there is no figure `y.people` | `y` has `randomised`",
    ]
    mutual = other.replace("}", ", conflicts_with: [x.randomised]}")
    found_in_both = found(studies__x=one.replace(", y.people", ""), studies__y=mutual)
    assert [line.split(" ")[0] for line in found_in_both] == ["studies/x.yaml:4:13"]
    settled = one.replace(", y.people]", "], preferred_because: newer")
    assert found(studies__x=settled, studies__y=mutual) == []


def test_a_derived_figure_cannot_say_that_it_disagrees():
    one = (
        HEAD
        + 'cite: smith2020\nrandomised: {value: 9 people, quote: "9", conflicts_with: [y.sum], preferred_because: newer}\n'
    )
    other = HEAD + 'cite: smith2020\nrandomised: 8 people "8"\nfigures: {sum: {formula: randomised * 2}}\n'
    assert found(studies__x=one, studies__y=other) == [
        (
            "studies/x.yaml:4:60 conflict-one-sided: `y.sum` does not say that it disagrees with `x.randomised` | "
            "delete it here, or name a figure that `y.sum` is worked out from: a derived figure cannot hold it"
        )
    ]
