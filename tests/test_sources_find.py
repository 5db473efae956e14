"""What becomes of quotations: the planted ones are caught, honest ones pass, and people are told why."""

import os

import pytest
from quote_cases import FOLDER, SITUATIONS, document, found, read_cases, told

from briefkit.sources.find import find, index
from briefkit.values import Quote


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_quotation_gets_its_verdict(situation):
    wrong = [
        f"{case.want} wanted, {finding.verdict}: {case.shown()}"
        for case, finding in found(situation)
        if case.want != finding.verdict
    ]
    assert wrong == []


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_people_are_told(situation):
    expected = FOLDER / situation / "found.txt"
    shown = told(found(situation))
    if os.environ.get("BRIEFKIT_ACCEPT"):
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")


def test_all_twenty_four_planted_quotations_are_caught():
    pairs = found("planted-a") + found("planted-b")
    assert len(pairs) == 24
    assert [case.shown() for case, finding in pairs if finding.passed] == []


def test_every_finding_that_does_not_pass_says_why_and_what_to_do():
    findings = [finding for situation in SITUATIONS for _, finding in found(situation)]
    assert all(bool(finding.message) is bool(finding.help) is not finding.passed for finding in findings)


def test_every_verdict_occurs():
    assert len({case.want for situation in SITUATIONS for case in read_cases(situation)}) == 9


def test_a_document_without_text_says_nothing():
    finding = find(Quote("127 were randomised to three groups"), index(document()))
    assert finding.verdict == "absent"
    assert finding.place == ""


def test_pages_without_text_are_told():
    made = index(document("Some words stand here, and that is all there is."))
    made = type(made)(made.bearing, made.elsewhere, (4, 7))
    finding = find(Quote("127 were randomised to three groups"), made)
    assert "a page that is a picture without text (page 4, 7 of the file)" in finding.help


def test_a_long_sentence_is_shown_in_part():
    words = " ".join(f"word{number}" for number in range(100))
    finding = find(Quote("the middle of it all"), index(document(f"{words} the middle of it all {words}.")))
    assert finding.before.split()[0] == "…"
    assert len(finding.before.split()) == len(finding.after.split()) == 61
    assert finding.before.endswith(" ")


def test_what_is_shown_can_be_written_one_after_the_other():
    text = "They said: “It will pay in the long-term”, and left."
    finding = find(Quote("It will pay in the long-term"), index(document(f"Before that. {text} After that.")))
    assert finding.before + "It will pay in the long-term" + finding.after == text


PAGE = "It was not seen\n\nMiddlesbrough took part in the trial of\n\nheroin in 12 towns. They ended it.\n\nRetention was high."


def test_an_empty_line_within_a_page_parts_paragraphs_only_after_a_stop():
    made = index(document(PAGE))
    assert find(Quote("trial of heroin in 12 towns"), made).verdict == "exact"
    finding = find(Quote("They ended it. Retention was high"), made)
    assert finding.verdict == "spliced"
    assert finding.message == "the quotation is put together: its parts stand in two paragraphs or cells"


def test_what_ends_the_paragraph_before_is_not_left_off():
    made = index(document(PAGE, "There were 12 towns about", "15 people each."))
    assert find(Quote("Middlesbrough took part in the trial"), made).verdict == "exact"
    assert find(Quote("15 people each"), made).verdict == "exact"
