"""`source` run again after something has changed: nothing is vouched for with a day on which it did not stand so."""

from test_cli_source import lock, project, run

from briefkit.cli.options import today

__all__ = ["project"]
TRIAL = "evidence/studies/trial.yaml"


def change(root, old, new):
    place = root / TRIAL
    place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")


def test_what_changed_was_not_seen_on_the_day_before_it_changed(project):
    described = project / "evidence/sources/moss2018.yaml"
    described.write_text(described.read_text("utf-8") + "witnessed: 2026-03-01\n", "utf-8")
    assert "seen on 2026-03-01" in run(project, "witness", "moss2018")[1]
    change(project, '120 people "we randomised 120', '121 people "we randomised 121')
    out = run(project, "witness", "moss2018")[1]
    assert out.startswith(
        "moss2018\n"
        "  trial.randomised: 121 people\n"
        '    "we randomised 121 pupils"\n'
        "    CHANGED since it was seen on 2026-03-01: value: 120 people -> 121 people\n"
        f"    seen on {today().isoformat()}\n"
    )
    assert "renewed" not in out


def test_a_failed_quotation_is_not_forgotten_by_the_lock(project, tmp_path):
    from held_desk import PAPER

    paper = tmp_path / "paper.txt"
    paper.write_text(PAPER, "utf-8")
    run(project, "add", "moss2018", str(paper))
    change(project, '120 people "we randomised 120', '121 people "we randomised 121')
    assert run(project, "verify")[0] == 1
    assert '"120 people"' in lock(project).read_text("utf-8")
    (project / "snapshots/moss2018.txt").unlink()
    status, out, _ = run(project, "verify", "moss2018")
    assert status == 1
    assert "error[witness-lapsed]: `trial.randomised` has changed since its words were found in `moss2018`" in out


def test_nothing_to_look_at_is_said(project):
    assert run(project, "verify") == (0, "nothing was looked for: no copy of a source is here, and no lock\n", "")


def test_many_sources_without_a_copy_are_counted():
    from briefkit.cli.source_bundle import _without_copy

    keys = [f"key{number}" for number in range(52)]
    locks = {f"evidence/sources/{key}.lock": b"{}" for key in keys[:43]}
    assert _without_copy(keys, locks) == ["  no copy is here; 43 locks are packed"]
    some = {**locks, "snapshots/other.pdf": b""}
    assert _without_copy(keys, some) == ["  of 52 sources no copy is here; of those 43 locks are packed"]
    assert _without_copy(["key0", "key51"], locks) == [
        "  no copy of key0 is here; its lock is packed",
        "  no copy of key51 is here",
    ]


def test_a_bundle_of_locks_alone_proves_nothing(project, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "locks.zip", "w") as packed:
        packed.writestr("evidence/sources/moss2018.lock", "{}")
    status, out, _ = run(project, "unbundle", str(tmp_path / "locks.zip"))
    assert (status, out) == (1, "nothing was taken in: there is no copy in it, and locks alone prove nothing\n")
    assert not lock(project).exists()
