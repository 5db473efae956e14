"""Bound words and citations: what is one, what it says, and how a mistake in it is worded."""

import pytest
from brief_desk import brief, faults

from briefkit.brief import Citation, CitationGroup, FigureUse, Gap


def nouns(text):
    tokens = brief(text)[0].tokens
    return [child.meta["noun"] for token in tokens for child in token.children or [] if "noun" in child.meta]


def groups(text):
    return [noun for noun in nouns(text) if isinstance(noun, CitationGroup)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[38 of 43]{=riott.retention_26w.heroin}", "38 of 43"),
        ("[38 of\n43]{=riott.retention_26w.heroin}", "38 of 43"),
        ("[88%]{=riott.retention_26w.heroin.percent}", "88%"),
        ("[up to 15 places]{= scheme.places_planned }", "up to 15 places"),
        ("**[127]{=riott.randomised}**", "127"),
        ("_[127]{=riott.randomised}_ [a link with [127]{=riott.randomised}](https://example.org)", "127"),
    ],
)
def test_bound_words(text, words):
    use = nouns(text)[0]
    assert isinstance(use, FigureUse)
    assert (use.shown, use.bound) == (words, True)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "[40 of 43]{=riott.retention_26w.heroin}",
            "2+8 bound-words-differ: `40 of 43` is not what the figure says: `38 of 43`",
        ),
        ("[38]{=riot.randomised}", "7+15 unknown-name: nothing is called `riot.randomised`"),
        ("[38]{=riott}", "7+5 not-a-figure: `riott` is a record, not a figure"),
        (
            "[38 of 43] {=riott.retention_26w.heroin}",
            "1+40 bound-words: a blank stands between the words and their address",
        ),
        (
            "[38 of 43]{riott.retention_26w.heroin}",
            "1+38 bound-words: `{riott.retention_26w.heroin}` after brackets binds nothing: `=` is missing",
        ),
        ("[38 of 43]{=riott.randomised", "1+12 bound-words: the `{=` after these words is never closed"),
        ("[]{=riott.randomised}", "1+21 bound-words: no words are bound to `riott.randomised`"),
        ("[127]{=}", "1+8 bound-words: these words are bound to no address"),
        ("[127]{=riott..x}", "8+8 bound-words: `riott..x` is no address"),
        ("[{{ riott.randomised }}]{=riott.randomised}", "1+43 bound-words: an expression stands inside bound words"),
        ("127 {=riott.randomised}", "5+19 bound-words: this address binds no words"),
    ],
)
def test_a_mistake_in_bound_words(text, problem):
    (line,) = faults(text)
    assert line.split(" | ")[0] == f"6:{problem}"


def test_words_that_disagree_leave_a_gap():
    assert nouns("[40 of 43]{=riott.retention_26w.heroin}") == [Gap("[40 of 43]{=riott.retention_26w.heroin}")]


@pytest.mark.parametrize("text", ["`[38]{=riot.x}` and `@x2010`", "```\n[38]{=riot.x} [@nokey]\n```", "\\[38]"])
def test_code_is_left_alone(text):
    assert faults(text) == []
    assert nouns(text) == []


@pytest.mark.parametrize(
    ("text", "citations", "form"),
    [
        ("a [@strang2010]", [Citation("strang2010")], "parenthetical"),
        ("a [@strang2010, p. 3]", [Citation("strang2010", "p. 3")], "parenthetical"),
        ("a [@strang2010, p. 3, table 2]", [Citation("strang2010", "p. 3, table 2")], "parenthetical"),
        (
            'a [@strang2010, p. 3, "so; they [say]"]',
            [Citation("strang2010", "p. 3", "so; they [say]")],
            "parenthetical",
        ),
        ('a [@strang2010, "a \\"b\\" c"]', [Citation("strang2010", "", 'a "b" c')], "parenthetical"),
        ("a [@strang2010, “curly words”]", [Citation("strang2010", "", "curly words")], "parenthetical"),
        ("a [see @strang2010]", [Citation("strang2010", prefix="see")], "parenthetical"),
        (
            "a [@strang2010, p. 3; see also @metrebian2015]",
            [Citation("strang2010", "p. 3"), Citation("metrebian2015", prefix="see also")],
            "parenthetical",
        ),
        ("as Strang [-@strang2010] says", [Citation("strang2010")], "year"),
        ("@strang2010 says", [Citation("strang2010")], "narrative"),
        ("In @strang2010's trial", [Citation("strang2010")], "narrative"),
        ("(@strang2010.)", [Citation("strang2010")], "narrative"),
    ],
)
def test_citations(text, citations, form):
    (group,) = groups(text)
    assert list(group.citations) == citations
    assert (group.form, group.gathered) == (form, False)


