"""Titles, questions and headings: which of them claim something, and which name a subject or ask."""

import pytest
from review_desk import FILE, changed, opened, texts

TITLE = "title: Do free breakfasts raise attendance?"


def claims(files) -> list[tuple[str, str, str]]:
    return [
        (one.block, one.text, one.state)
        for one in opened(files)[0].claims
        if one.block in ("title", "question", "heading")
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Do free breakfasts raise attendance?",
        "Free breakfasts",
        "Free breakfasts: how other countries do it",
        "What it costs",
        "Breakfast and the one question that is left open?",
    ],
)
def test_a_label_and_a_question_claim_nothing(title):
    assert claims(changed(texts(), FILE, TITLE, f'title: "{title}"')) == []


@pytest.mark.parametrize(
    ("title", "text", "state"),
    [
        ("Free breakfasts raise attendance", "Free breakfasts raise attendance", "uncited"),
        ("Breakfast in 12 countries", "Breakfast in 12 countries", "uncited"),
        ("Breakfast in twelve countries", "Breakfast in twelve countries", "uncited"),
        ("Breakfasts work [@moss2018]", "Breakfasts work", "cited"),
        ("Do [54 of 60]{=north_trial.present_6m.breakfast} suffice?", "Do 54 of 60 suffice?", "bound"),
    ],
)
def test_a_title_that_says_something_is_a_claim(title, text, state):
    assert claims(changed(texts(), FILE, TITLE, f'title: "{title}"')) == [("title", text, state)]


def test_question_and_headings_likewise():
    files = changed(texts(), FILE, TITLE, f'{TITLE}\nquestion: "Why do 2 in 3 stay away?"')
    files = changed(files, FILE, "## What it costs", "## Breakfast is cheap")
    assert claims(files) == [
        ("question", "Why do 2 in 3 stay away?", "uncited"),
        ("heading", "Breakfast is cheap", "uncited"),
    ]
