"""What an expression comes to, and what is said of one that comes to nothing."""

import pytest
from brief_desk import HEAD, brief, faults

from briefkit.brief import FigureUse, Gap, Plain
from briefkit.expressions.names import FUNCTIONS
from briefkit.problems import listed
from briefkit.tables.table import Table

WITH_AREA = HEAD.replace("authors:", "parameters: {area: Durham, trial: riott}\nauthors:")


def nouns(text, head=HEAD, **parameters):
    tokens = brief(text, head, **parameters)[0].tokens
    return [
        child.meta["noun"]
        for token in tokens
        for child in [token, *(token.children or [])]
        if "noun" in child.meta and child.type != "citation"
    ]


@pytest.mark.parametrize(
    ("expression", "shown", "form"),
    [
        ("riott.randomised", "127", ""),
        ("riott.randomised.full", "127 people", "full"),
        ("riott.retention_26w.heroin", "38 of 43", ""),
        ("riott.results.retention_26w.heroin.percent", "88%", "percent"),
        ("riott['retention_26w'].heroin.events", "38", "events"),
        ('record("riott").randomised', "127", ""),
        ("record(riott).randomised", "127", ""),
        ("record(trial).randomised", "127", ""),
        ("scheme.running_cost.full", "about £250,000 a year", "full"),
        ("scheme.patients", "not seen", ""),
        ("scheme.paid_by", "money seized under the Act", ""),
    ],
)
def test_a_figure(expression, shown, form):
    (use,) = nouns(f"{{{{ {expression} }}}}", WITH_AREA)
    assert isinstance(use, FigureUse)
    assert (use.shown.replace("\u00a0", " "), use.form, use.bound) == (shown, form, False)
    assert (use.where.line, use.where.column) == (7, 1)


def test_plain_words_keep_their_reason():
    (plain,) = nouns('{{ plain("three", why="steps of our advice") }}')
    assert plain == Plain("three", "steps of our advice")
    assert nouns("{{ plain(3, why='x y') }}") == [Plain("3", "x y")]


def test_a_table_stands_in_the_place_of_its_paragraph():
    (table,) = nouns('{{ table("programmes", columns=["place", "running_cost"]) }}')
    assert isinstance(table, Table)
    assert (table.where.line, table.where.column) == (6, 1)
    two = '{{ table("programmes", columns=["place"]) }}\n\n' * 2
    assert [one.name for one in nouns(two)] == ["programmes", "programmes-2"]