@pytest.mark.parametrize(
    "text", ["mail me@strang2010.org", "@NHSEngland tweeted", "a @ b", "[me@example.org]", "\\@strang2010"]
)
def test_not_every_at_sign_cites(text):
    assert groups(text) == []
    assert faults(text) == []


def test_each_citation_knows_its_own_place():
    (group,) = groups("a [see @strang2010, p. 3;\n  @metrebian2015]")
    assert [(one.where.line, one.where.column) for one in group.citations] == [(6, 8), (7, 3)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "[@strnag2010]",
            "2+11 unknown-reference: no reference has the key `strnag2010` | did you mean `strang2010`?",
        ),
        (
            "@metrebain2015 says",
            "1+14 unknown-reference: no reference has the key `metrebain2015` | did you mean `metrebian2015`?",
        ),
        (
            "[@strang2010; @nobody]",
            "15+7 unknown-reference: no reference has the key `nobody` | add it to a file under `evidence/references/`",
        ),
        (
            "[@strang2010 p. 3]",
            (
                "13+5 citation-malformed: `p. 3` follows the key `strang2010` without a comma | put a comma after the key: "
                "`[@strang2010, p. 3]`"
            ),
        ),
        (
            "[@strang2010; ]",
            (
                "14+1 citation-malformed: nothing stands between two semicolons | each part between semicolons names its own "
                "`@key`"
            ),
        ),
        (
            "[@strang2010; p. 4]",
            "14+5 citation-malformed: `p. 4` cites nothing | each part between semicolons names its own `@key`",
        ),
        (
            '[@strang2010, "words" p. 3]',
            (
                "14+13 citation-malformed: `p. 3` follows the quoted words | the words come last: write `[@key]`, `[@key, p. 3]` "
                'or `[@key, p. 3, "words"]`'
            ),
        ),
        (
            '[@strang2010, p. 3 "words"]',
            (
                "14+13 citation-malformed: no comma stands before the quoted words | write `[@key]`, `[@key, p. 3]` or "
                '`[@key, p. 3, "words"]`'
            ),
        ),
        (
            '[@strang2010, "words]',
            '1+21 citation-malformed: a quotation mark in this citation has no partner | write `[@key, p. 3, "words"]`',
        ),
        (
            '[@strang2010, ""]',
            (
                "15+2 citation-malformed: nothing stands between the quotation marks | write `[@key]`, `[@key, p. 3]` or "
                '`[@key, p. 3, "words"]`'
            ),
        ),
        (
            "[@]",
            '2+1 citation-malformed: no key stands after `@` | write `[@key]`, `[@key, p. 3]` or `[@key, p. 3, "words"]`',
        ),
        (
            "[-@strang2010; @metrebian2015]",
            "2+28 citation-malformed: `-@` stands among other citations | give `[-@key]` brackets of its own",
        ),
        (
            f'[@strang2010, "{"word " * 26}"]',
            (
                "15+132 quote-too-long: 26 words are quoted; 25 are the most | quote the shortest run of words that bears the "
                "point: this is quotation, not copying"
            ),
        ),
        (
            "[@strang2010, {{ riott.randomised }}]",
            "1+37 citation-malformed: an expression stands inside a citation | write the citation out",
        ),
    ],
)
def test_a_mistake_in_a_citation(text, problem):
    assert faults(text) == [f"6:{problem}"]


def test_an_unclosed_citation_is_said_to_be_one():
    (line,) = faults("[@strang2010, p. 3")
    assert line == "6:1+1 citation-malformed: this citation is never closed | end it with `]`: `[@key, p. 3]`"


def test_the_known_half_of_a_citation_stays():
    first, second = nouns("a [@nobody2010; @strang2010]")
    assert first == Gap("@nobody2010")
    assert second == CitationGroup((Citation("strang2010"),))
