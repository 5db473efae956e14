"""Ordinary policy prose, written for this test: few false alarms, and hardly a number missed."""

from prose_measure import PAGES, judged, marked


def test_nine_reported_numbers_in_ten_are_rightly_reported():
    found = judged()
    print(found)  # noqa: T201  the measure itself is what somebody reads this test for
    assert found.precision >= 0.9, found.wrong


def test_hardly_a_number_is_missed():
    found = judged()
    assert found.recall >= 0.97, found.missed


def test_there_are_ten_pages_of_different_hands():
    assert len(list(PAGES.glob("*.md"))) >= 10
    assert judged().words >= 4000
    assert judged().expected >= 200


def test_every_mark_stands_where_it_says():
    for page in PAGES.glob("*.md"):
        lines = page.read_text(encoding="utf-8").split("\n")
        marks = marked(page)
        assert marks, page
        for mark in marks:
            assert lines[mark.line - 1][mark.column - 1 :].startswith(mark.text), mark
            assert mark.expected in {"reported", "passed"}
