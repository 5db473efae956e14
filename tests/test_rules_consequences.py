"""One slip, one problem: what only follows from another problem of the same figure is left out, and nothing else is."""

from dataclasses import replace
from datetime import date

import held_desk
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.disk import Tree
from briefkit.load import load
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options
from briefkit.problems import Problem, Where
from briefkit.rulebook import RULES
from briefkit.rules import consequences
from briefkit.rules.consequences import without_consequences
from briefkit.sources.snapshots import snapshot

STUDY = "evidence/studies/trial.yaml"
BRIEF = "briefs/meals.md"
WAIVER = """\
- rule: value-not-in-quote
  where: trial
  reason: the value stands in the table beside the text
  by: Ada Moss
  until: 2026-12-22
"""
PUT_BACK = """\
the quotation alone has changed since its words were found in `moss2018` on 2026-11-22: put its words back
or look it up in the source again, then run `source witness moss2018 trial.randomised`; or run `source verify moss2018` where a copy is kept\
"""


def tree(old: str = "", new: str = "", *, copy: bool = True, lock: str | None = None, **more: str) -> Tree:
    """The small project with its lock, and one thing changed in its study since."""
    texts = {
        **held_desk.BASE,
        BRIEF: held_desk.BRIEF.format(words=held_desk.WORDS),
        "evidence/sources/moss2018.lock": lock or held_desk.verified(briefs=[held_desk.brief()]),
        **more,
    }
    assert old in texts[STUDY]
    texts[STUDY] = texts[STUDY].replace(old, new) if old else texts[STUDY]
    copies = {"moss2018": snapshot("snapshots/moss2018.txt", held_desk.PAPER.encode())} if copy else {}
    return Tree(texts=dict(sorted(texts.items())), snapshots=copies)


def told(project: Tree, **options) -> list[tuple[str, str, str]]:
    """Rule, place and way out of every error."""
    asked = Options(briefs=("meals",), **options)
    grave = asked.grave
    found = check(project, asked).problems
    return [(one.rule, one.where.told(), one.help) for one in found if grave[one.rule] == "error"]


def test_the_project_itself_has_no_error():
    assert told(tree()) == []
    assert told(tree(copy=False)) == []


@pytest.mark.parametrize("copy", [True, False])
def test_a_wrong_value_is_told_once_and_not_as_a_lapse(copy):
    doubt = f"the figure itself is in doubt: see `{STUDY}:13`, and mend that first"
    assert told(tree("54 of 60 ", "45 of 60 ", copy=copy)) == [
        ("bound-words-differ", f"{BRIEF}:8", doubt),
        (
            "value-not-in-quote",
            f"{STUDY}:13",
            "the quote says 54; write that, or say under `value_from` how 45 follows",
        ),
    ]


def test_a_mistyped_quotation_does_not_ask_for_a_wrong_value():
    assert [one[:2] for one in told(tree('"we randomised 120', '"we randomised 160'))] == [
        ("quote-absent", f"{STUDY}:5")
    ]


def test_without_a_copy_a_mistyped_quotation_is_to_be_put_back():
    assert told(tree('"we randomised 120', '"we randomised 160', copy=False)) == [
        ("value-not-in-quote", f"{STUDY}:5", PUT_BACK)
    ]


def test_a_quotation_that_is_too_short_is_not_judged_for_its_qualifier():
    assert [one[0] for one in told(tree('120 people "we randomised 120 pupils"', 'about 120 people "120"'))] == [
        "quote-too-short"
    ]


def test_words_on_another_page_are_the_sources_own_and_are_judged():
    rules = consequences.OTHER_WORDS
    assert "quote-on-other-page" not in rules
    assert "quote-stands-twice" not in rules


def test_two_quotations_that_disagree_are_silent_when_one_of_them_failed():
    more = 'figures:\n  again: {value: 120 people, label: Once more, quote: "In the spring term we randomised 120 pupils of twelve schools"}\n'
    project = tree("figures:\n", more)
    wrong = project.texts[STUDY].replace("spring term we randomised 120 pupils", "spring term we randomised 130 pupils")
    found = told(replace(project, texts={**project.texts, STUDY: wrong}))
    assert [one[0] for one in found] == ["quote-absent"]


def test_two_quotations_that_disagree_are_told_when_nothing_else_is():
    """Nobody has seen either, so that nobody knows which is wrong."""
    more = 'figures:\n  again: {value: about 100 people, label: Once more, quote: "term we randomised 130 pupils of twelve schools", value_from: rounded by hand for this test}\n'
    study = held_desk.TRIAL.replace("figures:\n", more).replace(
        '"we randomised 120 pupils"', '"term we randomised 120 pupils of twelve schools"'
    )
    project = tree(copy=False, **{STUDY: study})
    texts = {name: text for name, text in project.texts.items() if not name.endswith(".lock")}
    assert "quotes-disagree" in [one[0] for one in told(replace(project, texts=texts))]


def test_a_lock_that_was_edited_is_not_behind_as_well():
    lock = held_desk.verified(briefs=[held_desk.brief()]).replace('"value": "120 people"', '"value": "130 people"', 1)
    found = check(tree(lock=lock), Options(briefs=("meals",))).problems
    assert [one.rule for one in found] == ["lock-edited"]


def test_a_waived_cause_takes_nothing_with_it():
    project = tree("54 of 60 ", "45 of 60 ", **{"evidence/waivers.yaml": WAIVER})
    found = [one[0] for one in told(project, today=date(2026, 11, 22))]
    assert "value-not-in-quote" not in found
    assert "witness-lapsed" in found


def test_a_cause_that_is_no_error_takes_nothing_with_it():
    library, _ = load(held_desk.BASE)
    where = library.figures["trial.randomised"].where
    both = [Problem(where, "value-not-in-quote", "a"), Problem(where, "witness-lapsed", "b")]
    assert without_consequences(both, library, {}, {"witness-lapsed"}) == both
    assert without_consequences(both, library, {}, {"witness-lapsed", "value-not-in-quote"}) == both[:1]


def test_the_rules_it_knows_are_in_the_book():
    named = consequences.OTHER_WORDS | consequences.CHANGED | {consequences.LAPSED, consequences.DISAGREE}
    assert named <= set(RULES)


LIBRARY, _ = load(held_desk.BASE)
PLACES = [figure.where for figure in LIBRARY.figures.values()] + [Where("briefs/meals.md", 8, 3)]
KNOWN = sorted(consequences.OTHER_WORDS | consequences.CHANGED | {"witness-lapsed", "quotes-disagree", "arms-sum"})
PROBLEMS = st.builds(Problem, st.sampled_from(PLACES), st.sampled_from(KNOWN), st.just("said"))


@given(st.lists(PROBLEMS, unique=True), st.sets(st.sampled_from(KNOWN)))
def test_no_figure_with_an_error_is_left_without_one(problems, errors):
    kept = without_consequences(problems, LIBRARY, {}, errors)
    assert [one for one in problems if one in kept] == kept
    for where in PLACES:
        before = [one for one in problems if one.where == where and one.rule in errors]
        after = [one for one in kept if one.where == where and one.rule in errors]
        assert bool(before) == bool(after)
        assert len(problems) <= 1 or not before or after
    if len(problems) == 1:
        assert kept == problems
