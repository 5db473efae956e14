"""Blocks, links, pictures, footnotes and HTML: what is refused, and how it is worded."""

import pytest
from brief_desk import brief, faults

from briefkit.prose.links import picture_path

KNOWN = "a block is `::: key-messages`, `::: unknown`, `::: option`, `::: judgement`, `::: method` or `::: depth`"
LINKS = "links lead to `https://...`, `http://...`, `mailto:...` or a heading of this brief, `#what-it-costs`"
CLOSE = "on a line of its own; a block inside it needs fewer colons than it has"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("::: key-messages\n- a\n:::", []),
        ("::: option Pay *now*\na\n:::", []),
        ("::: depth brief\na\n:::", []),
        (":::: unknown\n::: judgement\na\n:::\n::::", []),
        (
            "::: key-mesages\n:::",
            ["6:1+15 unknown-block: there is no block `key-mesages` | did you mean `key-messages`?"],
        ),
        ("::: box\n:::", [f"6:1+7 unknown-block: there is no block `box` | {KNOWN}"]),
        (
            "a\n\n:::",
            [f"8:1+3 unknown-block: `:::` opens a block without a name, or closes one that is not open | {KNOWN}"],
        ),
        ("::: option\n:::", ["6:1+10 block-argument: this option has no title | write `::: option Pay for 60 places`"]),
        (
            "::: option {{ scheme.places_planned }}\n:::",
            ["6:1+38 block-argument: an expression stands in the title of an option | say it in the text of the block"],
        ),
        (
            "::: depth\n:::",
            ["6:1+9 block-argument: `depth` needs the word `brief` after it | write `::: depth brief`"],
        ),
        (
            "::: depth breif\n:::",
            ["6:1+15 block-argument: `breif` means nothing after `depth` | did you mean `brief`?"],
        ),
        (
            "::: unknown yet\n:::",
            ["6:1+15 block-argument: `yet` means nothing after `unknown` | write `::: unknown`"],
        ),
        (
            "::: unknown\na",
            [f"6:1+11 unclosed-block: this block `unknown` is never closed | end it with `:::` {CLOSE}"],
        ),
        (
            "- ::: unknown\n  a\n\nb",
            [f"6:1+13 unclosed-block: this block `unknown` is never closed | end it with `:::` {CLOSE}"],
        ),
    ],
)
def test_blocks(text, problems):
    assert faults(text) == problems


def test_too_many_blocks_inside_each_other():
    (line,) = faults("> " * 60 + "a")
    assert line.split(" | ")[0].endswith("nested-too-deep: more than 40 blocks lie inside each other")


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a_(b)?c=d&e#f",
        "http://example.org",
        "mailto:me@example.org?subject=A",
        "#costs",
        "<https://example.org>",
    ],
)
def test_links_that_are_followed(target):
    assert faults(f"## Costs\n\n[a *b*]({target}) and <https://example.org>") == []


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("javascript:alert(1)", "`javascript:` is no way to reach a page"),
        ("JavaScript:alert(1)", "`javascript:` is no way to reach a page"),
        ("java&#115;cript:alert(1)", "`javascript:` is no way to reach a page"),
        ("data:text/html,x", "`data:` is no way to reach a page"),
        ("file:///etc/passwd", "`file:` is no way to reach a page"),
        ("other.html", "it lies outside of this brief"),
        ("//example.org", "it lies outside of this brief"),
        ("../a", "it lies outside of this brief"),
        ("https:example", "it names no host"),
        ("mailto:nobody", "it is no e-mail address"),
        ("", "it names no place"),
        ("{{ scheme.running_cost }}", "an expression stands in it"),
    ],
)
def test_links_that_are_refused(target, why):
    (line,) = faults(f"[a]({target})")
    shown = target.replace("&#115;", "s")
    assert line.partition(" ")[2] == f"link-refused: a link cannot lead to `{shown}`: {why} | {LINKS}"


def test_an_autolink_is_judged_like_any_other():
    assert [line.split(" ")[1] for line in faults("<javascript:alert(1)> <ftp://example.org>")] == ["link-refused:"] * 2


def test_a_link_to_a_heading_that_is_not_there():
    assert faults("## What it costs\n\n[a](#what-it-cost)") == [
        "8:1+18 unknown-anchor: no heading of this brief is called `#what-it-cost` | did you mean `#what-it-costs`?"
    ]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("briefs/pictures/map.svg", "briefs/pictures/map.svg"),
        ("templates/logo.PNG", "templates/logo.PNG"),
        ("map.png", "briefs/map.png"),
        ("./a//map.png", "briefs/a/map.png"),
        ("../map.png", None),
        ("briefs/../../map.png", None),
        ("/etc/map.png", None),
        ("file:///etc/map.png", None),
        ("https://example.org/map.png", None),
        ("C:\\map.png", None),
        ("briefs%2f..%2fmap.png", None),
        ("map.png?x", None),
        ("/etc/passwd", None),
        ("evidence.yaml", None),
        ("", None),
    ],
)
def test_where_pictures_may_come_from(source, path):
    assert picture_path(source) == path


def test_a_picture_needs_words():
    assert faults("![Places with a clinic](briefs/map.svg)") == []
    assert faults("![ ](briefs/map.svg)") == [
        (
            "6:1+20 missing-alt: this picture has no words for those who cannot see it | say in the brackets what a reader "
            "who cannot see it should know: `![Places by country](briefs/map.svg)`"
        )
    ]


def test_the_words_of_a_picture_are_filled():
    tokens = brief("![Room for {{ scheme.places_planned }} *people*](briefs/map.svg)")[0].tokens
    assert tokens[1].children[0].attrs["alt"] == "Room for up to 15 people"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a[^x]\n\n[^y]: b\n\nc[^y]",
            "6:2+4 unknown-footnote: the footnote `[^x]` has no text | write `[^x]: ...` on a line of its own",
        ),
        (
            "a[^prise]\n\n[^price]: b\n\nc[^price]",
            "6:2+8 unknown-footnote: the footnote `[^prise]` has no text | did you mean `price`?",
        ),
        (
            "a\n\n> [^y]: b",
            "8:3+5 unused-footnote: nothing points to the footnote `y` | put `[^y]` where a reader should find it",
        ),
        (
            "a }} b",
            (
                "6:3+2 unclosed-expression: `}}` stands alone | an expression begins with `{{` and ends with `}}`; write `\\{` "
                "for the sign itself"
            ),
        ),
        (
            "a <script>alert(1)</script>",
            (
                "6:3+8 raw-html: `<script>` stays text | a brief has no HTML: write `**strong**`, `*emphasis*`, a `:::` block, "
                "or `\\<` for the sign itself"
            ),
        ),
        (
            "<!-- hidden -->",
            (
                "6:1+15 raw-html: `<!-- hidden -->` stays text | a brief has no HTML: write `**strong**`, `*emphasis*`, a `:::` "
                "block, or `\\<` for the sign itself"
            ),
        ),
        (
            "a\u200bb",
            (
                "6:2+1 control-character: an invisible character stands here: a zero-width blank | delete the character; "
                "retype the blank or line break if one is meant"
            ),
        ),
    ],
)
def test_what_would_go_unnoticed(text, problem):
    assert faults(text) == [problem]


@pytest.mark.parametrize("text", ["\\{{ x }}", "a < b and c > d", "1 \\< 2", "{x}", "a[1]", "[x]", "5 & 6", "`}}`"])
def test_what_is_only_text(text):
    assert faults(text) == []
