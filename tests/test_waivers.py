"""Waivers: what they may say, what they let through, and that they never let anything else through."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from evidence_texts import BASE, library
from hypothesis import given
from hypothesis import strategies as st

from briefkit.disk import read_tree
from briefkit.load import load
from briefkit.problems import Problem, Where
from briefkit.rulebook import RULES
from briefkit.rules.waiver_places import parts_of
from briefkit.rules.waivers import Waivers, read_waivers, waivers_of

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
STUDY = "evidence/studies/north_trial.yaml"
BIB = "evidence/references/all.bib"
BRIEF = "briefs/breakfast.md"
FINE = {
    "rule": "quote-missing",
    "where": "north_trial",
    "reason": "the full report is on order",
    "by": "Jane Doe",
    "until": "2027-03-31",
}


def entry(**changes: str | None) -> str:
    """One waiver as it stands in the file; None leaves a field out."""
    fields = {key: text for key, text in {**FINE, **changes}.items() if text is not None}
    return "- " + "\n  ".join(f"{key}: {text}" for key, text in fields.items()) + "\n"


def waivers(*entries: str, today: date = TODAY) -> Waivers:
    """The waivers of a small base with one brief."""
    texts = {**BASE, BRIEF: "---\ntitle: x\n---\nSome words.\n", "evidence/waivers.yaml": "".join(entries)}
    return waivers_of(texts, library(), [], today)


def said(*entries: str) -> list[str]:
    """What is wrong with them, a line each."""
    return [f"{p.where.line}:{p.where.column} {p.rule}: {p.message} | {p.help}" for p in waivers(*entries).problems]


def hit(where: str, problem: Problem, **changes: str) -> bool:
    """Whether a waiver of that place lets a problem through."""
    kept, waived = waivers(entry(rule=problem.rule, where=where, **changes)).split([problem])
    assert len(kept) + len(waived) == 1
    return bool(waived)


def test_a_waiver_is_read_whole():
    found, problems = read_waivers(entry(contains="38 of 43"))
    assert problems == []
    assert [(one.rule, one.where, one.contains, one.by, one.last) for one in found] == [
        ("quote-missing", "north_trial", "38 of 43", "Jane Doe", date(2027, 3, 31))
    ]
    assert found[0].place_of() == Where("evidence/waivers.yaml", 1, 3, 4)


def test_no_file_and_an_empty_one_hold_no_waivers():
    for text in (None, "", "# none at present\n"):
        assert read_waivers(text) == ([], [])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"rule": "quote-mising"},
            "1:9 waiver-unknown-rule: there is no rule `quote-mising` | did you mean `quote-missing`?",
        ),
        (
            {"rule": "waiver-expired"},
            "1:9 waiver-not-allowed: `waiver-expired` cannot be waived | mend what it found, and take this entry out",
        ),
        (
            {"where": f"{STUDY}:12"},
            (
                f"2:10 waiver-line: `{STUDY}:12` names a line, and lines move | write `where: {STUDY}`, and with "
                "`contains:` some words of the line or of the message"
            ),
        ),
        (
            {"reason": "will be done"},
            (
                "3:11 waiver-reason: the reason `will be done` has 3 words | say in at least 5 words why the problem may "
                "stand for now"
            ),
        ),
        (
            {"reason": "later ... ? ... ?"},
            (
                "3:11 waiver-reason: the reason `later ... ? ... ?` has 1 word | say in at least 5 words why the problem may "
                "stand for now"
            ),
        ),
        (
            {"by": "me"},
            "4:7 waiver-nobody: `me` is not the name of a person | write the name of whoever answers for this",
        ),
        (
            {"by": "The Team"},
            "4:7 waiver-nobody: `The Team` is not the name of a person | write the name of whoever answers for this",
        ),
        (
            {"until": "2027-03"},
            "5:10 date-form: `2027-03` names no day | write the last day of the waiver, such as 2027-03-31",
        ),
        (
            {"until": "31/03/2027"},
            "5:10 date-form: `31/03/2027` is not a date as records write it | write `2027-03-31`",
        ),
        (
            {"by": None},
            "1:3 missing-field: a waiver needs `by` | add `by:` (name of the person who answers for it; readers see it)",
        ),
        (
            {"untill": "2027-01-01", "until": None},
            "5:3 unknown-field: `untill` is not a field of a waiver | did you mean `until`?",
        ),
        (
            {"where": "north_trail"},
            "2:10 waiver-unknown-place: there is no place `north_trail` | did you mean `north_trial`?",
        ),
        (
            {"where": "north_trial.attendence_1y"},
            (
                "2:10 waiver-unknown-place: there is no place `north_trial.attendence_1y` | did you mean "
                "`north_trial.attendance_1y`?"
            ),
        ),
        (
            {"until": "2026-11-21"},
            (
                "5:10 waiver-expired: the waiver of `quote-missing` in `north_trial` ended on 2026-11-21: the problem counts "
                "again | mend the problem and take the waiver out, or look again and give it a new date"
            ),
        ),
        (
            {"until": "2027-11-24"},
            (
                "5:10 waiver-too-long: the waiver of `quote-missing` in `north_trial` is to last until 2027-11-24, more than a "
                "year ahead | write 2027-11-23 or an earlier day"
            ),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_a_bad_waiver_is_told_at_its_place(changes, words):
    assert said(entry(**changes)) == [words]


def test_one_bad_entry_loses_no_other():
    two = waivers(entry(by="us"), "- later\n", entry())
    assert [(p.where.line, p.rule) for p in two.problems] == [(4, "waiver-nobody"), (6, "value-kind")]
    assert len(two.held) == 1


def test_a_file_of_fields_in_place_of_a_list_is_told():
    [problem] = waivers("rule: quote-missing\nwhere: north_trial\n").problems
    assert (problem.rule, problem.message) == (
        "waivers-not-listed",
        "this is a set of fields, and a list is expected",
    )


def test_the_name_of_a_record_and_of_a_brief_alike_is_no_place():
    texts = {**BASE, "briefs/north_trial.md": "x", "evidence/waivers.yaml": entry()}
    [problem] = waivers_of(texts, library(), [], TODAY).problems
    assert problem.message == "`north_trial` is the name of a record and of a brief"
    assert problem.help == "write the file: `briefs/north_trial.md`, or the record's"


def place(words: str, file: str = STUDY) -> Where:
    """Where these words stand in a file."""
    for number, line in enumerate(BASE[file].split("\n"), 1):
        if words in line:
            return Where(file, number, line.index(words) + 1)
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("where", "hits"),
    [
        ("north_trial", {"randomised: 85", "38 of 43", "29 of 42", "2.10", "whole"}),
        (STUDY, {"randomised: 85", "38 of 43", "29 of 42", "2.10", "whole"}),
        ("north_trial.randomised", {"randomised: 85"}),
        ("north_trial.attendance_1y", {"38 of 43", "29 of 42", "2.10"}),
        ("north_trial.results.attendance_1y.breakfast", {"38 of 43"}),
        ("north_trial.attendance_1y.usual", {"29 of 42"}),
        ("north_trial.attendance_1y.compared.odds_ratio", {"2.10"}),
        ("breakfast_leeds", set()),
        ("smith2020", set()),
        ("breakfast", set()),
    ],
)
def test_a_waiver_is_about_its_place_alone(where, hits):
    places = {words: place(words) for words in ("randomised: 85", "38 of 43", "29 of 42", "2.10")}
    places["whole"] = Where(STUDY, 0)
    assert {words for words, at in places.items() if hit(where, Problem(at, "quote-missing", "x"))} == hits


def test_a_reference_is_its_entry_its_source_and_its_lock():
    texts = {**BASE, "evidence/sources/smith2020.lock": "{}", "evidence/waivers.yaml": entry(where="smith2020")}
    found = waivers_of(texts, library(), [], TODAY)
    second = next(number for number, line in enumerate(BASE[BIB].split("\n"), 1) if "news_2021" in line)
    rows = [Where(BIB, second - 1, 1), Where(BIB, second, 1), Where("evidence/sources/smith2020.lock", 3)]
    _, waived = found.split([Problem(where, "quote-missing", "x") for where in rows])
    assert [one.problem.where for one in waived] == [rows[0], rows[2]]


def test_each_figure_of_the_shipped_base_has_a_place_that_holds_no_other():
    texts = read_tree(ROOT).under("evidence")
    shipped = load(texts)[0]
    assert len(shipped.figures) > 100
    places = {figure.where: address for address, figure in shipped.figures.items()}
    for address, figure in shipped.figures.items():
        [part] = parts_of(shipped.short_address(address), shipped, texts.keys())
        held = {other for where, other in places.items() if part.holds(where)}
        assert part.holds(figure.where)
        assert all(other == address or other.startswith(f"{address}.") for other in held)


def test_the_words_of_a_waiver_may_stand_in_the_message_or_the_line():
    at = Problem(place("38 of 43"), "quote-missing", "`heroin` has no quotation")
    for words in ("has no quotation", "HEROIN  has", "38 of 43 given"):
        assert hit("north_trial", at, contains=words)
    for words in ("29 of 42", "methadone"):
        assert not hit("north_trial", at, contains=words)


def test_a_waiver_holds_through_its_last_day_and_no_longer():
    problem = Problem(Where(STUDY, 7), "quote-missing", "x")
    for day, wanted in ((date(2027, 3, 31), True), (date(2027, 4, 1), False)):
        assert bool(waivers(entry(), today=day).split([problem])[1]) is wanted


def test_a_waiver_that_lets_nothing_through_is_told():
    found = waivers(entry(), entry(where="breakfast_leeds", contains="120"))
    _, waived = found.split([Problem(Where(STUDY, 7), "quote-missing", "x")])
    assert [(p.where.line, p.rule, p.message, p.help) for p in found.unused(waived)] == [
        (
            6,
            "waiver-unused",
            "there is no `quote-missing` in `breakfast_leeds` with the words `120` that this waiver could let through",
            "take it out",
        )
    ]


FILES = [*BASE, BRIEF]
PLACES = ["north_trial", "north_trial.randomised", "north_trial.attendance_1y", "breakfast_leeds", "smith2020", *FILES]
WAIVABLE = sorted(rule for rule in RULES if RULES[rule].waivable)
PROBLEMS = st.builds(
    Problem,
    st.builds(Where, st.sampled_from(FILES), st.integers(0, 30), st.integers(1, 80)),
    st.sampled_from(sorted(RULES)),
    st.sampled_from(["a message", "another message"]),
)


@given(
    st.sampled_from(WAIVABLE),
    st.sampled_from(PLACES),
    st.sampled_from([None, "another", "pupils", "nowhere at all"]),
    st.lists(PROBLEMS, max_size=20),
)
def test_a_waiver_never_hides_a_problem_of_another_rule_or_place(rule, where, contains, problems):
    found = waivers(entry(rule=rule, where=where, contains=contains))
    [(_, parts)] = found.held
    kept, waived = found.split(problems)
    assert sorted([*kept, *(one.problem for one in waived)]) == sorted(set(problems))
    for one in waived:
        assert one.problem.rule == rule
        assert one.problem.where.file in {part.file for part in parts}
        assert RULES[one.problem.rule].waivable
        line = (BASE | {BRIEF: "---\ntitle: x\n---\nSome words.\n"})[one.problem.where.file].split("\n")
        text = line[one.problem.where.line - 1] if 0 < one.problem.where.line <= len(line) else ""
        assert contains is None or contains in one.problem.message or contains in text


@given(st.integers(-800, 800))
def test_no_waiver_holds_after_its_day(days):
    until = TODAY + timedelta(days=days)
    found = waivers(entry(until=until.isoformat()))
    _, waived = found.split([Problem(Where(STUDY, 7), "quote-missing", "x")])
    rules = [problem.rule for problem in found.problems]
    assert bool(waived) is (days >= 0)
    assert rules == (["waiver-expired"] if days < 0 else ["waiver-too-long"] if days > 366 else [])
