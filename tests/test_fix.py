"""`check --fix`: what it binds, what it leaves alone, and that a second run finds nothing more to do."""

import io
import os
import shutil
from pathlib import Path

import pytest
from brief_desk import HEAD, library
from hypothesis import given
from hypothesis import strategies as st

from briefkit.cli import main
from briefkit.read_brief import read
from briefkit.rules.fixes import Edit, edited, fixed

PROJECT = Path(__file__).parent / "project"
NEAR = "{{ riott.randomised }} took part in RIOTT. "


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("In RIOTT, 29 of 42 on supervised injectable heroin.", "In RIOTT, 29 of 42 on optimised oral methadone."),
        ("In RIOTT, not 29 of 42 stayed on methadone.", "In RIOTT, 29 of 42 stayed on methadone."),
        ("In RIOTT, 29 of 42 dropped out on methadone.", "In RIOTT, 29 of 42 stayed on methadone."),
        ("In Germany, 29 of 42 in RIOTT stayed.", "In England, 29 of 42 in RIOTT stayed."),
    ],
)
def test_what_is_said_of_something_else_is_not_bound(wrong, right):
    assert after(wrong) == wrong
    assert "]{=riott.retention_26w.methadone}" in after(right)


def after(body: str) -> str:
    """The body of a brief once it is fixed."""
    return fixed(HEAD + body, "briefs/one.md", library()).text.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (NEAR + "Of them 29 of 42 stayed.", NEAR + "Of them [29 of 42]{=riott.retention_26w.methadone} stayed."),
        (
            NEAR + "About\n**about 29 of 42** stayed, and 29 of 42.",
            NEAR + "About\n**[about 29 of 42]{=riott.retention_26w.methadone}** stayed, and 29 of 42.",
        ),
        (
            "In Middlesbrough there were up to fifteen places.",
            "In Middlesbrough there were [up to fifteen places]{=scheme.places_planned}.",
        ),
        (
            "It cost Middlesbrough about £250,000 a year.",
            "It cost Middlesbrough [about £250,000 a year]{=scheme.running_cost}.",
        ),
        (
            "| In Middlesbrough | up to 15 places \\| a few |\n|---|---|\n| a | b |",
            "| In Middlesbrough | [up to 15 places]{=scheme.places_planned} \\| a few |\n|---|---|\n| a | b |",
        ),
    ],
)
def test_what_is_bound(body, expected):
    if body.startswith(NEAR + "About"):
        body, expected = body.replace(", and 29 of 42", ""), expected.replace(", and 29 of 42", "")
    assert after(body) == expected
    assert after(expected) == expected
    brief, problems = read(HEAD + expected, "briefs/one.md", library())
    assert brief is not None
    assert problems == []


@pytest.mark.parametrize(
    "body",
    [
        "Of them 29 of 42 stayed.",
        "In Middlesbrough there were 15 places.",
        "In Middlesbrough there were up to 15 months.",
        "In Middlesbrough it cost about £250,000 a week.",
        NEAR + "So 43 or 42 of them did.",
        NEAR + "It was in 2010.",
        NEAR + "It was `29 of 42`.",
        "![In Middlesbrough up to 15 places](map.svg)",
        "::: option In Middlesbrough up to 15 places\nText.\n:::",
    ],
)
def test_what_is_left_alone(body):
    assert after(body) == body


def test_line_ends_stay_as_they_are():
    text = (HEAD + NEAR + "Of them\n29 of 42 stayed.\n").replace("\n", "\r\n")
    done = fixed(text, "briefs/one.md", library())
    assert done.text == text.replace("29 of 42", "[29 of 42]{=riott.retention_26w.methadone}")
    assert done.edits == (Edit(7, 1, "29 of 42", "[29 of 42]{=riott.retention_26w.methadone}"),)


def test_a_title_that_yaml_would_no_longer_read_is_left_alone():
    head = "---\ntitle: up to 15 places in Middlesbrough\ndate: 2026-03-01\nauthors: Jane Doe\n---\n"
    assert fixed(head, "briefs/one.md", library()).text == head


def test_a_brief_that_cannot_be_read_is_left_alone():
    assert fixed("29 of 42", "briefs/one.md", library()) == fixed("29 of 42", "briefs/one.md", library())
    assert fixed("29 of 42", "briefs/one.md", library()).edits == ()


@given(st.lists(st.sampled_from(["29 of 42", "up to 15 places", "38 of 43", "in RIOTT", "Middlesbrough", "69%", "\n\n", "*", "|", ". "]), max_size=12))  # fmt: skip
def test_fixing_twice_changes_nothing_more(parts):
    once = fixed(HEAD + " ".join(parts), "briefs/one.md", library())
    assert fixed(once.text, "briefs/one.md", library()).edits == ()
    before = read(HEAD + " ".join(parts), "briefs/one.md", library())[1]
    assert len(read(once.text, "briefs/one.md", library())[1]) <= len(before)


def test_edits_of_one_line_do_not_move_each_other():
    assert edited("a b c\nd", [Edit(1, 1, "a", "AAA"), Edit(1, 5, "c", "C"), Edit(2, 1, "d", "D")]) == "AAA b C\nD"


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    return root


def checked(root: Path, *argv: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    main(["check", *argv], root, out, err)
    return out.getvalue(), err.getvalue()


def unbind(root: Path) -> tuple[Path, str]:
    """Take the binding of one figure away; the brief's file and what it held before."""
    brief = root / "briefs/breakfast.md"
    whole = brief.read_text("utf-8")
    bare = whole.replace("[54 of 60]{=north_trial.present_6m.breakfast}", "54 of 60")
    assert bare != whole
    brief.write_text(bare, "utf-8")
    return brief, whole


def test_check_fix_binds_shows_and_is_then_done(project):
    brief, whole = unbind(project)
    out, err = checked(project, "--fix")
    said = "briefs/breakfast.md:12: 54 of 60 -> [54 of 60]{=north_trial.present_6m.breakfast}"
    assert out.split("\n")[:2] == [said, "1 number bound; read each of them again, since only you know what is meant"]
    assert err == ""
    assert brief.read_text("utf-8") == whole
    again, _ = checked(project, "--fix")
    assert again.split("\n")[0] == (
        "no number was bound: one is, where exactly one figure fits and the brief names or uses its record elsewhere"
    )
    assert brief.read_text("utf-8") == whole


def test_check_without_fix_writes_nothing(project):
    brief, _ = unbind(project)
    before = brief.read_bytes()
    out, _ = checked(project)
    assert "error[unbound-number]: `54 of 60` is bound to nothing" in out
    assert brief.read_bytes() == before


def test_mark_and_rights_of_the_file_stay(project):
    brief, _ = unbind(project)
    brief.write_bytes(b"\xef\xbb\xbf" + brief.read_bytes().replace(b"\n", b"\r\n"))
    brief.chmod(0o640)
    checked(project, "--fix")
    data = brief.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert b"[54 of 60]{=north_trial.present_6m.breakfast}" in data
    assert data.count(b"\r\n") == data.count(b"\n")
    assert brief.stat().st_mode & 0o777 == 0o640


def test_json_stays_json(project):
    unbind(project)
    out, err = checked(project, "--fix", "--format", "json")
    assert out.startswith("{")
    assert err.startswith("briefs/breakfast.md:12: 54 of 60 -> ")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere is refused nothing")
def test_a_file_that_cannot_be_written_is_said_so(project):
    brief, _ = unbind(project)
    brief.parent.chmod(0o500)
    _, err = checked(project, "--fix")
    brief.parent.chmod(0o700)
    assert err.startswith("`briefs/breakfast.md` was left as it is: ")
