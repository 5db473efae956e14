"""Quoted words with what stands round them, on the page and in the sheet, and what to do about a problem."""

from dataclasses import replace

import pytest
from render_desk import look
from review_desk import FILE, opened, reviewed, texts
from test_ledger import FOUND

from briefkit.hold import Hold
from briefkit.ledger.gather import ledger
from briefkit.ledger.page import audit_page
from briefkit.ledger.placing import Findings
from briefkit.ledger.sheet import claim_lines
from briefkit.problems import Problem, Where

WORDS = "54 of the 60 offered breakfast attended"


@pytest.mark.parametrize(
    ("before", "after"), [("In all, ", " every day."), ("In all (", "), as planned."), ("", "."), ("“", "”")]
)
def test_what_stands_round_the_words_keeps_its_own_blanks(before, after):
    brief, library = opened(texts())
    hold = Hold(state="exact", key="moss2018", place="p. 3", before=before, after=after)
    made = ledger(brief, replace(library, holds={FOUND: hold}), reviewed(texts()), Findings())
    assert claim_lines(made)[1]["quoted words"] == f"{before}»{WORDS}«{after}"
    page, _ = audit_page(brief, made, look(), "draft")
    assert f"<p>{before}<mark>{WORDS}</mark>{after}</p>" in page


def test_the_way_out_of_a_problem_stands_apart_from_it():
    problem = Problem(Where(FILE, 12, 5), "unbound-number", "`6` is bound to nothing", "bind it")
    brief, library = opened(texts())
    made = ledger(brief, library, reviewed(texts()), Findings(problems=[problem]))
    page, _ = audit_page(brief, made, look(), "draft")
    assert '<span class="quiet">(unbound-number)</span><span class="way">What to do: bind it</span></p>' in page
