"""A project's own settings, and what is said about slips in them."""

import pytest

from briefkit.problems import Problem, Where
from briefkit.settings import Settings, read_settings


def test_a_project_without_settings_has_those_that_all_have():
    assert read_settings(None) == (Settings(), [])
    assert read_settings("[project]\nname = 'x'\n") == (Settings(), [])


def test_settings_are_read():
    text = '[tool.briefkit]\nsnapshots = ["a", "../b"]\n'
    assert read_settings(text) == (Settings(snapshots=("a", "../b")), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '[tool.briefkit]\nsnapshot = ["a"]\n',
            Problem(
                Where("pyproject.toml", 2, 1, 8),
                "settings-unknown",
                "`snapshot` is not a setting of briefkit",
                "did you mean `snapshots`?",
            ),
        ),
        (
            '[tool.other]\nsnapshots = 1\n\n[tool.briefkit]\n  snapshots = "a"\n',
            Problem(
                Where("pyproject.toml", 5, 3, 9),
                "settings-wrong",
                "`snapshots` must be a list of texts",
                'write snapshots = ["..."]',
            ),
        ),
        (
            '[tool]\nbriefkit = "yes"\n',
            Problem(
                Where("pyproject.toml", 2, 1, 8),
                "settings-wrong",
                "`tool.briefkit` is not a table",
                "write [tool.briefkit]",
            ),
        ),
    ],
)
def test_a_slip_keeps_the_default_and_is_said(text, problem):
    assert read_settings(text) == (Settings(), [problem])


def test_a_file_that_is_no_toml_is_said_with_its_place():
    settings, problems = read_settings('[tool.briefkit]\nsnapshots = "open\n')
    assert settings == Settings()
    assert [(p.rule, p.where.file, p.where.line) for p in problems] == [("settings-broken", "pyproject.toml", 2)]
    assert problems[0].message.startswith("this file cannot be read: ")


def test_one_slip_loses_no_other_setting():
    settings, problems = read_settings('[tool.briefkit]\nsnapshot = 3\nsnapshots = ["a"]\n')
    assert settings.snapshots == ("a",)
    assert [problem.rule for problem in problems] == ["settings-unknown"]


@pytest.mark.parametrize(
    ("value", "months"), [("12", 12), ("0", 36), ("true", 36), ('"12"', 36), ("1.5", 36), ("99999", 36)]
)
def test_months_are_a_number_of_months(value, months):
    settings, problems = read_settings(f"[tool.briefkit]\nfresh_months = {value}\n")
    assert settings.fresh_months == months
    assert [(p.rule, p.message) for p in problems] == (
        [] if months == 12 else [("settings-wrong", "`fresh_months` must be a number of months")]
    )
