"""`source`: copies taken in, words looked for and vouched for, copies packed for a colleague and taken in by them."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from held_desk import BASE, BRIEF, PAPER, WORDS

from briefkit.cli import main

FILES = {**BASE, "briefs/meals.md": BRIEF.format(words=WORDS)}


def lay(root: Path, **more: str) -> Path:
    for name, text in {**FILES, **more}.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def project(tmp_path):
    return lay(tmp_path / "project")


@pytest.fixture
def paper(tmp_path):
    place = tmp_path / "Downloads" / "paper (1).TXT"
    place.parent.mkdir()
    place.write_text(PAPER, encoding="utf-8")
    return str(place)


def run(root, *argv):
    """Status, output and complaints of `source`."""
    out, err = io.StringIO(), io.StringIO()
    status = main(["source", *argv], root, out, err)
    return status, out.getvalue(), err.getvalue()


def checked(root) -> str:
    out = io.StringIO()
    main(["check"], root, out, io.StringIO())
    return out.getvalue()


def lock(root) -> Path:
    return root / "evidence/sources/moss2018.lock"


FOUND = "quotations: 6 found in their sources, 0 found earlier, 0 witnessed, 0 unseen, 0 failed (6 in all)\n"


def test_a_copy_is_taken_in_and_its_quotations_found(project, paper):
    status, out, err = run(project, "add", "moss2018", paper, "--address", "https://example.org/moss")
    assert (status, err) == (0, "")
    assert (
        out
        == (
            f"snapshots/moss2018.txt written ({len(PAPER.encode()):,} bytes)\n"
            "moss2018: 6 of 6 quotations found in snapshots/moss2018.txt\n"
            "  6 new in its lock\n"
        )
        + FOUND
    )
    assert (project / "snapshots/moss2018.txt").read_text(encoding="utf-8") == PAPER
    assert '"address": "https://example.org/moss"' in lock(project).read_text(encoding="utf-8")
    assert FOUND in checked(project)
    assert sorted(place.name for place in (project / "snapshots").iterdir()) == ["moss2018.txt"]


def test_a_checkout_without_the_copy_still_knows(project, paper):
    run(project, "add", "moss2018", paper)
    shutil.rmtree(project / "snapshots")
    told = "quotations: 0 found in their sources, 6 found earlier, 0 witnessed, 0 unseen, 0 failed (6 in all)\n"
    assert told in checked(project)
    assert run(project, "verify")[:2] == (0, "1 more source: no copy is here; locks unchanged\n" + told)


def test_verifying_twice_changes_nothing(project, paper):
    run(project, "add", "moss2018", paper)
    before = lock(project).read_bytes()
    assert run(project, "verify", "moss2018")[1] == (
        "moss2018: 6 of 6 quotations found in snapshots/moss2018.txt\n" + FOUND
    )
    assert lock(project).read_bytes() == before


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "write what to do: `add`, `verify`, `witness`, `bundle` or `unbundle`"),
        (("ad",), "`source` cannot `ad`: did you mean `add`?"),
        (("add", "moss2018"), "write the key of the reference and a file"),
        (("add", "mos2018", "x.pdf"), "no reference is called `mos2018`: did you mean `moss2018`?"),
        (
            ("add", "moss2018", "nowhere.pdf"),
            "`nowhere.pdf` cannot be taken in: this file cannot be read: it is not there",
        ),
        (("add", "moss2018", "evidence"), "cannot be taken in"),
        (("verify", "moss"), "no reference is called `moss`: did you mean `moss2018`?"),
        (("witness",), "write the key of the reference"),
        (("witness", "moss2018"), "evidence/sources/moss2018.yaml does not say that anybody has seen this source"),
        (("bundle", "meals"), "write a brief and the file to make"),
        (("bundle", "mels", "x.zip"), "there is no brief `mels` that can be read: did you mean `meals`?"),
        (("unbundle", "nowhere.zip"), "`nowhere.zip` cannot be read"),
        (("add", "moss2018", "x.pdf", "--address", "ftp://x"), "--address: `ftp://x` is not an address of the web"),
    ],
)
def test_what_cannot_be_done_is_said(project, argv, words):
    status, out, err = run(project, *argv)
    assert (status, out) == (2, "")
    assert err.startswith(words) or words in err
    assert "Traceback" not in err


def test_another_document_is_not_taken_in(project, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(PAPER.replace("Free breakfasts and attendance in twelve schools", "Buses"), encoding="utf-8")
    status, _, err = run(project, "add", "moss2018", str(other))
    assert status == 2
    assert err.startswith("the copy of `moss2018` is not this source: ")
    assert not (project / "snapshots").exists()


def test_an_older_copy_stays_until_somebody_says_otherwise(project, paper):
    run(project, "add", "moss2018", paper)
    Path(paper).write_text(PAPER.replace("120 pupils", "220 pupils"), encoding="utf-8")
    status, _, err = run(project, "add", "moss2018", paper)
    assert status == 1
    assert err == (
        "there is a copy of `moss2018` already: snapshots/moss2018.txt\n"
        "6 of its quotations are found in it, 5 would be in the new one\n"
        "no longer found would be `trial.randomised`\n"
        "To put the new one in its place, add --replace.\n"
    )
    assert (project / "snapshots/moss2018.txt").read_text(encoding="utf-8") == PAPER
    status, out, _ = run(project, "add", "moss2018", paper, "--replace")
    assert status == 1
    assert "moss2018: 5 of 6 quotations found" in out
    assert "  dropped from its lock: `trial.randomised`\n" in out
    assert "error[quote-absent]" in out


def test_a_copy_that_was_changed_by_hand_is_not_verified_unasked(project, paper):
    run(project, "add", "moss2018", paper)
    before = lock(project).read_bytes()
    (project / "snapshots/moss2018.txt").write_text(PAPER + "\nMore.\n", encoding="utf-8")
    status, out, _ = run(project, "verify")
    assert (status, "error[snapshot-changed]" in out, lock(project).read_bytes()) == (1, True, before)
    assert run(project, "verify", "moss2018", "--replace")[0] == 0
    assert lock(project).read_bytes() != before


def test_a_changed_figure_is_renewed_with_old_and_new(project, paper):
    run(project, "add", "moss2018", paper)
    study = project / "evidence/studies/trial.yaml"
    study.write_text(study.read_text(encoding="utf-8").replace("country: GB", "country: DE"), encoding="utf-8")
    assert "error[witness-lapsed]" in checked(project)
    status, out, _ = run(project, "verify")
    assert status == 0
    assert "  renewed: `trial.randomised`: country is now `DE`, was `GB`\n" in out
    assert "witness-lapsed" not in checked(project)


def test_a_damaged_lock_is_written_anew(project, paper):
    run(project, "add", "moss2018", paper)
    lock(project).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert "error[lock-unreadable]" in checked(project)
    assert run(project, "verify")[0] == 0
    assert "lock-unreadable" not in checked(project)


def test_somebody_vouches_for_the_words(project):
    (project / "evidence/sources/moss2018.yaml").write_text(
        "class: trial_report\nread: full_text\nwitnessed: 2026-03\n", encoding="utf-8"
    )
    status, out, err = run(project, "witness", "moss2018", "trial.randomised")
    assert (status, err) == (0, "")
    assert out == (
        "moss2018\n"
        "  trial.randomised: 120 people\n"
        '    "we randomised 120 pupils"\n'
        "    seen on 2026-03-01\n"
        "  1 new in its lock\n"
        "evidence/sources/moss2018.lock written\n\n"
    )
    assert "quotations: 0 of 6 quotes compared (1 witnessed, 5 unseen)" in checked(project)
    assert "(vouched for already)" in run(project, "witness", "moss2018")[1]
    assert "quotations: 0 of 6 quotes compared (6 witnessed)" in checked(project)
    assert run(project, "witness", "moss2018", "trial.randomised", "--on", "2999-01-01")[2].startswith(
        "--on: 2999-01-01"
    )
    assert run(project, "witness", "moss2018", "--on", "yesterday")[2].startswith("--on: `yesterday` is not a day")


def test_nobody_vouches_where_a_copy_can_be_searched(project, paper):
    run(project, "add", "moss2018", paper)
    assert run(project, "witness", "moss2018")[2].startswith("a copy of `moss2018` is here: snapshots/moss2018.txt\n")


def test_publication_refuses_what_nobody_has_seen(project):
    out = io.StringIO()
    assert main(["check", "--publish"], project, out, io.StringIO()) == 1
    assert (
        "error[figure-unseen]: nobody has yet seen the words of `trial.present_6m.breakfast` in `moss2018`"
        in out.getvalue()
    )
    assert "error[words-unseen]: nobody has yet seen these words in `moss2018`" in out.getvalue()
    assert "quotations: 0 of 6 quotes compared (6 unseen)\n" in out.getvalue()


def test_a_bundle_carries_copies_to_a_colleague(project, paper, tmp_path):
    run(project, "add", "moss2018", paper)
    file, again = str(tmp_path / "meals.zip"), str(tmp_path / "again.zip")
    status, out, _ = run(project, "bundle", "meals", file)
    assert (status, out) == (
        0,
        (
            f"{file}: 1 of the 1 sources of `meals`, each with its lock\n"
            "To take it in elsewhere: python build.py source unbundle meals.zip\n"
        ),
    )
    assert run(project, "bundle", "meals", file)[2] == f"`{file}` cannot be written: it is there already\n"
    run(project, "bundle", "meals", again)
    assert Path(file).read_bytes() == Path(again).read_bytes()

    other = lay(tmp_path / "other")
    status, out, err = run(other, "unbundle", file)
    assert (status, err) == (0, "")
    assert out.endswith(FOUND)
    assert lock(other).read_bytes() == lock(project).read_bytes()
    assert (other / "snapshots/moss2018.txt").read_text(encoding="utf-8") == PAPER


def test_a_bundle_whose_copy_is_not_the_locked_one_is_refused(project, paper, tmp_path):
    run(project, "add", "moss2018", paper)
    file = str(tmp_path / "meals.zip")
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("snapshots/moss2018.txt", PAPER.replace("120", "210"))
        packed.writestr("evidence/sources/moss2018.lock", lock(project).read_bytes())
    other = lay(tmp_path / "other")
    status, _, err = run(other, "unbundle", file)
    assert (status, err) == (
        1,
        "snapshots/moss2018.txt was not taken in: it is not the copy that the lock in the bundle speaks of\n",
    )
    assert not (other / "snapshots").exists()


def test_copies_never_leave_the_project(project, paper, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (project / "pyproject.toml").write_text('[tool.briefkit]\nsnapshots = ["../elsewhere"]\n', encoding="utf-8")
    assert run(project, "add", "moss2018", paper)[2].startswith("no folder of this project is named for copies")
    (project / "pyproject.toml").write_text('[tool.briefkit]\nsnapshots = ["copies"]\n', encoding="utf-8")
    (project / "copies").symlink_to(tmp_path / "elsewhere")
    assert run(project, "add", "moss2018", paper)[0] == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_help_is_there():
    status, out, _ = run(None, "--help")
    assert status == 0
    assert "source add KEY FILE" in out
