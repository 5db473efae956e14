"""Verdicts that hold, verdicts that have lapsed, and what the rules say of both."""

from hypothesis import given
from hypothesis import strategies as st
from review_desk import FILE, TRIAL, VERDICTS, changed, claim, faults, opened, reviewed, said, texts, with_verdicts

from briefkit.records.verdict import ERRORS, Verdict, verdict_of
from briefkit.rulebook import severities
from briefkit.rules.verdicts import check_review
from briefkit.verdicts.difference import Run, difference
from briefkit.verdicts.rates import rate
from briefkit.verdicts.reading import read_verdicts
from briefkit.verdicts.writing import appended, written

NONE = reviewed(texts())
FIRST, OTHERS, COSTS = (claim(NONE, words) for words in ("Of those offered", "Of the others", "Costs per child"))


def told(files) -> list[str]:
    brief, _ = opened(files)
    return [f"{p.where.line} {p.rule}: {p.message} | {p.help}" for p in check_review(brief, reviewed(files))]


def test_two_signatures_one_edit_one_lapses():
    files = with_verdicts(texts(), said(FIRST), said(OTHERS))
    assert reviewed(files).signed == 2
    edited = reviewed(changed(files, TRIAL, "offered breakfast attended", "offered breakfast came"))
    assert edited.signed == 1
    assert [one.now.text for one in edited.standing.lapsed] == [FIRST.text]
    assert edited.standing.lapsed[0].given.verdict.figures == FIRST.figures


def test_a_lapsed_verdict_is_told_at_the_sentence_that_it_is_now_about():
    files = changed(
        with_verdicts(texts(), said(COSTS, "major", error="unsupported")),
        FILE,
        "are higher than",
        "are far higher than",
    )
    assert told(files) == [
        (
            "19 verdict-lapsed: this has changed since Rhea Viewer (1 March 2026) judged it `major` | "
            "`audit.html` shows old and new side by side; ask the reviewer to look again"
        )
    ]
    assert {gate: severities(gate)["verdict-lapsed"] for gate in ("draft", "publish")} == {
        "draft": "advice",
        "publish": "advice",
    }


def test_a_verdict_on_a_sentence_that_is_gone_is_told_by_nobody_and_kept():
    files = with_verdicts(texts(), said(COSTS))
    gone = changed(files, FILE, "Costs per child are higher than that suggests. [@leeds2020, p. 7]", "")
    assert told(gone) == []
    assert [one.now for one in reviewed(gone).standing.lapsed] == [None]


def test_who_judges_anew_has_no_lapsed_verdict_left():
    files = changed(with_verdicts(texts(), said(COSTS, "minor")), FILE, "are higher than", "are somewhat higher than")
    now = claim(reviewed(files), "Costs per child")
    again = with_verdicts(files, said(now, date="2026-03-02"))
    assert told(again) == []
    assert reviewed(again).standing.lapsed == ()
    assert reviewed(again).rate.words == "50.0 % (1 of 2): 1 minor, 0 major"


def test_open_errors_are_told_where_they_stand():
    files = with_verdicts(
        texts(), said(FIRST, "major", error="number", comment="the trial\nsays 53"), said(OTHERS, "minor")
    )
    way = "mend it, and the verdict lapses; or ask the reviewer to look again and judge anew"
    assert told(files) == [
        f"12 verdict-major: Rhea Viewer (1 March 2026) found a major error here, number: `the trial says 53` | {way}",
        f"13 verdict-minor: Rhea Viewer (1 March 2026) found a minor error here | {way}",
    ]
    for gate in ("draft", "publish"):
        assert (severities(gate)["verdict-major"], severities(gate)["verdict-minor"]) == ("error", "warning")


def test_the_later_of_two_verdicts_of_one_reviewer_counts():
    late, early = said(FIRST, date="2026-03-05"), said(FIRST, "major", by="rhea  viewer")
    assert told(with_verdicts(texts(), late, early)) == []
    assert [one.verdict.verdict for one in reviewed(with_verdicts(texts(), early, late)).standing.of(FIRST)] == [
        "accurate"
    ]
    assert reviewed(with_verdicts(texts(), late, early)).rate.words == "0.0 % (0 of 1): 0 minor, 0 major"


def test_authors_cannot_review_themselves():
    files = with_verdicts(texts(), said(FIRST, by="Ada Moss"))
    assert told(files) == [
        (
            "2 verdict-by-author: `Ada Moss` is an author of this brief | "
            "have somebody else judge it; this verdict counts for nothing, so remove it"
        )
    ]
    assert reviewed(files).signed == 0


