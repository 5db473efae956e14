"""Every rule of the rulebook is whole, is in the book once, and is reported somewhere; and no other rule is."""

import re
from collections import Counter
from pathlib import Path

import pytest

import briefkit
from briefkit.rulebook import FAMILIES, RULES, severities

PACKAGE = Path(briefkit.__file__).parent
BOOK = PACKAGE / "rulebook"
ALL = [rule for family in FAMILIES for rule in family.rules]
CODE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if BOOK not in path.parents)


def test_ids_are_in_the_book_once():
    twice = [rule for rule, times in Counter(rule.id for rule in ALL).items() if times > 1]
    assert not twice, f"two families have these: {twice}"
    assert len(RULES) == len(ALL)


def test_every_family_of_the_folder_is_in_the_book():
    files = {path.stem for path in BOOK.glob("*.py") if "= Family(" in path.read_text("utf-8")}
    listed = set(re.findall(r"from briefkit\.rulebook\.(\w+) import", (BOOK / "__init__.py").read_text("utf-8")))
    assert files == listed - {"families"}
    assert len({family.title for family in FAMILIES}) == len(FAMILIES) == len(files)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_rule_is_whole(rule):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    for words in (rule.says, rule.because):
        assert re.match(r"[A-Z`‘“]", words), f"{rule.id}: `{words}` does not begin as a sentence does"
        assert words.endswith((".", "?")), f"{rule.id}: `{words}` does not end as a sentence does"
    assert rule.wrong.strip()
    assert rule.right.strip()
    assert rule.wrong != rule.right


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_rule_is_reported_somewhere(rule):
    words = rule.id.split("-")
    by_kind = [f'f"{"-".join(words[:count])}-{{' for count in range(1, len(words))]
    assert any(text in CODE for text in (f'"{rule.id}"', *by_kind)), f"nothing reports `{rule.id}`"


def test_publishing_is_never_laxer_than_drafting():
    weight = ("advice", "warning", "error")
    laxer = [rule.id for rule in ALL if weight.index(rule.publish) < weight.index(rule.draft)]
    assert not laxer


def test_severities_of_each_gate():
    assert severities("draft") == {rule.id: rule.draft for rule in ALL}
    assert severities("publish") == {rule.id: rule.publish for rule in ALL}
