"""The rulebook and the code say the same: every rule is reported somewhere, and nothing is reported that is no rule."""

import ast
import re

from test_architecture import ROOT, modules, room, tree

from briefkit.rulebook import FAMILIES, RULES


def reported() -> set[str]:
    """Every text of the code that has the form of a rule's id; the rulebook itself left out."""
    texts = set()
    for path in modules():
        if room(path) != "rulebook":
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    texts |= set(built(node))
    return texts


def built(node: ast.JoinedStr) -> list[str]:
    """Ids that an f-string such as `f"{what}-unknown"` can make, of those in the rulebook."""
    pattern = "".join(re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z-]+" for part in node.values)
    return [name for name in RULES if re.fullmatch(pattern, name)]


def test_every_rule_of_the_book_is_reported_somewhere():
    assert sorted(set(RULES) - reported()) == []


def rule_arguments() -> dict[str, str]:
    """Constant rule ids given to `Problem(...)` or `Fault(...)`, and where."""
    found = {}
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Problem", "Fault"}:
                position = 1 if node.func.id == "Problem" else 0
                rule = node.args[position] if len(node.args) > position else None
                rule = next((k.value for k in node.keywords if k.arg == "rule"), rule)
                if isinstance(rule, ast.Constant):
                    found[rule.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def test_every_rule_that_is_reported_is_in_the_book():
    assert {rule: place for rule, place in rule_arguments().items() if rule not in RULES} == {}


def test_every_rule_is_explained_once_and_in_full():
    ids = [rule.id for family in FAMILIES for rule in family.rules]
    assert sorted(ids) == sorted(set(ids))
    for family in FAMILIES:
        for rule in family.rules:
            assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.id)
            for text in (rule.says, rule.because, rule.wrong, rule.right):
                assert text.strip(), rule.id
            assert rule.says.endswith("."), rule.id
            assert rule.because.endswith("."), rule.id
            assert rule.wrong != rule.right, rule.id
