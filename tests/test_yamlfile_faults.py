"""What a person reads about a file that YAML cannot read as it was meant: every case of `yaml_faults.txt`.

Each case has a title, a file's text, and what is said of it. With BRIEFKIT_ACCEPT=1 in the environment what is said
is written anew; read it before you commit it.
"""

import os
import re
from pathlib import Path

import pytest
import yaml

from briefkit.problems import in_order, show
from briefkit.rulebook import RULES
from briefkit.rulebook.yaml import YAML
from briefkit.yamlfile import decode, read

CASES = Path(__file__).with_name("yaml_faults.txt")
_CASE = re.compile(r"^=== (.*)\n((?:.*\n)*?)--- says\n((?:(?!=== ).*\n)*)", re.MULTILINE)


def cases():
    return [(title, text, said.strip("\n")) for title, text, said in _CASE.findall(CASES.read_text("utf-8"))]


def what_is_said(text):
    problems = read(text, "x.yaml")[1]
    return "\n\n".join(show(problem, RULES[problem.rule].draft, text) for problem in in_order(problems)) or "nothing"


@pytest.mark.parametrize("in_c", [pytest.param(True, id="C"), pytest.param(False, id="Python")])
@pytest.mark.parametrize(("title", "text", "said"), cases(), ids=[title for title, _, _ in cases()])
def test_fault(title, text, said, in_c, monkeypatch):
    if in_c and not yaml.__with_libyaml__:
        pytest.skip("PyYAML has come without its parser in C")
    monkeypatch.setattr(yaml, "__with_libyaml__", in_c)
    if os.environ.get("BRIEFKIT_ACCEPT"):
        accept(title, what_is_said(text))
        return

    assert what_is_said(text) == said


def accept(title, said):
    def anew(case):
        return f"=== {case[1]}\n{case[2]}--- says\n{said}\n\n" if case[1] == title else case[0]

    CASES.write_text(_CASE.sub(anew, CASES.read_text("utf-8")), encoding="utf-8", newline="\n")


def test_every_rule_of_the_family_is_met():
    met = {rule for _, _, said in cases() for rule in re.findall(r"error\[([a-z0-9-]+)\]", said)}
    by_bytes = {"not-utf8", "utf16", "garbled", "control-character", "too-large", "too-deep"}
    assert met | by_bytes == {rule.id for rule in YAML.rules}


@pytest.mark.parametrize("rule", YAML.rules, ids=lambda rule: rule.id)
def test_the_rulebooks_right_example_is_right(rule):
    assert decode(rule.right.encode(), "x.yaml") == (rule.right, [])
    if ": " in rule.right:
        assert read(rule.right, "x.yaml")[1] == []


DESCRIBED = ("not-utf8", "utf16", "too-large", "long-key", "control-character")
"""Rules whose wrong example cannot be printed, and is described."""


@pytest.mark.parametrize("rule", [rule for rule in YAML.rules if rule.id not in DESCRIBED], ids=lambda rule: rule.id)
def test_the_rulebooks_wrong_example_is_wrong(rule):
    text = rule.wrong.replace("→", "\t")
    found = {problem.rule for problem in decode(text.encode(), "x.yaml")[1] + read(text, "x.yaml")[1]}
    assert rule.id in found