def test_signatures_that_are_asked_for():
    files = changed(texts(), FILE, "authors:", "signatures: 2\nauthors:")
    everything = reviewed(files).claims
    one = with_verdicts(files, *(said(thing) for thing in everything))
    assert told(one) == [
        (
            "0 signature-missing: the brief asks for 2 reviewers' signatures on each of its 6 claims, and 6 lack them | "
            "in lines 3, 13, 14, 19, 20 …; `verdicts breakfast` lists them, and only reviewers themselves may sign"
        )
    ]
    two = with_verdicts(one, *(said(thing, by="Saul Goode") for thing in everything[1:]))
    assert [line.partition(" | ")[0] for line in told(two)] == [
        "0 signature-missing: the brief asks for 2 reviewers' signatures on each of its 6 claims, and 1 lacks them"
    ]
    assert (reviewed(one).signed, reviewed(two).signed) == (0, 5)
    assert told(with_verdicts(two, said(everything[0], by="Saul Goode"))) == []
    assert told(texts()) == []


def test_the_rate_counts_what_was_mended_and_leaves_out_what_nobody_could_verify():
    files = with_verdicts(
        texts(), said(FIRST), said(FIRST, "major", by="Saul Goode"), said(OTHERS, "cannot_verify"), said(COSTS)
    )
    found = reviewed(files).rate
    assert (found.checked, found.wrong, found.cannot_verify) == (2, 1, 1)
    assert found.words == "50.0 % (1 of 2): 0 minor, 1 major"
    assert rate([]).words == "no verdict yet"


def test_two_files_are_merged_by_setting_one_after_the_other():
    one, other = appended("", [said(FIRST)]), appended("", [said(OTHERS, by="Saul Goode")])
    both = {**texts(), VERDICTS: one + other}
    assert reviewed(both).signed == 2


def test_old_and_new_word_by_word():
    assert difference("38 of 43 stayed on", "39 of 43 stayed") == (
        Run("gone", "38"),
        Run("new", "39"),
        Run("same", "of 43 stayed"),
        Run("gone", "on"),
    )


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: text.strip()
)


@given(
    LINES,
    LINES,
    st.sampled_from(ERRORS),
    st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,8}(\.[a-z]{1,5}){1,3}", fullmatch=True), LINES, max_size=3),
)
def test_what_is_written_is_read_back(comment, sentence, error, figures):
    one = verdict_of(
        {
            "hash": "0" * 64,
            "verdict": "minor",
            "error": error,
            "reviewer": "Rhea",
            "date": "2026-03",
            "looked_at": "abstract",
            "comment": comment,
            "sentence": sentence,
            "figures": figures,
            "words": [sentence],
        }
    )
    assert isinstance(one, Verdict)
    text = appended("", [one])
    (back,), problems = read_verdicts(text, VERDICTS)
    assert problems == []
    assert written(back.verdict) == written(one)
    assert (back.verdict.hash, back.verdict.error, back.verdict.date) == (one.hash, one.error, one.date)
    assert set(back.verdict.figures) == set(figures)


def test_an_empty_file_holds_no_verdicts_and_is_no_mistake():
    for text in ("", "# nobody yet\n"):
        assert read_verdicts(text, VERDICTS) == ((), [])


def test_mistakes_in_verdict_files_have_their_places():
    mark = 64 * "0"
    text = (
        "- verdict: acurate\n  reviewer: Rhea\n  date: 2026-03-01\n  looked_at: abstract\n"
        f"  hash: {mark}\n"
        "- verdict: accurate\n  reviewer: Rhea\n  date: tomorrow\n  looked_at: abstract\n  hash: abc\n"
        "- verdict: accurate\n  error: number\n  reviewer: Rhea\n  date: 2026\n  looked_at: abstract\n"
        f"  hash: {mark}\n"
        "- mark: missing\n  reviewer: Rhea\n  date: 2026\n"
        "- just words\n"
    )
    found = [f"{p.where.line}:{p.where.column} {p.rule}: {p.message} | {p.help}" for p in faults({VERDICTS: text})]
    assert found == [
        "1:12 unknown-choice: `acurate` is not one of the choices for `verdict` | did you mean `accurate`?",
        "10:9 value-invalid: `abc` is not a hash of what was judged | leave hashes to `verdicts import`",
        "8:9 date-form: `tomorrow` is not a date as records write it | write `2022-12-06`, `2022-12` or `2022`: year, month, day",
        "11:3 verdict-incomplete: `number` is an error, and the verdict names none | write `verdict: minor` or `major`, or leave `error` out",
        "17:3 verdict-incomplete: `mark: missing` names no claim | write what is missing as `comment`, and no `verdict`",
        "20:3 verdicts-not-listed: this is not a verdict | write each verdict as `- verdict: accurate` with its other fields below it, set in by two blanks",
    ]


def test_a_file_that_is_no_list_and_one_that_belongs_to_nobody():
    found = [
        f"{p.where.line} {p.rule}: {p.message} | {p.help}"
        for p in faults(
            {"briefs/brekfast.verdicts.yaml": "verdict: accurate\n", "evidence/verdicts/nobody2000.yaml": ""}
        )
    ]
    assert found == [
        "1 verdicts-not-listed: this is a set of fields, and a list is expected | begin each entry with `- `",
        "0 verdict-homeless: these verdicts are on the brief `brekfast`, which there is not | did you mean `breakfast`?",
        "0 verdict-homeless: these verdicts are on the reference `nobody2000`, which there is not | rename the file after it, or remove it when the verdicts are of no use",
    ]
