"""Risk of bias of results: what its tools ask for, and a table that no reader needs colour for."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_desk import BIAS, TEXTS, brief, library, painted, words

from briefkit.records.risk_of_bias import DOMAINS, JUDGEMENTS, TOOLS, BiasJudgement
from briefkit.rules.judgements import bias_domains, bias_overall

TODAY = date(2026, 11, 22)
TRIAL = TEXTS["evidence/studies/riott.yaml"]


def told(rule, old="", new="", design="randomised controlled trial"):
    """What a rule says of the trial, with its judgement changed so."""
    assert old in BIAS
    text = TRIAL.replace("randomised controlled trial", design) + BIAS.replace(old, new, 1)
    return [f"{one.rule}: {one.message} | {one.help}" for one in rule(library(studies__riott=text), TODAY)]


@given(st.sampled_from(TOOLS), st.data())
def test_the_overall_judgement_is_that_of_the_worst_domain_in_any_order(tool, data):
    words = data.draw(
        st.lists(st.sampled_from(JUDGEMENTS[tool]), min_size=len(DOMAINS[tool]), max_size=len(DOMAINS[tool]))
    )
    shuffled = data.draw(st.permutations(words))
    found = {_comes_to(tool, one) for one in (words, shuffled)}
    assert found == {max(words, key=JUDGEMENTS[tool].index)}


def _comes_to(tool, words):
    domains = {name: {"judgement": word, "because": "so"} for name, word in zip(DOMAINS[tool], words, strict=True)}
    made = {"tool": tool, "domains": domains, "overall": "low", "judged_by": ["jane_doe"], "on": "2026-11-20"}
    return BiasJudgement.model_validate(made).comes_to


def test_a_judgement_with_every_domain_is_fine():
    assert told(bias_domains) == told(bias_overall) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "        randomisation: {judgement: low, because: drawn by a computer elsewhere}\n",
            "",
            (
                "bias-domain: RoB 2 has `randomisation`, `deviations`, `missing_data`, `measurement` and `selected_result`, and "
                "`randomisation` is not judged | judge every domain, or take the judgement out"
            ),
        ),
        (
            "judgement: some_concerns",
            "judgement: moderate",
            "bias-domain: `moderate` is no judgement of RoB 2 | write `low`, `some_concerns` or `high`",
        ),
        (
            "      overall: high",
            "      overall: critical",
            "bias-domain: `critical` is no judgement of RoB 2 | write `low`, `some_concerns` or `high`",
        ),
        (
            "        randomisation:",
            "        confounding: {judgement: low, because: so}\n        randomisation:",
            (
                "bias-domain: RoB 2 has no domain `confounding` | it has `randomisation`, `deviations`, `missing_data`, "
                "`measurement` and `selected_result`"
            ),
        ),
    ],
)
def test_domains_and_words_are_those_of_the_tool(old, new, said):
    assert told(bias_domains, old, new) == [said]


def test_a_tool_is_for_studies_of_one_design():
    assert told(bias_domains, design="cohort study") == [
        "bias-tool: RoB 2 is not made for a cohort study | judge it again with ROBINS-I"
    ]


def test_an_overall_judgement_that_is_milder_needs_a_reason():
    assert told(bias_overall, "overall: high", "overall: low") == [
        (
            "bias-overall: the worst domain is `high`, and `overall` says `low` | write `overall: high`, or say under "
            "`overall_because:` why it is another"
        )
    ]
    assert told(bias_overall, "overall: high", "overall: low\n      overall_because: registers settle it") == []


def test_lights_are_shapes_letters_and_words():
    html = painted('{{ traffic_light("judged.retention_26w", "riott.retention_26w") }}\n')
    found = re.search(r'<div class="judged lights".*?</ol>', html, re.DOTALL)[0]
    assert words(found) == (
        "Risk of bias (RoB 2) Result Randomisation process Deviations from the interventions intended Missing outcome data "
        "Measurement of the outcome Selection of the result reported Overall "
        "Judged trial Retention in treatment, 26 weeks L low 1 S some concerns 2 L low 3 "
        "H high 4 “the interviewers were not blinded” [ 1 ] L low 5 H high 6 "
        "RIOTT Retention in treatment, 26 weeks – not yet judged – not yet judged – not yet judged – not yet judged "
        "– not yet judged – not yet judged "
        "Judged trial, randomisation process: drawn by a computer elsewhere. "
        "Judged trial, deviations from the interventions intended: nobody was blinded. "
        "Judged trial, missing outcome data: nearly all were found again. "
        "Judged trial, measurement of the outcome: those who asked knew who had what. "
        "Judged trial, selection of the result reported: as it was registered. "
        "Judged trial: judged by Jane Doe and The school board on 20 November 2026."
    )
    lights = re.findall(r'<span class="light (bias-\w+)" aria-hidden="true"><b>(.)</b>', found)
    assert lights[:6] == [
        *(("bias-low", "L"), ("bias-some_concerns", "S"), ("bias-low", "L")),
        *(("bias-high", "H"), ("bias-low", "L"), ("bias-high", "H")),
    ]


def test_what_others_rated_is_a_column_of_theirs():
    rated = "    ratings: {board: {holder: board, words: {quote: at high risk}, rates: allocation in this trial}}\n"
    html = painted('{{ traffic_light("riott.retention_26w") }}\n', library(studies__riott=TRIAL + rated))
    assert "The school board rated allocation in this trial: “at high risk” [ 1 ]" in words(html)


def test_two_tools_stand_in_two_tables():
    cohort = TRIAL.replace("randomised controlled trial", "cohort study")
    base = library(studies__cohort=cohort.replace("title: Rand", "title: Cohort Rand"))
    assert brief('{{ traffic_light("riott.retention_26w", "cohort.retention_26w") }}\n', base)[1] == [
        (
            "6:42+20 bias-tool: `cohort.retention_26w` goes by ROBINS-I, and the first result by RoB 2: their domains are not "
            "the same | give each tool a table of its own"
        )
    ]
    assert brief('{{ traffic_light("riott.retention") }}\n')[1] == [
        "6:19+15 table-record: `riott.retention` is not a result of a study | did you mean `riott.retention_26w`?"
    ]
