"""Locks: written the same by everybody, merged line by line, and worth nothing once a hand was on them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.sources.lock import Copy, Lock, read_lock, write_lock
from briefkit.sources.lock_entry import Entry

SEAL, OTHER = "a" * 64, "b" * 64
FOUND = Entry(seal=SEAL, state="exact", on="2026-11-22", place="p. 3", folds=("dash",), says={"value": "54 of 60"})
SEEN = Entry(seal=OTHER, state="witnessed", on="2026-03-01", says={"value": "about £40,000"})
CITED = Entry(seal=SEAL, state="exact", on="2026-11-22", briefs=("breakfast",))
COPY = Copy(
    file="moss2018.txt",
    sha256="c" * 64,
    bytes=812,
    media_type="text/plain",
    added="2026-11-22",
    address="https://example.org/moss",
    text_sha256="d" * 64,
    extractor="plain text 1",
)
LOCK = Lock(
    copy=COPY,
    identity="title and first author",
    figures={"trial.randomised": FOUND, "club.running_cost": SEEN},
    words={"0123456789abcdef01234567": CITED},
)
AGAIN = (
    "put back its last good version, or have it written anew: `source verify moss2018` where a copy is kept, "
    "`source witness moss2018` where none is"
)


def problems(text: str) -> list[tuple[str, int, str]]:
    return [(p.rule, p.where.line, p.message) for p in read_lock(text, "moss2018").problems]


def test_a_lock_reads_as_it_was_written():
    read = read_lock(write_lock(LOCK), "moss2018")
    assert read.problems == ()
    assert read.lock == LOCK
    assert read_lock(write_lock(Lock()), "moss2018").lock == Lock()


def test_it_is_the_same_text_whatever_the_order_and_one_line_an_entry():
    turned = replace(LOCK, figures=dict(reversed(LOCK.figures.items())))
    text = write_lock(LOCK)
    assert write_lock(turned) == text
    lines = text.split("\n")
    assert lines[0] == "{"
    assert lines[-2:] == ["}", ""]
    assert [line.split(":")[0].strip() for line in lines if line.startswith("  ")] == [
        '"club.running_cost"',
        '"trial.randomised"',
        '"0123456789abcdef01234567"',
    ]
    assert json.loads(text)["snapshot"]["sha256"] == "c" * 64


def test_it_holds_no_words_of_the_source():
    assert "quote" not in write_lock(LOCK)


@pytest.mark.parametrize("old", ["54 of 60", "2026-11-22", SEAL, "p. 3", "exact"])
def test_an_entry_that_was_edited_counts_for_nothing(old):
    text = write_lock(LOCK)
    line = next(line for line in text.split("\n") if '"trial.randomised"' in line)
    new = {"exact": "witnessed", SEAL: OTHER, "2026-11-22": "2026-11-21"}.get(old, "63 of 60")
    edited = text.replace(line, line.replace(old, new, 1))
    read = read_lock(edited, "moss2018")
    assert problems(edited) == [
        (
            "lock-edited",
            9,
            "the entry of `trial.randomised` was changed by hand, or belongs to another copy, and does not count",
        )
    ]
    assert read.problems[0].help == AGAIN
    assert read.lock is not None
    assert list(read.lock.figures) == ["club.running_cost"]
    assert read.edited == {"trial.randomised"}


def test_an_entry_for_another_figure_counts_for_nothing():
    edited = write_lock(LOCK).replace('"trial.randomised"', '"trial.lost"')
    assert read_lock(edited, "moss2018").edited == {"trial.lost"}


@pytest.mark.parametrize(
    ("old", "new"), [("c" * 64, "e" * 64), ("d" * 64, "e" * 64), ("title and first author", "trust me")]
)
def test_a_copy_that_was_edited_takes_every_entry_with_it(old, new):
    edited = write_lock(LOCK).replace(old, new)
    read = read_lock(edited, "moss2018")
    assert read.lock is None
    assert problems(edited) == [
        ("lock-edited", 6, "what this lock says of its copy was changed by hand, so none of its entries counts")
    ]


def test_what_a_person_saw_outlives_another_copy_and_what_was_found_does_not():
    """Two branches: one takes in a new copy, the other keeps an entry of before."""
    old, new = write_lock(LOCK), write_lock(replace(LOCK, copy=replace(COPY, sha256="e" * 64), figures={}))
    entries = [line for line in old.split("\n") if "trial.randomised" in line or "club.running_cost" in line]
    merged = new.replace(' "figures": {},', ' "figures": {\n' + "\n".join(entries) + "\n },")
    read = read_lock(merged, "moss2018")
    assert read.edited == {"trial.randomised"}
    assert read.lock is not None
    assert list(read.lock.figures) == ["club.running_cost"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is damaged"),
        ("{", "it is damaged"),
        ("[" * 100_000, "it is damaged"),
        ("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n", "it holds the marks of two versions that were not merged"),
        ('{"version": 1, "version": 1}', "it is damaged"),
        ('{"version": NaN}', "it is damaged"),
        ('{"version": 1, "identity": "\\ud800"}', "it is damaged"),
        ("[]", "it is not a lock of briefkit"),
        ('{"version": 2}', "it was written by a newer briefkit"),
        ('{"version": 1}', "it does not hold what a lock holds"),
        (write_lock(LOCK).replace('"bytes": 812', '"bytes": "812"'), "it does not hold what a lock holds"),
        (write_lock(LOCK).replace('"version": 1', '"version": 1, "more": 2'), "it does not hold what a lock holds"),
    ],
)
def test_a_lock_that_cannot_be_read_says_why(text, why):
    read = read_lock(text, "moss2018")
    assert [(p.rule, p.message, p.help) for p in read.problems] == [
        ("lock-unreadable", f"this lock cannot be used: {why}", AGAIN)
    ]
    assert read.lock is None


entries = st.builds(
    Entry,
    seal=st.text("0123456789abcdef", min_size=64, max_size=64),
    state=st.sampled_from(["exact", "witnessed"]),
    on=st.dates().map(str),
    place=st.text(max_size=10),
    folds=st.lists(st.text(min_size=1, max_size=5), max_size=2).map(tuple),
    says=st.dictionaries(st.text(max_size=5), st.text(max_size=9), max_size=3),
    briefs=st.lists(st.text(min_size=1, max_size=5), max_size=2).map(tuple),
)


@given(st.dictionaries(st.text(max_size=9), entries, max_size=4), st.booleans())
def test_whatever_a_lock_says_is_read_back(figures, copied):
    lock = Lock(copy=COPY if copied else None, figures=figures)
    assert read_lock(write_lock(lock), "k").lock == lock


@given(st.text(), st.integers(0, 900), st.integers(0, 5))
def test_no_damage_fails_or_passes_unseen(junk, at, cut):
    text = write_lock(LOCK)
    damaged = text[:at] + junk + text[at + cut :]
    read = read_lock(damaged, "moss2018")
    assert read.problems or read.lock == LOCK
