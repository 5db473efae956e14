"""What is suggested for a bare number, and which numbers a brief need not bind: each with its wrong and its right twin."""

from decimal import Decimal

import pytest
from brief_desk import HEAD, SCHEME, TEXTS, brief, library

from briefkit.load import load
from briefkit.read_brief import read
from briefkit.rules.claims import uncited_sentence
from briefkit.rules.once import once
from briefkit.rules.unbound import mentions as reading
from briefkit.rules.unbound import unbound
from briefkit.rules.unbound.rules import quotation_uncited, unbound_number
from briefkit.rules.wording import said
from briefkit.values.units import BUILT_IN

WAITS = """
title: Waits for treatment
measure: median wait over 30 days
country: GB
place: Testshire
cite: independent2019
series:
  y2021: {value: 26 days, as_of: 2021, quote: a median wait of 26 days}
  y2022: {value: 18 days, as_of: 2022, quote: a median wait of 18 days}
  rank: {value: 1, label: Rank among towns, as_of: 2022, quote: ranked 1 in all}
"""
DENMARK = SCHEME.replace("Middlesbrough", "Odense")


def judged(body: str) -> list[tuple[str, list[str], str]]:
    """The numbers reported, with the records suggested and the way out."""
    made, problems = load({**TEXTS, "evidence/statistics/w.yaml": WAITS, "evidence/programmes/odense.yaml": DENMARK})
    text, _ = read(HEAD + body, "briefs/one.md", made)
    assert text is not None, problems
    found = [(one.text, sorted({fit.figure.record for fit in one.candidates})) for one in unbound(text, made)]
    ways = [one.help for one in unbound_number(text, made)]
    return [(*one, way) for one, way in zip(found, ways, strict=True)]


@pytest.mark.parametrize(
    ("body", "records"),
    [
        ("In all there were 15 places.", []),
        ("In Odense there were 15 places.", ["odense"]),
        ("[up to 15]{=scheme.places_planned} places.\n\n## Later\n\nIn all there were 15 places.", ["scheme"]),
        ("It was in 2022.", []),
        ("In all 29 of 42 stayed.", ["riott"]),
        ("It cost about £250,000 a year.", ["odense", "scheme"]),
        ("Waits fell to [26 days]{=w.series.y2021}, but for one person.", []),
        ("It held (p = .034).", []),
    ],
)
def test_figures_of_other_subjects_are_not_offered(body, records):
    ((_, offered, way),) = judged(body)
    assert offered == records
    assert way.startswith(
        "write `[" if records else ("cite in" if "2022" in body else "no figure of this brief has it")
    )


def test_what_the_command_would_bind_is_said():
    near = "{{ riott.randomised }} took part in RIOTT. Of them 29 of 42 stayed."
    ((_, _, way),) = judged(near)
    assert way.startswith(
        "write `[29 of 42]{=riott.retention_26w.methadone}`, or let `check --fix` do it, where nothing speaks against it; if"
    )
    assert "--fix" not in judged("Of them 29 of 42 stayed.")[0][2]


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("26 days", ["26"]),
        ("30 days", []),
        ("18 days", []),
        ("27 days", ["27"]),
    ],
)
def test_a_result_is_no_length_of_time_that_its_record_lends(words, reported):
    body = f"In Testshire it was [18 days]{{=w.series.y2022}} in 2022, and {words} before."
    assert [text for text, _, _ in judged(body)] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("They were asked twice.", []),
        ("We called them twice, and left.", []),
        ("Nobody should be asked twice for the same.", []),
        ("It is taken twice a day, or twice weekly.", []),
        ("They came once or twice to the first visit.", []),
        ("It was twice the cost.", ["twice"]),
        ("They asked twice as many.", ["twice"]),
        ("Deaths were twice a normal rate.", ["twice"]),
        ("It fell twice.", ["twice"]),
        ("It was the first clinic.", ["first"]),
    ],
)
def test_how_often_is_no_count(text, reported):
    assert [one.text for one in unbound(brief(text)[0], library())] == reported


def test_a_sentence_is_blamed_for_its_number_or_for_its_source_and_not_for_both():
    body = "It went to 77 places at last. It was liked by all of them. There it was 15, too, and more."
    assert [one.message for one in uncited_sentence(brief(body)[0], library())] == [
        "nothing stands behind `It was liked by all of them.`"
    ]


@pytest.mark.parametrize(
    ("quoted", "near"),
    [
        ("the money has been agreed by all", "the money has not been agreed by all…"),
        ("the money had not been agreed by all", "…the money has not been agreed by all…"),
        ("nothing of the sort was ever said", ""),
        ("the money of all", ""),
    ],
)
def test_words_that_are_nearly_those_of_the_citation(quoted, near):
    body = f'It said “{quoted}” [@strang2010, "the money has not been agreed by all of them"].'
    (problem,) = quotation_uncited(brief(body)[0], library())
    if near:
        assert problem.message.startswith(f"`{quoted}` are not the words of the source: the citation here has `")
        assert "has not been agreed" in problem.message
    else:
        assert problem.message == f"no citation answers for the words `{quoted}`"


def test_a_brief_is_read_once_and_another_one_anew():
    one, other = brief("The first of them.")[0], brief("The first of them.")[0]
    assert said(one) is said(one)
    assert said(one) is not said(other)
    asked = once(lambda thing: [thing])
    assert asked([]) is not asked([])


def test_no_text_with_a_number_is_passed_over(monkeypatch):
    words = ["ninth-largest", "A third of them", "three quarters", "fivefold", "the late sixties,", "a couple of people",
             "½", "③", "٣", "halved", "2014", "Both trials", "scores of people", "eighty", "to double", "two-thirds"]  # fmt: skip
    for text in words:
        found = reading.mentions(text, BUILT_IN)
        monkeypatch.setattr(reading, "may_count", lambda _text: True)
        assert reading.mentions(text, BUILT_IN) == found
        assert found or text == "٣"
        monkeypatch.undo()


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.4m people", 1400000), ("£500m", 500000000), ("500 m", None), ("p = .034", Decimal("0.034"))],
)
def test_an_m_is_a_million_of_what_is_counted(text, value):
    (found,) = reading.mentions(f"It was {text} then.", BUILT_IN)
    assert (found.claim.value.value if found.claim else None) == value
