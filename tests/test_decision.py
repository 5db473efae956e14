"""Evidence to Decision: no criterion passed over, no judgement without a name, and the table of it."""

import re
from datetime import date

import pytest
from judged_desk import CRITERIA, DECISION, brief, library, painted, texts, words

from briefkit.load import load
from briefkit.records.decision import Criteria
from briefkit.rules.judgements import criteria
from briefkit.tables.decision import CRITERIA as NAMED
from briefkit.tables.decision import build

NONE = "{none: nobody has looked}"


def told(name, criterion):
    text = DECISION.replace(f"  {name}: {NONE}", f"  {name}: {criterion}")
    found = criteria(library(decisions__meals=text), date(2026, 11, 22))
    return [f"{one.where.line} {one.rule}: {one.message} | {one.help}" for one in found]


def test_the_table_asks_what_the_record_holds():
    assert list(NAMED) == list(Criteria.model_fields) == CRITERIA


def test_a_criterion_cannot_be_left_out():
    text = DECISION.replace(f"  equity: {NONE}\n", "")
    problems = [one for one in load(texts(decisions__meals=text))[1] if "decisions" in one.where.file]
    assert [(one.rule, one.message) for one in problems] == [("missing-field", "a decision needs `equity`")]


def test_a_criterion_says_what_there_is_or_what_is_missing():
    assert told("equity", NONE) == []
    assert told("equity", "{judgement: not_judged}") == [
        (
            "16 criterion-without-evidence: `equity` does not say what evidence it has | name figures under `evidence:`, or say "
            "under `none:` what is missing"
        )
    ]
    assert told("equity", "{evidence: [riott.retention_26w.heroine]}") == [
        (
            "16 unknown-figure-address: there is no figure `riott.retention_26w.heroine` | did you mean "
            "`riott.retention_26w.heroin`?"
        )
    ]


def test_a_judgement_has_a_name_a_day_and_a_reason():
    signed = "{none: little, judgement: probably_yes, because: all gained, judged_by: jane_doe, on: 2026-11-20}"
    assert told("priority", signed) == []
    assert told("priority", "{none: little, judgement: yes}") == [
        (
            "7 judgement-unsigned: `yes` is a judgement without `because`, `judged_by` and `on` | write `not_judged`, or who "
            "judged it, when and why"
        )
    ]


@pytest.mark.parametrize(
    ("name", "answer"), [("priority", "large"), ("resources", "yes"), ("equity", "favours_neither")]
)
def test_each_criterion_has_its_own_answers(name, answer):
    text = DECISION.replace(f"  {name}: {NONE}", f"  {name}: {{none: so, judgement: {answer}}}")
    problems = [one for one in load(texts(decisions__meals=text))[1] if "decisions" in one.where.file]
    assert [(one.rule, one.message) for one in problems] == [
        ("unknown-choice", f"`{answer}` is not one of the choices for `judgement`")
    ]


def test_a_decision_is_shown_criterion_by_criterion():
    text = DECISION.replace(
        f"  priority: {NONE}",
        "  priority: {evidence: [riott.retention_26w.heroin], considerations: The trial was in clinics., "
        "judgement: probably_yes, because: all gained, judged_by: [jane_doe, board], on: 2026-11-20}",
    )
    html = painted('{{ decision("meals") }}\n', library(decisions__meals=text))
    found = words(re.search(r'<div class="decision".*?<p class="table-sources">', html, re.DOTALL)[0])
    assert found.startswith(
        "Should clinics serve meals? Weighed: meals, against none. Perspective: the clinics and those treated. "
        "1. Priority of the problem Is the problem a priority? Judgement: probably yes; all gained; "
        "Jane Doe and The school board, 20 November 2026 "
        "RIOTT, retention in treatment, supervised injectable heroin: 38 of 43 (88%) [ 1 ] The trial was in clinics. "
        "2. Desirable effects How large are the effects that people want? Judgement: not yet judged "
        "No evidence in the base. Missing: nobody has looked 3."
    )
    assert found.count("not yet judged") == 11


def test_the_table_of_a_decision_has_a_row_for_each_criterion():
    table, faults = build(library(), "meals")
    assert (faults, len(table.rows), table.look, table.name) == ([], 12, "decision", "decision-meals")


def test_a_decision_that_is_not_there_is_told():
    assert brief('{{ decision("meal") }}\n')[1] == [
        "6:14+4 table-record: there is no decision `meal` | did you mean `meals`?"
    ]
    assert brief('{{ decision("riott") }}\n')[1] == [
        "6:14+5 table-record: `riott` is not a decision but a study | there is `meals`"
    ]
