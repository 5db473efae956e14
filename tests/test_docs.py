"""The documentation keeps up with the code."""

import json
from pathlib import Path

import pytest

from briefkit.cli.docs import rules_page, written
from briefkit.cli.usage import COMMANDS, OPTIONS, usage_of
from briefkit.records.kinds import BY_FOLDER
from briefkit.rulebook import RULES
from briefkit.settings import Settings

ROOT = Path(__file__).parent.parent


def test_the_page_of_rules_is_current():
    page = (ROOT / "docs/rules.md").read_text("utf-8")
    assert page == rules_page(), "run `python build.py docs`"
    for rule in RULES:
        assert f"\n### {rule}\n" in page


def test_the_schemas_are_current():
    for path, text in written().items():
        assert (ROOT / path).read_text("utf-8") == text, "run `python build.py docs`"
    made = {Path(path).name for path in written() if path.startswith("docs/schemas/")}
    assert {path.name for path in (ROOT / "docs/schemas").iterdir()} == made


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command):
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    assert f"| `{command}" in page
    for option in OPTIONS[command]:
        assert option in usage_of(command)
        assert option in page


def test_every_setting_is_documented():
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    for name in Settings.__dataclass_fields__:
        assert f"\n    {name} = " in page or f"\n    [tool.briefkit.{name}." in page


def test_editors_find_the_schema_of_every_folder():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    named = {Path(path).name for path in settings["yaml.schemas"]}
    schemas = {path.name for path in (ROOT / "docs/schemas").iterdir()}
    assert named == schemas
    folders = {*BY_FOLDER, "sources"}
    single = {"evidence/outcomes.yaml", "evidence/terms.yaml", "evidence/holders.yaml", "evidence/waivers.yaml"}
    assert set(settings["yaml.schemas"].values()) == {f"evidence/{name}/*.yaml" for name in folders} | single
