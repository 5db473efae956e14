"""An argument as a picture, and its links in words below it: what readers see, what the CSV holds, what a brief counts."""

import io
import re
import shutil
from pathlib import Path

import pytest
from brief_desk import HEAD, TEXTS, said
from render_desk import look
from test_render_page import text_of
from test_tables_csv import rows

from briefkit import manifest
from briefkit.charts.chain import build
from briefkit.cli import main
from briefkit.load import load
from briefkit.read_brief import read
from briefkit.render.page import page

ARGUMENT = """
title: Prescribing cuts crime
claim: Prescribed heroin cuts crime.
claimed_by: [jane_doe]
cite: independent2019
links:
  stay:
    cause: heroin is prescribed
    effect: people stay in treatment
    statement: {quote: "people who are given heroin stay"}
    for: [riott.retention_26w.heroin]
    against: [riott.retention_26w.methadone]
  crime: {cause: people stay in treatment, effect: crime falls, none: Nobody has counted crimes.}
  funds: {cause: money is seized, effect: crime falls, against: [scheme.running_cost]}
"""
HOLDER = {"evidence/holders.yaml": "jane_doe: {name: Jane Doe, kind: person}\n"}
LIBRARY, _ = load({**TEXTS, **HOLDER, "evidence/arguments/cuts_crime.yaml": ARGUMENT})
CHAIN = '{{ chain("cuts_crime") }}\n'
PROJECT = Path(__file__).parent / "project"


def brief(body):
    """The brief with this body, and what is wrong with it."""
    made, problems = read(HEAD + body, "briefs/one.md", LIBRARY, {})
    return made, said(problems)


FINDING = "of 3 links, 1 has evidence on both sides, 1 has only opposing evidence and 1 has no evidence."


def painted(body=CHAIN, medium="screen"):
    """The picture as it stands on a page, with what stands below it."""
    html, problems = page(brief(body)[0], LIBRARY, medium=medium, gate="publish", problems=(), look=look())
    assert problems == []
    return re.search(r'<div class="picture" id="picture-chain.*?<p class="table-sources">.*?</p>', html, re.DOTALL)[0]


def beneath(html):
    return html[html.index('<div class="chain"') :]


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_the_words_and_the_evidence_of_each_link_stand_below_the_picture(medium):
    csv = " This picture as data, with quotes (CSV) The same as a spreadsheet (XLSX)" if medium == "screen" else ""
    assert text_of(beneath(painted(medium=medium))).replace("\N{NO-BREAK SPACE}", " ") == (
        "A heroin is prescribed → people stay in treatment Claimed: “people who are given heroin stay” [ 1 ] "
        "For: RIOTT, retention in treatment, supervised injectable heroin: 38 of 43 (88%) [ 2 ] "
        "Against: RIOTT, retention in treatment, optimised oral methadone: 29 of 42 (69%) [ 2 ] "
        "B people stay in treatment → crime falls No evidence: Nobody has counted crimes. "
        "C money is seized → crime falls "
        "Against: The scheme, running cost: about £250,000 a year (2019 prices) 1 [ 1 ] "
        "The price year 2019 is assumed; the source does not state it. "
        f"Sources: Reporter, 2019 [1]; Strang, 2010 [2] (abstract, p. 4).{csv}"
    )


def test_the_finding_and_the_claim_stand_above_the_picture():
    above = text_of(painted(medium="print").partition("<svg")[0])
    assert above == f"Prescribing cuts crime: {FINDING} The claim: Prescribed heroin cuts crime. Made by Jane Doe."


def test_those_who_do_not_see_the_picture_are_told_it_link_by_link():
    table, _ = build(LIBRARY, "cuts_crime")
    assert table.picture.alt == (
        f"Prescribing cuts crime: {FINDING} Chain of causes: "
        "A, heroin is prescribed → people stay in treatment: 1 for, 1 against; "
        "B, people stay in treatment → crime falls: no evidence; "
        "C, money is seized → crime falls: 1 against."
    )


