"""Severities of a project's own: what may be set, what may not, and what then holds at each gate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.pipeline.options import Options
from briefkit.problems import Where
from briefkit.rulebook import RULES, severities
from briefkit.settings import GATES, SEVERITIES, read_settings

FIXED = next(rule.id for rule in RULES.values() if rule.fixed and rule.publish == "error")


def said(text: str) -> list[str]:
    """What is wrong with a pyproject.toml, a line each."""
    return [
        f"{p.where.line}:{p.where.column}+{p.where.length} {p.rule}: {p.message} | {p.help}"
        for p in read_settings(text)[1]
    ]


def test_severities_are_read_by_gate():
    text = '[tool.briefkit.severity.draft]\nrecord-stale = "error"\n[tool.briefkit.severity.publish]\nrecord-stale = "error"\n'
    settings, problems = read_settings(text)
    assert problems == []
    assert settings.severity == {"draft": {"record-stale": "error"}, "publish": {"record-stale": "error"}}


def test_what_is_graver_in_a_draft_is_as_grave_at_the_publish_gate():
    settings, problems = read_settings('[tool.briefkit.severity.draft]\nrecord-stale = "error"\n')
    assert problems == []
    assert settings.severity == {"draft": {"record-stale": "error"}, "publish": {"record-stale": "error"}}


def test_what_a_project_has_not_set_stands_as_in_the_book():
    own = severities("draft", {"record-stale": "error"})
    assert own == {**severities("draft"), "record-stale": "error"}
    assert Options(gate="publish", severity={"record-stale": "error"}).grave["record-stale"] == "error"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[tool.briefkit.severity.draft]\nrecord-stal = "error"\n',
            "2:1+11 settings-unknown: there is no rule `record-stal` | did you mean `record-stale`?",
        ),
        (
            '[tool.briefkit.severity.draft]\nrecord-stale = "eror"\n',
            (
                "2:1+12 settings-wrong: `eror` is not a severity, which `record-stale` takes | "
                'write "error", "warning" or "advice"'
            ),
        ),
        (
            '[tool.briefkit.severity.draft]\n  record-stale = "off"\n',
            (
                "2:3+12 settings-wrong: `off` is not a severity, which `record-stale` takes | "
                'write "error", "warning" or "advice"; to let one problem through, write a waiver'
            ),
        ),
        (
            "[tool.briefkit.severity.draft]\nrecord-stale = ['error']\n",
            '2:1+12 settings-wrong: this is not a severity, which `record-stale` takes | write "error", "warning" or "advice"',
        ),
        (
            '[tool.briefkit.severity.drafts]\nrecord-stale = "error"\n',
            "1:25+6 settings-unknown: `drafts` is not a gate | did you mean `draft`?",
        ),
        (
            '[tool.briefkit.severity]\nrecord-stale = "error"\n',
            "2:1+12 settings-unknown: `record-stale` is not a gate | the gates are `draft` and `publish`",
        ),
        (
            '[tool.briefkit.severity]\ndraft = "error"\n',
            (
                "2:1+5 settings-wrong: `draft` must be a table | "
                'write [tool.briefkit.severity.draft], and below it a line for each rule: quote-missing = "error"'
            ),
        ),
        (
            '[tool.briefkit]\nseverity = "error"\n',
            "2:1+8 settings-wrong: `severity` must be a table | write [tool.briefkit.severity.draft]",
        ),
        (
            '[tool.briefkit]\nseverity.draft.record-stal = "error"\n',
            "2:16+11 settings-unknown: there is no rule `record-stal` | did you mean `record-stale`?",
        ),
        (
            f'[tool.briefkit.severity.publish]\n{FIXED} = "warning"\n',
            (
                f"2:1+{len(FIXED)} severity-fixed: `{FIXED}` carries the promise of a brief and cannot be made milder than "
                "`error` at the publish gate | take it out; what cannot be mended in time needs a waiver, which is shown"
            ),
        ),
        (
            '[tool.briefkit.severity.publish]\nunknown-field = "advice"\n',
            (
                "2:1+13 severity-fixed: `unknown-field` says that something could not be read and cannot be made milder "
                "than `error` at the publish gate | take it out; what cannot be mended in time needs a waiver, which is shown"
            ),
        ),
        (
            '[tool.briefkit.severity.publish]\nheading-skips = "advice"\n',
            (
                "2:1+13 settings-wrong: `heading-skips` would be milder at the publish gate (`advice`) than in a draft "
                "(`warning`) | a publication is never judged more mildly"
            ),
        ),
    ],
    ids=lambda value: value.split("\n")[1] if value.startswith("[") else "",
)
def test_a_slip_is_told_at_its_place_and_leaves_the_book(text, words):
    assert said(text) == [words]
    own = read_settings(text)[0].severity
    assert all(severities(gate, own.get(gate)) == severities(gate) for gate in GATES)


def test_one_slip_loses_no_other_severity():
    settings, problems = read_settings('[tool.briefkit.severity.draft]\nnone = "error"\nheading-skips = "advice"\n')
    assert settings.severity["draft"] == {"heading-skips": "advice"}
    assert [problem.where for problem in problems] == [Where("pyproject.toml", 2, 1, 4)]


def test_a_fixed_rule_may_be_milder_in_a_draft():
    assert said(f'[tool.briefkit.severity.draft]\n{FIXED} = "advice"\n') == []


def weight(severity: str) -> int:
    return SEVERITIES.index(severity)


@given(st.sampled_from(GATES), st.dictionaries(st.sampled_from(sorted(RULES)), st.sampled_from(SEVERITIES), max_size=8))
def test_no_project_publishes_more_mildly_than_it_drafts_nor_breaks_the_promise(gate, chosen):
    rows = "".join(f'{rule} = "{word}"\n' for rule, word in chosen.items())
    own = read_settings(f"[tool.briefkit.severity.{gate}]\n{rows}")[0].severity
    draft, publish = severities("draft", own.get("draft")), severities("publish", own.get("publish"))
    for rule in RULES.values():
        assert weight(publish[rule.id]) >= weight(draft[rule.id])
        assert not rule.fixed or weight(publish[rule.id]) >= weight(rule.publish)
