"""A small base with the copy of its one paper, for the tests of what is held: every test changes one thing."""

from functools import cache

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.load import load
from briefkit.read_brief import read
from briefkit.sources.holding import Holdings, hold_all
from briefkit.sources.lock import write_lock
from briefkit.sources.renewing import after_looking, after_witness, keeping
from briefkit.sources.snapshots import snapshot

BIB = """
@article{moss2018, title={Free breakfasts and attendance in twelve schools}, author={Moss, Ada and Fell, Ben},
  journaltitle={J School}, year={2018}}
@online{news2019, title={Breakfast for all}, author={Hale, Jo}, year={2019}, url={https://example.org/news}}
"""
TRIAL = """\
title: Northern Breakfast Trial
design: randomised controlled trial
country: GB
cite: moss2018
randomised: 120 people "we randomised 120 pupils"
arms:
  breakfast: {label: free breakfast, randomised: 60 people "60 were offered breakfast"}
  usual: {label: usual mornings, randomised: 60 people "60 carried on as usual"}
results:
  present_6m:
    outcome: attendance
    follow_up: 6 months
    breakfast: 54 of 60 "54 of the 60 offered breakfast attended"
    usual: 42 of 60 "against 42 of 60 of the others"
figures:
  more: {formula: results.present_6m.breakfast.events - results.present_6m.usual.events}
"""
BASE = {
    "evidence/references/all.bib": BIB,
    "evidence/outcomes.yaml": "attendance: {label: school attendance, higher_is: better}\n",
    "evidence/sources/moss2018.yaml": "class: trial_report\nread: full_text\n",
    "evidence/sources/news2019.yaml": "class: news\nread: full_text\nwitnessed: 2026-03-01\naddress: https://example.org/news\n",
    "evidence/studies/trial.yaml": TRIAL,
}
FILLER = " ".join(
    f"Paragraph {word} tells how the kitchens were run, who cooked, and what the children thought of the porridge."
    for word in ("one", "two", "three", "four", "five", "six")
)
PAPER = f"""\
Free breakfasts and attendance in twelve schools

Ada Moss and Ben Fell

In the spring term we randomised 120 pupils of twelve schools. Of them, 60 were offered breakfast each morning, and 60 carried on as usual.

After six months 54 of the 60 offered breakfast attended on the day of the count, against 42 of 60 of the others. Attendance did not differ between boys and girls.

{FILLER}

References

Hale J. Breakfast lifts marks by 12 per cent in every school. J Meals 2001.
"""
BRIEF = """\
---
title: Do free breakfasts raise attendance?
date: 2026-03-01
version: "1"
authors: [Ada Moss]
---

In the trial, [54 of 60]{{=trial.present_6m.breakfast}} attended. Boys and girls were alike. [@moss2018, "{words}"]
"""
WORDS = "did not differ between boys and girls"
ADDRESSES = (
    "trial.randomised",
    "trial.arms.breakfast.randomised",
    "trial.arms.usual.randomised",
    "trial.results.present_6m.breakfast",
    "trial.results.present_6m.usual",
)
TODAY = "2026-11-22"


def base(**changes: str) -> Library:
    """The base; `study=` and the like lay another text over a file."""
    names = {"study": "evidence/studies/trial.yaml", "moss": "evidence/sources/moss2018.yaml"}
    library, problems = load({**BASE, **{names[name]: text for name, text in changes.items()}})
    assert problems == []
    return library


@cache
def plain() -> Library:
    """The base as it is."""
    return base()


def brief(words: str = WORDS) -> Brief:
    """A brief that cites words of the paper."""
    made, problems = read(BRIEF.format(words=words), "briefs/meals.md", plain(), {})
    assert made is not None, problems
    return made


def hold(
    library: Library | None = None, paper: str | None = PAPER, lock: str | None = None, briefs=(), **more
) -> Holdings:
    """What is held, with that paper as the copy (None: no copy here) and that lock."""
    copies = {"moss2018": snapshot("snapshots/moss2018.txt", paper.encode())} if paper is not None else {}
    return hold_all(library or plain(), copies, {"moss2018": lock} if lock is not None else {}, briefs, **more)


def verified(library: Library | None = None, paper: str = PAPER, lock: str | None = None, briefs=(), on=TODAY) -> str:
    """The lock that verifying writes."""
    holdings = hold(library, paper, lock, briefs)
    return write_lock(after_looking("moss2018", holdings, on, keeping(lambda _: False, ())).lock)


def witnessed(library: Library | None = None, briefs=(), on=TODAY) -> str:
    """The lock of somebody who has seen all words and keeps no copy."""
    holdings = hold(library, None, None, briefs)
    return write_lock(after_witness("moss2018", holdings, holdings.sought, on, keeping(lambda _: False, ())).lock)


def states(holdings: Holdings) -> list[str]:
    """The states of the figures of the base, in order."""
    return [holdings.figures[address].state for address in ADDRESSES]


def told(holdings: Holdings) -> list[tuple[str, str, str]]:
    """Rule, message and way out of each problem."""
    return [(problem.rule, problem.message, problem.help) for problem in holdings.problems]


def rules(holdings: Holdings) -> list[str]:
    """The rules of its problems."""
    return [problem.rule for problem in holdings.problems]