def test_each_link_of_the_picture_leads_to_its_words():
    html = painted()
    drawn, below = html.partition('<div class="chain"')[::2]
    assert re.findall(
        r'<a href="#(link-[^"]+)" aria-label="([^"]+)"', drawn.partition('class="drawing narrow"')[0]
    ) == [
        (
            "link-chain-cuts-crime-a",
            "A, heroin is prescribed → people stay in treatment: 1 for, 1 against; see below",
        ),
        ("link-chain-cuts-crime-b", "B, people stay in treatment → crime falls: no evidence; see below"),
        ("link-chain-cuts-crime-c", "C, money is seized → crime falls: 1 against; see below"),
    ]
    assert re.findall(r'class="link" id="([^"]+)"', below) == [f"link-chain-cuts-crime-{one}" for one in "abc"]


def test_each_piece_of_evidence_is_a_mark_that_opens_its_panel():
    for drawing in (build(LIBRARY, "cuts_crime")[0].picture.wide, build(LIBRARY, "cuts_crime")[0].picture.narrow):
        assert [(mark.kind, mark.shape, mark.figure.address) for mark in drawing.marks if mark.figure] == [
            ("filled", "polygon", "riott.results.retention_26w.heroin"),
            ("open", "circle", "riott.results.retention_26w.methadone"),
            ("filled", "rect", "riott.results.retention_26w.methadone"),
            ("open", "circle", "scheme.running_cost"),
            ("filled", "rect", "scheme.running_cost"),
        ]


def test_an_arrow_is_broken_where_nothing_speaks_for_its_link():
    marks = build(LIBRARY, "cuts_crime")[0].picture.wide.marks
    assert [mark.at.get("stroke-dasharray") for mark in marks if mark.shape == "polyline"] == [
        *(None, "4 3", "4 3"),
        "4 3",  # in the key
    ]


def test_every_figure_of_a_chain_has_its_panel_on_screens():
    html = beneath(painted())
    assert re.findall(r'data-address="([^"]+)"', html) == [
        "cuts_crime.links.stay.statement",
        "riott.results.retention_26w.heroin",
        "riott.results.retention_26w.methadone",
        "scheme.running_cost",
    ]
    assert html.count("<button") == 4
    assert "<button" not in painted(medium="print")


def test_on_paper_the_picture_is_drawn_once_and_leads_nowhere():
    html = painted(medium="print").partition('<div class="chain"')[0]
    assert html.count("<svg") == 1
    assert "<a " not in html


def test_what_a_record_says_is_never_markup():
    evil = ARGUMENT.replace("heroin is prescribed", "<b>heroin</b>")
    made, _ = load({**TEXTS, **HOLDER, "evidence/arguments/cuts_crime.yaml": evil})
    one, _ = read(HEAD + CHAIN, "briefs/one.md", made, {})
    html, _ = page(one, made, medium="screen", gate="publish", problems=(), look=look())
    assert "<b>heroin" not in html
    assert "&lt;b&gt;heroin&lt;/b&gt;" in html


def test_the_csv_has_a_line_for_each_link_and_the_claim_beside_it():
    table, faults = build(LIBRARY, "cuts_crime")
    assert faults == []
    claim = "The claim: Prescribed heroin cuts crime. Made by Jane Doe."
    shown = ("Link", "In the claimant's words", "Evidence for", "Evidence against", "No evidence", "notes")
    assert [tuple(row[name].replace("\N{NO-BREAK SPACE}", " ") for name in shown) for row in rows(table, LIBRARY)] == [
        (
            "heroin is prescribed → people stay in treatment",
            "“people who are given heroin stay”",
            "RIOTT, retention in treatment, supervised injectable heroin: 38 of 43 (88%)",
            "RIOTT, retention in treatment, optimised oral methadone: 29 of 42 (69%)",
            "",
            claim,
        ),
        ("people stay in treatment → crime falls", "", "", "", "Nobody has counted crimes.", claim),
        (
            "money is seized → crime falls",
            "",
            "",
            "The scheme, running cost: about £250,000 a year (2019 prices)",
            "",
            f"{claim} The price year 2019 is assumed; the source does not state it.",
        ),
    ]
    first = rows(table, LIBRARY)[0]
    assert (first["Evidence for 1: value"], first["Evidence for 1: source"]) == ("88.3721", "strang2010")
    assert first["Evidence against 1: quote"] == "69% (n=29) on oral methadone"


