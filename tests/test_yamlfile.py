"""A file's text to a tree that knows its places: scalars stay text, nothing raises, both parsers agree."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefkit.problems import Where, show
from briefkit.rulebook import RULES
from briefkit.yamlfile import Node, Pair, decode, pack, packing, place, plain, read, unpack

FILE = "evidence/studies/riott.yaml"
TEXT = """\
# yaml-language-server: $schema=../../docs/schemas/study.json
title: "Cash: an RCT"
country: NO
sites: [Durham, 012]
arms:
  heroin: {label: heroin, randomised: 43 people "heroin (n=43)"}
  oral:
    label: oral methadone
references:
  - strang2010
  - 'metrebian2015'
notes: >-
  A text: of two
  lines # and no comment
"""


def tree(text=TEXT):
    node, problems = read(text, FILE)
    assert problems == []
    return node


def test_every_value_stays_the_text_that_was_written():
    assert plain(tree()) == {
        "title": "Cash: an RCT",
        "country": "NO",
        "sites": ["Durham", "012"],
        "arms": {
            "heroin": {"label": "heroin", "randomised": '43 people "heroin (n=43)"'},
            "oral": {"label": "oral methadone"},
        },
        "references": ["strang2010", "metrebian2015"],
        "notes": "A text: of two lines # and no comment",
    }


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "no",
        "yes",
        "off",
        "true",
        "012",
        "0x1F",
        "1e3",
        "1_000",
        "12:30",
        "2024-01-05",
        "1.40",
        ".5",
        "+1",
        ".inf",
        "=",
        "",
        "nul",
        "1,300",
        "127\xa0people",
    ],
)
def test_no_text_becomes_anything_else(text):
    assert plain(tree(f"a: {text or 'x'}")) == {"a": text or "x"}


def test_quoted_texts_are_known():
    node = tree("a: 'it''s'\nb: \"x\\ty\"\nc: plain\nd: |\n  block\n'e': f")
    assert {key: pair.value.quoted for key, pair in node.pairs.items()} == {
        "a": True, "b": True, "c": False, "d": True, "e": False,
    }  # fmt: skip
    assert plain(node) == {"a": "it's", "b": "x\ty", "c": "plain", "d": "block\n", "e": "f"}


@pytest.mark.parametrize(
    ("loc", "of_value", "of_key"),
    [
        ((), (2, 1, 5), (2, 1, 5)),
        (("title",), (2, 8, 14), (2, 1, 5)),
        (("sites",), (4, 8, 13), (4, 1, 5)),
        (("sites", 1), (4, 17, 3), (4, 17, 3)),
        (("arms",), (6, 3, 6), (5, 1, 4)),
        (("arms", "heroin"), (6, 11, 54), (6, 3, 6)),
        (("arms", "heroin", "randomised"), (6, 39, 25), (6, 27, 10)),
        (("arms", "oral", "label"), (8, 12, 14), (8, 5, 5)),
        (("references",), (10, 3, 1), (9, 1, 10)),
        (("references", 1), (11, 5, 15), (11, 5, 15)),
        (("notes",), (12, 8, 2), (12, 1, 5)),
    ],
)
def test_every_part_has_its_place(loc, of_value, of_key):
    assert place(tree(), loc) == Where(FILE, *of_value)
    assert place(tree(), loc, key=True) == Where(FILE, *of_key)


@pytest.mark.parametrize(
    ("loc", "found"),
    [
        (("arms", "heroin", "function-after[x]", "label"), (6, 19, 6)),
        (("title", "str"), (2, 8, 14)),
        (("titel",), (2, 1, 5)),
        (("arms", "oral", "randomised"), (7, 3, 4)),
        (("arms", "oral", "randomised", "value"), (7, 3, 4)),
        (("arms", "[key]"), (5, 1, 4)),
        (("sites", 99), (4, 1, 5)),
        (("sites", -1), (4, 1, 5)),
        (("title", 0, "x", -5), (2, 8, 14)),
        (("", "", 0), (2, 1, 5)),
    ],
    ids=str,
)
def test_a_place_that_is_not_there_is_the_nearest(loc, found):
    assert place(tree(), loc) == Where(FILE, *found)


@given(
    st.lists(st.one_of(st.text(), st.integers(), st.sampled_from(["arms", "sites", "heroin", "[key]"]))), st.booleans()
)
def test_any_loc_has_a_place(loc, key):
    assert place(tree(), tuple(loc), key=key).file == FILE


def test_a_number_as_a_name_is_found_by_the_number():
    assert place(tree("values: {GB: {2010: 1.5}}"), ("values", "GB", 2010)) == Where(FILE, 1, 21, 3)


def test_front_matter_begins_further_down():
    node, problems = read("title: x\ntitle: y\n", "briefs/a.md", first_line=2)
    assert node.pairs["title"].key_where == Where("briefs/a.md", 2, 1, 5)
    assert [problem.where for problem in problems] == [Where("briefs/a.md", 3, 1, 5)]
    assert read("", "briefs/a.md", first_line=2)[1][0].message == "the front matter is empty"


def test_a_file_with_mistakes_that_are_no_syntax_still_has_its_tree():
    node, problems = read("title: x\ntitle: y\nplace: *x\nnotes:\nsites: [a, ~]\n{a: b}: c\n", FILE)
    assert plain(node) == {"title": "x", "place": "*x", "sites": ["a"]}
    assert [problem.rule for problem in problems] == [
        "duplicate-key", "alias", "empty-value", "empty-value", "non-text-key",
    ]  # fmt: skip


def test_words_cut_by_a_comment_are_whole_in_the_tree():
    node, problems = read('a: 127 people "127 were #1 and randomly"', FILE)
    assert plain(node) == {"a": '127 people "127 were #1 and randomly"'}
    assert [problem.rule for problem in problems] == ["comment-in-quote"]


def test_the_rest_of_words_cut_by_a_comma_is_left_to_the_reader_of_figures():
    assert plain(tree('a: {b: 38 of 43 "88%, n=38", c: d}')) == {"a": {"b": '38 of 43 "88%', "c": "d"}}


def test_nodes_are_values():
    assert tree("a: b") == Node(
        "map", (FILE, 1, 1, 1), pairs={"a": Pair((FILE, 1, 1, 1), Node("text", (FILE, 1, 4, 1), "b"))}
    )


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    assert read("\ufeff" + TEXT.replace("\n", "\r\n"), FILE) == read(TEXT, FILE)


def test_a_large_file_is_refused_before_it_is_parsed():
    node, problems = read("a: b\n" * 500_000, FILE)
    assert node is None
    assert show(problems[0], "error", None) == (
        "error[too-large]: the file holds 2,500,000 characters; at most 2,000,000 are read\n"
        f"  --> {FILE}\n"
        "   = split it into several files"
    )


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{b: " * 50_000, "- " * 100_000, "? " * 100_000])
def test_depth_is_refused_at_once(text):
    assert [problem.rule for problem in read(text, FILE)[1]] == ["too-deep"]


def test_forty_levels_are_read():
    assert read("a: " + "[" * 39 + "b" + "]" * 39, FILE)[1] == []
    assert [problem.rule for problem in read("a: " + "[" * 40 + "b" + "]" * 40, FILE)[1]] == ["too-deep"]


def test_at_most_twenty_invisible_characters_are_listed():
    assert len(read("a: " + "\x00b" * 1000, FILE)[1]) == 20


LINES = st.lists(
    st.sampled_from([
        " ", "  ", "\n", "\n", "\n  ", "\n    ", "\n- ", ":", ": ", "- ", "[", "]", "{", "}", ", ", '"', "'", " #", "#",
        "&a", "*a", "!x", "|", ">", "%", "@", "`", "a", "b: ", "c: d", "\t", "\\", "---", "...", "“", "”", "“x”", "key",
        "title: ", "1", "<<: ", "~", "null", "\r\n", "é", "漢", "why?", "\\x", "\\u12", "\x0b", "\u2028", "\ufeff", "\ud800",
    ]),
    max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=400)
@given(st.one_of(st.text(), LINES, LINES.map("title: x\n{}".format)))
@example("\ud800")
@example("a: |#\n")
def test_any_text_ends_in_a_tree_or_in_problems(text):
    node, problems = read(text, FILE)
    assert node is not None or problems
    lines = text.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
    for problem in problems:
        assert problem.rule in RULES
        assert problem.help
        where = problem.where
        assert 0 <= where.line <= len(lines)
        assert where.column - 1 <= len(lines[where.line - 1])
        assert where.length == 1 or where.column - 1 + where.length <= len(lines[where.line - 1])
        show(problem, "error", text).encode()


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has come without its parser in C")
@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), LINES, LINES.map("title: x\n{}".format)))
def test_both_parsers_agree(text):
    in_c = read(text, FILE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        assert read(text, FILE) == in_c


@given(st.one_of(st.text(), LINES, LINES.map("title: x\n{}".format)))
@example("\ud800: [\ud800]")
@example(TEXT)
def test_a_packed_tree_is_the_same_when_it_is_unpacked(text):
    node, _ = read(text, FILE)
    if node is not None:
        data = pack(node)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(packing, "_open", {})
            assert unpack(data) == node


@given(st.binary())
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xff")
def test_any_bytes_end_in_text_or_in_problems(data):
    text, problems = decode(data, FILE)
    assert text is not None or problems
    if text is not None:
        read(text, FILE)


SCALARS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"]), min_size=1
).filter(str.strip)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
TREES = st.dictionaries(NAMES, st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, min_size=1, max_size=4), st.dictionaries(NAMES, inner, min_size=1, max_size=4)),
), min_size=1, max_size=5)  # fmt: skip


def written(value, indent="\n"):
    if isinstance(value, dict):
        return "".join(f"{indent}{key}: {written(inner, indent + '  ')}" for key, inner in value.items())
    if isinstance(value, list):
        return "".join(f"{indent}- {written(inner, indent + '  ')}" for inner in value)
    return "'" + value.replace("'", "''") + "'"


def texts(node):
    for child in (*node.items, *(pair.value for pair in node.pairs.values())):
        yield from texts(child)
    if node.kind == "text":
        yield node


@given(TREES)
def test_every_text_of_a_tree_comes_back_and_its_place_points_at_it(value):
    text = written(value)
    node, problems = read(text, FILE)
    assert problems == []
    assert plain(node) == value
    lines = text.split("\n")
    for found in texts(node):
        where = found.where
        assert lines[where.line - 1][where.column - 1 :][: where.length] == written(found.text)