def test_a_parameter_prints_its_words_and_an_edition_has_its_own():
    def text(**given):
        tokens = brief("In {{ area }}.", WITH_AREA, **given)[0].tokens
        return "".join(child.content for child in tokens[1].children)

    assert text() == "In Durham."
    assert text(area="North\n Yorkshire") == "In North Yorkshire."
    assert text(area="{{ riott.randomised }} <b>") == "In {{ riott.randomised }} <b>."


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        (
            "riot.randomised",
            "4+15 unknown-name: nothing is called `riot.randomised` | did you mean `riott.randomised`?",
        ),
        (
            "riott.randomized",
            "4+16 unknown-name: nothing is called `riott.randomized` | did you mean `riott.randomised`?",
        ),
        (
            "riott.retention_26w",
            (
                "4+19 not-a-figure: `riott.retention_26w` is a group of figures, not a figure | write one of "
                "`riott.retention_26w.heroin` or `riott.retention_26w.methadone`"
            ),
        ),
        (
            "riott.title",
            (
                "4+11 not-a-figure: `riott.title` holds words, not a figure | write the words themselves; a table can show "
                "such a field as a column"
            ),
        ),
        (
            "riott.retention_26w.heroin.evnts",
            "31+5 unknown-attribute: `evnts` is nothing that a figure can be asked for | did you mean `events`?",
        ),
        (
            "scheme.running_cost.percent",
            (
                "24+7 unknown-attribute: `scheme.running_cost` has no `percent` | it has `full`, `value`, `unit`, `quote` and "
                "`price_year`"
            ),
        ),
        (
            "riott.randomised|upper",
            (
                "4+22 expression-result: a filter such as `|upper` would change what the figure says: its result is no figure "
                "| write the address alone, or bind your own words: `[words]{=address}`"
            ),
        ),
        (
            "250000 / 15",
            (
                "4+11 expression-result: a brief does not compute between `{{ }}` | declare the result under `figures:` in the "
                "front matter with a `formula:`, and write its name here"
            ),
        ),
        (
            "riott.randomised if 1 else 2",
            (
                "4+28 expression-result: a brief does not compare or decide between `{{ }}` | write two briefs, or a "
                "`table(...)` with `where=`"
            ),
        ),
        (
            '"three"',
            (
                '1+13 expression-result: `"three"` is written here, and no figure of the base | write it as text, or '
                '{{ plain("three", why="...") }} when it is a number that no figure bears'
            ),
        ),
        (
            "[riott]",
            (
                "1+13 expression-result: this comes to a list, and not to a figure, a table or `plain(...)` | write the address "
                "of one figure"
            ),
        ),
        (
            "range(10**9)",
            f"4+5 unknown-name: `range` cannot be called | a brief can call {listed(FUNCTIONS, most=40, joint='and')}",
        ),
        ("tabel('x')", "4+5 unknown-name: `tabel` cannot be called | did you mean `table`?"),
        (
            'table(programmes, columns=["place"])',
            (
                "10+10 unknown-name: nothing is called `programmes` | is it text? then it stands in quotation marks: "
                '"programmes"'
            ),
        ),
        (
            'table("programs", columns=["place"])',
            "11+8 table-kind: `programs` is not a kind of record | did you mean `programmes`?",
        ),
        (
            'plain("three")',
            (
                '1+20 expression-call: `plain` does not say why the number rests on no figure | write `{{ plain("three", '
                'why="steps of our advice, not findings") }}`'
            ),
        ),
        (
            "riott.randomised,",
            "4+17 expression-syntax: this expression cannot be read | look for a missing comma, quotation mark or bracket",
        ),
    ],
)
def test_what_is_said_of_an_expression_that_comes_to_nothing(expression, problem):
    assert faults(f"{{{{ {expression} }}}}") == [f"6:{problem}"]
    assert [type(noun) for noun in nouns(f"{{{{ {expression} }}}}")] == [Gap]


def test_one_mistake_hides_no_other():
    text = "{{ riot.x }} {{ 1 + 1 }} {{ riott.randomised }} {{ plain() }} {{ x ? }} {{ open"
    assert [line.split(" ")[1] for line in faults(text)] == [
        "unknown-name:",
        "expression-result:",
        "expression-call:",
        "expression-syntax:",
        "unclosed-expression:",
    ]


def test_what_lies_in_a_broken_record_is_not_blamed_again():
    assert faults("{{ broken_one.places }} and [3]{=broken_one.places.full}") == []
    assert [type(noun) for noun in nouns("{{ broken_one.places }}")] == [Gap]


def test_a_picture_of_a_broken_figure_of_the_brief_is_not_blamed_again():
    head = HEAD.replace("authors:", 'figures: {per_place: {label: A place, formula: "1 +"}}\nauthors:')
    assert [fault.rule for fault in brief('{{ costs("per_place") }}', head)[1]] == ["formula-invalid"]


def test_a_table_within_a_line_is_refused():
    assert faults('x {{ table("programmes", columns=["place"]) }}') == [
        (
            "6:3+44 table-in-line: a table stands within a line of text | a table stands in a paragraph of its own, with an "
            "empty line before and after"
        )
    ]


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "riott.__class__.__mro__",
        "plain.__globals__",
        "record.__call__('riott')",
        "table.__init__.__globals__['os']",
        "(riott).__class__",
        "self",
        "namespace()",
        "lipsum.__globals__",
        "'%1000000000d' % 1",
        "'a' * 10**10",
        "'a'|center(10**9)",
        "[1] * 10**10",
        "9" * 5000,
        "(" * 3000 + ")" * 3000,
        "not " * 3000 + "1",
        "-" * 3000 + "1",
        "(riott)" + ".a" * 3000,
        "[" * 15 + "]" * 15,
        "{riott: 1}",
        "plain(**{'text': 'a'})",
        "table('programmes', library=1, columns=['place'])",
    ],
)
def test_nothing_reaches_python_or_grows(expression):
    (problem,) = faults(f"{{{{ {expression} }}}}")
    assert problem.split(" ")[1] in {
        "expression-syntax:",
        "expression-result:",
        "expression-call:",
        "unknown-name:",
    }