def test_the_figures_of_a_chain_count_in_its_brief():
    made, problems = brief(CHAIN)
    assert problems == []
    assert list(manifest.used(made)) == [
        "cuts_crime.links.stay.statement",
        "riott.results.retention_26w.heroin",
        "riott.results.retention_26w.methadone",
        "scheme.running_cost",
    ]
    assert made.cited == ("independent2019", "strang2010")
    assert [table.name for table in made.tables] == ["chain-cuts-crime"]


def test_what_a_brief_reads_holds_the_argument_and_what_speaks_to_it(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    (root / "evidence/arguments").mkdir()
    (root / "evidence/arguments/meals.yaml").write_text(
        "title: Meals\nclaim: Breakfast fills schools.\n"
        "links: {one: {cause: breakfast, effect: full schools, "
        "for: [north_trial.present_6m.breakfast], against: [north_trial.present_6m.usual]}}\n",
        encoding="utf-8",
    )
    head = "---\ntitle: Meals\ndate: 2026-03-01\nauthors: Jane Doe\n---\n"
    (root / "briefs/meals.md").write_text(head + '{{ chain("meals") }}\n', encoding="utf-8")
    out = io.StringIO()
    assert main(["reads", "meals"], root, out, out) == 0
    assert (
        out.getvalue()
        .replace("\N{NO-BREAK SPACE}", " ")
        .startswith(
            "2 records, 2 figures\n"
            "  meals  evidence/arguments/meals.yaml\n"
            "  north_trial  evidence/studies/north_trial.yaml\n"
            "    north_trial.present_6m.breakfast: 54 of 60  [moss2018]\n"
            "    north_trial.present_6m.usual: 42 of 60  [moss2018]\n"
        )
    )


def test_two_chains_of_one_brief_have_names_of_their_own():
    made, problems = brief('{{ chain("cuts_crime", caption="Step by step") }}\n\n' + CHAIN)
    assert problems == []
    assert [(table.name, table.caption) for table in made.tables] == [
        ("chain-cuts-crime", "Step by step"),
        ("chain-cuts-crime-2", f"Prescribing cuts crime: {FINDING}"),
    ]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (
            '{{ chain("cuts_crimes") }}',
            "6:11+11 table-record: there is no argument `cuts_crimes` | did you mean `cuts_crime`?",
        ),
        (
            '{{ chain("riott") }}',
            "6:11+5 table-record: `riott` is not an argument but a study | there is `cuts_crime`",
        ),
        (
            'See {{ chain("cuts_crime") }} here.',
            (
                "6:5+25 table-in-line: a chain stands within a line of text | "
                "a chain stands in a paragraph of its own, with an empty line before and after"
            ),
        ),
        (
            '{{ chain("cuts_crime", links=2) }}',
            (
                "6:1+34 expression-call: `chain` takes the id of one argument, in quotation marks, and perhaps `caption=` | "
                'write `{{ chain("why_crime_falls") }}`'
            ),
        ),
    ],
)
def test_a_chain_that_cannot_be_drawn_is_told_where_it_stands(body, problem):
    made, problems = brief(body + "\n")
    assert problems == [problem]
    assert made.tables == ()


def test_a_broken_record_is_not_blamed_again():
    assert brief('{{ chain("broken_one") }}\n')[1] == []
