"""How an argument is laid out: boxes in the order of cause and effect, marks beside arrows, and nothing over anything else."""

import pytest
from brief_desk import TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_desk import clipped, crowded

from briefkit.charts.chain import build
from briefkit.charts.chain_drawing import draw, grown
from briefkit.charts.chain_evidence import Step
from briefkit.charts.lettering import box
from briefkit.load import load


def argument(links):
    """What is made of an argument with these links."""
    made, _ = load({**TEXTS, "evidence/arguments/x.yaml": f"title: Why.\nclaim: Yes.\nlinks: {{{links}}}\n"})
    return build(made, "x")[0]


def step(cause, effect, for_=0, against=0, none=False):
    return Step(
        letter="A",
        cause=cause,
        effect=effect,
        for_=(None,) * for_,
        against=(None,) * against,
        none=none or not for_ + against,
        row="link-a",
    )


def shape(nodes):
    """Boxes as nested lists: words, and what follows from them."""
    return [[node.text + (" (elsewhere)" if node.elsewhere else ""), *shape(node.children)] for node in nodes]


@pytest.mark.parametrize(
    ("links", "boxes"),
    [
        (["ab", "bc", "bd"], [["a", ["b", ["c"], ["d"]]]]),
        (["bc", "ab"], [["a", ["b", ["c"]]]]),
        (["ac", "bc", "cd"], [["a", ["c", ["d"]]], ["b", ["c (elsewhere)"]]]),
        (["ab", "cb"], [["a", ["b"]], ["c", ["b"]]]),
        (["ab", "ba"], [["a", ["b", ["a (elsewhere)"]]]]),
        (["ab", "cd", "dc"], [["a", ["b"]], ["c", ["d", ["c (elsewhere)"]]]]),
        (["aa"], [["a", ["a (elsewhere)"]]]),
    ],
    ids=["a branch", "effects first", "two causes", "two ends", "a ring", "a ring beside", "onto itself"],
)
def test_links_become_boxes_in_the_order_of_cause_and_effect(links, boxes):
    assert shape(grown([step(*link) for link in links])) == boxes


@pytest.mark.parametrize(
    ("links", "finding"),
    [
        ("one: {cause: a, effect: b, none: unseen}", "its only link has no evidence"),
        ("one: {cause: a, effect: b, for: [riott]}", "its only link has only supporting evidence"),
        (
            "one: {cause: a, effect: b, none: x}, two: {cause: b, effect: c, none: x}",
            "none of its 2 links has evidence",
        ),
        (
            "one: {cause: a, effect: b, for: [riott]}, two: {cause: b, effect: c, for: [riott]}",
            "both links have only supporting evidence",
        ),
        (
            (
                "one: {cause: a, effect: b, against: [riott]}, two: {cause: b, effect: c, against: [riott]}, "
                "three: {cause: c, effect: d, against: [riott]}"
            ),
            "all 3 links have only opposing evidence",
        ),
    ],
)
def test_the_finding_counts_links_by_the_sides_of_their_evidence(links, finding):
    assert argument(links).caption == f"Why: {finding}."


def test_evidence_that_nobody_has_reported_is_no_mark():
    one = "one: {cause: a, effect: b, for: [scheme.patients, riott], against: [scheme.patients]}"
    table = argument(one)
    assert [cell.text for cell in table.rows[0].cells[2:]] == [
        "The scheme, patients: not seen; RIOTT",
        "The scheme, patients: not seen",
        "",
    ]
    assert table.picture.alt == ("Why: its only link has only supporting evidence. Chain of causes: A, a → b: 1 for.")


def test_a_link_whose_evidence_nobody_has_reported_says_so():
    table = argument("one: {cause: a, effect: b, for: [scheme.patients]}")
    assert table.picture.alt.endswith("A, a → b: nothing seen.")
    assert "nothing seen" in [mark.text for mark in table.picture.wide.marks]


def star(count):
    links = "".join(f"  l{n}: {{cause: all, effect: end {n}, none: unseen}}\n" for n in range(count))
    made, problems = load({"evidence/arguments/star.yaml": f"title: Star\nclaim: Yes.\nlinks:\n{links}"})
    assert problems == []
    table, faults = build(made, "star")
    return table, [(fault.rule, fault.message, fault.help) for fault in faults]


def test_more_than_a_page_or_the_alphabet_holds_is_refused():
    way = "take the argument apart: a record for each part of it"
    assert star(8)[1] == []
    assert star(26) == (None, [("table-argument", "this picture would be taller than a page", way)])
    assert star(27) == (
        None,
        [("table-argument", "a picture holds 26 links at most, and this argument has 27", way)],
    )


def overlapping(drawing):
    """Texts that cross the edge of a box or lie under a mark, and marks that meet a box or another mark."""
    boxes = [extent(mark) for mark in drawing.marks if mark.kind == "box"]
    glyphs = [extent(mark) for mark in drawing.marks if mark.kind in ("open", "unknown") or _is_plus(mark)]
    words = [(mark.text, box(mark)) for mark in drawing.marks if mark.shape == "text"]
    out = [text for text, one in words for two in boxes if meet(edges(one), two) and not within(edges(one), two)]
    out += [text for text, one in words for two in glyphs if text != "?" and meet(edges(one), two)]
    solid = boxes + glyphs
    return out + [(one, two) for n, one in enumerate(solid) for two in solid[n + 1 :] if meet(one, two)]


def _is_plus(mark):
    return mark.kind == "filled" and mark.shape == "polygon"


def edges(one):
    return one.left, one.top, one.right, one.bottom


def extent(mark):
    at = mark.at
    if mark.shape == "circle":
        return at["cx"] - at["r"], at["cy"] - at["r"], at["cx"] + at["r"], at["cy"] + at["r"]
    if mark.shape == "rect":
        return at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"]
    xs, ys = zip(*(map(float, pair.split(",")) for pair in at["points"].split()), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def meet(one, two):
    return one[0] < two[2] - 0.02 and two[0] < one[2] - 0.02 and one[1] < two[3] - 0.02 and two[1] < one[3] - 0.02


def within(one, two):
    return one[0] >= two[0] and one[1] >= two[1] and one[2] <= two[2] and one[3] <= two[3]


NAMES = st.sampled_from(
    ["a", "less theft", "the need to buy street heroin goes", "x" * 70, "lives become stable and " * 6]
)
STEPS = st.lists(st.builds(step, NAMES, NAMES, st.integers(0, 25), st.integers(0, 25)), min_size=1, max_size=9)


@settings(deadline=None)
@given(STEPS, st.booleans())
def test_nothing_of_any_argument_lies_over_anything_else(steps, narrow):
    drawing = draw(steps, narrow=narrow)
    assert crowded(drawing) == []
    assert clipped(drawing) == []
    assert overlapping(drawing) == []
    assert sum(mark.kind == "door" for mark in drawing.marks) == len(steps), "each link is drawn once"
