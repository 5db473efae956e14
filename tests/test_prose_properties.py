"""Any text at all: reading it never fails, lifting loses nothing, and every place points at what it names."""

from brief_desk import HEAD, PlainPainter, brief
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefkit.brief import FigureUse
from briefkit.expressions.lift import lift, tidied
from briefkit.prose.html import paint
from briefkit.rulebook import RULES

PIECES = [
    *("{{", "}}", "{%", "%}", "{#", "riott", "riott.randomised", ".", "[", "]", "{=", "}", "(", ")", "!", "<", "~ "),
    *("@strang2010", "@x2010", "[@strang2010", "; ", ", ", "p. 3", '"', "“", "”", "\\", "|", "\n", "\n\n", "- ", "1. "),
    *("> ", "  ", "    ", "\t", "# ", "## ", ":::", " key-messages", "::: option x\n", "`", "```", "\n```\n", "~~~"),
    *("*", "**", "_", "<b>", "[^1]", "[^1]: ", "https://x.org", "table(", '"programmes"', "plain(", ", columns=["),
    *("why=", "é", "\u00a0", "\U000f0001", "\0", "\r\n", "word ", "End. ", "Next", "No. 5 ", "\n: def", "38 of 43"),
    *("| a | b |\n|---|---|\n| ", "[38 of 43]{=riott.retention_26w.heroin}", "{{ scheme.running_cost }}", "&amp;"),
    *("---\n", "=== \n", "\x1f", "\x0c"),
]
TEXTS = st.lists(st.one_of(*[st.sampled_from(PIECES)] * 3, st.text(max_size=4)), max_size=50).map("".join)
ANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@ANY
@given(TEXTS)
def test_lifting_and_restoring_give_the_text_back(text):
    lifted = lift(text, "briefs/one.md")
    assert lifted.restored(lifted.text) == tidied(text)
    for number, atom in enumerate(lifted.atoms):
        assert tidied(text)[atom.start :].startswith(atom.source)
        assert lifted.text.count(chr(0xF0000 + number)) == 1


@ANY
@given(TEXTS)
def test_any_text_is_read_and_every_problem_has_a_rule_and_a_place(text):
    made, problems = brief(text)
    lines = tidied(HEAD + text).split("\n")
    for problem in problems:
        where = problem.where
        assert problem.rule in RULES
        assert 1 <= where.line <= len(lines)
        assert 1 <= where.column <= len(lines[where.line - 1]) + 1
        assert where.length >= 1
    assert paint(made.tokens, PlainPainter()).count("\U000f0000") == 0


def leaves(tokens):
    """Every token of running text, with those within it."""
    for token in tokens:
        yield from leaves(token.children or [])
        if not token.block and token.nesting == 0 and token.type != "inline":
            yield token


@ANY
@given(TEXTS)
def test_every_place_points_at_the_text_that_it_names(text):
    lines = tidied(HEAD + text).split("\n")
    for token in leaves(brief(text)[0].tokens):
        if "at" not in token.meta:
            continue  # a citation that nobody wrote
        where, noun = token.meta["where"], token.meta.get("noun")
        line = lines[where.line - 1]
        here = line[where.column - 1 :]
        if isinstance(noun, FigureUse):
            assert here.startswith("[" if noun.bound else "{{")
        elif token.type == "text" and "\\" not in line and "&" not in line and "\t" not in line:
            assert here.startswith(token.content.rstrip())
