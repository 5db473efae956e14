"""Finding `{{ }}` in a text: where each ends, what is left, and what is refused."""

import pytest

from briefkit.expressions.lift import LONGEST, lift

FILE = "briefs/one.md"


def sources(text: str) -> list[str]:
    return [atom.source for atom in lift(text, FILE).atoms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{ x.y }} b", ["{{ x.y }}"]),
        ('{{ plain("}}", why="{{") }} b', ['{{ plain("}}", why="{{") }}']),
        ("{{ table('p',\n  columns=['a']) }} b", ["{{ table('p',\n  columns=['a']) }}"]),
        ('{{ f({"a": {"b": 1}}) }}', ['{{ f({"a": {"b": 1}}) }}']),
        ("{{-x-}}  b", ["{{-x-}}"]),
        ("`{{ x }}` and ``{{ ` }}`` and {{ y }}", ["{{ y }}"]),
        ("```\n{{ x }}\n```\n{{ y }}", ["{{ y }}"]),
        ("- ~~~\n  {{ x }}\n  ~~~\n- {{ y }}", ["{{ y }}"]),
        ("> ```\n> {{ x }}\n> ```\n\n{{ y }}", ["{{ y }}"]),
        ("\\{{ x }} and {{ y }}", ["{{ y }}"]),
        ("a ` b {{ x }}\n\n c ` d", ["{{ x }}"]),
        ("nothing { here }", []),
    ],
)
def test_what_is_lifted(text, expected):
    assert sources(text) == expected


def test_the_place_of_each_and_of_what_is_left():
    lifted = lift('a\nb {{ f("}}",\n  1) }} c {{ d }}\ne', FILE, 10)
    first, second = lifted.atoms
    assert (first.where.line, first.where.column, first.where.length) == (11, 3, 10)
    assert (second.where.line, second.where.column, second.where.length) == (12, 11, 7)
    rest = lifted.where(lifted.text.index("e"))
    assert (rest.line, rest.column) == (13, 1)


@pytest.mark.parametrize(
    ("text", "source", "rule", "message"),
    [
        ("a {{ x and more", "{{", "unclosed-expression", "`{{` is never closed"),
        ("a {{ x }\n\nb {{ y }}", "{{", "unclosed-expression", "`{{` is never closed"),
        ("{{ x and {{ y }}", "{{", "unclosed-expression", "`{{` is never closed"),
        ("{{ table(“a”) }}", "{{ table(“a”) }}", "expression-syntax", "`“` is a curly quotation mark"),
        ("{{ x ? }}", "{{ x ? }}", "expression-syntax", "this expression cannot be read"),
        ("{% if x %} a", "{% if x %}", "statement-in-brief", "a brief has no `{% %}`"),
        ("{# a note #}", "{# a note #}", "statement-in-brief", "a brief has no `{# #}`"),
        ("{% if x", "{%", "statement-in-brief", "a brief has no `{% %}`"),
    ],
)
def test_what_is_wrong_with_an_expression_as_text(text, source, rule, message):
    atom = lift(text, FILE).atoms[0]
    assert atom.source == source
    assert atom.fault is not None
    assert (atom.fault.rule, atom.fault.message) == (rule, message)


def test_one_unclosed_expression_hides_no_other():
    assert sources("{{ x and {{ y }} and {{ z") == ["{{", "{{ y }}", "{{"]


def test_an_expression_has_a_longest_length():
    assert sources("{{ " + "x" * LONGEST + " }}")[0].startswith("{{ xxx")
    assert lift("{{ " + "x" * LONGEST + " }}", FILE).atoms[0].fault is not None


def test_too_many_expressions_are_a_mistake():
    lifted = lift("{{ x }} " * 5001, FILE)
    assert len(lifted.atoms) == 5000
    assert lifted.atoms[-1].fault is not None
    assert lifted.atoms[-1].fault.message == "this brief holds more than 5000 expressions"
